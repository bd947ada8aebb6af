package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The data in the repository is what this program makes of the typeface.
func TestDataIsCurrent(t *testing.T) {
	dir := os.Getenv("SOURCE_SANS")
	if dir == "" {
		t.Skip("SOURCE_SANS does not name the folder of the TrueType files")
	}
	for name, file := range map[string]string{
		"regular":  "SourceSans3-Regular.ttf",
		"semibold": "SourceSans3-Semibold.ttf",
		"bold":     "SourceSans3-Bold.ttf",
		"italic":   "SourceSans3-It.ttf",
	} {
		out := filepath.Join(t.TempDir(), "face.bin")
		if err := bake(out, filepath.Join(dir, file)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join("..", "data", name+".bin"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: data/%s.bin is not what %s gives; run go generate", name, name, file)
		}
	}
}

func TestStripHints(t *testing.T) {
	simple := []byte{
		0, 1, 0, 0, 0, 0, 0, 9, 0, 9, // one contour, its box
		0, 2, // last point
		0, 3, 0xAA, 0xBB, 0xCC, // three bytes of instructions
		0x01 | 0x08, 1, 0x01 | 0x02 | 0x10, // flags: two points of words, one of a byte and the same y
		0, 1, 0, 2, 3, // x
		0, 1, 0, 2, 0, 3, // y
		0, 0, 0, // padding
	}
	want := append(append(append([]byte{}, simple[:12]...), 0, 0), simple[17:31]...)
	if got := stripHints(bytes.Clone(simple)); !bytes.Equal(got, want) {
		t.Errorf("simple glyph: % x, want % x", got, want)
	}
	composite := []byte{
		0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9,
		0x00, 0x20, 0, 7, 1, 2, // more to come; byte offsets
		0x01, 0x01, 0, 8, 0, 1, 0, 2, // instructions follow; word offsets
		0, 2, 0xAA, 0xBB,
	}
	want = append([]byte{}, composite[:24]...)
	want[16] = 0
	if got := stripHints(bytes.Clone(composite)); !bytes.Equal(got, want) {
		t.Errorf("composite glyph: % x, want % x", got, want)
	}
}
