package font

import "unicode/utf8"

// A Glyph is one glyph of a line, and the text it stands for.
type Glyph struct {
	ID      uint16 // 0: the box for a character that the face lacks
	Advance int32  // to the next glyph, kerning included
	DX, DY  int32  // from where the pen is to where the glyph stands; up is positive
	Text    string // part of the text that was shaped; empty: the neighbours stand for it
}

// Shape appends the glyphs of s to dst: letters joined with the combining
// marks that follow them, ligatures, kerning. The text runs from left to
// right, and the advances add up to [Face.Width]. A byte that is not UTF-8 is
// a character that the face lacks.
func (f *Face) Shape(dst []Glyph, s string) []Glyph {
	if f.source != nil {
		return f.source.Shape(dst, s, false)
	}
	row := -1 // of the kerning matrix, for the glyph before
	for i := 0; i < len(s); {
		id, end := f.next(s, i)
		rec := f.record(id)
		g := Glyph{ID: id, Advance: int32(rec.advance()), Text: s[i:end]}
		if row >= 0 {
			last := &dst[len(dst)-1]
			last.Advance += int32(f.kerningAt(row, rec.right()))
			if rec.isMark() {
				g.Advance += f.centre(last)
			}
		}
		dst = append(dst, g)
		row, i = rec.left(), end
	}
	return dst
}

// Width returns the width of s as [Face.Shape] sets it. Since there is kerning
// across spaces too, the widths of two parts may not add up to that of the
// whole.
func (f *Face) Width(s string) int {
	if f.source != nil {
		return advance(f.source.Shape(nil, s, false))
	}
	width := 0
	row := -1 // of the kerning matrix, for the glyph before
	for i := 0; i < len(s); {
		end := i + 1
		var g record
		if s[i] < utf8.RuneSelf && (end == len(s) || s[end] < utf8.RuneSelf) { // no marks: most text
			g = f.record(f.ascii[s[i]])
		}
		if g == 0 || g.beginsLigature() {
			var id uint16
			id, end = f.next(s, i)
			g = f.record(id)
		}
		width += g.advance()
		if row >= 0 {
			width += f.kerningAt(row, g.right())
		}
		row, i = g.left(), end
	}
	return width
}

// next returns the glyph that s[i:] begins with, and where its text ends.
func (f *Face) next(s string, i int) (id uint16, end int) {
	end = i + 1
	if s[i] < utf8.RuneSelf && (end == len(s) || s[end] < utf8.RuneSelf) { // no marks: most text
		id = f.ascii[s[i]]
		if !f.record(id).beginsLigature() {
			return id, end
		}
	}
	id, end = f.nominal(s, i)
	for end < len(s) {
		var joins []byte
		switch {
		case s[end] == 0xCC || s[end] == 0xCD: // U+0300 to U+037F, the combining marks
			joins = f.composed
		case s[end] >= 'a' && f.record(id).beginsLigature():
			joins = f.ligatures
		default:
			return id, end
		}
		right, after := f.nominal(s, end)
		joined := join(joins, id, right)
		if joined == 0 {
			return id, end
		}
		id, end = joined, after
	}
	return id, end
}

// nominal returns the glyph of the character at s[i:], and where that ends.
func (f *Face) nominal(s string, i int) (id uint16, end int) {
	if c := s[i]; c < utf8.RuneSelf {
		return f.ascii[c], i + 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return f.glyph(r), i + n
}

// kerningAt returns what to add between a glyph of class row and one of class
// column.
func (f *Face) kerningAt(row, column int) int {
	return int(int16(le.Uint16(f.kern[2*(row*f.columns+column):])))
}

// centre prepares for a combining mark, which is drawn around the point where
// it stands and has no width: the pen stops in the middle of the letter and
// goes the rest of the way after the mark. It returns that rest.
func (f *Face) centre(last *Glyph) int32 {
	rest := last.Advance
	if !f.record(last.ID).isMark() {
		rest -= rest / 2
	}
	last.Advance -= rest
	return rest
}

// join looks a pair of glyphs up in a sorted table of joins; 0: they don't.
func join(table []byte, left, right uint16) uint16 {
	want := uint32(left)<<16 | uint32(right)
	lo, hi := 0, len(table)/joinSize
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		rec := table[mid*joinSize:]
		got := uint32(le.Uint16(rec))<<16 | uint32(le.Uint16(rec[2:]))
		switch {
		case got == want:
			return le.Uint16(rec[4:])
		case got < want:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}
