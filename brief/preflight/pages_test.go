package preflight

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"readahead/brief"
	"readahead/brief/doc"
	"readahead/brief/profile"
	"readahead/config"
	"readahead/seeds"
	"readahead/templates"
)

// A sheet is a briefing that must pass.
type sheet struct {
	name   string
	data   []byte
	madeUp bool
}

// sheets returns all kinds of briefing that we have: the sample, each template
// in each size, profiles of our own, the evaluation's bundles if they are
// there, and made-up ones.
func sheets(t *testing.T) []sheet {
	t.Helper()
	built.Do(func() { built.sheets = makeSheets(t) })
	return built.sheets
}

// built holds the briefings for all tests: making them takes its time.
var built struct {
	sync.Once
	sheets []sheet
}

// madeUp is how many briefings are made up.
const madeUp = 500

func makeSheets(t *testing.T) []sheet {
	out := []sheet{{name: "sample", data: build(t, sample(t))}}
	for _, template := range templates.Names() {
		for _, size := range []string{"letter", "a4"} {
			o := lighthouse()
			o.Profile.Page = profile.Page{Size: size, Template: template}
			out = append(out, sheet{name: template + " on " + size, data: build(t, o)})
		}
	}
	for _, x := range []struct {
		name   string
		change func(*profile.Profile)
	}{
		{"only what is required", func(p *profile.Profile) {
			*p = profile.Profile{Name: p.Name, Title: p.Title, Sections: p.Sections, Page: p.Page}
		}},
		{"in Hebrew", func(p *profile.Profile) { p.Language, p.Title = "he", "מגדלור" }},
		{"in Japanese", func(p *profile.Profile) { p.Language, p.Title = "ja", "灯台の記録" }},
		{"without a language", func(p *profile.Profile) { p.Language = "" }},
		{"with a bad language", func(p *profile.Profile) { p.Language = "english_(GB)" }},
		{"sections that find nothing", func(p *profile.Profile) {
			p.Sections = append(p.Sections, section("none", "Nothing", "xylophone"))
		}},
		{"one section", func(p *profile.Profile) { p.Sections = p.Sections[:1] }},
		{"no title of a source", func(p *profile.Profile) { p.Sources = nil }},
		{"old", func(p *profile.Profile) { p.AsOf = doc.Date{Year: 1899, Month: 12, Day: 31} }},
	} {
		o := lighthouse()
		x.change(&o.Profile)
		out = append(out, sheet{name: x.name, data: build(t, o)})
	}
	for _, template := range templates.Names() {
		o := lighthouse()
		o.Profile.Page.Template, o.Profile.Page.Second = template, []string{"todo"}
		o.Edition, o.Previous = 2, &brief.Sidecar{Edition: 1} // all is new
		out = append(out, sheet{name: "second edition by " + template, data: build(t, o)})
	}
	out = append(out, bundles(t)...)
	out = append(out, foreigners(t)...)
	logos, fonts, made := logos(t), installedFonts(t), 0
	for n := range madeUp {
		o := hostileBriefing(n, logos, fonts)
		r, err := brief.Build(context.Background(), o)
		if err != nil {
			continue // what the profile demands has no room, or nothing could be read
		}
		made++
		out = append(out, sheet{fmt.Sprintf("made up %d", n), r.PDF, true})
	}
	if made < madeUp*9/10 {
		t.Errorf("only %d of %d made-up briefings could be built", made, madeUp)
	}
	return out
}

// sample makes options for the sample briefing.
func sample(t *testing.T) brief.Options {
	t.Helper()
	p, err := config.Load(filepath.Join("..", "..", "config", "us-japan.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return brief.Options{Profile: p, Seeds: seeds.Names(), ReadFile: seeds.ReadFile}
}

// bundles returns briefings of the evaluation bundles that lie beside the
// module, if they are there.
func bundles(t *testing.T) []sheet {
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		if _, e := os.Stat(filepath.Join(dir, "go.mod")); e == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	found, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), "shared", "evaluation", "*", "profile.json"))
	var out []sheet
	for _, file := range found {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var p profile.Profile
		if json.Unmarshal(data, &p) != nil || len(p.Sections) == 0 {
			continue
		}
		p.Name, p.Page = "bundle", profile.Page{Size: "letter", Template: "read-ahead"}
		for _, folder := range []string{"seeds", "files"} {
			seeds := filepath.Join(filepath.Dir(file), folder)
			if _, err := os.Stat(seeds); err != nil {
				continue
			}
			out = append(out, sheet{name: filepath.Base(filepath.Dir(file)), data: build(t, brief.Options{Profile: p, Seeds: []string{seeds}})})
		}
	}
	return out
}

// TestSheets wants every briefing to pass.
func TestSheets(t *testing.T) {
	for i, s := range sheets(t) {
		r, err := Check(s.data)
		if err != nil || len(r) > 0 {
			t.Errorf("%d, %s: %v, %v", i, s.name, err, r)
		}
	}
}

// TestQpdf wants qpdf to find every briefing well written.
func TestQpdf(t *testing.T) {
	qpdf := tool(t, "qpdf")
	dir := t.TempDir()
	for i, s := range sheets(t) {
		file := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(file, s.data, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(qpdf, "--check", file).CombinedOutput()
		if err != nil || strings.Contains(string(out), "WARNING") {
			t.Errorf("%s: qpdf: %v\n%s", s.name, err, out)
		}
	}
}
