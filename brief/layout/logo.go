package layout

// A Logo is the sign of the house that stands at the left of the head.
type Logo struct {
	File   string // SVG, PNG or JPEG, from the folder of its template
	Alt    string // what it shows, for those who do not see it
	Height Length
	Art    Art    `yaml:"-"` // the file's content, which package art reads
	SHA256 string `yaml:"-"` // of the file, hex
}

// Art is a drawing or a picture. Its zero value is none.
type Art struct {
	Width, Height float64 // in units of its own
	Paths         []ArtPath
	Picture       *Picture
}

// An ArtPath is a filled outline of a drawing, in the drawing's units.
type ArtPath struct {
	Color    Color
	EvenOdd  bool
	Segments []ArtSegment
}

// An ArtSegment is a step of an outline, as [Segment] is of a page's.
type ArtSegment struct {
	Op SegmentOp
	P  [3][2]float64
}

// A placedLogo is the logo at its size on the page.
type placedLogo struct{ width, height Length }

// maxLogo is the share of the measure that a logo may take.
const maxLogo Share = 300

// logo returns the size of the logo: of the height that it is to have, unless
// that makes it too wide.
func (w *work) logo() (l placedLogo) {
	art := &w.t.Logo.Art
	if art.Width <= 0 || art.Height <= 0 {
		return l
	}
	l.height = w.t.Logo.Height
	l.width = Length(float64(l.height) * art.Width / art.Height)
	if most := maxLogo.Of(w.measure()); l.width > most {
		l.width, l.height = most, Length(float64(most)*art.Height/art.Width)
	}
	return l
}

// drawLogo draws the logo with its upper left corner at a place.
func (w *work) drawLogo(l *placedLogo, x, y Length) {
	if l.width == 0 {
		return
	}
	logo := &w.t.Logo
	figure := w.element(Element{Tag: Figure, Parent: 0, Alt: Printable(logo.Alt)})
	if logo.Art.Picture != nil {
		w.page.Boxes = append(w.page.Boxes, Image{Element: figure, X: x, Y: y, W: l.width, H: l.height, Picture: logo.Art.Picture})
		return
	}
	across, down := float64(l.width)/logo.Art.Width, float64(l.height)/logo.Art.Height
	for i := range logo.Art.Paths {
		from := &logo.Art.Paths[i]
		path := Path{Element: figure, Color: from.Color, EvenOdd: from.EvenOdd, Segments: make([]Segment, len(from.Segments))}
		for k := range from.Segments {
			path.Segments[k].Op = from.Segments[k].Op
			for j, p := range from.Segments[k].P {
				path.Segments[k].P[j] = Point{x + inside(p[0]*across, l.width), y + inside(p[1]*down, l.height)}
			}
		}
		w.page.Boxes = append(w.page.Boxes, path)
	}
}

// inside keeps a coordinate of a drawing within its frame: what stands out is
// pressed to the edge, so that no drawing reaches beyond its place.
func inside(v float64, most Length) Length {
	if !(v > 0) { // nor a number that is none
		return 0
	}
	return min(Length(min(v, float64(most))+0.5), most)
}
