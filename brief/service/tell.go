package service

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"time"

	"readahead/brief/notice"
	"readahead/brief/profile"
	"readahead/brief/queue"
	"readahead/brief/state"
)

// tell does a job of the queue: it tells one receiver of one edition. The
// receiver may be told twice if the process ends before the telling is written
// down; both times under the same identifier.
func (s *Service) tell(ctx context.Context, j queue.Job) error {
	var n state.Notice
	var known bool
	err := s.state.Do(ctx, func(tx *state.Tx) (err error) {
		if n, known, err = tx.Notice(ctx, j.Subject); err == nil && (!known || !n.Told.IsZero()) {
			err = j.Complete(ctx, tx.Tx)
		}
		return err
	})
	if err != nil || !known || !n.Told.IsZero() {
		return err
	}
	if err := s.place(ctx, n.Profile); err != nil {
		return err
	}
	start := time.Now()
	err = s.send(ctx, n, j.Attempt)
	after := context.WithoutCancel(ctx)
	if err == nil {
		err = s.state.Do(after, func(tx *state.Tx) error {
			if err := tx.Told(after, n.ID, s.o.Now()); err != nil {
				return err
			}
			return j.Complete(after, tx.Tx)
		})
		if err == nil {
			s.log.Info("told", "profile", n.Profile, "edition", n.Edition, "channel", n.Channel, "took", time.Since(start).Round(time.Millisecond))
			s.metrics.told("sent")
		}
		return err
	}
	s.metrics.told("failed")
	s.log.Warn("not told", "profile", n.Profile, "edition", n.Edition, "channel", n.Channel, "attempt", j.Attempt, "error", err.Error())
	_ = s.state.Do(after, func(tx *state.Tx) error { return tx.Untold(after, n.ID, err.Error()) }) // the queue has it, too
	switch wait := notice.RetryAfter(err); {
	case notice.Permanent(err):
		return &queue.Final{Err: err}
	case wait > 0:
		return &queue.Later{After: min(wait, time.Hour)}
	}
	return err
}

// send makes one attempt, with the channel as the config has it now: who
// corrects an address need not have the notices made again.
func (s *Service) send(ctx context.Context, n state.Notice, attempt int) error {
	p, _, err := s.configs.load(n.Profile)
	if err != nil {
		return err
	}
	channel, ok := channelOf(p, n.Channel)
	if !ok {
		return &queue.Final{Err: errors.New("the config has no channel " + n.Channel + " any more")}
	}
	var body notice.Notice
	if err := json.Unmarshal([]byte(n.Body), &body); err != nil {
		return &queue.Final{Err: err}
	}
	return s.o.Sender.Send(ctx, channel, body, n.ID, attempt)
}

func channelOf(p profile.Profile, name string) (profile.Channel, bool) {
	for _, c := range p.Notify {
		if c.Name == name {
			return c, true
		}
	}
	return profile.Channel{}, false
}

// absolute returns a path that means the same in another folder.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
