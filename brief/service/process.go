package service

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"

	"readahead/brief/doc"
	"readahead/brief/state"
)

// thisProcess returns the process, under a name that it alone has.
func thisProcess(serves string) state.Process {
	p := state.Process{PID: os.Getpid(), Serves: serves}
	name, _ := os.Hostname()
	p.Host = name
	if namespace, err := os.Readlink("/proc/self/ns/pid"); err == nil { // Linux: containers count processes for themselves
		p.Host += " " + namespace
	}
	mark := make([]byte, 6)
	rand.Read(mark)
	p.ID = fmt.Sprintf("%s-%d-%s", name, p.PID, hex.EncodeToString(mark))
	return p
}

// join makes the process one of those that work on the state, unless they
// serve other profiles: each would take the other's for gone. Processes of
// this machine that have been killed leave at once what others would have to
// wait for.
func (s *Service) join(ctx context.Context) error {
	return s.state.Do(ctx, func(tx *state.Tx) error {
		living, err := tx.Living(ctx)
		if err != nil {
			return err
		}
		for _, p := range living {
			if p.Host == s.me.Host && !runs(p.PID) {
				if err := tx.Depart(ctx, p.ID); err != nil {
					return err
				}
				continue
			}
			if p.Serves != s.me.Serves {
				return &doc.Error{File: s.state.Place, Msg: "is in use by a service of " + p.Serves, Hint: "name another state, with --state or --engine, or have one service for all profiles"}
			}
		}
		return tx.Heartbeat(ctx, s.me)
	})
}

// beat says that the process runs, and has the jobs of those that do not done
// by others.
func (s *Service) beat(ctx context.Context) {
	s.every(ctx, "heartbeat", state.Alive/5, nil, func() error {
		return s.state.Do(ctx, func(tx *state.Tx) error {
			if err := tx.Heartbeat(ctx, s.me); err != nil {
				return err
			}
			living, err := tx.Living(ctx)
			if err != nil {
				return err
			}
			var ids []string
			for _, p := range living {
				ids = append(ids, p.ID)
			}
			n, err := s.queue.Orphans(ctx, tx.Tx, ids)
			if n > 0 {
				s.log.Warn("jobs of processes that ended are done again", "jobs", n)
			}
			return err
		})
	})
}
