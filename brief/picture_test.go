package brief

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestPicture draws the sample page and compares it with the picture that
// somebody looked at. Renderers differ a little from version to version, so a
// small part of the pixels may differ by much, or all by little.
func TestPicture(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("pdftoppm is missing (Debian: poppler-utils)")
		}
		t.Skip("skipped: pdftoppm is missing (Debian: poppler-utils)")
	}
	got := picture(t, build(t, sample()).PDF)
	file := filepath.Join("testdata", "sample.png")
	if *update {
		if err := os.WriteFile(file, got, 0o666); err != nil {
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
