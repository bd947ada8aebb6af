package preflight

// A tree is the structure tree (ISO 32000-1, 14.7).
type tree struct {
	root     int
	kids     []*element
	order    []*element       // all elements, parents before children
	byNumber map[int]*element // by object number
	parents  map[int]value    // the parent tree
	roles    dict
}

// An element is a node of the structure tree.
type element struct {
	object      int
	dict        dict
	tag         name // the standard type; "" if there is none
	parent      *element
	kids        []*element
	marks       []mark       // the marked content that is its own
	annotations map[int]bool // by object number
}

// A mark is a piece of marked content: the object of the content stream or
// page that it is in, and its identifier there.
type mark struct{ stream, id int }

// maxElements is how many structure elements are read.
const maxElements = 1 << 18

// readStructure reads the structure tree and its parent tree.
func (c *checker) readStructure() {
	v := c.catalog["StructTreeRoot"]
	root := c.f.dict(v)
	catalog := objectOf(c.f.trailer["Root"], 0)
	c.tree = tree{root: objectOf(v, catalog), byNumber: map[int]*element{}, parents: map[int]value{}, roles: c.f.dict(root["RoleMap"])}
	if root == nil {
		c.both("7.1", "6.7.3.3", catalog, "the document has no structure tree")
		return
	}
	c.readParents(root["ParentTree"], map[ref]bool{}, 0)
	c.readKids(nil, root, c.tree.root, 0)
	if len(c.tree.order) == 0 {
		c.pdf("14.7.2", c.tree.root, "the structure tree is empty")
	}
}

// readParents reads the parent tree, a number tree (7.9.7).
func (c *checker) readParents(v value, seen map[ref]bool, depth int) {
	if r, ok := v.(ref); ok {
		if seen[r] {
			return
		}
		seen[r] = true
	}
	if depth > maxNesting {
		return
	}
	d := c.f.dict(v)
	nums := c.f.array(d["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		if k, ok := c.f.integer(nums[i]); ok {
			c.tree.parents[k] = nums[i+1]
		}
	}
	for _, kid := range c.f.array(d["Kids"]) {
		c.readParents(kid, seen, depth+1)
	}
}

// readKids reads the children of an element, or, where that is nil, of the
// root.
func (c *checker) readKids(e *element, d dict, n, depth int) {
	if depth > maxNesting {
		c.pdf("14.7.2", n, "the structure tree is too deep")
		return
	}
	page := objectOf(d["Pg"], 0)
	for _, v := range c.f.list(d["K"]) {
		if id, ok := c.f.integer(v); ok {
			if e != nil {
				e.marks = append(e.marks, mark{page, id})
			}
			continue
		}
		kid := c.f.dict(v)
		switch {
		case kid == nil:
			c.pdf("14.7.2", n, "a structure element has a child that is none")
		case c.f.name(kid["Type"]) == "MCR" && e != nil:
			at := objectOf(kid["Pg"], page)
			if s, ok := kid["Stm"].(ref); ok {
				at = int(s)
			}
			if id, ok := c.f.integer(kid["MCID"]); ok {
				e.marks = append(e.marks, mark{at, id})
			}
		case c.f.name(kid["Type"]) == "OBJR" && e != nil:
			e.annotations[objectOf(kid["Obj"], 0)] = true
		default:
			c.readElement(e, v, kid, n, depth)
		}
	}
}

func (c *checker) readElement(parent *element, v value, d dict, around, depth int) {
	n := objectOf(v, around)
	if c.tree.byNumber[n] != nil || len(c.tree.order) >= maxElements {
		c.pdf("14.7.2", n, "a structure element stands in the tree twice")
		return
	}
	e := &element{object: n, dict: d, parent: parent, annotations: map[int]bool{}}
	e.tag = c.standardType(n, c.f.name(d["S"]))
	c.tree.byNumber[n] = e
	c.tree.order = append(c.tree.order, e)
	if parent == nil {
		c.tree.kids = append(c.tree.kids, e)
	} else {
		parent.kids = append(parent.kids, e)
	}
	above := c.tree.root
	if parent != nil {
		above = parent.object
	}
	if d["P"] == nil {
		c.ua("7.1", n, "a structure element does not name its parent")
	} else if objectOf(d["P"], 0) != above {
		c.pdf("14.7.2", n, "a structure element names another parent than the one it is a child of")
	}
	c.readKids(e, d, n, depth+1)
}

// standardType returns the standard type that a type stands for, through the
// role map (14.8.4), or "" if there is none.
func (c *checker) standardType(n int, tag name) name {
	from := tag
	for range 64 {
		if isStandard(tag) {
			if to := c.tree.roles[tag]; to != nil {
				c.ua("7.1", c.tree.root, "the standard structure type %q is given another role", tag)
			}
			return tag
		}
		next := c.f.name(c.tree.roles[tag])
		if next == "" {
			c.both("7.1", "6.7.3.4", n, "the structure type %q is not mapped to a standard one", from)
			return ""
		}
		tag = next
	}
	c.both("7.1", "6.7.3.4", n, "the structure type %q is mapped in a circle", from)
	return ""
}

func isStandard(tag name) bool {
	return oneOf(tag, "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private") ||
		oneOf(tag, "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot") ||
		oneOf(tag, "Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT RP WT WP Figure Formula Form")
}

// inherited returns the first value of a key in the element or those above it.
func (e *element) inherited(key name) value {
	for ; e != nil; e = e.parent {
		if v := e.dict[key]; v != nil {
			return v
		}
	}
	return nil
}
