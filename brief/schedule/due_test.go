package schedule

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"readahead/brief/profile"
)

func TestDue(t *testing.T) {
	const hourly, daily, minutely = "0 * * * *", "0 7 * * *", "* * * * *"
	for _, tt := range []struct {
		name      string
		cron      string
		catchUp   profile.CatchUp
		next, now string
		keep      string // hours and minutes
		skipped   int
		then      string
	}{
		{"nothing yet", daily, "", "2025-06-02T07:00:00Z", "2025-06-02T06:59:59Z", "", 0, "2025-06-02T07:00:00Z"},
		{"to the second", daily, "", "2025-06-02T07:00:00Z", "2025-06-02T07:00:00Z", "07:00", 0, "2025-06-03T07:00:00Z"},
		{"on time, skip", daily, "skip", "2025-06-02T07:00:00Z", "2025-06-02T07:05:00Z", "07:00", 0, "2025-06-03T07:00:00Z"},
		{"late, skip", daily, "skip", "2025-06-02T07:00:00Z", "2025-06-02T07:05:01Z", "", 1, "2025-06-03T07:00:00Z"},
		{"late, latest", daily, "", "2025-06-02T07:00:00Z", "2025-06-02T20:00:00Z", "07:00", 0, "2025-06-03T07:00:00Z"},
		{"several, latest", hourly, "", "2025-06-02T07:00:00Z", "2025-06-02T10:30:00Z", "10:00", 3, "2025-06-02T11:00:00Z"},
		{"several and one on time, latest", hourly, "", "2025-06-02T07:00:00Z", "2025-06-02T10:01:00Z", "10:00", 3, "2025-06-02T11:00:00Z"},
		{"several and one on time, skip", hourly, "skip", "2025-06-02T07:00:00Z", "2025-06-02T10:01:00Z", "10:00", 3, "2025-06-02T11:00:00Z"},
		{"several, skip", hourly, "skip", "2025-06-02T07:00:00Z", "2025-06-02T10:30:00Z", "", 4, "2025-06-02T11:00:00Z"},
		{"several, all", hourly, "all", "2025-06-02T07:00:00Z", "2025-06-02T10:30:00Z", "07:00 08:00 09:00 10:00", 0, "2025-06-02T11:00:00Z"},
		{"many on time, skip", minutely, "skip", "2025-06-02T07:00:00Z", "2025-06-02T07:08:00Z", "07:03 07:04 07:05 07:06 07:07 07:08", 3, "2025-06-02T07:09:00Z"},
		{"many on time, latest", minutely, "", "2025-06-02T07:00:00Z", "2025-06-02T07:03:30Z", "07:03", 3, "2025-06-02T07:04:00Z"},
		{"the clock was put back", minutely, "all", "2025-06-02T07:00:00Z", "2025-06-02T03:00:00Z", "", 0, "2025-06-02T07:00:00Z"},
		{"another plan", hourly, "all", "2025-06-02T07:10:00Z", "2025-06-02T08:30:00Z", "08:00", 0, "2025-06-02T09:00:00Z"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := plan(t, profile.Schedule{Cron: tt.cron, CatchUp: tt.catchUp, Zone: time.UTC})
			d := p.Due(instant(t, tt.next), instant(t, tt.now))
			var keep []string
			for _, slot := range d.Keep {
				keep = append(keep, slot.Format("15:04"))
			}
			if got := strings.Join(keep, " "); got != tt.keep || d.Skipped != tt.skipped || !d.Next.Equal(instant(t, tt.then)) {
				t.Errorf("keeps %q, skips %d, next %s; want %q, %d, %s", got, d.Skipped, d.Next, tt.keep, tt.skipped, tt.then)
			}
		})
	}
}

// After a long time away the newest thousand are kept and all are counted.
func TestDueAfterAYear(t *testing.T) {
	p := plan(t, profile.Schedule{Cron: "* * * * *", CatchUp: profile.CatchUpAll, Zone: time.UTC})
	now := instant(t, "2025-06-02T07:00:30Z")
	d := p.Due(now.Add(-365*24*time.Hour).Truncate(time.Minute), now)
	if len(d.Keep) != 1000 || d.Skipped != 365*1440+1-1000 || !d.Keep[999].Equal(instant(t, "2025-06-02T07:00:00Z")) || !d.Keep[0].Equal(d.Keep[999].Add(-999*time.Minute)) {
		t.Errorf("keeps %d from %s, skips %d", len(d.Keep), d.Keep[0], d.Skipped)
	}
	// A store that says nothing is no reason to count from the year 1.
	if d := p.Due(time.Time{}, now); len(d.Keep) != 1000 || d.Skipped > 11*366*1440 {
		t.Errorf("from the beginning of time: keeps %d, skips %d", len(d.Keep), d.Skipped)
	}
}

// A sweeper that comes by at random, with pauses, keeps each slot once when
// all are to be kept, and otherwise a part of them, in order, while what it
// kept and skipped adds up. It remembers nothing but the next slot.
func TestSweeps(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, name := range []string{"Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "UTC"} {
		for _, text := range []string{"*/10 * * * *", "30 2 * * *", "0 0-3 * * 0"} {
			for _, catchUp := range []profile.CatchUp{"", "skip", "all"} {
				p := plan(t, profile.Schedule{Cron: text, CatchUp: catchUp, Zone: zone(t, name)})
				begin := instant(t, "2011-12-01T00:00:00Z")
				next, _ := p.Next(begin)
				now, end := begin, begin.AddDate(0, 5, 0) // over leap days, changes of clocks, and Apia's lost day
				var kept []time.Time
				skipped := 0
				for now.Before(end) {
					step := time.Minute
					if random.IntN(10) == 0 {
						step = 40 * time.Hour
					}
					now = now.Add(time.Duration(random.Int64N(int64(step))))
					d := p.Due(next, now)
					if !d.Next.After(now) {
						t.Fatalf("%s %q: at %s next is %s", name, text, now, d.Next)
					}
					kept, skipped, next = append(kept, d.Keep...), skipped+d.Skipped, d.Next
				}
				var all []time.Time
				for slot := range p.slots(begin) {
					if slot.After(now) {
						break
					}
					all = append(all, slot)
				}
				i := 0
				for _, slot := range all {
					if i < len(kept) && kept[i].Equal(slot) {
						i++
					}
				}
				if i != len(kept) || len(kept)+skipped != len(all) || catchUp == "all" && skipped > 0 || catchUp != "all" && skipped == 0 {
					t.Errorf("%s %q %q: kept %d, of which %d in order, and skipped %d of %d", name, text, catchUp, len(kept), i, skipped, len(all))
				}
			}
		}
	}
}

func TestStart(t *testing.T) {
	night := profile.Quiet{From: 22 * 60, To: 6 * 60}
	p := plan(t, profile.Schedule{Jitter: 10 * time.Minute, Quiet: []profile.Quiet{night}, Zone: time.UTC})
	slot := instant(t, "2025-06-02T07:00:00Z")
	if a, b := p.Start("harbour", slot), p.Start("harbour", slot.In(time.Local)); !a.Equal(b) {
		t.Errorf("one slot starts at %s and %s", a, b)
	}
	var lates []time.Duration
	for day := range 2000 {
		slot := slot.AddDate(0, 0, day)
		late := p.Start("harbour", slot).Sub(slot)
		if late < 0 || late >= 10*time.Minute {
			t.Fatalf("%s starts %s later", slot, late)
		}
		lates = append(lates, late)
	}
	slices.Sort(lates)
	for i := range 9 { // spread evenly
		if tenth := lates[(i+1)*200]; (tenth - time.Duration(i+1)*time.Minute).Abs() > 40*time.Second {
			t.Errorf("%d in ten start within %s", i+1, tenth)
		}
	}
	if p.Start("harbour", slot).Equal(p.Start("quay", slot)) {
		t.Error("two profiles start at once")
	}
	if got, want := p.Start("harbour", instant(t, "2025-06-02T03:00:00Z")), instant(t, "2025-06-02T06:00:00Z"); !got.Equal(want) {
		t.Errorf("a slot at night starts at %s, want %s", got, want)
	}
	if got := plan(t, profile.Schedule{}).Start("harbour", slot); !got.Equal(slot) {
		t.Errorf("without jitter it starts at %s", got)
	}
}

func TestAfter(t *testing.T) {
	p := plan(t, profile.Schedule{AtMostEvery: 2 * time.Hour, Quiet: []profile.Quiet{{From: 22 * 60, To: 6 * 60}}, Zone: time.UTC})
	for _, tt := range []struct{ change, last, want string }{
		{"2025-06-02T12:00:00Z", "", "2025-06-02T12:00:00Z"},
		{"2025-06-02T12:00:00Z", "2025-06-02T09:00:00Z", "2025-06-02T12:00:00Z"},
		{"2025-06-02T12:00:00Z", "2025-06-02T11:30:00Z", "2025-06-02T13:30:00Z"},
		{"2025-06-02T21:00:00Z", "2025-06-02T20:30:00Z", "2025-06-03T06:00:00Z"},
		{"2025-06-02T23:00:00Z", "", "2025-06-03T06:00:00Z"},
	} {
		var last time.Time
		if tt.last != "" {
			last = instant(t, tt.last)
		}
		if got := p.After(instant(t, tt.change), last); !got.Equal(instant(t, tt.want)) {
			t.Errorf("a change at %s, published at %s, waits for %s, want %s", tt.change, tt.last, got, tt.want)
		}
	}
}

// A year away from a briefing of every minute.
func BenchmarkDue(b *testing.B) {
	for _, catchUp := range []profile.CatchUp{"", "skip", "all"} {
		b.Run("catch up "+string(catchUp), func(b *testing.B) {
			p := plan(b, profile.Schedule{Cron: "* * * * *", CatchUp: catchUp, Zone: zone(b, "Europe/Berlin")})
			next := instant(b, "2024-06-02T07:00:00Z")
			now := next.AddDate(1, 0, 0)
			b.ReportAllocs()
			for b.Loop() {
				p.Due(next, now)
			}
		})
	}
}
