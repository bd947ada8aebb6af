package selection

// A place is the section that a sentence belongs to, if the evidence for it
// is strong enough.
type place struct {
	section  int
	strength int // in thousandths of a rare keyword
}

const (
	enough = 700 // evidence for a section
	little = 500 // evidence that will do where a section is short of sentences

	secondFactor  = 250 // of the next best section's evidence is deducted
	closingFactor = 700 // for the last sentences of a document
	closingFrom   = 6   // sentences that have so many before them
)

// assign fills in the places of the sentences.
func (a *analysis) assign() {
	k := len(a.Sections)
	a.places = make([]place, len(a.Sentences))
	for i := range a.Sentences {
		section, most, next := best(a.evidence[i*k : i*k+k])
		most -= next * secondFactor / 1000
		if a.closes(i) {
			most = most * closingFactor / 1000
		}
		a.places[i] = place{section, max(most, 0)}
	}
}

// closes reports whether sentence i is one of the last two of a document that
// is not very short, and its neighbours do not speak of the same: there stand
// asides, notices and conclusions, which say less than their words promise.
func (a *analysis) closes(i int) bool {
	s := &a.Sentences[i]
	if s.Index < closingFrom || i+2 < len(a.Sentences) && a.Sentences[i+2].Doc == s.Doc {
		return false
	}
	return !a.sameSource(i, i-1) && !a.sameSource(i, i+1)
}

// sameSource reports whether sentences i and j of a document have a clue in
// common.
func (a *analysis) sameSource(i, j int) bool {
	if j < 0 || j >= len(a.Sentences) || a.Sentences[i].Doc != a.Sentences[j].Doc {
		return false
	}
	for _, c := range a.cluesOf(a.texts[i]) {
		for _, d := range a.cluesOf(a.texts[j]) {
			if c.source == d.source {
				return true
			}
		}
	}
	return false
}

// best returns the section with most evidence, of equals the first, and the
// evidence for it and for the next best. Evidence against counts as none.
func best(evidence []int) (section, most, next int) {
	for k, n := range evidence {
		switch {
		case n > most:
			section, most, next = k, n, most
		case n > next:
			next = n
		}
	}
	return section, most, next
}

// relevance returns how sure evidence makes, in millionths: a half for a rare
// keyword, and slowly rising to one.
func relevance(evidence int) int {
	return 1_000_000 * evidence / (evidence + 1000)
}
