package font

import (
	"slices"
	"unicode/utf8"
)

// A Source is a font from outside the program, as a face draws on it. It may
// be used by many goroutines at once, and whatever the file holds, what it
// returns is well formed.
type Source interface {
	// Glyph returns the number of r's glyph, 0 if there is none.
	Glyph(r rune) uint16

	// NumGlyphs returns the number of glyphs, at least 1.
	NumGlyphs() int

	// Metrics returns a glyph's advance and left side bearing.
	Metrics(id uint16) (advance, bearing int)

	// Outline returns a glyph's description as the table glyf has it, without
	// instructions and of even length; empty for a blank one.
	Outline(id uint16) []byte

	// Shape appends the glyphs of s in the order in which they stand on the
	// line from the left, whichever way the text runs.
	Shape(dst []Glyph, s string, rtl bool) []Glyph
}

// Headers are the tables of a TrueType program that a subset takes over,
// but for what depends on its glyphs (OpenType: head, hhea, maxp).
type Headers struct {
	Head [54]byte
	Hhea [36]byte
	Maxp [32]byte
}

// New returns a face that is drawn from a font outside of the program. Of f,
// the exported fields count.
func New(f Face, h Headers, s Source) *Face {
	f.head, f.hhea, f.maxp = h.Head[:], h.Hhea[:], h.Maxp[:]
	f.source = s
	for r := range f.ascii {
		f.ascii[r] = s.Glyph(rune(r))
	}
	return &f
}

// Blank is the number of a glyph without ink and width, which every face has.
// It carries the further characters of a ligature where each must have a glyph.
const Blank = 0xFFFE

// IsOutside reports whether the face is none of the built-in ones.
func (f *Face) IsOutside() bool { return f.source != nil }

// ShapeRTL is [Face.Shape] for text that runs from right to left. The glyphs
// still come in the order in which they stand on the line from the left, so
// the last of the text is first.
func (f *Face) ShapeRTL(dst []Glyph, s string) []Glyph {
	if f.source != nil {
		return f.source.Shape(dst, s, true)
	}
	from := len(dst)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		id := f.glyph(r)
		if m := f.glyph(Mirror(r)); m != 0 {
			id = m
		}
		dst = append(dst, Glyph{ID: id, Advance: int32(f.Advance(id)), Text: s[i : i+n]})
		i += n
	}
	slices.Reverse(dst[from:])
	return dst
}

// WidthRTL returns the width of s as [Face.ShapeRTL] sets it.
func (f *Face) WidthRTL(s string) int { return advance(f.ShapeRTL(nil, s)) }

func advance(gs []Glyph) int {
	sum := 0
	for i := range gs {
		sum += int(gs[i].Advance)
	}
	return sum
}

// Mirror returns the character that looks like r in a mirror, as text from
// right to left is to show it (Unicode's UAX #9, rule L4), or r. Of the
// mirrored characters it knows those of running text.
func Mirror(r rune) rune {
	switch r {
	case '(', '<', '[', '{', '«', '»', '‹', '›':
		switch r {
		case '(':
			return ')'
		case '«', '»':
			return '«' + '»' - r
		case '‹', '›':
			return '‹' + '›' - r
		}
		return r + 2
	case ')':
		return '('
	case '>', ']', '}':
		return r - 2
	case '≤', '≥':
		return '≤' + '≥' - r
	}
	if 0x3008 <= r && r <= 0x3011 || 0x3014 <= r && r <= 0x301B {
		return r ^ 1
	}
	return r
}

// count makes the limits in the table maxp those of the program's own simple
// glyphs. Those of composites stay what the font said.
func (p *program) count(outlines [][]byte) {
	points, contours := 0, 0
	for _, g := range outlines {
		if len(g) < 12 || int16(be.Uint16(g)) <= 0 {
			continue
		}
		n := int(be.Uint16(g))
		contours = max(contours, n)
		points = max(points, int(be.Uint16(g[10+2*(n-1):]))+1)
	}
	be.PutUint16(p.maxp[6:], uint16(points))
	be.PutUint16(p.maxp[8:], uint16(contours))
}
