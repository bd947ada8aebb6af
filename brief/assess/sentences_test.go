package assess

import (
	"fmt"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

func TestSentences(t *testing.T) {
	at := 0
	text := func(s string) doc.Text {
		t := doc.NewText(s, at)
		at += len(s) + 1
		return t
	}
	d := doc.Document{File: "a.txt", Blocks: []doc.Block{
		doc.Paragraph{Text: text("The lock is old. It leaks.")},
		doc.Heading{Text: text("Repairs")},
		doc.Paragraph{Text: text("Two men mend it. They need:")},
		doc.List{Items: []doc.Text{text("Tar and rope."), text("A pump. A second pump.")}},
		doc.List{Items: []doc.Text{text("Bread.")}},
		doc.Paragraph{Text: text("The list of jobs follows.")},
		doc.Table{Header: []doc.Text{text("Job"), text("Owner")}, Rows: [][]doc.Text{{text("Tar the gate"), text("Olav")}}},
		doc.List{Items: []doc.Text{text("Salt.")}},
		doc.Paragraph{Text: text("Nobody has counted them.")},
		doc.List{Items: []doc.Text{text("Eels.")}},
		doc.Lines{Lines: []doc.Text{text("A line that cleaning left.")}},
	}}
	a := Assess([]doc.Document{document(t, "b.txt", "", "First of all."), d}, profile.Profile{})
	var got []string
	for _, s := range a.Sentences {
		got = append(got, fmt.Sprintf("%d.%d block %d item %d [%s|%s] %s", s.Doc, s.Index, s.Block, s.Item, s.Heading, s.Lead, s.Text.String()))
	}
	want := []string{
		"0.0 block 0 item -1 [|] First of all.",
		"1.0 block 0 item -1 [|] The lock is old.",
		"1.1 block 0 item -1 [|] It leaks.",
		"1.2 block 2 item -1 [Repairs|] Two men mend it.",
		"1.3 block 2 item -1 [Repairs|] They need:",
		"1.4 block 3 item 0 [Repairs|They need:] Tar and rope.",
		"1.5 block 3 item 1 [Repairs|They need:] A pump.",
		"1.6 block 3 item 1 [Repairs|They need:] A second pump.",
		"1.7 block 4 item 0 [Repairs|] Bread.",
		"1.8 block 5 item -1 [Repairs|] The list of jobs follows.",
		"1.9 block 7 item 0 [Repairs|] Salt.",
		"1.10 block 8 item -1 [Repairs|] Nobody has counted them.",
		"1.11 block 9 item 0 [Repairs|] Eels.",
		"1.12 block 10 item -1 [Repairs|] A line that cleaning left.",
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
	if len(a.Tables) != 1 {
		t.Fatalf("%d tables", len(a.Tables))
	}
	if x := a.Tables[0]; x.Doc != 1 || x.Block != 6 || x.Heading != "Repairs" || x.Lead != "The list of jobs follows." || x.Kind != doc.TodoTable {
		t.Errorf("table: %+v", x)
	}
}

func TestUndated(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"The lock closed on Wednesday.", true},
		{"The lock closed last month.", true},
		{"The lock is closing this week.", true},
		{"The lock closed a day after the flood.", true},
		{"The lock closed on 3 March.", true},
		{"The lock closed on 3 March 2024.", false},
		{"The lock has leaked in recent years.", false},
		{"The lock opens each Friday.", false},
		{"The lock will stand for a long time.", false},
	} {
		for _, date := range []string{"", "2025-05-14"} {
			a := Assess([]doc.Document{document(t, "a.txt", date, tt.in)}, profile.Profile{})
			if got := flagged(a.Sentences[0], doc.Undated); got != (tt.want && date == "") {
				t.Errorf("%q, document of %q: undated is %v", tt.in, date, got)
			}
		}
	}
}
