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
	return c.beyond(a, p.lo, i, b, rareOnly) && c.beyond(b, q.lo, j, a, rareOnly) ||
		c.beyond(a, k+1, p.hi, b, withPlain) && c.beyond(b, l+1, q.hi, a, withPlain)
}

// A stretch is the words lo to hi, the last not included.
type stretch struct{ lo, hi int }

func (c *corpus) clauseOf(r *reading, first, last int) stretch {
	lo, hi := c.clause(r, first, last)
	return stretch{lo, hi}
}

// A terming says which terms count for beyond, beside the rare ones.
type terming uint8

const (
	rareOnly    terming = iota
	withPlain           // those that any text may have too
	withAnswers         // verbs that answer a question too
)

// beyond reports whether a has a term between the words lo and hi that b lacks.
func (c *corpus) beyond(a *reading, lo, hi int, b *reading, which terming) bool {
	for k := lo; k < hi; k++ {
		e := c.entry(a.words[k])
		answer := e.trait&answers != 0
		switch t := &c.terms[e.term]; {
		case e.class&stop != 0, t.numeric, estimates(e.stem), isAdverb(e.text), b.has(e.term):
		case answer && which != withAnswers:
		case !answer && t.plain && which != withPlain:
		default:
			return true
		}
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
