package main

import (
	"context"
	"time"

	"readahead/brief/state"
)

// clocks sets the clock: forward by a week, back by an hour, and over both
// changes to and from summer time.
func clocks(ctx context.Context, w *world) error {
	w.profiles = 2
	if err := w.populate(); err != nil {
		return err
	}
	daily := `schedule: {cron: "0 6 * * *", zone: Europe/Berlin}` + "\n"
	for i := range w.profiles {
		if err := w.addProfile(w.profile(i), false, daily); err != nil {
			return err
		}
	}
	noon := time.Date(2031, 3, 4, 12, 0, 0, 0, time.UTC)
	c := newClock(noon, 1)
	if err := w.during(ctx, c, func() error { return w.checked(ctx) }); err != nil {
		return err
	}
	before, err := w.builds(ctx, "p00")
	if err != nil {
		return err
	}
	// Away for a week: one build makes up for all of it.
	c.set(noon.AddDate(0, 0, 7), 1)
	err = w.during(ctx, c, func() error {
		_, err := w.awaitSlots(ctx, "p00", 30*time.Second)
		pause(ctx, 3*time.Second)
		return err
	})
	if err != nil {
		return err
	}
	after, err := w.builds(ctx, "p00")
	if err != nil {
		return err
	}
	taken, err := w.slots(ctx, "p00")
	if err != nil {
		return err
	}
	if len(taken) != 1 || after != before+1 {
		w.breaks("after a week away %d slots were kept, by %d builds; one each is right", len(taken), after-before)
	}
	w.figure("builds to catch up with a week", "%d", after-before)

	// Back by eight hours, to before the slot that was kept: it is not kept
	// again, and the next ones are. An hour a second.
	start := time.Date(2031, 3, 11, 4, 0, 0, 0, time.UTC)
	c.set(start, 3600)
	err = w.during(ctx, c, func() error {
		pause(ctx, 80*time.Second) // more than three days
		c.set(c.now(), 1)
		_, err := w.awaitSlots(ctx, "p00", 30*time.Second)
		return err
	})
	if err != nil {
		return err
	}
	if taken, err = w.slots(ctx, "p00"); err != nil {
		return err
	}
	if err := w.compareSlots("p00", taken, noon.AddDate(0, 0, 6), c.now()); err != nil {
		return err
	}
	w.figure("slots kept after the clock was set back, each once", "%d", len(taken)-1)
	return w.summerTime(ctx)
}

// summerTime has every hour's slot pass over both changes of clocks.
func (w *world) summerTime(ctx context.Context) error {
	for name, start := range map[string]time.Time{
		"spring": time.Date(2031, 3, 29, 22, 15, 0, 0, time.UTC),
		"autumn": time.Date(2031, 10, 25, 22, 15, 0, 0, time.UTC),
	} {
		if err := w.addProfile(name, false, `schedule: {cron: "*/30 * * * *", zone: Europe/Berlin, catch_up: all}`+"\n"); err != nil {
			return err
		}
		if err := save(w.path("seeds", name, "0.md"), seedText(w.random, name, 0)); err != nil {
			return err
		}
		c := newClock(start, 1)
		err := w.during(ctx, c, func() error {
			if err := w.checked(ctx); err != nil {
				return err
			}
			c.set(start.Add(time.Minute), 1800)
			pause(ctx, 14*time.Second) // seven hours
			c.set(c.now(), 1)
			pause(ctx, 2*time.Second)
			taken, err := w.awaitSlots(ctx, name, time.Minute)
			if err != nil {
				return err
			}
			w.figure("slots over the change of clocks in "+name+", each once", "%d", len(taken))
			return w.compareSlots(name, taken, start, c.now())
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// during has an instance run while f does.
func (w *world) during(ctx context.Context, c *clock, f func() error) error {
	s, err := w.serve(ctx, 0, c)
	if err != nil {
		return err
	}
	err = f()
	if eerr := s.end(); err == nil {
		err = eerr
	}
	return err
}

// checked waits until every profile was built.
func (w *world) checked(ctx context.Context) error {
	for range 300 {
		done := true
		err := w.onState(ctx, func(_ *state.State, tx *state.Tx) error {
			all, err := tx.Profiles(ctx)
			done = len(all) > 0
			for _, p := range all {
				done = done && !p.Checked.IsZero() && p.Wanted == p.Built
			}
			return err
		})
		if err != nil || done {
			return err
		}
		if !pause(ctx, 100*time.Millisecond) {
			return ctx.Err()
		}
	}
	w.breaks("not all profiles were built in 30 s")
	return nil
}
