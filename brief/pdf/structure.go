package pdf

import (
	"slices"
	"strings"

	"readahead/brief/layout"
)

// writeStructure writes the structure tree (ISO 32000-1, 14.7) and returns
// its root.
func (f *file) writeStructure(p layout.Page, d *drawing, page ref, annotations []ref) ref {
	root := f.add()
	first := f.addMany(len(d.tree.nodes))
	for i := range d.tree.nodes {
		f.writeElement(p, d.tree, i, root, first, page, annotations)
	}
	parents := f.writeParentTree(d, first)

	b := f.begin(root)
	b = append(b, "<</Type/StructTreeRoot/K "...)
	b = appendRef(b, first)
	b = append(b, "/ParentTree "...)
	b = appendRef(b, parents)
	b = append(b, "/ParentTreeNextKey "...)
	b = appendInt(b, 1+len(annotations))
	b = appendIDTree(b, d.tree, first)
	f.end(append(b, ">>"...))
	return root
}

// writeElement writes element i; first is the first element's object.
func (f *file) writeElement(p layout.Page, t *tree, i int, root, first, page ref, annotations []ref) {
	n := &t.nodes[i]
	b := f.begin(first + ref(i))
	b = append(b, "<</S/"...)
	b = append(b, n.Tag...)
	b = append(b, "/P "...)
	if n.Parent < 0 {
		b = appendRef(b, root)
	} else {
		b = appendRef(b, first+ref(n.Parent))
	}
	if n.ID != "" {
		b = append(b, "/ID"...)
		b = appendString(b, n.ID)
	}
	if lang := language(n.Lang); lang != "" && n.Lang != p.Lang {
		b = append(b, "/Lang"...)
		b = appendString(b, lang)
	}
	if alt := info(n.Alt); alt != "" {
		b = append(b, "/Alt"...)
		b = appendText(b, alt)
	}
	b = appendAttributes(b, t, i, p.Height)
	if n.marked {
		b = append(b, "/Pg "...)
		b = appendRef(b, page)
	}
	if len(n.kids) > 0 {
		b = append(b, "/K["...)
		for k, kid := range n.kids {
			if k > 0 {
				b = append(b, ' ')
			}
			switch kid.kind {
			case markKid:
				b = appendInt(b, kid.n)
			case elementKid:
				b = appendRef(b, first+ref(kid.n))
			case linkKid:
				b = append(b, "<</Type/OBJR/Pg "...)
				b = appendRef(b, page)
				b = append(b, "/Obj "...)
				b = appendRef(b, annotations[kid.n])
				b = append(b, ">>"...)
			}
		}
		b = append(b, ']')
	}
	f.end(append(b, ">>"...))
}

// appendAttributes appends what some types of element must tell about
// themselves (ISO 32000-1, 14.8.5): the direction of a heading cell, the kind
// of a list's labels, the place of a figure.
func appendAttributes(b []byte, t *tree, i int, pageHeight layout.Length) []byte {
	n := &t.nodes[i]
	switch n.Tag {
	case layout.TH:
		scope := "Column"
		if n.Scope == "Row" {
			scope = "Row"
		}
		b = append(b, "/A<</O/Table/Scope/"...)
		b = append(b, scope...)
		b = append(b, ">>"...)
	case layout.L:
		b = append(b, "/A<</O/List/ListNumbering/"...)
		b = append(b, numbering(t, i)...)
		b = append(b, ">>"...)
	case layout.Figure:
		if n.drawn {
			b = append(b, "/A<</O/Layout/BBox"...)
			b = appendRectangle(b, n.bounds, pageHeight)
			b = append(b, ">>"...)
		}
	}
	return b
}

// numbering returns the kind of labels that the list has, as its first label
// shows it.
func numbering(t *tree, list int) string {
	for i := list + 1; i < len(t.nodes); i++ {
		n := &t.nodes[i]
		if n.Tag != layout.Lbl || t.nodes[n.Parent].Parent != list {
			continue
		}
		label := strings.Trim(n.text, " ().[]")
		switch {
		case label == "":
			return "None"
		case strings.Contains("•●", label):
			return "Disc"
		case strings.Contains("◦○", label):
			return "Circle"
		case strings.Contains("■▪□▫", label):
			return "Square"
		case label[0] >= '0' && label[0] <= '9':
			return "Decimal"
		case label[0] >= 'A' && label[0] <= 'Z':
			return "UpperAlpha"
		case label[0] >= 'a' && label[0] <= 'z':
			return "LowerAlpha"
		}
		return "None"
	}
	return "None"
}

// writeParentTree writes the way back from marked content (key 0, the page)
// and annotations (1 and up) to their elements.
func (f *file) writeParentTree(d *drawing, first ref) ref {
	r := f.add()
	b := f.begin(r)
	b = append(b, "<</Nums[0["...)
	for i, element := range d.tree.marks {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, first+ref(element))
	}
	b = append(b, ']')
	for i, area := range d.links {
		b = append(b, ' ')
		b = appendInt(b, i+1)
		b = append(b, ' ')
		b = appendRef(b, first+ref(area.element))
	}
	f.end(append(b, "]>>"...))
	return r
}

// appendIDTree appends the tree from element identifiers to elements, if
// there are any.
func appendIDTree(b []byte, t *tree, first ref) []byte {
	var ids []int
	for i, n := range t.nodes {
		if n.ID != "" {
			ids = append(ids, i)
		}
	}
	if len(ids) == 0 {
		return b
	}
	slices.SortFunc(ids, func(x, y int) int { return strings.Compare(t.nodes[x].ID, t.nodes[y].ID) })
	b = append(b, "/IDTree<</Names["...)
	for _, i := range ids {
		b = appendString(b, t.nodes[i].ID)
		b = appendRef(b, first+ref(i))
	}
	return append(b, "]>>"...)
}
