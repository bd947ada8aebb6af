package ingest

import (
	"slices"

	"golang.org/x/net/html/atom"

	"readahead/brief/doc"
)

// An element is an open element.
type element struct {
	tag     atom.Atom
	at      int    // where its tag begins
	path    int    // length of the path without it
	heading int    // htmlReader.heading outside of it
	reason  string // why its content is dropped, or empty
	sink    bool   // whether the innermost sink is its own
	first   int    // how many blocks its sink had when it was opened
	fields  int    // form fields to fill in, in it
	buttons int
}

// maxSinks bounds how deep lists and tables nest. Those deeper than that are
// taken for text of the innermost.
const maxSinks = 32

// A region is an element whose content is dropped.
type region struct {
	at   int // where its tag begins
	text int // how much text it holds outside of hyperlinks, bytes
}

// push opens the element e.
func (h *htmlReader) push(e element, a attributes) {
	e.path, e.heading, e.first = len(h.path.buf), h.heading, len(h.top().blocks)
	h.path.push(e.tag.String(), a)
	switch {
	case h.region >= 0:
	case e.reason != "":
		h.region = len(h.open)
	default:
		h.enter(&e, a)
	}
	h.open = append(h.open, e)
}

// enter does what opening an element whose content is read asks for.
func (h *htmlReader) enter(e *element, a attributes) {
	switch e.tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		h.heading = int(e.tag.String()[1] - '0')
	case atom.Pre:
		h.pre++
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		h.openSink(e, &sink{kind: listSink, ordered: e.tag == atom.Ol})
	case atom.Li:
		if h.top().kind != listSink {
			return // a stray item is a paragraph
		}
		h.openSink(e, &sink{kind: itemSink})
	case atom.Table:
		h.openSink(e, &sink{kind: tableSink, layout: a.role == "presentation" || a.role == "none"})
	case atom.Tr:
		if h.top().kind == tableSink {
			h.top().rows = append(h.top().rows, nil)
		}
	case atom.Td, atom.Th:
		if h.top().kind != tableSink {
			return
		}
		h.openSink(e, &sink{kind: cellSink, head: e.tag == atom.Th || h.isOpen(atom.Thead), colspan: a.colspan, rowspan: a.rowspan})
	}
}

// openSink makes s the sink of e. A heading around it does not reach into it.
func (h *htmlReader) openSink(e *element, s *sink) {
	if len(h.sinks) >= maxSinks {
		return
	}
	s.context = doc.Context{Path: h.path.String()}
	h.sinks = append(h.sinks, s)
	e.sink = true
	h.heading = 0
}

func (h *htmlReader) top() *sink { return h.sinks[len(h.sinks)-1] }

// close closes the open elements from index i on, innermost first.
func (h *htmlReader) close(i int) {
	for len(h.open) > i {
		n := len(h.open) - 1
		e := h.open[n]
		if h.region == n {
			h.open = h.open[:n]
			h.endRegion(e)
		} else {
			if isBlock(e.tag) {
				h.flush()
			}
			h.open = h.open[:n]
			if h.region < 0 {
				h.leave(e)
			}
		}
		h.path.buf = h.path.buf[:e.path]
		h.heading = e.heading
		if h.link > len(h.open) {
			h.link = 0
		}
	}
}

// leave does what closing an element whose content was read asks for.
func (h *htmlReader) leave(e element) {
	if e.tag == atom.Pre {
		h.pre--
	}
	if e.sink {
		s := h.top()
		h.sinks = h.sinks[:len(h.sinks)-1]
		h.top().take(s)
		return
	}
	if e.fields+e.buttons > 0 && !h.dropControlBox(e) && len(h.open) > 0 {
		around := &h.open[len(h.open)-1]
		around.fields += e.fields
		around.buttons += e.buttons
	}
}

// endRegion drops what was found in an element that is not read.
func (h *htmlReader) endRegion(e element) {
	h.region = -1
	t, linked := h.r.mend.inline(h.src, h.lost, false)
	h.lost = h.lost[:0]
	if n := t.Len() - linked; n > h.largest.text {
		h.largest = region{at: e.at, text: n}
	}
	h.r.drop(t, e.reason)
}

// control counts a form control for the element that it stands in.
func (h *htmlReader) control(tag atom.Atom) {
	n := len(h.open)
	if n == 0 || h.region >= 0 {
		return
	}
	if tag == atom.Button {
		h.open[n-1].buttons++
	} else {
		h.open[n-1].fields++
	}
}

// dropControlBox drops the text of e if it is the caption of form controls: a
// sign-up form, a question about cookies, a poll. Such a box has a field to
// fill in, or buttons to choose from under a line or two, and little else: a
// card with a heading and buttons may belong to the text.
func (h *htmlReader) dropControlBox(e element) bool {
	most, longest := 250, 160 // text in the box, and in a paragraph, bytes
	switch {
	case e.tag != atom.Div && e.tag != atom.Section && e.tag != atom.Form && e.tag != atom.Fieldset && e.tag != atom.P:
		return false
	case e.fields == 0 && e.buttons < 2:
		return false
	case e.fields == 0:
		most, longest = 150, 150
	}
	top := h.top()
	if len(top.blocks) <= e.first {
		return false
	}
	found := top.blocks[e.first:]
	for _, b := range found {
		if heading, ok := b.(doc.Heading); ok && (heading.Level == 1 || e.fields == 0) {
			return false
		}
		for _, t := range doc.Texts(b) {
			if most -= t.Len(); t.Len() > longest || most < 0 {
				return false
			}
		}
	}
	for _, b := range found {
		h.r.drop(doc.Join(doc.Texts(b), " "), "caption of form controls")
	}
	top.blocks = top.blocks[:e.first]
	return true
}

// isOpen reports whether an element of this kind is open in the innermost
// table.
func (h *htmlReader) isOpen(tag atom.Atom) bool {
	for i := len(h.open) - 1; i >= 0 && h.open[i].tag != atom.Table; i-- {
		if h.open[i].tag == tag {
			return true
		}
	}
	return false
}

// lastOpen returns the index of the innermost open element that an end tag
// closes, -1 if there is none. End tags do not reach out of a table.
func (h *htmlReader) lastOpen(tag atom.Atom) int {
	heading := isHeading(tag)
	for i := len(h.open) - 1; i >= 0; i-- {
		switch open := h.open[i].tag; {
		case open == tag, heading && isHeading(open):
			return i
		case open == atom.Table:
			return -1
		}
	}
	return -1
}

// closeImplied closes what the start of a block-level element ends.
func (h *htmlReader) closeImplied(tag atom.Atom) {
	switch tag {
	case atom.Li:
		h.closeWithin([]atom.Atom{atom.Ul, atom.Ol, atom.Menu, atom.Dir}, atom.Li)
	case atom.Dt, atom.Dd:
		h.closeWithin([]atom.Atom{atom.Dl}, atom.Dt, atom.Dd)
	case atom.Td, atom.Th:
		h.closeWithin([]atom.Atom{atom.Tr}, atom.Td, atom.Th, atom.Caption)
	case atom.Tr:
		h.closeWithin(nil, atom.Tr, atom.Caption)
	case atom.Thead, atom.Tbody, atom.Tfoot:
		h.closeWithin(nil, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Caption)
	}
	n := len(h.open) - 1
	if n < 0 {
		return
	}
	switch last := h.open[n].tag; {
	case last == atom.P:
		h.close(n)
	case isHeading(last) && (isHeading(tag) || h.region < 0 && len(h.run) > 0 && endsHeading(tag)):
		h.close(n)
	}
}

// endsHeading reports whether an element cannot be part of the heading before
// it, whose end tag must have been forgotten.
func endsHeading(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Ul, atom.Ol, atom.Table, atom.Blockquote:
		return true
	}
	return false
}

// closeWithin closes the outermost open element of one of the kinds, looking
// outward as far as the table, or an element that stops it.
func (h *htmlReader) closeWithin(stops []atom.Atom, kinds ...atom.Atom) {
	found := -1
	for i := len(h.open) - 1; i >= 0; i-- {
		tag := h.open[i].tag
		if tag == atom.Table || slices.Contains(stops, tag) {
			break
		}
		if slices.Contains(kinds, tag) {
			found = i
		}
	}
	if found >= 0 {
		h.close(found)
	}
}
