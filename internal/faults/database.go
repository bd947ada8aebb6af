package main

import (
	"context"
	"time"
)

// database stops the database over and over, gently and as a power cut would,
// while seeds change.
func database(ctx context.Context, w *world) error {
	if err := w.populate(); err != nil {
		return err
	}
	workers, err := w.startAll()
	if err != nil {
		return err
	}
	if _, err := w.quiet(ctx, time.Minute); err != nil {
		return err
	}
	load := w.load(ctx)
	reviving, stop := context.WithCancel(ctx)
	revived := make(chan int, 1)
	go func() { revived <- w.revive(reviving, workers) }()
	for i := range w.restarts {
		pause(ctx, time.Second+time.Duration(w.random.IntN(3000))*time.Millisecond)
		how := []string{"kill", "stop"}[i%2]
		if err = w.server.do(how); err == nil {
			pause(ctx, time.Duration(w.random.IntN(4000))*time.Millisecond)
			_, err = w.server.start()
		}
		if err != nil {
			break
		}
	}
	load.end()
	stop()
	ended := <-revived
	if err != nil {
		return err
	}
	w.figure("times that the database was stopped", "%d", w.restarts)
	w.figure("processes that ended meanwhile", "%d", ended)
	if ended > 0 {
		w.breaks("%d processes ended because the database was away", ended)
	}
	return w.settle(ctx, workers)
}

// settle waits until all is quiet, stops the processes, and compares.
func (w *world) settle(ctx context.Context, workers []*worker) error {
	took, err := w.quiet(ctx, 4*time.Minute)
	if err != nil {
		return err
	}
	w.figure("until all was quiet", "%v", took.Round(100*time.Millisecond))
	w.stopAll(workers)
	if err := w.compare(ctx); err != nil {
		return err
	}
	return w.tidied(ctx)
}
