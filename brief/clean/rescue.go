package clean

// shortDocument is the length in bytes of a document that is taken to be a
// notice or a memo and not a page with an article in it.
const shortDocument = 1200

// rescue keeps what reads like running text where the scorecards found no
// article, or where the document is so short that they have nothing to go by:
// they know pages that have much around their article. Lists and tables stay
// with it, and headings before it; what is worded like furniture goes, unless
// there is nothing else.
func (l *layout) rescue() {
	bytes, solid := 0, false
	for i := range l.units {
		bytes += l.units[i].bytes
		solid = solid || l.keep[i] && l.solid(i)
	}
	if solid && bytes > shortDocument {
		return
	}
	if kept := l.keepText(false, solid); !kept {
		l.keepText(true, false)
	}
}

// keepText keeps lists, tables, and paragraphs of some words, with furnished
// also those that are worded like furniture and with sentences only those
// that end as sentences do. It reports whether any is kept.
func (l *layout) keepText(furnished, sentences bool) bool {
	any := false
	for i := len(l.units) - 1; i >= 0; i-- {
		u := &l.units[i]
		switch {
		case u.kind == headingKind:
			l.keep[i] = i+1 < len(l.units) && l.keep[i+1]
		case u.kind == tableKind || u.kind == listKind:
			l.keep[i] = true
		case u.words > 3 && (furnished || !u.furnished()) && (!sentences || u.sentence() || u.end == endsColon || u.stops > 0):
			l.keep[i] = true
		}
		any = any || l.keep[i]
	}
	return any
}
