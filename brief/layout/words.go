package layout

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"readahead/brief/doc"
)

// fill puts values in the place of names in braces: pairs are name, value,
// name, value, and so on. Values are not looked into.
func fill(pattern string, pairs ...string) string {
	var b strings.Builder
	b.Grow(len(pattern) + 24)
	for {
		head, rest, ok := strings.Cut(pattern, "{")
		b.WriteString(head)
		if !ok {
			return b.String()
		}
		name, tail, ok := strings.Cut(rest, "}")
		value, known := lookUp(name, pairs)
		if !ok || !known {
			b.WriteByte('{')
			pattern = rest
			continue
		}
		b.WriteString(value)
		pattern = tail
	}
}

func lookUp(name string, pairs []string) (string, bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1], true
		}
	}
	return "", false
}

// kicker says whom the page is for.
func (w *Words) kicker(name string) string {
	if name == "" {
		return ""
	}
	return fill(w.Kicker, "name", name)
}

func (w *Words) date(d doc.Date) string {
	if d.Month < time.January || d.Month > time.December {
		return d.String()
	}
	return fill(w.Date,
		"day", strconv.Itoa(d.Day),
		"month", strings.Fields(w.Months)[d.Month-1],
		"year", strconv.Itoa(d.Year))
}

// when says when a meeting is: its day, and the time unless it is midnight
// with no duration, which is a date without a time.
func (w *Words) when(at time.Time, minutes int) string {
	if at.IsZero() {
		return ""
	}
	day := fill(w.Day,
		"weekday", strings.Fields(w.Weekdays)[at.Weekday()],
		"date", w.date(doc.Date{Year: at.Year(), Month: at.Month(), Day: at.Day()}))
	if minutes <= 0 && at.Hour() == 0 && at.Minute() == 0 {
		return day
	}
	pattern, end := w.Time, ""
	if minutes > 0 {
		pattern = w.Span
		end = at.Add(time.Duration(minutes) * time.Minute).Format("15:04")
	}
	return strings.TrimSpace(fill(pattern, "day", day, "start", at.Format("15:04"), "end", end, "zone", zone(at)))
}

// zone names a time's zone: by its abbreviation if it has one, else by its
// distance from UTC.
func zone(at time.Time) string {
	name, offset := at.Zone()
	if name != "" && name[0] != '+' && name[0] != '-' {
		return name
	}
	if offset == 0 {
		return "UTC"
	}
	sign, minutes := '+', offset/60
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	if minutes%60 == 0 {
		return fmt.Sprintf("UTC%c%d", sign, minutes/60)
	}
	return fmt.Sprintf("UTC%c%d:%02d", sign, minutes/60, minutes%60)
}

// number returns the pattern for one or for n things, filled in.
func number(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fill(many, "n", strconv.Itoa(n))
}
