package pdf

import (
	"fmt"
	"slices"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// maxSide is the longest side of a page and the farthest place on one
// (ISO 32000-1, annex C).
const maxSide = 14400 * layout.Pt

// check reports what keeps p from being written.
func check(p layout.Page, m Meta) error {
	if p.Width < 3*layout.Pt || p.Height < 3*layout.Pt || p.Width > maxSide || p.Height > maxSide {
		return broken("page size %g × %g points", p.Width.Points(), p.Height.Points())
	}
	if err := checkTree(p.Elements); err != nil {
		return err
	}
	for i, box := range p.Boxes {
		var element int
		var places [4]layout.Length
		switch box := box.(type) {
		case layout.Run:
			element = box.Element
			places = [4]layout.Length{box.X, box.Y, box.Width, box.Size}
			if box.Face == nil {
				return broken("box %d: no face", i)
			}
			if box.Size <= 0 {
				return broken("box %d: type size %g", i, box.Size.Points())
			}
			if !inRange(box.Tracking) || !inRange(box.WordSpace) {
				return broken("box %d: spacing out of range", i)
			}
		case layout.Rect:
			element = box.Element
			places = [4]layout.Length{box.X, box.Y, box.W, box.H}
			if box.Stroke < 0 || !inRange(box.Stroke) {
				return broken("box %d: line width %g", i, box.Stroke.Points())
			}
		default:
			return broken("box %d: unknown kind %T", i, box)
		}
		if element != layout.Artifact && (element < 0 || element >= len(p.Elements)) {
			return broken("box %d: no element %d", i, element)
		}
		for _, l := range places {
			if !inRange(l) {
				return broken("box %d: off the page", i)
			}
		}
	}
	return checkAttachments(m.Attachments)
}

func checkTree(elements []layout.Element) error {
	if len(elements) == 0 {
		return broken("no structure tree")
	}
	for i, e := range elements {
		switch {
		case !isTag(e.Tag):
			return broken("element %d: unknown tag %q", i, e.Tag)
		case i == 0 && e.Parent != -1, i > 0 && (e.Parent < 0 || e.Parent >= i):
			return broken("element %d: parent %d", i, e.Parent)
		case len(e.ID) > maxInfo:
			return broken("element %d: identifier of %d bytes", i, len(e.ID))
		case e.Tag == layout.Figure && info(e.Alt) == "":
			return broken("element %d: figure without alternate text", i)
		}
	}
	ids := make([]string, 0, 32)
	for _, e := range elements {
		if e.ID != "" {
			ids = append(ids, e.ID)
		}
	}
	slices.Sort(ids)
	for i := 1; i < len(ids); i++ {
		if ids[i] == ids[i-1] {
			return broken("identifier %q twice", ids[i])
		}
	}
	return nil
}

func isTag(t layout.Tag) bool {
	switch t {
	case layout.Document, layout.Sect, layout.H1, layout.H2, layout.P, layout.L, layout.LI, layout.Lbl, layout.LBody,
		layout.TableTag, layout.THead, layout.TBody, layout.TR, layout.TH, layout.TD,
		layout.Note, layout.Reference, layout.Link, layout.SpanTag, layout.Figure:
		return true
	}
	return false
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

func inRange(l layout.Length) bool { return -maxSide <= l && l <= maxSide }

func broken(format string, args ...any) error {
	return &doc.Error{Msg: "page is not well formed: " + fmt.Sprintf(format, args...)}
}
