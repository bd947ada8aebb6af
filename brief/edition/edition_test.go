package edition

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func files(text string, extensions ...string) []File {
	var out []File
	for _, ext := range extensions {
		out = append(out, NewFile(ext, []byte(text+ext)))
	}
	return out
}

// tree returns the files below a folder with what they hold.
func tree(t *testing.T, dir Folder) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(string(dir), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(string(dir), path)
		data, err := os.ReadFile(path)
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func equal(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%s holds %q, want %q", name, got[name], text)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is left over", name)
		}
	}
}

func TestPublish(t *testing.T) {
	f := Folder(t.TempDir())
	if n, digest := f.Last("quay"); n != 0 || digest != "" {
		t.Errorf("an empty folder has edition %d %q", n, digest)
	}
	if err := f.Publish(t.Context(), "quay", 1, files("one", ".json", ".pdf", ".html")); err != nil {
		t.Fatal(err)
	}
	if err := f.Publish(t.Context(), "quay", 2, files("two", ".json", ".pdf")); err != nil {
		t.Fatal(err)
	}
	equal(t, tree(t, f), map[string]string{
		"quay.json": "two.json", "quay.pdf": "two.pdf", // and no page of yesterday
		"editions/quay/1.json": "one.json", "editions/quay/1.pdf": "one.pdf", "editions/quay/1.html": "one.html",
		"editions/quay/2.json": "two.json", "editions/quay/2.pdf": "two.pdf",
	})
}

func TestLast(t *testing.T) {
	f := Folder(t.TempDir())
	for n, sidecar := range []string{`{"digest":"a"}`, `{"digest":"b"}`, `damaged`} {
		if err := f.Publish(t.Context(), "quay", n+9, []File{NewFile(".json", []byte(sidecar))}); err != nil {
			t.Fatal(err)
		}
		want := []string{"a", "b", "unknown"}[n]
		if number, digest := f.Last("quay"); number != n+9 || digest != want {
			t.Errorf("the last is %d %q", number, digest)
		}
	}
}

// Whatever step a publication was cut off at, placing again finishes it.
func TestPlaceAgain(t *testing.T) {
	want := map[string]string{
		"quay.json": "two.json", "quay.pdf": "two.pdf",
		"editions/quay/1.json": "one.json", "editions/quay/1.pdf": "one.pdf",
		"editions/quay/2.json": "two.json", "editions/quay/2.pdf": "two.pdf",
	}
	for _, tt := range []struct {
		name string
		cut  func(f Folder, r Record) error
	}{
		{"before the first name", func(Folder, Record) error { return nil }},
		{"after the first name", func(f Folder, r Record) error {
			return os.Rename(filepath.Join(f.Kept("quay"), r.Staged+".json"), f.File("quay", 2, ".json"))
		}},
		{"after the first copy", func(f Folder, r Record) error {
			return os.WriteFile(f.Current("quay", ".json"), []byte("two.json"), 0o644)
		}},
		{"when all is done", func(f Folder, r Record) error { return f.Place(t.Context(), r, nil) }},
		{"with another build's files", func(f Folder, r Record) error {
			_, err := f.Stage(t.Context(), "quay", 2, "41", files("lost", ".json", ".pdf"))
			return err
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := Folder(t.TempDir())
			if err := f.Publish(t.Context(), "quay", 1, files("one", ".json", ".pdf")); err != nil {
				t.Fatal(err)
			}
			r, err := f.Stage(t.Context(), "quay", 2, "42", files("two", ".json", ".pdf"))
			if err != nil {
				t.Fatal(err)
			}
			if err := tt.cut(f, r); err != nil {
				t.Fatal(err)
			}
			if err := f.Place(t.Context(), r, nil); err != nil {
				t.Fatal(err)
			}
			equal(t, tree(t, f), want)
			if faults := f.Check(r, true); faults != nil {
				t.Errorf("faults: %v", faults)
			}
		})
	}
}

// Files that are staged for a later edition are another build's business.
func TestPlaceLeavesLaterOnes(t *testing.T) {
	f := Folder(t.TempDir())
	later, err := f.Stage(t.Context(), "quay", 3, "9", files("three", ".json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Publish(t.Context(), "quay", 2, files("two", ".json")); err != nil {
		t.Fatal(err)
	}
	if err := f.Place(t.Context(), later, nil); err != nil {
		t.Error(err)
	}
}

func TestLost(t *testing.T) {
	f := Folder(t.TempDir())
	r, err := f.Stage(t.Context(), "quay", 1, "1", files("one", ".json", ".pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(f.Kept("quay"), r.Staged+".pdf"), []byte("damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := f.Place(t.Context(), r, nil); !errors.Is(err, ErrLost) {
		t.Errorf("placed damaged files: %v", err)
	}
	f.Drop(r)
	if err := f.Place(t.Context(), r, nil); !errors.Is(err, ErrLost) {
		t.Errorf("placed files that are not there: %v", err)
	}
}

func TestCheckAndRemove(t *testing.T) {
	f := Folder(t.TempDir())
	r, err := f.Stage(t.Context(), "quay", 1, "1", files("one", ".json", ".pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Place(t.Context(), r, nil); err != nil {
		t.Fatal(err)
	}
	os.Remove(f.Current("quay", ".pdf"))
	if err := os.WriteFile(f.File("quay", 1, ".json"), []byte("one!json"), 0o644); err != nil {
		t.Fatal(err)
	}
	want := []Fault{
		{f.File("quay", 1, ".json"), "is not what was published"},
		{f.Current("quay", ".pdf"), "is missing"},
	}
	if got := f.Check(r, true); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if got := f.Check(r, false); !slices.Equal(got, want[:1]) {
		t.Errorf("%v", got)
	}
	if err := f.Remove(r); err != nil {
		t.Error(err)
	}
	if err := f.Remove(r); err != nil {
		t.Errorf("what is gone cannot be removed: %v", err)
	}
	equal(t, tree(t, f), map[string]string{"quay.json": "one.json"})
}

func TestAmong(t *testing.T) {
	f := Folder(filepath.Join("work", "out"))
	for _, tt := range []struct {
		paths []string
		want  string
	}{
		{nil, ""},
		{[]string{"seeds", "work/seeds", "work/output"}, ""},
		{[]string{"seeds", "work"}, "work"},
		{[]string{"."}, "."},
		{[]string{"work/out/"}, "work/out/"},
		{[]string{"work/out/editions"}, ""},
	} {
		if got := f.Among(tt.paths); got != tt.want {
			t.Errorf("%q among %q: %q, want %q", f, tt.paths, got, tt.want)
		}
	}
}
