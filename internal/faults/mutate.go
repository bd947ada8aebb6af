package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"
)

// A mutator changes seeds at random, in the ways that people and programs do.
type mutator struct {
	w       *world
	random  *rand.Rand
	changes atomic.Int64
	mu      sync.Mutex // held while a seed changes
}

func newMutator(w *world) *mutator {
	return &mutator{w: w, random: rand.New(rand.NewPCG(w.seed, 3))}
}

// run makes a change now and then until ctx ends.
func (m *mutator) run(ctx context.Context, pace time.Duration) error {
	for pause(ctx, pace/2+time.Duration(m.random.Int64N(int64(pace)))) {
		m.mu.Lock()
		err := m.step()
		m.mu.Unlock()
		if err != nil {
			return err
		}
		m.changes.Add(1)
	}
	return nil
}

// step makes one change. A profile has from one seed of its own to four.
func (m *mutator) step() error {
	if m.random.IntN(60) == 0 { // all profiles are made of it
		return save(m.w.path("seeds", "shared", "tides.md"), seedText(m.random, "shared", 0))
	}
	name := m.w.profile(m.random.IntN(m.w.profiles))
	number := m.random.IntN(4)
	file := m.w.path("seeds", name, fmt.Sprintf("%d.md", number))
	old, err := os.ReadFile(file)
	text := seedText(m.random, name, number)
	if err != nil {
		return save(file, text) // a new one
	}
	switch m.random.IntN(8) {
	case 0, 1, 2:
		return save(file, text)
	case 3: // in place, with a moment in which half of it is there
		half := len(text) / 2
		if err := os.WriteFile(file, []byte(text[:half]), 0o644); err != nil {
			return err
		}
		time.Sleep(time.Duration(m.random.IntN(20)) * time.Millisecond)
		return os.WriteFile(file, []byte(text), 0o644)
	case 4:
		if files, _ := filepath.Glob(m.w.path("seeds", name, "*.md")); len(files) < 2 {
			return save(file, text)
		}
		return os.Remove(file)
	case 5: // away, and back as it was
		if err := os.Rename(file, file+".away"); err != nil {
			return err
		}
		time.Sleep(time.Duration(m.random.IntN(300)) * time.Millisecond)
		return os.Rename(file+".away", file)
	case 6: // another, and back to what it was
		if err := save(file, text); err != nil {
			return err
		}
		time.Sleep(time.Duration(m.random.IntN(300)) * time.Millisecond)
		return save(file, string(old))
	}
	return save(file, string(old)) // nothing new
}
