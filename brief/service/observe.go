package service

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"readahead/brief"
	"readahead/brief/profile"
	"readahead/brief/scan"
	"readahead/brief/state"
	"readahead/config"
)

// read reads what the state has of the profiles.
func (sc *scanner) read(ctx context.Context) error {
	if sc.stored != nil {
		return nil
	}
	return sc.s.state.Do(ctx, func(tx *state.Tx) error {
		all, err := tx.Profiles(ctx)
		sc.stored = make(map[string]state.Profile, len(all))
		for _, p := range all {
			sc.stored[p.Name] = p
		}
		return err
	})
}

// A Root is a file or folder that is looked at, as status shows it.
type Root struct {
	Path    string `json:"path"`
	Files   int    `json:"files"`
	Problem string `json:"problem,omitempty"`
}

// observe compares a profile with what the state has of it, and asks for a
// new generation if what it is made of is another.
func (sc *scanner) observe(ctx context.Context, name, file string, now map[string]scan.Snapshot) error {
	known := sc.seen[name]
	if known == nil {
		if err := sc.adopt(ctx, name); err != nil {
			return err
		}
		known = &seen{roots: []string{file}}
		if p, ok := sc.stored[name]; ok {
			known.schedule = parsePlan(p.Plan) // of before, if the config is broken now
		}
		sc.seen[name] = known
	}
	known.file = file
	p, err := config.Load(file)
	if err == nil {
		known.schedule = p.Schedule
		known.roots = rootsOf(p, file)
	}
	whole, roots, clock := scan.Snapshot{}, []Root{}, time.Now()
	known.young = false
	for _, root := range known.roots {
		if now[root] == nil {
			now[root] = scan.Take([]string{root})
		}
		for path, stamp := range now[root] {
			whole[path] = stamp
			known.young = known.young || stamp.Young(clock)
		}
		if now[root][root].Exists || root == file || slices.Contains(p.Seeds, root) { // others need not be there
			roots = append(roots, rootOf(root, now[root]))
		}
	}
	text, err := json.Marshal(roots)
	if err != nil {
		return err
	}
	return sc.write(ctx, state.Profile{
		Name: name, Plan: planText(known.schedule), Roots: string(text),
		Inputs: sc.s.o.Version + " " + sc.s.digester.Digest(whole, clock),
	}, known.schedule.OnlySlots)
}

// adopt makes a profile known, and goes on counting where the editions in its
// folder end: the state may be new, or from an older backup.
func (sc *scanner) adopt(ctx context.Context, name string) error {
	s := sc.s
	number, digest := s.out.Last(name)
	old, enrolled := sc.stored[name]
	if enrolled && old.Edition >= number {
		return nil
	}
	adopted := false
	err := s.state.Do(ctx, func(tx *state.Tx) error {
		err := tx.Enroll(ctx, name)
		if err == nil && number > 0 {
			adopted, err = tx.Adopt(ctx, name, number, digest)
		}
		return err
	})
	if adopted {
		s.log.Warn("editions were found that the state knows nothing of, and are counted on", "profile", name, "edition", number)
	}
	return err
}

// rootsOf returns the files and folders that a profile is made of, its config
// among them.
func rootsOf(p profile.Profile, file string) []string {
	return append(brief.Inputs(brief.Options{Profile: p}), file)
}

// write writes down what was seen of a profile, if it is anything new. A
// schedule that changed begins anew; other inputs are asked to be built, unless
// only slots count.
func (sc *scanner) write(ctx context.Context, p state.Profile, onlySlots bool) error {
	s := sc.s
	old, enrolled := sc.stored[p.Name]
	if enrolled && old.Retired.IsZero() && old.Plan == p.Plan && old.Inputs == p.Inputs && old.Roots == p.Roots {
		return nil
	}
	changed := false
	err := s.state.Do(ctx, func(tx *state.Tx) error {
		is, _, err := tx.Profile(ctx, p.Name)
		if err != nil {
			return err
		}
		if err := tx.Observe(ctx, p.Name, p.Plan, p.Inputs, p.Roots); err != nil {
			return err
		}
		now, timetable := s.o.Now(), s.timetable(p.Plan)
		if is.Plan != p.Plan {
			next, _ := timetable.Next(now)
			if err := tx.Schedule(ctx, p.Name, next); err != nil {
				return err
			}
		}
		if changed = is.Inputs != p.Inputs; !changed || onlySlots {
			return nil
		}
		return tx.Ask(ctx, p.Name, timetable.After(now, notAfter(is.Published, now)))
	})
	if err != nil {
		return err
	}
	if changed {
		s.log.Info("changed", "profile", p.Name)
		s.metrics.changed()
	}
	sc.stored[p.Name] = p
	s.wake()
	return nil
}

// notAfter returns t, or now if t is later: the clock was set back.
func notAfter(t, now time.Time) time.Time {
	if t.After(now) {
		return now
	}
	return t
}

func rootOf(path string, s scan.Snapshot) Root {
	return Root{Path: absolute(path), Files: filesIn(s)} // status may be asked for in another folder
}

// filesIn returns how many files there are.
func filesIn(s scan.Snapshot) int {
	n := 0
	for _, stamp := range s {
		if stamp.Exists && !stamp.Folder {
			n++
		}
	}
	return n
}

// retire takes the profiles out that have no config any more.
func (sc *scanner) retire(ctx context.Context, files map[string]string) error {
	for name, p := range sc.stored {
		if _, ok := files[name]; ok || !p.Retired.IsZero() {
			continue
		}
		now := sc.s.o.Now()
		if err := sc.s.state.Do(ctx, func(tx *state.Tx) error { return tx.Retire(ctx, name, now) }); err != nil {
			return err
		}
		p.Retired = now
		sc.stored[name] = p
		delete(sc.seen, name)
		sc.s.log.Info("its config is gone, its page stays", "profile", name)
	}
	return nil
}
