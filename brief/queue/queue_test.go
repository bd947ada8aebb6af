package queue_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"readahead/brief/queue"
	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

// A bench is a state with queues on it.
type bench struct {
	*testing.T
	state *state.State
}

func newBench(t *testing.T, place string) *bench {
	t.Helper()
	s, err := state.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := queue.Migrate(t.Context(), s.DB, s.Postgres); err != nil {
		t.Fatal(err)
	}
	if err := queue.Migrate(t.Context(), s.DB, s.Postgres); err != nil { // nothing to do
		t.Fatal(err)
	}
	return &bench{t, s}
}

type work = func(ctx context.Context, j queue.Job) error

// queue returns a queue that does builds with one function and notices with
// another; none that only puts jobs in line if build is nil.
func (b *bench) queue(id string, build, tell work) *queue.Queue {
	b.Helper()
	o := queue.Options{DB: b.state.DB, Postgres: b.state.Postgres, ID: id}
	if build != nil {
		o.Work = map[string]func(context.Context, queue.Job) error{queue.Build: build, queue.Tell: tell}
		o.Workers = map[string]int{queue.Build: 4, queue.Tell: 4}
	}
	q, err := queue.New(o)
	if err != nil {
		b.Fatal(err)
	}
	return q
}

func (b *bench) start(q *queue.Queue) {
	b.Helper()
	if err := q.Start(context.Background()); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := q.Stop(ctx); err != nil {
			b.Error(err)
		}
	})
}

func (b *bench) do(f func(tx *sql.Tx) error) {
	b.Helper()
	if err := b.state.Do(context.Background(), func(tx *state.Tx) error { return f(tx.Tx) }); err != nil {
		b.Fatal(err)
	}
}

// complete ends a job.
func (b *bench) complete(ctx context.Context, j queue.Job) error {
	return b.state.Do(ctx, func(tx *state.Tx) error { return j.Complete(ctx, tx.Tx) })
}

// await waits until a job of a kind has a state, and returns it.
func (b *bench) await(q *queue.Queue, kind string, s queue.State) queue.Row {
	b.Helper()
	for range 1000 {
		rows, err := q.List(b.Context(), []queue.State{s}, kind, 10)
		if err != nil {
			b.Fatal(err)
		}
		if len(rows) > 0 {
			return rows[0]
		}
		time.Sleep(10 * time.Millisecond)
	}
	rows, _ := q.List(b.Context(), nil, "", 10)
	b.Fatalf("no %s job is %s: %+v", kind, s, rows)
	return queue.Row{}
}

func TestOneJobForASubject(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		b := newBench(t, place)
		var mu sync.Mutex
		var built []string
		hold := make(chan struct{})
		q := b.queue("a", func(ctx context.Context, j queue.Job) error {
			mu.Lock()
			built = append(built, j.Subject)
			mu.Unlock()
			<-hold
			return b.complete(ctx, j)
		}, b.complete)
		put := func(names ...string) {
			b.do(func(tx *sql.Tx) error { return q.Put(t.Context(), tx, queue.Build, names) })
		}
		put("quay", "quay", "lock")
		put("quay")
		b.start(q)
		b.await(q, queue.Build, queue.Running)
		put("quay", "lock") // they run, or are about to
		close(hold)
		for range 500 {
			if stats, err := q.Stats(t.Context()); err != nil {
				t.Fatal(err)
			} else if stats[queue.Build][queue.Done] == 2 {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		mu.Lock()
		defer mu.Unlock()
		if slices.Sort(built); !slices.Equal(built, []string{"lock", "quay"}) {
			t.Errorf("built %q", built)
		}
	})
}

func TestFailures(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		b := newBench(t, place)
		q := b.queue("a", func(_ context.Context, j queue.Job) error {
			switch j.Subject {
			case "later":
				return &queue.Later{After: time.Hour}
			case "final":
				return fmt.Errorf("wrapped: %w", &queue.Final{Err: errors.New("no such receiver")})
			case "panic":
				panic("a fault of the program")
			}
			return errors.New("the server is away")
		}, b.complete)
		b.start(q)
		for _, tt := range []struct {
			subject string
			state   queue.State
			err     string
		}{
			{"again", queue.Retrying, "the server is away"},
			{"final", queue.Dead, "no such receiver"},
			{"later", queue.Waiting, ""},
			{"panic", queue.Retrying, "a fault of the program"},
		} {
			b.do(func(tx *sql.Tx) error { return q.Put(t.Context(), tx, queue.Build, []string{tt.subject}) })
			found := false
			for range 1000 {
				rows, err := q.List(t.Context(), []queue.State{tt.state}, queue.Build, 10)
				if err != nil {
					t.Fatal(err)
				}
				i := slices.IndexFunc(rows, func(r queue.Row) bool {
					return r.Subject == tt.subject && (tt.state != queue.Waiting || r.Scheduled.After(time.Now().Add(time.Minute)))
				})
				if found = i >= 0; found {
					if r := rows[i]; tt.err != "" && (len(r.Errors) == 0 || r.Errors[0].Error != tt.err) {
						t.Errorf("%s: %+v", tt.subject, r.Errors)
					}
					break
				}
				time.Sleep(10 * time.Millisecond)
			}
			if !found {
				rows, _ := q.List(t.Context(), nil, "", 10)
				t.Errorf("%s is not %s: %+v", tt.subject, tt.state, rows)
			}
		}
	})
}

func TestRetryAndCancel(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		b := newBench(t, place)
		var mu sync.Mutex
		mended := false
		q := b.queue("a", func(context.Context, queue.Job) error { return errors.New("busy") }, func(ctx context.Context, j queue.Job) error {
			mu.Lock()
			defer mu.Unlock()
			if !mended {
				return &queue.Final{Err: errors.New("no such address")}
			}
			return b.complete(ctx, j)
		})
		b.do(func(tx *sql.Tx) error { return q.Put(t.Context(), tx, queue.Tell, []string{"n1"}) })
		r := b.await(q, queue.Tell, queue.Waiting)
		if _, err := q.Cancel(t.Context(), r.ID); err != nil {
			t.Fatal(err)
		}
		if r, err := q.Get(t.Context(), r.ID); err != nil || r.State != queue.Cancelled {
			t.Fatalf("%+v, %v", r, err)
		}
		if _, err := q.Retry(t.Context(), r.ID); err != nil {
			t.Fatal(err)
		}
		b.start(q)
		dead := b.await(q, queue.Tell, queue.Dead)
		if stats, err := q.Stats(t.Context()); err != nil || stats[queue.Tell][queue.Dead] != 1 || stats[queue.Tell][queue.Cancelled] != 0 {
			t.Errorf("%v, %v", stats, err)
		}
		mu.Lock()
		mended = true
		mu.Unlock()
		if _, err := q.Retry(t.Context(), dead.ID); err != nil {
			t.Fatal(err)
		}
		if done := b.await(q, queue.Tell, queue.Done); done.ID != dead.ID || done.Subject != "n1" {
			t.Errorf("%+v", done)
		}
		// What somebody cancels that has failed before is cancelled, not dead.
		b.do(func(tx *sql.Tx) error { return q.Put(t.Context(), tx, queue.Build, []string{"busy"}) })
		failed := b.await(q, queue.Build, queue.Retrying)
		if r, err := q.Cancel(t.Context(), failed.ID); err != nil || r.State != queue.Cancelled {
			t.Errorf("%+v, %v", r, err)
		}
		if stats, err := q.Stats(t.Context()); err != nil || stats[queue.Build][queue.Dead] != 0 || stats[queue.Build][queue.Cancelled] != 1 {
			t.Errorf("%v, %v", stats, err)
		}
		if _, err := q.Get(t.Context(), 999); err == nil {
			t.Error("a job that is not there was found")
		}
	})
}

// What a process that was killed had begun is done by another, without a
// wait; what a living one does is left alone.
func TestOrphans(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		b := newBench(t, place)
		hang := make(chan struct{})
		defer close(hang)
		q := b.queue("killed", func(ctx context.Context, j queue.Job) error {
			select {
			case <-hang:
			case <-ctx.Done():
			}
			return ctx.Err()
		}, b.complete)
		b.do(func(tx *sql.Tx) error { return q.Put(t.Context(), tx, queue.Build, []string{"quay"}) })
		if err := q.Start(context.Background()); err != nil {
			t.Fatal(err)
		}
		defer func() {
			now, cancel := context.WithCancel(context.Background())
			cancel()
			_ = q.Stop(now)
		}()
		b.await(q, queue.Build, queue.Running)
		other := b.queue("other", b.complete, b.complete)
		orphans := func(living ...string) (n int) {
			b.do(func(tx *sql.Tx) (err error) { n, err = other.Orphans(t.Context(), tx, living); return err })
			return n
		}
		if n := orphans("killed", "other"); n != 0 {
			t.Errorf("%d jobs of a living process were taken", n)
		}
		if n := orphans("other"); n != 1 {
			t.Errorf("%d jobs were found", n)
		}
		b.start(other)
		if done := b.await(other, queue.Build, queue.Done); done.By != "other" || done.Attempt != 2 {
			t.Errorf("%+v", done)
		}
	})
}

// A job that its process lost cannot complete what it was about.
func TestLostJobCannotComplete(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		b := newBench(t, place)
		result := make(chan error, 1)
		q := b.queue("a", func(ctx context.Context, j queue.Job) error {
			if j.Attempt > 1 {
				return b.complete(ctx, j)
			}
			b.do(func(tx *sql.Tx) error {
				_, err := tx.Exec("update river_job set state = 'available'")
				return err
			})
			err := b.complete(ctx, j)
			result <- err
			return err
		}, b.complete)
		b.do(func(tx *sql.Tx) error { return q.Put(t.Context(), tx, queue.Build, []string{"quay"}) })
		b.start(q)
		if err := <-result; err == nil {
			t.Error("it could")
		}
	})
}

// What this process had in hand and could not write down is done again.
func TestOwnOrphans(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		b := newBench(t, place)
		begun, hold := make(chan struct{}), make(chan struct{})
		q := b.queue("a", func(ctx context.Context, j queue.Job) error {
			if j.Attempt == 1 {
				close(begun)
				<-hold
			}
			return b.complete(ctx, j)
		}, b.complete)
		b.do(func(tx *sql.Tx) error { return q.Put(t.Context(), tx, queue.Build, []string{"quay"}) })
		b.start(q)
		<-begun
		orphans := func() (n int) {
			b.do(func(tx *sql.Tx) (err error) {
				// As if it had begun long ago.
				if _, err = tx.Exec("update river_job set attempted_at = '2031-01-01 00:00:00'"); err != nil {
					return err
				}
				n, err = q.Orphans(t.Context(), tx, []string{"a"})
				return err
			})
			return n
		}
		if n := orphans(); n != 0 {
			t.Errorf("%d jobs that are being done were taken", n)
		}
		close(hold)
		b.await(q, queue.Build, queue.Done)
		// One that the database says it does, and it does not.
		idle := b.queue("b", b.complete, b.complete)
		by := `jsonb('["b"]')`
		if b.state.Postgres {
			by = `'{b}'`
		}
		b.do(func(tx *sql.Tx) error {
			if err := idle.Put(t.Context(), tx, queue.Tell, []string{"n1"}); err != nil {
				return err
			}
			_, err := tx.Exec("update river_job set state = 'running', attempt = 1, attempted_at = '2031-01-01 00:00:00', attempted_by = " + by + " where kind = 'tell'")
			if err != nil {
				return err
			}
			n, err := idle.Orphans(t.Context(), tx, []string{"a", "b"})
			if n != 1 {
				t.Errorf("%d jobs were found", n)
			}
			return err
		})
	})
}

// Processes that start together bring the tables up to date.
func TestMigrateAtOnce(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		var states []*state.State
		for range 6 {
			s, err := state.Open(t.Context(), place)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			states = append(states, s)
		}
		var all sync.WaitGroup
		for _, s := range states {
			all.Go(func() {
				if err := queue.Migrate(t.Context(), s.DB, s.Postgres); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
	})
}
