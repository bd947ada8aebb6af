package pdf

import (
	"slices"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// softHyphen is what a hyphen stands for that only the end of the line called
// for (ISO 32000-1, 14.8.2.2.3): readers put the word together again.
//
// The glyph says so in the map to text, not in a Span with an ActualText
// around it. Programs take both for the same, but poppler's structure text
// ends at a Span within marked content. For a plain hyphen, pdftotext would
// join the word without a trace, and nothing would tell it from the hyphen of
// a compound.
const softHyphen = "\u00AD"

// shape returns the glyphs of a run from left to right, with that of its
// hyphen.
func (d *pen) shape(f *face, r layout.Run) []font.Glyph {
	shaper := r.Face
	switch {
	case r.Tracking == 0:
	case shaper == f.Face:
		shaper = f.withoutLigatures()
	default: // superior figures, which nobody tracks
		shaper = shaper.WithoutLigatures()
	}
	text := r.Text
	if r.Hyphen {
		text += "-"
	}
	if r.RTL {
		d.glyphs = shaper.ShapeRTL(d.glyphs[:0], text)
		if r.Hyphen {
			d.glyphs[0].Text = softHyphen
		}
		return d.glyphs
	}
	d.glyphs = shaper.Shape(d.glyphs[:0], text)
	if r.Hyphen {
		d.glyphs[len(d.glyphs)-1].Text = softHyphen
	}
	return d.glyphs
}

// spelled returns the text that a run's element must say because its glyphs do
// not, one by one in the order of reading: glyphs from right to left, or
// glyphs that share a text. It is "" for all other runs.
//
// Text from right to left has its glyphs from left to right all the same, and
// the text is said by an element of the structure tree, not in the content:
// pdftotext, MuPDF and PDFium turn the glyphs round themselves, and would turn
// round an ActualText of the content, too.
func spelled(r layout.Run, glyphs []font.Glyph) string {
	if len(r.Text) > maxInfo {
		return "" // more than a string of the file may hold
	}
	if r.RTL || slices.ContainsFunc(glyphs, func(g font.Glyph) bool { return g.Text == "" }) {
		return r.Text
	}
	return ""
}

// showGlyphs draws glyphs from where the pen is. Kerning, and what else sets
// them off their natural places, goes into the TJ operator (ISO 32000-1,
// 9.4.3) in thousandths of the type size.
func (d *pen) showGlyphs(glyphs []font.Glyph, r layout.Run) {
	f := d.face
	em := int64(f.UnitsPerEm)
	b := append(d.buf, "[("...)
	begin := len(b)
	rise, moved := int32(0), int32(0)
	for i, g := range glyphs {
		if g.DY != rise { // the operator Ts moves what follows up (ISO 32000-1, 9.3.7)
			rise = g.DY
			b = append(b, ")]TJ\n"...)
			b = appendRatio(b, int64(rise)*int64(r.Size), em*int64(layout.Pt), 3)
			b = append(b, " Ts\n[("...)
		}
		if g.DX != moved {
			b = append(b, ')')
			b = appendRatio(b, int64(moved-g.DX)*1000, em, 1)
			b = append(b, '(')
			moved = g.DX
		}
		if len(b)-begin > stringLimit {
			b = append(b, ")("...)
			begin = len(b)
		}
		n := f.number(g)
		b = appendStringByte(b, byte(n>>8))
		b = appendStringByte(b, byte(n))
		back := (int64(f.Advance(g.ID)) - int64(g.Advance)) * 1000
		space := g.Text == " " && r.WordSpace != 0
		if back == 0 && !space || i == len(glyphs)-1 {
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
		b = append(b, '(')
	}
	b = append(b, ")]TJ\n"...)
	if rise != 0 {
		b = append(b, "0 Ts\n"...)
	}
	d.buf = b
}
