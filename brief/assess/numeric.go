package assess

import (
	"strings"
	"time"
)

// numeric reads a date in figures: ISO 8601's 2025-05-02 always, and
// 13/03/2025 or 03/13/2025, with slashes or full stops, where only one order
// of day and month can be meant.
func (p *scanner) numeric(i int) (expression, bool) {
	raw := p.raw(i)
	if strings.Count(raw, ".") == 2 { // "13.03.2025" is one word
		return pointedDate(raw, i)
	}
	if i+2 >= len(p.ws) {
		return expression{}, false
	}
	n, ok0 := p.integer(i)
	m, ok1 := p.integer(i + 1)
	d, ok2 := p.integer(i + 2)
	sep := p.between(i)
	if !ok0 || !ok1 || !ok2 || sep != p.between(i+1) {
		return expression{}, false
	}
	if sep == "-" && isYear(n) && len(raw) == 4 {
		return dayOf(i, i+2, n, m, d)
	}
	if sep == "/" && isYear(d) {
		return unambiguous(i, i+2, n, m, d)
	}
	return expression{}, false
}

// pointedDate reads 13.03.2025.
func pointedDate(raw string, i int) (expression, bool) {
	parts := strings.Split(raw, ".")
	d, ok1 := integer(parts[0])
	m, ok2 := integer(parts[1])
	y, ok3 := integer(parts[2])
	if !ok1 || !ok2 || !ok3 || !isYear(y) {
		return expression{}, false
	}
	return unambiguous(i, i, d, m, y)
}

func unambiguous(first, last, a, b, year int) (expression, bool) {
	switch {
	case a == b || a > 12:
		return dayOf(first, last, year, b, a)
	case b > 12:
		return dayOf(first, last, year, a, b)
	}
	return expression{}, false
}

func dayOf(first, last, year, month, day int) (expression, bool) {
	e := expression{first: first, last: last, form: dayForm, year: year, month: time.Month(month), day: day}
	return e, 1 <= month && month <= 12 && 1 <= day && day <= 31
}

// takeYear adds the year that follows e, if one does: "March 3, 2025".
func (p *scanner) takeYear(e *expression) {
	n, ok := p.integer(e.last + 1)
	if ok && isYear(n) && len(p.raw(e.last+1)) == 4 && (p.near(e.last, e.last+1) || p.ordinalGap(e.last)) {
		e.year = n
		e.last++
	}
}

// ordinalGap reports whether an ordinal ending and a comma, as in "19th, 2025",
// are all that stands between the words at i and i+1.
func (p *scanner) ordinalGap(i int) bool {
	gap := strings.TrimRight(p.between(i), ", ")
	return p.ws[i].digits && isOrdinalEnd(gap)
}

// isYearAt reports whether the number at i, which could be a year, is one: a
// word before it says so, and what follows is not what is counted.
func (p *scanner) isYearAt(i int) bool {
	if i == 0 {
		return false
	}
	switch p.text(p.ws[i-1]) {
	case "in", "since", "by", "until", "between", "from", "of", "before", "after", "during", "till", "through", "year", "early", "late", "mid", "and", "to":
	default:
		return false
	}
	if at := p.ws[i].start; strings.HasSuffix(p.s[:at], "$") || strings.HasSuffix(p.s[:at], "€") || strings.HasSuffix(p.s[:at], "£") {
		return false
	}
	if p.reads(i-1, "and") || p.reads(i-1, "to") || p.reads(i-1, "of") { // "between 2019 and 2021"
		return i >= 2 && (p.ws[i-2].digits || p.is(p.ws[i-2], season|month|before))
	}
	return !p.joined(p.ws, i) || !strings.HasSuffix(p.text(p.ws[i+1]), "s")
}

// dayNumber returns the day of the month at i.
func (p *scanner) dayNumber(i int) (int, bool) {
	n, ok := p.integer(i)
	return n, ok && 1 <= n && n <= 31 && len(p.raw(i)) <= 2
}

// integer returns the number at i, if there is a whole one in figures.
func (p *scanner) integer(i int) (int, bool) {
	if i >= len(p.ws) || !p.ws[i].digits {
		return 0, false
	}
	return integer(p.text(p.ws[i]))
}

// integer reads up to nine decimal digits.
func integer(s string) (int, bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

func isYear(n int) bool { return 1800 <= n && n < 2100 }

// raw returns the word at i as it is written.
func (p *scanner) raw(i int) string { return p.s[p.ws[i].start:p.ws[i].end] }

// between returns what stands between the words i and i+1.
func (p *scanner) between(i int) string { return p.s[p.ws[i].end:p.ws[i+1].start] }

// near reports whether nothing but spaces, a comma, a full stop or an ending
// like "th" stands between the words i and j = i+1.
func (p *scanner) near(i, j int) bool { return j < len(p.ws) && p.ws[j].start-p.ws[i].end <= 3 }

// reads reports whether the word at i is w.
func (p *scanner) reads(i int, w string) bool {
	return i >= 0 && i < len(p.ws) && p.text(p.ws[i]) == w
}

// isMonth reports whether the word at i is the name of a month.
func (p *scanner) isMonth(i int) bool {
	return i < len(p.ws) && p.ws[i].upper && p.is(p.ws[i], month)
}
