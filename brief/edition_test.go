package brief

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
	"readahead/templates"
)

// edition builds an edition, the first if there is none before.
func edition(t *testing.T, o Options, before *Sidecar) (*Result, *Sidecar) {
	t.Helper()
	o.Edition, o.Previous = 1, before
	if before != nil {
		o.Edition = before.Edition + 1
	}
	r := build(t, o)
	s, err := ReadSidecar("test.json", r.Sidecar)
	if err != nil {
		t.Fatal(err)
	}
	return r, &s
}

// next returns what the edition after s is like.
func next(t *testing.T, o Options, s *Sidecar) *Prepared {
	t.Helper()
	o.Edition, o.Previous = s.Edition+1, s
	return prepared(t, o)
}

// editionCases are inputs of many kinds.
func editionCases() map[string]Options {
	cases := map[string]Options{}
	for _, name := range templates.Names() {
		for _, second := range [][]string{nil, {"talking_points", "todo", "sources"}} {
			o := sample()
			o.Profile.Page.Template, o.Profile.Page.Second = name, second
			o.Profile.Talking = []string{"Thank the pilots."}
			cases[fmt.Sprintf("sample, %s, %v", name, second != nil)] = o
			p, files := harbour()
			p.Page = o.Profile.Page
			cases[fmt.Sprintf("harbour, %s, %v", name, second != nil)] = memory(p, files)
		}
	}
	add := func(name string, change func(p *profile.Profile, files map[string]string)) {
		p, files := harbour()
		change(&p, files)
		cases[name] = memory(p, files)
	}
	rows := func(n int, text string) string {
		var b strings.Builder
		b.WriteString("The quay list follows.\n\nStep | Responsible | Until\n---|---|---\n")
		for i := range n {
			fmt.Fprintf(&b, "%s %d | Harbour office | 3 May 2026\n", text, i)
		}
		return b.String()
	}
	add("no tables", func(_ *profile.Profile, files map[string]string) {
		files["a.txt"], _, _ = strings.Cut(files["a.txt"], "Step |")
	})
	add("500 rows", func(_ *profile.Profile, files map[string]string) { files["c.txt"] = rows(500, "Mend quay plank") })
	add("high rows", func(_ *profile.Profile, files map[string]string) {
		files["c.txt"] = rows(30, strings.Repeat("Paint the quay wall ", 30))
	})
	add("rows alike", func(_ *profile.Profile, files map[string]string) {
		files["c.txt"] = strings.ReplaceAll(rows(3, "Mend the plank"), " 1 |", " 0 |")
		files["d.txt"] = files["c.txt"]
	})
	add("200 seeds", func(_ *profile.Profile, files map[string]string) {
		for i := range 200 {
			files[fmt.Sprintf("n%03d.txt", i)] = fmt.Sprintf("Crane %d on the quay was painted by crew %d in the spring. The ferry number %d took %d passengers to the island.", i, i+7, i, i*3)
		}
	})
	add("one word", func(_ *profile.Profile, files map[string]string) { clear(files); files["c.txt"] = "quay" })
	add("hostile", func(_ *profile.Profile, files map[string]string) {
		files["c.txt"] = "The qu" + strings.Repeat("a"+strings.Repeat("\u0301\u0323", 45), 8) + "y was tidy. The \u202edecalper\u202c quay.\n\n" + rows(3, "\x1b[1mMend\x00 \u202e{n}")
	})
	add("long title", func(p *profile.Profile, _ map[string]string) { p.Title = strings.Repeat("Port of Vesterhamn ", 12) })
	rnd := rand.New(rand.NewPCG(7, 8))
	for i := range 12 {
		p, files := harbour()
		p.Page.Size = []string{"letter", "a4"}[rnd.IntN(2)]
		p.Page.Template = templates.Names()[rnd.IntN(4)]
		p.Purpose = randomText(rnd, rnd.IntN(40))
		for k := range 1 + rnd.IntN(4) {
			var b strings.Builder
			for range 1 + rnd.IntN(60) {
				b.WriteString(randomText(rnd, 4+rnd.IntN(40)))
				b.WriteString([]string{". ", ".\n\n", "\n", " | ", ".\n\n- "}[rnd.IntN(5)])
			}
			files[fmt.Sprint(k, ".txt")] = b.String() + "\n\n" + rows(rnd.IntN(9), randomText(rnd, 1+rnd.IntN(12)))
		}
		cases[fmt.Sprint("random ", i)] = memory(p, files)
	}
	return cases
}

// TestEditionsComeToRest: with the same input the next edition has the same
// digest, so it is never published, whatever the number of the edition and
// what the first says of changes. And so has the one after a source is gone.
func TestEditionsComeToRest(t *testing.T) {
	for name, o := range editionCases() {
		t.Run(name, func(t *testing.T) {
			r, s := edition(t, o, nil)
			if r.Digest != s.Digest || s.Edition != 1 || s.Changes != nil {
				t.Errorf("edition %d, digest %s, in the sidecar %s, changes %v", s.Edition, r.Digest, s.Digest, s.Changes)
			}
			for _, n := range []int{1, 8, 99, 9998} {
				s.Edition = n
				p := next(t, o, s)
				if p.Digest() != r.Digest {
					t.Errorf("edition %d of the same has another digest", n+1)
				}
				if p.stages.page.set.Overflow > 0 || p.Page.Pages != r.Page.Pages {
					t.Errorf("edition %d overflows", n+1)
				}
				if c := p.stages.changes; c.Text != "No item or to-do row changed." || p.Brief.Changes != c.Text {
					t.Errorf("edition %d says %q", n+1, p.Brief.Changes)
				}
			}
			other := *s
			other.Sections = slices.Clone(s.Sections)
			for i := range other.Sections {
				part := &other.Sections[i]
				part.Items = []SidecarItem{{Text: fmt.Sprint("Nobody said this ", i)}, {Text: "Nor was this said."}}
				part.Todo = slices.Clone(part.Todo)
				for k := range part.Todo {
					task := &part.Todo[k]
					task.Status, task.Owner, task.Due = "somehow", "X", "1 May 2019"
				}
			}
			if p := next(t, o, &other); p.Digest() != r.Digest || p.stages.page.set.Overflow > 0 {
				t.Errorf("the digest depends on the edition before: %s", p.Brief.Changes)
			}
			s.Edition = 1
			for len(o.Seeds) > 1 { // one after the other is taken away
				o.Seeds = o.Seeds[:len(o.Seeds)-min(len(o.Seeds)-1, 1+len(o.Seeds)/3)]
				_, s = edition(t, o, s)
				p := next(t, o, s)
				if p.Digest() != s.Digest {
					t.Fatalf("with %d seeds left the next edition has another digest: %s", len(o.Seeds), p.Brief.Changes)
				}
			}
		})
	}
}

// Of the rows that an edition knows none is lost as its sources go, unless it
// was done or stands elsewhere.
func TestNoRowIsLost(t *testing.T) {
	for name, o := range editionCases() {
		t.Run(name, func(t *testing.T) {
			_, first := edition(t, o, nil)
			all := slices.Clone(o.Seeds)
			for gone := range min(len(all), 4) {
				o.Seeds = slices.Delete(slices.Clone(all), gone, gone+1)
				if len(o.Seeds) == 0 {
					return
				}
				_, s := edition(t, o, first)
				now := s.rows()
				for _, r := range first.rows() {
					if r.State != doc.TaskDone && !r.standsIn(now) {
						t.Errorf("without %s %q is lost", all[gone], rowText(r.Cells))
					}
				}
			}
		})
	}
}

// TestPlainBuildSaysNothingOfEditions: what a build without a number makes is
// what it made before there were any.
func TestPlainBuildSaysNothingOfEditions(t *testing.T) {
	r := build(t, memory(harbour()))
	for _, key := range []string{"digest", "changes", "columns", "state", "carried", "carried_from", "gone", "new", "reworded", "changed"} {
		if strings.Contains(string(r.Sidecar), fmt.Sprintf("%q:", key)) {
			t.Errorf("the sidecar has %q", key)
		}
	}
	if r.Brief.Edition != 0 || r.Brief.Changes != "" || r.Brief.Legend != "" {
		t.Errorf("edition %d, %q", r.Brief.Edition, r.Brief.Changes)
	}
}

// TestCarriedRows follows rows that vanish from their source.
func TestCarriedRows(t *testing.T) {
	const motor, timetable = "Order the crane motor", "Print the new ferry timetable"
	p, files := harbour()
	o := memory(p, files)
	_, first := edition(t, o, nil)
	row := func(s *Sidecar, action string) *SidecarTask {
		for _, sec := range s.Sections {
			for i := range sec.Todo {
				if sec.Todo[i].Cells[0] == action {
					return &sec.Todo[i]
				}
			}
		}
		return nil
	}

	// The row goes, its source stays.
	whole := files["a.txt"]
	files["a.txt"] = strings.ReplaceAll(whole, motor+" | Harbour office | 30 May 2026\n", "")
	r, second := edition(t, o, first)
	kept, was := row(second, motor), row(first, motor)
	if kept == nil || !kept.Carried || kept.CarriedFrom != 1 || kept.Line != was.Line || !slices.Equal(kept.Spans, was.Spans) || !slices.Equal(kept.Cells, was.Cells) {
		t.Fatalf("kept %+v", kept)
	}
	if r.Brief.Changes != "1 to-do gone from source." {
		t.Errorf("the page says %q", r.Brief.Changes)
	}
	if got := second.Changes.Todo.Carried; len(got) != 1 || got[0].ID != was.ID || len(second.Changes.Todo.Gone) != 0 {
		t.Errorf("changes %+v", second.Changes.Todo)
	}
	if source := second.Sources[kept.Citation-1]; source.File != "a.txt" || source.Gone {
		t.Errorf("it cites %+v", source)
	}
	for _, f := range []Format{HTML, Markdown, Text, DOCX} {
		if data, err := r.Export(f); err != nil || f != DOCX && !strings.Contains(string(data), "gone from source") {
			t.Errorf("%s does not mark it: %v", f, err)
		}
	}
	if w := r.Warnings[len(r.Warnings)-1]; !strings.Contains(w.Msg, "1 to-do row is kept") {
		t.Errorf("warning %v", w)
	}

	// The source goes, too.
	delete(files, "a.txt")
	o.Seeds = []string{"b.txt"}
	_, third := edition(t, o, second)
	for _, tt := range []struct {
		action string
		from   int
	}{{motor, 1}, {timetable, 2}} {
		kept := row(third, tt.action)
		if kept == nil || !kept.Carried || kept.CarriedFrom != tt.from {
			t.Fatalf("%s: %+v", tt.action, kept)
		}
		source, before := third.Sources[kept.Citation-1], second.Sources[0]
		if !source.Gone || source.SHA256 != before.SHA256 || source.Title != before.Title || source.Published != before.Published || source.Grade != before.Grade {
			t.Errorf("%s cites %+v, before %+v", tt.action, source, before)
		}
	}

	// Again and again, and as their days pass.
	o.Profile.AsOf = doc.NewDate(2026, 6, 1)
	_, fourth := edition(t, o, third)
	if kept := row(fourth, motor); kept == nil || kept.CarriedFrom != 1 || !kept.Overdue {
		t.Errorf("later %+v", kept)
	}
	if kept := row(fourth, timetable); kept == nil || kept.Overdue {
		t.Errorf("later %+v", kept)
	}

	// One is closed in the config; it does not come back.
	for _, closed := range []string{"order the CRANE motor.", was.ID} {
		o.Profile.Closed = []string{closed}
		_, fifth := edition(t, o, fourth)
		if row(fifth, motor) != nil || row(fifth, timetable) == nil {
			t.Errorf("closed by %q: %+v", closed, fifth.Sections)
		}
		if !slices.ContainsFunc(fifth.Omitted, func(o omission) bool { return o.Why == "closed in the config" && strings.HasPrefix(o.Text, motor) }) {
			t.Errorf("closed by %q: it is not listed", closed)
		}
		if next(t, o, fifth).Digest() != fifth.Digest {
			t.Error("the edition after it has another digest")
		}
		o.Profile.Closed = nil
		if _, s := edition(t, o, fifth); row(s, motor) != nil {
			t.Error("it is back")
		}
	}

	// The source comes back.
	files["back.txt"] = whole
	o.Seeds = []string{"b.txt", "back.txt"}
	_, back := edition(t, o, fourth)
	if found := row(back, motor); found == nil || found.Carried || found.File != "back.txt" {
		t.Errorf("found again %+v", found)
	}
	if slices.ContainsFunc(back.Sources, func(s SidecarSource) bool { return s.Gone }) {
		t.Error("a source is still called gone")
	}
}

// Done rows are not kept, nor those of a section that is no more lost.
func TestCarriedRowsOfOtherKinds(t *testing.T) {
	p, files := harbour()
	files["c.txt"] = "The crane list follows.\n\nStep | Responsible | Status\n---|---|---\nOil the crane | Harbour office | done\nGrease the crane | Harbour office | open\n"
	o := memory(p, files)
	_, first := edition(t, o, nil)
	o.Seeds = []string{"a.txt", "b.txt"}
	o.Profile.Sections = []profile.Section{section("new", "Newly named", "ferry", "passengers")}
	r, second := edition(t, o, first)
	var carried []string
	for _, sec := range r.Brief.Sections {
		for _, task := range sec.Tasks {
			if task.Carried > 0 {
				carried = append(carried, sec.ID+": "+task.Cells[0])
			}
		}
	}
	if !slices.Equal(carried, []string{"new: Grease the crane"}) {
		t.Errorf("carried %q", carried)
	}
	if gone := second.Changes.Todo.Gone; len(gone) != 1 || !strings.HasPrefix(gone[0].Text, "Oil the crane") {
		t.Errorf("gone %+v", gone)
	}
}

// The state of an edition is all in its sidecar: an edition from one that was
// read back is that from one that was just made.
func TestSidecarKeepsAll(t *testing.T) {
	o := sample()
	r, s := edition(t, o, nil)
	again, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	back, err := ReadSidecar("again.json", again)
	if err != nil {
		t.Fatal(err)
	}
	o.Seeds = o.Seeds[:2]
	if next(t, o, &back).Digest() != next(t, o, s).Digest() || r.Digest == "" {
		t.Error("the sidecar does not survive")
	}
}

// A sidecar that somebody has edited, or that is of a plain build, does no
// harm.
func TestOddPrevious(t *testing.T) {
	odd := func(change func(s *Sidecar)) *Sidecar {
		_, s := edition(t, memory(harbour()), nil)
		change(s)
		return s
	}
	task := func(s *Sidecar) *SidecarTask { return &s.Sections[0].Todo[0] }
	for _, tt := range []struct {
		name string
		was  *Sidecar
		kept bool // the row is
	}{
		{"empty", &Sidecar{}, false},
		{"no cells", odd(func(s *Sidecar) { task(s).Cells = nil }), false},
		{"no columns", odd(func(s *Sidecar) { task(s).Columns = nil }), true},
		{"few columns, no header", odd(func(s *Sidecar) { task(s).Columns, task(s).Header = task(s).Columns[:1], nil }), true},
		{"no sources", odd(func(s *Sidecar) { s.Sources = nil }), true},
		{"bad spans", odd(func(s *Sidecar) { task(s).Spans = []SidecarSpan{{"", -5, -9}}; task(s).Line = -1 }), true},
		{"other state", odd(func(s *Sidecar) { task(s).State, task(s).Score = "lost", -1e308 }), true},
		{"a row without end", odd(func(s *Sidecar) { task(s).Cells[0] = strings.Repeat("paint ", 1e5) }), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			o := memory(harbour())
			o.Seeds, o.Edition, o.Previous = []string{"b.txt"}, 2, tt.was
			p := prepared(t, o)
			if p.stages.page.set.Overflow > 0 {
				t.Error("more than a page")
			}
			if kept := len(p.Brief.Sections[0].Tasks) > 0; kept != tt.kept {
				t.Errorf("kept: %v", kept)
			}
			r, err := p.Render()
			if err != nil {
				t.Fatal(err)
			}
			s, err := ReadSidecar("odd.json", r.Sidecar)
			if err != nil {
				t.Fatal(err)
			}
			if next(t, o, &s).Digest() != r.Digest {
				t.Error("the next edition has another digest")
			}
		})
	}
}
