package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"

	"readahead/brief/schedule"
	"readahead/brief/service"
	"readahead/brief/state"
	"readahead/config"
)

// A clock runs as fast as it is told, and can be set.
type clock struct {
	mu    sync.Mutex
	shown time.Time // at the instant since
	since time.Time
	speed float64
}

func newClock(shown time.Time, speed float64) *clock {
	return &clock{shown: shown, since: time.Now(), speed: speed}
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.shown.Add(time.Duration(float64(time.Since(c.since)) * c.speed))
}

func (c *clock) set(shown time.Time, speed float64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shown, c.since, c.speed = shown, time.Now(), speed
}

// An instance is a service within this process, on a clock of ours.
type instance struct {
	stop  context.CancelFunc
	ended chan error
}

// serve starts an instance.
func (w *world) serve(ctx context.Context, number int, c *clock) (*instance, error) {
	log, err := os.OpenFile(w.path(fmt.Sprintf("worker%d.log", number)), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	s := &instance{stop: stop, ended: make(chan error, 1)}
	started := make(chan struct{})
	go func() {
		s.ended <- service.Run(ctx, service.Options{
			Configs: w.path("profiles"), Out: w.path("out"), State: w.place, Every: 500 * time.Millisecond,
			Log: slog.New(slog.NewTextHandler(log, nil)), Now: c.now, Started: func(string) { close(started) },
		})
		log.Close()
	}()
	select {
	case <-started:
		return s, nil
	case err := <-s.ended:
		stop()
		return nil, fmt.Errorf("a service could not start: %w", err)
	}
}

// end ends an instance and waits for it.
func (s *instance) end() error {
	s.stop()
	return <-s.ended
}

// onState looks at the state.
func (w *world) onState(ctx context.Context, f func(st *state.State, tx *state.Tx) error) error {
	st, err := state.OpenExisting(ctx, w.place)
	if err != nil {
		return err
	}
	defer st.Close()
	return st.Do(ctx, func(tx *state.Tx) error { return f(st, tx) })
}

// slots returns the slots of a profile that were taken up.
func (w *world) slots(ctx context.Context, name string) (out []state.Slot, err error) {
	err = w.onState(ctx, func(_ *state.State, tx *state.Tx) (err error) {
		out, err = tx.Slots(ctx, name)
		return err
	})
	return out, err
}

// builds returns how many builds of a profile have begun.
func (w *world) builds(ctx context.Context, name string) (n int, err error) {
	err = w.onState(ctx, func(st *state.State, tx *state.Tx) error {
		return tx.QueryRowContext(ctx, `select claim from brief_profile where name = '`+name+`'`).Scan(&n)
	})
	return n, err
}

// awaitSlots waits until no slot of a profile is left without its build.
func (w *world) awaitSlots(ctx context.Context, name string, limit time.Duration) ([]state.Slot, error) {
	start := time.Now()
	for {
		all, err := w.slots(ctx, name)
		if err != nil {
			return nil, err
		}
		open := 0
		for _, s := range all {
			if s.Done.IsZero() {
				open++
			}
		}
		if open == 0 && len(all) > 0 {
			return all, nil
		}
		if time.Since(start) > limit {
			w.breaks("%s: %d of %d slots have no build after %v", name, open, len(all), limit)
			return all, nil
		}
		if !pause(ctx, 200*time.Millisecond) {
			return nil, ctx.Err()
		}
	}
}

// compareSlots compares the slots that were taken up with those that the
// schedule has from the first to the last of them, and with an instant up to
// which they should reach.
func (w *world) compareSlots(name string, taken []state.Slot, from, to time.Time) error {
	p, err := config.Load(w.path("profiles", name+".yaml"))
	if err != nil {
		return err
	}
	plan, err := schedule.New(p.Schedule)
	if err != nil {
		return err
	}
	i := 0
	for slot, ok := plan.Next(from); ok && !slot.After(to); slot, ok = plan.Next(slot) {
		switch {
		case i >= len(taken):
			w.breaks("%s: slot %v is missing, and all after it", name, slot)
			return nil
		case !taken[i].At.Equal(slot):
			w.breaks("%s: slot %v was taken up where %v was due", name, taken[i].At, slot)
			return nil
		}
		i++
	}
	if i < len(taken) {
		w.breaks("%s: %d slots too many, first %v", name, len(taken)-i, taken[i].At)
	}
	return nil
}
