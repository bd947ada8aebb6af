package main

import (
	"os"
	"path/filepath"

	"readahead/brief"
)

// A lastBuild is what a watcher remembers of a profile's page. Nil remembers
// nothing.
type lastBuild struct {
	digest  string
	sidecar *brief.Sidecar
}

// readLast returns what there is from before.
func readLast(out, name string) *lastBuild {
	file := filepath.Join(out, name+".json")
	data, err := os.ReadFile(file)
	if err != nil {
		return &lastBuild{}
	}
	s, err := brief.ReadSidecar(file, data)
	if err != nil {
		return &lastBuild{}
	}
	return &lastBuild{sidecar: &s}
}

// lost says why what was made should not take the place of the last page, or
// returns nil.
func (l *lastBuild) lost(made *brief.Prepared) error {
	if l == nil {
		return nil
	}
	if e := made.Lost(l.sidecar); e != nil {
		return e
	}
	return nil
}

// same reports whether the last page says the same and is where it belongs.
func (l *lastBuild) same(digest, out, name string, formats []brief.Format) bool {
	if l == nil || l.digest != digest {
		return false
	}
	for _, ext := range append(extensions(formats), ".json") {
		if !exists(filepath.Join(out, name+ext)) {
			return false
		}
	}
	return true
}

func extensions(formats []brief.Format) []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.Extension())
	}
	return out
}

// set remembers a page that was written.
func (l *lastBuild) set(digest string, res *brief.Result) {
	if l == nil {
		return
	}
	l.digest = digest
	if s, err := brief.ReadSidecar("", res.Sidecar); err == nil {
		l.sidecar = &s
	}
}
