package pdf

import (
	"bytes"

	"codeberg.org/go-pdf/fpdf"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// A drawing is a page's content stream and what the rest of the file must say
// of it.
type drawing struct {
	content []byte
	tree    *tree
	faces   []*face
	links   []area
}

// A pen draws a page through fpdf. Text goes out as operators of our own, in
// which every glyph stands where package font put it; rectangles are fpdf's.
type pen struct {
	drawing
	page layout.Page
	fpdf *fpdf.Fpdf
	buf  []byte // operators that fpdf has not got yet
	sent int    // bytes that it has

	open     int // element of the open marked content, artifact, or closed
	fill     layout.Color
	face     *face
	size     layout.Length
	tracking layout.Length
	inText   bool         // a text object is open
	at       point        // where its present line begins
	glyphs   []font.Glyph // room for a run's
}

const closed = -2

// draw draws all boxes. The boxes of one element that follow each other make
// one marked-content sequence (ISO 32000-1, 14.6).
func draw(p layout.Page) (*drawing, error) {
	d := &pen{page: p, open: closed, fill: noColor, buf: make([]byte, 0, 16<<10)}
	d.tree = newTree(p.Elements)
	d.fpdf = fpdf.NewCustom(&fpdf.InitType{
		OrientationStr: "P",
		UnitStr:        "pt",
		Size:           fpdf.SizeType{Wd: p.Width.Points(), Ht: p.Height.Points()},
	})
	d.fpdf.SetAutoPageBreak(false, 0)
	d.fpdf.SetCompression(false)
	d.fpdf.AddPage()
	for _, box := range p.Boxes {
		switch box := box.(type) {
		case layout.Run:
			d.mark(box.Element)
			d.text(box)
		case layout.Rect:
			d.mark(box.Element)
			d.rect(box)
		}
	}
	d.mark(closed)
	d.flush()
	d.tree.close()

	var out bytes.Buffer
	out.Grow(d.sent + 16<<10) // for rectangles, too, and fpdf's own objects
	if err := d.fpdf.Output(&out); err != nil {
		return nil, err
	}
	var err error
	d.content, err = pageContent(out.Bytes())
	return &d.drawing, err
}

// mark makes element the owner of what is drawn next.
func (d *pen) mark(element int) {
	if element == d.open {
		return
	}
	if d.open != closed {
		d.endText()
		d.buf = append(d.buf, "EMC\n"...)
	}
	d.open = element
	switch element {
	case closed:
	case layout.Artifact:
		d.buf = append(d.buf, "/Artifact BMC\n"...)
	default:
		d.buf = append(d.buf, '/')
		d.buf = append(d.buf, d.tree.tag(element)...)
		d.buf = append(d.buf, "<</MCID "...)
		d.buf = appendInt(d.buf, d.tree.mark(element))
		d.buf = append(d.buf, ">>BDC\n"...)
	}
}

// flush hands the operators so far over to fpdf.
func (d *pen) flush() {
	if len(d.buf) > 0 {
		d.fpdf.RawWriteBuf(bytes.NewReader(d.buf[:len(d.buf)-1])) // fpdf ends the line
		d.sent += len(d.buf)
		d.buf = d.buf[:0]
	}
}

func (d *pen) rect(r layout.Rect) {
	d.endText()
	d.flush()
	d.tree.extend(r.Element, rectangle{r.X, r.Y, r.X + r.W, r.Y + r.H})
	red, green, blue := int(r.Color>>16&0xFF), int(r.Color>>8&0xFF), int(r.Color&0xFF)
	x, y, w, h := r.X.Points(), r.Y.Points(), r.W.Points(), r.H.Points()
	if r.Stroke > 0 {
		d.fpdf.SetDrawColor(red, green, blue)
		d.fpdf.SetLineWidth(r.Stroke.Points())
		d.fpdf.Rect(x, y, w, h, "D")
		return
	}
	if r.Color != d.fill {
		d.fpdf.SetFillColor(red, green, blue)
		d.fill = r.Color
	}
	d.fpdf.Rect(x, y, w, h, "F")
}
