package atomicfile

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"readahead/brief/doc"
)

// list returns the names in the folder, temporary ones too.
func list(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	put(t, a, "old a")
	put(t, b, "same")
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(b, long, long); err != nil {
		t.Fatal(err)
	}
	written, err := Write(t.Context(), dir, File{"a", []byte("new a")}, File{"b", []byte("same")}, File{"c", []byte("new c")})
	if err != nil || !written {
		t.Fatalf("replace = %v, %v", written, err)
	}
	if got := content(t, a) + "," + content(t, b) + "," + content(t, filepath.Join(dir, "c")); got != "new a,same,new c" {
		t.Errorf("files hold %q", got)
	}
	if got := list(t, dir); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("the folder holds %v", got)
	}
	if info, _ := os.Stat(b); !info.ModTime().Equal(long) {
		t.Error("a file with the same content was touched")
	}
	if written, err = Write(t.Context(), dir, File{"a", []byte("new a")}); written || err != nil {
		t.Errorf("nothing new: replace = %v, %v", written, err)
	}
}

func TestWriteLeavesAllAsItWas(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, tt := range []struct {
		name  string
		ctx   context.Context
		setup func(dir string)
		want  string
	}{
		{"cancelled", cancelled, func(string) {}, "context canceled"},
		{"a folder in the second file's place", t.Context(), func(dir string) { os.Mkdir(filepath.Join(dir, "b"), 0o755) }, "is a folder"},
		{"no folder", t.Context(), func(dir string) { os.RemoveAll(dir) }, "cannot be written: no such file or directory"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, filepath.Join(dir, "a"), "old")
			tt.setup(dir)
			before := names(dir)
			written, err := Write(tt.ctx, dir, File{"a", []byte("new")}, File{"b", []byte("new")})
			if written || err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("replace = %v, %v; want an error with %q", written, err, tt.want)
			}
			if after := names(dir); after != before {
				t.Errorf("the folder held %s, now %s", before, after)
			}
			if before != "" && content(t, filepath.Join(dir, "a")) != "old" {
				t.Error("the old file has changed")
			}
		})
	}
}

func names(dir string) string {
	entries, _ := os.ReadDir(dir)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	err = CannotWrite("out/a.pdf", fill(full, []byte("x"), 0))
	var e *doc.Error
	if !errors.As(err, &e) || e.Msg != "cannot be written: no space left on device" || !strings.HasPrefix(e.Hint, "make room") {
		t.Errorf("a full disk gives %#v", err)
	}
}

// A process that was killed may have left its temporary file.
func TestCreateBesideLeftovers(t *testing.T) {
	dir := t.TempDir()
	a, err := create(dir)
	if err != nil {
		t.Fatal(err)
	}
	b, err := create(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	defer b.Close()
	if a.Name() == b.Name() {
		t.Errorf("two files are named %s", a.Name())
	}
}
