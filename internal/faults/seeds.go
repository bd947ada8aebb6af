package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// sentinel is a profile that nothing happens to. What it shows in the end was
// looked at after all other changes.
const sentinel = "zz-sentinel"

// populate writes the configs and the first seeds.
func (w *world) populate() error {
	for i := range w.profiles {
		name := w.profile(i)
		if err := w.addProfile(name, i%4 != 3, ""); err != nil {
			return err
		}
		for k := range 2 {
			if err := save(w.path("seeds", name, fmt.Sprintf("%d.md", k)), seedText(w.random, name, k)); err != nil {
				return err
			}
		}
	}
	if err := save(w.path("seeds", "shared", "tides.md"), seedText(w.random, "shared", 0)); err != nil {
		return err
	}
	if err := w.addProfile(sentinel, false, ""); err != nil {
		return err
	}
	return save(w.path("seeds", sentinel, "a.md"), seedText(w.random, sentinel, 0))
}

// profile returns the name of a profile.
func (w *world) profile(i int) string { return fmt.Sprintf("p%02d", i) }

// addProfile writes a config whose editions are told of, or not.
func (w *world) addProfile(name string, told bool, more string) error {
	seeds := fmt.Sprintf("[../seeds/%s, ../seeds/shared]", name)
	if name == sentinel {
		seeds = fmt.Sprintf("[../seeds/%s]", name)
	}
	text := fmt.Sprintf(`title: Harbour %s
seeds: %s
sections:
  - {id: cranes, title: Cranes, keywords: [crane, berth], max_items: 4}
  - {id: tides, title: Tides, keywords: [tide, dredger], max_items: 3}
%s`, name, seeds, more)
	if told {
		text += fmt.Sprintf("notify:\n  - {name: hook, webhook: %q}\n", w.hook.url(name))
	}
	return save(w.path("profiles", name+".yaml"), text)
}

// seedText returns a source that no other one is like. Its to-do row is known
// again by its subject and file.
func seedText(r *rand.Rand, subject string, file int) string {
	n := func(most int) int { return 1 + r.IntN(most) }
	var b strings.Builder
	fmt.Fprintf(&b, "# Report %d on %s\n\n%d March 2031\n\n", n(99999), subject, n(28))
	fmt.Fprintf(&b, "The crane at berth %d of %s lifted %d tonnes before noon, the foreman says.\n\n", n(99), subject, n(99999))
	fmt.Fprintf(&b, "High tide number %d reached %d centimetres, and the dredger moved %d cubic metres of sand.\n\n", n(999), n(999), n(99999))
	fmt.Fprintf(&b, "| Action | Owner | Due | Status |\n|---|---|---|---|\n| Grease crane %d of %s | M. Ito | 2031-04-%02d | open |\n", file+1, subject, n(28))
	return b.String()
}

// save writes a file in one step, as careful programs do.
func save(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	temp := filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".new")
	if err := os.WriteFile(temp, []byte(text), 0o644); err != nil {
		return err
	}
	return os.Rename(temp, name)
}
