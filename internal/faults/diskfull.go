package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// diskFull fills the disks of the state and of what is published, and makes
// room again.
func diskFull(ctx context.Context, w *world) error {
	w.profiles = min(w.profiles, 4)
	if err := w.populate(); err != nil {
		return err
	}
	for _, name := range []string{"out", "state"} {
		if err := w.mount(ctx, name); err != nil {
			w.skipped = err.Error()
			return nil
		}
	}
	k, err := w.start(0)
	if err != nil {
		return err
	}
	if _, err := w.quiet(ctx, time.Minute); err != nil {
		return err
	}
	for _, full := range [][]string{{"out"}, {"state"}, {"out", "state"}} {
		if err := w.fill(ctx, full); err != nil {
			return err
		}
	}
	return w.settle(ctx, []*worker{k})
}

// fill fills disks, has something change meanwhile, and makes room again.
func (w *world) fill(ctx context.Context, disks []string) error {
	for _, disk := range disks {
		fillDisk(w.path(disk, "filler"))
	}
	load := w.load(ctx)
	pause(ctx, 20*time.Second)
	load.end()
	s, err := w.status(ctx)
	if err != nil {
		w.breaks("with %v full: %v", disks, err)
	}
	problems := 0
	for _, p := range s.Profiles {
		problems += len(p.Problems)
	}
	w.figure(fmt.Sprintf("problems that the status tells while %v is full", disks), "%d", problems)
	for _, disk := range disks {
		if err := os.Remove(w.path(disk, "filler")); err != nil {
			return err
		}
	}
	// A build that failed is tried again after a minute, or two.
	took, err := w.quiet(ctx, 5*time.Minute)
	w.figure(fmt.Sprintf("until all was quiet after %v had been full", disks), "%v", took.Round(time.Second))
	return err
}

// mount puts a small disk in memory in place of a folder.
func (w *world) mount(ctx context.Context, name string) error {
	folder := w.path(name)
	if os.Geteuid() != 0 {
		return fmt.Errorf("only root may mount a small disk")
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if out, err := exec.CommandContext(ctx, "mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder).CombinedOutput(); err != nil {
		return fmt.Errorf("a small disk cannot be mounted: %s", out)
	}
	w.later(func() { _ = exec.Command("umount", "-l", folder).Run() })
	return nil
}

// fillDisk writes a file until no more fits.
func fillDisk(name string) {
	f, err := os.Create(filepath.Clean(name))
	if err != nil {
		return
	}
	defer f.Close()
	for _, size := range []int{64 << 10, 1 << 10} {
		for block := make([]byte, size); ; {
			if _, err := f.Write(block); err != nil {
				break
			}
		}
	}
}
