package brief

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/layout"
	"readahead/brief/profile"
)

// memory makes options that read the given files and nothing else.
func memory(p profile.Profile, files map[string]string) Options {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	if p.Name == "" {
		p.Name = "test"
	}
	return Options{
		Profile: p,
		Seeds:   names,
		ReadFile: func(name string) ([]byte, error) {
			text, ok := files[name]
			if !ok {
				return nil, fs.ErrNotExist
			}
			return []byte(text), nil
		},
	}
}

func section(id, title string, keywords ...string) profile.Section {
	return profile.Section{ID: id, Title: title, Keywords: keywords, MinItems: -1, Weight: 1}
}

// harbour is a profile with material for each of its sections.
func harbour() (profile.Profile, map[string]string) {
	p := profile.Profile{
		Title: "Port of Vesterhamn: Notes for the Council", Language: "en-GB", Marking: "INTERNAL",
		PreparedFor: "The Mayor", From: "Harbour office", Purpose: "Decide on the new quay.",
		Asks: []string{"approve the quay"},
		Sections: []profile.Section{
			section("quay", "Quay works", "quay", "crane", "dredging"),
			section("ferry", "Ferry traffic", "ferry", "passengers", "timetable"),
		},
		Page: profile.Page{Size: "letter", Template: "read-ahead"},
	}
	return p, map[string]string{
		"a.txt": `New quay at Vesterhamn

Posted on 4 May 2026 by the harbour office

The new quay at Vesterhamn will be 240 metres long and carry two cranes. Dredging of the basin began in April and takes out 90,000 cubic metres of clay. The old crane on the quay was built in 1962 and needs a new motor.

The ferry to Sundby carried 410,000 passengers last year, a tenth more than the year before. A new timetable gives the ferry three more departures on weekdays. Passengers wait in a shed that leaks.

Step | Responsible | Not later than
---|---|---
Order the crane motor | Harbour office | 30 May 2026
Print the new ferry timetable | Sundby Line | 12 June 2026
`,
		"b.txt": `Letters from the shore

Dredging has stirred up so much mud that the fishermen moved their pots. The quay contractor says that the mud will settle by the autumn. Ferry passengers complain that the timetable is printed too small.
`,
	}
}

func build(t *testing.T, o Options) *Result {
	t.Helper()
	r, err := Build(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestBuild(t *testing.T) {
	r := build(t, memory(harbour()))
	var s Sidecar
	if err := json.Unmarshal(r.Sidecar, &s); err != nil {
		t.Fatal(err)
	}
	for _, part := range s.Sections {
		if len(part.Items) < 2 {
			t.Errorf("section %s has %d items", part.ID, len(part.Items))
		}
		if len(part.Todo) != 1 {
			t.Errorf("section %s has %d to-do rows, want 1", part.ID, len(part.Todo))
		}
	}
	if !bytes.HasPrefix(r.PDF, []byte("%PDF-1.7")) {
		t.Errorf("the file starts with %q", r.PDF[:8])
	}
}

// TestBuildIsDeterministic builds the same page on one and on several
// processors.
func TestBuildIsDeterministic(t *testing.T) {
	first := build(t, memory(harbour()))
	for _, procs := range []int{1, 2, 8} {
		old := runtime.GOMAXPROCS(procs)
		again := build(t, memory(harbour()))
		runtime.GOMAXPROCS(old)
		if !bytes.Equal(first.PDF, again.PDF) || !bytes.Equal(first.Sidecar, again.Sidecar) {
			t.Errorf("another file with GOMAXPROCS=%d", procs)
		}
	}
}

// TestSpansReproduceText follows every printed item back to its file.
func TestSpansReproduceText(t *testing.T) {
	p, files := harbour()
	r := build(t, memory(p, files))
	for _, sec := range r.Brief.Sections {
		for _, it := range sec.Items {
			var b strings.Builder
			for _, s := range it.From {
				b.WriteString(files[s.File][s.Start:s.End])
			}
			if got, want := squash(b.String()), squash(it.Text); got != want {
				t.Errorf("%q\nspans give %q", it.Text, b.String())
			}
		}
	}
}

// squash takes all white space out.
func squash(s string) string { return strings.Join(strings.Fields(s), "") }

func TestBuildErrors(t *testing.T) {
	p, files := harbour()
	for _, tt := range []struct {
		name   string
		change func(p *profile.Profile, files map[string]string, o *Options)
		want   []string
	}{
		{"no usable seed", func(_ *profile.Profile, files map[string]string, _ *Options) {
			clear(files)
			files["c.txt"] = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x00"
		}, []string{"c.txt: ", "none of the seeds can be used"}},
		{"strict", func(_ *profile.Profile, files map[string]string, o *Options) {
			files["c.txt"] = ""
			o.Strict = true
		}, []string{"c.txt: ", "1 of 3 seeds cannot be used"}},
		{"too much that must be printed", func(p *profile.Profile, _ map[string]string, _ *Options) {
			p.Purpose = strings.Repeat("A purpose that goes on and on. ", 400)
		}, []string{"pt too high for one page"}},
		{"unknown template", func(p *profile.Profile, _ map[string]string, _ *Options) {
			p.Page.Template = "read-ahaed"
		}, []string{"read-ahaed"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, files := p, cloneMap(files)
			o := Options{}
			tt.change(&p, files, &o)
			m := memory(p, files)
			m.Strict = o.Strict
			_, err := Build(context.Background(), m)
			if err == nil {
				t.Fatal("no error")
			}
			var e *doc.Error
			if !errors.As(err, &e) || e.Hint == "" && !strings.Contains(err.Error(), "\n") {
				t.Errorf("%v: no hint", err)
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q does not say %q", err, want)
				}
			}
		})
	}
}

func cloneMap(m map[string]string) map[string]string {
	out := map[string]string{}
	for k, v := range m {
		out[k] = v
	}
	return out
}

// TestOnePage builds from extreme input, on both papers: the page is one, and
// nothing on it lies outside the paper.
func TestOnePage(t *testing.T) {
	table := func(rows int, cell func(i int) string) string {
		var b strings.Builder
		b.WriteString("The quay list follows.\n\nStep | Responsible | Until\n---|---|---\n")
		for i := range rows {
			fmt.Fprintf(&b, "%s | Harbour office | 3 May 2026\n", cell(i))
		}
		return b.String()
	}
	for _, tt := range []struct {
		name   string
		change func(p *profile.Profile, files map[string]string)
	}{
		{"no sections", func(p *profile.Profile, _ map[string]string) { p.Sections = nil }},
		{"40 sections", func(p *profile.Profile, _ map[string]string) {
			p.Sections = nil
			for i := range 40 {
				p.Sections = append(p.Sections, section(fmt.Sprint("s", i), fmt.Sprint("Section ", i), "quay", "ferry"))
			}
		}},
		{"cell of 10,000 characters", func(_ *profile.Profile, files map[string]string) {
			files["c.txt"] = table(3, func(int) string { return strings.Repeat("Paint the quay wall ", 500) })
		}},
		{"word of 300 characters", func(_ *profile.Profile, files map[string]string) {
			files["c.txt"] = "The quay has a " + strings.Repeat("very", 75) + " long crane, which the ferry passes each day."
		}},
		{"5,000 rows", func(_ *profile.Profile, files map[string]string) {
			files["c.txt"] = table(5000, func(i int) string { return fmt.Sprint("Mend quay plank ", i) })
		}},
		{"nothing for any section", func(_ *profile.Profile, files map[string]string) {
			clear(files)
			files["c.txt"] = "The choir sang on the hill until the rain came down upon the village."
		}},
		{"one word", func(_ *profile.Profile, files map[string]string) {
			clear(files)
			files["c.txt"] = "quay"
		}},
		{"200 seeds", func(_ *profile.Profile, files map[string]string) {
			for i := range 200 {
				files[fmt.Sprintf("n%03d.txt", i)] = fmt.Sprintf("Crane %d on the quay was painted by crew %d in the spring. The ferry number %d took %d passengers to the island.", i, i+7, i, i*3)
			}
		}},
		{"scripts that no face has", func(_ *profile.Profile, files map[string]string) {
			files["c.txt"] = "The quay is called 港 and the ferry is called ספינה and the crane is 🏗️ in the letters."
		}},
	} {
		for _, size := range []string{"letter", "a4"} {
			t.Run(tt.name+"/"+size, func(t *testing.T) {
				p, files := harbour()
				p.Page.Size = size
				tt.change(&p, files)
				onePage(t, memory(p, files))
			})
		}
	}
}

// TestOnePageRandom does the same with random documents and profiles.
func TestOnePageRandom(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		p, files := harbour()
		clear(files)
		p.Page.Size = []string{"letter", "a4"}[rnd.IntN(2)]
		for i := range rnd.IntN(4) {
			p.Sections = append(p.Sections, section(fmt.Sprint("x", i), randomText(rnd, 1+rnd.IntN(6)), randomText(rnd, 1), "quay"))
		}
		p.Purpose = randomText(rnd, rnd.IntN(30))
		for i := range 1 + rnd.IntN(4) {
			var b strings.Builder
			for range 1 + rnd.IntN(30) {
				b.WriteString(randomText(rnd, 4+rnd.IntN(40)))
				b.WriteString([]string{". ", ".\n\n", "\n", " | ", "\t", ".\n\n- "}[rnd.IntN(6)])
			}
			files[fmt.Sprint(i, ".txt")] = b.String()
		}
		o := memory(p, files)
		if _, err := Build(context.Background(), o); err != nil {
			continue // documents without text, say
		}
		onePage(t, o)
	}
}

func randomText(rnd *rand.Rand, words int) string {
	vocabulary := strings.Fields("the quay ferry crane passengers of and to in will be has timetable dredging € 9.3 “quoted” U.S. São É ß Ωmega 港 ש https://a.example/x Mr. said — – (see) 12 % Veryverylongcompoundwordthatneverends a an was")
	out := make([]string, words)
	for i := range out {
		out[i] = vocabulary[rnd.IntN(len(vocabulary))]
	}
	return strings.Join(out, " ")
}

func onePage(t *testing.T, o Options) {
	t.Helper()
	s, err := run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	page := s.page.set.Page
	if s.page.set.Overflow > 0 {
		t.Errorf("the page is %.1f pt too high", s.page.set.Overflow.Points())
	}
	for _, b := range page.Boxes {
		x, y, w, text := layout.Length(0), layout.Length(0), layout.Length(0), ""
		switch b := b.(type) {
		case layout.Run:
			x, y, w, text = b.X, b.Y, b.Width, b.Text
		case layout.Rect:
			x, y, w = b.X, b.Y, b.W
		}
		if x < 0 || y < 0 || x+w > page.Width || y > page.Height {
			t.Errorf("outside the paper: %q at %.1f, %.1f", text, x.Points(), y.Points())
		}
	}
	if _, err := Build(context.Background(), o); err != nil {
		t.Error(err)
	}
}
