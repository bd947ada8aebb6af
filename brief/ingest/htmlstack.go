package ingest

import (
	"golang.org/x/net/html/atom"

	"readahead/brief/doc"
)

// An element is an open element.
type element struct {
	tag     atom.Atom
	at      int    // where its tag begins
	path    int    // length of the path without it
	link    int    // htmlReader.link outside of it
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

// push opens an element.
func (h *htmlReader) push(tag atom.Atom, a attributes, reason string) {
	e := element{tag: tag, path: len(h.path.buf), link: h.link, heading: h.heading, first: len(h.top().blocks)}
	h.path.push(tag.String(), a)
	switch {
	case h.region >= 0:
	case reason != "":
		e.reason = reason
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
			h.link = e.link
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
// closes, -1 if there is none. End tags do not reach out of a cell, except
// those of the table's own parts.
func (h *htmlReader) lastOpen(tag atom.Atom) int {
	heading := isHeading(tag)
	for i := len(h.open) - 1; i >= 0; i-- {
		switch open := h.open[i].tag; {
		case open == tag, heading && isHeading(open):
			return i
		case open == atom.Table:
			return -1
		case open == atom.Td, open == atom.Th, open == atom.Caption:
			if !isTablePart(tag) {
				return -1
			}
		}
	}
	return -1
}

// closeImplied closes what the start of a block-level element ends.
func (h *htmlReader) closeImplied(tag atom.Atom) {
	switch tag {
	case atom.Li:
		h.closeWithin(isTag(atom.Li), isTag(atom.Ul, atom.Ol, atom.Menu, atom.Dir))
	case atom.Dt, atom.Dd:
		h.closeWithin(isTag(atom.Dt, atom.Dd), isTag(atom.Dl))
	case atom.Td, atom.Th:
		h.closeWithin(isTag(atom.Td, atom.Th, atom.Caption), isTag(atom.Tr))
	case atom.Tr:
		h.closeWithin(isTag(atom.Tr, atom.Caption), isTag())
	case atom.Thead, atom.Tbody, atom.Tfoot:
		h.closeWithin(isTag(atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Caption), isTag())
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if n := len(h.open); n > 0 && isHeading(h.open[n-1].tag) {
			h.close(n - 1)
		}
	}
	if n := len(h.open); n > 0 && h.open[n-1].tag == atom.P {
		h.close(n - 1)
	}
}

// closeWithin closes the outermost of the open elements that ends holds for,
// looking outward as far as the table, or an element that stop holds for.
func (h *htmlReader) closeWithin(ends, stop func(atom.Atom) bool) {
	found := -1
	for i := len(h.open) - 1; i >= 0; i-- {
		tag := h.open[i].tag
		if tag == atom.Table || stop(tag) {
			break
		}
		if ends(tag) {
			found = i
		}
	}
	if found >= 0 {
		h.close(found)
	}
}

func isTag(tags ...atom.Atom) func(atom.Atom) bool {
	return func(tag atom.Atom) bool {
		for _, t := range tags {
			if t == tag {
				return true
			}
		}
		return false
	}
}
