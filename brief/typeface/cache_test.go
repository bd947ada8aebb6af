package typeface

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"readahead/brief/font"
)

// library returns a Library of the fonts in a folder, with a cache.
func library(t *testing.T, folder, cache string) *Library {
	t.Helper()
	l, err := Open(nil, "", folder)
	if err != nil {
		t.Fatal(err)
	}
	l.Cache = cache
	return l
}

// testTime is long ago, so that a file that is written again gets another.
var testTime = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

// save writes a file and returns its path.
func save(t *testing.T, path string, data []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// only returns the one file of a folder.
func only(t *testing.T, folder string) string {
	t.Helper()
	all, err := os.ReadDir(folder)
	if err != nil || len(all) != 1 {
		t.Fatalf("%v, %v; want one file", all, err)
	}
	return filepath.Join(folder, all[0].Name())
}

// What is found is the same with a cache, without, and with one that is out of
// date, damaged or cannot be written.
func TestCache(t *testing.T) {
	fonts, cache := t.TempDir(), filepath.Join(t.TempDir(), "new", "cache")
	one := save(t, filepath.Join(fonts, "NotoSansOne.ttf"), synthetic(t, nil))
	lacks := synthetic(t, map[string][]byte{"cmap": characterMap("aé ")})
	find := func(want string) {
		t.Helper()
		got := ""
		l := library(t, fonts, cache)
		if f := l.Face(font.Builtin("regular"), "港"); f != nil {
			got = f.Name
		}
		if got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
	find("NotoSansOne.ttf")
	file := only(t, cache)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if x, ok := readIndex(file); !ok || len(x.fonts) != 1 || !x.fonts[0].known || !x.fonts[0].chars.has('港') || x.fonts[0].chars.has('b') {
		t.Errorf("the index holds %+v, %v", x, ok)
	}
	find("NotoSansOne.ttf")

	// The file of the font has changed.
	save(t, one, lacks)
	if err := os.Chtimes(one, testTime, testTime); err != nil {
		t.Fatal(err)
	}
	find("")
	// There is another, in a folder of its own.
	save(t, filepath.Join(fonts, "more", "NotoSansTwo.ttf"), synthetic(t, nil))
	find("NotoSansTwo.ttf")
	find("NotoSansTwo.ttf")
	// It is gone.
	if err := os.RemoveAll(filepath.Join(fonts, "more")); err != nil {
		t.Fatal(err)
	}
	find("")

	save(t, one, synthetic(t, nil))
	for _, damage := range [][]byte{nil, whole[:len(whole)/2], append([]byte("x"), whole...), append(whole[:len(whole):len(whole)], 0)} {
		save(t, file, damage)
		find("NotoSansOne.ttf")
		if _, ok := readIndex(only(t, cache)); !ok {
			t.Errorf("an index of %d bytes was not mended", len(damage))
		}
	}
	cache = one // no folder
	find("NotoSansOne.ttf")
	cache = ""
	find("NotoSansOne.ttf")
}

// The index differs by folders and by what a language makes of collections.
func TestIndexFile(t *testing.T) {
	seen := map[string]bool{}
	for _, file := range []string{
		indexFile("c", []string{"a", "b"}, "ja"), indexFile("c", []string{"a"}, "ja"), indexFile("c", []string{"a"}, "ko"), indexFile("c", []string{"a"}, "en"),
	} {
		if seen[file] || filepath.Dir(file) != "c" {
			t.Errorf("%q again, or elsewhere", file)
		}
		seen[file] = true
	}
	if a, b := indexFile("c", nil, "en"), indexFile("c", nil, "fr"); a != b {
		t.Errorf("%q for English, %q for French", a, b)
	}
}

// FuzzIndex reads damaged indexes. One that is whole is written as it was read.
func FuzzIndex(f *testing.F) {
	x := index{
		dirs:  []stamp{{"/fonts", 7}, {"/none", absent}},
		fonts: []listed{{path: "a.ttf"}, {path: "b.ttc#2", known: true, size: 9, changed: 1 << 60, chars: coverage{{0, 0}, {'a', 'z'}, {0x10FFFF, 0x10FFFF}}}},
	}
	f.Add(x.encode()[len(indexHead):])
	f.Add([]byte{0xFF, 0xFF, 0xFF, 0xFF, 0x0F})
	f.Fuzz(func(t *testing.T, body []byte) {
		if len(body) > 32 {
			body = body[:len(body)-32] // the digest, which is set right
		}
		y, ok := decode(sealed(append([]byte(indexHead), body...)))
		if !ok {
			return
		}
		if z, ok := decode(y.encode()); !ok || !reflect.DeepEqual(y, z) {
			t.Errorf("%+v comes back as %+v", y, z)
		}
	})
}
