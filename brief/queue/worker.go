package queue

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivertype"
)

// The arguments of jobs, as River keeps them.
type (
	buildArgs struct {
		Profile string `json:"profile" river:"unique"`
	}
	tellArgs struct {
		Notice string `json:"notice" river:"unique"`
	}
)

func (buildArgs) Kind() string      { return Build }
func (tellArgs) Kind() string       { return Tell }
func (a buildArgs) subject() string { return a.Profile }
func (a tellArgs) subject() string  { return a.Notice }

type jobArgs interface {
	river.JobArgs
	subject() string
}

func args(kind, subject string) river.JobArgs {
	if kind == Tell {
		return tellArgs{subject}
	}
	return buildArgs{subject}
}

// A worker does the jobs of one kind.
type worker[T jobArgs] struct {
	river.WorkerDefaults[T]
	q       *Queue
	work    func(ctx context.Context, j Job) error
	longest time.Duration // between two attempts
	timeout time.Duration // of an attempt; 0: the usual one
}

// Work does a job and turns its error into what River understands.
func (w *worker[T]) Work(ctx context.Context, j *river.Job[T]) error {
	w.q.hands.take(j.ID)
	defer w.q.hands.leave(j.ID)
	err := w.work(ctx, Job{
		ID: j.ID, Subject: j.Args.subject(), Attempt: j.Attempt, Created: j.CreatedAt,
		complete: func(ctx context.Context, tx *sql.Tx) error { return complete(ctx, w.q, tx, j) },
	})
	var later *Later
	var final *Final
	switch {
	case errors.As(err, &later):
		return river.JobSnooze(later.After)
	case errors.As(err, &final):
		return river.JobCancel(final.Err)
	}
	return err
}

// NextRetry is twice as long after each attempt, from a second on. Jobs that
// failed together are parted by up to an eighth of it.
func (w *worker[T]) NextRetry(j *river.Job[T]) time.Time {
	d := w.longest
	if j.Attempt < 20 {
		d = min(d, time.Second<<max(j.Attempt-1, 0))
	}
	return time.Now().Add(d + d/8*time.Duration(j.ID%16)/16)
}

func (w *worker[T]) Timeout(*river.Job[T]) time.Duration { return w.timeout }

// complete ends a job in a transaction.
func complete[T jobArgs](ctx context.Context, q *Queue, tx *sql.Tx, j *river.Job[T]) error {
	var done *river.Job[T]
	var err error
	if q.o.Postgres {
		done, err = river.JobCompleteTx[*riverdatabasesql.Driver](ctx, tx, j)
	} else {
		done, err = river.JobCompleteTx[*riversqlite.Driver](ctx, tx, j)
	}
	if err == nil && done.State != rivertype.JobStateCompleted {
		return errors.New("the job was taken away from this process")
	}
	return err
}
