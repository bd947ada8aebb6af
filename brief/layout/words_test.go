package layout

import (
	"testing"
	"time"

	"readahead/brief/doc"
)

func TestFill(t *testing.T) {
	for _, tt := range []struct{ name, pattern, want string }{
		{"two names", "{n} of {m}", "3 of 7"},
		{"unknown name", "{n} of {x}", "3 of {x}"},
		{"open brace", "{n} of {m", "3 of {m"},
		{"value with braces", "{brace}", "{n}"},
		{"nothing to fill", "all", "all"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := fill(tt.pattern, "n", "3", "m", "7", "brace", "{n}"); got != tt.want {
				t.Errorf("fill(%q) = %q, want %q", tt.pattern, got, tt.want)
			}
		})
	}
}

func TestWhen(t *testing.T) {
	words := setter(t, "a4").template.Words
	in := func(zone string, offset int) *time.Location { return time.FixedZone(zone, offset) }
	for _, tt := range []struct {
		name    string
		at      time.Time
		minutes int
		want    string
	}{
		{"named zone", time.Date(2031, 3, 2, 14, 0, 0, 0, in("CET", 3600)), 45, "Sun 2 Mar 2031, 14:00–14:45 CET"},
		{"offset", time.Date(2031, 3, 2, 14, 0, 0, 0, in("", 9*3600)), 0, "Sun 2 Mar 2031, 14:00 UTC+9"},
		{"offset of half an hour", time.Date(2031, 3, 2, 14, 0, 0, 0, in("", -12600)), 0, "Sun 2 Mar 2031, 14:00 UTC-3:30"},
		{"zone named by its offset", time.Date(2031, 3, 2, 14, 0, 0, 0, in("+03", 3*3600)), 0, "Sun 2 Mar 2031, 14:00 UTC+3"},
		{"over midnight", time.Date(2031, 3, 2, 23, 30, 0, 0, time.UTC), 60, "Sun 2 Mar 2031, 23:30–00:30 UTC"},
		{"day only", time.Date(2031, 3, 2, 0, 0, 0, 0, time.UTC), 0, "Sun 2 Mar 2031"},
		{"no time", time.Time{}, 30, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := words.when(tt.at, tt.minutes); got != tt.want {
				t.Errorf("when = %q, want %q", got, tt.want)
			}
		})
	}
	if got := words.date(doc.Date{Year: 2031, Month: 13, Day: 2}); got != "2031-13-02" {
		t.Errorf("date of no month = %q", got)
	}
}
