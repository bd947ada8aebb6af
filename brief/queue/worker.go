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

type buildArgs struct {
	Profile string `json:"profile" river:"unique"`
}

func (buildArgs) Kind() string { return Build }

type tellArgs struct {
	Notice string `json:"notice" river:"unique"`
}

func (tellArgs) Kind() string { return Tell }

func args(kind, subject string) river.JobArgs {
	if kind == Tell {
		return tellArgs{subject}
	}
	return buildArgs{subject}
}

// worker is what the workers of both kinds have in common.
type worker struct {
	q       *Queue
	work    func(ctx context.Context, j Job) error
	most    int           // attempts
	longest time.Duration // between two attempts
}

// do does a job and turns its error into what River understands.
func (w *worker) do(ctx context.Context, j Job) error {
	w.q.hands.take(j.ID)
	defer w.q.hands.leave(j.ID)
	err := w.work(ctx, j)
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

// delay is twice as long after each attempt, from a second on. Jobs that
// failed together are parted by up to an eighth of it.
func (w *worker) delay(attempt int, id int64) time.Duration {
	d := w.longest
	if attempt < 20 {
		d = min(d, time.Second<<max(attempt-1, 0))
	}
	return d + d/8*time.Duration(id%16)/16
}

type buildWorker struct {
	worker
	river.WorkerDefaults[buildArgs]
}

func (w *buildWorker) Work(ctx context.Context, j *river.Job[buildArgs]) error {
	return w.do(ctx, job(w.q, j, j.Args.Profile))
}

func (w *buildWorker) NextRetry(j *river.Job[buildArgs]) time.Time {
	return time.Now().Add(w.delay(j.Attempt, j.ID))
}

// Timeout is longer for notices: a mail server may be slow to take a PDF.
func (w *tellWorker) Timeout(*river.Job[tellArgs]) time.Duration { return 6 * time.Minute }

type tellWorker struct {
	worker
	river.WorkerDefaults[tellArgs]
}

func (w *tellWorker) Work(ctx context.Context, j *river.Job[tellArgs]) error {
	return w.do(ctx, job(w.q, j, j.Args.Notice))
}

func (w *tellWorker) NextRetry(j *river.Job[tellArgs]) time.Time {
	return time.Now().Add(w.delay(j.Attempt, j.ID))
}

func job[T river.JobArgs](q *Queue, j *river.Job[T], subject string) Job {
	return Job{
		ID: j.ID, Subject: subject, Attempt: j.Attempt, Created: j.CreatedAt,
		complete: func(ctx context.Context, tx *sql.Tx) error {
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
		},
	}
}
