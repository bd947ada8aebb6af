package service

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"readahead/brief/edition"
	"readahead/brief/queue"
	"readahead/brief/state"
)

// A Status says how things stand.
type Status struct {
	State     string                         `json:"state"`
	Processes []string                       `json:"processes"` // that run
	Profiles  []ProfileStatus                `json:"profiles"`
	Jobs      map[string]map[queue.State]int `json:"jobs"`
	Unsent    []NoticeStatus                 `json:"unsent"`
}

// A ProfileStatus says how things stand with a profile.
type ProfileStatus struct {
	Profile   string    `json:"profile"`
	Edition   int       `json:"edition"` // 0: none yet
	Published time.Time `json:"published,omitzero"`
	Checked   time.Time `json:"checked,omitzero"` // when it was last built, published or not
	NextSlot  time.Time `json:"next_slot,omitzero"`
	Waiting   time.Time `json:"waiting,omitzero"` // until then, to be built or tried again
	Behind    bool      `json:"behind"`           // something changed that is not built yet
	Placing   bool      `json:"placing"`          // the last edition is not in its place yet
	Retired   bool      `json:"retired"`          // it has no config any more
	Problems  []Problem `json:"problems"`         // of the last build
	Roots     []Root    `json:"roots"`            // what is looked at, and what is wrong with it
}

// A NoticeStatus is a notice that is still to be told.
type NoticeStatus struct {
	Profile string    `json:"profile"`
	Edition int       `json:"edition"`
	Channel string    `json:"channel"`
	Since   time.Time `json:"since"`
	Problem string    `json:"problem,omitempty"`
}

// ReadStatus reads how things stand from a state.
func ReadStatus(ctx context.Context, st *state.State) (Status, error) {
	out := Status{State: st.Place, Processes: []string{}, Profiles: []ProfileStatus{}, Unsent: []NoticeStatus{}}
	if err := queue.Migrate(ctx, st.DB, st.Postgres); err != nil {
		return out, err
	}
	q, err := queue.New(queue.Options{DB: st.DB, Postgres: st.Postgres})
	if err != nil {
		return out, err
	}
	if out.Jobs, err = q.Stats(ctx); err != nil {
		return out, err
	}
	err = st.Do(ctx, func(tx *state.Tx) error {
		living, err := tx.Living(ctx)
		if err != nil {
			return err
		}
		for _, p := range living {
			out.Processes = append(out.Processes, p.ID)
		}
		all, err := tx.Profiles(ctx)
		if err != nil {
			return err
		}
		for _, p := range all {
			out.Profiles = append(out.Profiles, statusOf(p))
		}
		unsent, err := tx.Unsent(ctx)
		for _, n := range unsent {
			out.Unsent = append(out.Unsent, NoticeStatus{n.Profile, n.Edition, n.Channel, n.Created, n.Problem})
		}
		return err
	})
	return out, err
}

func statusOf(p state.Profile) ProfileStatus {
	s := ProfileStatus{
		Profile: p.Name, Edition: p.Edition, Published: p.Published, Checked: p.Checked,
		NextSlot: p.NextSlot, Waiting: p.RunAt, Behind: p.Wanted > p.Built, Placing: p.Placed < p.Edition, Retired: !p.Retired.IsZero(),
		Problems: []Problem{}, Roots: []Root{},
	}
	_ = json.Unmarshal([]byte(p.Roots), &s.Roots) // written by this program
	if p.Problem != "" {
		_ = json.Unmarshal([]byte(p.Problem), &s.Problems)
	}
	for i, r := range s.Roots {
		if _, err := os.Stat(r.Path); err != nil {
			s.Roots[i].Problem = cause(err)
		}
	}
	return s
}

// gaps returns the editions between two that are not there. Some may be of
// another state.
func gaps(out edition.Folder, name string, from, to int) (faults []edition.Fault) {
	for n := from + 1; n < to; n++ {
		if _, err := os.Stat(out.File(name, n, ".json")); err != nil {
			faults = append(faults, edition.Fault{File: name, What: fmt.Sprintf("has no edition %d", n)})
		}
	}
	return faults
}

// Check returns what is wrong with a state and with the editions that it knows
// of, which are in a folder.
func Check(ctx context.Context, st *state.State, out edition.Folder) ([]edition.Fault, error) {
	wrong, err := st.Integrity(ctx)
	if err != nil {
		return nil, err
	}
	var faults []edition.Fault
	for _, line := range wrong {
		faults = append(faults, edition.Fault{File: st.Place, What: line})
	}
	var all []state.Profile
	kept := map[string][]state.Edition{}
	err = st.Do(ctx, func(tx *state.Tx) (err error) {
		if all, err = tx.Profiles(ctx); err != nil {
			return err
		}
		for _, p := range all {
			if kept[p.Name], err = tx.Editions(ctx, p.Name); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		if p.Built > p.Wanted || p.Placed > p.Edition {
			faults = append(faults, edition.Fault{File: p.Name, What: fmt.Sprintf("has built generation %d of %d, placed edition %d of %d", p.Built, p.Wanted, p.Placed, p.Edition)})
		}
		for i, e := range kept[p.Name] {
			if i > 0 {
				faults = append(faults, gaps(out, p.Name, kept[p.Name][i-1].Number, e.Number)...)
			}
			r := edition.Record{Profile: p.Name, Number: e.Number, Staged: e.Staged}
			if err := json.Unmarshal([]byte(e.Files), &r.Files); err != nil {
				return nil, err
			}
			last := e.Number == p.Edition
			if last && p.Placed < p.Edition {
				continue // it is being placed
			}
			faults = append(faults, out.Check(r, last)...)
		}
	}
	return faults, nil
}
