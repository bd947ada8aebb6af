package clean

import "readahead/brief/doc"

// keepArticle takes out what stands around the article and between its
// paragraphs: menus, bylines, teasers, comments, footers. The scorecards say
// which blocks look and stand like parts of an article (see choose); where
// the layout of the document tells more than they know, trim sets them right.
// Of the lines above the article the best becomes the title.
func keepArticle(d doc.Document) doc.Document {
	us := unitsOf(d)
	keep := choose(us, d.Format != doc.PlainText)
	l := layoutOf(d, us, keep)
	if d.Format == doc.HTML {
		l.dropAsides()
	} else if l.structured {
		l.trim()
	}
	l.rescue()
	title := -1
	e := startEdit(d)
	for i, b := range d.Blocks {
		switch {
		case i == title:
		case keep[i]:
			e.keep(b)
		default:
			e.dropBlock(b, "page furniture")
		}
	}
	return e.done()
}

// unitsOf returns the units of the blocks of d.
func unitsOf(d doc.Document) []unit {
	us := make([]unit, len(d.Blocks))
	for i, b := range d.Blocks {
		us[i] = unitOf(b)
	}
	return us
}
