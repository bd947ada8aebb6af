package pdf

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// show draws the glyphs of a run from where the pen is. Kerning, and what else
// sets glyphs off their natural places, goes into the TJ operator (ISO
// 32000-1, 9.4.3) in thousandths of the type size.
//
// Where the glyphs are not the text one by one in the order of reading, a Span
// around them says what the text is.
func (d *pen) show(r layout.Run) {
	glyphs := d.shape(r)
	text, hyphen := glyphs, glyphs[:0]
	if r.Hyphen {
		text, hyphen = glyphs[:len(glyphs)-1], glyphs[len(glyphs)-1:]
		if r.RTL {
			text, hyphen = glyphs[1:], glyphs[:1]
			d.showAs(softHyphen, hyphen, text, r)
			hyphen = nil
		}
	}
	switch {
	case len(text) == 0:
	case r.RTL || slices.ContainsFunc(text, isSilent):
		d.showAs(r.Text, text, hyphen, r)
	default:
		d.showGlyphs(text, hyphen, r)
	}
	if len(hyphen) > 0 {
		d.showAs(softHyphen, hyphen, nil, r)
	}
}

// softHyphen is what a hyphen copies out as that only the end of the line
// called for (ISO 32000-1, 14.8.2.2.3).
const softHyphen = "\u00AD"

// shape returns the glyphs of a run from left to right, with that of its
// hyphen.
func (d *pen) shape(r layout.Run) []font.Glyph {
	shaper := r.Face
	if r.Tracking != 0 {
		shaper = d.face.withoutLigatures()
	}
	text := r.Text
	if r.Hyphen {
		text += "-"
	}
	d.glyphs = shaper.Shape(d.glyphs[:0], text)
	if r.RTL {
		reverse(d.glyphs)
	}
	return d.glyphs
}

// reverse puts glyphs that were shaped from left to right in the order from
// right to left, each with the combining marks on it.
func reverse(glyphs []font.Glyph) {
	slices.Reverse(glyphs)
	for i := 0; i < len(glyphs); {
		end := i
		for end < len(glyphs)-1 && isMark(glyphs[end]) {
			end++
		}
		slices.Reverse(glyphs[i : end+1])
		i = end + 1
	}
}

func isMark(g font.Glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.Text)
	return unicode.Is(unicode.Mn, r)
}

// isSilent reports whether a glyph stands for no text of its own.
func isSilent(g font.Glyph) bool { return g.Text == "" }

// showAs draws glyphs that stand together for a text; after follows them.
func (d *pen) showAs(text string, glyphs, after []font.Glyph, r layout.Run) {
	d.buf = append(d.buf, "/Span<</ActualText"...)
	d.buf = appendUnicode(d.buf, unicodeOf(text))
	d.buf = append(d.buf, ">>BDC\n"...)
	d.showGlyphs(glyphs, after, r)
	d.buf = append(d.buf, "EMC\n"...)
}

// showGlyphs draws glyphs. If others follow on the line, it goes up to where
// those begin.
func (d *pen) showGlyphs(glyphs, after []font.Glyph, r layout.Run) {
	f := d.face
	em := int64(f.UnitsPerEm)
	b := append(d.buf, "[("...)
	begin := len(b)
	for i, g := range glyphs {
		if len(b)-begin > stringLimit {
			b = append(b, ")("...)
			begin = len(b)
		}
		b = appendCode(b, f.number(g))
		back := (int64(f.Advance(g.ID)) - int64(g.Advance)) * 1000
		space := g.Text == " " && r.WordSpace != 0
		last := i == len(glyphs)-1
		if back == 0 && !space || last && len(after) == 0 {
			continue
		}
		b = append(b, ')')
		if space {
			// Of two fractions, over em and over the size, one.
			back = back*int64(r.Size) - int64(r.WordSpace)*1000*em
			b = appendRatio(b, back, em*int64(r.Size), 1)
		} else {
			b = appendRatio(b, back, em, 1)
		}
		if !last {
			b = append(b, '(')
		} else {
			d.buf = append(b, "]TJ\n"...)
			return
		}
	}
	d.buf = append(b, ")]TJ\n"...)
}
