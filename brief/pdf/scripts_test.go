package pdf

import (
	"math"
	"slices"
	"testing"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// A stackedFont has all characters, 600 units wide. Sara am becomes a mark
// above the line and a letter, as in Thai fonts.
type stackedFont struct{}

func (stackedFont) Glyph(r rune) uint16       { return uint16(1 + r%499) }
func (stackedFont) NumGlyphs() int            { return 500 }
func (stackedFont) Metrics(uint16) (int, int) { return 600, 0 }
func (stackedFont) Outline(uint16) []byte     { return nil }
func (f stackedFont) Shape(dst []font.Glyph, s string, rtl bool) []font.Glyph {
	first := len(dst)
	for _, r := range s {
		g := font.Glyph{ID: f.Glyph(r), Advance: 600, Text: string(r)}
		if r == '\u0E33' {
			dst = append(dst, font.Glyph{ID: 1, Advance: 600, DX: -150, DY: 200, Text: g.Text})
			g.Text = ""
		}
		dst = append(dst, g)
	}
	if rtl {
		slices.Reverse(dst[first:])
	}
	return dst
}

// Glyphs come in the order in which they stand on the line, and marks move
// neither what follows them nor the next line.
func TestScripts(t *testing.T) {
	outside := font.New(font.Face{PostScriptName: "Stacked", UnitsPerEm: 1000, Weight: 400}, font.Headers{}, stackedFont{})
	for _, tt := range []struct {
		name, text string
		face       *font.Face
		rtl        bool
		glyphs     int
		drawn      string
	}{
		{"Arabic", "ميناء (قديم)", outside, true, 12, ")ميدق( ءانيم"},
		{"two glyphs for a character", "น\u0E33ท\u0E33", outside, false, 6, "น\u0E33\u2060ท\u0E33\u2060"},
		{"sign of the built-in face", " (", font.Builtin("regular"), true, 2, "( "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSheet("t")
			p := s.element(0, layout.P)
			for range 2 {
				s.y += 20 * layout.Pt
				s.Boxes = append(s.Boxes, layout.Run{
					Element: p, X: margin, Y: s.y, Text: tt.text, Face: tt.face, Size: 10 * layout.Pt, RTL: tt.rtl,
				})
			}
			file, _ := written(t, s.Page, Meta{})
			parts, err := extract(file)
			if err != nil {
				t.Fatal(err)
			}
			got, width := "", 0.0
			for _, part := range parts {
				got += string(part.text)
				for _, l := range part.lines {
					width += l.width
				}
			}
			if got != tt.drawn+tt.drawn {
				t.Errorf("drawn as %q, want %q twice", got, tt.drawn)
			}
			if tt.face == outside && math.Abs(width-float64(2*6*tt.glyphs)) > 2*1.5 {
				t.Errorf("drawn %g points wide, want %d", width, 2*6*tt.glyphs)
			}
		})
	}
}

// A bracket has one glyph from left to right and another from right to left.
func TestMirroredBracket(t *testing.T) {
	codes := newCoding()
	f := newFace(font.Builtin("regular"), "F0", &codes)
	plain := f.Shape(nil, "(")[0]
	turned := f.ShapeRTL(nil, "(")[0]
	a, b := f.number(plain), f.number(turned)
	if a == b || f.ids[a] == f.ids[b] || codes.texts[a] != "(" || codes.texts[b] != "(" {
		t.Errorf("numbers %d and %d, glyphs %d and %d, texts %q and %q", a, b, f.ids[a], f.ids[b], codes.texts[a], codes.texts[b])
	}
}
