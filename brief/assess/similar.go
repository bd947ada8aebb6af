package assess

import (
	"math/bits"
	"slices"
)

// weigh says of each term how much it tells that two readings share it: the
// rarer, the more. The weight grows with the logarithm of the inverse
// frequency (K. Spärck Jones, 1972), in whole numbers; words that any text may
// have weigh little.
func (c *corpus) weigh() {
	n := max(len(c.readings), 64)
	c.weight = make([]int, len(c.terms))
	for t, df := range c.df {
		c.weight[t] = bits.Len(uint(n) / uint(max(df, 1)))
		if c.terms[t].plain {
			c.weight[t] = min(c.weight[t], 2)
		}
	}
	for i := range c.readings {
		for _, t := range c.readings[i].terms {
			c.readings[i].weight += c.weight[t]
		}
	}
}

// A likeness compares the terms of two readings by weight.
type likeness struct {
	shared     int // of what they share
	rareShared int // of that, what is neither plain nor frequent
	rare       int // how many such terms
	a, b       int // of all
}

// likeness compares two readings in time linear in their length.
func (c *corpus) likeness(a, b *reading) likeness {
	l := likeness{a: a.weight, b: b.weight}
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		t := a.terms[i]
		switch {
		case t < b.terms[j]:
			i++
			continue
		case t > b.terms[j]:
			j++
			continue
		}
		l.shared += c.weight[t]
		if !c.terms[t].plain && c.df[t] <= 4 {
			l.rare++
			l.rareShared += c.weight[t]
		}
		i++
		j++
	}
	return l
}

// sharedNames returns the weight of the names of a that b speaks of too.
func (c *corpus) sharedNames(a, b *reading) int {
	var names []int32
	for _, w := range a.words {
		if t := c.entry(w).term; c.isName(w) && b.has(t) {
			names = append(names, t)
		}
	}
	slices.Sort(names)
	n := 0
	for _, t := range slices.Compact(names) {
		n += c.weight[t]
	}
	return n
}

// has reports whether r speaks of the term.
func (r *reading) has(t int32) bool {
	_, ok := slices.BinarySearch(r.terms, t)
	return ok
}

// disagree reports whether each of two readings has something that sets it
// apart from the other: a figure, a name or a time that the other lacks; or
// whether only one denies, or only one speaks of the future.
func (c *corpus) disagree(a, b *reading) bool {
	return c.denials(a)%2 != c.denials(b)%2 ||
		announces(a) != announces(b) ||
		figuresBeyond(a, b) && figuresBeyond(b, a) ||
		timesBeyond(a, b) && timesBeyond(b, a) ||
		c.namesBeyond(a, b) && c.namesBeyond(b, a) ||
		c.otherOrdinal(a, b)
}

// otherOrdinal reports whether one is "the third" and the other "the fourth".
func (c *corpus) otherOrdinal(a, b *reading) bool {
	i, j := c.numbered(a), c.numbered(b)
	return i >= 0 && j >= 0 && c.entry(a.words[i]).value != c.entry(b.words[j]).value
}

// denials counts the words of the reading that turn what it says round.
func (c *corpus) denials(r *reading) int {
	n := 0
	for _, w := range r.words {
		if c.is(w, denies|lacks) {
			n++
		}
	}
	return n
}

// announces reports whether the reading speaks of the future.
func announces(r *reading) bool { return slices.Contains(r.tenses, inFuture) }

// figuresBeyond reports whether a has a figure that b lacks.
func figuresBeyond(a, b *reading) bool {
	for _, f := range a.figures {
		if !slices.ContainsFunc(b.figures, func(g figure) bool { return f.kind == g.kind && f.value == g.value && f.of == g.of }) {
			return true
		}
	}
	return false
}

// timesBeyond reports whether a has a time that b lacks.
func timesBeyond(a, b *reading) bool {
	for _, e := range a.times {
		if !slices.ContainsFunc(b.times, e.sameAs) {
			return true
		}
	}
	return false
}

// sameAs reports whether two expressions name the same time: resolved, or in
// the same words.
func (e expression) sameAs(f expression) bool {
	if !e.from.IsZero() && !f.from.IsZero() {
		return e.from == f.from && e.to == f.to
	}
	return e.form == f.form && e.month == f.month && e.day == f.day && e.n == f.n && e.unit == f.unit &&
		(e.year == f.year || e.year == 0 || f.year == 0)
}

// namesBeyond reports whether a has a name that b is not about.
func (c *corpus) namesBeyond(a, b *reading) bool {
	for _, w := range a.words {
		if _, ok := slices.BinarySearch(b.about, c.entry(w).term); !ok && c.isName(w) {
			return true
		}
	}
	return false
}
