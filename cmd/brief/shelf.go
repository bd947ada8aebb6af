package main

import (
	"context"
	"os"
	"path/filepath"

	"readahead/brief"
	"readahead/brief/atomicfile"
	"readahead/brief/doc"
	"readahead/brief/edition"
)

// A shelf is where the files of a briefing are put: into the folder, or, with
// --editions, among the editions that are kept there, too.
type shelf struct {
	out, name string
	counted   bool
	last      int    // edition; 0: there is none
	digest    string // of the last edition
}

func newShelf(o buildOptions, name string) shelf {
	s := shelf{out: o.out, name: name, counted: o.editions}
	if s.counted {
		s.last, s.digest = edition.Folder(o.out).Last(name)
	}
	return s
}

// apart returns an error if editions would be kept among the sources.
func (s shelf) apart(o brief.Options) error {
	seeds := o.Seeds
	if len(seeds) == 0 {
		seeds = o.Profile.Seeds
	}
	if at := edition.Folder(s.out).Among(seeds); s.counted && o.ReadFile == nil && at != "" {
		return &doc.Error{
			File: at,
			Msg:  "is read for sources and holds " + s.out + ", the folder of the editions, each of which would be a source of the next",
			Hint: "name another folder with -o, or name folders of sources only under seeds",
		}
	}
	return nil
}

// number says of a briefing that is about to be made which edition it is, and
// what the one before was.
func (s shelf) number(o *brief.Options) error {
	if !s.counted {
		return nil
	}
	o.Edition = s.last + 1
	if s.last == 0 {
		return nil
	}
	file := edition.Folder(s.out).File(s.name, s.last, ".json")
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	previous, err := brief.ReadSidecar(file, data)
	o.Previous = &previous
	return err
}

// same reports whether the last edition says the same and is in its place.
func (s shelf) same(digest string) bool {
	return s.counted && s.digest == digest && exists(filepath.Join(s.out, s.name+".json"))
}

// write puts the files there and reports whether any is new.
func (s shelf) write(ctx context.Context, files []atomicfile.File) (bool, error) {
	if !s.counted {
		return atomicfile.Write(ctx, s.out, files...)
	}
	var out []edition.File
	for _, f := range files {
		out = append(out, edition.NewFile(filepath.Ext(f.Name), f.Data))
	}
	return true, edition.Folder(s.out).Publish(ctx, s.name, s.last+1, out)
}
