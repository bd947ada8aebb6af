package service

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"readahead/brief/edition"
	"readahead/brief/queue"
	"readahead/brief/state"
)

// A work is a build that is going on.
type work struct {
	job   queue.Job
	claim state.Claim
	slots []time.Time // that it keeps
	open  int         // further ones, each of which is to have its own build
	began time.Time
	read  string // digest of what it was made of; empty: of nothing
}

// build does a job of the queue: it makes a briefing, and publishes it as the
// next edition if it says something else than the last.
func (s *Service) build(ctx context.Context, j queue.Job) error {
	w, ok, err := s.claim(ctx, j)
	if err != nil || !ok {
		return err
	}
	if err := s.place(ctx, w.claim.Name); err != nil {
		if !errors.Is(err, edition.ErrLost) {
			return s.failed(ctx, w, err)
		}
		s.log.Error("the last edition is lost, a new one is made", "profile", w.claim.Name, "edition", w.claim.Edition, "error", err.Error())
		w.claim.Digest = ""
	}
	made, err := s.make(ctx, &w)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return s.failed(ctx, w, err)
	case made == nil:
		err = s.end(ctx, w, nil, func(*state.Tx) error { return nil })
		s.tellBuild(w, "unchanged", err)
		return err
	}
	record, err := s.out.Stage(ctx, w.claim.Name, made.number, fmt.Sprintf("%d", w.claim.Number), made.files)
	if err != nil {
		s.out.Drop(record)
		return s.failed(ctx, w, err)
	}
	if err = s.publish(ctx, w, made, record); err != nil {
		// The staged files stay: where only the answer to the commit was lost
		// this is an edition, which whoever comes next puts in its place. Else
		// they go when another edition gets the number.
		s.tellBuild(w, "", err)
		return err
	}
	// The edition is out; if it cannot be put in its place, whoever comes next
	// does so.
	if err := s.place(context.WithoutCancel(ctx), w.claim.Name); err != nil {
		s.log.Error("published, and could not be put in its place", "profile", w.claim.Name, "edition", made.number, "error", err.Error())
	}
	s.tellBuild(w, "published", nil)
	return nil
}

// claim begins a build. ok is false if there is nothing to build; the job is
// done then.
func (s *Service) claim(ctx context.Context, j queue.Job) (w work, ok bool, err error) {
	w = work{job: j, began: time.Now()}
	err = s.state.Do(ctx, func(tx *state.Tx) error {
		c, found, err := tx.Claim(ctx, j.Subject)
		if err != nil {
			return err
		}
		if !found || !c.Retired.IsZero() {
			return j.Complete(ctx, tx.Tx)
		}
		w.claim, ok = c, true
		if w.slots, err = tx.OpenSlots(ctx, c.Name); err == nil && allSlots(c.Plan) && len(w.slots) > 1 {
			w.open = len(w.slots) - 1
			w.slots = w.slots[:1]
		}
		return err
	})
	return w, ok, err
}

// publish makes the briefing an edition, with the notices of it.
func (s *Service) publish(ctx context.Context, w work, m *made, r edition.Record) error {
	files, err := json.Marshal(r.Files)
	if err != nil {
		return err
	}
	notices, err := s.notices(w, m)
	if err != nil {
		return err
	}
	now := s.o.Now()
	return s.end(ctx, w, nil, func(tx *state.Tx) error {
		err := tx.Publish(ctx, state.Edition{
			Profile: w.claim.Name, Number: m.number, Digest: m.digest, AsOf: m.result.Brief.AsOf.String(),
			Files: string(files), Staged: r.Staged, Published: now,
		})
		if err != nil {
			return err
		}
		var ids []string
		for _, n := range notices {
			posted, err := tx.Post(ctx, n)
			if err != nil {
				return err
			}
			if posted {
				ids = append(ids, n.ID)
			}
		}
		return s.queue.Put(ctx, tx.Tx, queue.Tell, ids)
	})
}

// failed ends a build that made nothing. What the owner of the inputs can mend
// is written down, and looked at again when something changes, or after a
// while: not all that is mended can be seen. Anything else is tried again by
// the queue.
func (s *Service) failed(ctx context.Context, w work, cause error) error {
	problems := problemsOf(cause)
	text, err := json.Marshal(problems)
	if err != nil {
		return err
	}
	// After one minute, two, four and so on, up to a quarter of an hour; from
	// one again where something changed: many changes while a disk is full are
	// no reason to wait for long when there is room.
	wait := min(time.Minute<<min(w.claim.Tries(), 10), 15*time.Minute)
	err = s.end(ctx, w, &outcome{problem: string(text), again: s.o.Now().Add(wait)}, func(*state.Tx) error { return nil })
	if errors.Is(err, state.ErrSuperseded) || err == nil && string(text) == w.claim.Problem {
		return err
	}
	for _, p := range problems {
		s.log.Error("not built, the last edition stays", "profile", w.claim.Name, "edition", w.claim.Edition, "problem", p.String(), "hint", p.Hint)
	}
	s.tellBuild(w, "failed", err)
	return err
}

type outcome struct {
	problem string
	again   time.Time
}

// end ends a build and its job in one transaction, with what else belongs to
// it. What was asked for meanwhile is put in line again.
func (s *Service) end(ctx context.Context, w work, o *outcome, also func(tx *state.Tx) error) error {
	now := s.o.Now()
	ctx = context.WithoutCancel(ctx) // a build that is ready is not thrown away
	err := s.state.Do(ctx, func(tx *state.Tx) error {
		out := state.Outcome{At: now}
		if o != nil {
			out.Problem, out.RunAt = o.problem, o.again
		}
		wanted, err := tx.Finish(ctx, w.claim, out)
		if err != nil {
			return err
		}
		if err := also(tx); err != nil {
			return err
		}
		p, _, err := tx.Profile(ctx, w.claim.Name)
		if err != nil {
			return err
		}
		if n := len(w.slots); n > 0 {
			if err := tx.DoneSlots(ctx, p.Name, w.slots[n-1], p.Edition, now); err != nil {
				return err
			}
		}
		if err := s.again(ctx, tx, w, p, wanted, now); err != nil {
			return err
		}
		return w.job.Complete(ctx, tx.Tx)
	})
	s.wake()
	if errors.Is(err, state.ErrSuperseded) {
		// Whoever began after this one answers for the profile now.
		return &queue.Later{After: time.Second}
	}
	return err
}

// again asks for another build of a profile where the one that ends now is not
// enough.
func (s *Service) again(ctx context.Context, tx *state.Tx, w work, p state.Profile, wanted int64, now time.Time) error {
	timetable, published := s.timetable(p.Plan), notAfter(p.Published, now)
	seen := p.Inputs[strings.LastIndexByte(p.Inputs, ' ')+1:] // the program's version stands before it
	switch {
	case w.open > 0: // slots that want builds of their own
		return tx.Ask(ctx, p.Name, now)
	case wanted > w.claim.Wanted: // asked for meanwhile, and mended perhaps: no need to wait for another try
		if at := timetable.After(now, published); p.RunAt.IsZero() || at.Before(p.RunAt) {
			return tx.Postpone(ctx, p.Name, at)
		}
	case w.read != "" && w.read != seen && !onlySlots(p.Plan):
		// It was made of something that nobody has seen yet, or that nobody
		// will, since all is as it was before: a folder was away for a moment.
		return tx.Ask(ctx, p.Name, timetable.After(now.Add(2*s.o.Every), published))
	}
	return nil
}

// place gives the last edition of a profile its names, if that is not done.
// The profile is locked meanwhile, so that no later edition comes in between.
// If the database is lost in the middle, so is the lock, and a later edition
// may have been covered: placeAll sees to that.
func (s *Service) place(ctx context.Context, name string) error {
	wrote := false
	err := s.state.Do(ctx, func(tx *state.Tx) error {
		p, ok, err := tx.Profile(ctx, name)
		if err != nil || !ok || p.Placed >= p.Edition {
			return err
		}
		record, err := s.record(ctx, tx, name, p.Edition)
		if err != nil {
			return err
		}
		before, err := s.record(ctx, tx, name, p.Edition-1)
		if err != nil {
			return err
		}
		wrote = true
		if err := s.out.Place(ctx, record, before.Files); err != nil {
			return err
		}
		return tx.Placed(ctx, name, p.Edition)
	})
	if err != nil && wrote {
		s.unsure.Store(name, true)
	}
	return err
}

// record returns what the state knows of an edition's files; none of an
// edition from before the state.
func (s *Service) record(ctx context.Context, tx *state.Tx, name string, number int) (edition.Record, error) {
	e, ok, err := tx.Edition(ctx, name, number)
	if err != nil || !ok {
		return edition.Record{}, err
	}
	r := edition.Record{Profile: name, Number: number, Staged: e.Staged}
	return r, json.Unmarshal([]byte(e.Files), &r.Files)
}

// tellBuild logs and counts what became of a build.
func (s *Service) tellBuild(w work, what string, err error) {
	took := time.Since(w.began)
	if err != nil {
		s.metrics.built("error", took)
		return // the queue logs it
	}
	s.metrics.built(what, took)
	switch what {
	case "published":
		s.log.Info("published", "profile", w.claim.Name, "edition", w.claim.Edition+1, "took", took.Round(time.Millisecond))
	case "unchanged":
		s.log.Info("unchanged", "profile", w.claim.Name, "edition", w.claim.Edition, "took", took.Round(time.Millisecond))
	}
}
