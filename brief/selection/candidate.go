package selection

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	mostCandidates = 40 // of a section: so many the optimiser solves within its time
	fewCandidates  = 8  // up to here sentences with little evidence are taken
	usualLeast     = 3  // items of a section, where the profile leaves it open
)

// candidates returns the candidates of all sections.
func (a *analysis) candidates() []Candidates {
	a.listed = make([]bool, len(a.Sentences))
	choices := a.choices()
	also := a.also()
	out := make([]Candidates, len(a.Sections))
	for k := range out {
		for _, i := range a.pick(k, choices[k]) {
			a.listed[i] = true
			out[k].Items = append(out[k].Items, Candidate{
				Sentence:  i,
				Also:      also[i],
				Relevance: relevance(a.places[i].strength),
				Score:     a.score(i),
				Why:       a.because(i),
			})
		}
		a.value(k, &out[k])
	}
	return out
}

// A choice is the printable sentences of a section, the best first of each
// kind.
type choice struct {
	sure  []int
	weak  []int // little speaks for the section
	spare []int // stale, garbled or by a “we” unknown
}

// choices returns the choice for each section.
func (a *analysis) choices() []choice {
	out := make([]choice, len(a.Sections))
	for i := range a.Sentences {
		if _, ok := a.repeats(i); ok || a.verdicts[i].why != "" {
			continue
		}
		p := a.places[i]
		switch {
		case p.strength < little:
		case p.strength < enough && len(conflicts(&a.Sentences[i])) == 0:
			if a.verdicts[i].spare == "" && !a.closes(i) {
				out[p.section].weak = append(out[p.section].weak, i)
			}
		case a.verdicts[i].spare != "":
			out[p.section].spare = append(out[p.section].spare, i)
		default:
			out[p.section].sure = append(out[p.section].sure, i)
		}
	}
	better := func(i, j int) int { return a.score(j) - a.score(i) }
	for k := range out {
		slices.SortStableFunc(out[k].sure, better)
		slices.SortStableFunc(out[k].weak, better)
		slices.SortStableFunc(out[k].spare, better)
	}
	return out
}

// pick returns the candidates of section k: the sure ones, weak ones if they
// are few, and spare ones if there would be too few to print.
func (a *analysis) pick(k int, c choice) []int {
	list := slices.Clip(c.sure[:min(len(c.sure), mostCandidates)])
	if n := fewCandidates - len(list); n > 0 {
		list = append(list, c.weak[:min(len(c.weak), n)]...)
	}
	least := a.Sections[k].MinItems
	if least < 0 {
		least = usualLeast
	}
	if n := least - len(list); n > 0 {
		list = append(list, c.spare[:min(len(c.spare), n)]...)
	}
	return list
}

// also returns, for the sentences that stand for a group, the others of it.
func (a *analysis) also() map[int][]int {
	out := make(map[int][]int)
	for i := range a.Sentences {
		if b, ok := a.repeats(i); ok {
			out[b] = append(out[b], i)
		}
	}
	return out
}

// because says why sentence i is in its section.
func (a *analysis) because(i int) string {
	s := &a.Sentences[i]
	k := a.places[i].section
	var why []string
	say := func(what string, t text) {
		if words := a.found(t, k); words != "" {
			why = append(why, what+": "+words)
		}
	}
	say("keywords", a.texts[i])
	for _, c := range [...]struct{ what, text string }{
		{"list", s.Lead}, {"heading", s.Heading}, {"title", a.title(s.Doc)},
	} {
		if t, ok := a.context[c.text]; ok {
			say(c.what, a.texts[t])
		}
	}
	if why == nil {
		return "words and neighbours that go with this section"
	}
	return strings.Join(why, "; ")
}

// found lists what speaks for section k in a text.
func (a *analysis) found(t text, k int) string {
	var words []string
	for _, c := range a.cluesOf(t) {
		if s := a.query.sources[c.source]; s.section == k {
			words = append(words, s.text)
		}
	}
	return strings.Join(words, ", ")
}

// left returns the sentences that are not candidates, with the reason.
func (a *analysis) left() []Rejected {
	var out []Rejected
	for i := range a.Sentences {
		if !a.listed[i] {
			out = append(out, Rejected{i, a.whyNot(i)})
		}
	}
	return out
}

// whyNot says why sentence i is no candidate.
func (a *analysis) whyNot(i int) string {
	if why := a.verdicts[i].why; why != "" {
		return why
	}
	if b, ok := a.repeats(i); ok && a.listed[b] {
		return fmt.Sprintf("says the same as “%s”", excerpt(a.Sentences[b].Text.String()))
	}
	switch p := a.places[i]; {
	case p.strength < little:
		return "belongs to no section"
	case p.strength < enough:
		return "may not belong to its section"
	case a.verdicts[i].spare != "":
		return a.verdicts[i].spare + ", and there is enough else"
	}
	return fmt.Sprintf("its section has %d better ones", mostCandidates)
}

// excerpt returns the beginning of s.
func excerpt(s string) string {
	const length = 60
	if len(s) <= length {
		return s
	}
	end := strings.LastIndexByte(s[:length], ' ')
	if end <= 0 {
		for end = length; !utf8.RuneStart(s[end]); end-- {
		}
	}
	return s[:end] + " …"
}
