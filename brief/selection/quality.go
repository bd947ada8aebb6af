package selection

import "readahead/brief/doc"

// A verdict says what a sentence is worth as a bullet, wherever it belongs.
type verdict struct {
	quality int    // in thousandths
	why     string // why it cannot be printed, or ""
	spare   bool   // stale or garbled: printed only for want of others
}

// What a caution leaves of the quality, in thousandths.
const (
	undatedFactor  = 900
	spareFactor    = 150
	conflictFactor = 1300 // the reader should see both sides
	vagueFactor    = 900  // no name and no figure
	agreedFactor   = 1150 // another document says the same
	leadBonus      = 400  // for the first sentence of a document
	leadHalf       = 4    // at this sentence half the bonus is left
)

// judge fills in the verdicts and finds the best sentence of each group.
func (a *analysis) judge() {
	a.verdicts = make([]verdict, len(a.Sentences))
	s := statement{lex: a.lex}
	for i := range a.Sentences {
		x := &a.Sentences[i]
		s.reset(x.Text.String(), a.toksOf(a.texts[i]))
		s.item = x.Item >= 0
		s.english = a.english(x.Doc)
		price, why := s.judge()
		v := verdict{quality: price, why: why}
		v.quality = v.quality * (1000 + leadBonus*leadHalf/(leadHalf+max(x.Index, 0))) / 1000
		if !s.specific() {
			v.quality = v.quality * vagueFactor / 1000
		}
		for _, f := range x.Flags {
			v.heed(f.Kind)
		}
		a.verdicts[i] = v
	}
	a.group()
}

// heed lowers the quality for a flag.
func (v *verdict) heed(k doc.FlagKind) {
	factor := 1000
	switch k {
	case doc.Undated:
		factor = undatedFactor
	case doc.Conflict:
		factor = conflictFactor
	case doc.Stale, doc.Garbled:
		if !v.spare {
			factor = spareFactor
		}
		v.spare = true
	}
	v.quality = v.quality * factor / 1000
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
// Where another document agrees with it, it is worth more. Sentences of group
// 0 are in no group.
func (a *analysis) group() {
	a.best = make(map[int]int)
	for i, s := range a.Sentences {
		if s.Group == 0 {
			continue
		}
		if b, ok := a.best[s.Group]; !ok || a.score(i) > a.score(b) {
			a.best[s.Group] = i
		}
	}
	agreed := make(map[int]bool)
	for _, s := range a.Sentences {
		if s.Group != 0 && s.Doc != a.Sentences[a.best[s.Group]].Doc {
			agreed[s.Group] = true
		}
	}
	for g := range agreed {
		v := &a.verdicts[a.best[g]]
		v.quality = v.quality * agreedFactor / 1000
	}
}
