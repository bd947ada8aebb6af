package pdf

import (
	"slices"

	"readahead/brief/layout"
)

// checkTree reports what keeps elements from being a structure tree.
func checkTree(elements []layout.Element) error {
	if len(elements) == 0 {
		return broken("no structure tree")
	}
	if tag := elements[0].Tag; tag != layout.Document {
		return broken("the structure tree begins with a %q", tag)
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
	return nil
}

// checkIdentifiers sees to it that no two elements of the file have one. The
// Documents of later pages are not kept, and so must not be led to.
func checkIdentifiers(pages []layout.Page) error {
	ids := make([]string, 0, 32)
	for i, p := range pages {
		if i > 0 && p.Elements[0].ID != "" {
			return broken("identifier %q of page %d's Document, which is no element of the file", p.Elements[0].ID, i+1)
		}
		for _, e := range p.Elements {
			if e.ID != "" {
				ids = append(ids, e.ID)
			}
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
