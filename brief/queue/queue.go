// Package queue puts work in line and has it done: builds of profiles, and
// notices that are to be told. It is River behind a small interface, on the
// database that package state keeps, so that a job can be put in line and
// completed in the same transaction as what it is about.
//
// A job that fails is tried again, later each time, and at last is dead: it
// can be looked at, and put in line again. There is one job for a profile at
// a time.
package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"
)

// The kinds of jobs.
const (
	Build = "build" // a profile
	Tell  = "tell"  // a notice
)

const (
	timeout  = 60 * time.Second // of a job
	rescue   = 90 * time.Second // a job that runs longer is taken for lost
	stopping = 20 * time.Second // that running jobs have to end in
)

// attempts that a job gets. Builds are tried for about two hours, notices for
// about two days.
var attempts = map[string]int{Build: 20, Tell: 40}

// polls is how often the database is asked for jobs while there are none. A
// question costs 2 ms on SQLite: an idle service takes less than a hundredth of
// a core.
var polls = map[string]time.Duration{Build: 500 * time.Millisecond, Tell: time.Second}

// Options of a queue.
type Options struct {
	DB       *sql.DB
	Postgres bool
	Log      *slog.Logger

	// ID names the process among those that work on the same database.
	ID string

	// Work does a job: Subject is a profile's name or a notice's identifier.
	// It completes the job itself, with Job.Complete, if it returns nil. Nil:
	// this queue only puts jobs in line.
	Work map[string]func(ctx context.Context, j Job) error

	// Poll is how often the database is asked for jobs while there are none,
	// at least; 0: as often as is usual.
	Poll time.Duration

	// Workers of each kind; jobs that are done at the same time.
	Workers map[string]int
}

// A Job is work that is being done.
type Job struct {
	ID       int64
	Subject  string
	Attempt  int // from 1
	Created  time.Time
	complete func(ctx context.Context, tx *sql.Tx) error
}

// Complete ends the job in a transaction.
func (j Job) Complete(ctx context.Context, tx *sql.Tx) error { return j.complete(ctx, tx) }

// Later is the error of a job that is to be tried again after a time, which
// does not count as an attempt.
type Later struct{ After time.Duration }

func (l *Later) Error() string { return fmt.Sprintf("to be tried again in %v", l.After) }

// Final is the error of a job that need not be tried again.
type Final struct{ Err error }

func (f *Final) Error() string { return f.Err.Error() }
func (f *Final) Unwrap() error { return f.Err }

// A Queue is a connection to the jobs.
type Queue struct {
	o      Options
	client *river.Client[*sql.Tx]
	hands  hands
}

// New returns a queue. Nothing is done before Start.
func New(o Options) (*Queue, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	q := &Queue{o: o}
	c := &river.Config{
		ID:                          o.ID,
		Logger:                      o.Log,
		JobTimeout:                  timeout,
		RescueStuckJobsAfter:        rescue,
		FetchCooldown:               10 * time.Millisecond,
		CompletedJobRetentionPeriod: 24 * time.Hour,
		CancelledJobRetentionPeriod: 60 * 24 * time.Hour, // of these and the next somebody may want to know
		DiscardedJobRetentionPeriod: 60 * 24 * time.Hour,
		SoftStopTimeout:             stopping,
		PollOnly:                    true, // one way for both databases
	}
	if o.Work != nil {
		c.Workers = river.NewWorkers()
		c.Queues = map[string]river.QueueConfig{}
		river.AddWorker(c.Workers, &worker[buildArgs]{q: q, work: o.Work[Build], longest: 10 * time.Minute})
		// A mail server may be slow to take a PDF.
		river.AddWorker(c.Workers, &worker[tellArgs]{q: q, work: o.Work[Tell], longest: 90 * time.Minute, timeout: 6 * time.Minute})
		for kind := range o.Work {
			poll := polls[kind]
			if o.Poll > 0 {
				poll = min(poll, o.Poll)
			}
			c.Queues[kind] = river.QueueConfig{MaxWorkers: max(o.Workers[kind], 1), FetchPollInterval: poll}
		}
	} else {
		c.SkipUnknownJobCheck = true
	}
	var err error
	if o.Postgres {
		q.client, err = river.NewClient(riverdatabasesql.New(o.DB), c)
	} else {
		q.client, err = river.NewClient(riversqlite.New(o.DB), c)
	}
	return q, err
}

// Migrate brings River's tables up to date.
func Migrate(ctx context.Context, db *sql.DB, postgres bool) error {
	if postgres {
		return migrate(ctx, riverdatabasesql.New(db))
	}
	return migrate(ctx, riversqlite.New(db))
}

func migrate(ctx context.Context, d riverdriver.Driver[*sql.Tx]) error {
	m, err := rivermigrate.New(d, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	// River's steps cannot all be in one transaction, in which a lock would
	// keep other processes away that do the same: each takes up where another
	// one has got to.
	for try := 0; ; try++ {
		have, err := m.ExistingVersions(ctx)
		if err == nil && len(have) == len(m.AllVersions()) {
			return nil
		}
		if err == nil {
			_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
		}
		if err == nil || try == 50 {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// Start begins to work.
func (q *Queue) Start(ctx context.Context) error { return q.client.Start(ctx) }

// Stop takes no more jobs and waits for those that run; when ctx ends they
// are told to end at once.
func (q *Queue) Stop(ctx context.Context) error {
	err := q.client.Stop(ctx)
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		hard, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return q.client.StopAndCancel(hard)
	}
	return err
}

// Put puts jobs of a kind in line, in a transaction. A subject that has a job
// that is not done gets no second one.
func (q *Queue) Put(ctx context.Context, tx *sql.Tx, kind string, subjects []string) error {
	const most = 500
	subjects = slices.Compact(slices.Sorted(slices.Values(subjects)))
	for len(subjects) > 0 {
		part := subjects[:min(most, len(subjects))]
		subjects = subjects[len(part):]
		params := make([]river.InsertManyParams, len(part))
		for i, s := range part {
			params[i] = river.InsertManyParams{Args: args(kind, s), InsertOpts: &river.InsertOpts{
				Queue: kind, MaxAttempts: attempts[kind],
				UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: unfinished},
			}}
		}
		if _, err := q.client.InsertManyTx(ctx, tx, params); err != nil {
			return err
		}
	}
	return nil
}

// unfinished are the states of a job that is not done.
var unfinished = []rivertype.JobState{
	rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRunning,
	rivertype.JobStateRetryable, rivertype.JobStateScheduled,
}
