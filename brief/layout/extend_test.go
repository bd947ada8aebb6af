package layout

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/templates"
)

// find looks in files of the test, and then among the built-in templates.
func find(files map[string]string) Finder {
	return func(name string, chain []string) (string, []byte, error) {
		if text, ok := files[name]; ok && chain[len(chain)-1] != name {
			return name, []byte(text), nil
		}
		return findBuiltin(name, chain)
	}
}

func TestExtends(t *testing.T) {
	files := map[string]string{"house.yaml": "extends: read-ahead\npalette:\n  accent: \"#7a1f2b\"\nwords:\n  asks: Decisions\n"}
	got, err := LoadTemplate("own.yaml", []byte("extends: house.yaml\nwords:\n  bottom_line: In short\nstyles:\n  body: {leading: 130%}\n"), find(files))
	if err != nil {
		t.Fatal(err)
	}
	want := load(t, "read-ahead")
	if got.Palette.Accent != 0x7A1F2B || got.Words.Asks != "Decisions" || got.Words.BottomLine != "In short" || got.Styles.Body.Leading != 1300 {
		t.Errorf("got %v, %q, %q, %v", got.Palette.Accent, got.Words.Asks, got.Words.BottomLine, got.Styles.Body.Leading)
	}
	if got.Grid != want.Grid || got.Styles.Body.Size != want.Styles.Body.Size {
		t.Error("what is not changed is not as in the template that is extended")
	}
}

func TestTemplateErrorsHaveTheirPlace(t *testing.T) {
	house := "extends: read-ahead\nabout: House\npalette:\n  muted: \"#5a6472\"\nlogo: {file: a.svg, alt: A, height: 20}\n"
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", "extends: house.yaml\ngrid:\n  guter: 3\n", `own.yaml:3: unknown key "guter" in grid; did you mean "gutter"?`},
		{"unknown part", "extends: read-ahead\npallete: {text: \"#000000\"}\n", `own.yaml:2: unknown key "pallete" in the template; did you mean "palette"?`},
		{"no base", "extends: hous.yaml\n", `own.yaml:1: extends "hous.yaml": no such template; `},
		{"itself", "extends: own.yaml\n", `own.yaml:1: extends "own.yaml": no such template; `},
		{"not a name", "extends: [a, b]\n", `own.yaml:1: extends is not the name of a template; like extends: read-ahead`},
		{"place in the base", "extends: house.yaml\npalette:\n  ground: \"#808080\"\n", `read-ahead:`},
		{"place of the last", "extends: house.yaml\nbody: {floor: 12}\n", `read-ahead:`},
		{"grid", "extends: house.yaml\ngrid: {side: 200}\n", `own.yaml:2: grid.side leaves columns under 140 points; make it or the gutter smaller`},
		{"three columns", "extends: house.yaml\ngrid: {columns: 3}\n", `own.yaml:2: columns cannot be "3" in grid; 1 or 2`},
		{"contrast", "extends: house.yaml\npalette:\n  muted: \"#a0a0a0\"\n", `own.yaml:3: palette.muted has a contrast of 2.6 on #ffffff, count needs 4.5 (WCAG 2.2, 1.4.3); "#757575" is the nearest that does`},
		{"contrast on a banner", "extends: house.yaml\narrange:\n  marking: banner\nstyles:\n  marking: {color: muted}\n", `own.yaml:5: styles.marking.color has a contrast of 1.9 on #333a45, marking needs 4.5 (WCAG 2.2, 1.4.3); ground does, of the palette's colours`},
		{"contrast on tint", "extends: house.yaml\npalette:\n  tint: \"#1d4172\"\n", `read-ahead:`},
		{"head", "extends: house.yaml\narrange: {head: banner}\n", `own.yaml:2: arrange.head cannot be "banner"; facts, memo or band`},
		{"block", "extends: house.yaml\narrange:\n  body: sections, tracker\n", `own.yaml:3: body cannot be "sections, tracker" in arrange; names with commas between: objectives, `},
		{"block lost", "extends: house.yaml\narrange:\n  foot: sources, summary, left_out\n", `own.yaml:2: arrange has no place for changes; put it into the top or the foot`},
		{"block twice", "extends: house.yaml\narrange:\n  top: objectives, asks, bottom_line, trackers\n", `read-ahead:`},
		{"block in the wrong place", "extends: house.yaml\narrange:\n  top: objectives, asks, bottom_line, sections\n  body: trackers\n", `own.yaml:3: arrange.top cannot have sections; sections may stand in the body`},
		{"paper", "extends: house.yaml\npaper: legal\n", `own.yaml:2: paper cannot be "legal"; letter or a4`},
		{"logo", "extends: house.yaml\nlogo: {alt: \"\"}\n", `own.yaml:2: logo lacks alt`},
		{"section", "extends: house.yaml\nwords: {section: \"Part\"}\n", `own.yaml:2: words.section lacks {title}`},
		{"meanings", "extends: house.yaml\nwords: {reliability: good}\n", `own.yaml:2: words.reliability has 1 meanings, not 6`},
		{"wide mark", "extends: house.yaml\nwords: {bullet: \"Item {n}:\"}\n", `read-ahead:`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := LoadTemplate("own.yaml", []byte(tt.text), find(map[string]string{"house.yaml": house, "own.yaml": tt.text}))
			var problem *doc.Error
			if !errors.As(err, &problem) {
				t.Fatalf("no *doc.Error but %v", err)
			}
			got := fmt.Sprintf("%s:%d: %s; %s", problem.File, problem.Line, problem.Msg, problem.Hint)
			if !strings.HasPrefix(got, tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if problem.Line == 0 {
				t.Error("no line")
			}
		})
	}
}

// A chain of templates ends.
func TestExtendsForEver(t *testing.T) {
	n := 0
	_, err := LoadTemplate("0", []byte("extends: next\n"), func(string, []string) (string, []byte, error) {
		n++
		return fmt.Sprint(n), []byte("extends: next\n"), nil
	})
	if err == nil || n >= maxLayers {
		t.Errorf("%d templates were read, error %v", n, err)
	}
}

// The built-in templates are read by the fast reader, and name what they are.
func TestBuiltinTemplates(t *testing.T) {
	for _, name := range templates.Names() {
		text, _ := templates.Builtin(name)
		if _, ok := readPlain(text); !ok {
			t.Errorf("%s is not plain", name)
		}
		tmpl := load(t, name)
		if tmpl.About == "" || tmpl.Name != name {
			t.Errorf("%s: about %q, name %q", name, tmpl.About, tmpl.Name)
		}
		if r := tmpl.LeastContrast(); r < 4.5 {
			t.Errorf("%s has a contrast of %.2f", name, r)
		}
	}
}

func TestContrast(t *testing.T) {
	for _, tt := range []struct {
		a, b Color
		want float64
	}{{0, 0xFFFFFF, 21}, {0xFFFFFF, 0xFFFFFF, 1}, {0x767676, 0xFFFFFF, 4.54}, {0xFF0000, 0xFFFFFF, 4.0}} {
		if got := Contrast(tt.a, tt.b); got < tt.want-0.01 || got > tt.want+0.01 {
			t.Errorf("Contrast(%v, %v) = %.3f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
	near, ok := Color(0x8899AA).passing([]Color{0x224466}, 4.5)
	if r := Contrast(near, 0x224466); !ok || r < 4.5 || r > 4.7 {
		t.Errorf("nearest %v, contrast %.2f", near, r)
	}
}

// An item is as high in the column that it gets as it was said to be.
func TestItemHeightIsThatOfThePage(t *testing.T) {
	for _, look := range looks() {
		s := setterOf(t, look[0], look[1])
		b := small()
		body := s.template.Body.Floor
		room, with := s.Room(b, body), Length(0)
		for i := range b.Sections {
			for _, it := range b.Sections[i].Items {
				with += s.ItemHeight(it, body)
			}
		}
		f, err := s.Set(b, body)
		if err != nil || f.Overflow > 0 {
			t.Fatal(look, err, f.Overflow)
		}
		// What begins a column has no gap above, what goes on repeats a heading.
		if off := room - with - f.Slack; off < -60*Pt || off > 60*Pt {
			t.Errorf("%v: %.1f points were to be left, and %.1f are", look, (room - with).Points(), f.Slack.Points())
		}
	}
}

// A second page holds what it is given, in its margins, or says what it lacks.
func TestAnnexIsSafe(t *testing.T) {
	for _, look := range looks() {
		s := setterOf(t, look[0], look[1])
		b := harbour()
		b.Pages, b.TLP = 2, "RED"
		for _, more := range []int{0, 1, 12} {
			a := doc.Annex{Blocks: []string{"talking_points", "todo", "sources"}, Talking: []string{"Begin with thanks."}, Summary: b.Summary}
			for range more {
				a.Sections = append(a.Sections, b.Sections...)
				a.Sources = append(a.Sources, b.Sources...)
			}
			f, left := s.Annex(b, a)
			if (len(left) > 0) != (more == 12) {
				t.Errorf("%v, %d times: %d are left out", look, more, len(left))
			}
			for _, problem := range problems(s, doc.Brief{Title: b.Title, Marking: b.Marking, TLP: b.TLP}, f) {
				t.Errorf("%v, %d times: %s", look, more, problem)
			}
			printed := textByUnit(f)
			for i := range a.Sections {
				for k, task := range a.Sections[i].Tasks {
					u := Unit{TaskUnit, i, k}
					out := false
					for _, l := range left {
						out = out || l == u
					}
					if out == strings.Contains(printed[u], squeeze(task.Cells[0])) {
						t.Errorf("%v: %v is left out: %v, printed: %q", look, u, out, printed[u])
					}
				}
			}
		}
	}
}

func BenchmarkLoadTemplate(b *testing.B) {
	for _, name := range templates.Names() {
		text, _ := templates.Builtin(name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := LoadTemplate(name, text, findBuiltin); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
