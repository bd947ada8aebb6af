package clean_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"readahead/brief/clean"
	"readahead/brief/doc"
	"readahead/brief/ingest"
)

func parse(t *testing.T, name, text string) doc.Document {
	t.Helper()
	d, err := ingest.Parse(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// article is some prose to put defects into.
const article = `The old swing bridge over the Alme will close for nine weeks from the middle of May, the county said. Its bearings were last changed in 1978, and two of them have cracked.

Buses will take the long way round by Torp, which adds a quarter of an hour. The county has promised school classes a boat for the time of the closure, and farmers may use the railway bridge at night.

A new bridge would cost eleven times as much as the repair. The council wants to vote on it after the summer, when the report of the engineers is expected.
`

// TestClean looks at what is left of a document with a defect.
func TestClean(t *testing.T) {
	for _, tt := range []struct {
		name, before, after string // around the article
		want                []string
		gone                []string
	}{
		{name: "menu and footer", before: "Home\nNews\nSport\nWeather\n\n", after: "\nContact us\nTerms of use\n© 2031 The Alme Post\n",
			gone: []string{"Weather", "Terms of use", "© 2031"}},
		{name: "shortcodes", before: "[ad_1]\n\n", after: "\n[ad_2]\n\n{{slot top}}\n", gone: []string{"[ad_1]", "[ad_2]", "{{slot"}},
		{name: "pasted twice", after: "\n" + article, want: []string{"nine weeks"}},
		{name: "list", after: "\nThe county lists three detours:\n\n• By Torp for buses.\n• By Lund for lorries.\n• By boat for schools.\n",
			want: []string{"- By Torp for buses.", "- By boat for schools."}, gone: []string{"•"}},
		{name: "pipe table", after: "\nStep | Who | Until\n---|---|---\nLift the span | County | 3 May\nOrder steel | Torp Works |\n\nThe works are to end in July.\n",
			want: []string{"| Step | Who | Until |", "| Order steel | Torp Works |  |"}},
		{name: "tab table", after: "\nStep\tWho\tUntil\nLift the span\tCounty\t3 May\nOrder steel\tTorp Works\t9 May\n\nThe works are to end in July.\n",
			want: []string{"| Step | Who | Until |", "| Lift the span | County | 3 May |"}},
		{name: "aligned table", after: "\nStep             Who           Until\nLift the span    County        3 May\nOrder steel      Torp Works    9 May\n\nThe works are to end in July.\n",
			want: []string{"| Lift the span | County | 3 May |"}},
		{name: "escaped pipe", after: "\nStep | Who\n---|---\nLift the span | County \\| Torp\nOrder steel | Works\n\nThe works are to end in July.\n",
			want: []string{`County \| Torp`}},
		{name: "glued sentences", after: "\nThe span weighs 90 tons.It turns on one pin,and the pin is worn.\n",
			want: []string{"90 tons. It turns on one pin, and the pin"}},
		{name: "numbers, times and initialisms stay", after: "\nThe U.S. firm asks $ 9.3 million for steel of 1,200 tons, and work starts at 7:45 at example.org/bridge.\n",
			want: []string{"The U.S. firm asks $9.3 million for steel of 1,200 tons", "7:45", "example.org/bridge"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := doc.ToMarkdown(clean.Clean(parse(t, "a.txt", tt.before+article+tt.after)))
			for _, want := range append(tt.want, "Its bearings were last changed in 1978") {
				if strings.Count(got, want) != 1 {
					t.Errorf("%q is there %d times in\n%s", want, strings.Count(got, want), got)
				}
			}
			for _, gone := range tt.gone {
				if strings.Contains(got, gone) {
					t.Errorf("%q is left in\n%s", gone, got)
				}
			}
		})
	}
}

// TestShortDocuments: there is no furniture to take off a notice.
func TestShortDocuments(t *testing.T) {
	for _, text := range []string{
		"The bridge is closed.\n",
		"The bridge is closed until Friday. Please use the boat.\n",
		"BRIDGE CLOSED\n\nThe span was hit by a barge last night. Nobody was hurt.\n",
	} {
		got := doc.ToMarkdown(clean.Clean(parse(t, "a.txt", text)))
		for _, s := range strings.SplitAfter(strings.TrimSpace(text[strings.LastIndex(text, "\n\n")+1:]), ". ") {
			if !strings.Contains(got, strings.TrimSpace(s)) {
				t.Errorf("%q lacks %q", got, s)
			}
		}
	}
}

// TestHardWraps joins the lines of a text that was wrapped.
func TestHardWraps(t *testing.T) {
	var wrapped strings.Builder
	column := 0
	for _, w := range strings.Fields(strings.ReplaceAll(article, "\n\n", " ¶ ")) {
		if w == "¶" {
			wrapped.WriteString("\n\n")
			column = 0
			continue
		}
		if column+len(w) > 60 {
			wrapped.WriteString("\n")
			column = 0
		} else if column > 0 {
			wrapped.WriteString(" ")
		}
		wrapped.WriteString(w)
		column += len(w) + 1
	}
	got := doc.ToMarkdown(clean.Clean(parse(t, "a.txt", wrapped.String())))
	if want := strings.TrimSpace(article); strings.TrimSpace(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// pieces are what random documents are made of.
var pieces = []string{
	article, "Home\nNews\nSport\n", "[ad_1]\n", "• one thing\n• another thing\n", "a | b\n---|---\nc | d\n", "x\ty\nz\tw\n",
	"By Ann Lee\n", "3 May 2031\n", "SHEET 2/3\n", "════════\n", "The end.It is over,really.\n", "“ crossed ”quotes“ here ”\n",
	"Read more: the weather\n", "U.S.military\n", "1. first\n2. second\n", "   indented\n\n\n", "http://a.example/b?c=d\n", "$ 9.3 billion\n",
}

func random(rnd *rand.Rand) string {
	var b strings.Builder
	for range 1 + rnd.IntN(12) {
		b.WriteString(pieces[rnd.IntN(len(pieces))])
		if rnd.IntN(2) == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// TestNoWordIsLost: the words of the input are those of the blocks, the title
// and what was dropped, each as often; and no Lines are left.
func TestNoWordIsLost(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		before := parse(t, "a.txt", "The ferry sails.\n\n"+random(rnd))
		after := clean.Clean(before)
		if got, want := letters(after), letters(before); got != want {
			t.Fatalf("the letters differ\ngot  %q\nwant %q", got, want)
		}
		for _, b := range after.Blocks {
			if _, ok := b.(doc.Lines); ok {
				t.Fatal("lines are left")
			}
		}
	}
}

// letters returns the letters of all of a document, sorted. Digits may be
// those of a list's marks.
func letters(d doc.Document) string {
	var out []rune
	add := func(t doc.Text) {
		for _, c := range t.String() {
			if unicode.IsLetter(c) {
				out = append(out, c)
			}
		}
	}
	add(d.Title)
	for _, b := range d.Blocks {
		for _, t := range doc.Texts(b) {
			add(t)
		}
	}
	for _, x := range d.Dropped {
		add(x.Text)
	}
	slices.Sort(out)
	return string(out)
}

// TestIdempotent: cleaning a clean document changes nothing.
func TestIdempotent(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		once := clean.Clean(parse(t, "a.txt", "The ferry sails.\n\n"+random(rnd)))
		if twice := clean.Clean(once); !reflect.DeepEqual(doc.ToMarkdown(once), doc.ToMarkdown(twice)) {
			t.Fatalf("cleaning again changes\n%s\nto\n%s", doc.ToMarkdown(once), doc.ToMarkdown(twice))
		}
	}
}

// TestPlaces: the bytes at the places of a text are its words.
func TestPlaces(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 10))
	squash := func(s string) string { return strings.Join(strings.Fields(s), "") }
	for range 300 {
		text := "The ferry sails.\n\n" + random(rnd)
		for _, b := range clean.Clean(parse(t, "a.txt", text)).Blocks {
			for _, x := range doc.Texts(b) {
				var at strings.Builder
				for _, r := range x.Ranges() {
					at.WriteString(text[r.Start:r.End])
				}
				if squash(at.String()) != squash(x.String()) {
					t.Fatalf("%q stands at %q", x, at.String())
				}
			}
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, p := range pieces {
		f.Add(p)
	}
	f.Add("From: a\nSent: b\n\nHi\n> so\n[01:02:03]\nA B  9:14 AM\nwell\nA B  9:15 AM\nThanks\nA\n")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ingest.Parse("a.txt", []byte(text))
		if err != nil {
			return
		}
		once := clean.Clean(d)
		if twice := clean.Clean(once); doc.ToMarkdown(once) != doc.ToMarkdown(twice) {
			t.Errorf("cleaning again changes\n%q\nto\n%q", doc.ToMarkdown(once), doc.ToMarkdown(twice))
		}
	})
}

func BenchmarkClean(b *testing.B) {
	text := "Home\nNews\nSport\n\n" + strings.Repeat(article+"\n", 22) + "\n© 2031 The Alme Post\n"
	d, err := ingest.Parse("a.txt", []byte(text))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_ = clean.Clean(d)
	}
}
