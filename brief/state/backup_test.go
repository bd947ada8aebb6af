package state_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/state"
	"readahead/brief/state/statetest"
)

// A backup that is made while the state is in use, put back, is the state as
// it was then.
func TestBackup(t *testing.T) {
	statetest.Each(t, func(t *testing.T, place string) {
		if state.IsAddress(place) {
			tool(t, "pg_dump")
			tool(t, "pg_restore")
		}
		ctx, s := t.Context(), open(t, place)
		do(t, s, func(tx *state.Tx) error { return enroll(ctx, tx, "quay", 7, "seven") })
		file := filepath.Join(t.TempDir(), "copy")
		if err := s.Backup(ctx, place, file); err != nil {
			t.Fatal(err)
		}
		do(t, s, func(tx *state.Tx) error { return enroll(ctx, tx, "lock", 1, "one") })
		if info, err := os.Stat(file); err != nil || info.Mode() != 0o600 {
			t.Errorf("%v, %v", info, err)
		}
		var problem *doc.Error
		if err := s.Backup(ctx, place, file); !errors.As(err, &problem) || problem.Hint == "" {
			t.Errorf("a file that is there: %v", err)
		}
		back := open(t, restored(t, place, file))
		if p := profileOf(t, back, "quay"); p.Edition != 7 || p.Digest != "seven" {
			t.Errorf("%+v", p)
		}
		if p := profileOf(t, back, "lock"); p.Name != "" {
			t.Errorf("%+v", p)
		}
	})
}

// restored puts a backup in the place of a new state.
func restored(t *testing.T, place, file string) string {
	t.Helper()
	if state.IsAddress(place) {
		fresh := statetest.Postgres(t)
		if out, err := exec.Command("pg_restore", "--no-owner", "--dbname", fresh, file).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return fresh
	}
	fresh := t.TempDir()
	if err := os.Rename(file, filepath.Join(fresh, state.File)); err != nil {
		t.Fatal(err)
	}
	return fresh
}

// tool skips the test where a program is missing; in CI none may be.
func tool(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}

// enroll makes a profile known that has an edition already.
func enroll(ctx context.Context, tx *state.Tx, name string, edition int, digest string) error {
	err := tx.Enroll(ctx, name)
	if err == nil {
		_, err = tx.Adopt(ctx, name, edition, digest)
	}
	return err
}
