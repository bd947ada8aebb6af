package assess

import (
	"slices"
	"strings"
)

// otherFigure: "holds 3.2 million cubic metres" and "can hold 2.6 million cubic
// metres". The two figures measure in one unit, and either what leads to them
// is the same word and the sentences share a name, or the sentences are alike
// in nearly all else that they say.
func (r *review) otherFigure(c claim) string {
	if c.anchor < firmAnchor || timesBeyond(c.a, c.b) || timesBeyond(c.b, c.a) || r.otherNames(c) ||
		(c.a.traits|c.b.traits)&changes != 0 || !plainStatement(c.a) || !plainStatement(c.b) {
		return ""
	}
	alike := c.like.rare >= 3 && c.like.shared*100 >= likeWords*max(c.like.a, c.like.b)
	named := r.sharedNames(c.a, c.b) > 0
	for _, f := range c.a.figures {
		g, ok := counterpart(f, c.a, c.b)
		if !ok || !r.comparable(c, f, g) || c.a.tenseAt(f) == inPast != (c.b.tenseAt(g) == inPast) {
			continue
		}
		v := r.leadsTo(c.a, f)
		if alike || named && (v != "" && v == r.leadsTo(c.b, g) ||
			f.kind == count && !r.terms[f.unit].plain && c.anchor >= wideAnchor && c.a.tenseAt(f) != inPast) {
			return "figure: " + c.a.raw(f) + " or " + c.b.raw(g)
		}
	}
	return ""
}

// tenseAt returns the tense of the verb before f, or untensed.
func (r *reading) tenseAt(f figure) tense {
	for k := f.first - 1; k >= max(0, f.first-reach); k-- {
		if r.tenses[k] != untensed {
			return r.tenses[k]
		}
	}
	return untensed
}

// otherNames reports whether each sentence has a name that the other lacks.
//
// Most rules ask, so the answer for the latest pair is kept.
func (r *review) otherNames(c claim) bool {
	if r.names.a != c.a || r.names.b != c.b {
		r.names = namesOf{c.a, c.b, r.namesBeyond(c.a, c.b) && r.namesBeyond(c.b, c.a)}
	}
	return r.names.other
}

// A namesOf says whether each sentence of a pair has a name that the other
// lacks.
type namesOf struct {
	a, b  *reading
	other bool
}

// extraNames returns how many of the sentences have a name that the other
// lacks.
func (r *review) extraNames(c claim) int {
	n := 0
	if r.namesBeyond(c.a, c.b) {
		n++
	}
	if r.namesBeyond(c.b, c.a) {
		n++
	}
	return n
}

// plainStatement reports whether the sentence is one, and not a row of data
// sheets or prices.
func plainStatement(r *reading) bool {
	return len(r.figures) <= 2 && strings.ContainsAny(r.text[max(0, len(r.text)-4):], ".!?")
}

// counterpart returns the figure of b that measures in the unit of a's f, if
// each of them has only one.
func counterpart(f figure, a, b *reading) (figure, bool) {
	if f.kind == part || f.kind == count && f.unit == 0 {
		return figure{}, false
	}
	same := func(g figure) bool { return g.kind == f.kind && g.unit == f.unit }
	k := slices.IndexFunc(b.figures, same)
	if k < 0 || slices.ContainsFunc(b.figures[k+1:], same) {
		return figure{}, false
	}
	n := 0
	for _, g := range a.figures {
		if same(g) {
			n++
		}
	}
	return b.figures[k], n == 1
}

// leadsTo returns the stem of the nearest word before f that is not a small
// one, among the three before it, or "".
func (c *corpus) leadsTo(r *reading, f figure) string {
	for k := f.first - 1; k >= max(0, f.first-3); k-- {
		if e := c.entry(r.words[k]); e.class&stop == 0 {
			return e.stem
		}
	}
	return ""
}

// opposite: one denies what the other says in nearly the same words.
func (r *review) opposite(c claim) string {
	if c.like.rare < 3 || c.like.shared*100 < oppositeLike*max(c.like.a, c.like.b) || announces(c.a) != announces(c.b) ||
		figuresBeyond(c.a, c.b) || figuresBeyond(c.b, c.a) || timesBeyond(c.a, c.b) || timesBeyond(c.b, c.a) ||
		r.namesBeyond(c.a, c.b) || r.namesBeyond(c.b, c.a) {
		return ""
	}
	if notA, notB := r.not(c.a), r.not(c.b); notA < 0 && notB >= 0 && c.a.has(notB) || notB < 0 && notA >= 0 && c.b.has(notA) {
		return "said and denied"
	}
	return ""
}

// not returns the term of what the sentence denies: the first word that is not
// a small one after not. It returns -1 if the sentence denies nothing.
func (c *corpus) not(r *reading) int32 {
	for i, w := range r.words {
		if !c.is(w, denies) {
			continue
		}
		for _, v := range r.words[i+1:] {
			if !c.is(v, stop) {
				return c.entry(v).term
			}
		}
	}
	return -1
}

// raw returns the figure as it is written, with its sign.
func (r *reading) raw(f figure) string {
	from, to := r.words[f.first].start, r.words[f.last].end
	for _, sign := range []string{"$", "€", "£", "¥"} {
		if strings.HasSuffix(r.text[:from], sign) {
			from -= len(sign)
			break
		}
	}
	if strings.HasPrefix(r.text[to:], "%") {
		to++
	}
	return r.text[from:to]
}
