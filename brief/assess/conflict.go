package assess

import "readahead/brief/doc"

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
func (r *review) compare(p *pairs) {
	u := newUnion(len(r.readings))
	first := r.copies(u)
	r.first = first
	var found []clash
	for i := range r.readings {
		if int(first[i]) != i {
			continue
		}
		p.of(i, i+1, leastAnchor, func(j int) {
			a, b := &r.readings[i], &r.readings[j]
			l := r.likeness(a, b)
			switch {
			case int(first[j]) != j || u.root(i) == u.root(j):
			case r.sayTheSame(a, b, l):
				u.join(i, j)
			case a.doc != b.doc:
				if what := r.contradiction(claim{a, b, l, r.anchor(a, b)}); what != "" {
					found = append(found, clash{i, j, what})
				}
			}
		})
	}
	r.number(u)
	for _, c := range found {
		if u.root(c.a) == u.root(c.b) {
			continue
		}
		r.clashes = append(r.clashes, c)
		r.a.Conflicts = append(r.a.Conflicts, doc.Disagreement{What: c.what, A: r.place(c.a), B: r.place(c.b)})
		r.flag(c.a, doc.Conflict, c.what)
		r.flag(c.b, doc.Conflict, c.what)
	}
	r.flagCopies(first)
}

// flagCopies marks the copies of sentences that are in conflict.
func (r *review) flagCopies(first []int32) {
	for i, k := range first {
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
	for _, rule := range []func(claim) string{r.otherPart, r.otherShare, r.otherYear, r.otherDay, r.otherFigure, r.opposite} {
		if what := rule(c); what != "" {
			return what
		}
	}
	return ""
}

// anchor returns the weight of the rare terms that both readings are about.
func (c *corpus) anchor(a, b *reading) int {
	n := 0
	for i, j := 0, 0; i < len(a.about) && j < len(b.about); {
		switch {
		case a.about[i] < b.about[j]:
			i++
		case b.about[j] < a.about[i]:
			j++
		default:
			if c.finds(a.about[i]) && !c.terms[a.about[i]].numeric {
				n += c.weight[a.about[i]]
			}
			i++
			j++
		}
	}
	return n
}
