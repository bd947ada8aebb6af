package main

import (
	"bytes"
	"context"
	"os"
	"time"
)

// unplugged takes away what briefings are made of, and brings it back: the
// last page stays meanwhile, and the status says why.
func unplugged(ctx context.Context, w *world) error {
	w.profiles = min(w.profiles, 3)
	if err := w.populate(); err != nil {
		return err
	}
	k, err := w.start(0)
	if err != nil {
		return err
	}
	if _, err := w.quiet(ctx, time.Minute); err != nil {
		return err
	}
	seed, config := w.path("seeds", "p00", "0.md"), w.path("profiles", "p00.yaml")
	moved := func(name string) (func() error, func() error) {
		return func() error { return os.Rename(name, name+".away") }, func() error { return os.Rename(name+".away", name) }
	}
	replaced := func(name, text string) (func() error, func() error) {
		var before []byte
		return func() (err error) {
				if before, err = os.ReadFile(name); err != nil {
					return err
				}
				return save(name, text)
			}, func() error {
				return save(name, string(before))
			}
	}
	type fault struct {
		what       string
		harm, mend func() error
	}
	var faults []fault
	add := func(what string, harm, mend func() error) { faults = append(faults, fault{what, harm, mend}) }
	harm, mend := moved(w.path("seeds", "p00"))
	add("its folder of seeds is away", harm, mend)
	harm, mend = moved(w.path("seeds"))
	add("the disk of all seeds is away", harm, mend)
	harm, mend = moved(w.path("profiles"))
	add("the folder of configs is away", harm, mend)
	harm, mend = replaced(seed, "\x00\x01\x02\xff\xfe\x00 no text \x00\x00")
	add("a seed is damaged", harm, mend)
	harm, mend = replaced(config, "title: [never closed\n")
	add("the config is damaged", harm, mend)
	if os.Geteuid() != 0 { // root may read all
		add("a seed may not be read", func() error { return os.Chmod(seed, 0) }, func() error { return os.Chmod(seed, 0o644) })
	}
	for _, f := range faults {
		if err := w.without(ctx, f.what, f.harm, f.mend); err != nil {
			return err
		}
	}
	w.figure("ways to take away what p00 is made of", "%d", len(faults))
	return w.settle(ctx, []*worker{k})
}

// without does harm to the first profile, looks that its page stays and that
// the status knows, mends it, and waits until all is current.
func (w *world) without(ctx context.Context, what string, harm, mend func() error) error {
	page := func() []byte {
		data, err := os.ReadFile(w.path("out", "p00.pdf"))
		if err != nil {
			w.breaks("%s: %v", what, err)
		}
		return data
	}
	before := page()
	if err := harm(); err != nil {
		return err
	}
	known := false
	for start := time.Now(); !known && time.Since(start) < 20*time.Second && pause(ctx, 200*time.Millisecond); {
		s, err := w.status(ctx)
		if err != nil {
			return err
		}
		for _, p := range s.Profiles {
			for _, root := range p.Roots {
				known = known || p.Profile == "p00" && root.Problem != ""
			}
			known = known || p.Profile == "p00" && len(p.Problems) > 0
		}
	}
	if !known {
		w.breaks("%s: the status does not say so", what)
	}
	pause(ctx, 3*time.Second)
	if !bytes.Equal(before, page()) {
		w.breaks("%s: the last page did not stay", what)
	}
	if err := mend(); err != nil {
		return err
	}
	took, err := w.quiet(ctx, 2*time.Minute)
	w.figure(what+"; until all was current after that", "%v", took.Round(100*time.Millisecond))
	return err
}
