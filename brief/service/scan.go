package service

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"readahead/brief/profile"
	"readahead/brief/scan"
	"readahead/brief/state"
)

const (
	scanLease = 15 * time.Second
	longest   = 30 * time.Second // that a profile waits for files that do not come to rest
)

// A scanner looks for changes in what profiles are made of. One process at a
// time does so.
type scanner struct {
	s      *Service
	hints  *scan.Hints
	roots  map[string]scan.Snapshot // by path of a root, as seen last
	seen   map[string]*seen         // by profile
	stored map[string]state.Profile // as the state has them; nil: not read yet
	until  time.Time                // the lease is good for certain
	took   time.Duration            // the last look at all files
	twice  []string                 // profiles that have two configs
}

// seen is what is known of a profile.
type seen struct {
	file     string   // its config
	roots    []string // what it is made of, the config among them
	schedule profile.Schedule
	young    bool // something changed so shortly ago that it may change once more unseen

	restless time.Time // since when its files have been seen to change and not to rest; zero: they rest
}

// scan looks for changes until ctx ends.
func (s *Service) scan(ctx context.Context) {
	sc := &scanner{s: s, hints: scan.NewHints(), roots: map[string]scan.Snapshot{}, seen: map[string]*seen{}}
	defer sc.hints.Close()
	every := s.o.Every
	s.every(ctx, "scan", 0, nil, func() error {
		leads, err := sc.leads(ctx)
		if err == nil && leads {
			err = sc.look(ctx)
			every = max(s.o.Every, 10*sc.took) // a tenth of the time at the most
		} else {
			sc.stored = nil // another process may have written since
		}
		select {
		case <-ctx.Done():
		case <-sc.hints.C:
			pause(ctx, 2*sc.took) // hints may come without end
		case <-time.After(every):
		}
		return err
	})
}

// leads reports whether this process is the one that looks.
func (sc *scanner) leads(ctx context.Context) (ok bool, err error) {
	if time.Now().Before(sc.until) {
		return true, nil
	}
	start := time.Now()
	err = sc.s.state.Do(ctx, func(tx *state.Tx) error {
		ok, err = tx.Lease(ctx, "scan", sc.s.me.ID, scanLease)
		return err
	})
	if err != nil || !ok {
		sc.until = time.Time{}
		return false, err
	}
	sc.until = start.Add(scanLease / 2)
	return true, nil
}

// look looks at all files once, waits until what changed has come to rest,
// and asks for new generations.
func (sc *scanner) look(ctx context.Context) error {
	files, err := sc.list()
	if err != nil {
		return err
	}
	changed, now := sc.changed(files)
	if len(changed) > 0 && sc.stored != nil {
		still := sc.settle(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if files, err = sc.list(); err != nil {
			return err
		}
		changed, now = sc.changed(files)
		changed = slices.DeleteFunc(changed, func(name string) bool { return sc.waits(name, still, now) })
	}
	if err := sc.read(ctx); err != nil {
		return err
	}
	for _, name := range changed {
		if ctx.Err() != nil {
			return nil
		}
		if err := sc.observe(ctx, name, files[name], now); err != nil {
			return err
		}
	}
	if err := sc.retire(ctx, files); err != nil {
		return err
	}
	sc.roots = now
	sc.hints.Follow(sc.folders())
	sc.s.metrics.watching(len(files), sc.files())
	return nil
}

// list returns the configs, and says so if two have one name.
func (sc *scanner) list() (map[string]string, error) {
	files, twice, err := sc.s.configs.list()
	if err == nil && !slices.Equal(twice, sc.twice) {
		for _, name := range twice {
			sc.s.log.Error("two configs have one name, and none of them counts", "profile", name)
		}
		sc.twice = twice
	}
	return files, err
}

// waits reports whether a profile is to be left alone for now, since some of
// the roots that are not at rest are its own. What was seen of them is
// forgotten, so that they are looked at the next time.
func (sc *scanner) waits(name string, still map[string]bool, now map[string]scan.Snapshot) bool {
	known := sc.seen[name]
	if known == nil {
		return false
	}
	moving := slices.DeleteFunc(slices.Clone(known.roots), func(root string) bool { return !still[root] })
	switch {
	case len(moving) == 0:
		known.restless = time.Time{}
		return false
	case known.restless.IsZero():
		known.restless = time.Now()
	case time.Since(known.restless) > longest:
		known.restless = time.Time{}
		return false
	}
	for _, root := range moving {
		now[root] = nil
	}
	return true
}

// changed returns the profiles of which something changed, by name, and what
// was seen.
func (sc *scanner) changed(files map[string]string) ([]string, map[string]scan.Snapshot) {
	start := time.Now()
	defer func() {
		sc.took = time.Since(start)
		sc.s.metrics.scanned(sc.took)
	}()
	now := make(map[string]scan.Snapshot, len(sc.roots))
	differs := map[string]bool{}
	look := func(root string) bool {
		if _, ok := now[root]; !ok {
			now[root] = scan.Take([]string{root})
			before, known := sc.roots[root]
			differs[root] = !known || !now[root].Equal(before)
		}
		return differs[root]
	}
	var names []string
	for name, file := range files {
		known := sc.seen[name]
		is := known == nil || known.file != file || known.young || sc.stored == nil
		if known != nil {
			for _, root := range known.roots {
				is = look(root) || is
			}
		}
		if is {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, now
}

// settle waits until the files have come to rest, but not for too long, and
// returns the roots in which something still changes.
func (sc *scanner) settle(ctx context.Context) map[string]bool {
	var moving map[string]bool
	before := sc.take()
	for start := time.Now(); time.Since(start) < sc.s.o.Patient; {
		if pause(ctx, sc.s.o.Rest); ctx.Err() != nil {
			return nil
		}
		after := sc.take()
		moving = map[string]bool{}
		for root, snapshot := range after {
			if !snapshot.Equal(before[root]) {
				moving[root] = true
			}
		}
		if len(moving) == 0 {
			break
		}
		before = after
	}
	return moving
}

// take looks at all roots.
func (sc *scanner) take() map[string]scan.Snapshot {
	out := make(map[string]scan.Snapshot, len(sc.roots))
	for root := range sc.roots {
		out[root] = scan.Take([]string{root})
	}
	return out
}

// pause waits for a time, or until ctx ends.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// folders returns the folders in which something may happen.
func (sc *scanner) folders() []string {
	set := map[string]bool{sc.s.o.Configs: true}
	for _, snapshot := range sc.roots {
		for path, stamp := range snapshot {
			if stamp.Folder {
				set[path] = true
			}
			set[filepath.Dir(path)] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// files returns how many files are looked at.
func (sc *scanner) files() int {
	n := 0
	for _, snapshot := range sc.roots {
		n += filesIn(snapshot)
	}
	return n
}
