package service

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

const (
	scrapped = "The crane at berth 7 will be scrapped before winter, the harbour master says.\n"
	painted  = "The crane at berth 9 was painted red in spring, says the harbour office.\n"
)

// edition waits until a profile has an edition and nothing is left to do.
func (h *harbour) edition(name string, number int) {
	h.Helper()
	var p ProfileStatus
	h.await("an edition", func() bool {
		p = h.of(name)
		return p.Edition >= number && !p.Behind && !p.Placing
	})
	if p.Edition != number {
		h.Fatalf("%s has edition %d, want %d", name, p.Edition, number)
	}
}

// broken waits until the last build of a profile failed because of something
// that has the words.
func (h *harbour) broken(name, words string) {
	h.Helper()
	h.await("a problem with "+words, func() bool {
		for _, p := range h.of(name).Problems {
			if strings.Contains(p.String(), words) {
				return true
			}
		}
		return false
	})
}

// mended waits until the last build of a profile went well.
func (h *harbour) mended(name string) {
	h.Helper()
	h.await("no problem", func() bool { p := h.of(name); return len(p.Problems) == 0 && !p.Behind })
}

// What is broken leaves the last edition where it is, and is current as soon
// as it is mended.
func TestBroken(t *testing.T) {
	for _, tt := range []struct {
		name       string
		harm, mend func(h *harbour)
		words      string
	}{
		{"config", func(h *harbour) { h.save("profiles/quay.yaml", "titel: Quay\n") },
			func(h *harbour) { h.save("profiles/quay.yaml", quay) }, "titel"},
		{"source", func(h *harbour) { h.save("seeds/a.txt", "\x00\x01\x02") },
			func(h *harbour) { h.save("seeds/a.txt", "The new crane at berth 2 lifts forty tonnes since Monday.\n") }, "a.txt"},
		{"no sources", func(h *harbour) { h.rename("seeds", "away") },
			func(h *harbour) { h.rename("away", "seeds") }, "seeds"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := newHarbour(t, t.TempDir())
			h.save("seeds/b.txt", scrapped)
			h.begin()
			h.edition("quay", 1)
			tt.harm(h)
			h.broken("quay", tt.words)
			if s := h.sidecar("quay"); s.Edition != 1 || len(s.Sources) != 2 {
				t.Errorf("edition %d of %d sources is in place", s.Edition, len(s.Sources))
			}
			tt.mend(h)
			h.mended("quay")
			h.edition("quay", 1)
			h.end()
			h.check()
		})
	}
}

func (h *harbour) rename(from, to string) {
	h.Helper()
	if err := os.Rename(h.path(from), h.path(to)); err != nil {
		h.Fatal(err)
	}
}

// A config that goes leaves its page; when it comes again all goes on.
func TestConfigGoesAndComes(t *testing.T) {
	h := newHarbour(t, t.TempDir())
	h.begin()
	h.edition("quay", 1)
	h.rename("profiles/quay.yaml", "quay.yaml")
	h.await("the profile is retired", func() bool { return h.of("quay").Retired })
	h.save("seeds/b.txt", scrapped)
	h.save("profiles/lock.yaml", strings.ReplaceAll(quay, "Quay", "Lock"))
	h.edition("lock", 1)
	if p := h.of("quay"); p.Edition != 1 {
		t.Errorf("a profile without config has edition %d", p.Edition)
	}
	h.rename("quay.yaml", "profiles/quay.yaml")
	h.edition("quay", 2)
	// The folder itself is out of reach.
	h.rename("profiles", "away")
	h.save("seeds/c.txt", painted)
	h.rename("away", "profiles")
	h.edition("quay", 3)
	h.edition("lock", 2)
	h.end()
	h.check()
}

// Whatever is missing of a publication when a process is killed is done by the
// next one.
func TestFinishesPublication(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		h := newHarbour(t, place)
		h.begin()
		h.edition("quay", 1)
		h.end()
		// As it is after the commit and before the first rename.
		h.rename("out/editions/quay/1.json", "out/editions/quay/"+h.staged("quay", 1)+".json")
		h.rename("out/editions/quay/1.pdf", "out/editions/quay/"+h.staged("quay", 1)+".pdf")
		os.Remove(h.path("out/quay.json"))
		os.Remove(h.path("out/quay.pdf"))
		h.sql("update brief_profile set placed = 0")
		h.begin()
		h.await("the edition is in place", func() bool { _, err := os.Stat(h.path("out/quay.pdf")); return err == nil })
		h.end()
		h.check()
		// A file that somebody removed is put back.
		os.Remove(h.path("out/quay.pdf"))
		h.begin()
		h.await("the page is back", func() bool { _, err := os.Stat(h.path("out/quay.pdf")); return err == nil })
		h.end()
		h.check()
	})
}

// staged returns the name under which the files of an edition were written.
func (h *harbour) staged(name string, number int) (staged string) {
	h.Helper()
	h.do(func(tx *state.Tx) error {
		e, _, err := tx.Edition(context.Background(), name, number)
		staged = e.Staged
		return err
	})
	return staged
}

func (h *harbour) do(f func(tx *state.Tx) error) {
	h.Helper()
	if err := h.state().Do(context.Background(), f); err != nil {
		h.Fatal(err)
	}
}

func (h *harbour) sql(statement string) {
	h.Helper()
	h.do(func(tx *state.Tx) error {
		_, err := tx.Exec(statement)
		return err
	})
}

// An edition whose files are lost before they were in place is made again
// under the next number.
func TestLostEdition(t *testing.T) {
	h := newHarbour(t, t.TempDir())
	h.begin()
	h.edition("quay", 1)
	h.end()
	if err := os.RemoveAll(h.path("out")); err != nil {
		t.Fatal(err)
	}
	h.sql("update brief_profile set placed = 0")
	h.save("seeds/a.txt", "The new crane at berth 2 lifts forty tonnes since Monday, they say.\n")
	h.begin()
	h.edition("quay", 2)
	h.end()
	if s := h.sidecar("quay"); s.Edition != 2 {
		t.Errorf("edition %d is in place", s.Edition)
	}
}

// A new state goes on counting where the folder of the editions ends.
func TestStateIsNew(t *testing.T) {
	h := newHarbour(t, t.TempDir())
	h.begin()
	h.edition("quay", 1)
	h.save("seeds/b.txt", scrapped)
	h.edition("quay", 2)
	h.end()
	h.place = t.TempDir()
	h.o.State = h.place
	h.begin()
	h.settled("quay")
	h.edition("quay", 2) // says the same
	h.save("seeds/c.txt", painted)
	h.edition("quay", 3)
	h.end()
	h.check()
}

// A state from an older backup takes no number twice.
func TestStateIsOld(t *testing.T) {
	h := newHarbour(t, t.TempDir())
	h.begin()
	h.edition("quay", 1)
	h.end()
	backup := filepath.Join(t.TempDir(), state.File)
	if err := h.state().Backup(t.Context(), h.place, backup); err != nil {
		t.Fatal(err)
	}
	h.begin()
	h.save("seeds/b.txt", scrapped)
	h.edition("quay", 2)
	h.end()
	second, err := os.ReadFile(h.path("out/editions/quay/2.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	h.place = filepath.Dir(backup)
	h.o.State = h.place
	h.save("seeds/c.txt", painted)
	h.begin()
	h.edition("quay", 3)
	h.end()
	if got, err := os.ReadFile(h.path("out/editions/quay/2.pdf")); err != nil || string(got) != string(second) {
		t.Errorf("edition 2 is another now: %v", err)
	}
	h.check()
}

// Of two processes on one state both work, and nothing is done twice.
func TestTwoProcesses(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		h := newHarbour(t, place)
		other := &harbour{T: t, dir: h.dir, place: place, o: h.o}
		h.begin()
		other.begin()
		h.edition("quay", 1)
		for i, text := range []string{scrapped, painted} {
			h.save("seeds/"+string(rune('b'+i))+".txt", text)
			h.edition("quay", i+2)
		}
		if got := len(h.status().Processes); got != 2 {
			t.Errorf("%d processes run", got)
		}
		h.end() // whoever is left goes on
		h.save("seeds/d.txt", "The lock at the berth opens at six, says the harbour office.\n")
		h.edition("quay", 4)
		other.end()
		h.check()
	})
}

// Two services of other profiles do not share a state.
func TestStrangers(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		h := newHarbour(t, place)
		h.begin()
		o := h.o
		o.Configs = h.path("seeds")
		err := Run(t.Context(), o)
		if err == nil || !strings.Contains(err.Error(), "in use by a service of") {
			t.Errorf("%v", err)
		}
		h.end()
		ctx, cancel := context.WithCancel(t.Context())
		o.Started = func(string) { cancel() }
		if err := Run(ctx, o); err != nil { // the other has ended
			t.Error(err)
		}
	})
}

// Editions among their own sources would never come to rest.
func TestEditionsAmongSources(t *testing.T) {
	h := newHarbour(t, t.TempDir())
	h.o.Out = h.path("seeds/out")
	h.begin()
	h.broken("quay", "would be a source of the next")
}
