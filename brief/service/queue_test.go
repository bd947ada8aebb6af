package service

import (
	"context"

	"readahead/brief/queue"
)

// A harbourQueue looks at the jobs of a harbour from outside, as brief jobs
// does.
type harbourQueue struct{ *harbour }

func (h *harbourQueue) with(f func(q *queue.Queue) error) {
	h.Helper()
	st := h.state()
	q, err := queue.New(queue.Options{DB: st.DB, Postgres: st.Postgres})
	if err == nil {
		err = f(q)
	}
	if err != nil {
		h.Fatal(err)
	}
}

// await waits until a job of a kind has a state, and returns it.
func (h *harbourQueue) await(kind string, s queue.State) (r queue.Row) {
	h.Helper()
	h.harbour.await("a job is "+string(s), func() (found bool) {
		h.with(func(q *queue.Queue) error {
			rows, err := q.List(context.Background(), []queue.State{s}, kind, 1)
			if found = len(rows) > 0; found {
				r = rows[0]
			}
			return err
		})
		return found
	})
	return r
}

func (h *harbourQueue) retry(id int64) {
	h.Helper()
	h.with(func(q *queue.Queue) error {
		_, err := q.Retry(context.Background(), id)
		return err
	})
}
