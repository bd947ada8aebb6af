package main

import (
	"context"
	"math/rand/v2"
	"os"
	"sync"
	"time"
)

// flicker takes seeds away for a moment, or replaces them, and puts back what
// was there, while a seed that all have in common has all briefings built, one
// after the other. A page that was built in that moment must not stay.
func flicker(ctx context.Context, w *world) error {
	if err := w.populate(); err != nil {
		return err
	}
	k, err := w.start(0, "--builds", "1")
	if err != nil {
		return err
	}
	if _, err := w.quiet(ctx, time.Minute); err != nil {
		return err
	}
	rounds := 10
	if w.short {
		rounds = 2
	}
	for round := range rounds {
		if err := save(w.path("seeds", "shared", "tides.md"), seedText(w.random, "shared", 0)); err != nil {
			return err
		}
		w.awaitBusy(ctx, 5*time.Second)
		var all sync.WaitGroup
		for i := range w.profiles {
			random := rand.New(rand.NewPCG(w.seed, uint64(1000*round+i)))
			all.Go(func() {
				if err := w.flickerOnce(ctx, w.profile(i), random); err != nil {
					w.breaks("the seeds could not be changed: %v", err)
				}
			})
		}
		all.Wait()
		if _, err := w.quiet(ctx, 3*time.Minute); err != nil {
			return err
		}
		for i := range w.profiles {
			if err := w.compareBuild(ctx, w.profile(i), w.path("profiles", w.profile(i)+".yaml")); err != nil {
				return err
			}
		}
	}
	w.figure("seeds that were gone or others for a moment", "%d", rounds*w.profiles)
	return w.settle(ctx, []*worker{k})
}

func (w *world) flickerOnce(ctx context.Context, name string, random *rand.Rand) error {
	moment := func(most int) { pause(ctx, time.Duration(random.IntN(most))*time.Millisecond) }
	file := w.path("seeds", name, "0.md")
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	moment(300)
	switch random.IntN(3) {
	case 0: // away
		if err := os.Rename(file, file+".away"); err != nil {
			return err
		}
		moment(400)
		return os.Rename(file+".away", file)
	case 1: // another
		if err := save(file, seedText(random, name, 0)); err != nil {
			return err
		}
		moment(400)
		return save(file, string(old))
	}
	// The whole folder.
	folder := w.path("seeds", name)
	if err := os.Rename(folder, folder+".away"); err != nil {
		return err
	}
	moment(400)
	return os.Rename(folder+".away", folder)
}
