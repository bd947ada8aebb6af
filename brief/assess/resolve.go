package assess

import (
	"time"

	"readahead/brief/doc"
)

// resolve fills in the days that e covers, as far as they are certain.
// published is the day on which the sentence was written, or zero; t the tense
// of the clause that e stands in.
//
// Conventions are those of news writing: a bare weekday in the past is the
// latest one up to the day of publication, in the future the first one from
// it on; a month or day without year is the nearest one on its side of the
// publication; a week runs from Monday to Sunday (ISO 8601).
func (e *expression) resolve(published doc.Date, t tense) {
	if e.leans() && published.IsZero() {
		return
	}
	switch e.form {
	case dayForm:
		e.from = e.dayNear(published, t)
		e.to = e.from
		if e.lastDay > 0 && !e.from.IsZero() {
			e.to = e.from.AddDays(e.lastDay - e.day)
		}
	case monthForm:
		y := e.monthYear(published, t)
		if y == 0 {
			return
		}
		e.from, e.to = monthOf(y, e.month)
		e.narrow(10)
	case yearForm:
		e.from, e.to = yearOf(e.year)
	case seasonForm:
		if e.year != 0 {
			e.from, e.to = yearOf(e.year) // winter reaches into the next; the year's end is near enough to wait
			e.to = e.to.AddDays(90)
		} else if e.n == 0 {
			e.from, e.to = published.AddDays(-180), published.AddDays(365)
		}
	case weekdayForm:
		e.from = nearWeekday(published, time.Weekday(e.n), t)
		e.to = e.from
	case lastWeekday:
		e.from = nearWeekday(published.AddDays(-1), time.Weekday(e.n), inPast)
		e.to = e.from
	case nextWeekday: // of this week or of the next: both are in use
		e.from = nearWeekday(published.AddDays(1), time.Weekday(e.n), inFuture)
		e.to = e.from.AddDays(7)
	case unitForm:
		e.resolveUnit(published)
	}
}

// dayNear returns the day of e in its own year or, without one, in the year
// that t points to; zero if there is no such day or no telling.
func (e *expression) dayNear(published doc.Date, t tense) doc.Date {
	if e.year != 0 {
		return doc.NewDate(e.year, e.month, e.day)
	}
	y := published.Year
	d := doc.NewDate(y, e.month, e.day)
	switch {
	case d.IsZero():
	case t == inPast && published.Before(d):
		d = doc.NewDate(y-1, e.month, e.day)
	case t == inFuture && d.Before(published):
		d = doc.NewDate(y+1, e.month, e.day)
	case t != inPast && t != inFuture && far(d, published):
		return doc.Date{} // the other year is as likely
	}
	return d
}

// far reports whether the days are more than six weeks apart.
func far(a, b doc.Date) bool {
	return a.AddDays(42).Before(b) || b.AddDays(42).Before(a)
}

func (e *expression) monthYear(published doc.Date, t tense) int {
	switch {
	case e.year != 0:
		return e.year
	case e.n < 0:
		t = inPast
	case e.n > 0:
		t = inFuture
	}
	y := published.Year
	switch {
	case t == inPast && e.month > published.Month:
		return y - 1
	case t == inFuture && e.month < published.Month:
		return y + 1
	case t != inPast && t != inFuture && far(doc.Date{Year: y, Month: e.month, Day: 15}, published):
		return 0
	}
	return y
}

// nearWeekday returns the weekday on or next to d, on the side that t points
// to; zero if it points to none.
func nearWeekday(d doc.Date, w time.Weekday, t tense) doc.Date {
	ahead := int(w-d.Weekday()+7) % 7
	switch {
	case t == inFuture || ahead == 0:
		return d.AddDays(ahead)
	case t == inPast:
		return d.AddDays(ahead - 7)
	}
	return doc.Date{}
}

// resolveUnit resolves "last month", "this week", "three weeks ago".
func (e *expression) resolveUnit(p doc.Date) {
	switch e.unit {
	case "day":
		e.from = p.AddDays(e.n)
		e.to = e.from
	case "week":
		e.from = p.AddDays(7*e.n - (int(p.Weekday())+6)%7)
		e.to = e.from.AddDays(6)
	case "weekend":
		if e.n == 0 {
			e.from = nearWeekday(p, time.Saturday, inFuture)
			e.to = e.from.AddDays(1)
		}
	case "month":
		m := p.Year*12 + int(p.Month) - 1 + e.n
		e.from, e.to = monthOf(m/12, time.Month(m%12+1))
		e.narrow(10)
	case "quarter":
		q := p.Year*4 + int(p.Month-1)/3 + e.n
		e.from, _ = monthOf(q/4, time.Month(q%4*3+1))
		_, e.to = monthOf(q/4, time.Month(q%4*3+3))
		e.narrow(30)
	case "year":
		e.from, e.to = yearOf(p.Year + e.n)
		e.narrow(120)
	}
}

// narrow makes "the end of August" of August: its last n days.
func (e *expression) narrow(n int) {
	switch e.edge {
	case beginning:
		e.to = e.from.AddDays(n - 1)
	case end:
		e.from = e.to.AddDays(1 - n)
	}
}

// monthOf returns the first and the last day of the month.
func monthOf(y int, m time.Month) (doc.Date, doc.Date) {
	first := doc.Date{Year: y, Month: m, Day: 1}
	t := time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC)
	return first, doc.Date{Year: y, Month: m, Day: t.Day()}
}

func yearOf(y int) (doc.Date, doc.Date) {
	return doc.Date{Year: y, Month: time.January, Day: 1}, doc.Date{Year: y, Month: time.December, Day: 31}
}
