package pdf

import (
	"bytes"

	"codeberg.org/go-pdf/fpdf"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// A drawing is the pages' content streams and what the rest of the file must
// say of them.
type drawing struct {
	contents [][]byte
	tree     *tree
	codes    coding
	faces    []*face
	pictures []*layout.Picture
	links    []area
}

// A pen draws pages through fpdf. Text, paths and pictures go out as operators
// of our own, in which every glyph stands where package font put it;
// rectangles are fpdf's.
type pen struct {
	drawing
	page   layout.Page
	number int // of the page, from 0
	fpdf   *fpdf.Fpdf
	buf    []byte // operators that fpdf has not got yet
	sent   int    // bytes that it has

	open     int // node of the open marked content, artifact, or closed
	fill     layout.Color
	face     *face
	size     layout.Length
	tracking layout.Length
	inText   bool         // a text object is open
	at       point        // where its present line begins
	glyphs   []font.Glyph // room for a run's
}

const closed = -2

// draw draws the boxes of all pages.
func draw(pages []layout.Page) (*drawing, error) {
	d := &pen{buf: make([]byte, 0, 16<<10), fpdf: fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "pt"})}
	d.tree = newTree(pages)
	d.codes = newCoding()
	d.fpdf.SetAutoPageBreak(false, 0)
	d.fpdf.SetCompression(false)
	for i, p := range pages {
		d.drawPage(i, p)
	}
	d.tree.close()

	var out bytes.Buffer
	out.Grow(d.sent + 16<<10) // for rectangles, too, and fpdf's own objects
	if err := d.fpdf.Output(&out); err != nil {
		return nil, err
	}
	var err error
	d.contents, err = pageContents(out.Bytes())
	if err == nil && len(d.contents) != len(pages) {
		err = errFpdf
	}
	return &d.drawing, err
}

// drawPage draws the boxes of one page. The boxes of one element that follow
// each other make one marked-content sequence (ISO 32000-1, 14.6).
func (d *pen) drawPage(number int, p layout.Page) {
	d.fpdf.AddPageFormat("P", fpdf.SizeType{Wd: p.Width.Points(), Ht: p.Height.Points()})
	d.page, d.number = p, number
	d.open, d.fill, d.face, d.tracking = closed, noColor, nil, 0 // a page begins anew
	for _, box := range p.Boxes {
		switch box := box.(type) {
		case layout.Run:
			box.Element = d.tree.node(number, box.Element)
			d.text(box)
		case layout.Rect:
			box.Element = d.tree.node(number, box.Element)
			d.rect(box)
		case layout.Path:
			box.Element = d.tree.node(number, box.Element)
			d.path(box)
		case layout.Image:
			box.Element = d.tree.node(number, box.Element)
			d.image(box)
		}
	}
	d.mark(closed)
	d.flush()
}

// mark makes a node the owner of what is drawn next.
func (d *pen) mark(node int) {
	if node == d.open {
		return
	}
	if d.open != closed {
		d.endText()
		d.buf = append(d.buf, "EMC\n"...)
	}
	d.open = node
	switch node {
	case closed:
	case layout.Artifact:
		d.buf = append(d.buf, "/Artifact BMC\n"...)
	default:
		d.buf = append(d.buf, '/')
		d.buf = append(d.buf, d.tree.nodes[node].Tag...)
		d.buf = append(d.buf, "<</MCID "...)
		d.buf = appendInt(d.buf, d.tree.mark(node, d.number))
		d.buf = append(d.buf, ">>BDC\n"...)
	}
}

// cover notes that the open element holds something at a place: for the bounds
// of figures, and for links.
func (d *pen) cover(r rectangle) {
	if d.open == layout.Artifact {
		return
	}
	d.tree.extend(d.open, r)
	if link := d.tree.nodes[d.open].link; link >= 0 {
		d.addArea(link, r)
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
	d.mark(r.Element)
	d.endText()
	d.flush()
	d.cover(rectangle{r.X, r.Y, r.X + r.W, r.Y + r.H})
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
