package layout

import "readahead/brief/font"

// A Length is a distance in scaled points, 65,536 to the point of 1/72 inch.
// Whole numbers keep the page the same on every machine. (TeX has the idea
// and the name; its point is 1/72.27 inch.)
type Length int64

// Pt is one point.
const Pt Length = 65536

// Points returns p points.
func Points(p float64) Length {
	if p < 0 {
		return -Points(-p)
	}
	return Length(p*float64(Pt) + 0.5)
}

// Points returns l in points.
func (l Length) Points() float64 { return float64(l) / float64(Pt) }

// A Page is a finished page: boxes at fixed places, in reading order, and the
// structure tree they belong to. It is a plain value; nothing is measured or
// chosen after it.
type Page struct {
	Width, Height Length
	Lang          string // BCP 47
	RightToLeft   bool   // how the page is read
	Title         string
	Boxes         []Box
	Elements      []Element // the structure tree; Elements[0] is the Document
}

// An Element is a node of the structure tree (ISO 32000-1, 14.7). A parent
// comes before its children, and children of one parent in reading order.
type Element struct {
	Tag    Tag
	Parent int    // index in Page.Elements; -1 for the root
	Lang   string // where it differs from the page's
	Alt    string // in the place of content that is not text
	Actual string // what its content says, where that is a sign
	ID     string // unique in the page: the target of a citation
	Scope  string // of a TH: "Column" or "Row"
	URL    string // of a Link that leads to an address
	Target string // of a Link that leads to the element with this ID, on this page or another of the file
}

// A Tag is a standard structure type (ISO 32000-1, 14.8.4).
type Tag string

// The structure types a page uses.
const (
	Document  Tag = "Document"
	Sect      Tag = "Sect"
	H1        Tag = "H1"
	H2        Tag = "H2"
	P         Tag = "P"
	L         Tag = "L"
	LI        Tag = "LI"
	Lbl       Tag = "Lbl"
	LBody     Tag = "LBody"
	TableTag  Tag = "Table"
	THead     Tag = "THead"
	TBody     Tag = "TBody"
	TR        Tag = "TR"
	TH        Tag = "TH"
	TD        Tag = "TD"
	Note      Tag = "Note"
	Reference Tag = "Reference"
	Link      Tag = "Link"
	SpanTag   Tag = "Span"
	Figure    Tag = "Figure"
)

// Artifact in the place of an element's index marks a box as decoration, which
// assistive technology passes over.
const Artifact = -1

// A Box is a [Run], a [Rect], a [Path] or an [Image]. Its place is measured
// from the upper left corner of the page.
type Box interface{ box() }

// A Run is text of one style on one line.
type Run struct {
	Element   int    // index in Page.Elements, or Artifact
	X, Y      Length // of the start of the baseline
	Width     Length // of the glyphs with kerning, Tracking and WordSpace
	Text      string // what is drawn and what copies out; a line's last run ends with the space that the break took
	Face      *font.Face
	Size      Length
	Color     Color
	Tracking  Length // added after each glyph
	WordSpace Length // added to each space
	From      int    // index of the printed unit it belongs to, or -1; see Fitted
	Hyphen    bool   // a hyphen is drawn behind Text, and is in Width, that no copy of the text has
	RTL       bool   // Text, in the order of its reading, runs from right to left; X is still its left end
}

// A Rect is a rectangle, filled or, where Stroke is set, outlined. Rules are
// thin filled ones.
type Rect struct {
	Element    int // index in Page.Elements, or Artifact
	X, Y, W, H Length
	Color      Color
	Stroke     Length // line width; 0: filled
}

// A Path is a filled outline, of a logo say.
type Path struct {
	Element  int // index in Page.Elements, or Artifact
	Color    Color
	EvenOdd  bool // inside is where an outline is crossed an odd number of times; else the nonzero rule holds
	Segments []Segment
}

// A Segment is a step of a path.
type Segment struct {
	Op SegmentOp
	P  [3]Point // of MoveTo and LineTo the first; of CurveTo two control points and the end
}

// A SegmentOp says what a segment does.
type SegmentOp uint8

// The steps of a path.
const (
	MoveTo SegmentOp = iota
	LineTo
	CurveTo // a cubic Bézier curve
	Close
)

// A Point is a place on the page.
type Point struct{ X, Y Length }

// An Image is a picture of pixels.
type Image struct {
	Element    int // index in Page.Elements, or Artifact
	X, Y, W, H Length
	Picture    *Picture
}

// A Picture is pixels in rows from the top, and is not changed.
type Picture struct {
	Width, Height int
	RGB           []byte // three bytes a pixel, sRGB
	Alpha         []byte // a byte a pixel, 255 opaque; nil: all are
}

// A Color is sRGB, 0xRRGGBB.
type Color uint32

func (Run) box()   {}
func (Rect) box()  {}
func (Path) box()  {}
func (Image) box() {}
