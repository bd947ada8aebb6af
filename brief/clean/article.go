package clean

import "readahead/brief/doc"

// keepArticle takes out what stands around the article and between its
// paragraphs: menus, bylines, teasers, comments, footers. Scorecards say which
// blocks look and stand like parts of an article (see choose); where the
// layout of the document tells more than they know, it corrects them (see
// trim). The best of the lines above the article becomes the title.
func keepArticle(d doc.Document) doc.Document {
	units := unitsOf(d.Blocks)
	keep := choose(units, d.Format != doc.PlainText)
	l := layoutOf(d, units, keep)
	l.rescue()
	if d.Format == doc.HTML {
		l.dropAsides()
	} else if l.parted {
		l.trim()
	} else if body, ok := l.body(against); ok {
		l.dropLabels(body)
	}
	l.keepShort()
	l.keepIntroduced()
	title := titleOf(d, units, keep)
	e := startEdit(d)
	for i, b := range d.Blocks {
		switch {
		case i == title:
			e.setTitle(doc.Texts(b)[0])
		case keep[i]:
			e.keep(b)
		default:
			e.dropBlock(b, "page furniture")
		}
	}
	return e.done()
}
