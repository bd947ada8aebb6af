package scan

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestDigest(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("a.txt"), "The crane stands.")
	write(t, at("b.txt"), "The lock is open.")
	var d Digester
	digest := func() string {
		look := time.Now()
		return d.Digest(Take([]string{dir, at("none.yaml")}), look)
	}
	first := digest()
	for _, tt := range []struct {
		name string
		do   func()
		same bool
	}{
		{"nothing", func() {}, true},
		{"touched", func() { must(t, os.Chtimes(at("a.txt"), time.Time{}, time.Unix(2e9, 0))) }, true},
		{"replaced by the same", func() {
			write(t, at(".new"), "The crane stands.")
			must(t, os.Rename(at(".new"), at("a.txt")))
		}, true},
		{"another text", func() { write(t, at("a.txt"), "The crane falls..") }, false},
		{"as before", func() { write(t, at("a.txt"), "The crane stands.") }, true},
		{"a file more", func() { write(t, at("c.txt"), "") }, false},
		{"a file less", func() { must(t, os.Remove(at("c.txt"))) }, true},
		{"another name", func() { must(t, os.Rename(at("b.txt"), at("d.txt"))) }, false},
		{"its old name", func() { must(t, os.Rename(at("d.txt"), at("b.txt"))) }, true},
		{"one that was not there", func() { write(t, at("none.yaml"), "x") }, false},
	} {
		tt.do()
		if got := digest(); (got == first) != tt.same {
			t.Errorf("%s: the digest is the same: %v", tt.name, got == first)
		}
	}
	var other Digester
	must(t, os.Remove(at("none.yaml")))
	if got := other.Digest(Take([]string{dir, at("none.yaml")}), time.Now()); got != first {
		t.Error("another digester has another digest")
	}
}

// A young file that changes without changing its stamp is read again.
func TestDigestOfYoungFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.txt")
	now := time.Now().Truncate(time.Second)
	put := func(text string, at time.Time) {
		t.Helper()
		write(t, name, text)
		must(t, os.Chtimes(name, at, at))
	}
	for _, tt := range []struct {
		name string
		at   time.Time
		want bool // that the change is seen
	}{
		{"young", now, true},
		{"old", now.Add(-time.Hour), false},
	} {
		var d Digester
		put("The crane stands.", tt.at)
		first := d.Digest(Take([]string{name}), time.Now())
		put("The crane falls..", tt.at)
		if seen := d.Digest(Take([]string{name}), time.Now()) != first; seen != tt.want {
			t.Errorf("%s: seen %v", tt.name, seen)
		}
	}
}
