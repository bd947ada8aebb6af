package assess

import (
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
	seasonForm              // this summer, the winter of 2031
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
	const opening = ordinal | month | weekday | numeral | pointer | season | unit | nearDay
	p := scanner{x, s, ws}
	base := len(dst)
	for i := 0; i < len(ws); {
		if !ws[i].digits && !x.is(ws[i], opening) {
			i++
			continue
		}
		e, ok := p.at(i)
		if !ok {
			i++
			continue
		}
		if n := len(dst); n > base && dst[n-1].joins(e) {
			e.first = dst[n-1].first
			dst = dst[:n-1]
		}
		dst = append(dst, e)
		i = e.last + 1
	}
	shareYear(dst[base:])
	return dst
}

// joins reports whether e and the expression f after it are one time: "Friday,
// 3 March"; or a stretch of years, of which the end counts: "between 2019 and
// 2021".
func (e expression) joins(f expression) bool {
	switch gap := f.first - e.last; {
	case e.form == weekdayForm && f.form == dayForm:
		return gap <= 1
	case e.form == yearForm && f.form == yearForm:
		return gap <= 2
	}
	return false
}

// at reads the expression that begins at word i.
func (p *scanner) at(i int) (e expression, ok bool) {
	switch w := p.ws[i]; {
	case w.digits:
		if e, ok = p.digits(i); !ok {
			e, ok = p.count(i)
		}
	case p.is(w, ordinal):
		e, ok = p.dayBeforeMonth(i, p.entry(w).value)
	case p.is(w, month):
		e, ok = p.month(i)
	case p.is(w, weekday):
		e, ok = p.weekday(i)
	case p.is(w, numeral):
		e, ok = p.count(i)
	case p.is(w, pointer):
		e, ok = p.pointed(i)
	case p.is(w, season):
		e, ok = p.season(i, i)
	case p.is(w, unit):
		e, ok = p.edgeOfUnit(i)
	case p.is(w, nearDay):
		e = expression{first: i, last: i, form: unitForm, n: p.entry(w).value, unit: "day"}
		ok = !w.owns && (i == 0 || !w.upper) // "tomorrow’s prices" and Tomorrow, a brand, are none
	}
	return e, ok
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
