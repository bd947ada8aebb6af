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

// text draws a run.
func (d *pen) text(r layout.Run) {
	f := d.useFace(r.Face)
	glyphs := d.shape(f, r)
	if r.Element == layout.Artifact {
		r.Element = pagination
	} else if text := spelled(r, glyphs); text != "" {
		r.Element = d.tree.spell(r.Element, text)
	}
	d.mark(r.Element)
	d.place(r)
	if len(glyphs) == 0 {
		return
	}
	d.setFill(r.Color)
	d.setFace(f, r.Size)
	if r.Tracking != d.tracking {
		d.tracking = r.Tracking
		d.buf = appendLength(d.buf, r.Tracking, 4)
		d.buf = append(d.buf, " Tc\n"...)
	}
	d.moveTo(r.X, d.page.Height-r.Y)
	if !r.RTL {
		d.showGlyphs(glyphs, r)
		return
	}
	d.buf = append(d.buf, "/ReversedChars BMC\n"...) // ISO 32000-1, 14.8.2.3.3
	d.showGlyphs(glyphs, r)
	d.buf = append(d.buf, "EMC\n"...)
}

// moveTo begins a text object, or goes on with one, at a place. Within a text
// object, places are told from the line before: mostly the same leading again
// and again, which deflates well.
func (d *pen) moveTo(x, y layout.Length) {
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
	d.buf = append(b, " Td"...)
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

// place notes where the run stands, an em high, a quarter of it under the
// baseline, and what it says of the elements around it.
func (d *pen) place(r layout.Run) {
	bottom := r.Y + r.Size/4
	d.cover(rectangle{r.X, bottom - r.Size, r.X + r.Width, bottom})
	if d.open < 0 {
		return
	}
	n := &d.tree.nodes[d.open]
	if n.Tag == layout.Lbl {
		n.say(r.Text)
	}
	if n.link >= 0 {
		d.tree.nodes[n.link].say(r.Text)
	}
	if n.goal >= 0 {
		d.tree.nodes[n.goal].say(r.Text)
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

func (d *pen) setFace(f *face, size layout.Length) {
	if d.face == f && d.size == size {
		return
	}
	d.face, d.size = f, size
	d.buf = append(d.buf, '/')
	d.buf = append(d.buf, f.name...)
	d.buf = append(d.buf, ' ')
	d.buf = appendLength(d.buf, size, 4)
	d.buf = append(d.buf, " Tf\n"...)
}

// useFace returns what the file has of the typeface. Faces that have the same
// glyphs are one font.
func (d *pen) useFace(face *font.Face) *face {
	base := face.Base()
	for _, f := range d.faces {
		if f.Face == base {
			return f
		}
	}
	f := newFace(base, "F"+strconv.Itoa(len(d.faces)), &d.codes)
	d.faces = append(d.faces, f)
	return f
}
