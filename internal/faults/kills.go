package main

import (
	"context"
	"sync"
	"time"
)

// kills kills processes at random moments, and starts them again, while seeds
// change.
func kills(ctx context.Context, w *world) error {
	if err := w.populate(); err != nil {
		return err
	}
	workers, err := w.startAll()
	if err != nil {
		return err
	}
	load := w.load(ctx)
	killed, ended := 0, 0
	for killed < w.kills && ctx.Err() == nil {
		// The first process lives longer, so that somebody looks for changes
		// most of the time: after the death of the one that does, nobody knows
		// for a while.
		k := workers[0]
		if len(workers) > 1 && w.random.IntN(12) > 0 {
			k = workers[1+w.random.IntN(len(workers)-1)]
		}
		if w.random.IntN(2) == 0 {
			pause(ctx, 300*time.Millisecond+time.Duration(w.random.IntN(1200))*time.Millisecond)
		} else { // soon after the service has begun to do something
			w.awaitBusy(ctx, 2*time.Second)
			pause(ctx, time.Duration(w.random.IntN(150))*time.Millisecond)
		}
		if k.kill() {
			killed++
		} else {
			ended++
		}
		if err := k.begin(); err != nil {
			return err
		}
		if killed%100 == 0 && killed < w.kills {
			w.logf("%d killed", killed)
			if err := w.pauseAndCompare(ctx, load); err != nil {
				return err
			}
		}
	}
	load.end()
	w.figure("processes killed", "%d of %d at a time", killed, len(workers))
	if ended > 0 {
		w.breaks("%d processes ended by themselves", ended)
	}
	return w.settle(ctx, workers)
}

// pauseAndCompare lets all come to rest and compares what the pages say, then
// lets seeds change again. A change that gets lost shows before another one
// covers it.
func (w *world) pauseAndCompare(ctx context.Context, l *load) error {
	l.mutator.mu.Lock()
	defer l.mutator.mu.Unlock()
	if _, err := w.quiet(ctx, 4*time.Minute); err != nil {
		return err
	}
	for i := range w.profiles {
		if err := w.compareBuild(ctx, w.profile(i), w.path("profiles", w.profile(i)+".yaml")); err != nil {
			return err
		}
	}
	return nil
}

// A load is what goes on while things are broken: changes, and readers.
type load struct {
	w       *world
	stop    context.CancelFunc
	done    sync.WaitGroup
	mutator *mutator
	reads   int
	err     error
}

// load begins to change seeds and to read what is published.
func (w *world) load(ctx context.Context) *load {
	ctx, stop := context.WithCancel(ctx)
	l := &load{w: w, stop: stop, mutator: newMutator(w)}
	l.done.Go(func() { l.err = l.mutator.run(ctx, 100*time.Millisecond) })
	l.done.Go(func() { l.reads = w.read(ctx) })
	return l
}

// end ends it.
func (l *load) end() {
	l.stop()
	l.done.Wait()
	if l.err != nil {
		l.w.breaks("the seeds could not be changed: %v", l.err)
	}
	l.w.figure("changes of seeds", "%d", l.mutator.changes.Load())
	l.w.figure("files read while that went on, all whole", "%d", l.reads)
}

// awaitBusy waits until a process writes into its log.
func (w *world) awaitBusy(ctx context.Context, limit time.Duration) {
	size := w.logSize()
	for start := time.Now(); time.Since(start) < limit && w.logSize() == size; {
		if !pause(ctx, 2*time.Millisecond) {
			return
		}
	}
}
