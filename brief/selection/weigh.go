package selection

import "readahead/brief/doc"

// What a clue counts, in thousandths, where it stands not in the text itself
// but around it. Each source counts once, where it counts most.
const (
	leadFactor    = 600 // in the sentence that introduces the list
	headingFactor = 500
	nearFactor    = 300 // in the sentence before or after
	nextFactor    = 200 // in the second before or after
	outsideFactor = 300 // of these two, if it is in another block
	titleFactor   = 200 // in the document's title
	rivalFactor   = 500 // in the sentence that contradicts it
	nearLimit     = 300 // all from the sentences around it together, for a section
	aroundLimit   = 500 // all of that together, for a section

	linkFactor = 500 // what the words that go with a section count
	linkLimit  = 500
)

// A tally adds up the evidence that a text belongs to each section.
type tally struct {
	a      *analysis
	factor []int // by source, what it counts so far
	inside []int // by section, from the text itself
	around []int // by section, from what stands around it
	near   []int // by section, from the sentences before and after it
	links  []int // by section, from words that go with it
}

func newTally(a *analysis) *tally {
	k := len(a.Sections)
	return &tally{
		a:      a,
		factor: make([]int, len(a.query.sources)),
		inside: make([]int, k),
		around: make([]int, k),
		near:   make([]int, k),
		links:  make([]int, k),
	}
}

func (t *tally) clear() {
	clear(t.factor)
	clear(t.inside)
	clear(t.around)
	clear(t.near)
	clear(t.links)
}

// add counts the clues of x, of which factor thousandths count, in sums.
func (t *tally) add(sums []int, x text, factor int) {
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
		t.add(t.around, t.a.texts[i], factor)
	}
}

// total returns the evidence for section k.
func (t *tally) total(k int) int {
	around := min(t.around[k]+min(t.near[k], nearLimit), aroundLimit)
	links := max(-linkLimit, min(t.links[k]*linkFactor/1000, linkLimit))
	return t.inside[k] + around + links
}

// weigh fills in the evidence for the sentences.
func (a *analysis) weigh() {
	k := len(a.Sections)
	a.evidence = make([]int, len(a.Sentences)*k)
	t := newTally(a)
	for i := range a.Sentences {
		t.clear()
		a.weighSentence(t, i)
		for j := range k {
			a.evidence[i*k+j] = t.total(j)
		}
	}
}

// weighSentence adds up the evidence for sentence i.
func (a *analysis) weighSentence(t *tally, i int) {
	s := &a.Sentences[i]
	t.add(t.inside, a.texts[i], 1000)
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
		t.add(t.near, a.texts[j], factor)
	}
	for _, note := range conflicts(s) {
		for _, j := range a.disputes[note] {
			if j != i {
				t.add(t.around, a.texts[j], rivalFactor)
			}
		}
	}
	a.learnt(t.links, a.texts[i], i)
}

// conflicts returns the notes of s's conflict flags. The sentences that
// contradict each other have the same.
func conflicts(s *doc.Sentence) []string {
	var notes []string
	for _, f := range s.Flags {
		if f.Kind == doc.Conflict {
			notes = append(notes, f.Note)
		}
	}
	return notes
}
