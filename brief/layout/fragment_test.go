package layout

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"readahead/brief/bidi"
	"readahead/brief/doc"
	"readahead/brief/font"
)

// A wideFont has every character of some scripts, each an em wide.
type wideFont struct{ scripts []*unicode.RangeTable }

func (f wideFont) Glyph(r rune) uint16 {
	if unicode.In(r, f.scripts...) || strings.ContainsRune(" .。、「」", r) {
		return uint16(1 + r%1000)
	}
	return 0
}
func (wideFont) NumGlyphs() int            { return 1001 }
func (wideFont) Metrics(uint16) (int, int) { return 2000, 0 }
func (wideFont) Outline(uint16) []byte     { return nil }
func (f wideFont) Shape(dst []font.Glyph, s string, rtl bool) []font.Glyph {
	first := len(dst)
	for i, r := range s {
		dst = append(dst, font.Glyph{ID: f.Glyph(r), Advance: 2000, Text: s[i : i+utf8.RuneLen(r)]})
	}
	if rtl {
		slices.Reverse(dst[first:])
	}
	return dst
}

// scripts is a Fallback of two fonts.
type scripts struct{ arabic, japanese *font.Face }

func newScripts() scripts {
	face := func(name string, tables ...*unicode.RangeTable) *font.Face {
		return font.New(font.Face{Name: name, UnitsPerEm: 2000, Ascent: 1800, Descent: -400, Weight: 400}, font.Headers{}, wideFont{tables})
	}
	return scripts{face("arabic", unicode.Arabic, unicode.Hebrew), face("japanese", unicode.Han, unicode.Hiragana, unicode.Katakana)}
}

func (s scripts) Face(_ *font.Face, cluster string) *font.Face {
	r, _ := utf8.DecodeRuneInString(cluster)
	for _, f := range []*font.Face{s.japanese, s.arabic} {
		if f.Has(r) {
			return f
		}
	}
	return nil
}

func TestFragments(t *testing.T) {
	st := style{base: font.Builtin("regular"), face: font.Builtin("regular"), size: 10 * Pt, fallback: newScripts()}
	for _, tt := range []struct {
		name, in string
		base     bidi.Level
		want     string // face level language "text"
	}{
		{"plain", "Quay, 12", 0, `regular 0 "Quay, 12"`},
		{"Japanese name in English", "the 港湾の局 (new)", 0, `regular 0 "the "|japanese 0 ja "港湾の局"|regular 0 " (new)"`},
		{"characters alone", "the 港 office", 0, `regular 0 "the "|japanese 0 und-Hani "港"|regular 0 " office"`},
		{"signs stay with the text around them", "港、湾の。", 0, `japanese 0 ja "港、湾の。"`},
		{"digits do not", "港12湾の", 0, `japanese 0 ja "港"|regular 0 "12"|japanese 0 ja "湾の"`},
		{"Arabic", "ميناء قديم", 1, `arabic 1 ar "ميناء قديم"`},
		{"number in Arabic", "ميناء 12 قديم", 1, `arabic 1 ar "ميناء"|regular 1 " "|regular 2 "12"|regular 1 " "|arabic 1 ar "قديم"`},
		{"Persian is not Arabic", "چهار", 1, `arabic 1 und-Arab "چهار"`},
		{"Hebrew in English", "a מל b", 0, `regular 0 "a "|arabic 1 he "מל"|regular 0 " b"`},
		{"isolated in Arabic", ", undated (F6)", 1, `regular 1 ", "|regular 2 "undated (F6)"`},
		{"no font", "a \u1780 b", 0, `regular 0 "a ក b"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range st.fragments(tt.in, tt.base) {
				s := fmt.Sprintf("%s %d", f.face.Name, f.level)
				if f.language != "" {
					s += " " + f.language
				}
				got = append(got, fmt.Sprintf("%s %q", s, tt.in[f.from:f.to]))
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), tt.want)
			}
		})
	}
}

func TestForeignTo(t *testing.T) {
	for _, tt := range []struct{ page, language, want string }{
		{"en-US", "ja", "ja"}, {"ja", "ja", ""}, {"ja-JP", "und-Hani", ""}, {"en", "und-Hani", "und-Hani"},
		{"zh-Hant-TW", "und-Hani", ""}, {"ar", "ar", ""}, {"fa", "ar", ""}, {"fa-IR", "und-Arab", ""}, {"he", "ar", "ar"}, {"", "he", "he"}, {"en", "", ""},
	} {
		if got := foreignTo(tt.page, tt.language); got != tt.want {
			t.Errorf("%s on a page in %q is marked %q, want %q", tt.language, tt.page, got, tt.want)
		}
	}
}

// onOneLine returns the runs of a page's bottom line from the left.
func onOneLine(t *testing.T, lang, text string) (runs []Run, s *Setter, p Page) {
	t.Helper()
	s = setter(t, "a4")
	s.Fallback = newScripts()
	f, err := s.Set(doc.Brief{Title: "T", Lang: lang, BottomLine: &doc.Item{Text: text}}, 10*Pt)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runsOf(f.Page) {
		if f.Units[r.From].Kind == BottomLineUnit {
			runs = append(runs, r)
		}
	}
	slices.SortFunc(runs, func(a, b Run) int { return int(a.X - b.X) })
	return runs, s, f.Page
}

func TestLineOrder(t *testing.T) {
	for _, tt := range []struct{ name, lang, in, want string }{
		{"Arabic page", "ar", "ميناء 12 قديم.", "قديم.| |12| |ميناء"},
		{"English on an Arabic page", "ar", "The quay is shut.", "The quay is shut."},
		{"Hebrew in English", "en", "The מל אב 12 is shut.", "The |12| |מל אב| is shut."},
		{"Arabic on an English page", "en", "ميناء ABC قديم.", "قديم.| |ABC| |ميناء"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			runs, s, _ := onOneLine(t, tt.lang, tt.in)
			var got []string
			for i, r := range runs {
				got = append(got, r.Text)
				if i > 0 && r.X < runs[i-1].X+runs[i-1].Width-Pt/50 {
					t.Errorf("%q runs into %q", r.Text, runs[i-1].Text)
				}
				if r.X < s.template.Grid.Side || r.X+r.Width > s.paper.width-s.template.Grid.Side {
					t.Errorf("%q leaves the text area", r.Text)
				}
			}
			if strings.Join(got, "|") != tt.want {
				t.Errorf("from the left: %s\nwant %s", strings.Join(got, "|"), tt.want)
			}
		})
	}
}

// A page in Arabic has all boxes where the same page in English has them in a
// mirror.
func TestMirroredPage(t *testing.T) {
	s := setter(t, "letter")
	b := harbour()
	b.Lang = "en"
	plain, err := s.Set(b, s.template.Body.Floor)
	if err != nil {
		t.Fatal(err)
	}
	b.Lang = "ar"
	turned, err := s.Set(b, s.template.Body.Floor)
	if err != nil || len(turned.Page.Boxes) == 0 {
		t.Fatal(err)
	}
	var want, got []Rect
	for _, box := range plain.Page.Boxes {
		if r, ok := box.(Rect); ok {
			r.X = s.paper.width - r.X - r.W
			r.Element = 0
			want = append(want, r)
		}
	}
	for _, box := range turned.Page.Boxes {
		if r, ok := box.(Rect); ok {
			r.Element = 0
			got = append(got, r)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%d rectangles, want the %d of the page in English, mirrored", len(got), len(want))
	}
	for _, problem := range problems(s, b, turned) {
		t.Error(problem)
	}
}

// Words in another language are marked, so that they are read as such.
func TestForeignWordsAreMarked(t *testing.T) {
	runs, _, p := onOneLine(t, "en", "The 港の office, and ميناء.")
	for _, r := range runs {
		e := p.Elements[r.Element]
		want := ""
		switch {
		case strings.Contains(r.Text, "港"):
			want = "ja"
		case strings.Contains(r.Text, "ميناء"):
			want = "ar"
		}
		if e.Lang != want || want != "" && e.Tag != SpanTag {
			t.Errorf("%q is in a %s of language %q, want %q", r.Text, e.Tag, e.Lang, want)
		}
	}
}

// No line of Japanese begins with a sign that stays with what precedes it, or
// ends with one that opens.
func TestKinsoku(t *testing.T) {
	const text = "「港湾局は、浚渫の工事を始めると言った。」フェリーは（東側）へ移り、ショーッと鳴る。"
	s := setter(t, "a4")
	s.Fallback = newScripts()
	for measure := 45 * Pt; measure < 200*Pt; measure += 3 * Pt {
		w := s.work(10 * Pt)
		w.page.Lang = "ja"
		p := w.text(w.unit(ItemUnit, 0, 0), &w.sheet.body, prose, text, measure)
		w.draw(&p, 0, 0, Artifact, 0)
		lines := map[Length]string{}
		for _, box := range w.page.Boxes {
			r := box.(Run)
			lines[r.Y] += r.Text
		}
		for _, line := range lines {
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			if strings.ContainsRune("。、」）ーョッ", first) || strings.ContainsRune("「（", last) {
				t.Errorf("at %.0f points a line is %q", measure.Points(), line)
			}
		}
		w.done()
	}
}

// Whatever the texts, all of them are printed, inside of the page, and no run
// of a line covers another.
func TestMixedIsSafe(t *testing.T) {
	plain := vocabulary
	defer func() { vocabulary = plain }()
	vocabulary = append(slices.Clone(plain), strings.Fields(`ميناء (قديم) سنة 12 מל אב، «رصيف» 港湾の局 「東」 AIの 5% ab می`)...)
	s := setter(t, "a4")
	s.Fallback = newScripts()
	fitted := 0
	for seed := range uint64(150) {
		c := chaos{Rand: rand.New(rand.NewPCG(seed, 5))}
		b := c.brief()
		b.Lang = []string{"en", "ar", "ja"}[seed%3]
		f, err := s.Set(b, s.template.Body.Floor)
		if err != nil {
			t.Fatal(err)
		}
		if f.Overflow > 0 {
			continue
		}
		fitted++
		runs := runsOf(f.Page)
		for i, r := range runs {
			if r.X < -Pt/10 || r.X+r.Width > s.paper.width+Pt/10 {
				t.Errorf("seed %d: %q leaves the page at %.1f", seed, r.Text, r.X.Points())
			}
			for _, o := range runs[:i] {
				if o.Y == r.Y && strings.TrimSpace(o.Text) != "" && strings.TrimSpace(r.Text) != "" &&
					min(o.X+o.Width, r.X+r.Width)-max(o.X, r.X) > r.Size*2/3 {
					t.Errorf("seed %d: %q covers %q", seed, r.Text, o.Text)
				}
			}
		}
		printed := textByUnit(f)
		wantAll(b, func(u Unit, text string) {
			if text = squeeze(Printable(text)); !strings.Contains(printed[u], text) {
				t.Errorf("seed %d: %v lacks %q: %q", seed, u, text, printed[u])
			}
		})
		if t.Failed() {
			return
		}
	}
	if fitted < 40 {
		t.Errorf("only %d pages fitted", fitted)
	}
}

func TestMissingFromAllFaces(t *testing.T) {
	s := setter(t, "a4")
	s.Fallback = newScripts()
	f, err := s.Set(doc.Brief{Title: "T 港 \u1780\u1780 😀"}, 10*Pt)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Warnings) != 2 || !strings.Contains(f.Warnings[0].Msg, "U+1780") || !strings.Contains(f.Warnings[1].Msg, "U+1F600") {
		t.Errorf("warnings: %v", f.Warnings)
	}
}

// On a page from right to left labels end at the margin, the space behind them
// on the side of what they name, and a publisher does not part the date that
// follows it.
func TestMirroredLabelsAndDates(t *testing.T) {
	s := setter(t, "a4")
	b := harbour()
	b.Lang = "ar"
	b.Sources[0].Publisher = "صحيفة الميناء"
	f, err := s.Set(b, s.template.Body.Floor)
	if err != nil || len(f.Page.Boxes) == 0 {
		t.Fatal(err)
	}
	margin := s.paper.width - s.template.Grid.Side
	label, date := false, false
	want := s.template.Words.date(b.Sources[0].Published)
	for _, box := range f.Page.Boxes {
		r, ok := box.(Run)
		switch {
		case !ok:
		case r.Text == "Objectives":
			label = true
			if right := r.X + r.Width; right != margin {
				t.Errorf("the label ends at %v, the margin is %v", right.Points(), margin.Points())
			}
		case f.Units[max(r.From, 0)].Kind == SourceUnit && strings.Contains(r.Text, want):
			date = true
		}
	}
	if !label || !date {
		t.Errorf("label %v, date in one run %v", label, date)
	}
}
