package scan

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestSince(t *testing.T) {
	dir := t.TempDir()
	seeds, config := filepath.Join(dir, "seeds"), filepath.Join(dir, "quay.yaml")
	at := func(name string) string { return filepath.Join(seeds, name) }
	paths := []string{config, seeds}
	write(t, config, "title: Quay")
	write(t, at("a.txt"), "The crane stands.")
	write(t, at("deep/b.md"), "The lock is open.")
	for _, tt := range []struct {
		name string
		do   func()
		want string
	}{
		{"nothing", func() {}, "[]"},
		{"another size", func() { write(t, at("a.txt"), "The crane stands still.") }, "[{a.txt changed}]"},
		{"the same size and time, another file", func() {
			info, err := os.Stat(at("a.txt"))
			must(t, err)
			write(t, at(".new"), "The crane leans over..."[:info.Size()])
			must(t, os.Chtimes(at(".new"), info.ModTime(), info.ModTime()))
			must(t, os.Rename(at(".new"), at("a.txt")))
		}, "[{a.txt changed}]"},
		{"another time", func() { must(t, os.Chtimes(config, time.Time{}, time.Unix(1e9, 0))) }, "[{quay.yaml changed}]"},
		{"a new file", func() { write(t, at("c.txt"), "The tide turns.") }, "[{c.txt created}]"},
		{"no document", func() { write(t, at("logo.png"), "PNG"); write(t, at(".hidden"), "x") }, "[]"},
		{"a file moved", func() { must(t, os.Rename(at("c.txt"), at("deep/c.txt"))) }, "[{c.txt removed} {deep/c.txt created}]"},
		{"a file gone", func() { must(t, os.Remove(at("a.txt"))) }, "[{a.txt removed}]"},
		{"the folder gone", func() { must(t, os.Rename(seeds, seeds+".away")) }, "[{. removed} {deep/b.md removed} {deep/c.txt removed}]"},
		{"still gone", func() {}, "[]"},
		{"the folder again", func() { must(t, os.Rename(seeds+".away", seeds)) }, "[{. created} {deep/b.md created} {deep/c.txt created}]"},
		{"the config gone", func() { must(t, os.Remove(config)) }, "[{quay.yaml removed}]"},
	} {
		before := Take(paths)
		tt.do()
		after := Take(paths)
		changes := after.Since(before)
		for i := range changes {
			if rel, err := filepath.Rel(seeds, changes[i].Path); err == nil && filepath.IsLocal(rel) {
				changes[i].Path = filepath.ToSlash(rel)
			} else {
				changes[i].Path = filepath.Base(changes[i].Path)
			}
		}
		if got := fmt.Sprint(changes); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		if after.Equal(before) != (tt.want == "[]") {
			t.Errorf("%s: Equal is %v", tt.name, after.Equal(before))
		}
	}
}

// A thousand seeds that did not change.
func BenchmarkTake(b *testing.B) {
	dir := b.TempDir()
	for i := range 1000 {
		write(b, filepath.Join(dir, fmt.Sprintf("%02d/%04d.txt", i%20, i)), "The crane stands.")
	}
	old := Take([]string{dir})
	b.ReportAllocs()
	for b.Loop() {
		if !Take([]string{dir}).Equal(old) {
			b.Fatal("changed")
		}
	}
}
