package service

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"readahead/brief/atomicfile"
	"readahead/brief/edition"
	"readahead/brief/queue"
	"readahead/brief/state"
)

const (
	tidyEvery  = 10 * time.Minute
	placeEvery = 5 * time.Second
	memory     = 100 * 24 * time.Hour // for which slots and notices are remembered
)

// tidy puts right what nobody else does, now and then, until ctx ends: files
// of a last edition that were removed or are not in their place yet, builds
// whose jobs died, what is kept for too long.
func (s *Service) tidy(ctx context.Context) {
	s.every(ctx, "tidying", tidyEvery, nil, func() error {
		var all []state.Profile
		var forgotten []string
		err := s.state.Do(ctx, func(tx *state.Tx) (err error) {
			if ok, err := tx.Lease(ctx, "tidy", s.me.ID, tidyEvery/2); err != nil || !ok {
				return err
			}
			if all, err = tx.Profiles(ctx); err != nil {
				return err
			}
			if forgotten, err = tx.Forgotten(ctx); err != nil {
				return err
			}
			if err := s.queue.Put(ctx, tx.Tx, queue.Build, forgotten); err != nil {
				return err
			}
			return tx.Forget(ctx, s.o.Now().Add(-memory))
		})
		if err != nil {
			return err
		}
		for _, p := range all {
			if ctx.Err() != nil {
				return nil
			}
			err := s.tidyProfile(ctx, p)
			if errors.Is(err, edition.ErrLost) { // only another can take its place
				err = errors.Join(err, s.state.Do(ctx, func(tx *state.Tx) error { return tx.Ask(ctx, p.Name, s.o.Now()) }))
			}
			if err != nil {
				s.log.Error("the last edition is not in its place", "profile", p.Name, "error", err.Error())
			}
		}
		return nil
	})
}

// placeAll puts editions in their place that are not, until ctx ends: those
// that were published by a process which ended before it could do so, and those
// of which this one is not sure.
func (s *Service) placeAll(ctx context.Context) {
	s.every(ctx, "placing", placeEvery, nil, func() error {
		var names []string
		err := s.state.Do(ctx, func(tx *state.Tx) (err error) {
			s.unsure.Range(func(name, _ any) bool {
				err = tx.Displaced(ctx, name.(string))
				return err == nil
			})
			if err == nil {
				names, err = tx.Unplaced(ctx)
			}
			return err
		})
		if err != nil {
			return err
		}
		for _, name := range names {
			s.unsure.Delete(name)
			if perr := s.place(ctx, name); perr != nil {
				err = errors.Join(err, fmt.Errorf("%s: %w", name, perr))
			}
		}
		return err
	})
}

func (s *Service) tidyProfile(ctx context.Context, p state.Profile) error {
	if p.Edition == 0 {
		return nil
	}
	err := s.state.Do(ctx, func(tx *state.Tx) error {
		record, err := s.record(ctx, tx, p.Name, p.Edition)
		if err != nil {
			return err
		}
		for _, file := range record.Files {
			info, err := os.Stat(s.out.Current(p.Name, file.Extension))
			if p.Placed == p.Edition && (err != nil || info.Size() != int64(file.Size)) {
				s.log.Warn("a published file is put back", "profile", p.Name, "edition", p.Edition, "file", s.out.Current(p.Name, file.Extension))
				return tx.Displaced(ctx, p.Name)
			}
		}
		return nil
	})
	if err == nil {
		err = s.place(ctx, p.Name)
	}
	if err != nil {
		return err
	}
	atomicfile.Sweep(s.out.Kept(p.Name), time.Hour)
	return s.prune(ctx, p)
}

// prune removes the oldest editions beyond those that are kept.
func (s *Service) prune(ctx context.Context, p state.Profile) error {
	if s.o.Keep == 0 {
		return nil
	}
	return s.state.Do(ctx, func(tx *state.Tx) error {
		editions, err := tx.Editions(ctx, p.Name)
		if err != nil {
			return err
		}
		for _, e := range editions {
			if e.Number > p.Edition-s.o.Keep {
				break
			}
			var r edition.Record
			if r, err = s.record(ctx, tx, p.Name, e.Number); err != nil {
				return err
			}
			if err := s.out.Remove(r); err != nil {
				return err
			}
			if err := tx.Prune(ctx, p.Name, e.Number, s.o.Now()); err != nil {
				return err
			}
		}
		return nil
	})
}
