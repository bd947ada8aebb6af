package assess

import "fmt"

// otherNumber: "the third leak of the year" and, of the same day, "the fifth
// leak of the year". Without a day they may be two leaks.
func (r *review) otherNumber(c claim) string {
	day, ok1 := r.dayOf(c.a)
	other, ok2 := r.dayOf(c.b)
	if !ok1 || !ok2 || !day.sameAs(other) || r.otherNames(c) {
		return ""
	}
	i, j := r.numbered(c.a), r.numbered(c.b)
	if i < 0 || j < 0 {
		return ""
	}
	m, n := r.entry(c.a.words[i]), r.entry(c.b.words[j])
	if m.value == n.value || r.entry(c.a.words[i+1]).term != r.entry(c.b.words[j+1]).term {
		return ""
	}
	return "number: " + m.text + " or " + n.text
}

// numbered returns the word that counts things in "was the third leak", or -1
// if there is none or another.
func (c *corpus) numbered(x *reading) int {
	at := -1
	for i := 2; i+1 < len(x.words); i++ {
		if !c.is(x.words[i], ordinal) || c.text(x.words[i-1]) != "the" || !c.is(x.words[i-2], is|was) || c.is(x.words[i+1], stop) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// dayOf returns the day that the sentence speaks of, or the one before it where
// it opens with a pronoun that stands for what happened then.
func (r *review) dayOf(x *reading) (expression, bool) {
	if e, ok := onlyTime(x.times, dayForm); ok {
		return e, true
	}
	k := x.index - 1
	if k < 0 || len(x.words) == 0 || r.readings[k].doc != x.doc {
		return expression{}, false
	}
	switch r.text(x.words[0]) {
	case "it", "this", "that":
		return onlyTime(r.readings[k].times, dayForm)
	}
	return expression{}, false
}

// otherBound: "will not open before March" and "is not expected before May".
func (r *review) otherBound(c claim) string {
	if len(c.a.times) == 0 || len(c.b.times) == 0 {
		return ""
	}
	e, ok1 := r.notBefore(c.a)
	f, ok2 := r.notBefore(c.b)
	if !ok1 || !ok2 || e.sameAs(f) || e.form != f.form || c.anchor < firmAnchor || c.like.rare < 2 || r.otherNames(c) {
		return ""
	}
	return fmt.Sprintf("time: not before %s or %s", c.a.span(e), c.b.span(f))
}

// notBefore returns the time before which, as the sentence says, something
// will not be.
func (r *review) notBefore(x *reading) (expression, bool) {
	for _, e := range x.times {
		if e.form != dayForm && e.form != monthForm && e.form != yearForm || r.limit(x, e) != "before" {
			continue
		}
		for k := max(0, e.first-8); k < e.first; k++ {
			if r.is(x.words[k], denies) {
				return e, true
			}
		}
	}
	return expression{}, false
}

// span returns e as it is written.
func (r *reading) span(e expression) string {
	return r.text[r.words[e.first].start:r.words[e.last].end]
}

// otherLength: "took four hours on 3 May" and, of the same thing on the same
// day, "was done in six hours".
func (r *review) otherLength(c claim) string {
	e, ok1 := onlyTime(c.a.times, dayForm)
	f, ok2 := onlyTime(c.b.times, dayForm)
	if !ok1 || !ok2 || !e.sameAs(f) || c.anchor < firmAnchor || c.like.rare < 2 || r.otherNames(c) || announces(c.a) != announces(c.b) {
		return ""
	}
	i, n := r.length(c.a)
	j, m := r.length(c.b)
	if n != 1 || m != 1 || i.unit != j.unit || i.value == j.value || i.rough || j.rough {
		return ""
	}
	return "length: " + c.a.raw(i) + " or " + c.b.raw(j)
}

// length returns the stretch of time that something took, and how many such
// stretches the sentence has.
func (r *review) length(x *reading) (figure, int) {
	var one figure
	n := 0
	for _, f := range x.figures {
		if f.kind != count {
			continue
		}
		switch r.text(x.words[f.last]) {
		case "hours", "hour", "minutes", "minute", "seconds":
			one = f
			n++
		}
	}
	return one, n
}

// otherResult: "passed its trial on 3 May" and, of the same thing on the same
// day, "failed its trial".
func (r *review) otherResult(c claim) string {
	e, ok1 := onlyTime(c.a.times, dayForm)
	f, ok2 := onlyTime(c.b.times, dayForm)
	if !ok1 || !ok2 || !e.sameAs(f) || c.anchor < firmAnchor || c.like.rare < 2 || r.otherNames(c) {
		return ""
	}
	a, b := r.result(c.a), r.result(c.b)
	if a*b >= 0 {
		return ""
	}
	return "result: done or failed"
}

// result returns 1 if the sentence says that something went as it should, -1
// if it says that it failed, and 0 if it says neither or both.
func (r *review) result(x *reading) int {
	n := 0
	for i, w := range x.words {
		v := 0
		switch r.text(w) {
		case "passed", "started", "succeeded", "worked", "held", "survived", "ran", "opened", "completed":
			v = 1
		case "failed":
			v = -1
		default:
			continue
		}
		for k := max(0, i-3); k < i; k++ {
			if r.is(x.words[k], denies) {
				v = -v
				break
			}
		}
		if n != 0 && n != v {
			return 0
		}
		n = v
	}
	return n
}

// otherCount: "the keys of 12 lockers were stolen in May" and "last month the
// keys of 15 lockers were stolen": the same words lead to the two figures, and
// the sentences are of the same time.
func (r *review) otherCount(c claim) string {
	if len(c.a.times) == 0 || len(c.a.figures) == 0 || len(c.b.times) == 0 || len(c.b.figures) == 0 ||
		c.anchor < firmAnchor || c.like.rare < 2 || r.otherNames(c) || announces(c.a) != announces(c.b) || timesBeyond(c.a, c.b) || timesBeyond(c.b, c.a) || r.denials(c.a) != r.denials(c.b) {
		return ""
	}
	for _, f := range c.a.figures {
		g, ok := counterpart(f, c.a, c.b)
		if !ok || !r.comparable(c, f, g) || f.kind != count && f.kind != share ||
			f.first == 0 || g.first == 0 {
			continue
		}
		if f.kind == count && (r.leadsTo(c.a, f) == "" || r.leadsTo(c.a, f) != r.leadsTo(c.b, g)) ||
			f.kind == share && !r.sameAfter(c, f, g) {
			continue
		}
		return "figure: " + c.a.raw(f) + " or " + c.b.raw(g)
	}
	return ""
}

// sameAfter reports whether the same four words or more follow the two figures,
// of which one is rare.
func (r *review) sameAfter(c claim, f, g figure) bool {
	rare := 0
	for k := 1; k <= 4; k++ {
		i, j := f.last+k, g.last+k
		if i >= len(c.a.words) || j >= len(c.b.words) || c.a.words[i].entry != c.b.words[j].entry {
			return false
		}
		if t := r.entry(c.a.words[i]).term; !r.terms[t].plain && r.entry(c.a.words[i]).class&stop == 0 {
			rare++
		}
	}
	return rare > 0
}
