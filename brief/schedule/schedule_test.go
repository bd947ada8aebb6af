package schedule

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the tests are of zones, not of the machine

	"readahead/brief/doc"
	"readahead/brief/profile"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func plan(t testing.TB, s profile.Schedule) *Plan {
	t.Helper()
	p, err := New(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func instant(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// TestClockChanges is the matrix of zones, expressions and changes of clocks:
// the slots after an instant and up to another one.
func TestClockChanges(t *testing.T) {
	for _, tt := range []struct {
		zone, cron, after, upTo string
		want                    string // as UTC
	}{
		// Put forward from 02:00 to 03:00 at 01:00 UTC, back from 03:00 to 02:00 at 01:00 UTC.
		{"Europe/Berlin", "30 2 * * *", "2025-03-28T12:00:00Z", "2025-03-31T12:00:00Z", "03-29T01:30 03-30T01:00 03-31T00:30"},
		{"Europe/Berlin", "0 2 * * *", "2025-03-29T12:00:00Z", "2025-03-31T12:00:00Z", "03-30T01:00 03-31T00:00"},
		{"Europe/Berlin", "0 3 * * *", "2025-03-29T12:00:00Z", "2025-03-31T12:00:00Z", "03-30T01:00 03-31T01:00"},
		{"Europe/Berlin", "30 2,3 * * *", "2025-03-29T12:00:00Z", "2025-03-30T12:00:00Z", "03-30T01:00 03-30T01:30"},
		{"Europe/Berlin", "*/20 2 * * *", "2025-03-29T12:00:00Z", "2025-03-31T00:10:00Z", "03-30T01:00 03-31T00:00"},
		{"Europe/Berlin", "0 * * * *", "2025-03-29T23:30:00Z", "2025-03-30T03:00:00Z", "03-30T00:00 03-30T01:00 03-30T02:00 03-30T03:00"},
		{"Europe/Berlin", "*/30 * * * *", "2025-03-30T00:00:00Z", "2025-03-30T02:00:00Z", "03-30T00:30 03-30T01:00 03-30T01:30 03-30T02:00"},
		{"Europe/Berlin", "30 2 * * *", "2025-10-25T12:00:00Z", "2025-10-27T12:00:00Z", "10-26T00:30 10-27T01:30"},
		{"Europe/Berlin", "0 2 * * *", "2025-10-25T12:00:00Z", "2025-10-26T12:00:00Z", "10-26T00:00"},
		{"Europe/Berlin", "0 3 * * *", "2025-10-25T12:00:00Z", "2025-10-26T12:00:00Z", "10-26T02:00"},
		{"Europe/Berlin", "0 * * * *", "2025-10-25T22:30:00Z", "2025-10-26T03:00:00Z", "10-25T23:00 10-26T00:00 10-26T02:00 10-26T03:00"},
		{"Europe/Berlin", "30 2 * * *", "2025-10-26T01:10:00Z", "2025-10-27T12:00:00Z", "10-27T01:30"}, // from inside of the second 02:10
		{"Europe/Berlin", "@hourly", "2025-10-26T00:00:00Z", "2025-10-26T02:00:00Z", "10-26T02:00"},
		// Put forward at 07:00 UTC, back at 06:00 UTC.
		{"America/New_York", "30 2 * * *", "2025-03-08T12:00:00Z", "2025-03-10T12:00:00Z", "03-09T07:00 03-10T06:30"},
		{"America/New_York", "30 1 * * *", "2025-11-01T12:00:00Z", "2025-11-03T12:00:00Z", "11-02T05:30 11-03T06:30"},
		{"America/New_York", "0 7 * * 1-5", "2025-10-31T12:00:00Z", "2025-11-04T12:00:00Z", "11-03T12:00 11-04T12:00"},
		{"Europe/London", "30 1 * * *", "2025-03-29T12:00:00Z", "2025-03-31T12:00:00Z", "03-30T01:00 03-31T00:30"},
		{"Europe/London", "30 1 * * *", "2025-10-25T12:00:00Z", "2025-10-27T12:00:00Z", "10-26T00:30 10-27T01:30"},
		{"Australia/Sydney", "30 2 * * *", "2025-10-04T00:00:00Z", "2025-10-06T12:00:00Z", "10-04T16:00 10-05T15:30"},
		{"Australia/Sydney", "30 2 * * *", "2025-04-05T00:00:00Z", "2025-04-07T12:00:00Z", "04-05T15:30 04-06T16:30"},
		// By half an hour: 02:00 to 02:30 at 15:30 UTC, 02:00 to 01:30 at 15:00 UTC.
		{"Australia/Lord_Howe", "15 2 * * *", "2025-10-04T00:00:00Z", "2025-10-06T00:00:00Z", "10-04T15:30 10-05T15:15"},
		{"Australia/Lord_Howe", "45 2 * * *", "2025-10-04T00:00:00Z", "2025-10-05T00:00:00Z", "10-04T15:45"},
		{"Australia/Lord_Howe", "45 1 * * *", "2025-04-05T00:00:00Z", "2025-04-07T00:00:00Z", "04-05T14:45 04-06T15:15"},
		{"Australia/Lord_Howe", "*/15 1 * * *", "2025-04-05T00:00:00Z", "2025-04-06T00:00:00Z", "04-05T14:00 04-05T14:15 04-05T14:30 04-05T14:45"},
		// 30 December 2011 was left out.
		{"Pacific/Apia", "0 7 * * *", "2011-12-28T00:00:00Z", "2012-01-01T00:00:00Z", "12-28T17:00 12-29T17:00 12-30T10:00 12-30T17:00 12-31T17:00"},
		{"Pacific/Apia", "0 7 * * FRI", "2011-12-26T00:00:00Z", "2012-01-07T00:00:00Z", "12-30T10:00 01-05T17:00"},
		{"Pacific/Apia", "0 */6 30 12 *", "2011-01-01T00:00:00Z", "2012-01-01T00:00:00Z", "12-30T10:00"},
		// Clocks of Kwajalein went back by a day at the end of September 1969.
		{"Pacific/Kwajalein", "0 12 * * *", "1969-09-29T06:00:00Z", "1969-10-02T12:00:00Z", "09-30T01:00 10-02T00:00"},
		// A day that begins at 01:00, and one with two midnights (back from 24:00 to 23:00).
		{"America/Sao_Paulo", "@daily", "2018-11-02T12:00:00Z", "2018-11-05T12:00:00Z", "11-03T03:00 11-04T03:00 11-05T02:00"},
		{"America/Sao_Paulo", "30 0 4 11 *", "2018-01-01T00:00:00Z", "2018-12-31T00:00:00Z", "11-04T03:00"},
		{"America/Sao_Paulo", "30 23 * * *", "2019-02-15T12:00:00Z", "2019-02-18T12:00:00Z", "02-16T01:30 02-17T01:30 02-18T02:30"},
		{"America/Sao_Paulo", "0 0 * * *", "2019-02-16T12:00:00Z", "2019-02-18T12:00:00Z", "02-17T03:00 02-18T03:00"},
		{"Asia/Beirut", "@daily", "2022-03-25T12:00:00Z", "2022-03-28T12:00:00Z", "03-25T22:00 03-26T22:00 03-27T21:00"},
		{"Asia/Beirut", "@weekly", "2022-03-25T12:00:00Z", "2022-04-05T12:00:00Z", "03-26T22:00 04-02T21:00"},
		{"Asia/Beirut", "0 0 * * *", "2022-10-28T12:00:00Z", "2022-10-31T12:00:00Z", "10-28T21:00 10-29T22:00 10-30T22:00"},
		// Back for Ramadan: 03:00 to 02:00 at 02:00 UTC on 23 February 2025, forward again on 6 April.
		{"Africa/Casablanca", "30 2 * * *", "2025-02-22T00:00:00Z", "2025-02-24T12:00:00Z", "02-22T01:30 02-23T01:30 02-24T02:30"},
		{"Africa/Casablanca", "30 2 * * *", "2025-04-05T00:00:00Z", "2025-04-07T12:00:00Z", "04-05T02:30 04-06T02:00 04-07T01:30"},
		{"Europe/Dublin", "30 1 * * *", "2025-10-25T12:00:00Z", "2025-10-27T12:00:00Z", "10-26T00:30 10-27T01:30"}, // winter is its summer time
		{"America/Nuuk", "30 23 * * *", "2024-03-29T12:00:00Z", "2024-03-31T12:00:00Z", "03-30T01:30 03-31T01:00"}, // forward on Saturday evening
		{"Asia/Pyongyang", "45 23 * * *", "2018-05-03T00:00:00Z", "2018-05-06T00:00:00Z", "05-03T15:15 05-04T15:00 05-05T14:45"},
		{"Antarctica/Troll", "30 1 * * *", "2025-03-29T12:00:00Z", "2025-03-30T12:00:00Z", "03-30T01:00"}, // by two hours
		{"Antarctica/Troll", "0 * * * *", "2025-10-26T00:30:00Z", "2025-10-26T04:00:00Z", "10-26T03:00 10-26T04:00"},
		{"Asia/Kathmandu", "0 7 * * *", "2025-03-29T00:00:00Z", "2025-03-31T00:00:00Z", "03-29T01:15 03-30T01:15"},
		{"UTC", "0 * * * *", "2025-10-26T00:30:00Z", "2025-10-26T03:00:00Z", "10-26T01:00 10-26T02:00 10-26T03:00"},
		// Beyond what the zone's file lists, by its rule.
		{"Europe/Berlin", "30 2 * * *", "2060-03-27T12:00:00Z", "2060-03-29T12:00:00Z", "03-28T01:00 03-29T00:30"},
		{"Europe/Berlin", "30 2 * * *", "2060-10-30T12:00:00Z", "2060-11-01T12:00:00Z", "10-31T00:30 11-01T01:30"},
	} {
		t.Run(tt.zone+" "+tt.cron+" "+tt.after[:10], func(t *testing.T) {
			p := plan(t, profile.Schedule{Cron: tt.cron, Zone: zone(t, tt.zone)})
			var got []string
			for at, upTo := instant(t, tt.after), instant(t, tt.upTo); ; {
				slot, ok := p.Next(at)
				if !ok || slot.After(upTo) {
					break
				}
				at = slot
				got = append(got, slot.UTC().Format("01-02T15:04"))
			}
			if got := strings.Join(got, " "); got != tt.want {
				t.Errorf("slots\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestCron is about expressions, in a zone without changes.
func TestCron(t *testing.T) {
	for _, tt := range []struct{ cron, after, want string }{
		{"0 7 * * 1-5", "2025-03-28T07:00:00Z", "2025-03-31T07:00:00Z"}, // Friday to Monday
		{"0 7 * * MON-FRI", "2025-03-28T06:59:59Z", "2025-03-28T07:00:00Z"},
		{"0 7 * * mon,Wed", "2025-03-31T07:00:00Z", "2025-04-02T07:00:00Z"},
		{"0 7 13 * 5", "2025-06-01T00:00:00Z", "2025-06-06T07:00:00Z"}, // Friday or the 13th
		{"0 7 13 * 5", "2025-06-06T07:00:00Z", "2025-06-13T07:00:00Z"},
		{"0 7 12 * 5", "2025-06-06T07:00:00Z", "2025-06-12T07:00:00Z"},
		{"0 7 12 * *", "2025-06-06T07:00:00Z", "2025-06-12T07:00:00Z"},
		{"0 7 */2 * 1", "2025-06-01T08:00:00Z", "2025-06-02T07:00:00Z"}, // an even day, but a Monday
		{"0 7 ? * 1", "2025-06-01T08:00:00Z", "2025-06-02T07:00:00Z"},
		{"0 0 29 2 *", "2025-01-01T00:00:00Z", "2028-02-29T00:00:00Z"},
		{"0 0 29 2 *", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z"},
		{"0 0 29 FEB *", "2096-02-29T00:00:01Z", "2104-02-29T00:00:00Z"},
		{"59 23 31 12 *", "2025-12-31T23:59:00Z", "2026-12-31T23:59:00Z"},
		{"0 0 31 * *", "2025-01-31T00:00:00Z", "2025-03-31T00:00:00Z"},
		{"*/15 9-17/4 * * *", "2025-06-01T09:45:00Z", "2025-06-01T13:00:00Z"},
		{"5/25 * * * *", "2025-06-01T09:31:00Z", "2025-06-01T09:55:00Z"},
		{"* * * * *", "2025-06-01T23:59:59.999Z", "2025-06-02T00:00:00Z"},
		{"* * * * *", "2025-06-01T23:59:00.001Z", "2025-06-02T00:00:00Z"},
		{"* * * * *", "1969-12-31T23:58:59.5Z", "1969-12-31T23:59:00Z"},
		{"  0   7 * *  * ", "2025-06-01T08:00:00Z", "2025-06-02T07:00:00Z"},
		{"@daily", "2025-06-01T00:00:00Z", "2025-06-02T00:00:00Z"},
		{"@midnight", "2025-06-01T00:00:00Z", "2025-06-02T00:00:00Z"},
		{"@hourly", "2025-06-01T00:00:00Z", "2025-06-01T01:00:00Z"},
		{"@weekly", "2025-06-01T00:00:00Z", "2025-06-08T00:00:00Z"},
		{"@monthly", "2025-06-01T00:00:00Z", "2025-07-01T00:00:00Z"},
		{"@yearly", "2025-06-01T00:00:00Z", "2026-01-01T00:00:00Z"},
	} {
		p := plan(t, profile.Schedule{Cron: tt.cron, Zone: time.UTC})
		slot, ok := p.Next(instant(t, tt.after))
		if got := slot.Format(time.RFC3339); !ok || got != tt.want {
			t.Errorf("%q after %s: %s, want %s", tt.cron, tt.after, got, tt.want)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for _, tt := range []struct {
		schedule profile.Schedule
		msg      string
		hint     string // or a part of it
	}{
		{profile.Schedule{Cron: "@every 1h"}, `"@every 1h" has no times of day`, "0 */2 * * *"},
		{profile.Schedule{Cron: "@reboot"}, `"@reboot" is no word for a cron`, "@weekly"},
		{profile.Schedule{Cron: "@"}, `"@" is no word for a cron`, "@weekly"},
		{profile.Schedule{Cron: " "}, "the cron is empty", "0 7"},
		{profile.Schedule{Cron: "7 * * *"}, `"7 * * *" has 4 fields, not 5`, "there are no seconds"},
		{profile.Schedule{Cron: "0 0 7 * * 1"}, `"0 0 7 * * 1" has 6 fields, not 5`, "there are no seconds"},
		{profile.Schedule{Cron: "60 7 * * *"}, `"60" is not a minute`, "0-59"},
		{profile.Schedule{Cron: "0 24 * * *"}, `"24" is not an hour`, "0-23"},
		{profile.Schedule{Cron: "0 7 0 * *"}, `"0" is not a day of the month`, "1-31"},
		{profile.Schedule{Cron: "0 7 L * *"}, `"L" is not a day of the month`, "1-31"},
		{profile.Schedule{Cron: "0 7 * 13 *"}, `"13" is not a month`, "JAN-DEC"},
		{profile.Schedule{Cron: "0 7 * * 7"}, `"7" is not a day of the week`, "Sunday is 0"},
		{profile.Schedule{Cron: "0 7 * * FRI-MON"}, `"FRI-MON" is not a day of the week`, "SUN-SAT"},
		{profile.Schedule{Cron: "*/0 7 * * *"}, `"*/0" is not a minute`, "steps"},
		{profile.Schedule{Cron: "*-5 7 * * *"}, `"*-5" is not a minute`, "ranges"},
		{profile.Schedule{Cron: ", 7 * * *"}, `"," is not a minute`, "lists"},
		{profile.Schedule{Cron: "TZ=UTC 7 * * *"}, `"TZ=UTC" is not a minute`, ""},
		{profile.Schedule{Cron: "0 0 31 2 *"}, `"0 0 31 2 *" never comes: no month of it has such a day`, ""},
		{profile.Schedule{Cron: "0 0 31 4,6,9,11 *"}, `"0 0 31 4,6,9,11 *" never comes: no month of it has such a day`, ""},
		{profile.Schedule{OnlySlots: true}, "a briefing without slots that is left alone on changes is never made", "cron"},
		{profile.Schedule{CatchUp: "some"}, `"some" is no way to catch up`, ""},
		{profile.Schedule{Jitter: -1}, "a time to wait is less than nothing", ""},
		{profile.Schedule{Quiet: []profile.Quiet{{From: 60, To: 60}}}, "quiet hours cannot be from 01:00 to 01:00", "00:00-24:00"},
		{profile.Schedule{Quiet: []profile.Quiet{{From: 0, To: 1441}}}, "quiet hours cannot be from 00:00 to 24:01", ""},
		{profile.Schedule{Quiet: []profile.Quiet{{From: 1440, To: 60}}}, "quiet hours cannot be from 24:00 to 01:00", ""},
		{profile.Schedule{Quiet: []profile.Quiet{{From: 0, To: 1440}}}, "the quiet hours fill the week, so that nothing could ever be made", ""},
		{profile.Schedule{Quiet: []profile.Quiet{{From: 360, To: 1200}, {From: 1190, To: 360}}}, "the quiet hours fill the week, so that nothing could ever be made", ""},
	} {
		_, err := New(tt.schedule)
		var e *doc.Error
		if !errors.As(err, &e) || e.Msg != tt.msg || !strings.Contains(e.Hint, tt.hint) {
			t.Errorf("New(%+v) gives %#v, want %q, hint with %q", tt.schedule, err, tt.msg, tt.hint)
		}
	}
	// Impossible by the month, but there is the day of the week.
	plan(t, profile.Schedule{Cron: "0 0 31 2 1"})
}

func TestString(t *testing.T) {
	for _, tt := range []struct {
		schedule profile.Schedule
		want     string
	}{
		{profile.Schedule{Cron: "0 7 * * 1-5", Zone: zone(t, "Europe/Berlin")}, "0 7 * * 1-5 Europe/Berlin"},
		{profile.Schedule{Cron: "@daily"}, "@daily local time"},
		{profile.Schedule{}, "on change"},
	} {
		if got := plan(t, tt.schedule).String(); got != tt.want {
			t.Errorf("%+v is %q, want %q", tt.schedule, got, tt.want)
		}
	}
}

func TestNextWithoutSlots(t *testing.T) {
	p := plan(t, profile.Schedule{})
	if slot, ok := p.Next(time.Now()); ok {
		t.Errorf("a slot at %s", slot)
	}
	if d := p.Due(time.Unix(0, 0), time.Unix(1e9, 0)); d.Keep != nil || d.Skipped != 0 || !d.Next.IsZero() {
		t.Errorf("due: %+v", d)
	}
}

// A walk over the minutes of a year, which asks the time package
// only what clocks show, finds the same slots.
func TestSlotsAreThoseOfAWalk(t *testing.T) {
	crons := []string{"* * * * *", "30 2 * * *", "*/20 0-3,23 * * *", "15 0 * * 0", "0 0 1,30 * 5", "59 23 31 12 *", "7 * 29 2,3,10 *"}
	for _, tt := range []struct {
		zone string
		year int
	}{
		{"Europe/Berlin", 2025}, {"America/New_York", 2025}, {"Australia/Lord_Howe", 2025}, {"Pacific/Apia", 2011},
		{"Africa/Casablanca", 2025}, {"Africa/Casablanca", 2090}, {"America/Sao_Paulo", 2018}, {"Asia/Beirut", 2024}, {"Europe/Dublin", 2060},
		{"Pacific/Kwajalein", 1969}, {"Antarctica/Troll", 2025}, {"Asia/Gaza", 2026}, {"Asia/Pyongyang", 2018}, {"America/Caracas", 2016}, {"UTC", 2025},
	} {
		loc := zone(t, tt.zone)
		want := walk(loc, tt.year, crons)
		for i, text := range crons {
			p := plan(t, profile.Schedule{Cron: text, Zone: loc})
			n := 0
			for slot := range p.slots(time.Date(tt.year, 1, 1, 0, 0, 0, 0, time.UTC)) {
				if n == len(want[i]) {
					break
				}
				if slot.Unix() != want[i][n] {
					t.Errorf("%s %q: slot %d is %s, want %s", tt.zone, text, n, slot, time.Unix(want[i][n], 0).In(loc))
					break
				}
				n++
			}
			if n < len(want[i]) {
				t.Errorf("%s %q: %d slots in the year, want %d", tt.zone, text, n, len(want[i]))
			}
		}
	}
}

// walk returns the slots of each expression in the year. It goes from minute to
// minute; a minute of clock time has its slot when clocks first get to it or
// past it.
func walk(loc *time.Location, year int, crons []string) [][]int64 {
	slots := make([][]int64, len(crons))
	sets := make([][5][60]bool, len(crons))
	either := make([]bool, len(crons))
	for i, text := range crons {
		fields := strings.Fields(text)
		for f, field := range fields {
			sets[i][f] = naive(field)
		}
		either[i] = fields[2] != "*" && fields[4] != "*"
	}
	shown := func(at int64) int64 { // by clocks, as if they were in UTC
		_, offset := time.Unix(at, 0).In(loc).Zone()
		return at + int64(offset)
	}
	begin := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	latest := shown(begin) // that clocks have got to
	for at := begin - 3*daySeconds; at < begin; at += 60 {
		latest = max(latest, shown(at))
	}
	for at := begin + 60; at < begin+366*daySeconds; at += 60 {
		for now := shown(at); latest < now; {
			latest += 60
			wall := time.Unix(latest, 0).UTC()
			_, month, dom := wall.Date()
			hour, minute, _ := wall.Clock()
			for i := range sets {
				s := &sets[i]
				day := s[2][dom] && s[4][wall.Weekday()] || either[i] && (s[2][dom] || s[4][wall.Weekday()])
				if !s[0][minute] || !s[1][hour] || !s[3][month] || !day {
					continue
				}
				if n := len(slots[i]); n == 0 || slots[i][n-1] != at {
					slots[i] = append(slots[i], at)
				}
			}
		}
	}
	return slots
}

// naive reads the fields that the tests above use.
func naive(field string) (set [60]bool) {
	for part := range strings.SplitSeq(field, ",") {
		from, to, step := 0, 59, 1
		if n, _ := fmt.Sscanf(part, "*/%d", &step); n == 0 && part != "*" {
			if n, _ := fmt.Sscanf(part, "%d-%d", &from, &to); n < 2 {
				to = from
			}
		}
		for i := from; i <= to; i += step {
			set[i] = true
		}
	}
	return set
}

// In zones with odd histories, over two centuries, slots come one after the
// other, and asking anew at any instant gives the next of them.
func TestSlotsIncrease(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	crons := []string{"30 2 * * *", "*/7 * * * *", "0 0 * * *", "59 23 * * 0", "0 12 29 2 *"}
	for _, name := range []string{
		"Africa/Monrovia", "America/Juneau", "America/St_Johns", "America/Santiago", "Asia/Manila", "Asia/Tehran", "Asia/Kolkata", "Atlantic/Azores",
		"Europe/Amsterdam", "Europe/Dublin", "Europe/Moscow", "Pacific/Chatham", "Pacific/Kiritimati", "America/Scoresbysund", "Antarctica/Casey", "Africa/Juba",
	} {
		loc := zone(t, name)
		for _, text := range crons {
			p := plan(t, profile.Schedule{Cron: text, Zone: loc})
			for range 100 {
				after := time.Unix(-3e9+random.Int64N(8e9), random.Int64N(1e9))
				last, n := after, 0
				for slot := range p.slots(after) {
					if !slot.After(last) {
						t.Fatalf("%s %q: after %s comes %s", name, text, last, slot)
					}
					between := last.Add(time.Duration(random.Int64N(int64(slot.Sub(last)))))
					if again, _ := p.Next(between); !again.Equal(slot) {
						t.Fatalf("%s %q: after %s comes %s, but after %s, %s", name, text, last, slot, between, again)
					}
					last = slot
					if n++; n == 20 {
						break
					}
				}
			}
		}
	}
}

// FuzzNew: an expression is refused, or has slots that come in order.
func FuzzNew(f *testing.F) {
	for _, s := range []string{"0 7 * * 1-5", "@daily", "@every 1h", "*/5 * 29 2 *", "TZ=", "CRON_TZ=x", "0 0 31 2 *", ", , , , ,", "*-1 ?/2 1-31/7 JAN MON", "9223372036854775807/9223372036854775807 * * * *"} {
		f.Add(s, int64(1e9), "Europe/Berlin")
	}
	f.Add("30 2 * * *", int64(1743296400), "Pacific/Apia")
	f.Fuzz(func(t *testing.T, text string, unix int64, name string) {
		loc, err := time.LoadLocation(name)
		if err != nil || unix < -6e10 || unix > 2.5e11 {
			return
		}
		p, err := New(profile.Schedule{Cron: text, Zone: loc})
		if err != nil {
			var e *doc.Error
			if !errors.As(err, &e) {
				t.Errorf("%q gives %#v, no *doc.Error", text, err)
			}
			return
		}
		at := time.Unix(unix, 0)
		for range 5 {
			slot, ok := p.Next(at)
			if ok != (p.spec != nil) {
				t.Fatalf("%q after %s: slot %s, %v", text, at, slot, ok)
			}
			if ok && (!slot.After(at) || slot.Sub(at) > (maxDays+3)*24*time.Hour) {
				t.Fatalf("%q after %s: %s", text, at, slot)
			}
			at = slot
		}
	})
}

func BenchmarkNext(b *testing.B) {
	for _, text := range []string{"* * * * *", "0 7 * * 1-5", "0 0 29 2 *"} {
		b.Run(text, func(b *testing.B) {
			p := plan(b, profile.Schedule{Cron: text, Zone: zone(b, "Europe/Berlin")})
			at := instant(b, "2025-03-28T12:00:00Z")
			b.ReportAllocs()
			for b.Loop() {
				if _, ok := p.Next(at); !ok {
					b.Fatal("no slot")
				}
			}
		})
	}
}
