package assess

import (
	"strings"
	"time"
)

// digits reads an expression that begins with the number at i: "3 March
// 2025", "2025-05-02", "13/03/2025", "2027".
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

// dayBeforeMonth reads "3 March 2025", "first of October".
func (p *scanner) dayBeforeMonth(i, day int) (expression, bool) {
	j := i + 1
	if p.reads(j, "of") {
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
	if !p.ws[i].upper {
		return expression{}, false
	}
	e := expression{first: i, last: i, form: monthForm, month: time.Month(p.entry(p.ws[i]).value)}
	if n, ok := p.dayNumber(i + 1); ok && p.near(i, i+1) && !p.measures(i+1) {
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
	if len(p.text(p.ws[i])) < 4 && !p.reads(i, "may") || !p.is(prev, before|pointer) {
		return expression{}, false
	}
	e.n = p.direction(i - 1)
	k := i - 1
	if p.reads(k, "of") {
		k--
	}
	if e.edge = p.edgeAt(k); e.edge != whole {
		e.first = k
	}
	return e, true
}

// measures reports whether the number at i is a share or an amount, "In May 8
// percent", and no day.
func (p *scanner) measures(i int) bool {
	return p.reads(i+1, "percent") || p.reads(i+1, "per") && p.reads(i+2, "cent") || p.reads(i+1, "million") || p.reads(i+1, "billion") || strings.HasPrefix(p.s[p.ws[i].end:], "%")
}

// monthOpens reports whether the month at the beginning of a sentence is one:
// "February was", not "May they" or "March on".
func (p *scanner) monthOpens() bool {
	return len(p.ws) > 1 && p.is(p.ws[1], was|is|has) && len(p.text(p.ws[0])) > 3
}

// edgeAt returns the part of a time that the word at i names: "early", "end".
func (p *scanner) edgeAt(i int) edge {
	switch {
	case p.reads(i, "early"), p.reads(i, "beginning"), p.reads(i, "start"):
		return beginning
	case p.reads(i, "late"), p.reads(i, "end"):
		return end
	}
	return whole
}

// weekday reads "Wednesday"; "each Friday" and "Black Friday" are none.
func (p *scanner) weekday(i int) (expression, bool) {
	e := expression{first: i, last: i, form: weekdayForm, n: p.entry(p.ws[i]).value}
	if !p.ws[i].upper {
		return e, false
	}
	if len(p.text(p.ws[i])) < 6 {
		return e, i+1 < len(p.ws) && p.ws[i+1].digits // "Mon, 10 Nov"
	}
	if i+1 < len(p.ws) && p.between(i) == "." {
		return e, false // the name of a site
	}
	if i > 0 {
		switch w := p.ws[i-1]; {
		case p.is(w, each|numeral):
			return e, false // "each Friday", "a Friday"
		case p.reads(i-1, "next"), p.reads(i-1, "coming"):
			e.form = nextWeekday
		case p.reads(i-1, "last"), p.reads(i-1, "past"):
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
