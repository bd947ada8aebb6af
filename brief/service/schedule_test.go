package service

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"readahead/brief/profile"
	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

// A clock is one that a test sets.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) read() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// slots returns the slots of a profile that were taken up.
func (h *harbour) slots(name string) (out []state.Slot) {
	h.Helper()
	h.do(func(tx *state.Tx) (err error) {
		out, err = tx.Slots(context.Background(), name)
		return err
	})
	return out
}

// kept waits until so many slots of a profile are kept.
func (h *harbour) kept(name string, n int) []time.Time {
	h.Helper()
	var at []time.Time
	h.await("slots are kept", func() bool {
		at = nil
		for _, s := range h.slots(name) {
			if !s.Done.IsZero() {
				at = append(at, s.At.UTC())
			}
		}
		return len(at) >= n
	})
	return at
}

const daily = quay + `schedule: {cron: "0 7 * * *", zone: UTC, on_change: false}
`

var monday = time.Date(2031, 3, 3, 6, 30, 0, 0, time.UTC)

func day(n int) time.Time { return time.Date(2031, 3, 3+n, 7, 0, 0, 0, time.UTC) }

// Without on_change a page is made at its slots and at no other time.
func TestSlots(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		h := newHarbour(t, place)
		c := &clock{now: monday}
		h.o.Now = c.read
		h.save("profiles/quay.yaml", daily)
		h.save("profiles/lock.yaml", quay)
		h.begin()
		h.edition("lock", 1) // its change has been seen, and so has the other's
		if p := h.of("quay"); p.Edition != 0 || !p.NextSlot.Equal(day(0)) {
			t.Errorf("before its slot: %+v", p)
		}
		c.set(day(0).Add(time.Second))
		h.edition("quay", 1)
		h.save("seeds/b.txt", scrapped)
		h.edition("lock", 2)
		if p := h.of("quay"); p.Edition != 1 || !p.NextSlot.Equal(day(1)) {
			t.Errorf("between its slots: %+v", p)
		}
		c.set(day(1).Add(time.Second))
		h.edition("quay", 2)
		// The clock is set back: no slot comes again, and later ones come.
		c.set(monday)
		time.Sleep(1500 * time.Millisecond) // a sweep
		c.set(day(1).Add(time.Minute))
		c.set(day(2).Add(time.Second))
		if got := h.kept("quay", 3); !slices.Equal(got, []time.Time{day(0), day(1), day(2)}) {
			t.Errorf("kept %v", got)
		}
		h.end()
		h.check()
	})
}

// What is made of the slots of a week in which nobody was there.
func TestCatchUp(t *testing.T) {
	for _, tt := range []struct {
		rule string
		want []time.Time
	}{
		{"latest", []time.Time{day(0), day(7)}},
		{"skip", []time.Time{day(0), day(8)}},
		{"all", []time.Time{day(0), day(1), day(2), day(3), day(4), day(5), day(6), day(7)}},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			statetest.Each(t, func(t *testing.T, place string) {
				h := newHarbour(t, place)
				c := &clock{now: monday}
				h.o.Now = c.read
				h.save("profiles/quay.yaml", quay+`schedule: {cron: "0 7 * * *", zone: UTC, on_change: false, catch_up: `+tt.rule+"}\n")
				h.begin()
				h.await("it is known", func() bool { return !h.of("quay").NextSlot.IsZero() })
				c.set(day(0).Add(time.Second))
				h.edition("quay", 1)
				h.end()
				c.set(day(7).Add(time.Hour))
				h.begin()
				h.await("the slots are seen to", func() bool { return h.of("quay").NextSlot.Equal(day(8)) })
				if tt.rule == "skip" {
					c.set(day(8).Add(time.Second))
				}
				if got := h.kept("quay", len(tt.want)); !slices.Equal(got, tt.want) {
					t.Errorf("kept %v, want %v", got, tt.want)
				}
				h.edition("quay", 1) // it says the same
			})
		})
	}
}

// A change that comes too soon after the last edition, or at night, waits.
func TestWaits(t *testing.T) {
	for _, tt := range []struct {
		name, schedule string
		until          time.Time
	}{
		{"not so often", "{at_most_every: 2h, zone: UTC}", monday.Add(2 * time.Hour)},
		{"quiet", `{quiet: "06:31-09:00", zone: UTC}`, time.Date(2031, 3, 3, 9, 0, 0, 0, time.UTC)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newHarbour(t, t.TempDir())
			c := &clock{now: monday}
			h.o.Now = c.read
			h.save("profiles/quay.yaml", quay+"schedule: "+tt.schedule+"\n")
			h.save("profiles/lock.yaml", quay)
			h.begin()
			h.edition("quay", 1)
			h.edition("lock", 1) // or it may have the change in it already
			c.set(monday.Add(time.Minute))
			h.save("seeds/b.txt", scrapped)
			h.edition("lock", 2)
			h.await("the change is seen", func() bool { return h.of("quay").Behind })
			if p := h.of("quay"); p.Edition != 1 || !p.Waiting.Equal(tt.until) {
				t.Errorf("%+v", p)
			}
			c.set(tt.until.Add(-time.Second))
			h.save("seeds/c.txt", painted)
			h.edition("lock", 3)
			if p := h.of("quay"); p.Edition != 1 || !p.Waiting.Equal(tt.until) {
				t.Errorf("%+v", p)
			}
			c.set(tt.until)
			h.edition("quay", 2) // of both changes
			h.end()
			h.check()
		})
	}
}

// daily7 is the schedule of daily.
var daily7 = profile.Schedule{Cron: "0 7 * * *", Zone: time.UTC, OnlySlots: true}
