package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"readahead/brief/doc"
)

// MaxSize is how large a source may be, in bytes.
const MaxSize = 32 << 20

// ReadFile returns the content of the named file. Only regular files of up to
// [MaxSize] bytes are read; a pipe, device, socket or folder is refused at
// once, without waiting for anybody. The error, if any, is a [*doc.Error].
func ReadFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if err := irregular(path, info.Mode()); err != nil {
		return nil, err
	}
	// Between Stat and Open the name may have come to mean something else:
	// O_NONBLOCK keeps even a pipe from blocking, and the second Stat tells.
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil {
		return nil, unreadable(path, err)
	}
	if err := irregular(path, info.Mode()); err != nil {
		return nil, err
	}
	if info.Size() > MaxSize {
		return nil, tooLarge(path)
	}
	return readAll(f, path, int(info.Size()))
}

// readAll reads f, which says that it holds size bytes, but may be growing.
func readAll(f *os.File, path string, size int) ([]byte, error) {
	data := make([]byte, 0, size+1) // one more, to meet the end without growing
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return nil, unreadable(path, err)
		case len(data) > MaxSize:
			return nil, tooLarge(path)
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
}

// irregular returns an error if a file of this mode is not read, or nil.
func irregular(path string, mode fs.FileMode) error {
	if e := irregularError(path, mode); e != nil {
		return e
	}
	return nil
}

func irregularError(path string, mode fs.FileMode) *doc.Error {
	what := ""
	switch {
	case mode.IsRegular():
		return nil
	case mode.IsDir():
		return &doc.Error{File: path, Msg: "is a folder", Hint: "name the files in it, or give the folder where folders are allowed"}
	case mode&fs.ModeNamedPipe != 0:
		what = "is a named pipe"
	case mode&fs.ModeSocket != 0:
		what = "is a socket"
	case mode&fs.ModeDevice != 0:
		what = "is a device"
	default:
		what = "is not a regular file"
	}
	return &doc.Error{File: path, Msg: what, Hint: "save its content to a file and give that"}
}

func tooLarge(path string) *doc.Error {
	return &doc.Error{
		File: path,
		Msg:  fmt.Sprintf("is larger than %d MB", MaxSize>>20),
		Hint: "keep the part that matters in a file of its own",
	}
}

// unreadable turns an error of the file system into one that says what to do.
func unreadable(path string, err error) *doc.Error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &doc.Error{File: path, Msg: "no such file or folder", Hint: "check the spelling, and the folder you are in"}
	case errors.Is(err, fs.ErrPermission):
		return &doc.Error{File: path, Msg: "may not be read", Hint: "change its permissions, or copy it to a place of yours"}
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return &doc.Error{File: path, Msg: "cannot be read: " + err.Error()}
}
