package assess

import (
	"iter"
	"slices"
)

// A core is what a sentence says near a figure or a time: the terms of the
// clause that it stands in, and who or what they are of.
type core struct {
	terms []int32 // distinct, ascending; without numbers
	own   []int32 // of these, what tells it apart: neither plain nor a verb of estimates
	scope scope
}

// A scope is a set of words that make a figure or a time one of several of its
// kind: another part, another rate, another stage.
type scope uint32

const (
	perEach scope = 1 << iota
	inAddition
	average
	total
	remaining
	atFirst
	aimed
	bounded
	firstOf
	secondOf
	thirdOf
	nextOf
	lastOf
	ofParts
	younger
	upper
	lower
	inside
	outside
	changing
)

// What the evidence that two figures or times are of one thing must come to.
const (
	leastEvidence = 6
	firmEvidence  = 9
)

// core reads the clause of reading r around its words first to last.
func (c *corpus) core(r *reading, first, last int) core {
	return c.coreIn(core{}, r, first, last)
}

// coreIn is core in the room of k.
func (c *corpus) coreIn(k core, r *reading, first, last int) core {
	lo, hi := c.clause(r, first, last)
	k.terms, k.own, k.scope = k.terms[:0], k.own[:0], c.scopeOf(r, lo, hi)
	add := func(ws []word) {
		for _, w := range ws {
			e := c.entry(w)
			if e.class&stop != 0 || c.terms[e.term].numeric {
				continue
			}
			k.terms = append(k.terms, e.term)
			if !c.terms[e.term].plain && !estimates(e.stem) && !turns(e.text) && !isAdverb(e.text) {
				k.own = append(k.own, e.term)
			}
		}
	}
	add(r.words[lo:hi])
	if lo < first && refersBack(c.text(r.words[lo])) && r.index > 0 {
		if p := &c.readings[r.index-1]; p.doc == r.doc {
			add(p.words[:c.subjectEnd(p)])
		}
	}
	slices.Sort(k.terms)
	k.terms = slices.Compact(k.terms)
	slices.Sort(k.own)
	k.own = slices.Compact(k.own)
	return k
}

// refersBack reports whether the pronoun stands for what the sentence before
// is about.
func refersBack(w string) bool {
	switch w {
	case "it", "its", "they", "their":
		return true
	}
	return false
}

// subjectEnd returns where the subject of the sentence ends: before its first
// verb that is known to be one.
func (c *corpus) subjectEnd(r *reading) int {
	for k, t := range r.tenses {
		if t != untensed {
			return k
		}
	}
	return min(len(r.words), 4)
}

// clause returns the words of the clause around the words first to last. A
// comma ends it on the right; on the left only a comma before a joining word
// does, so that the subject of "The dam, finished in May, holds" is kept.
func (c *corpus) clause(r *reading, first, last int) (lo, hi int) {
	for lo = first; lo > 0; lo-- {
		gap := r.text[r.words[lo-1].end:r.words[lo].start]
		if stops(gap, ";:(") || joins(c.text(r.words[lo])) && (stops(gap, ",") || c.text(r.words[lo]) != "and") {
			break
		}
	}
	for hi = last + 1; hi < len(r.words); hi++ {
		if stops(r.text[r.words[hi-1].end:r.words[hi].start], ",;:()") || joins(c.text(r.words[hi])) && c.text(r.words[hi]) != "and" {
			break
		}
	}
	return lo, hi
}

// stops reports whether the gap between two words has one of the marks, or a
// dash.
func stops(gap, marks string) bool {
	for _, x := range gap {
		if x == '–' || x == '—' {
			return true
		}
		for _, m := range marks {
			if x == m {
				return true
			}
		}
	}
	return false
}

// joins reports whether a clause of its own may begin with the word.
func joins(w string) bool {
	switch w {
	case "and", "but", "when", "if", "since", "as", "while", "whereas", "although", "though", "because", "so", "which", "who", "whose", "where":
		return true
	}
	return false
}

// estimates reports whether the stem is that of a word that says by whom, how
// surely or where something is told or arranged, and not what.
func estimates(stem string) bool {
	switch stem {
	case "put", "forecast", "estimat", "expect", "reckon", "valu", "calculat", "project", "predict", "accord", "fix", "schedul", "plan", "understand", "hear", "tell", "confirm", "announc", "total", "amount", "stand", "com", "tak", "taken", "plac", "author", "spokesman", "spokeswoman":
		return true
	}
	return false
}

// scopeOf returns the scopes that the words lo to hi of r name.
func (c *corpus) scopeOf(r *reading, lo, hi int) scope {
	var s scope
	for k := lo; k < hi; k++ {
		if w := scopeWord(c.text(r.words[k])); w != 0 && !r.inTime(k) {
			s |= w
		}
	}
	return s
}

// inTime reports whether word k is part of a time: "last" of "last month".
func (r *reading) inTime(k int) bool {
	for _, e := range r.times {
		if e.first <= k && k <= e.last {
			return true
		}
	}
	return false
}

// scopeWord returns the scope that the word gives.
func scopeWord(w string) scope {
	switch w {
	case "per", "each", "every", "daily", "weekly", "monthly", "annual", "annually", "yearly", "hourly":
		return perEach
	case "more", "another", "additional", "further", "extra", "added", "again", "new":
		return inAddition
	case "average", "mean", "median", "typical", "typically":
		return average
	case "total", "altogether", "overall", "combined", "cumulative", "whole":
		return total
	case "remaining", "rest", "other", "others", "left", "unsold", "outstanding":
		return remaining
	case "original", "originally", "initial", "initially", "previous", "previously", "earlier", "former", "once", "already", "yet":
		return atFirst
	case "budget", "budgeted", "target", "targets", "aim", "goal", "planned", "plan", "plans", "intends", "proposed", "proposes", "allowed", "limit", "capacity", "maximum", "minimum", "threshold":
		return aimed
	case "least", "most", "over", "under", "below", "above", "than", "within", "between", "beyond":
		return bounded
	case "first", "opening":
		return firstOf
	case "second":
		return secondOf
	case "third", "fourth", "fifth":
		return thirdOf
	case "next":
		return nextOf
	case "last", "final", "closing":
		return lastOf
	case "half", "quarter", "partly", "alone", "including", "excluding", "net", "gross", "includes":
		return ofParts
	case "young", "younger", "older", "male", "female", "women", "men", "adult", "adults", "children", "child":
		return younger
	case "upper", "north", "northern", "east", "eastern":
		return upper
	case "lower", "south", "southern", "west", "western":
		return lower
	case "rise", "rose", "risen", "fall", "fell", "fallen", "grew", "grow", "grown", "increase", "increased", "decrease", "decreased", "drop", "dropped", "cut", "raise", "raised", "reduced", "gain", "gained", "lost", "doubled", "compared", "against", "down", "moved", "postponed", "delayed", "instead", "extended", "brought", "rescheduled":
		return changing
	}
	return 0
}

// evidence weighs with small whole numbers whether what two clauses say of a
// figure or a time is said of one thing: three for each rare term that both
// have, one for each other one, two if one clause has nothing that the other
// lacks; and two less for each term that each of them has for itself.
func (c *corpus) evidence(a, b core) int {
	n, rare := 0, 0
	for t := range both(a.terms, b.terms) {
		if c.terms[t].plain || c.df[t] > 2*frequent {
			n++
			continue
		}
		n += 3
		rare++
	}
	if rare == 0 {
		return 0
	}
	shared := inCommon(a.own, b.own)
	apart := min(len(a.own)-shared, len(b.own)-shared)
	if apart == 0 {
		n += 2
	}
	return n - 3*apart
}

// both yields what two ascending lists both have.
func both(a, b []int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i, j := 0, 0; i < len(a) && j < len(b); {
			switch {
			case a[i] < b[j]:
				i++
			case a[i] > b[j]:
				j++
			default:
				if !yield(a[i]) {
					return
				}
				i++
				j++
			}
		}
	}
}

// inCommon returns how many terms two ascending lists both have.
func inCommon(a, b []int32) int {
	n := 0
	for range both(a, b) {
		n++
	}
	return n
}
