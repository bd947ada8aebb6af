package preflight

import (
	"cmp"
	"slices"
)

// checkStructure checks the elements of the structure tree (ISO 14289-1, 7.1
// to 7.9) and how they and the marked content belong together.
func (c *checker) checkStructure() {
	notes := map[string]bool{}
	ids := map[string]bool{}
	heading := 0
	var plainH, levelH bool
	for _, e := range c.tree.order {
		n := e.object
		c.checkLang(n, e.dict["Lang"])
		for _, k := range []name{"Alt", "ActualText", "E"} {
			if e.dict[k] != nil && !c.hasLang && e.inherited("Lang") == nil {
				c.ua("7.2", n, "the %s of an element has no language", k)
			}
		}
		if id, ok := c.f.text(e.dict["ID"]); ok {
			if ids[id] && e.tag != "Note" {
				c.pdf("14.7.2", n, "two elements have the identifier %q", id)
			}
			ids[id] = true
		}
		c.checkParent(e)
		switch e.tag {
		case "H1", "H2", "H3", "H4", "H5", "H6":
			level := int(e.tag[1] - '0')
			if level > heading+1 {
				c.ua("7.4.2", n, "a heading of level %d follows one of level %d", level, heading)
			}
			heading, levelH = level, true
		case "H":
			plainH = true
		case "Figure", "Formula":
			c.checkAlternate(e)
		case "Note":
			id, _ := c.f.text(e.dict["ID"])
			if id == "" {
				c.ua("7.9", n, "a note has no identifier")
			} else if notes[id] {
				c.ua("7.9", n, "two notes have the identifier %q", id)
			}
			notes[id] = true
		case "Table":
			c.checkTable(e)
		case "Form":
			c.pdf("14.8.4", n, "a Form element is not checked here")
		}
	}
	if plainH && levelH {
		c.ua("7.4.4", c.tree.root, "headings with and without levels are mixed")
	}
	c.checkMarks()
}

// checkAlternate checks what stands for a picture or a formula (7.3, 7.7).
func (c *checker) checkAlternate(e *element) {
	alt, _ := c.f.text(e.dict["Alt"])
	if alt != "" || e.dict["ActualText"] != nil {
		return
	}
	clause := "7.3"
	if e.tag == "Formula" {
		clause = "7.7"
	}
	c.ua(clause, e.object, "a %s has no alternate text", e.tag)
}

// checkParent checks which elements are in which (7.2; ISO 32000-1, 14.8.4.3).
func (c *checker) checkParent(e *element) {
	var parent name
	if e.parent != nil {
		parent = e.parent.tag
	}
	in, kids := "", ""
	switch e.tag {
	case "TR":
		in, kids = "Table THead TBody TFoot", "TH TD"
	case "THead", "TBody", "TFoot":
		in, kids = "Table", "TR"
	case "TH", "TD":
		in = "TR"
	case "Table":
		kids = "TR THead TBody TFoot Caption"
	case "L":
		kids = "L LI Caption"
	case "LI":
		in, kids = "L", "Lbl LBody"
	case "LBody":
		in = "LI"
	case "TOC":
		kids = "TOC TOCI Caption"
	case "TOCI":
		in = "TOC"
	}
	if in != "" && !oneOf(parent, in) {
		c.ua("7.2", e.object, "a %s is in a %q", e.tag, parent)
	}
	headings := 0
	for i, k := range e.kids {
		if kids != "" && k.tag != "" && !oneOf(k.tag, kids) {
			c.ua("7.2", e.object, "a %s has a %s in it", e.tag, k.tag)
		}
		if k.tag == "Caption" && oneOf(e.tag, "L TOC") && i > 0 {
			c.ua("7.2", k.object, "a caption is not the first in its %s", e.tag)
		}
		if k.tag == "H" {
			headings++
		}
	}
	if headings > 1 {
		c.ua("7.4.4", e.object, "an element has two headings without levels")
	}
}

// checkMarks checks that the elements name the marked content of the pages,
// each piece once, and nothing else.
func (c *checker) checkMarks() {
	owner := map[mark]*element{}
	for _, e := range c.tree.order {
		for _, m := range e.marks {
			if owner[m] != nil {
				c.pdf("14.7.4.2", e.object, "two elements have the marked content %d of object %d", m.id, m.stream)
			}
			owner[m] = e
			if c.marks[m] == 0 {
				c.pdf("14.7.4.2", e.object, "an element has the marked content %d of object %d, which is not there", m.id, m.stream)
			}
			if p := c.parentOf(m); p != nil && p != e {
				c.pdf("14.7.4.4", e.object, "the parent tree names another element for the marked content %d of object %d", m.id, m.stream)
			}
		}
	}
	all := make([]mark, 0, len(c.marks))
	for m := range c.marks {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b mark) int { return cmp.Or(cmp.Compare(a.stream, b.stream), cmp.Compare(a.id, b.id)) })
	for _, m := range all {
		switch {
		case c.marks[m] > 1:
			c.pdf("14.7.4.2", m.stream, "the marked content %d is there twice", m.id)
		case c.parentOf(m) != nil && owner[m] == nil:
			c.pdf("14.7.4.2", m.stream, "the marked content %d is in no element", m.id)
		}
	}
}

// parentOf returns the element that the parent tree names for a piece of
// marked content (ISO 32000-1, 14.7.4.4), or nil.
func (c *checker) parentOf(m mark) *element {
	key, ok := c.f.integer(c.f.dict(ref(m.stream))["StructParents"])
	if !ok || m.id < 0 {
		return nil
	}
	r, ok := elementAt(c.f.array(c.tree.parents[key]), m.id).(ref)
	if !ok {
		return nil
	}
	return c.tree.byNumber[int(r)]
}
