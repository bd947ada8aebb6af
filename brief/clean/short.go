package clean

// A document of up to so many bytes, or of so few blocks, is taken to be a
// notice or a memo and not a page with an article in it.
const (
	shortDocument = 1500
	fewBlocks     = 6
)

// keepShort keeps the running text, lists and tables of a short document,
// whatever the scorecards say: they know pages that have much around their
// article. What is worded like furniture goes as ever.
func (l *layout) keepShort() {
	bytes := 0
	for i := range l.units {
		bytes += l.units[i].bytes
	}
	if bytes > shortDocument && len(l.units) > fewBlocks {
		return
	}
	for i := range l.units {
		u := &l.units[i]
		switch {
		case l.cluster[i] || u.furnished():
		case u.kind == listUnit, u.kind == tableUnit, u.words > 3 && (u.sentence() || u.end == endsColon), u.foreign*2 > u.chars:
			l.keep[i] = true
		}
	}
}

// keepIntroduced keeps a list that a sentence with a colon introduces, and the
// sentence, where they follow the article at once.
func (l *layout) keepIntroduced() {
	for i := 1; i+1 < len(l.units); i++ {
		u := &l.units[i]
		if l.keep[i-1] && u.end == endsColon && u.words > 3 && !u.furnished() && l.units[i+1].kind == listUnit {
			l.keep[i], l.keep[i+1] = true, true
		}
	}
}
