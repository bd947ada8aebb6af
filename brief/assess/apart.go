package assess

// setApart reports whether something tells two figures or times apart, which
// stand at the words i to k of a and j to l of b: other scopes; or in both
// sentences something stands before them, or after them, that the other lacks:
// "the rowing club has" and "the chess club has"; "on roads" and "on parks".
// A sentence may say more than the other, but not each of them.
func (c *corpus) setApart(a *reading, i, k int, b *reading, j, l int) bool {
	p, q := c.clauseOf(a, i, k), c.clauseOf(b, j, l)
	if c.scopeOf(a, p.lo, p.hi) != c.scopeOf(b, q.lo, q.hi) {
		return true
	}
	return c.beyond(a, p.lo, i, b, false) && c.beyond(b, q.lo, j, a, false) ||
		c.beyond(a, k+1, p.hi, b, true) && c.beyond(b, l+1, q.hi, a, true)
}

// A stretch is the words lo to hi, the last not included.
type stretch struct{ lo, hi int }

func (c *corpus) clauseOf(r *reading, first, last int) stretch {
	lo, hi := c.clause(r, first, last)
	return stretch{lo, hi}
}

// beyond reports whether a has a term between the words lo and hi that b lacks;
// if plain is set, one that any text may have counts too.
func (c *corpus) beyond(a *reading, lo, hi int, b *reading, plain bool) bool {
	for k := lo; k < hi; k++ {
		e := c.entry(a.words[k])
		t := &c.terms[e.term]
		if e.class&stop != 0 || t.numeric || t.plain && !plain || estimates(e.stem) || turns(e.text) || isAdverb(e.text) || b.has(e.term) {
			continue
		}
		return true
	}
	return false
}

// otherLead reports whether verbs lead to the figures that are not those of
// the other sentence: "repairs 40 trams" and "stores 26 trams".
func (r *review) otherLead(c claim, f, g figure) bool {
	v, w := r.leadTerm(c.a, f), r.leadTerm(c.b, g)
	return v >= 0 && w >= 0 && !c.b.has(v) && !c.a.has(w)
}

// leadTerm returns the term of the nearest word before f that is not a small
// one, among the three before it, or -1.
func (r *review) leadTerm(x *reading, f figure) int32 {
	for k := f.first - 1; k >= max(0, f.first-3); k-- {
		if e := r.entry(x.words[k]); e.class&stop == 0 && !estimates(e.stem) && !isAdverb(e.text) {
			return e.term
		}
	}
	return -1
}

// comparable reports whether the two figures may contradict each other: they
// differ by more than rounding, are both meant exactly, and nothing tells what
// they count apart.
func (r *review) comparable(c claim, f, g figure) bool {
	return !agrees(f, g) && !f.rough && !g.rough && !f.rest && !g.rest &&
		c.a.tenseAt(f) != inDoubt && c.b.tenseAt(g) != inDoubt &&
		!r.otherLead(c, f, g) && !r.setApart(c.a, f.first, f.last, c.b, g.first, g.last)
}
