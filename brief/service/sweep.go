package service

import (
	"context"
	"time"

	"readahead/brief/queue"
	"readahead/brief/state"
)

const (
	sweepBatch = 500
	sweepEvery = time.Second
)

// sweep puts in line what is due, until ctx ends.
func (s *Service) sweep(ctx context.Context) {
	clock := time.Now()
	s.every(ctx, "sweep", min(sweepEvery, s.o.Every), s.nudge, func() error {
		// The difference of two readings is that of a clock that nobody sets;
		// the wall clock's is another if it was set back in between.
		now := time.Now()
		if set := now.Round(0).Sub(clock.Round(0)) - now.Sub(clock); set < -time.Minute {
			s.log.Warn("the clock was set back", "by", -set)
			if err := s.reschedule(ctx); err != nil {
				return err
			}
		}
		clock = now
		for ctx.Err() == nil {
			n, err := s.sweepOnce(ctx)
			if err != nil || n < sweepBatch {
				return err
			}
		}
		return nil
	})
}

// sweepOnce takes up what is due of some profiles, in one transaction: slots
// that are kept, the next slot, and the jobs. It returns how many profiles
// something was due of.
func (s *Service) sweepOnce(ctx context.Context) (int, error) {
	now := s.o.Now()
	n := 0
	err := s.state.Do(ctx, func(tx *state.Tx) error {
		due, err := tx.Due(ctx, now, sweepBatch)
		if err != nil || len(due) == 0 {
			return err
		}
		n = len(due)
		var timings []state.Timing
		var names []string
		for _, p := range due {
			t, build, err := s.take(ctx, tx, p, now)
			if err != nil {
				return err
			}
			timings = append(timings, t)
			if build {
				names = append(names, p.Name)
			}
		}
		if err := tx.SetTimings(ctx, timings); err != nil {
			return err
		}
		return s.queue.Put(ctx, tx.Tx, queue.Build, names)
	})
	if err == nil && n > 0 {
		s.metrics.swept(n)
	}
	return n, err
}

// take takes up what is due of a profile, and reports whether it is to be
// built now.
func (s *Service) take(ctx context.Context, tx *state.Tx, p state.Profile, now time.Time) (t state.Timing, build bool, err error) {
	t = state.Timing{Name: p.Name, RunAt: p.RunAt, NextSlot: p.NextSlot}
	if !p.NextSlot.IsZero() && !p.NextSlot.After(now) {
		timetable := s.timetable(p.Plan)
		due := timetable.Due(p.NextSlot, now)
		if due.Skipped > 0 {
			s.log.Warn("slots passed while nobody was there, and are not kept", "profile", p.Name, "slots", due.Skipped)
		}
		kept, err := tx.KeepSlots(ctx, p.Name, due.Keep, now)
		if err != nil {
			return t, false, err
		}
		t.NextSlot = due.Next
		for _, slot := range kept {
			t.Asked = 1
			if at := timetable.Start(p.Name, slot); t.RunAt.IsZero() || at.Before(t.RunAt) {
				t.RunAt = at
			}
		}
	}
	if build = !t.RunAt.IsZero() && !t.RunAt.After(now); build {
		t.RunAt = time.Time{}
	}
	return t, build, nil
}

// reschedule sets the next slot of every profile anew, if it is later than it
// should be. No slot is kept twice all the same: the state knows which were.
func (s *Service) reschedule(ctx context.Context) error {
	now := s.o.Now()
	return s.state.Do(ctx, func(tx *state.Tx) error {
		all, err := tx.Profiles(ctx)
		if err != nil {
			return err
		}
		for _, p := range all {
			timetable := s.timetable(p.Plan)
			if next, ok := timetable.Next(now); ok && p.NextSlot.After(next) {
				if err := tx.Schedule(ctx, p.Name, next); err != nil {
					return err
				}
			}
			if at := timetable.After(now, notAfter(p.Published, now)); p.RunAt.After(at) {
				if err := tx.Postpone(ctx, p.Name, at); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
