package main

import (
	"encoding/json"
	"testing"

	"readahead/brief/doc"
)

func text(s string) doc.Text { return doc.NewText(s, 0) }

func texts(ss ...string) []doc.Text {
	var out []doc.Text
	for _, s := range ss {
		out = append(out, text(s))
	}
	return out
}

func TestFormats(t *testing.T) {
	for _, tt := range []struct {
		name     string
		doc      doc.Document
		md, text string
	}{
		{"every block", doc.Document{Title: text("Ferry times"), Blocks: []doc.Block{
			doc.Paragraph{Text: text("The ferry sails at six.")},
			doc.Heading{Text: text("Winter"), Level: 2},
			doc.List{Items: texts("No night ferry", "Two crews")},
			doc.List{Items: texts("Book", "Board"), Ordered: true},
			doc.Table{Header: texts("Pier", "Fee"), Rows: [][]doc.Text{texts("North", "4|5"), texts("South", "")}},
		}}, `# Ferry times

The ferry sails at six.

## Winter

- No night ferry
- Two crews

1. Book
2. Board

| Pier | Fee |
| --- | --- |
| North | 4\|5 |
| South |  |
`, `Ferry times

The ferry sails at six.

Winter

No night ferry
Two crews

Book
Board

Pier	Fee
North	4|5
South	
`},
		{"the title is a heading", doc.Document{Title: text("Fees"), Blocks: []doc.Block{
			doc.Heading{Text: text("Fees"), Level: 1},
		}}, "# Fees\n", "Fees\n"},
		{"nothing", doc.Document{}, "", ""},
		{"line ends inside", doc.Document{Blocks: []doc.Block{doc.Paragraph{Text: text("a\r\nb\tc")}}}, "a  b c\n", "a  b c\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := doc.ToMarkdown(tt.doc); got != tt.md {
				t.Errorf("markdown:\n%s\nwant:\n%s", got, tt.md)
			}
			if got := doc.ToPlainText(tt.doc); got != tt.text {
				t.Errorf("text:\n%s\nwant:\n%s", got, tt.text)
			}
		})
	}
}

func TestDocumentJSON(t *testing.T) {
	source := "Fees\nNorth | 4\nNorth | 4\n"
	whole := doc.NewText(source, 0)
	b := documentJSON(doc.Document{
		File: "fees.txt", Format: doc.PlainText, Size: len(source), Lines: []int{0, 5, 15, 25},
		Title:    whole.Slice(0, 4),
		Blocks:   []doc.Block{doc.Table{Header: []doc.Text{whole.Slice(5, 10), whole.Slice(13, 14)}}},
		Dropped:  []doc.Dropped{{Text: whole.Slice(15, 24), Reason: "repeat", Of: doc.Range{Start: 5, End: 14}}},
		Warnings: []doc.Warning{{At: 16, Text: "odd"}},
	})
	var got struct {
		Title  struct{ Line int }
		Blocks []struct {
			Kind   string
			Header []struct {
				Text  string
				Line  int
				Spans []struct{ Start, End int }
			}
		}
		Dropped []struct {
			Text, Reason string
			Line         int
			Of           struct{ Start, End int }
		}
		Warnings []struct {
			Line    int
			Message string
		}
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	h := got.Blocks[0].Header[1]
	if got.Title.Line != 1 || got.Blocks[0].Kind != "table" || h.Text != "4" || h.Line != 2 || h.Spans[0].Start != 13 || h.Spans[0].End != 14 {
		t.Errorf("places are wrong in %s", b)
	}
	if d := got.Dropped[0]; d.Text != "North | 4" || d.Reason != "repeat" || d.Line != 3 || d.Of.Start != 5 || d.Of.End != 14 {
		t.Errorf("dropped is wrong in %s", b)
	}
	if w := got.Warnings[0]; w.Line != 3 || w.Message != "odd" {
		t.Errorf("warning is wrong in %s", b)
	}
}

func TestOutputNames(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files []string
		want  []string
	}{
		{"own names", []string{"s/a.txt", "s/b.html"}, []string{"a.md", "b.md"}},
		{"one base twice", []string{"s/a.txt", "s/a.html", "r/a.txt"}, []string{"a.md", "a-2.md", "a-3.md"}},
		{"capitals", []string{"s/A.txt", "s/a.txt"}, []string{"A.md", "a-2.md"}},
		{"a number that is another's own name", []string{"a.txt", "a.html", "a-2.txt"}, []string{"a.md", "a-3.md", "a-2.md"}},
		{"no extension", []string{"s/notes", "s/.hidden"}, []string{"notes.md", ".hidden.md"}},
		{"like a flag", []string{"-8 --output=x.txt"}, []string{"-8 --output=x.md"}},
		{"two extensions", []string{"a.tar.txt"}, []string{"a.tar.md"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := outputNames(tt.files, ".md")
			for i, f := range tt.files {
				if got[f] != tt.want[i] {
					t.Errorf("%s is written to %s, want %s", f, got[f], tt.want[i])
				}
			}
		})
	}
}

func TestVisible(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"seeds/Zoë’s notes.txt", "seeds/Zoë’s notes.txt"},
		{"a\x1b[31mb\nc", `a\x1b[31mb\nc`},
		{"a\u202eb", `a\u202eb`},
		{"a\xffb", `a\xffb`},
	} {
		if got := visible(tt.in); got != tt.want {
			t.Errorf("visible(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestInOrder(t *testing.T) {
	const n = 1000
	next := 0
	inOrder(n, func(i int) int { return i * i }, func(i, got int) {
		if i != next || got != i*i {
			t.Fatalf("result %d is %d, after %d others", i, got, next)
		}
		next++
	})
	if next != n {
		t.Errorf("%d results of %d", next, n)
	}
	inOrder(0, func(int) int { return 0 }, func(int, int) { t.Error("a result of nothing") })
}
