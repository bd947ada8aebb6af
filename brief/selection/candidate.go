package selection

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// most is how many candidates a section has at most: so many the optimiser
// solves well within its time.
const most = 40

// usualLeast is how many items a section gets at least if the profile leaves
// it open.
const usualLeast = 3

// candidates returns the candidates of all sections.
func (a *analysis) candidates() []Candidates {
	a.printed = make([]bool, len(a.Sentences))
	fresh := make([][]int, len(a.Sections))
	spare := make([][]int, len(a.Sections))
	weak := make([][]int, len(a.Sections))
	for i, s := range a.Sentences {
		if a.score(i) == 0 || s.Group != 0 && a.best[s.Group] != i {
			continue
		}
		k := a.places[i].section
		if a.places[i].strength < enough {
			if a.places[i].strength >= little && !a.verdicts[i].spare && !a.closes(i) {
				weak[k] = append(weak[k], i)
			}
		} else if a.verdicts[i].spare {
			spare[k] = append(spare[k], i)
		} else {
			fresh[k] = append(fresh[k], i)
		}
	}
	also := a.also()
	out := make([]Candidates, len(a.Sections))
	for k := range a.Sections {
		a.sort(fresh[k])
		a.sort(spare[k])
		a.sort(weak[k])
		if n := len(fresh[k]); n < few {
			fresh[k] = append(fresh[k], weak[k][:min(len(weak[k]), few-n)]...)
		}
		fresh[k] = fresh[k][:min(len(fresh[k]), most)]
		spare[k] = spare[k][:min(len(spare[k]), max(0, a.least(k)-len(fresh[k])))]
		for _, i := range append(fresh[k], spare[k]...) {
			a.printed[i] = true
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

// least returns how many items section k has to have.
func (a *analysis) least(k int) int {
	if n := a.Sections[k].MinItems; n >= 0 {
		return n
	}
	return usualLeast
}

// sort puts sentences in order of score.
func (a *analysis) sort(list []int) {
	slices.SortStableFunc(list, func(i, j int) int { return a.score(j) - a.score(i) })
}

// also returns, for the sentences that stand for a group, the others of it.
func (a *analysis) also() map[int][]int {
	out := make(map[int][]int)
	for i, s := range a.Sentences {
		if s.Group != 0 && a.best[s.Group] != i {
			b := a.best[s.Group]
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
	if words := a.found(a.texts[i], k); words != "" {
		why = append(why, "keywords: "+words)
	}
	for _, c := range [...]struct{ name, text string }{{"list under", s.Lead}, {"heading", s.Heading}, {"title", a.title(s.Doc)}} {
		if t, ok := a.context[c.text]; ok {
			if words := a.found(a.texts[t], k); words != "" {
				why = append(why, c.name+": "+words)
			}
		}
	}
	if len(why) == 0 {
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
	for i, s := range a.Sentences {
		if a.printed[i] {
			continue
		}
		why := a.verdicts[i].why
		switch {
		case why != "":
		case s.Group != 0 && a.best[s.Group] != i && a.score(a.best[s.Group]) > 0:
			why = fmt.Sprintf("says the same as “%s”", excerpt(a.Sentences[a.best[s.Group]].Text.String()))
		case a.places[i].strength < enough:
			why = "belongs to no section"
		case a.verdicts[i].spare:
			why = "is out of date or garbled, and there is enough else"
		default:
			why = fmt.Sprintf("%d others say more in its section", most)
		}
		out = append(out, Rejected{i, why})
	}
	return out
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
