package selection

import "slices"

// A sentence without words of a section may still belong to it: a paragraph
// keeps to its topic (Hearst 1997, TextTiling). What it inherits from the
// sentences around it falls with their distance.
const (
	inheritOne    = 350 // from a neighbour, in thousandths of its strength
	inheritTwo    = 175 // from a neighbour's neighbour
	inheritAway   = 500 // of these, across paragraphs under one heading
	inheritFrom   = 1500
	inheritLimit  = 600
	inheritedMost = enough - 50 // without a clue of its own: never sure
)

// inherit strengthens the places of sentences that have little evidence by
// what their neighbours are sure of.
func (a *analysis) inherit() {
	if len(a.Sections) == 0 {
		return
	}
	own := slices.Clone(a.places)
	sums := make([]int, len(a.Sections))
	for i := range a.Sentences {
		if own[i].strength >= enough || a.last(i) {
			continue
		}
		clear(sums)
		for _, d := range [...]int{-2, -1, 1, 2} {
			if j := i + d; a.neighbours(i, j) && own[j].strength >= little {
				sums[own[j].section] += a.inherited(i, j, min(own[j].strength, inheritFrom))
			}
		}
		section, most, next := best(sums)
		most = min(most-next, inheritLimit)
		k := len(a.Sections)
		evidence := max(a.evidence[i*k+section], 0)
		if most <= 0 || !a.coheres(i, section, own) || own[i].strength >= little && own[i].section != section {
			continue
		}
		strength := evidence + most
		if !a.clueIn(a.texts[i], section) {
			strength = min(strength, inheritedMost)
		}
		if strength > own[i].strength {
			a.places[i] = place{section, strength}
		}
	}
}

// inherited returns what sentence i has of the strength of sentence j.
func (a *analysis) inherited(i, j, strength int) int {
	factor := inheritOne
	if j-i > 1 || i-j > 1 {
		factor = inheritTwo
	}
	if a.Sentences[i].Block != a.Sentences[j].Block {
		factor = factor * inheritAway / 1000
	}
	return strength * factor / 1000
}

// neighbours reports whether there is a sentence j in the same part of the
// document as sentence i: in its paragraph, or under its heading.
func (a *analysis) neighbours(i, j int) bool {
	if j < 0 || j >= len(a.Sentences) {
		return false
	}
	s, t := &a.Sentences[i], &a.Sentences[j]
	return s.Doc == t.Doc && (s.Block == t.Block || s.Heading != "" && s.Heading == t.Heading)
}

// coheres reports whether what surrounds sentence i leaves little doubt that
// it keeps to section k: sure sentences before and behind it in its paragraph,
// or one of them and the heading. Asides stand last.
func (a *analysis) coheres(i, k int, own []place) bool {
	sure := func(j int) bool {
		return a.neighbours(i, j) && a.Sentences[j].Block == a.Sentences[i].Block &&
			own[j].section == k && own[j].strength >= little
	}
	before, behind := sure(i-1), sure(i+1)
	if before && behind {
		return true
	}
	t, ok := a.context[a.Sentences[i].Heading]
	return ok && (before || behind) && a.clueIn(a.texts[t], k)
}

// last reports whether sentence i is one of the last two of its document.
func (a *analysis) last(i int) bool {
	return i+2 >= len(a.Sentences) || a.Sentences[i+2].Doc != a.Sentences[i].Doc
}

// clueIn reports whether text t has a clue of the section.
func (a *analysis) clueIn(t text, section int) bool {
	for _, c := range a.cluesOf(t) {
		if a.query.sources[c.source].section == section {
			return true
		}
	}
	return false
}
