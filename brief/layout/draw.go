package layout

import (
	"fmt"
	"slices"
)

// element adds an element to the structure tree.
func (w *work) element(e Element) int {
	w.page.Elements = append(w.page.Elements, e)
	return len(w.page.Elements) - 1
}

// tag adds an element of the given type.
func (w *work) tag(t Tag, parent int) int { return w.element(Element{Tag: t, Parent: parent}) }

// elementOf returns the element that a span of a paragraph in the element
// parent is in.
func (w *work) elementOf(parent int, s *span) int {
	if s.tag == "" || parent == Artifact {
		return parent
	}
	inside := w.element(Element{Tag: s.tag, Parent: parent, URL: s.url})
	if s.target != "" {
		inside = w.element(Element{Tag: Link, Parent: inside, Target: s.target})
	}
	return inside
}

// fill paints a rectangle that is decoration. Rules without thickness are not
// drawn.
func (w *work) fill(x, y, width, height Length, c Color) {
	if width <= 0 || height <= 0 {
		return
	}
	w.page.Boxes = append(w.page.Boxes, Rect{Element: Artifact, X: x, Y: y, W: width, H: height, Color: c})
}

// maxText is more bytes than fit on any page at the smallest size.
const maxText = 60000

// warn reports characters that the unit under way needs and its face lacks,
// each once for a unit.
func (w *work) warn(missing []rune) {
	for _, r := range missing {
		warning := Warning{Unit: w.open.unit, Msg: fmt.Sprintf("the typeface has no %U (%c); a box is printed in its place", r, r)}
		if len(w.warnings) < maxWarnings && !slices.Contains(w.warnings, warning) {
			w.warnings = append(w.warnings, warning)
		}
	}
}

const maxWarnings = 200
