package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"readahead/brief"
	"readahead/brief/state"
)

// compare compares what is published with what should be. Nothing may be
// going on.
func (w *world) compare(ctx context.Context) error {
	configs, err := filepath.Glob(w.path("profiles", "*.yaml"))
	if err != nil {
		return err
	}
	editions, told := 0, 0
	for _, file := range configs {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		n := w.compareEditions(name)
		editions += n
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if bytes.Contains(text, []byte("webhook:")) {
			w.compareTold(name, n)
			told += n
		}
		if err := w.compareBuild(ctx, name, file); err != nil {
			return err
		}
	}
	if err := w.compareAgain(ctx); err != nil {
		return err
	}
	w.check(ctx)
	distinct, raw := w.hook.numbers()
	if distinct > told {
		w.breaks("%d deliveries for %d editions", distinct, told)
	}
	w.figure("editions published", "%d", editions)
	w.figure("deliveries, each edition once", "%d", distinct)
	w.figure("deliveries that came again under their identifier", "%d", raw-distinct)
	return nil
}

// compareEditions looks at the editions of a profile and returns how many
// there are.
func (w *world) compareEditions(name string) int {
	files, _ := filepath.Glob(w.path("out", "editions", name, "*.json"))
	var numbers []int
	for _, file := range files {
		n, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(file), ".json"))
		if err != nil {
			w.breaks("%s is no edition", file)
		}
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	last, digest := 0, ""
	for i, n := range numbers {
		if n != i+1 && w.keep == 0 {
			w.breaks("%s: edition %d follows on %d", name, n, last)
		}
		s, err := w.sidecar("editions", name, strconv.Itoa(n)+".json")
		if err != nil {
			w.breaks("%s: edition %d: %v", name, n, err)
			continue
		}
		if s.Digest == digest {
			w.breaks("%s: edition %d says what edition %d says", name, n, last)
		}
		if s.Edition != n {
			w.breaks("%s: edition %d calls itself %d", name, n, s.Edition)
		}
		last, digest = n, s.Digest
	}
	if last == 0 {
		w.breaks("%s has no edition", name)
		return 0
	}
	for _, ext := range []string{".pdf", ".json"} {
		kept, err1 := os.ReadFile(w.path("out", "editions", name, strconv.Itoa(last)+ext))
		current, err2 := os.ReadFile(w.path("out", name+ext))
		if err := errors.Join(err1, err2); err != nil {
			w.breaks("%s: %v", name, err)
		} else if !bytes.Equal(kept, current) {
			w.breaks("%s%s is not edition %d", name, ext, last)
		}
	}
	return last
}

func (w *world) sidecar(parts ...string) (s brief.Sidecar, err error) {
	data, err := os.ReadFile(w.path(append([]string{"out"}, parts...)...))
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	return s, err
}

// compareTold looks at who was told of the editions of a profile.
func (w *world) compareTold(name string, last int) {
	w.hook.mu.Lock()
	defer w.hook.mu.Unlock()
	for n := 1; n <= last; n++ {
		ids := w.hook.ids[fmt.Sprintf("%s %d", name, n)]
		switch {
		case len(ids) == 0:
			w.breaks("%s: edition %d was not told", name, n)
		case len(ids) > 1:
			w.breaks("%s: edition %d was told under %d identifiers", name, n, len(ids))
		case w.hook.changed[ids[0]]:
			w.breaks("%s: edition %d was told in two wordings", name, n)
		}
	}
}

// compareBuild compares the texts on a page with those of one that is built
// from scratch.
func (w *world) compareBuild(ctx context.Context, name, config string) error {
	if _, err := w.brief(ctx, "build", "-c", config, "-o", w.path("fresh")); err != nil {
		return err
	}
	var fresh brief.Sidecar
	data, err := os.ReadFile(w.path("fresh", name+".json"))
	if err == nil {
		err = json.Unmarshal(data, &fresh)
	}
	if err != nil {
		return err
	}
	published, err := w.sidecar(name + ".json")
	if err != nil {
		w.breaks("%s: %v", name, err)
		return nil
	}
	if got, want := texts(published), texts(fresh); !slices.Equal(got, want) {
		w.breaks("%s is stale: edition %d says\n    %s\n  and should say\n    %s", name, published.Edition, strings.Join(got, "\n    "), strings.Join(want, "\n    "))
	}
	return nil
}

// texts returns the items and to-do rows of a page, but for the rows that it
// has from an edition before.
func texts(s brief.Sidecar) []string {
	var out []string
	for _, part := range s.Sections {
		for _, item := range part.Items {
			out = append(out, item.Text)
		}
		for _, task := range part.Todo {
			if !task.Carried {
				out = append(out, strings.Join(task.Cells, " | "))
			}
		}
	}
	return out
}

// compareAgain lets a service without memory work on a copy of what is
// published: it must find nothing to publish.
func (w *world) compareAgain(ctx context.Context) error {
	place := w.path("again", "state")
	if err := os.CopyFS(w.path("again", "out"), os.DirFS(w.path("out"))); err != nil {
		return err
	}
	args := append([]string{"run", "-c", w.path("profiles"), "-o", w.path("again", "out"), "--listen", "off"}, placeFlags(place)...)
	k := &worker{w: w, number: 99, args: args}
	if err := k.begin(); err != nil {
		return err
	}
	defer k.kill()
	for range 240 {
		if !pause(ctx, 500*time.Millisecond) {
			return ctx.Err()
		}
		s, err := w.statusOf(ctx, place)
		if err != nil || len(s.Profiles) == 0 || restless(s) != "" {
			continue
		}
		for _, p := range s.Profiles {
			if now, err := w.sidecar(p.Profile + ".json"); err != nil || now.Edition != p.Edition {
				w.breaks("%s: edition %d is not the last one a service without memory would publish: %d", p.Profile, now.Edition, p.Edition)
			}
		}
		return nil
	}
	return errors.New("a service without memory did not come to rest")
}

// check has the program check what it published, and then everything tidied
// up that killed processes left behind.
func (w *world) check(ctx context.Context) {
	pdfs, _ := filepath.Glob(w.path("out", "*.pdf"))
	if _, err := w.brief(ctx, append([]string{"check"}, pdfs...)...); err != nil {
		w.breaks("%v", err)
	}
	if _, err := w.brief(ctx, append([]string{"state", "check", "-o", w.path("out")}, placeFlags(w.place)...)...); err != nil {
		w.breaks("%v", err)
	}
	if s, err := w.status(ctx); err == nil {
		for kind, states := range s.Jobs {
			if states["dead"] > 0 {
				w.breaks("%d jobs of kind %s are dead", states["dead"], kind)
			}
		}
	}
}

// tidied has a service tidy up, and looks whether what killed processes left
// behind is gone then.
func (w *world) tidied(ctx context.Context) error {
	before := w.leftovers()
	w.figure("files left behind by killed processes", "%d", len(before))
	// As if hours had passed.
	for _, file := range before {
		then := time.Now().Add(-3 * time.Hour)
		if err := os.Chtimes(file, then, then); err != nil {
			return err
		}
	}
	st, err := state.OpenExisting(ctx, w.place)
	if err != nil {
		return err
	}
	_, err = st.DB.ExecContext(ctx, `delete from brief_lease`)
	st.Close()
	if err != nil {
		return err
	}
	k, err := w.start(98)
	if err != nil {
		return err
	}
	defer k.kill()
	for range 40 {
		if !pause(ctx, 500*time.Millisecond) {
			return ctx.Err()
		}
		if len(w.leftovers()) == 0 {
			return nil
		}
	}
	for _, file := range w.leftovers() {
		w.breaks("%s is left behind", file)
	}
	return nil
}

// leftovers returns the hidden files where editions are published.
func (w *world) leftovers() (out []string) {
	_ = filepath.WalkDir(w.path("out"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(d.Name(), ".") {
			out = append(out, path)
		}
		return nil
	})
	return out
}
