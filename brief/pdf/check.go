package pdf

import (
	"fmt"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// maxSide is the longest side of a page and the farthest place on one
// (ISO 32000-1, annex C).
const maxSide = 14400 * layout.Pt

// maxPixels is the greatest width and height of a picture: with more, the
// product of both and three bytes would not be safe to reckon with.
const maxPixels = 1 << 15

// check reports what keeps the pages from being written.
func check(pages []layout.Page, m Meta) error {
	if len(pages) == 0 {
		return broken("there is none")
	}
	for _, p := range pages {
		if err := checkPage(p); err != nil {
			return err
		}
	}
	if err := checkIdentifiers(pages); err != nil {
		return err
	}
	return checkAttachments(m.Attachments)
}

func checkPage(p layout.Page) error {
	if p.Width < 3*layout.Pt || p.Height < 3*layout.Pt || p.Width > maxSide || p.Height > maxSide {
		return broken("page size %g × %g points", p.Width.Points(), p.Height.Points())
	}
	if err := checkTree(p.Elements); err != nil {
		return err
	}
	for i, box := range p.Boxes {
		element, wrong := checkBox(box)
		if wrong != "" {
			return broken("box %d: %s", i, wrong)
		}
		if element != layout.Artifact && (element < 0 || element >= len(p.Elements)) {
			return broken("box %d: no element %d", i, element)
		}
	}
	return nil
}

// checkBox returns the element that a box belongs to, and what is wrong with
// the box.
func checkBox(box layout.Box) (element int, wrong string) {
	switch b := box.(type) {
	case layout.Run:
		switch {
		case b.Face == nil:
			wrong = "no face"
		case b.Size <= 0:
			wrong = fmt.Sprintf("type size %g", b.Size.Points())
		case !inRange(b.Tracking, b.WordSpace):
			wrong = "spacing out of range"
		case !inRange(b.X, b.Y, b.Width, b.Size):
			wrong = offPage
		}
		return b.Element, wrong
	case layout.Rect:
		switch {
		case b.Stroke < 0 || !inRange(b.Stroke):
			wrong = fmt.Sprintf("line width %g", b.Stroke.Points())
		case !inRange(b.X, b.Y, b.W, b.H):
			wrong = offPage
		}
		return b.Element, wrong
	case layout.Path:
		return b.Element, checkSegments(b.Segments)
	case layout.Image:
		wrong = checkPicture(b.Picture)
		if wrong == "" && !inRange(b.X, b.Y, b.W, b.H) {
			wrong = offPage
		}
		return b.Element, wrong
	}
	return 0, fmt.Sprintf("unknown kind %T", box)
}

const offPage = "off the page"

func checkSegments(segments []layout.Segment) string {
	for i, s := range segments {
		if i == 0 && s.Op != layout.MoveTo {
			return "a path that begins nowhere"
		}
		if s.Op > layout.Close {
			return fmt.Sprintf("unknown step %d of a path", s.Op)
		}
		for _, p := range s.P {
			if !inRange(p.X, p.Y) {
				return offPage
			}
		}
	}
	return ""
}

func checkPicture(p *layout.Picture) string {
	switch {
	case p == nil:
		return "no picture"
	case p.Width <= 0 || p.Height <= 0 || p.Width > maxPixels || p.Height > maxPixels:
		return fmt.Sprintf("picture of %d × %d pixels", p.Width, p.Height)
	case len(p.RGB) != 3*p.Width*p.Height:
		return fmt.Sprintf("picture of %d × %d pixels in %d bytes", p.Width, p.Height, len(p.RGB))
	case p.Alpha != nil && len(p.Alpha) != p.Width*p.Height:
		return fmt.Sprintf("picture of %d × %d pixels with %d of opacity", p.Width, p.Height, len(p.Alpha))
	}
	return ""
}

func checkAttachments(as []Attachment) error {
	for i, a := range as {
		for _, b := range as[:i] {
			if fileName(a.Name) == fileName(b.Name) {
				return &doc.Error{Msg: fmt.Sprintf("two attachments are named %q", fileName(a.Name))}
			}
		}
	}
	return nil
}

func inRange(lengths ...layout.Length) bool {
	for _, l := range lengths {
		if l < -maxSide || l > maxSide {
			return false
		}
	}
	return true
}

func broken(format string, args ...any) error {
	return &doc.Error{Msg: "page is not well formed: " + fmt.Sprintf(format, args...)}
}
