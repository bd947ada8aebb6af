package service

import (
	"context"
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readahead/brief"
	"readahead/brief/edition"
	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

const quay = `title: Quay
seeds: [../seeds/]
sections:
  - {id: cranes, title: Cranes, keywords: [crane, berth]}
`

// A harbour is a folder of configs and seeds with a service on it.
type harbour struct {
	*testing.T
	dir, place string
	o          Options

	looks map[string]*state.State // by place, for tests to look at
	stop  func()                  // of the service that runs, or nil
}

// state returns the state, open.
func (h *harbour) state() *state.State {
	h.Helper()
	if st := h.looks[h.place]; st != nil {
		return st
	}
	st, err := state.Open(context.Background(), h.place)
	if err != nil {
		h.Fatal(err)
	}
	if h.looks == nil {
		h.looks = map[string]*state.State{}
	}
	h.looks[h.place] = st
	h.Cleanup(func() { st.Close() })
	return st
}

func newHarbour(t *testing.T, place string) *harbour {
	t.Helper()
	h := &harbour{T: t, dir: t.TempDir(), place: place}
	h.save("profiles/quay.yaml", quay)
	h.save("seeds/a.txt", "The new crane at berth 2 lifts forty tonnes since Monday.\n")
	h.o = Options{
		Configs: h.path("profiles"), Out: h.path("out"), State: place, Version: "test",
		Every: 50 * time.Millisecond, Rest: 20 * time.Millisecond,
		Log: slog.New(slog.NewTextHandler(testWriter{t}, nil)),
	}
	t.Cleanup(func() { h.end() })
	return h
}

// testWriter writes the log among the test's own.
type testWriter struct{ t *testing.T }

func (w testWriter) Write(b []byte) (int, error) {
	w.t.Log(strings.TrimSpace(string(b)))
	return len(b), nil
}

func (h *harbour) path(name string) string { return filepath.Join(h.dir, name) }

func (h *harbour) save(name, text string) {
	h.Helper()
	if err := os.MkdirAll(filepath.Dir(h.path(name)), 0o755); err != nil {
		h.Fatal(err)
	}
	if err := os.WriteFile(h.path(name), []byte(text), 0o644); err != nil {
		h.Fatal(err)
	}
}

// begin starts the service.
func (h *harbour) begin() {
	h.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	started, ended := make(chan struct{}), make(chan error, 1)
	o := h.o
	o.Started = func(string) { close(started) }
	go func() { ended <- Run(ctx, o) }()
	select {
	case <-started:
	case err := <-ended:
		cancel()
		h.Fatal(err)
	}
	h.stop = func() {
		cancel()
		if err := <-ended; err != nil {
			h.Error(err)
		}
	}
}

// end stops it.
func (h *harbour) end() {
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
}

// await waits until f is true.
func (h *harbour) await(what string, f func() bool) {
	h.Helper()
	for range 1500 {
		if f() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	h.Fatalf("%s: not so after 15 s: %+v", what, h.status())
}

func (h *harbour) status() Status {
	h.Helper()
	s, err := ReadStatus(context.Background(), h.state())
	if err != nil {
		h.Fatal(err)
	}
	return s
}

// of returns the status of a profile.
func (h *harbour) of(name string) ProfileStatus {
	h.Helper()
	for _, p := range h.status().Profiles {
		if p.Profile == name {
			return p
		}
	}
	return ProfileStatus{}
}

// settled waits until nothing is left to build and returns the profile.
func (h *harbour) settled(name string) (p ProfileStatus) {
	h.Helper()
	h.await("all is built", func() bool {
		p = h.of(name)
		return !p.Checked.IsZero() && !p.Behind
	})
	return p
}

func (h *harbour) sidecar(name string) (s brief.Sidecar) {
	h.Helper()
	data, err := os.ReadFile(h.path("out/" + name + ".json"))
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		h.Fatal(err)
	}
	return s
}

func TestPublishes(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		h := newHarbour(t, place)
		h.begin()
		h.edition("quay", 1)
		if s := h.sidecar("quay"); s.Edition != 1 || s.Digest == "" {
			t.Errorf("edition %d, digest %q", s.Edition, s.Digest)
		}
		h.save("seeds/b.txt", "The crane at berth 7 will be scrapped before winter, the harbour master says.\n")
		h.edition("quay", 2)
		h.end()
		for _, name := range []string{"quay.pdf", "quay.json", "editions/quay/1.pdf", "editions/quay/1.json", "editions/quay/2.pdf", "editions/quay/2.json"} {
			if _, err := os.Stat(h.path("out/" + name)); err != nil {
				t.Error(err)
			}
		}
		if s := h.sidecar("quay"); s.Edition != 2 {
			t.Errorf("edition %d is in place", s.Edition)
		}
		h.check()
		// Nothing changed while it was away: nothing is made.
		h.begin()
		before := h.of("quay").Checked
		h.save("seeds/a.txt", "The new crane at berth 2 lifts forty tonnes since Monday.\n") // touched
		h.save("seeds/c.txt", "Subscribe to our newsletter\n")                               // nothing that is printed
		h.await("another build", func() bool { return h.of("quay").Checked.After(before) })
		if p := h.settled("quay"); p.Edition != 2 {
			t.Errorf("edition %d of nothing new", p.Edition)
		}
	})
}

// check has the state and the editions agree, and nothing left over.
func (h *harbour) check() {
	h.Helper()
	faults, err := Check(context.Background(), h.state(), edition.Folder(h.o.Out))
	if err != nil {
		h.Fatal(err)
	}
	for _, f := range faults {
		h.Errorf("%s %s", f.File, f.What)
	}
	_ = filepath.WalkDir(h.o.Out, func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(d.Name(), ".") {
			h.Errorf("%s is left over", path)
		}
		return err
	})
}
