package art

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strconv"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

func svg(inside string) []byte {
	return []byte("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">\n" + inside + "\n</svg>")
}

// ends writes the steps of a drawing with the places where they end, rounded.
func ends(a layout.Art) string {
	var b strings.Builder
	for _, p := range a.Paths {
		b.WriteString(p.Color.String())
		for _, s := range p.Segments {
			at := s.P[0]
			if s.Op == layout.CurveTo {
				at = s.P[2]
			}
			b.WriteByte(' ')
			b.WriteByte("MLCZ"[s.Op])
			if s.Op != layout.Close {
				b.WriteString(short(at[0]) + "," + short(at[1]))
			}
		}
		b.WriteByte('\n')
	}
	return strings.TrimSpace(b.String())
}

// short writes a number with up to two places.
func short(v float64) string {
	v = math.Round(v*100)/100 + 0 // no negative zero
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func TestSVG(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"path", `<path d="M10 10 h5 v5 H10z"/>`, "#000000 M10,10 L15,10 L15,15 L10,15 Z"},
		{"numbers without spaces", `<path fill="#f00" d="M1-2L.5.5-1e1,3"/>`, "#ff0000 M1,-2 L0.5,0.5 L-10,3"},
		{"curves", `<path d="m0 0c1 1 2 1 3 0s2-1 3 0q1 1 2 0t2 0"/>`, "#000000 M0,0 C3,0 C6,0 C8,0 C10,0"},
		{"several outlines", `<path d="M0 0h1z m5 5h1z"/>`, "#000000 M0,0 L1,0 Z M5,5 L6,5 Z"},
		{"arc", `<path d="M0 0a5 5 0 0110 0"/>`, "#000000 M0,0 C5,-5 C10,0"},
		{"rect", `<rect x="1" y="2" width="3" height="4" fill="rgb(1,2,3)"/>`, "#010203 M1,2 L4,2 L4,6 L1,6 L1,2 Z"},
		{"circle", `<circle cx="5" cy="5" r="5"/>`, "#000000 M10,5 C5,10 C0,5 C5,0 C10,5 Z"},
		{"polygon", `<polygon points="0,0 4,0 4,4"/>`, "#000000 M0,0 L4,0 L4,4 Z"},
		{"group", `<g fill="navy" transform="translate(10 5) scale(2)"><path d="M1 1h1"/></g>`, "#000080 M12,7 L14,7"},
		{"rotation about a place", `<path transform="rotate(90 5 5)" d="M5 0h1"/>`, "#000000 M10,5 L10,6"},
		{"style", `<path style="fill:#0F0; stroke:none" d="M0 0h1"/>`, "#00ff00 M0,0 L1,0"},
		{"none", `<path fill="none" d="M0 0h1"/><path d="M2 2h1"/>`, "#000000 M2,2 L3,2"},
		{"title", `<title>A &amp; B</title><desc><b>x</b></desc><path d="M2 2h1"/>`, "#000000 M2,2 L3,2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Read("a.svg", svg(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := ends(a); got != tt.want || a.Width != 100 || a.Height != 50 {
				t.Errorf("got  %s (%v × %v)\nwant %s", got, a.Width, a.Height, tt.want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	huge := pngHeader(30000, 30000)
	for _, tt := range []struct {
		name string
		in   []byte
		want string
		line int
	}{
		{"text", svg(`<text>x</text>`), "<text> cannot be drawn", 2},
		{"gradient", svg(`<linearGradient id="a"/>`), "<linearGradient> cannot be drawn", 2},
		{"gradient fill", svg(`<path fill="url(#a)" d="M0 0"/>`), `<path> has fill="url(#a)", which cannot be drawn`, 2},
		{"script", svg(`<script>x()</script>`), "<script> cannot be drawn", 2},
		{"handler", svg(`<path onload="x()" d="M0 0"/>`), "<path> has onload", 2},
		{"picture inside", svg(`<image href="https://x.example/a.png"/>`), "<image> has href", 2},
		{"use", svg("<g>\n<use xmlns:xlink=\"x\" xlink:href=\"#a\"/></g>"), "<use> has href", 3},
		{"outline", svg(`<path stroke="red" d="M0 0"/>`), `<path> has stroke="red"`, 2},
		{"transparent", svg(`<g opacity=".5"/>`), "<g> is transparent", 2},
		{"filter", svg(`<g style="filter:url(#x)"/>`), "<g> has filter", 2},
		{"skew", svg(`<g transform="skewX(3)"/>`), "<g>: transform skewX with 1 numbers cannot be drawn", 2},
		{"bad path", svg(`<path d="M0 0L1 x"/>`), "<path>: the path is not understood", 2},
		{"path without a start", svg(`<path d="L1 1"/>`), "<path>: a path begins with M", 2},
		{"infinite", svg(`<path d="M0 0L1e999 1"/>`), "<path>: the path is not understood", 2},
		{"entities", []byte("<!DOCTYPE svg [<!ENTITY a \"b\">]>\n<svg/>"), "declares entities", 1},
		{"no size", []byte(`<svg><path d="M0 0h1"/></svg>`), "the size of the drawing is not known", 1},
		{"nothing", svg(""), "has nothing to draw", 3},
		{"deep", svg(strings.Repeat("<g>", 100)), "is nested more than 32 deep", 2},
		{"not XML", []byte("hello"), "has nothing to draw", 1},
		{"HTML", []byte("<html></html>"), "<html> cannot be drawn here", 1},
		{"cut off", []byte("<svg viewBox='0 0 1 1'><path"), "is not SVG", 1},
		{"huge picture", huge, "has 30000 by 30000 pixels, too many for a logo", 0},
		{"damaged picture", huge[:20], "is a damaged picture", 0},
		{"empty", nil, "has nothing to draw", 1},
		{"large file", make([]byte, MaxBytes+1), "is larger than", 0},
		{"many segments", svg(`<path d="M0 0` + strings.Repeat("h1", 30000) + `"/>`), "<path>: more than 20000 lines and curves", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read("logo", tt.in)
			var problem *doc.Error
			if !errors.As(err, &problem) {
				t.Fatalf("no *doc.Error but %v", err)
			}
			if !strings.HasPrefix(problem.Msg, tt.want) || problem.Line != tt.line || problem.File != "logo" {
				t.Errorf("got %s:%d %s, want line %d %s", problem.File, problem.Line, problem.Msg, tt.line, tt.want)
			}
		})
	}
}

// pngHeader is the head of a picture that says how large it is, without any
// pixels.
func pngHeader(w, h uint32) []byte {
	chunk := binary.BigEndian.AppendUint32([]byte("IHDR"), w)
	chunk = binary.BigEndian.AppendUint32(chunk, h)
	chunk = append(chunk, 8, 2, 0, 0, 0)
	out := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	out = append(out, chunk...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
}

func TestPictures(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	img.SetNRGBA(1, 0, color.NRGBA{10, 20, 30, 128})
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		t.Fatal(err)
	}
	a, err := Read("a.png", file.Bytes())
	if err != nil || a.Width != 3 || a.Height != 2 || a.Picture == nil {
		t.Fatal(a, err)
	}
	if p := a.Picture; !bytes.Equal(p.RGB[3:6], []byte{10, 20, 30}) || p.Alpha[1] != 128 || len(p.RGB) != 18 || len(p.Alpha) != 6 {
		t.Errorf("pixels %v, alpha %v", p.RGB, p.Alpha)
	}
	file.Reset()
	if err := jpeg.Encode(&file, img, nil); err != nil {
		t.Fatal(err)
	}
	if a, err = Read("a.jpg", file.Bytes()); err != nil || a.Picture == nil || a.Picture.Alpha != nil {
		t.Errorf("%+v, %v", a, err)
	}
}

// Whatever the file, it is refused or is a drawing of bounded size.
func FuzzRead(f *testing.F) {
	f.Add(svg(`<path d="M1-2L.5.5C1 2 3 4 5 6A5 5 0 0110 0z" transform="rotate(3)"/>`))
	f.Add(svg(`<g fill="#fff"><rect width="1e7" height="3" rx="2"/><circle r="3"/></g>`))
	f.Add(pngHeader(10, 10))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Read("logo", data)
		if err != nil {
			var problem *doc.Error
			if !errors.As(err, &problem) {
				t.Fatalf("not a *doc.Error: %v", err)
			}
			return
		}
		if !(a.Width > 0) || !(a.Height > 0) || a.Picture == nil && len(a.Paths) == 0 {
			t.Errorf("accepted %v by %v with %d paths", a.Width, a.Height, len(a.Paths))
		}
	})
}

// Pictures of every kind of pixel are read.
func TestPixels(t *testing.T) {
	r := image.Rect(0, 0, 1, 1)
	for _, img := range []interface {
		image.Image
		Set(x, y int, c color.Color)
	}{
		image.NewRGBA(r), image.NewNRGBA(r), image.NewNRGBA64(r), image.NewCMYK(r),
		image.NewPaletted(r, color.Palette{color.NRGBA{200, 100, 0, 255}}),
	} {
		img.Set(0, 0, color.NRGBA{200, 100, 0, 255})
		if c := pixels(img)(0, 0); c != (color.NRGBA{200, 100, 0, 255}) {
			t.Errorf("%T: %v", img, c)
		}
	}
}
