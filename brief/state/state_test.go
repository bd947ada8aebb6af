package state_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

var noon = time.Date(2031, 3, 2, 12, 0, 0, 0, time.UTC)

func open(t *testing.T, place string) *state.State {
	t.Helper()
	s, err := state.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// do runs f in a transaction that must be committed.
func do(t *testing.T, s *state.State, f func(tx *state.Tx) error) {
	t.Helper()
	if err := s.Do(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

func profileOf(t *testing.T, s *state.State, name string) (p state.Profile) {
	t.Helper()
	do(t, s, func(tx *state.Tx) (err error) {
		p, _, err = tx.Profile(t.Context(), name)
		return err
	})
	return p
}

func TestGenerations(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx, s := t.Context(), open(t, place)
		do(t, s, func(tx *state.Tx) error { return tx.Enroll(ctx, "quay") })
		do(t, s, func(tx *state.Tx) error { return tx.Enroll(ctx, "quay") }) // it is known
		do(t, s, func(tx *state.Tx) error { return tx.Ask(ctx, "quay", noon.Add(time.Hour)) })
		do(t, s, func(tx *state.Tx) error { return tx.Ask(ctx, "quay", noon) })
		do(t, s, func(tx *state.Tx) error { return tx.Ask(ctx, "quay", noon.Add(time.Minute)) })
		p := profileOf(t, s, "quay")
		if p.Wanted != 3 || p.Built != 0 || !p.RunAt.Equal(noon) || p.Edition != 0 {
			t.Fatalf("%+v", p)
		}
		claim := func() (c state.Claim) {
			do(t, s, func(tx *state.Tx) (err error) { c, _, err = tx.Claim(ctx, "quay"); return err })
			return c
		}
		first := claim()
		do(t, s, func(tx *state.Tx) error { return tx.Ask(ctx, "quay", noon) }) // during the build
		do(t, s, func(tx *state.Tx) error {
			wanted, err := tx.Finish(ctx, first, state.Outcome{At: noon})
			if wanted != 4 {
				t.Errorf("wanted %d, not 4", wanted)
			}
			return err
		})
		if p := profileOf(t, s, "quay"); p.Built != 3 || p.Wanted != 4 {
			t.Errorf("what was asked for during the build is lost: %+v", p)
		}
		// Of two builds only the one that began last may publish.
		second, third := claim(), claim()
		err := s.Do(ctx, func(tx *state.Tx) error {
			_, err := tx.Finish(ctx, second, state.Outcome{At: noon})
			return err
		})
		if !errors.Is(err, state.ErrSuperseded) {
			t.Errorf("a build that another has begun after could end: %v", err)
		}
		do(t, s, func(tx *state.Tx) error {
			if _, err := tx.Finish(ctx, third, state.Outcome{At: noon}); err != nil {
				return err
			}
			return tx.Publish(ctx, state.Edition{Profile: "quay", Number: 1, Digest: "d", AsOf: "2031-03-01", Files: "[]", Published: noon})
		})
		if p := profileOf(t, s, "quay"); p.Edition != 1 || p.Placed != 0 || p.Digest != "d" || !p.Published.Equal(noon) || p.Built != 4 {
			t.Errorf("%+v", p)
		}
		err = s.Do(ctx, func(tx *state.Tx) error {
			return tx.Publish(ctx, state.Edition{Profile: "quay", Number: 1, Files: "[]", Published: noon})
		})
		if err == nil {
			t.Error("edition 1 was published twice")
		}
	})
}

func TestAdopt(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx, s := t.Context(), open(t, place)
		do(t, s, func(tx *state.Tx) error { return tx.Enroll(ctx, "quay") })
		for _, tt := range []struct {
			edition int
			adopted bool
		}{{3, true}, {3, false}, {2, false}, {5, true}} {
			do(t, s, func(tx *state.Tx) error {
				adopted, err := tx.Adopt(ctx, "quay", tt.edition, "d")
				if adopted != tt.adopted {
					t.Errorf("edition %d was adopted: %v", tt.edition, adopted)
				}
				return err
			})
		}
		if p := profileOf(t, s, "quay"); p.Edition != 5 || p.Placed != 5 || p.Digest != "d" {
			t.Errorf("%+v", p)
		}
	})
}

func TestFailures(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx, s := t.Context(), open(t, place)
		do(t, s, func(tx *state.Tx) error { return tx.Enroll(ctx, "quay") })
		for i, problem := range []string{"[1]", "[2]", "[3]", ""} {
			if i == 2 { // what is asked for anew has not failed yet
				do(t, s, func(tx *state.Tx) error { return tx.Ask(ctx, "quay", noon) })
			}
			do(t, s, func(tx *state.Tx) error {
				c, _, err := tx.Claim(ctx, "quay")
				if err != nil {
					return err
				}
				o := state.Outcome{At: noon, Problem: problem}
				if problem != "" {
					o.RunAt = noon.Add(time.Minute)
				}
				_, err = tx.Finish(ctx, c, o)
				return err
			})
			p := profileOf(t, s, "quay")
			if want := []int{1, 2, 1, 0}[i]; p.Failures != want || p.Problem != problem {
				t.Errorf("after %q: %+v", problem, p)
			}
		}
	})
}

func TestDue(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx, s := t.Context(), open(t, place)
		do(t, s, func(tx *state.Tx) error {
			for i, name := range []string{"late", "later", "slot", "soon", "gone", "idle"} {
				if err := tx.Enroll(ctx, name); err != nil {
					return err
				}
				var err error
				switch name {
				case "slot":
					err = tx.Schedule(ctx, name, noon.Add(-time.Hour))
				case "idle":
				case "soon":
					err = tx.Ask(ctx, name, noon.Add(time.Second))
				default:
					err = tx.Ask(ctx, name, noon.Add(-time.Duration(10-i)*time.Minute))
				}
				if err != nil {
					return err
				}
			}
			return tx.Retire(ctx, "gone", noon)
		})
		names := func(limit int) (out []string) {
			do(t, s, func(tx *state.Tx) error {
				due, err := tx.Due(ctx, noon, limit)
				for _, p := range due {
					out = append(out, p.Name)
				}
				return err
			})
			return out
		}
		if got := names(10); !slices.Equal(got, []string{"slot", "late", "later"}) {
			t.Errorf("due are %q", got)
		}
		if got := names(1); !slices.Equal(got, []string{"slot"}) {
			t.Errorf("due first is %q", got)
		}
		do(t, s, func(tx *state.Tx) error {
			return tx.SetTimings(ctx, []state.Timing{
				{Name: "slot", Asked: 1, NextSlot: noon.Add(time.Hour)},
				{Name: "late", RunAt: noon.Add(time.Hour)},
				{Name: "later"},
			})
		})
		if got := names(10); got != nil {
			t.Errorf("still due are %q", got)
		}
		if p := profileOf(t, s, "slot"); p.Wanted != 1 || !p.NextSlot.Equal(noon.Add(time.Hour)) {
			t.Errorf("%+v", p)
		}
		do(t, s, func(tx *state.Tx) error {
			forgotten, err := tx.Forgotten(ctx)
			if !slices.Equal(forgotten, []string{"later", "slot"}) {
				t.Errorf("in the queue are %q", forgotten)
			}
			return err
		})
	})
}

func TestSetTimingsOfMany(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx, s := t.Context(), open(t, place)
		var timings []state.Timing
		do(t, s, func(tx *state.Tx) error {
			for i := range 450 {
				name := fmt.Sprintf("p%03d", i)
				timings = append(timings, state.Timing{Name: name, Asked: 2, NextSlot: noon.Add(time.Duration(i) * time.Second)})
				if err := tx.Enroll(ctx, name); err != nil {
					return err
				}
			}
			return tx.SetTimings(ctx, timings)
		})
		do(t, s, func(tx *state.Tx) error {
			all, err := tx.Profiles(ctx)
			for i, p := range all {
				if p.Wanted != 2 || !p.NextSlot.Equal(timings[i].NextSlot) {
					t.Fatalf("%+v", p)
				}
			}
			return err
		})
	})
}

func TestSlots(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx, s := t.Context(), open(t, place)
		slots := []time.Time{noon, noon.Add(time.Hour), noon.Add(2 * time.Hour)}
		do(t, s, func(tx *state.Tx) error {
			for range 2 { // a slot is kept once
				kept, err := tx.KeepSlots(ctx, "quay", slots[:2], noon)
				if err != nil {
					return err
				}
				if len(kept) != 2 {
					break
				}
			}
			kept, err := tx.KeepSlots(ctx, "quay", slots, noon)
			if len(kept) != 1 || !kept[0].Equal(slots[2]) {
				t.Errorf("kept %v", kept)
			}
			return err
		})
		do(t, s, func(tx *state.Tx) error { return tx.DoneSlots(ctx, "quay", slots[1], 4, noon) })
		do(t, s, func(tx *state.Tx) error {
			left, err := tx.OpenSlots(ctx, "quay")
			if len(left) != 1 || !left[0].Equal(slots[2]) {
				t.Errorf("open are %v", left)
			}
			return err
		})
		do(t, s, func(tx *state.Tx) error { return tx.Forget(ctx, noon.Add(time.Hour)) })
		do(t, s, func(tx *state.Tx) error {
			left, err := tx.Slots(ctx, "quay")
			if len(left) != 1 || left[0].Done != (time.Time{}) {
				t.Errorf("remembered are %v", left)
			}
			return err
		})
	})
}

func TestNotices(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx, s := t.Context(), open(t, place)
		n := state.Notice{ID: "a", Profile: "quay", Edition: 1, Channel: "hook", Body: "{}", Created: noon}
		do(t, s, func(tx *state.Tx) error {
			first, err := tx.Post(ctx, n)
			if err != nil {
				return err
			}
			again, err := tx.Post(ctx, n)
			if !first || again {
				t.Errorf("posted %v, %v", first, again)
			}
			return err
		})
		do(t, s, func(tx *state.Tx) error { return tx.Untold(ctx, "a", "busy") })
		do(t, s, func(tx *state.Tx) error {
			unsent, err := tx.Unsent(ctx)
			if len(unsent) != 1 || unsent[0].Problem != "busy" {
				t.Errorf("%+v", unsent)
			}
			return err
		})
		do(t, s, func(tx *state.Tx) error { return tx.Told(ctx, "a", noon) })
		do(t, s, func(tx *state.Tx) error {
			got, ok, err := tx.Notice(ctx, "a")
			if !ok || !got.Told.Equal(noon) || got.Problem != "" {
				t.Errorf("%+v", got)
			}
			return err
		})
	})
}

// One of many processes that want a duty at the same time has it.
func TestLease(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx := t.Context()
		s := open(t, place)
		other := open(t, place)
		var mu sync.Mutex
		var holders []string
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				id, st := fmt.Sprint(i), s
				if i%2 > 0 {
					st = other
				}
				err := st.Do(ctx, func(tx *state.Tx) error {
					ok, err := tx.Lease(ctx, "scan", id, time.Hour)
					if ok {
						mu.Lock()
						holders = append(holders, id)
						mu.Unlock()
					}
					return err
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if len(holders) != 1 {
			t.Fatalf("%q have it", holders)
		}
		lease := func(id string, ttl time.Duration) (ok bool) {
			do(t, s, func(tx *state.Tx) (err error) { ok, err = tx.Lease(ctx, "scan", id, ttl); return err })
			return ok
		}
		if !lease(holders[0], time.Hour) {
			t.Error("who has it cannot keep it")
		}
		if lease("x", time.Hour) {
			t.Error("another has it, too")
		}
		if !lease("x", time.Minute) {
			t.Error("a lease that reaches an hour ahead is believed where it is given for a minute")
		}
		do(t, s, func(tx *state.Tx) error { return tx.Depart(ctx, "x") })
		if !lease("y", time.Hour) {
			t.Error("who has left still has it")
		}
	})
}

func TestProcesses(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		ctx, s := t.Context(), open(t, place)
		living := func() (ids []string) {
			do(t, s, func(tx *state.Tx) error {
				ps, err := tx.Living(ctx)
				for _, p := range ps {
					ids = append(ids, p.ID+p.Serves)
				}
				return err
			})
			return ids
		}
		do(t, s, func(tx *state.Tx) error {
			return tx.Heartbeat(ctx, state.Process{ID: "a", Host: "host", PID: 7, Serves: "x"})
		})
		do(t, s, func(tx *state.Tx) error {
			return tx.Heartbeat(ctx, state.Process{ID: "b", Host: "host", PID: 8, Serves: "y"})
		})
		do(t, s, func(tx *state.Tx) error {
			return tx.Heartbeat(ctx, state.Process{ID: "a", Host: "host", PID: 7, Serves: "x"})
		})
		if got := living(); !slices.Equal(got, []string{"ax", "by"}) {
			t.Errorf("%q live", got)
		}
		statement := "update brief_process set seen = seen - 20000000 where id = 'b'"
		if _, err := s.DB.ExecContext(ctx, statement); err != nil {
			t.Fatal(err)
		}
		do(t, s, func(tx *state.Tx) error { return tx.Depart(ctx, "c") })
		if got := living(); !slices.Equal(got, []string{"ax"}) {
			t.Errorf("%q live", got)
		}
	})
}

// Processes that start together bring the tables up to date once.
func TestMigrateAtOnce(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		var all sync.WaitGroup
		for range 6 {
			all.Go(func() {
				s, err := state.Open(t.Context(), place)
				if err != nil {
					t.Error(err)
					return
				}
				s.Close()
			})
		}
		all.Wait()
	})
}

func TestNewerStateIsRefused(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		s := open(t, place)
		if _, err := s.DB.Exec("update brief_meta set value = '99' where key = 'schema'"); err != nil {
			t.Fatal(err)
		}
		_, err := state.Open(t.Context(), place)
		if err == nil || !strings.Contains(err.Error(), "newer program") {
			t.Errorf("%v", err)
		}
	})
}

func TestOpenExisting(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	if _, err := state.OpenExisting(t.Context(), dir); err == nil || !strings.Contains(err.Error(), "holds no state") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("a folder was made")
	}
	s := open(t, dir)
	if info, err := os.Stat(s.Path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if _, err := state.OpenExisting(t.Context(), dir); err != nil {
		t.Error(err)
	}
}

// A password in an address is never shown.
func TestPasswordIsHidden(t *testing.T) {
	_, err := state.Open(t.Context(), "postgres://brief:hunter2@127.0.0.1:1/none?connect_timeout=2")
	if err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("%v", err)
	}
}

// Who does nothing in the middle of a transaction loses what it has locked.
func TestNobodyLocksForever(t *testing.T) {
	place := statetest.Postgres(t)
	s := open(t, place)
	var timeout string
	if err := s.DB.QueryRow("show idle_in_transaction_session_timeout").Scan(&timeout); err != nil || timeout != "20s" {
		t.Errorf("%q, %v", timeout, err)
	}
}
