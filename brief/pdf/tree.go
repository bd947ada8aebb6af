package pdf

import (
	"strconv"

	"readahead/brief/layout"
)

// A tree is the structure tree in the making: for every element what it holds,
// in reading order. Marked content and child elements come in the order in
// which the page's boxes meet them.
type tree struct {
	nodes []node
	marks []int // element of each marked-content sequence
}

type node struct {
	layout.Element
	link    int // nearest element around it, itself included, with a link to follow; or -1
	next    int // sibling after it, or -1
	pending int // first child that kids do not have yet, or -1
	kids    []kid
	marked  bool      // has marked content of its own
	bounds  rectangle // of its boxes
	drawn   bool      // has boxes
	text    string    // of a label or link
}

// A kid is something that an element holds.
type kid struct {
	kind kidKind
	n    int // number of the sequence, element or annotation
}

type kidKind uint8

const (
	markKid kidKind = iota
	elementKid
	linkKid
)

// A rectangle is a place on the page; y grows downwards.
type rectangle struct{ left, top, right, bottom layout.Length }

func newTree(elements []layout.Element) *tree {
	t := &tree{nodes: make([]node, len(elements)), marks: make([]int, 0, len(elements))}
	last := make([]int, len(elements)) // last child so far
	for i, e := range elements {
		n := node{Element: e, link: -1, next: -1, pending: -1}
		if e.Parent >= 0 {
			n.link = t.nodes[e.Parent].link
			if t.nodes[e.Parent].pending < 0 {
				t.nodes[e.Parent].pending = i
			} else {
				t.nodes[last[e.Parent]].next = i
			}
			last[e.Parent] = i
		}
		if e.Tag == layout.Link {
			if n.URL = linkURL(e.URL); n.URL != "" {
				n.link = i
			} else {
				n.Tag = layout.SpanTag // a Link without a link annotation is none
			}
		}
		if e.Tag == layout.Note && e.ID == "" {
			n.ID = "\x00note" + strconv.Itoa(i) // a Note must have one (ISO 14289-1, 7.9)
		}
		t.nodes[i] = n
	}
	return t
}

// tag returns the structure type of an element.
func (t *tree) tag(element int) layout.Tag { return t.nodes[element].Tag }

// mark begins a marked-content sequence of an element and returns its number.
func (t *tree) mark(element int) int {
	t.attach(element)
	id := len(t.marks)
	t.marks = append(t.marks, element)
	n := &t.nodes[element]
	n.kids = append(n.kids, kid{markKid, id})
	n.marked = true
	return id
}

// attach sees to it that element and what is around it are among the kids of
// their parents, behind siblings that come before them and hold nothing.
func (t *tree) attach(element int) {
	for element > 0 {
		parent := t.nodes[element].Parent
		t.attachUpTo(parent, element)
		element = parent
	}
}

func (t *tree) attachUpTo(parent, element int) {
	p := &t.nodes[parent]
	for p.pending >= 0 && p.pending <= element {
		p.kids = append(p.kids, kid{elementKid, p.pending})
		p.pending = t.nodes[p.pending].next
	}
}

// close attaches the elements that no box belongs to.
func (t *tree) close() {
	for i := range t.nodes {
		t.attachUpTo(i, len(t.nodes))
	}
}

// extend adds the place of a box to its element's bounds.
func (t *tree) extend(element int, r rectangle) {
	if element == layout.Artifact {
		return
	}
	n := &t.nodes[element]
	if n.drawn {
		r = n.bounds.union(r)
	}
	n.bounds, n.drawn = r, true
}

func (r rectangle) union(s rectangle) rectangle {
	return rectangle{min(r.left, s.left), min(r.top, s.top), max(r.right, s.right), max(r.bottom, s.bottom)}
}
