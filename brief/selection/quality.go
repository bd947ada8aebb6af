package selection

import (
	"slices"

	"readahead/brief/doc"
)

// A verdict says what a sentence is worth as a bullet, wherever it belongs.
type verdict struct {
	quality int    // in thousandths
	why     string // why it cannot be printed, or ""
	spare   string // why it is printed only for want of others, or ""
}

// What is left of the quality, in thousandths.
const (
	undatedFactor  = 900
	datedFactor    = 800 // old news
	spareFactor    = 150
	conflictFactor = 1300 // the reader should see both sides
	vagueFactor    = 900  // no name and no figure
	agreedFactor   = 1150 // another document says the same
)

// Documents tell the most important thing first: the first sentence is worth
// so much more, in thousandths, and of that a half is left after some
// sentences.
const (
	firstBonus = 400
	firstHalf  = 4
)

// judge fills in the verdicts.
func (a *analysis) judge() {
	a.verdicts = make([]verdict, len(a.Sentences))
	s := statement{lex: a.lex}
	for i := range a.Sentences {
		x := &a.Sentences[i]
		s.reset(x.Text.String(), a.toksOf(a.texts[i]))
		s.item = x.Item >= 0
		s.english = a.english(s.text, x.Doc)
		v := verdict{}
		v.quality, v.why = s.judge()
		if v.why == "" && a.isHeading(i) {
			v.why = "is a heading"
		}
		v.scale(1000 + firstBonus*firstHalf/(firstHalf+max(x.Index, 0)))
		if !s.specific() {
			v.scale(vagueFactor)
		}
		for _, f := range x.Flags {
			v.heed(f.Kind)
		}
		if s.english && s.weSpeak() && len(conflicts(x)) == 0 {
			v.reserve("does not say who “we” are")
		}
		a.verdicts[i] = v
	}
	a.group()
}

// isHeading reports whether sentence i is a title or a heading, or looks like
// one: a few words with no point, alone in their block.
func (a *analysis) isHeading(i int) bool {
	s := &a.Sentences[i]
	text := s.Text.String()
	if t, ok := a.context[text]; ok && a.texts[t].heading {
		return true
	}
	if s.Item >= 0 || len(a.toksOf(a.texts[i])) > 14 || !a.english(text, s.Doc) || !unfinished(text) {
		return false
	}
	together := func(j int) bool {
		return j >= 0 && j < len(a.Sentences) && a.Sentences[j].Doc == s.Doc && a.Sentences[j].Block == s.Block
	}
	return !together(i-1) && !together(i+1)
}

func (v *verdict) scale(factor int) { v.quality = v.quality * factor / 1000 }

// heed changes the quality for a flag.
func (v *verdict) heed(k doc.FlagKind) {
	switch k {
	case doc.Undated:
		v.scale(undatedFactor)
	case doc.Dated:
		v.scale(datedFactor)
	case doc.Conflict:
		v.scale(conflictFactor)
	case doc.Stale:
		v.reserve("is out of date")
	case doc.Garbled:
		v.reserve("is garbled")
	}
}

// reserve keeps the sentence for want of others.
func (v *verdict) reserve(why string) {
	if v.spare == "" {
		v.spare = why
		v.scale(spareFactor)
	}
}

// score returns what sentence i is worth where it belongs, in millionths; 0
// if it cannot be printed.
func (a *analysis) score(i int) int {
	if a.verdicts[i].why != "" {
		return 0
	}
	return relevance(a.places[i].strength) * a.verdicts[i].quality / 1000
}

// group finds for each group of sentences that say the same the one to print.
// If another document has it too, it is worth more. Where all sentences are of
// group 0, nobody has grouped them.
func (a *analysis) group() {
	if !slices.ContainsFunc(a.Sentences, func(s doc.Sentence) bool { return s.Group != 0 }) {
		return
	}
	a.speakers = make(map[int]int, len(a.Sentences))
	for i, s := range a.Sentences {
		if b, ok := a.speakers[s.Group]; !ok || a.speaksBefore(i, b) {
			a.speakers[s.Group] = i
		}
	}
	agreed := make(map[int]bool)
	for _, s := range a.Sentences {
		if b := a.speakers[s.Group]; a.Sentences[b].Doc != s.Doc && !agreed[b] {
			agreed[b] = true
			a.verdicts[b].scale(agreedFactor)
		}
	}
}

// speaksBefore reports whether sentence i is to be printed for b, which says the
// same: that of a source with a date before that of one without, which may be
// a copy from anywhere, and else the one that is worth more.
func (a *analysis) speaksBefore(i, b int) bool {
	x, y := a.score(i), a.score(b)
	if x > 0 && y > 0 && a.dated(i) != a.dated(b) {
		return a.dated(i)
	}
	return x > y
}

// dated reports whether the source of sentence i is known to have a date.
func (a *analysis) dated(i int) bool {
	d := a.Sentences[i].Doc
	return d < len(a.Sources) && !a.Sources[d].Published.IsZero()
}

// repeats returns the sentence that is printed for sentence i, which says the
// same, and whether there is one.
func (a *analysis) repeats(i int) (int, bool) {
	b, ok := a.speakers[a.Sentences[i].Group]
	return b, ok && b != i
}
