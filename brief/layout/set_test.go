package layout

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"readahead/brief/doc"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestPrintGolden(t *testing.T) {
	f, err := setter(t, "letter").Set(harbour(), 10*Pt)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := Print(&b, f.Page); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "harbour.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(b.String(), "\n")
	for i, line := range strings.Split(string(want), "\n") {
		if i >= len(got) || got[i] != line {
			t.Fatalf("line %d differs; if it should, go test -update\ngot  %q\nwant %q", i+1, got[min(i, len(got)-1)], line)
		}
	}
}

// The structure tree is one that readers of it can rely on.
func TestStructure(t *testing.T) {
	f, err := setter(t, "letter").Set(harbour(), 10*Pt)
	if err != nil {
		t.Fatal(err)
	}
	p := f.Page
	parents := map[Tag][]Tag{
		H2: {Sect}, LI: {L}, Lbl: {LI, Note}, LBody: {LI}, THead: {TableTag}, TBody: {TableTag}, TR: {THead, TBody}, TH: {TR}, TD: {TR},
	}
	ids := map[string]bool{}
	cells := map[int]int{}
	for i, e := range p.Elements[1:] {
		if e.Parent < 0 || e.Parent > i {
			t.Fatalf("element %d (%s) has parent %d", i+1, e.Tag, e.Parent)
		}
		parent := p.Elements[e.Parent]
		if want, ok := parents[e.Tag]; ok && !strings.Contains(join(want), string(parent.Tag)) {
			t.Errorf("%s in %s", e.Tag, parent.Tag)
		}
		switch e.Tag {
		case TH, TD:
			cells[e.Parent]++
			if e.Tag == TH && e.Scope == "" {
				t.Error("a TH without scope")
			}
		case Note:
			if e.ID == "" || ids[e.ID] {
				t.Errorf("a note has the ID %q", e.ID)
			}
			ids[e.ID] = true
		}
	}
	for _, table := range elementsOf(p, TableTag) {
		columns := 0
		for row, n := range cells {
			if p.Elements[p.Elements[row].Parent].Parent == table {
				if columns != 0 && columns != n {
					t.Errorf("a table has rows of %d and %d cells", columns, n)
				}
				columns = n
			}
		}
	}
	if n := len(elementsOf(p, H1)); n != 1 {
		t.Errorf("%d titles", n)
	}
	if n := len(elementsOf(p, H2)); n != 5 {
		t.Errorf("%d headings of sections and trackers, want 5", n)
	}
	var addresses []string
	for _, i := range elementsOf(p, Link) {
		link := p.Elements[i]
		switch {
		case link.URL != "":
			addresses = append(addresses, link.URL)
		case p.Elements[link.Parent].Tag != Reference || !ids[link.Target]:
			t.Errorf("a link in a %s leads to %q", p.Elements[link.Parent].Tag, link.Target)
		}
	}
	if len(addresses) != 1 || addresses[0] != "https://maritime.example/silt" {
		t.Errorf("links: %v", addresses)
	}
}

func join(tags []Tag) string {
	var b strings.Builder
	for _, t := range tags {
		b.WriteString(string(t) + " ")
	}
	return b.String()
}

// What Room and ItemHeight promise comes true but for the last few lines.
func TestRoomAndItemHeight(t *testing.T) {
	for _, paper := range []string{"letter", "a4"} {
		s := setter(t, paper)
		for _, size := range s.Sizes() {
			b := harbour()
			room := s.Room(b, size)
			for i := range b.Sections {
				for _, it := range b.Sections[i].Items {
					room -= s.ItemHeight(it, size)
				}
			}
			f, err := s.Set(b, size)
			if err != nil {
				t.Fatal(err)
			}
			if off := room - (f.Slack - 2*f.Overflow); f.Overflow == 0 && (off < -60*Pt || off > 60*Pt) {
				t.Errorf("%s at %.1f: %.1f points promised, %.1f are there", paper, size.Points(), room.Points(), f.Slack.Points())
			}
			if f.Overflow > 0 && room > 60*Pt {
				t.Errorf("%s at %.1f: %.1f points promised, but too high by %.1f", paper, size.Points(), room.Points(), f.Overflow.Points())
			}
		}
	}
}

// Content beyond all measure is told from what fits, and costs no more.
func TestSetTooMuch(t *testing.T) {
	word := "Askvoll "
	many := func(n int) (items []doc.Item) {
		for range n {
			items = append(items, doc.Item{Text: "One of many."})
		}
		return items
	}
	wide := doc.Tracker{Header: make([]string, 3000), Rows: make([][]string, 5000)}
	for i := range wide.Header {
		wide.Header[i] = "column"
	}
	for i := range wide.Rows {
		wide.Rows[i] = wide.Header
	}
	rows := make([]doc.Task, 5000)
	for i := range rows {
		rows[i] = doc.Task{Cells: []string{"Task", "detail"}, Columns: []doc.Column{doc.ActionColumn, doc.DetailColumn}}
	}
	for _, tt := range []struct {
		name string
		b    doc.Brief
	}{
		{"long item", doc.Brief{Sections: []doc.Section{{Items: []doc.Item{{Text: strings.Repeat(word, 2000)}}}}}},
		{"item without end", doc.Brief{Sections: []doc.Section{{Items: []doc.Item{{Text: strings.Repeat(word, 1e5)}}}}}},
		{"word without end", doc.Brief{Sections: []doc.Section{{Items: []doc.Item{{Text: strings.Repeat("a", 1e6)}}}}}},
		{"many items", doc.Brief{Sections: []doc.Section{{Items: many(1e5)}}}},
		{"many sections", doc.Brief{Sections: make([]doc.Section, 1e5)}},
		{"many rows", doc.Brief{Sections: []doc.Section{{Tasks: rows}}}},
		{"long cell", doc.Brief{Sections: []doc.Section{{Tasks: []doc.Task{{Cells: []string{strings.Repeat(word, 2000)}}}}}}},
		{"many columns and rows", doc.Brief{Trackers: []doc.Tracker{wide}}},
		{"many columns", doc.Brief{Trackers: []doc.Tracker{{Header: wide.Header, Rows: wide.Rows[:100]}}}},
		{"many sources", doc.Brief{Sources: make([]doc.Source, 1e5)}},
		{"long title", doc.Brief{Title: strings.Repeat(word, 5000)}},
		{"long marking", doc.Brief{Marking: strings.Repeat(word, 5000)}},
		{"many objectives", doc.Brief{Objectives: strings.Fields(strings.Repeat(word, 5000))}},
		{"many attendees", doc.Brief{Attendees: strings.Fields(strings.Repeat(word, 50000))}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := setter(t, "a4")
			f, err := s.Set(tt.b, 10*Pt)
			if err != nil || f.Overflow <= 0 || len(f.Page.Boxes) > 0 {
				t.Errorf("error %v, overflow %d, %d boxes", err, f.Overflow, len(f.Page.Boxes))
			}
			items := false
			for _, sec := range tt.b.Sections {
				items = items || len(sec.Items) > 0
			}
			if room := s.Room(tt.b, 10*Pt); !items && room >= 0 {
				t.Errorf("there is room for %d", room)
			}
		})
	}
}

// Thirty-six sections of a line each still make a page.
func TestSetManySections(t *testing.T) {
	b := doc.Brief{Title: "Thirty-six"}
	for range 36 {
		b.Sections = append(b.Sections, doc.Section{Title: "Quay", Items: []doc.Item{{Text: "It is open."}}})
	}
	f, err := setter(t, "a4").Set(b, 19*Pt/2)
	if err != nil || f.Overflow > 0 {
		t.Errorf("error %v, overflow %.1f", err, f.Overflow.Points())
	}
}

// A section without content says so, unless the line is what does not fit.
func TestSetEmptySections(t *testing.T) {
	s := setter(t, "a4")
	said := func(n int) (lines int) {
		b := doc.Brief{Title: "Nothing"}
		for i := range n {
			b.Sections = append(b.Sections, doc.Section{Title: "Quay", Available: i % 2})
		}
		if room := s.Room(b, s.Sizes()[0]); room < 0 {
			t.Errorf("%d sections leave room for %.1f points", n, room.Points())
		}
		f, err := s.Set(b, s.Sizes()[0])
		if err != nil || f.Overflow > 0 {
			t.Errorf("%d sections: error %v, overflow %.1f", n, err, f.Overflow.Points())
		}
		for _, r := range runsOf(f.Page) {
			if f.Units[r.From].Kind == EmptyUnit {
				lines++
			}
		}
		return lines
	}
	for n, want := range map[int]int{1: 1, 5: 5, 52: 0} {
		if got := said(n); got != want {
			t.Errorf("%d of %d sections say that they are empty, want %d", got, n, want)
		}
	}
}

func TestSetWarns(t *testing.T) {
	b := harbour()
	b.Sections[1].Items[0].Text = "The sign 🚢 is missing, and 🚢 again."
	b.Title = "Ordinary – café ﬁne"
	f, err := setter(t, "letter").Set(b, 10*Pt)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Warnings) != 1 || f.Units[f.Warnings[0].Unit] != (Unit{ItemUnit, 1, 0}) || !strings.Contains(f.Warnings[0].Msg, "U+1F6A2") {
		t.Errorf("warnings: %+v", f.Warnings)
	}
}

func TestSetRefusesSizes(t *testing.T) {
	s := setter(t, "letter")
	for _, size := range []Length{0, 9 * Pt, 12 * Pt} {
		if _, err := s.Set(harbour(), size); err == nil {
			t.Errorf("set at %.1f points", size.Points())
		}
	}
	if _, err := NewSetter(Template{}, "foolscap"); err == nil {
		t.Error("there is a paper called foolscap")
	}
}

// A Setter serves many at once, and each gets what it would get alone.
func TestSetConcurrently(t *testing.T) {
	s := setter(t, "letter")
	briefs := []doc.Brief{harbour(), small(), sparse(), dense()}
	var want []Fitted
	for _, b := range briefs {
		f, err := setter(t, "letter").Set(b, 10*Pt)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, f)
	}
	var wg sync.WaitGroup
	for i := range 40 {
		wg.Go(func() {
			f, err := s.Set(briefs[i%len(briefs)], 10*Pt)
			if err != nil || !reflect.DeepEqual(f, want[i%len(want)]) {
				t.Errorf("brief %d differs (%v)", i%len(want), err)
			}
		})
	}
	wg.Wait()
}
