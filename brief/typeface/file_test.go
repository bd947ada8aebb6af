package typeface

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/font"
)

func openData(data []byte, number int) (*face, error) {
	f, err := newFile("test.ttf", bytes.NewReader(data), int64(len(data)), number)
	if err != nil {
		return nil, err
	}
	return newFace(f)
}

func TestOutlines(t *testing.T) {
	f, err := openData(synthetic(t, nil), 0)
	if err != nil {
		t.Fatal(err)
	}
	builtin := font.Builtin("regular")
	for _, r := range "aé " {
		got := f.face.Subset([]uint16{0, f.Glyph(r)})
		want := builtin.Subset([]uint16{0, builtin.Shape(nil, string(r))[0].ID})
		if !bytes.Equal(glyf(got), glyf(want)) {
			t.Errorf("%q has another outline than the face it was made from", r)
		}
		if got, want := f.face.Width(string(r)), builtin.Width(string(r)); got != want {
			t.Errorf("%q is %d wide, want %d", r, got, want)
		}
	}
	if f.face.Has('b') || !f.face.Has('港') {
		t.Error("the character map is not the file's")
	}
	if f.face.Width("a港") != 2*builtin.Width("a") {
		t.Error("advances do not add up")
	}
}

// glyf returns that table of a program.
func glyf(program []byte) []byte {
	for i := range int(be.Uint16(program[4:])) {
		if rec := program[12+16*i:]; string(rec[:4]) == "glyf" {
			return program[be.Uint32(rec[8:]):][:be.Uint32(rec[12:])]
		}
	}
	return nil
}

func TestRefused(t *testing.T) {
	rights := func(bits uint16) map[string][]byte {
		os2 := make([]byte, 78)
		be.PutUint16(os2[8:], bits)
		return map[string][]byte{"OS/2": os2}
	}
	sound := synthetic(t, nil)
	beyond := bytes.Clone(sound)
	be.PutUint32(beyond[12+12:], 0xFFFFFFF0)
	overlapping := bytes.Clone(sound)
	for i := range int(be.Uint16(overlapping[4:])) {
		be.PutUint32(overlapping[12+16*i+8:], 0)
		be.PutUint32(overlapping[12+16*i+12:], uint32(len(sound)))
	}
	collection := append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), sound...)
	for _, tt := range []struct {
		name   string
		data   []byte
		number int
		want   string
	}{
		{"empty", nil, 0, "too short"},
		{"text", []byte(strings.Repeat("Harbour. ", 20)), 0, "is no font file"},
		{"WOFF", []byte("wOFF\x00\x01\x00\x00\x00\x00\x00\x00"), 0, "web font"},
		{"WOFF2", []byte("wOF2\x00\x01\x00\x00\x00\x00\x00\x00"), 0, "web font"},
		{"Type 1", []byte("%!PS-AdobeFont-1.0"), 0, "Type 1"},
		{"cut off", sound[:100], 0, "damaged"},
		{"table beyond the end", beyond, 0, "reaches beyond its end"},
		{"overlapping tables", overlapping, 0, "overlap"},
		{"second font of one", sound, 1, "is no collection"},
		{"second font of a collection of one", collection, 1, "has 1 fonts"},
		{"embedding forbidden", synthetic(t, rights(2)), 0, "forbids to embed it"},
		{"subsets forbidden", synthetic(t, rights(1<<8)), 0, "forbids to embed parts"},
		{"bitmaps", synthetic(t, map[string][]byte{"glyf": nil, "loca": nil, "EBDT": {1}}), 0, "no outlines"},
		{"colour pictures", synthetic(t, map[string][]byte{"CBDT": {1}}), 0, "colour pictures"},
		{"variable CFF2", synthetic(t, map[string][]byte{"glyf": nil, "CFF2": {1}}), 0, "variable"},
		{"no character map", synthetic(t, map[string][]byte{"cmap": nil}), 0, `no table "cmap"`},
		{"broken character map", synthetic(t, map[string][]byte{"cmap": []byte("\x00\x00\x00\x01\x00\x03\x00\x0A\x00\x00\xFF\xFF")}), 0, "character map"},
		{"short head", synthetic(t, map[string][]byte{"head": {1}}), 0, `table "head"`},
		{"em of nothing", synthetic(t, map[string][]byte{"head": make([]byte, 54)}), 0, "em"},
		{"no glyphs", synthetic(t, map[string][]byte{"maxp": make([]byte, 32)}), 0, "no glyphs"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := openData(tt.data, tt.number)
			var problem *doc.Error
			if !errors.As(err, &problem) || !strings.Contains(problem.Msg, tt.want) || problem.File != "test.ttf" || problem.Hint == "" {
				t.Errorf("got %v, want %q with file and hint", err, tt.want)
			}
		})
	}
}

func TestOpenFiles(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.ttf")
	if err := os.WriteFile(file, synthetic(t, nil), 0o600); err != nil {
		t.Fatal(err)
	}
	ttc := filepath.Join(dir, "a.ttc")
	shifted := synthetic(t, nil)
	for i := range int(be.Uint16(shifted[4:])) { // offsets count from the file's start
		at := shifted[12+16*i+8:]
		be.PutUint32(at, be.Uint32(at)+16)
	}
	if err := os.WriteFile(ttc, append([]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00\x10"), shifted...), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, ttc, ttc + "#0"} {
		l, err := Open([]string{path}, "ja")
		if err != nil {
			t.Fatal(err)
		}
		if f := l.Face(font.Builtin("bold"), "港"); f == nil || !f.IsOutside() {
			t.Errorf("%s: no face for what it has", path)
		} else if _, ok := l.FromSystem(f); ok {
			t.Errorf("%s was named, but is said to be the system's", path)
		}
		if l.Face(font.Builtin("bold"), "湾") != nil {
			t.Errorf("%s: a face for what it lacks", path)
		}
	}
	for _, path := range []string{filepath.Join(dir, "none.ttf"), dir, ttc + "#1"} {
		var problem *doc.Error
		if _, err := Open([]string{path}, ""); !errors.As(err, &problem) || problem.File != path {
			t.Errorf("Open(%s) = %v", path, err)
		}
	}
	l, err := Open(nil, "ja", dir)
	if err != nil {
		t.Fatal(err)
	}
	f := l.Face(font.Builtin("regular"), "港")
	if f == nil {
		t.Fatal("the font of the folder was not found")
	}
	if path, ok := l.FromSystem(f); !ok || filepath.Dir(path) != dir {
		t.Errorf("the folder's font is said to be from %s, %t", path, ok)
	}
}

// A glyph that is a part of itself is blank, as is one whose parts are
// missing.
func TestEndlessComposite(t *testing.T) {
	glyph := []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0, 0, 1, 0, 0}
	loca := make([]byte, 12)
	for i := 2; i < 6; i++ {
		be.PutUint16(loca[2*i:], uint16(len(glyph)/2))
	}
	f, err := openData(synthetic(t, map[string][]byte{"glyf": glyph, "loca": loca}), 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Outline(1); got != nil {
		t.Errorf("outline % x", got)
	}
	f.face.Subset([]uint16{0, 1, 2})
}

// Whatever the file, it is refused or gives faces that can be used.
func FuzzFile(f *testing.F) {
	f.Add(synthetic(f, nil), "a港é")
	f.Add(synthetic(f, map[string][]byte{"CFF ": {1, 0, 4, 1}, "glyf": nil}), "aé")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		face, err := openData(data, 0)
		if err != nil {
			return
		}
		ids := []uint16{0}
		for _, rtl := range []bool{false, true} {
			for _, g := range face.Shape(nil, text, rtl) {
				ids = append(ids, g.ID)
			}
		}
		if len(ids) < 1000 {
			face.face.Subset(ids)
		}
	})
}
