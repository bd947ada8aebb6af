package assess

import (
	"fmt"
	"slices"
)

// otherPart: "all six lifeboats passed" and "two of the six did not".
func (r *review) otherPart(c claim) string {
	f, ok1 := only(c.a.figures, part)
	g, ok2 := only(c.b.figures, part)
	if !ok1 || !ok2 || f.of != g.of || c.anchor < firmAnchor || c.like.rare < 2 {
		return ""
	}
	notF, notG := r.denied(c.a, f), r.denied(c.b, g)
	if holds(f, notF) == holds(g, notG) {
		return ""
	}
	return "number: " + f.inWords(notF) + " or " + g.inWords(notG)
}

// holds returns of how many of all a sentence is true that speaks of f of
// them, or denies it of f.
func holds(f figure, not bool) int64 {
	if not {
		return f.of*1000 - f.value
	}
	return f.value
}

func (f figure) inWords(not bool) string {
	s := fmt.Sprintf("%d of %d", f.value/1000, f.of)
	if f.value == f.of*1000 {
		s = fmt.Sprintf("all %d", f.of)
	}
	if not {
		s = "not " + s
	}
	return s
}

// denied reports whether a denial follows f.
func (c *corpus) denied(r *reading, f figure) bool {
	for _, w := range r.words[f.last+1:] {
		if c.is(w, denies) {
			return true
		}
	}
	return false
}

// otherShare: "Ardal bears two thirds of the cost and Brenna the remainder" and
// "the two are to share it equally". The share of one is also one less that of
// the other.
func (r *review) otherShare(c claim) string {
	f, ok1 := only(c.a.figures, share)
	g, ok2 := only(c.b.figures, share)
	if !ok1 || !ok2 || f.value == g.value || f.value == million-g.value || f.rough || g.rough ||
		!f.rest && !g.rest || c.anchor < firmAnchor || !r.costs(c.a) || !r.costs(c.b) {
		return ""
	}
	return "share: " + c.a.raw(f) + " or " + c.b.raw(g)
}

// costs reports whether the reading speaks of who pays.
func (c *corpus) costs(r *reading) bool {
	for _, w := range r.words {
		switch c.text(w) {
		case "pay", "pays", "paid", "cost", "costs", "bill", "fund", "funds", "finance", "finances", "share", "shared", "split", "divide", "divided", "bear", "bears", "cover", "covers", "expense", "expenses", "contribute", "contributes", "price":
			return true
		}
	}
	return false
}

// otherYear: "the roof was replaced in 2009" and "the roof dates from 2015".
func (r *review) otherYear(c claim) string {
	e, ok1 := onlyTime(c.a.times, yearForm)
	f, ok2 := onlyTime(c.b.times, yearForm)
	if !ok1 || !ok2 || e.year == f.year || r.patient(c, e, f) < firmAnchor || r.otherNames(c) {
		return ""
	}
	if r.eventBefore(c.a, e.first)&r.eventBefore(c.b, f.first) == 0 {
		return ""
	}
	return fmt.Sprintf("year: %d or %d", e.year, f.year)
}

// otherDay: "thieves came on the evening of 11 June" and "the gate was forced on
// the evening of 13 June"; "serviced on 4 April" and "serviced on 14 April".
// Days of different months are taken to be of different events.
func (r *review) otherDay(c claim) string {
	e, ok1 := onlyTime(c.a.times, dayForm)
	f, ok2 := onlyTime(c.b.times, dayForm)
	if !ok1 || !ok2 || e.month != f.month || e.day == f.day || e.year != f.year && e.year != 0 && f.year != 0 ||
		!e.from.IsZero() && !f.from.IsZero() && e.from.Year != f.from.Year || r.otherNames(c) {
		return ""
	}
	night := r.nightOf(c.a, e)
	if night == "" || night != r.nightOf(c.b, f) {
		if r.eventBefore(c.a, e.first)&r.eventBefore(c.b, f.first) == 0 || announces(c.a) != announces(c.b) || r.patient(c, e, f) < r.dayAnchor(c) {
			return ""
		}
	}
	return "day: " + dayMonth(e) + " or " + dayMonth(f)
}

// dayAnchor returns what the patient of two days must weigh: less where both
// are to come, since what has happened may have happened twice.
func (r *review) dayAnchor(c claim) int {
	if announces(c.a) && announces(c.b) {
		return leastAnchor
	}
	return firmAnchor
}

// patient returns the weight of the rare terms that both sentences are about
// and name where what something happened to stands: before the times e of a
// and f of b, or anywhere if only a pronoun stands there or nothing.
func (r *review) patient(c claim, e, f expression) int {
	anywhereA, anywhereB := r.pronounBefore(c.a, e), r.pronounBefore(c.b, f)
	n := 0
	for t := range r.shared(c.a, c.b) {
		// A position of -1 is before it: the sentence is about the term by reference.
		if (anywhereA || r.position(c.a, t) < e.first) && (anywhereB || r.position(c.b, t) < f.first) {
			n += r.weight[t]
		}
	}
	return n
}

// pronounBefore reports whether e opens the sentence, or a pronoun stands
// before it.
func (c *corpus) pronounBefore(r *reading, e expression) bool {
	return e.first <= 2 || slices.ContainsFunc(r.words[:e.first], func(w word) bool {
		t := c.text(w)
		return t == "it" || t == "they" || t == "he" || t == "she"
	})
}

func dayMonth(e expression) string { return fmt.Sprintf("%d %s", e.day, e.month) }

// nightOf returns the evening of "the evening of 11 June", or "".
func (c *corpus) nightOf(r *reading, e expression) string {
	i := e.first - 2
	if i < 0 || c.text(r.words[i+1]) != "of" || !c.is(r.words[i], dayPart) {
		return ""
	}
	return c.text(r.words[i])
}

// only returns the figure of the kind, if there is one and no other.
func only(fs []figure, k figureKind) (figure, bool) {
	var one figure
	n := 0
	for _, f := range fs {
		if f.kind == k {
			one = f
			n++
		}
	}
	return one, n == 1
}

// onlyTime returns the expression of the form, if there is one and no other.
func onlyTime(es []expression, f form) (expression, bool) {
	var one expression
	n := 0
	for _, e := range es {
		if e.form == f {
			one = e
			n++
		}
	}
	return one, n == 1
}
