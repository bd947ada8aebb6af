package queue

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// Orphans puts jobs that nobody is doing in line again, and returns how many
// there were: those of processes that no longer run, and those of this one
// that it has ended and could not write down, because the database was out of
// reach. River does so too, but only after the longest time that a job may
// take. Jobs without further attempts are left to River: they may be what
// ended the processes.
func (q *Queue) Orphans(ctx context.Context, tx *sql.Tx, living []string) (int, error) {
	page, err := q.client.JobListTx(ctx, tx, river.NewJobListParams().
		States(rivertype.JobStateRunning).OrderBy(river.JobListOrderByID, river.SortOrderAsc).First(1000))
	if err != nil {
		return 0, err
	}
	n := 0
	for _, j := range page.Jobs {
		r := row(j)
		cared := slices.Contains(living, r.By)
		if r.By == q.o.ID {
			cared = q.hands.hold(r.ID, r.Attempted)
		}
		if cared || r.Attempt >= r.Most {
			continue
		}
		statement := `update river_job set state = 'available' where id = ?1 and attempt = ?2 and state = 'running'`
		if q.o.Postgres {
			statement = strings.ReplaceAll(statement, "?", "$")
		}
		if _, err := tx.ExecContext(ctx, statement, j.ID, j.Attempt); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// settling is for how long a job that was handed out, or has just ended, may
// be in nobody's hands.
const settling = 10 * time.Second

// hands are the jobs that this process is doing, and those that it has done a
// moment ago.
type hands struct {
	mu    sync.Mutex
	doing map[int64]bool
	ended map[int64]time.Time
}

func (h *hands) take(id int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.doing == nil {
		h.doing, h.ended = map[int64]bool{}, map[int64]time.Time{}
	}
	h.doing[id] = true
}

func (h *hands) leave(id int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.doing, id)
	now := time.Now()
	h.ended[id] = now
	for old, at := range h.ended {
		if len(h.ended) > 1000 && now.Sub(at) > settling {
			delete(h.ended, old)
		}
	}
}

// hold reports whether a job that began at an instant is being done, or may
// be about to begin or to be written down.
func (h *hands) hold(id int64, began time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.doing[id] || time.Since(h.ended[id]) < settling || time.Since(began).Abs() < settling
}
