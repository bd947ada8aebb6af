// Package typeface finds faces outside of the program for what its own cannot
// show: in font files that the config names, and in those of the system.
//
// Nothing is unpacked. Of a font file the directory, the character map and the
// advances are read when it is opened, which takes about a millisecond for a
// Japanese font of 4 MB, and of the outlines only those that a page prints.
// Scripts that need it are shaped with a port of HarfBuzz. A file may be damaged
// or made to do harm: every read is checked. Which characters the system's fonts
// have may be kept in a cache.
//
// Start with [Open].
package typeface

import (
	"encoding/hex"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"readahead/brief/font"
)

// A Library finds faces and keeps those it found. The zero value has the
// system's fonts only. It may be used by many goroutines at once.
type Library struct {
	// Cache is a folder in which is kept what was learned of the system's
	// fonts, for the next run; empty: none. It is set before the first use.
	Cache string

	language string // BCP 47
	folders  []string

	mu     sync.Mutex
	named  []*face
	system *folder
	found  map[request]*face
	absent map[rune]bool // characters that no font of the system has
}

// A request is what a face was asked for.
type request struct {
	cluster string
	weight  int
	slant   bool
}

// maxFound bounds how many answers a Library remembers.
const maxFound = 1 << 14

// Open returns a Library of the font files, which are tried in that order, and
// behind them of the fonts in folders (see [System]). Text that several
// regions write in different forms gets those of the language, a BCP 47 tag.
// A file that cannot be used is an error, a [*doc.Error].
func Open(files []string, language string, folders ...string) (*Library, error) {
	l := &Library{language: language, folders: folders}
	for _, path := range files {
		file, err := openFile(path)
		if err != nil {
			return nil, err
		}
		f, err := newFace(file)
		if err != nil {
			return nil, err
		}
		l.named = append(l.named, f)
	}
	return l, nil
}

// Face returns a face that has all characters of a cluster, a letter with its
// marks: the first of the named fonts, else one of the system's; of its family
// the member that is most like the given face. It returns nil if there is
// none.
func (l *Library) Face(like *font.Face, cluster string) *font.Face {
	want := request{cluster, like.Weight, like.ItalicAngle != 0}
	l.mu.Lock()
	defer l.mu.Unlock()
	f, ok := l.found[want]
	if !ok {
		f = l.find(want)
		if l.found == nil || len(l.found) >= maxFound {
			l.found = map[request]*face{}
		}
		l.found[want] = f
	}
	if f == nil {
		return nil
	}
	return f.face
}

func (l *Library) find(want request) *face {
	for _, f := range l.named {
		if f.shows(want.cluster) {
			return best(l.named, f, want)
		}
	}
	r, _ := utf8.DecodeRuneInString(want.cluster)
	if len(l.folders) == 0 || l.absent[r] || !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) {
		return nil // what is no character, or a private one, is not looked for in fonts that nobody named
	}
	if l.system == nil {
		l.system = list(l.folders, l.language, l.Cache)
		l.absent = map[rune]bool{}
	}
	if f := l.system.find(want.cluster); f != nil {
		return best(l.system.family(f), f, want)
	}
	if utf8.RuneLen(r) == len(want.cluster) {
		l.absent[r] = true
	}
	return nil
}

// FromSystem returns the path of the file that a face was taken from if it is
// one of the system's fonts, which nobody named.
func (l *Library) FromSystem(of *font.Face) (path string, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.system != nil {
		for _, f := range l.system.open {
			if f != nil && f.face == of {
				return f.file.path, true
			}
		}
	}
	return "", false
}

// Sum returns a digest, in hex, of the font file that a face was taken from, if
// it is one that was named: of the directory of its tables, which has their
// lengths and checksums, so that the file is not read for it.
func (l *Library) Sum(of *font.Face) (sum string, ok bool) {
	for _, f := range l.named {
		if f.face == of {
			return hex.EncodeToString(f.file.sum[:]), true
		}
	}
	return "", false
}

// best returns of first and the members of its family the one that comes
// closest to the weight and the posture that are wanted.
func best(faces []*face, first *face, want request) *face {
	distance := func(f *face) int {
		d := max(f.face.Weight-want.weight, want.weight-f.face.Weight)
		if f.slant != want.slant {
			d += 350 // rather another weight
		}
		return d
	}
	out := first
	for _, f := range faces {
		if f.family == first.family && distance(f) < distance(out) && f.shows(want.cluster) {
			out = f
		}
	}
	return out
}

// shows reports whether the font has every character of a cluster, but for
// joiners, which only tell how the others are drawn.
func (f *face) shows(cluster string) bool {
	for _, r := range cluster {
		if f.Glyph(r) == 0 && !unicode.Is(unicode.Join_Control, r) {
			return false
		}
	}
	return slices.ContainsFunc([]rune(cluster), func(r rune) bool { return f.Glyph(r) != 0 })
}
