// Package edition keeps the published editions of briefings in a folder:
//
//	OUT/PROFILE.pdf, OUT/PROFILE.json        the last edition
//	OUT/editions/PROFILE/N.pdf, N.json       every edition
//
// An edition is published in two steps. [Folder.Stage] writes its files under
// a name that nobody else uses and brings them to the disk. When it is settled
// that this is edition N (a database may have to agree), [Folder.Place] gives
// them their names and puts copies in the place of the last edition. Place can
// be done again at any time: it only finishes what is not done.
//
// Where nobody else publishes, [Folder.Publish] does both.
package edition

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"readahead/brief/atomicfile"
)

// ErrLost says that a file of an edition is not there any more, or is damaged.
var ErrLost = errors.New("the file is missing or damaged")

// A Folder is where briefings are published.
type Folder string

// A File is one of the files of an edition.
type File struct {
	Extension string `json:"extension"` // .pdf
	SHA256    string `json:"sha256"`    // hex
	Size      int    `json:"size"`      // bytes
	data      []byte
}

// NewFile returns a file with its data.
func NewFile(extension string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{Extension: extension, SHA256: hex.EncodeToString(sum[:]), Size: len(data), data: data}
}

// A Record says what an edition consists of.
type Record struct {
	Profile string
	Number  int
	Staged  string // the base name that its files were written under first
	Files   []File
}

// Among returns the first of the paths that the folder is, or lies in, or "":
// editions that lie among their own sources would each be a source of the
// next.
func (f Folder) Among(paths []string) string {
	dir, err := filepath.Abs(string(f))
	if err != nil {
		return ""
	}
	for _, path := range paths {
		root, err := filepath.Abs(path)
		if err != nil {
			continue
		}
		if rel, err := filepath.Rel(root, dir); err == nil && filepath.IsLocal(rel) {
			return path
		}
	}
	return ""
}

// Kept returns the folder of a profile's editions.
func (f Folder) Kept(profile string) string {
	return filepath.Join(string(f), "editions", profile)
}

// File returns the path of a file of an edition.
func (f Folder) File(profile string, number int, extension string) string {
	return filepath.Join(f.Kept(profile), strconv.Itoa(number)+extension)
}

// Current returns the path of a file of the last edition.
func (f Folder) Current(profile, extension string) string {
	return filepath.Join(string(f), profile+extension)
}

// Stage writes the files of an edition beside the others, under a hidden name
// with a mark that no other build of the profile has.
func (f Folder) Stage(ctx context.Context, profile string, number int, mark string, files []File) (Record, error) {
	r := Record{Profile: profile, Number: number, Staged: fmt.Sprintf(".%d-%s", number, mark), Files: files}
	dir := f.Kept(profile)
	if err := atomicfile.MakeFolder(dir); err != nil {
		return r, err
	}
	var out []atomicfile.File
	for _, file := range files {
		out = append(out, atomicfile.File{Name: r.Staged + file.Extension, Data: file.data})
	}
	_, err := atomicfile.Write(ctx, dir, out...)
	return r, err
}

// Drop removes the staged files of an edition that does not come out.
func (f Folder) Drop(r Record) {
	for _, file := range r.Files {
		os.Remove(filepath.Join(f.Kept(r.Profile), r.Staged+file.Extension))
	}
}

// Place gives the files of an edition their names and makes them the last
// edition, in place of one that may have had other files.
func (f Folder) Place(ctx context.Context, r Record, before []File) error {
	var current []atomicfile.File
	for _, file := range r.Files {
		data, err := f.settle(r, file)
		if err != nil {
			return err
		}
		current = append(current, atomicfile.File{Name: r.Profile + file.Extension, Data: data})
	}
	if _, err := atomicfile.Write(ctx, string(f), current...); err != nil {
		return err
	}
	for _, old := range before {
		if !slices.ContainsFunc(r.Files, func(file File) bool { return file.Extension == old.Extension }) {
			os.Remove(f.Current(r.Profile, old.Extension)) // it would tell yesterday's news
		}
	}
	f.clear(r)
	return nil
}

// clear removes what builds that did not come out have staged as this edition
// or an earlier one.
func (f Folder) clear(r Record) {
	entries, _ := os.ReadDir(f.Kept(r.Profile))
	for _, e := range entries {
		number, _, ok := strings.Cut(strings.TrimPrefix(e.Name(), "."), "-")
		if n, err := strconv.Atoi(number); ok && err == nil && e.Name()[0] == '.' && n <= r.Number {
			os.Remove(filepath.Join(f.Kept(r.Profile), e.Name()))
		}
	}
}

// settle gives a file of an edition its name, if it has not got it yet, and
// returns what is in it.
func (f Folder) settle(r Record, file File) ([]byte, error) {
	name, staged := f.File(r.Profile, r.Number, file.Extension), filepath.Join(f.Kept(r.Profile), r.Staged+file.Extension)
	if data, err := os.ReadFile(name); err == nil && file.holds(data) {
		os.Remove(staged) // of a placing that was interrupted
		return data, nil
	}
	data, err := os.ReadFile(staged)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %w", name, ErrLost)
	case err != nil:
		return nil, err
	case !file.holds(data):
		return nil, fmt.Errorf("%s: %w", staged, ErrLost)
	}
	if err := os.Rename(staged, name); err != nil {
		return nil, atomicfile.CannotWrite(name, err)
	}
	return data, nil
}

// holds reports whether data is what the file is to have.
func (file File) holds(data []byte) bool {
	return len(data) == file.Size && NewFile("", data).SHA256 == file.SHA256
}

// Publish makes the files the next edition of a profile.
func (f Folder) Publish(ctx context.Context, profile string, number int, files []File) error {
	var before []File
	if _, err := os.Stat(f.Current(profile, ".json")); err == nil {
		before = f.present(profile, number-1)
	}
	r, err := f.Stage(ctx, profile, number, "new", files)
	if err != nil {
		return err
	}
	return f.Place(context.WithoutCancel(ctx), r, before)
}

// present returns the files of an edition that are there, by their extensions.
func (f Folder) present(profile string, number int) []File {
	var out []File
	entries, _ := os.ReadDir(f.Kept(profile))
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); e.Name() == strconv.Itoa(number)+ext {
			out = append(out, File{Extension: ext})
		}
	}
	return out
}

// Last returns the number of the last edition that the folder has of a
// profile and the digest that its sidecar gives; 0 if there is none.
func (f Folder) Last(profile string) (number int, digest string) {
	entries, _ := os.ReadDir(f.Kept(profile))
	for _, e := range entries {
		base, ok := strings.CutSuffix(e.Name(), ".json")
		if n, err := strconv.Atoi(base); ok && err == nil && n > number {
			number = n
		}
	}
	if number == 0 {
		return 0, ""
	}
	var sidecar struct {
		Digest string `json:"digest"`
	}
	if data, err := f.Sidecar(profile, number); err == nil {
		_ = json.Unmarshal(data, &sidecar) // without it the digest differs from all others
	}
	return number, cmp.Or(sidecar.Digest, "unknown")
}

// Sidecar returns the sidecar of an edition.
func (f Folder) Sidecar(profile string, number int) ([]byte, error) {
	return os.ReadFile(f.File(profile, number, ".json"))
}

// Fault is something that is wrong with a published file.
type Fault struct{ File, What string }

// Check compares the files of an edition with its record, those in the place
// of the last edition too if it is the last.
func (f Folder) Check(r Record, last bool) []Fault {
	var faults []Fault
	look := func(path string, file File) {
		data, err := os.ReadFile(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			faults = append(faults, Fault{path, "is missing"})
		case err != nil:
			faults = append(faults, Fault{path, "cannot be read"})
		case !file.holds(data):
			faults = append(faults, Fault{path, "is not what was published"})
		}
	}
	for _, file := range r.Files {
		look(f.File(r.Profile, r.Number, file.Extension), file)
		if last {
			look(f.Current(r.Profile, file.Extension), file)
		}
	}
	return faults
}

// Remove removes the files of an edition that is no longer kept.
func (f Folder) Remove(r Record) error {
	for _, file := range r.Files {
		if err := os.Remove(f.File(r.Profile, r.Number, file.Extension)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
