package pdf

import (
	"strconv"

	"readahead/brief/layout"
)

// A tree is the structure tree of the file in the making: for every element
// what it holds, in reading order. Marked content and child elements come in
// the order in which the pages' boxes meet them.
type tree struct {
	nodes []node
	base  []int          // by page: what to add to an element's index for that of its node
	marks [][]int        // by page: node of each marked-content sequence
	ids   map[string]int // node by identifier, of those that links lead to
}

// A node is an element of some page. Node 0 is the Document of all.
type node struct {
	layout.Element
	page    int // where it is, or begins
	link    int // nearest node around it, itself included, with a link to follow; or -1
	goal    int // nearest around it, itself included, whose text describes a link; or -1
	next    int // sibling after it, or -1
	pending int // first child that kids do not have yet, or -1
	kids    []kid
	marked  bool      // has marked content or annotations of its own
	bounds  rectangle // of its boxes
	drawn   bool      // has boxes
	text    string    // of a label, link or goal
	actual  string    // what its content says, where the glyphs do not
}

// A kid is something that a node holds.
type kid struct {
	kind kidKind
	page int // where marked content is
	n    int // number of the sequence, node or annotation
}

type kidKind uint8

const (
	markKid kidKind = iota
	elementKid
	linkKid
)

// A rectangle is a place on the page; y grows downwards.
type rectangle struct{ left, top, right, bottom layout.Length }

// newTree joins the structure trees of the pages: what their Documents hold
// comes into one, in the order of the pages.
func newTree(pages []layout.Page) *tree {
	total := 1
	for _, p := range pages {
		total += len(p.Elements) - 1
	}
	t := &tree{nodes: make([]node, 0, total), base: make([]int, len(pages)), marks: make([][]int, len(pages))}
	t.ids = goals(pages)
	last := make([]int, total) // last child so far
	for i, p := range pages {
		t.base[i] = max(len(t.nodes)-1, 0)
		for k, e := range p.Elements {
			if i > 0 && k == 0 {
				continue // there is a Document
			}
			if k > 0 {
				e.Parent = t.node(i, e.Parent)
			}
			if e.Parent == 0 && e.Lang == "" && p.Lang != pages[0].Lang {
				e.Lang = p.Lang
			}
			t.add(e, i, last)
		}
	}
	t.describeAddresses()
	return t
}

// describeAddresses sees to it that the text around a link to an address is
// kept, which says what the address is of if the link does not.
func (t *tree) describeAddresses() {
	for i := range t.nodes {
		if n := &t.nodes[i]; n.link == i && n.URL != "" && n.Parent > 0 && n.goal < 0 {
			t.nodes[n.Parent].goal = n.Parent
		}
	}
	for i := range t.nodes {
		if n := &t.nodes[i]; n.Parent > 0 && n.goal < 0 {
			n.goal = t.nodes[n.Parent].goal
		}
	}
}

// ownID begins the identifiers that are given here.
const ownID = "\x00note"

// goals returns the identifiers that links lead to and that elements have.
func goals(pages []layout.Page) map[string]int {
	ids := map[string]int{}
	for _, p := range pages {
		for _, e := range p.Elements {
			if e.Tag == layout.Link && e.Target != "" {
				ids[e.Target] = -1
			}
		}
	}
	found := make(map[string]int, len(ids))
	for _, p := range pages {
		for _, e := range p.Elements {
			if _, ok := ids[e.ID]; ok {
				found[e.ID] = -1
			}
		}
	}
	return found
}

// add adds an element whose parent is a node.
func (t *tree) add(e layout.Element, page int, last []int) {
	i := len(t.nodes)
	n := node{Element: e, page: page, link: -1, goal: -1, next: -1, pending: -1, actual: info(e.Actual)}
	if e.Parent >= 0 {
		parent := &t.nodes[e.Parent]
		n.link, n.goal = parent.link, parent.goal
		if parent.pending < 0 {
			parent.pending = i
		} else {
			t.nodes[last[e.Parent]].next = i
		}
		last[e.Parent] = i
	}
	if e.Tag == layout.Link {
		if _, ok := t.ids[e.Target]; !ok {
			n.Target = ""
		}
		if n.URL = linkURL(e.URL); n.URL != "" || n.Target != "" {
			n.link = i
		} else {
			n.Tag = layout.SpanTag // a Link without a link annotation is none
		}
	}
	if e.Tag == layout.Note && e.ID == "" {
		n.ID = ownID + strconv.Itoa(i) // a Note must have one (ISO 14289-1, 7.9)
	}
	if _, ok := t.ids[e.ID]; ok {
		t.ids[e.ID], n.goal = i, i
	}
	t.nodes = append(t.nodes, n)
}

// spell adds a Span to what a node holds, which says a text in the place of
// the content that it will be given.
func (t *tree) spell(parent int, text string) int {
	t.attach(parent)
	i := len(t.nodes)
	p := &t.nodes[parent]
	p.kids = append(p.kids, kid{kind: elementKid, n: i})
	t.nodes = append(t.nodes, node{
		Element: layout.Element{Tag: layout.SpanTag, Parent: parent},
		page:    p.page, link: p.link, goal: p.goal, next: -1, pending: -1, actual: text,
	})
	return i
}

// node returns the node of an element of a page. An artifact has none.
func (t *tree) node(page, element int) int {
	if element <= 0 { // all Documents are one
		return element
	}
	return t.base[page] + element
}

// mark begins a marked-content sequence of a node on a page and returns its
// number there.
func (t *tree) mark(i, page int) int {
	t.attach(i)
	id := len(t.marks[page])
	t.marks[page] = append(t.marks[page], i)
	t.hold(i, kid{markKid, page, id})
	return id
}

// hold adds a sequence or annotation to what a node holds. A node is said to
// be on the page where its first is.
func (t *tree) hold(i int, k kid) {
	n := &t.nodes[i]
	if !n.marked {
		n.page, n.marked = k.page, true
	}
	n.kids = append(n.kids, k)
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
		p.kids = append(p.kids, kid{kind: elementKid, n: p.pending})
		p.pending = t.nodes[p.pending].next
	}
}

// close attaches the elements that no box belongs to.
func (t *tree) close() {
	for i := range t.nodes {
		t.attachUpTo(i, len(t.nodes))
	}
}

// say adds to the text of a node. It is for descriptions, which have an end.
func (n *node) say(text string) {
	if len(n.text) < maxInfo {
		n.text += text
	}
}

// extend adds the place of a box to its node's bounds.
func (t *tree) extend(i int, r rectangle) {
	n := &t.nodes[i]
	if n.drawn {
		r = n.bounds.union(r)
	}
	n.bounds, n.drawn = r, true
}

func (r rectangle) union(s rectangle) rectangle {
	return rectangle{min(r.left, s.left), min(r.top, s.top), max(r.right, s.right), max(r.bottom, s.bottom)}
}
