package assess

import "strings"

// season reads the season at i. It is a time only where something says which
// one is meant: a pointer before it, at first, or a year after it.
func (p *scanner) season(first, i int) (expression, bool) {
	e := expression{first: first, last: i, form: seasonForm}
	if p.reads(i+1, "of") {
		if n, ok := p.integer(i + 2); ok && isYear(n) {
			e.last, e.year = i+2, n
		}
	} else if p.takeYear(&e); e.year != 0 {
		return e, true
	}
	if e.year == 0 && first < i {
		e.n = p.direction(first)
		return e, true
	}
	return e, e.year != 0
}

// pointed reads "last month", "this week", "next June", "this summer".
func (p *scanner) pointed(i int) (expression, bool) {
	j := i + 1
	if j >= len(p.ws) || !p.near(i, j) || p.reads(i-1, "the") || i > 0 && p.ws[i].upper && p.ws[j].upper { // "CBS This Morning"; "the next day" is counted from elsewhere
		return expression{}, false
	}
	switch w := p.ws[j]; {
	case p.is(w, season):
		return p.season(i, j)
	case p.is(w, dayPart):
		e := expression{first: i, last: j, form: unitForm, unit: "day"}
		if p.reads(i, "last") {
			e.n = -1
		}
		return e, p.reads(i, "this") || p.reads(i, "last")
	case p.is(w, unit) && !strings.HasSuffix(p.text(w), "s"):
		e := expression{first: i, last: j, form: unitForm, n: p.direction(i), unit: p.text(w)}
		switch p.text(p.ws[i]) {
		case "following", "previous":
			e.form = eventForm
		}
		return e, e.unit != "decade" && (e.unit != "day" || e.form == eventForm)
	}
	return expression{}, false
}

// direction returns where the pointer at i points to, counted from the
// publication.
func (p *scanner) direction(i int) int {
	switch p.text(p.ws[i]) {
	case "last", "past", "previous":
		return -1
	case "next", "coming", "following":
		return 1
	}
	return 0
}

// edgeOfUnit reads "the end of the year".
func (p *scanner) edgeOfUnit(i int) (expression, bool) {
	if i < 3 || !p.reads(i-1, "the") || !p.reads(i-2, "of") || strings.HasSuffix(p.text(p.ws[i]), "s") || p.reads(i+1, "of") {
		return expression{}, false
	}
	e := expression{first: i - 3, last: i, form: unitForm, unit: p.text(p.ws[i])}
	e.edge = p.edgeAt(i - 3)
	return e, e.edge != whole && e.unit != "day" && e.unit != "weekend" && e.unit != "decade"
}

// count reads "two weeks ago", "a day after".
func (p *scanner) count(i int) (expression, bool) {
	j := i + 1
	if j+1 >= len(p.ws) || !p.is(p.ws[j], unit) || !p.near(i, j) {
		return expression{}, false
	}
	n, ok := p.integer(i)
	if !ok {
		if n = p.entry(p.ws[i]).value; n == 0 {
			return expression{}, false
		}
	}
	e := expression{first: i, last: j + 1, form: unitForm, n: -n, unit: strings.TrimSuffix(p.text(p.ws[j]), "s")}
	switch p.text(p.ws[j+1]) {
	case "ago":
		return e, e.unit != "weekend" && e.unit != "decade" && n < 50
	case "after", "before":
		e.form = eventForm
		return e, n <= 3 && !p.ws[i].digits && (e.unit == "day" || e.unit == "week")
	}
	return expression{}, false
}
