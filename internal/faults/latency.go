package main

import (
	"context"
	"os"
	"slices"
	"time"
)

// latency breaks nothing: it measures how long a change takes to the page.
func latency(ctx context.Context, w *world) error {
	if err := w.populate(); err != nil {
		return err
	}
	k, err := w.start(0, "--every", "2s") // as it is unless told otherwise
	if err != nil {
		return err
	}
	if _, err := w.quiet(ctx, time.Minute); err != nil {
		return err
	}
	var took []time.Duration
	for i := range w.changes {
		name := w.profile(i % w.profiles)
		d, err := w.published(ctx, name, 30*time.Second, func() error {
			return save(w.path("seeds", name, "0.md"), seedText(w.random, name, 0))
		})
		if err != nil {
			return err
		}
		took = append(took, d)
		pause(ctx, time.Duration(w.random.IntN(300))*time.Millisecond)
	}
	slices.Sort(took)
	at := func(share float64) time.Duration {
		return took[min(int(share*float64(len(took))), len(took)-1)].Round(time.Millisecond)
	}
	w.figure("changes until they were published: the median", "%v", at(0.5))
	w.figure("the 95th percentile", "%v", at(0.95))
	w.figure("the longest", "%v of %d", at(1), len(took))
	if at(0.95) > 5*time.Second && !w.short {
		w.breaks("5%% of the changes took more than %v, not 5 s", at(0.95))
	}
	return w.settle(ctx, []*worker{k})
}

// published makes a change and returns how long it takes to the place of the
// last edition; it may not take longer than limit.
func (w *world) published(ctx context.Context, name string, limit time.Duration, change func() error) (time.Duration, error) {
	file := w.path("out", name+".json")
	before, err := os.Stat(file)
	if err != nil {
		return 0, err
	}
	if err := change(); err != nil {
		return 0, err
	}
	start := time.Now()
	for time.Since(start) < limit {
		if now, err := os.Stat(file); err == nil && !os.SameFile(before, now) {
			return time.Since(start), nil
		}
		if !pause(ctx, 2*time.Millisecond) {
			return 0, ctx.Err()
		}
	}
	w.breaks("%s: a change was not published in %v", name, limit)
	return time.Since(start), nil
}
