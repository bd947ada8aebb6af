package assess

import (
	"strings"
	"time"

	"readahead/brief/doc"
)

// An expression is a stretch of a sentence that names a time.
type expression struct {
	first, last int // words, both included
	form        form
	year        int // as written, or 0
	month       time.Month
	day         int
	lastDay     int    // of several days, "3-5", or 0
	n           int    // of units, signed, from the publication; or a weekday
	unit        string // day, week, month, quarter or year
	edge        edge

	// The days it covers, both included; zero where that is not certain.
	from, to doc.Date
}

// A form is the kind of a time expression.
type form uint8

const (
	dayForm     form = iota // 3 March 2025, March 3
	monthForm               // March 2025, in March
	yearForm                // in 2027
	seasonForm              // this summer, in the spring of 2026
	weekdayForm             // on Wednesday
	nextWeekday             // next Wednesday
	lastWeekday             // last Wednesday
	unitForm                // last month, this week, two days ago
	eventForm               // a day after: counted from something else
)

// An edge is the part of a month that an expression names.
type edge uint8

const (
	whole edge = iota
	beginning
	end
)

// leans reports whether e says nothing without the day on which it was
// written.
func (e expression) leans() bool {
	switch e.form {
	case dayForm, monthForm, seasonForm:
		return e.year == 0
	case yearForm:
		return false
	}
	return true
}

// A scanner finds time expressions in the words of a sentence.
type scanner struct {
	*lexicon
	s  string
	ws []word
}

// expressions appends to dst the time expressions of the sentence, in order,
// not yet resolved.
func (x *lexicon) expressions(dst []expression, s string, ws []word) []expression {
	const any = month | weekday | season | unit | dayPart | pointer
	p := scanner{x, s, ws}
	for i := 0; i < len(ws); {
		w := ws[i]
		var e expression
		ok := false
		switch {
		case w.digits:
			if e, ok = p.digits(i); !ok {
				e, ok = p.count(i)
			}
		case !x.is(w, any|numeral|ordinal|before):
			if n := nowadays(x.text(w)); n != never && !w.owns && (i == 0 || !w.upper) {
				e, ok = expression{first: i, last: i, form: unitForm, n: n, unit: "day"}, true
			}
		case x.is(w, ordinal):
			e, ok = p.ordinalDay(i)
		case x.is(w, month) && w.upper:
			e, ok = p.month(i)
		case x.is(w, weekday) && w.upper:
			e, ok = p.weekday(i)
		case x.is(w, numeral):
			e, ok = p.count(i)
		case x.is(w, pointer):
			e, ok = p.pointed(i)
		case x.is(w, season):
			e, ok = p.season(i, i)
		case x.is(w, unit):
			e, ok = p.edgeOfUnit(i)
		}
		if !ok {
			i++
			continue
		}
		if n := len(dst); n > 0 && dst[n-1].form == weekdayForm && e.form == dayForm && e.first-dst[n-1].last <= 1 {
			e.first = dst[n-1].first // "Friday, 3 March" is one day
			dst = dst[:n-1]
		}
		dst = append(dst, e)
		i = e.last + 1
	}
	shareYear(dst)
	return dst
}

// shareYear gives a day without a year that of the day next to it: "3 March
// and 9 April 2026".
func shareYear(es []expression) {
	for i := len(es) - 2; i >= 0; i-- {
		e, f := &es[i], es[i+1]
		if e.form == dayForm && f.form == dayForm && e.year == 0 && f.first-e.last <= 2 {
			e.year = f.year
		}
	}
}

// digits reads an expression that begins with the number at i: "3 March
// 2025", "2025-03-09", "13/03/2025", "2027".
func (p *scanner) digits(i int) (expression, bool) {
	if e, ok := p.numeric(i); ok {
		return e, true
	}
	n, ok := p.integer(i)
	if !ok {
		return expression{}, false
	}
	if 1 <= n && n <= 31 && len(p.raw(i)) <= 2 {
		return p.dayBeforeMonth(i, n)
	}
	if isYear(n) && len(p.raw(i)) == 4 && p.isYearAt(i) {
		return expression{first: i, last: i, form: yearForm, year: n}, true
	}
	return expression{}, false
}

// ordinalDay reads "first of October", and "third week of May", which is
// taken as May.
func (p *scanner) ordinalDay(i int) (expression, bool) {
	return p.dayBeforeMonth(i, p.entry(p.ws[i]).value)
}

func (p *scanner) dayBeforeMonth(i, day int) (expression, bool) {
	j := i + 1
	if p.at(j, "of") {
		j++
	}
	if !p.isMonth(j) || j == i+1 && (p.is(p.ws[i], ordinal) || !p.dayGap(i)) {
		return expression{}, false
	}
	e := expression{first: i, last: j, form: dayForm, month: time.Month(p.entry(p.ws[j]).value), day: day}
	p.takeYear(&e)
	return e, true
}

// dayGap reports whether only a space or an ending like "rd" stands between
// the day at i and its month: "3 March", "3rd March", but not "3. March".
func (p *scanner) dayGap(i int) bool {
	gap := strings.TrimRight(p.between(i), " \u00a0")
	return gap == "" || isOrdinalEnd(gap)
}

// month reads "March 3, 2025", "March 2025" and "March".
func (p *scanner) month(i int) (expression, bool) {
	e := expression{first: i, last: i, form: monthForm, month: time.Month(p.entry(p.ws[i]).value)}
	if n, ok := p.dayNumber(i + 1); ok && p.near(i, i+1) {
		e.form, e.day, e.last = dayForm, n, i+1
		p.takeYear(&e)
		if n, ok := p.dayNumber(i + 2); ok && e.year == 0 && n > e.day && p.joined(p.ws, i+1) { // March 3-5, 2025
			e.lastDay, e.last = n, i+2
			p.takeYear(&e)
		}
		return e, true
	}
	if p.takeYear(&e); e.year != 0 {
		return e, true
	}
	// A month alone: "in May". "May", "March" and "August" are also other
	// words, and a short form alone is no month.
	if i == 0 {
		return e, p.monthOpens()
	}
	prev := p.ws[i-1]
	if len(p.text(p.ws[i])) < 4 && !p.at(i, "may") || !p.is(prev, before|pointer) {
		return expression{}, false
	}
	e.n = p.direction(i - 1)
	k := i - 1
	if p.at(k, "of") {
		k--
	}
	e.edge = p.edge(k)
	return e, true
}

// monthOpens reports whether the month at the beginning of a sentence is one:
// "February was", not "May they" or "March on".
func (p *scanner) monthOpens() bool {
	return len(p.ws) > 1 && p.is(p.ws[1], was|is|has) && len(p.text(p.ws[0])) > 3
}

// edge returns the part of a time that the word at i names: "early", "end".
func (p *scanner) edge(i int) edge {
	switch {
	case p.at(i, "early"), p.at(i, "beginning"), p.at(i, "start"):
		return beginning
	case p.at(i, "late"), p.at(i, "end"):
		return end
	}
	return whole
}

// weekday reads "Wednesday"; "each Friday" and "Black Friday" are none.
func (p *scanner) weekday(i int) (expression, bool) {
	e := expression{first: i, last: i, form: weekdayForm, n: p.entry(p.ws[i]).value}
	if len(p.text(p.ws[i])) < 6 {
		return e, i+1 < len(p.ws) && p.ws[i+1].digits // "Mon, 10 Nov"
	}
	if strings.HasPrefix(p.s[p.ws[i].end:], ".") && p.near(i, i+1) && p.between(i) == "." {
		return e, false // the name of a site
	}
	if i > 0 {
		switch w := p.ws[i-1]; {
		case p.is(w, each|numeral):
			return e, false // "each Friday", "a Friday"
		case p.at(i-1, "next"), p.at(i-1, "coming"):
			e.form = nextWeekday
		case p.at(i-1, "last"), p.at(i-1, "past"):
			e.form = lastWeekday
		case w.upper && namesDay(p.text(w)):
			return e, false
		case !p.is(w, before) && p.attributive(i):
			return e, false
		}
	}
	return e, true
}

// attributive reports whether the weekday at i belongs to a word after it:
// "a Sunday dinner".
func (p *scanner) attributive(i int) bool {
	return p.joined(p.ws, i) && !p.ws[i+1].upper && !p.is(p.ws[i+1], stop|before|dayPart|past|will|is|was|has)
}

// namesDay reports whether the word makes a name of the weekday after it.
func namesDay(w string) bool {
	switch w {
	case "black", "good", "bloody", "cyber", "super", "easter", "palm", "ash", "fat", "holy", "giving":
		return true
	}
	return false
}

// season reads the season at i. It is a time only where something says which
// one is meant: a pointer before it, at first, or a year after it.
func (p *scanner) season(first, i int) (expression, bool) {
	e := expression{first: first, last: i, form: seasonForm}
	if p.at(i+1, "of") {
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
	if j >= len(p.ws) || !p.near(i, j) || p.at(i-1, "the") { // "the next day" is counted from elsewhere
		return expression{}, false
	}
	switch w := p.ws[j]; {
	case p.is(w, season):
		return p.season(i, j)
	case p.is(w, dayPart):
		e := expression{first: i, last: j, form: unitForm, unit: "day"}
		if p.at(i, "last") {
			e.n = -1
		}
		return e, p.at(i, "this") || p.at(i, "last")
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

// edgeOfUnit reads "the end of the month".
func (p *scanner) edgeOfUnit(i int) (expression, bool) {
	if i < 3 || !p.at(i-1, "the") || !p.at(i-2, "of") || strings.HasSuffix(p.text(p.ws[i]), "s") || p.at(i+1, "of") {
		return expression{}, false
	}
	e := expression{first: i - 3, last: i, form: unitForm, unit: p.text(p.ws[i])}
	e.edge = p.edge(i - 3)
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

const never = 99

// nowadays returns how many days from the publication the word names, or
// never.
func nowadays(w string) int {
	switch w {
	case "yesterday":
		return -1
	case "tomorrow":
		return 1
	case "tonight":
		return 0
	}
	return never
}
