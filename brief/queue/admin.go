package queue

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"readahead/brief/doc"
)

// A State is what has become of a job.
type State string

// The states of jobs.
const (
	Waiting   State = "waiting"   // in line
	Running   State = "running"   // being done
	Retrying  State = "retrying"  // failed, and waits for its next attempt
	Done      State = "done"      //
	Cancelled State = "cancelled" // by somebody
	Dead      State = "dead"      // failed for the last time
)

// States returns the states, in the order of a job's life.
func States() []State { return []State{Waiting, Running, Retrying, Done, Cancelled, Dead} }

// A Row is a job as people see it.
type Row struct {
	ID        int64     `json:"id"`
	Kind      string    `json:"kind"`
	Subject   string    `json:"subject"`
	State     State     `json:"state"`
	Attempt   int       `json:"attempt"`
	Most      int       `json:"max_attempts"`
	Created   time.Time `json:"created"`
	Scheduled time.Time `json:"scheduled"`
	Attempted time.Time `json:"attempted,omitzero"`
	Finished  time.Time `json:"finished,omitzero"`
	By        string    `json:"by,omitempty"` // the process that had it last
	Errors    []Failure `json:"errors"`
}

// A Failure is an attempt that failed.
type Failure struct {
	At      time.Time `json:"at"`
	Attempt int       `json:"attempt"`
	Error   string    `json:"error"`
}

func row(j *rivertype.JobRow) Row {
	r := Row{
		ID: j.ID, Kind: j.Kind, Attempt: j.Attempt, Most: j.MaxAttempts,
		Created: j.CreatedAt, Scheduled: j.ScheduledAt, Errors: []Failure{},
	}
	var subject struct{ Profile, Notice string }
	if json.Unmarshal(j.EncodedArgs, &subject) == nil {
		r.Subject = subject.Profile + subject.Notice
	}
	if j.AttemptedAt != nil {
		r.Attempted = *j.AttemptedAt
	}
	if j.FinalizedAt != nil {
		r.Finished = *j.FinalizedAt
	}
	if n := len(j.AttemptedBy); n > 0 {
		r.By = j.AttemptedBy[n-1]
	}
	final := false // it need not be tried again: that is how River writes Final
	for _, e := range j.Errors {
		var text string
		text, final = strings.CutPrefix(e.Error, "JobCancelError: ")
		r.Errors = append(r.Errors, Failure{e.At, e.Attempt, text})
	}
	switch j.State {
	case rivertype.JobStateRunning:
		r.State = Running
	case rivertype.JobStateRetryable:
		r.State = Retrying
	case rivertype.JobStateCompleted:
		r.State = Done
	case rivertype.JobStateDiscarded:
		r.State = Dead
	case rivertype.JobStateCancelled:
		r.State = Cancelled
		if final {
			r.State = Dead
		}
	default:
		r.State = Waiting
		if len(r.Errors) > 0 { // River has those that are soon tried again in line already
			r.State = Retrying
		}
	}
	return r
}

// riverStates returns what River calls the states.
func riverStates(states []State) []rivertype.JobState {
	var out []rivertype.JobState
	for _, s := range states {
		switch s {
		case Waiting:
			out = append(out, rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateScheduled)
		case Running:
			out = append(out, rivertype.JobStateRunning)
		case Retrying:
			out = append(out, rivertype.JobStateRetryable, rivertype.JobStateAvailable, rivertype.JobStateScheduled)
		case Done:
			out = append(out, rivertype.JobStateCompleted)
		case Cancelled:
			out = append(out, rivertype.JobStateCancelled)
		case Dead:
			out = append(out, rivertype.JobStateDiscarded, rivertype.JobStateCancelled)
		}
	}
	return out
}

// List returns the newest jobs of some states and one kind, at most so many;
// no states: of all, no kind: both.
func (q *Queue) List(ctx context.Context, states []State, kind string, most int) ([]Row, error) {
	var out []Row
	var after *river.JobListCursor
	for len(out) < most {
		params := river.NewJobListParams().OrderBy(river.JobListOrderByID, river.SortOrderDesc).First(500)
		if len(states) > 0 {
			params = params.States(riverStates(states)...)
		}
		if kind != "" {
			params = params.Kinds(kind)
		}
		if after != nil {
			params = params.After(after)
		}
		page, err := q.client.JobList(ctx, params)
		if err != nil {
			return nil, err
		}
		for _, j := range page.Jobs {
			if r := row(j); len(states) == 0 || slices.Contains(states, r.State) {
				out = append(out, r)
			}
		}
		if len(page.Jobs) < 500 {
			break
		}
		after = page.LastCursor
	}
	return out[:min(most, len(out))], nil
}

// Get returns a job.
func (q *Queue) Get(ctx context.Context, id int64) (Row, error) {
	return q.answer(q.client.JobGet(ctx, id))
}

// Retry puts a job in line again, whatever became of it.
func (q *Queue) Retry(ctx context.Context, id int64) (Row, error) {
	return q.answer(q.client.JobRetry(ctx, id))
}

// Cancel takes a job out of the line. One that runs goes on to its end.
func (q *Queue) Cancel(ctx context.Context, id int64) (Row, error) {
	return q.answer(q.client.JobCancel(ctx, id))
}

func (q *Queue) answer(j *rivertype.JobRow, err error) (Row, error) {
	if errors.Is(err, rivertype.ErrNotFound) {
		return Row{}, &doc.Error{Msg: "there is no such job", Hint: "brief jobs list names them; what was done is forgotten after a day"}
	}
	if err != nil {
		return Row{}, err
	}
	return row(j), nil
}

// Stats counts the jobs of each kind by their states. Those that are tried again
// within seconds are counted as waiting.
func (q *Queue) Stats(ctx context.Context) (map[string]map[State]int, error) {
	rows, err := q.o.DB.QueryContext(ctx, `select kind, cast(state as text), count(*) from river_job group by kind, state`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]map[State]int{Build: {}, Tell: {}}
	for rows.Next() {
		var kind, state string
		var n int
		if err := rows.Scan(&kind, &state, &n); err != nil {
			return nil, err
		}
		if out[kind] != nil {
			out[kind][row(&rivertype.JobRow{State: rivertype.JobState(state)}).State] += n
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	// River counts what need not be tried again among the cancelled ones.
	for kind, counts := range out {
		n := counts[Cancelled]
		if n == 0 {
			continue
		}
		cancelled, err := q.List(ctx, []State{Cancelled}, kind, n)
		if err != nil {
			return nil, err
		}
		counts[Cancelled], counts[Dead] = len(cancelled), counts[Dead]+n-len(cancelled)
	}
	return out, nil
}
