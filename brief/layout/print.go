package layout

import (
	"fmt"
	"io"
	"strings"
)

// Print writes the page as text for people and tests: a line for the page and
// then one for each box in reading order, with its place in the structure
// tree, x, y and width in points, style, and text.
func Print(w io.Writer, p Page) error {
	var b strings.Builder
	fmt.Fprintf(&b, "page %s × %s %s %q\n", inPoints(p.Width), inPoints(p.Height), p.Lang, p.Title)
	for _, box := range p.Boxes {
		switch box := box.(type) {
		case Run:
			fmt.Fprintf(&b, "%-22s %7s %7s %7s  %s %s #%06x  %q", p.path(box.Element),
				inPoints(box.X), inPoints(box.Y), inPoints(box.Width), box.Face.Name, inPoints(box.Size), uint32(box.Color), box.Text)
			if box.Element != Artifact && p.Elements[box.Element].Actual != "" {
				fmt.Fprintf(&b, " says %q", p.Elements[box.Element].Actual)
			}
			b.WriteByte('\n')
		case Rect:
			fmt.Fprintf(&b, "%-22s %7s %7s %7s  × %s #%06x", p.path(box.Element),
				inPoints(box.X), inPoints(box.Y), inPoints(box.W), inPoints(box.H), uint32(box.Color))
			if box.Stroke > 0 {
				fmt.Fprintf(&b, " outlined %s", inPoints(box.Stroke))
			}
			b.WriteByte('\n')
		case Path:
			fmt.Fprintf(&b, "%-22s path of %d #%06x", p.path(box.Element), len(box.Segments), uint32(box.Color))
			for _, s := range box.Segments {
				at := s.P[0]
				if s.Op == CurveTo {
					at = s.P[2]
				}
				fmt.Fprintf(&b, " %d:%s,%s", s.Op, inPoints(at.X), inPoints(at.Y))
			}
			b.WriteByte('\n')
		case Image:
			fmt.Fprintf(&b, "%-22s %7s %7s %7s  × %s picture %d × %d\n", p.path(box.Element),
				inPoints(box.X), inPoints(box.Y), inPoints(box.W), inPoints(box.H), box.Picture.Width, box.Picture.Height)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// path names an element and what it is in, without the document.
func (p Page) path(element int) string {
	if element == Artifact {
		return "-"
	}
	path := ""
	for e := element; e > 0; e = p.Elements[e].Parent {
		path = string(p.Elements[e].Tag) + "/" + path
	}
	return strings.TrimSuffix(path, "/")
}

// inPoints writes a length in points with two places, by whole numbers only.
func inPoints(l Length) string {
	sign := ""
	if l < 0 {
		sign, l = "-", -l
	}
	hundredths := (l*100 + Pt/2) / Pt
	return fmt.Sprintf("%s%d.%02d", sign, hundredths/100, hundredths%100)
}
