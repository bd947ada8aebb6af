package main

import (
	"context"
	"time"
)

// schedulers has two services keep the slots of one day, every minute, while
// one or the other is stopped and started again at random.
func schedulers(ctx context.Context, w *world) error {
	span, speed := 24*time.Hour, 600.0
	if w.short {
		span = 90 * time.Minute
	}
	w.profiles = 1
	if err := w.populate(); err != nil {
		return err
	}
	if err := w.addProfile("p00", false, `schedule: {cron: "* * * * *", zone: UTC, catch_up: all}`+"\n"); err != nil {
		return err
	}
	start := time.Date(2031, 3, 4, 0, 0, 30, 0, time.UTC)
	c := newClock(start, 0)
	services := make([]*instance, 2)
	var err error
	for i := range services {
		if services[i], err = w.serve(ctx, i, c); err != nil {
			return err
		}
	}
	if err := w.checked(ctx); err != nil {
		return err
	}
	c.set(start, speed)
	stops := 0
	for c.now().Before(start.Add(span)) && ctx.Err() == nil {
		pause(ctx, time.Duration(w.random.IntN(3000))*time.Millisecond)
		i := w.random.IntN(2)
		if err := services[i].end(); err != nil {
			w.breaks("a service ended with %v", err)
		}
		pause(ctx, time.Duration(w.random.IntN(2000))*time.Millisecond)
		if services[i], err = w.serve(ctx, i, c); err != nil {
			return err
		}
		stops++
	}
	c.set(c.now(), 0)
	pause(ctx, 3*time.Second)
	taken, err := w.awaitSlots(ctx, "p00", 10*time.Minute)
	if err != nil {
		return err
	}
	for _, s := range services {
		if err := s.end(); err != nil {
			w.breaks("a service ended with %v", err)
		}
	}
	w.figure("slots of every minute, each taken up once and built", "%d", len(taken))
	w.figure("times that one of two services was stopped", "%d", stops)
	return w.compareSlots("p00", taken, start, c.now())
}
