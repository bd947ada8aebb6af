// Package service makes briefings again by itself: on schedule, and when what
// they are made of changes. It publishes an edition only if it says something
// else than the last, and tells people of it.
//
// [Run] is the whole service. Any number of processes may run on one state:
// all build and tell, one at a time looks for changes, and whoever comes first
// takes up what is due. What a process that was killed had begun is done
// again by another; a build can only publish while no other of its profile has
// begun since.
//
//	scan ──► wanted generation ─┐
//	                            ├─► sweep ──► job ──► build ──► edition ──► notices ──► tell
//	schedule ──► slots ─────────┘
package service

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"runtime"
	"sync"
	"time"

	"readahead/brief/atomicfile"
	"readahead/brief/doc"
	"readahead/brief/edition"
	"readahead/brief/notice"
	"readahead/brief/queue"
	"readahead/brief/scan"
	"readahead/brief/state"
)

// Options say what a service does. Configs, Out and State are needed.
type Options struct {
	Configs string // a config, or a folder of them
	Out     string // where editions are published
	State   string // a folder, or the postgres:// address of a database
	Version string // of the program
	Cache   string // as of brief.Options

	Every   time.Duration // between two looks at the files; 0: 2 s
	Builds  int           // at the same time; 0: as many as processors
	Tells   int           // at the same time; 0: 8
	Keep    int           // editions of a profile; 0: all
	Listen  string        // address for metrics and health; empty: none
	Rest    time.Duration // for so long nothing may change before a build; 0: 200 ms
	Patient time.Duration // but no build waits longer; 0: 3 s

	Sender *notice.Sender
	Log    *slog.Logger     // nil: silent
	Now    func() time.Time // nil: time.Now

	// Started is told the address that is listened on, or "", when the service
	// is ready; nil: nobody is.
	Started func(address string)
}

func (o Options) withDefaults() Options {
	def := func(d *time.Duration, v time.Duration) {
		if *d == 0 {
			*d = v
		}
	}
	def(&o.Every, 2*time.Second)
	def(&o.Rest, 200*time.Millisecond)
	def(&o.Patient, 3*time.Second)
	if o.Builds == 0 {
		o.Builds = runtime.GOMAXPROCS(0)
	}
	if o.Tells == 0 {
		o.Tells = 8
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Sender == nil {
		o.Sender = &notice.Sender{Getenv: os.Getenv, Version: o.Version}
	}
	return o
}

// A Service is a running one.
type Service struct {
	o        Options
	me       state.Process
	log      *slog.Logger
	state    *state.State
	queue    *queue.Queue
	out      edition.Folder
	configs  *configs
	nudge    chan struct{} // something may be due
	metrics  *metrics
	digester scan.Digester // of what briefings are made of
	unsure   sync.Map      // names of profiles whose last edition may not be in its place
}

// Run runs a service until ctx ends, and then waits for what is being done.
func Run(ctx context.Context, o Options) error {
	s, err := open(ctx, o.withDefaults())
	if err != nil {
		return err
	}
	defer s.state.Close()
	return s.run(ctx)
}

func open(ctx context.Context, o Options) (*Service, error) {
	if err := atomicfile.MakeFolder(o.Out); err != nil {
		return nil, err
	}
	st, err := state.Open(ctx, o.State)
	if err != nil {
		return nil, err
	}
	s := &Service{
		o: o, log: o.Log, state: st, out: edition.Folder(o.Out),
		configs: &configs{place: o.Configs}, nudge: make(chan struct{}, 1),
	}
	s.metrics = newMetrics()
	s.me = thisProcess(absolute(o.Configs) + " in " + absolute(o.Out))
	if err := queue.Migrate(ctx, st.DB, st.Postgres); err != nil {
		st.Close()
		return nil, &doc.Error{File: st.Place, Msg: "the tables of jobs cannot be brought up to date: " + err.Error(), Hint: "is there room on the disk, and may tables be made in the database?"}
	}
	s.queue, err = queue.New(queue.Options{
		DB: st.DB, Postgres: st.Postgres, ID: s.me.ID, Log: quiet(o.Log),
		Poll:    o.Every,
		Work:    map[string]func(context.Context, queue.Job) error{queue.Build: s.build, queue.Tell: s.tell},
		Workers: map[string]int{queue.Build: o.Builds, queue.Tell: o.Tells},
	})
	if err != nil {
		st.Close()
		return nil, err
	}
	return s, nil
}

// run has all parts of the service work until ctx ends.
func (s *Service) run(ctx context.Context) error {
	if err := s.join(ctx); err != nil {
		return err
	}
	address, closeHTTP, err := s.serve(ctx)
	if err != nil {
		return err
	}
	defer closeHTTP()
	// The queue works on while the rest has stopped, until what runs is done.
	working, stopWorking := context.WithCancel(context.WithoutCancel(ctx))
	defer stopWorking()
	atomicfile.Sweep(s.o.Out, time.Hour)
	if err := s.queue.Start(working); err != nil {
		return err
	}
	s.log.Info("started", "id", s.me.ID, "configs", s.o.Configs, "out", s.o.Out, "state", s.state.Place, "listen", address)
	if s.o.Started != nil {
		s.o.Started(address)
	}
	var parts sync.WaitGroup
	parts.Go(func() { s.beat(ctx) })
	parts.Go(func() { s.scan(ctx) })
	parts.Go(func() { s.sweep(ctx) })
	parts.Go(func() { s.placeAll(ctx) })
	parts.Go(func() { s.tidy(ctx) })
	<-ctx.Done()
	parts.Wait()
	s.log.Info("stopping", "id", s.me.ID)
	patience, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	err = s.queue.Stop(patience)
	leave := s.state.Do(patience, func(tx *state.Tx) error { return tx.Depart(patience, s.me.ID) })
	s.log.Info("stopped", "id", s.me.ID)
	return errors.Join(err, leave)
}

// every calls f now, then each time d has passed or hint says so, until ctx
// ends. What f cannot do because the database is out of reach it does the
// next time.
func (s *Service) every(ctx context.Context, what string, d time.Duration, hint <-chan struct{}, f func() error) {
	failed := false
	for ctx.Err() == nil {
		err := f()
		switch {
		case err != nil && ctx.Err() == nil && !failed:
			s.log.Error(what+" failed", "error", err.Error())
			s.metrics.failed(what)
		case err == nil && failed:
			s.log.Info(what + " works again")
		}
		failed = err != nil
		select {
		case <-ctx.Done():
		case <-hint:
		case <-time.After(d):
		}
	}
}

// wake has the sweep look at once.
func (s *Service) wake() {
	select {
	case s.nudge <- struct{}{}:
	default:
	}
}

// quiet lets only what is wrong through to the log.
func quiet(log *slog.Logger) *slog.Logger {
	return slog.New(atLeast{log.Handler(), slog.LevelWarn})
}

type atLeast struct {
	slog.Handler
	level slog.Level
}

func (h atLeast) Enabled(ctx context.Context, l slog.Level) bool {
	return l >= h.level && h.Handler.Enabled(ctx, l)
}
