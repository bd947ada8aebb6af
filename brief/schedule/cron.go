package schedule

import (
	"fmt"
	"math/bits"
	"strings"
	"time"

	"github.com/robfig/cron/v3"

	"readahead/brief/doc"
)

// minuteSeconds, daySeconds are seconds of wall time, which knows no others.
const (
	minuteSeconds = 60
	daySeconds    = 24 * 60 * minuteSeconds
)

// maxDays is how far ahead a slot is looked for. The 29 February of 2096 is
// followed by that of 2104.
const maxDays = 8*366 + 1

// star is set by the parser in a field that is not restricted: * or ?.
const star = 1 << 63

var parser = cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow | cron.Descriptor)

// cronFields are the fields of an expression, in order.
var cronFields = [5]struct{ name, values string }{
	{"a minute", "0-59"},
	{"an hour", "0-23"},
	{"a day of the month", "1-31"},
	{"a month", "1-12 or JAN-DEC"},
	{"a day of the week", "0-6 or SUN-SAT, Sunday is 0"},
}

// parse reads a cron expression of five fields or a word like @daily.
func parse(text string) (*cron.SpecSchedule, error) {
	fields := strings.Fields(text)
	if len(fields) == 0 {
		return nil, &doc.Error{Msg: "the cron is empty", Hint: "0 7 * * 1-5 is 07:00 from Monday to Friday"}
	}
	if fields[0][0] == '@' {
		return parseWord(text)
	}
	if len(fields) != len(cronFields) {
		return nil, &doc.Error{
			Msg:  fmt.Sprintf("%q has %d fields, not 5", text, len(fields)),
			Hint: "write minute, hour, day of the month, month and day of the week: 0 7 * * 1-5; there are no seconds",
		}
	}
	for i, field := range fields {
		if !valid(i, field) {
			return nil, &doc.Error{
				Msg:  fmt.Sprintf("%q is not %s", field, cronFields[i].name),
				Hint: fmt.Sprintf("write %s, * for all, lists like 1,4, ranges like 1-4 or steps like */2", cronFields[i].values),
			}
		}
	}
	s, err := parser.Parse(strings.Join(fields, " "))
	if err != nil {
		return nil, &doc.Error{Msg: err.Error()} // it is said above what each field can have
	}
	spec := s.(*cron.SpecSchedule)
	if _, ok := nextWall(spec, 0); !ok {
		return nil, &doc.Error{Msg: fmt.Sprintf("%q never comes: no month of it has such a day", text)}
	}
	return spec, nil
}

// valid reports whether the i-th field of an expression can be the text.
func valid(i int, text string) bool {
	fields := [5]string{"*", "*", "*", "*", "*"}
	fields[i] = text
	if strings.Contains(text, "*-") || strings.Contains(text, "?-") || strings.Contains(text, "=") {
		return false // the parser does not look at what follows * or ?, and takes TZ=… for a zone
	}
	s, err := parser.Parse(strings.Join(fields[:], " "))
	if err != nil {
		return false
	}
	spec := s.(*cron.SpecSchedule)
	// A field of nothing but commas is an empty set to the parser.
	return spec.Minute != 0 && spec.Hour != 0 && spec.Dom != 0 && spec.Month != 0 && spec.Dow != 0
}

func parseWord(text string) (*cron.SpecSchedule, error) {
	if strings.HasPrefix(text, "@every") {
		return nil, &doc.Error{
			Msg:  fmt.Sprintf("%q has no times of day", text),
			Hint: "*/15 * * * * is every quarter of an hour, 0 */2 * * * every second hour",
		}
	}
	s, err := parser.Parse(text)
	if err != nil {
		return nil, &doc.Error{
			Msg:  fmt.Sprintf("%q is no word for a cron", text),
			Hint: "the words are @hourly, @daily, @weekly, @monthly, @yearly",
		}
	}
	return s.(*cron.SpecSchedule), nil
}

// nextWall returns the first time of the expression after another. Wall times
// are seconds since the beginning of 1970 as clocks show it.
func nextWall(s *cron.SpecSchedule, after int64) (int64, bool) {
	day, second := divide(after, daySeconds)
	minute := second/minuteSeconds + 1 // 24:00 finds nothing on its day
	for end := day + maxDays; day <= end; day, minute = day+1, 0 {
		if !onDay(s, day) {
			continue
		}
		h, m := minute/60, minute%60
		if s.Hour>>h&1 == 1 {
			if rest := s.Minute &^ star >> m; rest != 0 {
				return wallTime(day, h, m+int64(bits.TrailingZeros64(rest))), true
			}
		}
		if rest := s.Hour &^ star >> (h + 1); rest != 0 {
			return wallTime(day, h+1+int64(bits.TrailingZeros64(rest)), int64(bits.TrailingZeros64(s.Minute))), true
		}
	}
	return 0, false
}

func wallTime(day, hour, minute int64) int64 {
	return day*daySeconds + (hour*60+minute)*minuteSeconds
}

// onDay reports whether the expression has times on the day, counted from the
// first of 1970. If both the day of the month and that of the week are
// restricted, one of them is enough, as in crontab(5); */2 is a restriction.
func onDay(s *cron.SpecSchedule, day int64) bool {
	_, month, d := time.Unix(day*daySeconds, 0).UTC().Date()
	if s.Month>>month&1 == 0 {
		return false
	}
	_, weekday := divide(day+4, 7) // 1970 began with a Thursday
	dom, dow := s.Dom>>d&1 == 1, s.Dow>>weekday&1 == 1
	if (s.Dom|s.Dow)&star != 0 {
		return dom && dow
	}
	return dom || dow
}

// divide returns a by b rounded down, and what is left.
func divide(a, b int64) (quotient, rest int64) {
	quotient, rest = a/b, a%b
	if rest < 0 {
		quotient, rest = quotient-1, rest+b
	}
	return quotient, rest
}
