package selection

// A place is the section that a sentence belongs to, if the evidence is
// strong enough.
type place struct {
	section  int
	strength int // in thousandths of a rare keyword
}

// What a clue counts, in thousandths, that stands not in the text itself but
// around it. Each source counts once, where it counts most.
const (
	leadFactor       = 600
	headingFactor    = 500
	nearFactor       = 300 // the sentence before or after in the same block
	nextFactor       = 200 // the second before or after
	outsideFactor    = 300 // of these if it is in another block
	titleFactor      = 200
	linkFactor       = 500 // what the other words tell
	contextLimit     = 500 // all around together, for a section
	linkLimit        = 500
	rivalFactor      = 250 // of the next best section's evidence is deducted
	enough           = 700 // evidence for a section
	little           = 500 // evidence that will do where a section has few candidates
	few              = 8
	closingFactor    = 700  // for the last sentences of a document
	closingFrom      = 6    // sentences that have so many before them
	halfwayToCertain = 1000 // evidence at which relevance is one half
)

// A tally adds up the evidence for each section that a text belongs to it.
type tally struct {
	a      *analysis
	factor []int // by source, what it counts so far
	inside []int // by section, from the text itself
	around []int // by section, from its context
	links  []int // by section, from its other words
}

func newTally(a *analysis) *tally {
	k := len(a.Sections)
	sums := make([]int, 3*k)
	return &tally{
		a:      a,
		factor: make([]int, len(a.query.sources)),
		inside: sums[:k:k],
		around: sums[k : 2*k : 2*k],
		links:  sums[2*k:],
	}
}

func (t *tally) clear() {
	clear(t.factor)
	clear(t.inside)
	clear(t.around)
	clear(t.links)
}

// add counts the clues of x, which stands in or around the text.
func (t *tally) add(x text, factor int) {
	sums := t.around
	if factor == 1000 {
		sums = t.inside
	}
	for _, c := range t.a.cluesOf(x) {
		if more := factor - t.factor[c.source]; more > 0 {
			sums[t.a.query.sources[c.source].section] += int(c.weight) * more / 1000
			t.factor[c.source] = factor
		}
	}
}

// addContext counts the clues of a heading, title or lead.
func (t *tally) addContext(s string, factor int) {
	if i, ok := t.a.context[s]; ok {
		t.add(t.a.texts[i], factor)
	}
}

// total returns the evidence for section k.
func (t *tally) total(k int) int {
	links := t.links[k] * linkFactor / 1000
	return t.inside[k] + min(t.around[k], contextLimit) + max(-linkLimit, min(links, linkLimit))
}

// best returns the section with most evidence, of equals the first, and the
// evidence for it and for the next best. Evidence against counts as none.
func best(evidence []int) (section, most, next int) {
	section = -1
	for k, n := range evidence {
		switch {
		case section < 0 || n > most:
			section, most, next = k, n, max(most, 0)
		case n > next:
			next = n
		}
	}
	return section, most, next
}

// weighAll adds up the evidence for each sentence and section.
func (a *analysis) weighAll() {
	k := len(a.Sections)
	a.evidence = make([]int, len(a.Sentences)*k)
	t := newTally(a)
	for i := range a.Sentences {
		t.clear()
		a.weigh(t, i)
		for j := range k {
			a.evidence[i*k+j] = t.total(j)
		}
	}
}

// assign fills in the places of the sentences.
func (a *analysis) assign() {
	k := len(a.Sections)
	a.places = make([]place, len(a.Sentences))
	for i := range a.Sentences {
		section, most, next := best(a.evidence[i*k : i*k+k])
		most -= next * rivalFactor / 1000
		if a.closes(i) {
			most = most * closingFactor / 1000
		}
		a.places[i] = place{section, max(most, 0)}
	}
}

// weigh adds up the evidence for sentence i.
func (a *analysis) weigh(t *tally, i int) {
	s := &a.Sentences[i]
	t.add(a.texts[i], 1000)
	t.addContext(s.Lead, leadFactor)
	t.addContext(s.Heading, headingFactor)
	t.addContext(a.title(s.Doc), titleFactor)
	for _, d := range [...]int{-1, 1, -2, 2} {
		j := i + d
		if j < 0 || j >= len(a.Sentences) || a.Sentences[j].Doc != s.Doc {
			continue
		}
		factor := nearFactor
		if d == 2 || d == -2 {
			factor = nextFactor
		}
		if a.Sentences[j].Block != s.Block {
			factor = factor * outsideFactor / 1000
		}
		t.add(a.texts[j], factor)
	}
	a.learnt(t.links, a.texts[i], i)
}

// closes reports whether sentence i is one of the last two of a document that
// is not very short: there stand asides, notices and conclusions, which say
// less than their words promise.
func (a *analysis) closes(i int) bool {
	s := &a.Sentences[i]
	return s.Index >= closingFrom && (i+2 >= len(a.Sentences) || a.Sentences[i+2].Doc != s.Doc)
}

// relevance returns how sure evidence makes, in millionths: a half at
// halfwayToCertain, more and more slowly rising to 1.
func relevance(evidence int) int {
	return 1_000_000 * evidence / (evidence + halfwayToCertain)
}
