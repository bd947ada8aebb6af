package pdf

import (
	"slices"
	"strings"

	"readahead/brief/layout"
)

// writeStructure writes the structure tree (ISO 32000-1, 14.7) and returns
// its root.
func (f *file) writeStructure(pages []layout.Page, d *drawing, pageRefs, annotations []ref) ref {
	root := f.add()
	f.cut = len(f.body)
	w := elementWriter{f, pages, d.tree, root, f.addMany(len(d.tree.nodes)), pageRefs, annotations}
	for i := range d.tree.nodes {
		w.write(i)
	}
	first := w.first
	parents := f.writeParentTree(d, first)

	b := f.begin(root)
	b = append(b, "<</Type/StructTreeRoot/K "...)
	b = appendRef(b, first)
	b = append(b, "/ParentTree "...)
	b = appendRef(b, parents)
	b = append(b, "/ParentTreeNextKey "...)
	b = appendInt(b, len(pages)+len(annotations))
	b = appendIDTree(b, d.tree, first)
	f.end(append(b, ">>"...))
	return root
}

// An elementWriter writes elements and what they refer to.
type elementWriter struct {
	*file
	pages              []layout.Page
	tree               *tree
	root, first        ref // of the tree; of its elements
	pageRefs, noteRefs []ref
}

// write writes node i. What many elements have alike comes first, so that it
// deflates well.
func (w *elementWriter) write(i int) {
	n := &w.tree.nodes[i]
	b := w.begin(w.first + ref(i))
	b = append(b, "<</S/"...)
	b = append(b, n.Tag...)
	if n.ID != "" {
		b = append(b, "/ID"...)
		b = appendString(b, n.ID)
	}
	if lang := language(n.Lang); lang != "" && n.Lang != w.pages[0].Lang {
		b = append(b, "/Lang"...)
		b = appendString(b, lang)
	}
	if alt := info(n.Alt); alt != "" {
		b = append(b, "/Alt"...)
		b = appendText(b, alt)
	}
	if n.actual != "" {
		b = append(b, "/ActualText"...)
		b = appendUnicode(b, unicodeOf(n.actual))
	}
	b = appendAttributes(b, w.tree, i, w.pages[n.page].Height)
	if n.marked {
		b = append(b, "/Pg "...)
		b = appendRef(b, w.pageRefs[n.page])
	}
	b = append(b, "/P "...)
	if n.Parent < 0 {
		b = appendRef(b, w.root)
	} else {
		b = appendRef(b, w.first+ref(n.Parent))
	}
	w.end(append(w.appendKids(b, n), ">>"...))
}

// appendKids appends what a node holds. Sequences and annotations are on the
// node's page unless they say otherwise.
func (w *elementWriter) appendKids(b []byte, n *node) []byte {
	if len(n.kids) == 0 {
		return b
	}
	b = append(b, "/K["...)
	for i, k := range n.kids {
		if i > 0 {
			b = append(b, ' ')
		}
		switch {
		case k.kind == elementKid:
			b = appendRef(b, w.first+ref(k.n))
		case k.kind == linkKid:
			b = append(b, "<</Type/OBJR"...)
			b = w.appendPage(b, n, k)
			b = append(b, "/Obj "...)
			b = appendRef(b, w.noteRefs[k.n])
			b = append(b, ">>"...)
		case k.page != n.page:
			b = append(b, "<</Type/MCR"...)
			b = w.appendPage(b, n, k)
			b = append(b, "/MCID "...)
			b = appendInt(b, k.n)
			b = append(b, ">>"...)
		default:
			b = appendInt(b, k.n)
		}
	}
	return append(b, ']')
}

// appendPage appends where a kid is, if that is not where its node is.
func (w *elementWriter) appendPage(b []byte, n *node, k kid) []byte {
	if k.page == n.page {
		return b
	}
	b = append(b, "/Pg "...)
	return appendRef(b, w.pageRefs[k.page])
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
			b = appendRectangle(b, n.bounds, pageHeight, 2)
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
		if n.Tag != layout.Lbl || n.actual != "" || t.nodes[n.Parent].Parent != list {
			continue // a sign in the place of a label says nothing of the others
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

// writeParentTree writes the way back to their elements from marked content
// (keys from 0, the pages) and annotations (the keys behind those).
func (f *file) writeParentTree(d *drawing, first ref) ref {
	r := f.add()
	b := f.begin(r)
	b = append(b, "<</Nums["...)
	for page, marks := range d.tree.marks {
		if page > 0 {
			b = append(b, ' ')
		}
		b = appendInt(b, page)
		b = append(b, '[')
		for i, node := range marks {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendRef(b, first+ref(node))
		}
		b = append(b, ']')
	}
	for i, area := range d.links {
		b = append(b, ' ')
		b = appendInt(b, len(d.tree.marks)+i)
		b = append(b, ' ')
		b = appendRef(b, first+ref(area.node))
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
