package pdf

import (
	"strconv"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// noColor differs from every color.
const noColor layout.Color = 1 << 31

// stringLimit is how many bytes a string in a content stream holds before the
// next one begins; PDF/A allows 32,767 (ISO 19005-3, 6.1.13).
const stringLimit = 16000

// text draws a run. Kerning, and what else sets glyphs off their natural
// places, goes into the TJ operator (ISO 32000-1, 9.4.3) in thousandths of
// the type size.
func (d *pen) text(r layout.Run) {
	d.place(r)
	if r.Text == "" {
		return
	}
	d.setFill(r.Color)
	d.setFace(r.Face, r.Size)
	if r.Tracking != d.tracking {
		d.tracking = r.Tracking
		d.buf = appendLength(d.buf, r.Tracking, 4)
		d.buf = append(d.buf, " Tc\n"...)
	}
	b := d.moveTo(r.X, d.page.Height-r.Y)
	if r.RTL { // the strings have the line's last character first (ISO 32000-1, 14.8.2.3.3)
		b = append(b, "/ReversedChars BMC\n"...)
	}
	b = append(b, '[')
	b = d.appendGlyphs(b, r)
	b = append(b, "]TJ\n"...)
	if r.RTL {
		b = append(b, "EMC\n"...)
	}
	d.buf = b
}

// moveTo begins a text object, or goes on with one, at a place. Within a text
// object, places are told from the line before: mostly the same leading again
// and again, which deflates well.
func (d *pen) moveTo(x, y layout.Length) []byte {
	to := point{hundredths(x), hundredths(y)}
	b := d.buf
	if !d.inText {
		b = append(b, "BT\n"...)
		d.inText, d.at = true, point{}
	}
	b = appendRatio(b, to.x-d.at.x, 100, 2)
	b = append(b, ' ')
	b = appendRatio(b, to.y-d.at.y, 100, 2)
	d.at = to
	return append(b, " Td"...)
}

func (d *pen) endText() {
	if d.inText {
		d.buf = append(d.buf, "ET\n"...)
		d.inText = false
	}
}

// A point is a place from the lower left corner in hundredths of a point.
type point struct{ x, y int64 }

// hundredths rounds to hundredths of a point, halves up.
func hundredths(l layout.Length) int64 { return (int64(l)*100 + int64(layout.Pt/2)) >> 16 }

// place notes where the run stands, for links and figures: an em high, a
// quarter of it under the baseline.
func (d *pen) place(r layout.Run) {
	if r.Element == layout.Artifact {
		return
	}
	n := &d.tree.nodes[r.Element]
	if n.Tag == layout.Lbl {
		n.text += r.Text
	}
	bottom := r.Y + r.Size/4
	at := rectangle{r.X, bottom - r.Size, r.X + r.Width, bottom}
	d.tree.extend(r.Element, at)
	if n.link >= 0 {
		d.tree.nodes[n.link].text += r.Text
		d.addArea(n.link, at)
	}
}

func (d *pen) setFill(c layout.Color) {
	if c == d.fill {
		return
	}
	d.fill = c
	for shift := 16; shift >= 0; shift -= 8 {
		d.buf = appendRatio(d.buf, int64(c>>shift&0xFF), 255, 3)
		d.buf = append(d.buf, ' ')
	}
	d.buf = append(d.buf, "rg\n"...)
}

func (d *pen) setFace(face *font.Face, size layout.Length) {
	if d.face != nil && d.face.Face == face && d.size == size {
		return
	}
	d.face, d.size = d.useFace(face), size
	d.buf = append(d.buf, '/')
	d.buf = append(d.buf, d.face.name...)
	d.buf = append(d.buf, ' ')
	d.buf = appendLength(d.buf, size, 4)
	d.buf = append(d.buf, " Tf\n"...)
}

// useFace returns what the file has of the typeface.
func (d *pen) useFace(face *font.Face) *face {
	for _, f := range d.faces {
		if f.Face == face {
			return f
		}
	}
	f := newFace(face, "F"+strconv.Itoa(len(d.faces)))
	d.faces = append(d.faces, f)
	return f
}

// appendGlyphs appends the elements of a TJ array: strings of two-byte glyph
// numbers, and between them how far to move to the left.
func (d *pen) appendGlyphs(b []byte, r layout.Run) []byte {
	f := d.face
	shaper := f.Face
	if r.Tracking != 0 {
		shaper = f.withoutLigatures()
	}
	if r.RTL {
		d.glyphs = shaper.ShapeRTL(d.glyphs[:0], r.Text)
	} else {
		d.glyphs = shaper.Shape(d.glyphs[:0], r.Text)
	}
	em := int64(f.UnitsPerEm)
	begin, rise, owed := len(b), int32(0), int32(0)
	b = append(b, '(')
	together := 0 // behind the last glyph of those that one text stands for
	for i, g := range d.glyphs {
		if n := sharing(d.glyphs[i:]); n > 1 && !r.RTL {
			together = i + n
			b = append(b, ")]TJ\n/Span<</ActualText"...)
			b = appendUnicode(b, unicodeOf(g.Text))
			b = append(b, ">>BDC\n[("...)
		} else if together > 0 && i == together {
			together = 0
			b = append(b, ")]TJ\nEMC\n[("...)
		}
		if g.DY != rise { // the operator Ts moves a glyph up (ISO 32000-1, 9.3.7)
			rise = g.DY
			b = append(b, ")]TJ\n"...)
			b = appendRatio(b, int64(rise)*int64(r.Size), em*int64(layout.Pt), 3)
			b = append(b, " Ts\n[("...)
		}
		if g.DX != owed {
			b = append(b, ')')
			b = appendRatio(b, int64(owed-g.DX)*1000, em, 1)
			b = append(b, '(')
			owed = g.DX
		}
		if len(b)-begin > stringLimit {
			b = append(b, ")("...)
			begin = len(b)
		}
		cid := f.number(g)
		b = appendStringByte(b, byte(cid>>8))
		b = appendStringByte(b, byte(cid))
		back := (int64(f.Advance(g.ID)) - int64(g.Advance)) * 1000
		space := g.Text == " " && r.WordSpace != 0
		if back == 0 && !space || i == len(d.glyphs)-1 {
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
	b = append(b, ')')
	if rise != 0 {
		b = append(b, "]TJ\n0 Ts\n["...)
	}
	if together > 0 {
		b = append(b, "]TJ\nEMC\n["...)
	}
	return b
}

// sharing returns how many glyphs the first one's text stands for: it and
// those without a text behind it.
func sharing(gs []font.Glyph) int {
	if gs[0].Text == "" {
		return 0
	}
	n := 1
	for n < len(gs) && gs[n].Text == "" {
		n++
	}
	return n
}
