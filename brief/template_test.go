package brief

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief/profile"
	"readahead/templates"
)

// Every template makes its page on both papers, of a usual briefing, of next
// to nothing and of far too much, with a second page and without.
func TestEveryTemplate(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(p *profile.Profile, files map[string]string)
	}{
		{"usual", func(*profile.Profile, map[string]string) {}},
		{"nothing", func(p *profile.Profile, files map[string]string) {
			clear(files)
			files["a.txt"] = "The quay is closed until the crane is mended."
		}},
		{"much", func(p *profile.Profile, files map[string]string) {
			for i := range 60 {
				files[fmt.Sprintf("n%02d.md", i)] = fmt.Sprintf("Crane %d on the quay was painted by crew %d in the spring.\n\n| To do | Owner |\n|---|---|\n| Mend quay crane %d | Crew %d |\n", i, i+7, i, i)
			}
		}},
	} {
		for _, name := range templates.Names() {
			for _, size := range []string{"letter", "a4"} {
				for _, second := range [][]string{nil, {"talking_points", "todo", "sources"}} {
					t.Run(fmt.Sprint(tt.name, "/", name, "/", size, "/", len(second)), func(t *testing.T) {
						p, files := harbour()
						p.Page = profile.Page{Size: size, Template: name, Second: second}
						p.Talking = []string{"Thank the pilots."}
						p.TLP = "AMBER"
						tt.change(&p, files)
						onePage(t, memory(p, files))
						res := build(t, memory(p, files))
						if want := 1 + min(len(second), 1); res.Page.Pages != want {
							t.Errorf("%d pages, want %d", res.Page.Pages, want)
						}
					})
				}
			}
		}
	}
}

// The paper is the config's, or else the template's.
func TestPaper(t *testing.T) {
	for _, tt := range []struct {
		template, size string
		width          int
	}{{"two-column", "", 595}, {"two-column", "letter", 612}, {"read-ahead", "", 612}, {"read-ahead", "a4", 595}} {
		p, files := harbour()
		p.Page = profile.Page{Size: tt.size, Template: tt.template}
		s, err := run(t.Context(), memory(p, files))
		if err != nil {
			t.Fatal(err)
		}
		if got := int(s.page.set.Page.Width.Points()); got != tt.width {
			t.Errorf("%s on %q is %d points wide, want %d", tt.template, tt.size, got, tt.width)
		}
	}
}

// A folder's template comes before the built-in one, which it may extend.
func TestFindTemplate(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("memo.yaml", "extends: memo\nabout: Ours\n")
	write("a.yaml", "extends: b\n")
	write("b.yaml", "extends: a\n")
	write("large.yaml", strings.Repeat("#", maxTemplate+1))
	if tmpl, err := LoadTemplate("memo", dir); err != nil || tmpl.About != "Ours" || tmpl.Arrange.Head != "memo" {
		t.Errorf("%q, %q, %v", tmpl.About, tmpl.Arrange.Head, err)
	}
	if tmpl, err := LoadTemplate("memo", ""); err != nil || tmpl.About == "Ours" {
		t.Errorf("%q, %v", tmpl.About, err)
	}
	for name, want := range map[string]string{
		"a":       "the template extends itself by way of " + filepath.Join(dir, "b.yaml"),
		"large":   "too large for a template",
		"nowhere": "no such template",
	} {
		if _, err := LoadTemplate(name, dir); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}
