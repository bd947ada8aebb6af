package assess

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

func TestNothing(t *testing.T) {
	for _, docs := range [][]doc.Document{nil, {{}}, {{File: "a", Blocks: []doc.Block{doc.Paragraph{}, doc.List{}, doc.Table{}, doc.Heading{}}}}} {
		a := Assess(docs, profile.Profile{})
		if len(a.Sources) != len(docs) || len(a.Sentences) != 0 || !a.AsOf.IsZero() {
			t.Errorf("%d documents: %+v", len(docs), a)
		}
		check(t, docs, a)
	}
}

// check reports what no input may break.
func check(t *testing.T, docs []doc.Document, a Assessment) {
	t.Helper()
	if len(a.Sources) != len(docs) {
		t.Fatalf("%d sources of %d documents", len(a.Sources), len(docs))
	}
	groups, last := 0, doc.Sentence{Doc: -1}
	for _, s := range a.Sentences {
		switch {
		case s.Doc < last.Doc || s.Doc >= len(docs):
			t.Fatalf("sentence of document %d after one of %d", s.Doc, last.Doc)
		case s.Doc == last.Doc && s.Index != last.Index+1, s.Doc != last.Doc && s.Index != 0:
			t.Fatalf("sentence %d.%d after %d.%d", s.Doc, s.Index, last.Doc, last.Index)
		case s.Group > groups:
			t.Fatalf("group %d after %d groups", s.Group, groups)
		case s.Group == groups:
			groups++
		}
		kinds := map[doc.FlagKind]bool{}
		for _, f := range s.Flags {
			if kinds[f.Kind] || f.Note == "" {
				t.Fatalf("flags %v", s.Flags)
			}
			kinds[f.Kind] = true
		}
		last = s
	}
	for i, s := range a.Sources {
		if s.File != docs[i].File || len(s.Grade) != 2 || s.Citation != 0 {
			t.Fatalf("source %+v of %q", s, docs[i].File)
		}
	}
	for _, d := range append(append([]doc.Disagreement(nil), a.Conflicts...), a.Stale...) {
		if d.What == "" || d.A.Text == "" {
			t.Fatalf("disagreement %+v", d)
		}
	}
}

func TestSameInputSameOutput(t *testing.T) {
	docs := invented(12)
	want := Assess(docs, profile.Profile{})
	check(t, docs, want)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := Assess(docs, profile.Profile{}); !reflect.DeepEqual(got, want) {
				t.Error("another result of the same documents")
			}
		})
	}
	wg.Wait()
}

func TestDocumentsDoNotChange(t *testing.T) {
	docs := invented(3)
	before := reflect.ValueOf(docs[1].Blocks).Len()
	text := docs[1].Blocks[0].(doc.Paragraph).Text.String()
	Assess(docs, profile.Profile{})
	if len(docs[1].Blocks) != before || docs[1].Blocks[0].(doc.Paragraph).Text.String() != text {
		t.Error("Assess changed a document")
	}
}

// Inputs that make careless rules slow or read beyond their ends. The test
// runs into its time limit if one of them takes time with its square.
func TestHostile(t *testing.T) {
	const n = 20000
	for _, tt := range []struct{ name, text string }{
		{"one long word", strings.Repeat("a", n*10)},
		{"letters and stops", strings.Repeat("a.b.", n)},
		{"days", strings.Repeat("on 3 March ", n)},
		{"until", strings.Repeat("will stay until 3 March ", n)},
		{"offices", strings.Repeat("Ardal Finance Minister Ida Moen and ", n)},
		{"shares", strings.Repeat("half ", n)},
		{"parts", strings.Repeat("two of the six ", n)},
		{"quotation marks", strings.Repeat("“", n) + strings.Repeat("”", n)},
		{"stops", strings.Repeat(". ", n)},
		{"names", strings.Repeat("Vik Siren the siren ", n)},
		{"apostrophes", strings.Repeat("’s'", n)},
		{"bytes", strings.Repeat("\xe2\x80\xff", n)},
		{"digits", strings.Repeat("1,", n) + strings.Repeat("1.", n) + strings.Repeat("1:", n)},
		{"different words", words(n)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			docs := []doc.Document{
				document(t, "a.txt", "2025-01-01", tt.text, "The cable broke."),
				document(t, "b.txt", "", tt.text+" it", "The cable held."),
			}
			check(t, docs, Assess(docs, profile.Profile{}))
		})
	}
}

// words returns n different words.
func words(n int) string {
	var b strings.Builder
	for i := range n {
		for k := i + 27; k > 0; k /= 26 {
			b.WriteByte(byte('a' + k%26))
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// Many sentences that share a word, or all of their words, do not make the
// work grow with the square of their number.
func TestManyAlike(t *testing.T) {
	docs := make([]doc.Document, 0, 200)
	for i := range 200 {
		var ps []string
		for k := range 40 {
			ps = append(ps, "The same pump was serviced on 4 April in the shed beside the mill of Ost "+strings.Repeat("x", k%5+i%7)+".")
		}
		docs = append(docs, document(t, "d", "2025-01-01", ps...))
	}
	check(t, docs, Assess(docs, profile.Profile{}))
}

func FuzzAssess(f *testing.F) {
	f.Add("The lock closed on 3 March. “It leaks,” said Ida Moen, the Ardal finance minister.", "It will open on Friday.", "2025-05-14")
	f.Add("Two of the six. of them", "All six 60% evenly $4.5 billion 17:45 p.m.", "")
	f.Add("a.b.c’s'“”\xff", "2025-03-17 13/03/2025 1,2.3:4", "2024-02-29")
	f.Fuzz(func(t *testing.T, x, y, date string) {
		day, _ := doc.ParseDate(date)
		docs := []doc.Document{
			{File: "x", Blocks: []doc.Block{doc.Heading{Text: doc.NewText(y, 0)}, doc.Paragraph{Text: doc.NewText(x, 7)}}, Size: len(x) + 7,
				Dropped: []doc.Dropped{{Text: doc.NewText(y, 0)}, {Text: doc.NewText(x, 0)}}},
			{File: "y", Blocks: []doc.Block{doc.List{Items: []doc.Text{doc.NewText(x, 0), doc.NewText(y, 0)}},
				doc.Table{Header: []doc.Text{doc.NewText(x, 0)}, Rows: [][]doc.Text{{doc.NewText(y, 0)}}}, doc.Lines{Lines: []doc.Text{doc.NewText(y+x, 0)}}}},
		}
		docs[0].Meta.Published = day
		a := Assess(docs, profile.Profile{})
		check(t, docs, a)
		Summary(a, a.Sources)
	})
}
