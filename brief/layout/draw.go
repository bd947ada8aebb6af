package layout

import (
	"fmt"
	"unicode/utf8"
)

// element adds a node to the structure tree.
func (w *work) node(e Element) int {
	w.page.Elements = append(w.page.Elements, e)
	return len(w.page.Elements) - 1
}

// tag adds a node of the given type.
func (w *work) tag(t Tag, parent int) int { return w.node(Element{Tag: t, Parent: parent}) }

// element returns the element that a span of a paragraph in the element
// parent is in.
func (w *work) element(parent int, s *span) int {
	if s.tag == "" || parent == Artifact {
		return parent
	}
	return w.node(Element{Tag: s.tag, Parent: parent, URL: s.url})
}

// fill paints a rectangle that is decoration.
func (w *work) fill(x, y, width, height Length, c Color) {
	w.page.Boxes = append(w.page.Boxes, Rect{Element: Artifact, X: x, Y: y, W: width, H: height, Color: c})
}

// maxText is more bytes than fit on any page at the smallest size.
const maxText = 60000

// note remembers the characters that a text needs and its face lacks.
func (w *work) note(st *style, text string) {
	for _, r := range text {
		if r < utf8.RuneSelf || st.face.Has(r) {
			continue
		}
		m := missing{w.open.unit, r}
		if w.missing[m] || len(w.missing) >= 1000 {
			continue
		}
		if w.missing == nil {
			w.missing = map[missing]bool{}
		}
		w.missing[m] = true
		w.warnings = append(w.warnings, Warning{Unit: m.unit, Msg: fmt.Sprintf("the typeface has no %U (%c); a box is printed in its place", r, r)})
	}
}
