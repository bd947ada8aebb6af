package schedule

import (
	"math/rand/v2"
	"testing"
	"time"

	"readahead/brief/profile"
)

func TestOpen(t *testing.T) {
	night := profile.Quiet{From: 22 * 60, To: 6 * 60}
	weekend := profile.Quiet{From: 0, To: 24 * 60, Days: [7]bool{time.Sunday: true, time.Saturday: true}}
	friday := profile.Quiet{From: 18 * 60, To: 0, Days: [7]bool{time.Friday: true}}
	small := profile.Quiet{From: 2*60 + 10, To: 2*60 + 50}
	for _, tt := range []struct {
		name     string
		zone     string
		quiet    []profile.Quiet
		at, want string
	}{
		{"none", "UTC", nil, "2025-06-02T12:00:00Z", "2025-06-02T12:00:00Z"},
		{"day", "UTC", []profile.Quiet{night}, "2025-06-02T12:00:00Z", "2025-06-02T12:00:00Z"},
		{"last moment", "UTC", []profile.Quiet{night}, "2025-06-02T21:59:59.9Z", "2025-06-02T21:59:59.9Z"},
		{"evening", "UTC", []profile.Quiet{night}, "2025-06-02T22:00:00Z", "2025-06-03T06:00:00Z"},
		{"morning", "UTC", []profile.Quiet{night}, "2025-06-02T05:59:59.9Z", "2025-06-02T06:00:00Z"},
		{"end", "UTC", []profile.Quiet{night}, "2025-06-02T06:00:00Z", "2025-06-02T06:00:00Z"},
		{"one after the other", "UTC", []profile.Quiet{night, weekend, friday}, "2025-06-06T18:30:00Z", "2025-06-09T06:00:00Z"},
		{"weekend alone", "UTC", []profile.Quiet{weekend}, "2025-06-07T09:00:00Z", "2025-06-09T00:00:00Z"},
		{"in the zone", "Asia/Tokyo", []profile.Quiet{night}, "2025-06-02T12:59:00Z", "2025-06-02T12:59:00Z"},
		{"in the zone", "Asia/Tokyo", []profile.Quiet{night}, "2025-06-02T13:00:00Z", "2025-06-02T21:00:00Z"},
		{"a short night", "Europe/Berlin", []profile.Quiet{night}, "2025-03-29T21:00:00Z", "2025-03-30T04:00:00Z"},
		{"a long night", "Europe/Berlin", []profile.Quiet{night}, "2025-10-25T20:00:00Z", "2025-10-26T05:00:00Z"},
		{"hours left out", "Europe/Berlin", []profile.Quiet{small}, "2025-03-30T01:00:00Z", "2025-03-30T01:00:00Z"},
		{"ends in what is left out", "Europe/Berlin", []profile.Quiet{{From: 60, To: 150}}, "2025-03-30T00:20:00Z", "2025-03-30T01:00:00Z"},
		{"hours shown twice, first", "Europe/Berlin", []profile.Quiet{small}, "2025-10-26T00:20:00Z", "2025-10-26T00:50:00Z"},
		{"hours shown twice, between", "Europe/Berlin", []profile.Quiet{small}, "2025-10-26T00:55:00Z", "2025-10-26T00:55:00Z"},
		{"hours shown twice, again", "Europe/Berlin", []profile.Quiet{small}, "2025-10-26T01:20:00Z", "2025-10-26T01:50:00Z"},
		{"put back into it", "Europe/Berlin", []profile.Quiet{{From: 120, To: 180}}, "2025-10-26T00:20:00Z", "2025-10-26T02:00:00Z"},
		{"a day left out", "Pacific/Apia", []profile.Quiet{{From: 0, To: 1440, Days: [7]bool{time.Thursday: true, time.Friday: true}}}, "2011-12-29T12:00:00Z", "2011-12-30T10:00:00Z"},
		{"half an hour back", "Australia/Lord_Howe", []profile.Quiet{{From: 90, To: 120}}, "2025-04-05T14:45:00Z", "2025-04-05T15:30:00Z"},
		{"last day of a leap year", "Europe/Berlin", []profile.Quiet{night}, "2060-12-31T21:30:00Z", "2061-01-01T05:00:00Z"},
	} {
		p := plan(t, profile.Schedule{Quiet: tt.quiet, Zone: zone(t, tt.zone)})
		if got := p.Open(instant(t, tt.at)); !got.Equal(instant(t, tt.want)) {
			t.Errorf("%s: at %s wait for %s, want %s", tt.name, tt.at, got.UTC(), tt.want)
		}
	}
}

// When it opens, clocks show no quiet hours; until then, they always did.
func TestOpenAtRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for _, name := range []string{"Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Africa/Casablanca"} {
		loc := zone(t, name)
		for range 300 {
			var spans []profile.Quiet
			for range 1 + random.IntN(4) {
				q := profile.Quiet{From: random.IntN(1440), To: 1 + random.IntN(1440)}
				for d := range q.Days {
					q.Days[d] = random.IntN(3) > 0
				}
				spans = append(spans, q)
			}
			p, err := New(profile.Schedule{Quiet: spans, Zone: loc})
			if err != nil {
				continue // fills the week, or begins as it ends
			}
			at := instant(t, "2011-12-20T00:00:00Z").Add(time.Duration(random.Int64N(int64(150 * 24 * time.Hour)))).Truncate(time.Second)
			open := p.Open(at)
			for u := at; u.Before(open); u = u.Add(time.Minute) {
				if !shows(spans, u.In(loc)) {
					t.Fatalf("%s %v: from %s it was to wait for %s, but it is open at %s", name, spans, at, open, u.In(loc))
				}
			}
			if open.Before(at) || shows(spans, open.In(loc)) {
				t.Fatalf("%s %v: from %s it opens at %s", name, spans, at, open.In(loc))
			}
		}
	}
}

// shows reports whether a clock with that time is in one of the spans.
func shows(spans []profile.Quiet, t time.Time) bool {
	minute := t.Hour()*60 + t.Minute()
	yesterday := (t.Weekday() + 6) % 7
	for _, q := range spans {
		today, before := q.Days[t.Weekday()], q.Days[yesterday]
		if q.Days == [7]bool{} {
			today, before = true, true
		}
		if q.From < q.To && today && q.From <= minute && minute < q.To ||
			q.From > q.To && (today && minute >= q.From || before && minute < q.To) {
			return true
		}
	}
	return false
}
