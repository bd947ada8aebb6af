package brief

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"readahead/brief/profile"
)

func TestInputs(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "templates")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	own := "extends: base\nlogo: {file: ../crest.svg, alt: Crest, height: 20}\n"
	for name, text := range map[string]string{"quay.yaml": own, "base.yaml": "extends: memo\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	in := func(path string) string { return filepath.Join(dir, path) }
	p := profile.Profile{
		Seeds: []string{in("seeds")},
		Page: profile.Page{
			Template: "quay", Templates: folder, Hyphenation: in("hyph.pat"), Fonts: []string{in("a.ttc#2"), in("b.ttf")},
		},
	}
	want := []string{
		in("a.ttc"), in("b.ttf"), in("crest.svg"), in("hyph.pat"), in("seeds"),
		in("templates/base.yaml"), in("templates/memo.yaml"), in("templates/quay.yaml"), in("templates/read-ahead.yaml"),
	}
	if got := Inputs(Options{Profile: p}); !slices.Equal(got, want) {
		t.Errorf("Inputs = %q\nwant %q", got, want)
	}

	p.Page = profile.Page{Template: "no-such", Templates: folder}
	want = []string{in("other"), in("templates/no-such.yaml")}
	if got := Inputs(Options{Profile: p, Seeds: []string{in("other")}}); !slices.Equal(got, want) {
		t.Errorf("with a template that is missing: %q, want %q", got, want)
	}
}
