package assess

import (
	"iter"

	"readahead/brief/doc"
)

// A claim is a pair of sentences of different sources that may be about the
// same thing.
type claim struct {
	a, b   *reading
	like   likeness
	anchor int // weight of the rare terms that both are about
}

// What the sentences of a conflict must share. One that two sources disagree
// on is often put in other words, so the bar is low where figures stand in the
// same place of both sentences, and high where they do not.
const (
	leastAnchor  = 8  // weight of the rare terms both are about
	firmAnchor   = 10 // likewise
	wideAnchor   = 16 // likewise
	likeWords    = 60 // percent of the larger sentence
	oppositeLike = 50 // likewise
)

// What has more words than this is no sentence, and is compared with none.
const longest = 500

// A clash is a pair of sentences that contradict each other.
type clash struct {
	a, b int
	what string
}

// compare looks at each pair of sentences that share rare terms, once. It
// groups those that say the same, and notes those of different sources that
// cannot both be true: they give another number of parts, another share,
// another year or day of one event, another figure for one thing, or one
// denies what the other says. Both of these are marked, so that neither is
// printed as if it were sure.
func (r *review) compare() {
	u := newUnion(len(r.readings))
	r.first = r.copies(u)
	var found []clash
	for i := range r.readings {
		if int(r.first[i]) != i || len(r.readings[i].words) > longest {
			continue
		}
		r.pairs.of(i, i+1, leastAnchor, func(j int) {
			a, b := &r.readings[i], &r.readings[j]
			if int(r.first[j]) != j || len(b.words) > longest || u.root(i) == u.root(j) {
				return
			}
			l := r.likeness(a, b)
			switch {
			case r.sayTheSame(a, b, l):
				u.join(i, j)
			case a.doc != b.doc:
				if what := r.contradiction(claim{a, b, l, r.anchor(a, b)}); what != "" {
					found = append(found, clash{i, j, what})
				}
			}
		})
	}
	r.writeGroups(u)
	for _, c := range found {
		if u.root(c.a) == u.root(c.b) {
			continue
		}
		r.clashes = append(r.clashes, c)
		r.a.Conflicts = append(r.a.Conflicts, doc.Disagreement{What: c.what, A: r.place(c.a), B: r.place(c.b)})
		r.flag(c.a, doc.Conflict, c.what)
		r.flag(c.b, doc.Conflict, c.what)
	}
	r.flagCopies()
}

// flagCopies marks the copies of sentences that are in conflict.
func (r *review) flagCopies() {
	for i, k := range r.first {
		if int(k) == i {
			continue
		}
		for _, f := range r.a.Sentences[k].Flags {
			if f.Kind == doc.Conflict {
				r.flag(i, f.Kind, f.Note)
			}
		}
	}
}

// contradiction says in what the two sentences contradict each other, or "".
// The rules are tried in turn, the surest first.
func (r *review) contradiction(c claim) string {
	for _, rule := range []func(claim) string{r.otherPart, r.otherShare, r.otherYear, r.otherDay, r.otherLength, r.otherFigure, r.opposite,
		r.otherNumber, r.otherBound, r.otherResult, r.otherCount, r.otherAmount, r.otherTime, r.otherAnswer, r.otherPlace} {
		if what := rule(c); what != "" {
			return what
		}
	}
	return ""
}

// anchor returns the weight of the rare terms that both readings are about.
func (c *corpus) anchor(a, b *reading) int {
	n := 0
	for t := range c.shared(a, b) {
		n += c.weight[t]
	}
	return n
}

// shared yields the rare terms, without numbers, that both readings are about.
func (c *corpus) shared(a, b *reading) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i, j := 0, 0; i < len(a.about) && j < len(b.about); {
			switch t := a.about[i]; {
			case t < b.about[j]:
				i++
			case t > b.about[j]:
				j++
			default:
				if c.finds(t) && !c.terms[t].numeric && !yield(t) {
					return
				}
				i++
				j++
			}
		}
	}
}
