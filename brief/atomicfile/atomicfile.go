// Package atomicfile writes files that are at any time either the old ones or
// the new ones, whole, whatever happens to the program or the machine.
//
// Start with [Write].
package atomicfile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"readahead/brief/doc"
)

// A File is a name in a folder and what is to stand there.
type File struct {
	Name string
	Data []byte
}

// Write writes the files into the folder. Each is at any time either the
// old one or the new one, whole: it is written under another name beside it,
// brought to the disk, and renamed. The renames come last and in order, so
// that the files change together as nearly as a file system can do it. If
// anything fails, or ctx ends before the renames, nothing is changed and
// nothing left behind. Files that have their content already are not touched.
// It reports whether any file was written.
func Write(ctx context.Context, dir string, files ...File) (written bool, err error) {
	var temps, targets []string
	defer func() {
		if err != nil {
			for _, t := range temps {
				os.Remove(t)
			}
		}
	}()
	for _, f := range files {
		target := filepath.Join(dir, f.Name)
		mode, same, err := compare(target, f.Data)
		if err != nil {
			return false, err
		}
		if same {
			continue
		}
		temp, err := create(dir)
		if err != nil {
			return false, CannotWrite(dir, err)
		}
		temps, targets = append(temps, temp.Name()), append(targets, target)
		if err := fill(temp, f.Data, mode); err != nil {
			return false, CannotWrite(target, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return false, err
	}
	for i := range temps {
		if err := os.Rename(temps[i], targets[i]); err != nil {
			return false, CannotWrite(targets[i], err)
		}
	}
	if len(temps) > 0 {
		err = syncFolder(dir)
	}
	return len(temps) > 0, err
}

// compare returns the permissions of the file that is there, 0 if there is
// none, and whether it holds data.
func compare(target string, data []byte) (mode fs.FileMode, same bool, err error) {
	info, err := os.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, false, nil
	case err != nil:
		return 0, false, CannotWrite(target, err)
	case info.IsDir():
		return 0, false, &doc.Error{File: target, Msg: "is a folder, where a file is to be written", Hint: "move it away, or name another folder"}
	case !info.Mode().IsRegular():
		return 0, false, nil // a link, say, whose name the new file takes
	}
	mode = info.Mode().Perm()
	if info.Size() != int64(len(data)) {
		return mode, false, nil
	}
	old, err := os.ReadFile(target)
	return mode, err == nil && bytes.Equal(old, data), nil
}

// prefix and suffix of the names that files have while they are written.
const prefix, suffix = ".brief-", ".tmp"

// Sweep removes what a program that was killed has left in a folder: files
// that are being written since longer than an age.
func Sweep(dir string, age time.Duration) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), prefix) || !strings.HasSuffix(e.Name(), suffix) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > age {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

// create makes a new file in the folder, hidden and of a name that fits any
// file system.
func create(dir string) (*os.File, error) {
	for n := 0; ; n++ {
		name := filepath.Join(dir, fmt.Sprintf("%s%d-%d%s", prefix, os.Getpid(), n, suffix))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// fill writes data to f, brings it to the disk and closes f. A mode of 0 leaves
// the permissions as they are.
func fill(f *os.File, data []byte, mode fs.FileMode) error {
	_, err := f.Write(data)
	if err == nil && mode != 0 {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// MakeFolder makes the output folder.
func MakeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return CannotWrite(dir, err)
	}
	return nil
}

// CannotWrite says why a file or folder could not be written, and what to do.
func CannotWrite(path string, err error) error {
	e := &doc.Error{File: path, Msg: "cannot be written: " + cause(err).Error(), Hint: "name another folder"}
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		e.Hint = "make room on the disk, or name another folder"
	case errors.Is(err, fs.ErrPermission):
		e.Hint = "change its permissions, or name another folder"
	}
	return e
}

// cause returns what the system said, without the path.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
