package main

import (
	"sync"
	"testing"

	"readahead/brief/state/statetest"
)

// The scenarios in their short form, all at the same time: most of it is
// waiting.
func TestPromisesHold(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes a minute")
	}
	binary, remove, err := buildBinary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(remove)
	o := options{kills: 30, profiles: 6, workers: 2, changes: 10, seed: 1, short: true, log: t.Output()}
	for _, engine := range []string{sqlite, postgres} {
		t.Run(engine, func(t *testing.T) {
			t.Parallel()
			var all sync.WaitGroup
			for _, name := range []string{"kills", "latency", "unplugged", "flicker", "schedulers", "no-change"} {
				chosen, err := choose(name, engine)
				if err != nil {
					continue // it does not make sense on this engine
				}
				place := ""
				if engine == postgres {
					place = statetest.Postgres(t)
				}
				all.Go(func() {
					r, err := runOne(t.Context(), o, chosen[0], binary, func(w *world) error {
						w.place = place
						return nil
					})
					if err != nil {
						t.Errorf("%s: %v", name, err)
					}
					for _, b := range r.broken {
						t.Errorf("%s: %s", name, b)
					}
					report(t.Output(), []result{r})
				})
			}
			all.Wait()
		})
	}
}

// A harness that finds nothing wrong where something is is worth nothing.
func TestBreaksAreSeen(t *testing.T) {
	for _, tt := range []struct {
		name, file, data string
		whole            bool
	}{
		{"pdf", "a.pdf", "%PDF-1.7\n…\n%%EOF\n", true},
		{"half a pdf", "a.pdf", "%PDF-1.7\n…", false},
		{"sidecar", "a.json", `{"schema":1}`, true},
		{"half a sidecar", "a.json", `{"schema":`, false},
		{"nothing", "a.json", "", false},
	} {
		if got := whole(tt.file, []byte(tt.data)); got != tt.whole {
			t.Errorf("%s: whole %v", tt.name, got)
		}
	}
	w, err := newWorld(options{log: t.Output()}, "")
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	for name, text := range map[string]string{
		"out/editions/p00/1.json": `{"edition":1,"digest":"a"}`,
		"out/editions/p00/2.json": `{"edition":2,"digest":"a"}`, // as before
		"out/editions/p00/4.json": `{"edition":4,"digest":"b"}`, // 3 is missing
		"out/editions/p00/4.pdf":  "four",
		"out/p00.json":            `{"edition":4,"digest":"b"}`,
		"out/p00.pdf":             "another",
	} {
		if err := save(w.path(name), text); err != nil {
			t.Fatal(err)
		}
	}
	last := w.compareEditions("p00")
	w.compareTold("p00", last)
	if last != 4 || len(w.broken) != 3+4 {
		t.Errorf("edition %d, broken: %q", last, w.broken)
	}
	if _, err := choose("kills", "oracle"); err == nil {
		t.Error("an engine that there is not")
	}
}
