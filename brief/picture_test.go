package brief

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestPicture draws the sample page in every template and compares each with
// the picture that somebody looked at. Renderers differ a little from version
// to version, so a small part of the pixels may differ by much, or all by
// little.
func TestPicture(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("pdftoppm is missing (Debian: poppler-utils)")
		}
		t.Skip("skipped: pdftoppm is missing (Debian: poppler-utils)")
	}
	for _, tt := range []struct{ file, template, size string }{
		{"sample.png", "read-ahead", "letter"},
		{"sample-a4.png", "read-ahead", "a4"},
		{"two-column.png", "two-column", "a4"},
		{"two-column-letter.png", "two-column", "letter"},
		{"memo.png", "memo", "letter"},
		{"dense.png", "dense", "letter"},
		{"dense-a4.png", "dense", "a4"},
	} {
		t.Run(tt.file, func(t *testing.T) {
			o := sample()
			o.Profile.Page.Template, o.Profile.Page.Size = tt.template, tt.size
			comparePicture(t, build(t, o).PDF, filepath.Join("testdata", tt.file))
		})
	}
}

// comparePicture compares the first page of a PDF with the picture in a file.
func comparePicture(t *testing.T, pdf []byte, file string) {
	t.Helper()
	got := picture(t, pdf)
	if *update {
		if err := os.WriteFile(file, fewerGrays(t, got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if share := difference(t, got, want); share > 0.01 {
		t.Errorf("%.1f %% of the page looks different from %s; look at both, and if the new one is better, go test -update", 100*share, file)
	}
}

// fewerGrays returns the picture in eight shades, which take half the room and
// differ too little from the right ones to count.
func fewerGrays(t *testing.T, data []byte) []byte {
	t.Helper()
	from := decode(t, data)
	var shades color.Palette
	for y := 0; y < 8; y++ {
		shades = append(shades, color.Gray{Y: uint8(y * 255 / 7)})
	}
	to := image.NewPaletted(from.Bounds(), shades)
	draw.Draw(to, to.Rect, from, from.Bounds().Min, draw.Src)
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, to); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// picture draws the first page of a PDF at 60 dots an inch.
func picture(t *testing.T, pdf []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "page.pdf"), filepath.Join(dir, "page")
	if err := os.WriteFile(in, pdf, 0o666); err != nil {
		t.Fatal(err)
	}
	if msg, err := exec.Command("pdftoppm", "-r", "60", "-gray", "-png", "-singlefile", in, out).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v: %s", err, msg)
	}
	data, err := os.ReadFile(out + ".png")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// difference returns the share of the pixels that differ by more than a
// quarter of the range.
func difference(t *testing.T, a, b []byte) float64 {
	t.Helper()
	x, y := decode(t, a), decode(t, b)
	if x.Bounds() != y.Bounds() {
		return 1
	}
	differ, all := 0, 0
	for i := x.Bounds().Min.Y; i < x.Bounds().Max.Y; i++ {
		for j := x.Bounds().Min.X; j < x.Bounds().Max.X; j++ {
			g, _, _, _ := x.At(j, i).RGBA()
			h, _, _, _ := y.At(j, i).RGBA()
			if max(g, h)-min(g, h) > 0x4000 {
				differ++
			}
			all++
		}
	}
	return float64(differ) / float64(all)
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}
