package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"readahead/brief/doc"
)

// A chaos makes briefs of ordinary and of absurd texts.
type chaos struct {
	*rand.Rand
	heavy bool // absurd sizes are more likely
}

var vocabulary = strings.Fields(`quay ferry tide 9.3 $ 12 km million per cent the of and a harbour-master
mole/berth U.S.–Askvoll dredgers, 40 % (again) “so” J. Dahl No. 7 www.port.example/long/path?of=things
ร่องน้ำ 港湾局 浚渫 ก่อน Ελλάδα гавань e` + "\u0301" + ` 🚢 ` + "\u202Egnp\u202C" + ` ﬃ — – office café ½ ² 日本語の文章です。`)

func (c chaos) word() string {
	switch c.IntN(60) {
	case 0:
		return strings.Repeat("x", 1+c.IntN(300))
	case 1:
		return "Z" + strings.Repeat("\u0301\u0323", c.IntN(45)) + "algo"
	case 2:
		return strings.Repeat("\u0E19\u0E49\u0E33", 1+c.IntN(40))
	}
	return vocabulary[c.IntN(len(vocabulary))]
}

func (c chaos) text(words int) string {
	switch {
	case c.IntN(12) == 0:
		return ""
	case c.heavy && c.IntN(40) == 0:
		words *= 100
	}
	n := 1 + c.IntN(words)
	parts := make([]string, n)
	for i := range parts {
		parts[i] = c.word()
	}
	return strings.Join(parts, []string{" ", "  ", "\n", " "}[c.IntN(4)])
}

func (c chaos) count(most int) int {
	if c.heavy && c.IntN(30) == 0 {
		return c.IntN(most*100 + 1)
	}
	return c.IntN(most + 1)
}

func (c chaos) texts(most, words int) []string {
	out := make([]string, c.count(most))
	for i := range out {
		out[i] = c.text(words)
	}
	return out
}

func (c chaos) item() doc.Item {
	it := doc.Item{Text: c.text(30), Citation: c.IntN(5)}
	for range c.count(2) {
		it.Also = append(it.Also, c.IntN(40))
	}
	kinds := []doc.FlagKind{doc.Stale, doc.Undated, doc.Conflict, doc.Garbled, "odd"}
	for range c.IntN(3) {
		it.Flags = append(it.Flags, doc.Flag{Kind: kinds[c.IntN(len(kinds))], Note: c.text(5)})
	}
	return it
}

func (c chaos) brief() doc.Brief {
	b := doc.Brief{
		Title: c.text(12), Marking: c.text(4), Kicker: c.text(8), From: c.text(6), Purpose: c.text(30),
		With: c.text(8), Minutes: c.IntN(90), Place: c.text(6), Attendees: c.texts(4, 3),
		AsOf: doc.Date{Year: 2000 + c.IntN(60), Month: time.Month(c.IntN(14)), Day: c.IntN(33)}, Edition: c.IntN(5),
		Objectives: c.texts(3, 10), Asks: c.texts(4, 10), Summary: c.texts(3, 15), Changes: c.text(12), LeftOut: c.IntN(30),
	}
	if c.IntN(3) > 0 {
		b.At = time.Date(2026, time.Month(c.IntN(12)), c.IntN(28), c.IntN(24), 0, 0, 0, time.FixedZone("", c.IntN(20)*1800-18000))
	}
	if c.IntN(3) > 0 {
		it := c.item()
		b.BottomLine = &it
	}
	columns := []doc.Column{doc.ActionColumn, doc.DetailColumn, doc.OwnerColumn, doc.DueColumn, doc.StatusColumn, "", doc.DetailColumn}
	for range c.count(4) {
		s := doc.Section{Title: c.text(6), Available: c.IntN(12)}
		for range c.count(3) {
			s.Items = append(s.Items, c.item())
		}
		for range c.count(3) {
			n := c.count(len(columns))
			t := doc.Task{Cells: c.texts(n, 8), Header: c.texts(n, 2), Citation: c.IntN(4)}
			for range n {
				t.Columns = append(t.Columns, columns[c.IntN(len(columns))])
			}
			s.Tasks = append(s.Tasks, t)
		}
		b.Sections = append(b.Sections, s)
	}
	for range c.IntN(2) {
		t := doc.Tracker{Title: c.text(5), Header: c.texts(5, 3), Citation: c.IntN(4)}
		for range c.count(4) {
			t.Rows = append(t.Rows, c.texts(5, 5))
		}
		b.Trackers = append(b.Trackers, t)
	}
	for i := range c.count(4) {
		b.Sources = append(b.Sources, doc.Source{Citation: i + 1, File: c.text(1), Title: c.text(10), Publisher: c.text(3), Grade: "F6", URL: c.text(1)})
	}
	if c.IntN(3) == 0 {
		b.TLP = []string{"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"}[c.IntN(5)]
	}
	if c.IntN(4) == 0 {
		b.CUI = &doc.CUI{ControlledBy: c.texts(2, 5), Categories: c.texts(3, 3), Dissemination: c.text(3), POC: c.text(5)}
	}
	b.Pages = 2 * c.IntN(2)
	return b
}

// emblem is a logo of a square and a picture.
func (c chaos) emblem() Logo {
	art := Art{Width: 1 + float64(c.IntN(30)), Height: 1 + float64(c.IntN(30))}
	if c.IntN(2) == 0 {
		art.Picture = &Picture{Width: 1, Height: 1, RGB: []byte{1, 2, 3}}
	} else {
		art.Paths = []ArtPath{{Segments: []ArtSegment{
			{Op: MoveTo, P: [3][2]float64{{-50, 2}}}, {Op: CurveTo, P: [3][2]float64{{1e9, 0}, {3, -1e9}, {4, 4}}}, {Op: Close},
		}}}
	}
	return Logo{Alt: "Crest", Height: Length(8+c.IntN(60)) * Pt, Art: art}
}

// Whatever the brief, either the page overflows and says so, or everything is
// printed, inside the margins, and no text runs into another.
func TestSetIsSafe(t *testing.T) {
	for _, look := range looks() {
		s := setterOf(t, look[0], look[1])
		paper := strings.Join(look[:], " on ")
		seeds := uint64(100)
		if look[0] == "read-ahead" {
			seeds = 400
		}
		fitted := uint64(0)
		for seed := range seeds {
			c := chaos{rand.New(rand.NewPCG(seed, 3)), seed%10 == 0}
			b := c.brief()
			s.template.Logo, s.template.Arrange.Marking = Logo{}, "plain"
			if c.IntN(3) == 0 {
				s.template.Logo = c.emblem()
			}
			if c.IntN(3) == 0 {
				s.template.Arrange.Marking = "banner"
			}
			body := min(s.template.Body.Floor+Length(c.IntN(16))*s.template.Body.Step, s.template.Body.Ceiling)
			f, err := s.Set(b, body)
			if err != nil {
				t.Fatal(err)
			}
			if f.Overflow > 0 {
				if len(f.Page.Boxes) > 0 {
					t.Fatalf("%s, seed %d: boxes in spite of an overflow", paper, seed)
				}
				continue
			}
			fitted++
			for _, problem := range problems(s, b, f) {
				t.Errorf("%s, seed %d: %s", paper, seed, problem)
			}
			if t.Failed() {
				return
			}
		}
		if fitted < seeds/6 {
			t.Errorf("%s: only %d pages fitted", paper, fitted)
		}
	}
}

// Whatever numbers a template has, it is refused, or pages set by it are as
// safe as others.
func TestTemplatesAreSafe(t *testing.T) {
	lines := strings.Split(string(builtin(t)), "\n")
	accepted := 0
	for i, line := range lines {
		key, _, ok := strings.Cut(line, ":")
		if !ok || strings.Contains(line, "{") || strings.Contains(line, `"`) || strings.HasPrefix(line, "#") || !strings.HasPrefix(line, " ") {
			continue
		}
		for _, value := range []string{"0", "0.1", "3", "40", "300", "2000", "0 .. 300", "0%", "500%"} {
			changed := append([]string{}, lines...)
			changed[i] = key + ": " + value
			tmpl, err := ParseTemplate("t", []byte(strings.Join(changed, "\n")))
			if err != nil {
				continue
			}
			accepted++
			s, err := NewSetter(tmpl, "a4")
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range []doc.Brief{harbour(), sparse()} {
				f, err := s.Set(b, tmpl.Body.Floor)
				if err != nil {
					t.Fatal(err)
				}
				if f.Overflow > 0 {
					continue
				}
				for _, problem := range problems(s, b, f) {
					t.Errorf("with %s: %s", changed[i], problem)
				}
			}
		}
	}
	if accepted < 100 {
		t.Errorf("only %d templates were accepted", accepted)
	}
}

// problems says what is wrong with a page.
func problems(s *Setter, b doc.Brief, f Fitted) (out []string) {
	complain := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	runs := runsOf(f.Page)
	left, right := s.template.Grid.Side, s.paper.width-s.template.Grid.Side
	for _, r := range runs {
		if r.Size < MinSize {
			complain("%q is set in %.1f points", r.Text, r.Size.Points())
		}
		left, right := left, right
		if r.Element != Artifact && f.Page.Elements[r.Element].Actual != "" { // a sign may hang
			hang := (&work{Setter: s, t: &s.template}).overhang()
			left, right = left-hang, right+hang
		}
		if top, bottom, end := ink(r); r.X < left || end > right+Pt/100 || top < 0 || bottom > s.paper.height {
			complain("%q leaves the text area: %.2f to %.2f", r.Text, r.X.Points(), end.Points())
		}
	}
	for i, a := range runs {
		topA, bottomA, endA := ink(a)
		for _, b := range runs[:i] {
			topB, bottomB, endB := ink(b)
			if topA < bottomB && topB < bottomA && a.X+Pt/20 < endB && b.X+Pt/20 < endA {
				complain("%q at %.1f,%.1f runs into %q at %.1f,%.1f", a.Text, a.X.Points(), a.Y.Points(), b.Text, b.X.Points(), b.Y.Points())
			}
		}
	}
	for _, box := range f.Page.Boxes {
		switch p := box.(type) {
		case Path:
			for _, seg := range p.Segments {
				for _, at := range seg.P {
					if (at != Point{}) && (at.X < left || at.X > right || at.Y < 0 || at.Y > s.paper.height) {
						complain("a path leaves the text area: %+v", at)
					}
				}
			}
		case Image:
			if p.X < left || p.X+p.W > right || p.Y < 0 || p.Y+p.H > s.paper.height || p.W <= 0 || p.H <= 0 {
				complain("a picture leaves the text area: %+v", p)
			}
		}
		if r, ok := box.(Rect); ok && (r.X < left || r.X+r.W > right || r.Y < 0 || r.Y+r.H > s.paper.height || r.W <= 0 || r.H <= 0) {
			complain("a rectangle leaves the text area: %+v", r)
		}
	}
	out = append(out, crowding(f.Page)...)
	printed := textByUnit(f)
	want := func(u Unit, text string) {
		text = squeeze(Printable(text))
		if !strings.Contains(printed[u], text) {
			complain("%v lacks %q: %q", u, text, printed[u])
		}
	}
	wantAll(b, want)
	return out
}

// crowding says which logos stand over text.
func crowding(p Page) (out []string) {
	for _, box := range p.Boxes {
		img, ok := box.(Image)
		if !ok {
			continue
		}
		for _, r := range runsOf(p) {
			if top, bottom, end := ink(r); top < img.Y+img.H && img.Y < bottom && r.X < img.X+img.W && img.X < end {
				out = append(out, fmt.Sprintf("the logo stands over %q", r.Text))
			}
		}
	}
	return out
}

// ink returns where the letters of a run reach to, without the space at its
// end.
func ink(r Run) (top, bottom, end Length) {
	end = r.X + r.Width
	if strings.HasSuffix(r.Text, " ") {
		st := newRunStyle(r)
		end = r.X + st.width(strings.TrimSuffix(r.Text, " "))
	}
	return r.Y - r.Size*66/100, r.Y + r.Size*20/100, end
}

func newRunStyle(r Run) style {
	s := style{size: r.Size, tracking: r.Tracking}
	s.setFace(r.Face)
	return s
}

func runsOf(p Page) (runs []Run) {
	for _, box := range p.Boxes {
		if r, ok := box.(Run); ok {
			runs = append(runs, r)
		}
	}
	return runs
}

func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }

// textByUnit returns the text of each unit without spaces.
func textByUnit(f Fitted) map[Unit]string {
	out := map[Unit]string{}
	for _, r := range runsOf(f.Page) {
		u := f.Units[r.From]
		out[u] += squeeze(r.Text)
	}
	return out
}

// wantAll calls want for every text of the brief with the unit that prints it.
func wantAll(b doc.Brief, want func(Unit, string)) {
	one := func(k UnitKind) Unit { return Unit{k, -1, -1} }
	want(one(TitleUnit), b.Title)
	want(one(KickerUnit), b.Kicker)
	want(one(PurposeUnit), b.Purpose)
	want(one(MarkingUnit), b.Marking)
	if b.TLP != "" {
		want(one(TLPUnit), "TLP:"+b.TLP)
	}
	if b.CUI != nil {
		want(Unit{CUIUnit, -1, 3}, b.CUI.POC)
	}
	want(one(ChangesUnit), b.Changes)
	for _, s := range b.Summary {
		want(one(SummaryUnit), s)
	}
	for i, s := range b.Objectives {
		want(Unit{ObjectiveUnit, -1, i}, s)
	}
	for i, s := range b.Asks {
		want(Unit{AskUnit, -1, i}, s)
	}
	wantItem := func(u Unit, it *doc.Item) {
		want(u, it.Text)
		for _, f := range it.Flags {
			want(u, f.Note)
		}
		for _, n := range citations(it) {
			want(u, fmt.Sprint(n))
		}
	}
	if b.BottomLine != nil {
		wantItem(one(BottomLineUnit), b.BottomLine)
	}
	for i := range b.Sections {
		s := &b.Sections[i]
		want(Unit{HeadingUnit, i, -1}, s.Title)
		for k := range s.Items {
			wantItem(Unit{ItemUnit, i, k}, &s.Items[k])
		}
		for k := range s.Tasks {
			for _, cell := range s.Tasks[k].Cells {
				want(Unit{TaskUnit, i, k}, cell)
			}
		}
	}
	for i, tr := range b.Trackers {
		want(Unit{TrackerUnit, i, -1}, tr.Title)
		for r, row := range tr.Rows {
			for _, cell := range row {
				want(Unit{TrackerRowUnit, i, r}, cell)
			}
		}
	}
	for i, s := range b.Sources {
		want(Unit{SourceUnit, -1, i}, s.Title)
		want(Unit{SourceUnit, -1, i}, s.Publisher)
	}
}
