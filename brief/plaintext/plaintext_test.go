package plaintext

import (
	"slices"
	"strings"
	"testing"

	"readahead/brief/galley"
)

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		most     int
		want     []string
	}{
		{"fits", "one two", 7, []string{"one two"}},
		{"breaks at a space", "one two", 6, []string{"one", "two"}},
		{"fixed space holds", "one two\u00A0[1]", 8, []string{"one", "two\u00A0[1]"}},
		{"long word", "abcdefgh ij", 3, []string{"abc", "def", "gh", "ij"}},
		{"wide characters", "日本語の文", 6, []string{"日本語", "の文"}},
		{"no stop begins a line", "日本語。文", 6, []string{"日本", "語。文"}},
		{"no bracket ends a line", "日本「語」", 6, []string{"日本", "「語」"}},
		{"marks have no width", "e\u0301e\u0301 e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"wide in a narrow place", "日本", 1, []string{"日", "本"}},
		{"nothing", "", 5, []string{""}},
	} {
		if got := wrap(tt.in, tt.most); !slices.Equal(got, tt.want) {
			t.Errorf("%s: wrap(%q, %d) = %q, want %q", tt.name, tt.in, tt.most, got, tt.want)
		}
	}
}

func text(s string, cites ...int) galley.Text { return galley.Text{Words: s, Cites: cites} }

func written(t *testing.T, g galley.Galley) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWrite(t *testing.T) {
	got := written(t, galley.Galley{
		Title: "Quay", Marking: galley.Marking{Text: "INTERNAL"}, Purpose: "Decide.",
		Facts: []galley.Fact{{Label: "When", Value: "Mon 4 May 2026"}, {Label: "As of", Value: "1 May 2026 · 2 sources"}},
		Body: []galley.Part{
			{Kind: galley.BottomLine, Title: text("Bottom line"), Blocks: []galley.Block{galley.Paragraph{Text: text("It broke.", 1, 2)}}},
			{Kind: galley.Section, Short: "1", Title: text("1 Crane"), Aside: "1 of 3 items", Blocks: []galley.Block{
				galley.List{Items: []galley.Text{
					{Words: "The old crane on the quay was built long ago and needs a new motor soon.", Cites: []int{1}, Flags: "stale"},
				}},
				galley.Table{Checks: true, Head: []string{"To do", "Detail", "Due"}, Rows: [][]galley.Text{
					{text("Order the motor"), text("Ask both makers for a price, and for a day when they can come", 2), text("May")},
					{text("桟橋を直す"), text("רציף"), text("June")},
				}},
			}},
		},
		SourcesTitle: "Sources", SourcesNote: "grades",
		Sources: []galley.Source{{Number: 1, Title: "Log", Rest: ", undated (F6)", URL: "https://a.example/log"}, {Number: 2, Title: "Letters"}},
		Remarks: []galley.Fact{{Label: "Left out", Value: "2 items"}},
	})
	want := strings.Join([]string{
		"                                INTERNAL",
		"",
		"Quay",
		"====",
		"",
		"Decide.",
		"",
		"When   Mon 4 May 2026",
		"As of  1 May 2026 · 2 sources",
		"",
		"Bottom line",
		"-----------",
		"It broke. [1, 2]",
		"",
		"1 Crane (1 of 3 items)",
		"----------------------",
		"- The old crane on the quay was built long ago and needs a new motor",
		"  soon. [1] (stale)",
		"",
		"    To do            Detail                                         Due",
		"    ---------------  ---------------------------------------------  ----",
		"[ ] Order the motor  Ask both makers for a price, and for a day     May",
		"                     when they can come [2]",
		"[ ] 桟橋を直す       \u2068רציף\u2069                                           June",
		"",
		"Sources",
		"-------",
		"grades",
		"[1] Log, undated (F6)",
		"    https://a.example/log",
		"[2] Letters",
		"",
		"Left out: 2 items",
		"",
		"                                INTERNAL",
		"",
	}, "\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A table without room for its columns is written row by row.
func TestRecords(t *testing.T) {
	head := strings.Fields("a b c d e f g h i")
	row := make([]galley.Text, len(head))
	for c := range row {
		row[c] = text("cell" + head[c])
	}
	row[1] = text("")
	got := written(t, galley.Galley{Title: "T", Body: []galley.Part{{Title: text("P"), Blocks: []galley.Block{
		galley.Table{Head: head, Rows: [][]galley.Text{row}},
	}}}})
	if want := "- a: cella\n  c: cellc\n  d: celld\n"; !strings.Contains(got, want) {
		t.Errorf("got\n%s", got)
	}
}

// The marking stands in the middle and the label of the Traffic Light Protocol
// at the end, as the first line and as the last.
func TestMarking(t *testing.T) {
	label := strings.Repeat(" ", Measure-len("TLP:RED")) + "TLP:RED"
	long := strings.Repeat("long ", 11) + "long"
	for _, tt := range []struct {
		in          galley.Marking
		first, last string
	}{
		{galley.Marking{Text: "CUI", TLP: "TLP:RED"}, strings.Repeat(" ", 34) + "CUI" + strings.Repeat(" ", 28) + "TLP:RED", strings.Repeat(" ", 34) + "CUI" + strings.Repeat(" ", 28) + "TLP:RED"},
		{galley.Marking{TLP: "TLP:RED"}, label, label},
		{galley.Marking{Text: long, TLP: "TLP:RED"}, label, label},
		{galley.Marking{Text: "CUI"}, strings.Repeat(" ", 34) + "CUI", strings.Repeat(" ", 34) + "CUI"},
	} {
		lines := strings.Split(strings.TrimSuffix(written(t, galley.Galley{Title: "T", Marking: tt.in}), "\n"), "\n")
		if lines[0] != tt.first || lines[len(lines)-1] != tt.last {
			t.Errorf("%+v: first %q, last %q", tt.in, lines[0], lines[len(lines)-1])
		}
		if strings.Contains(strings.Join(lines, ""), long) != (tt.in.Text == long) {
			t.Errorf("%+v: %q", tt.in, lines)
		}
	}
}

// No line is longer than the measure or ends with a space, whatever the words.
func FuzzWrite(f *testing.F) {
	f.Add("a b c", "日本語 text", uint8(3))
	f.Add(strings.Repeat("x", 100), "שלום", uint8(12))
	f.Fuzz(func(t *testing.T, a, b string, n uint8) {
		clean := func(s string) string {
			return strings.Join(strings.Fields(strings.ToValidUTF8(strings.Map(func(r rune) rune {
				if r < ' ' {
					return ' '
				}
				return r
			}, s), "")), " ")
		}
		a, b = clean(a), clean(b)
		table := galley.Table{Head: []string{a}, Rows: [][]galley.Text{{text(b, 1)}}, Checks: n%2 == 0}
		for range n % 12 {
			table.Head = append(table.Head, b)
			table.Rows[0] = append(table.Rows[0], text(a))
		}
		got := written(t, galley.Galley{
			Title: a, Marking: galley.Marking{Text: b}, Facts: []galley.Fact{{Label: a, Value: b}, {Label: b, Value: a}},
			Body: []galley.Part{{Title: text(b), Blocks: []galley.Block{galley.List{Items: []galley.Text{text(a, 1, 2)}}, table}}},
		})
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			if textColumns(line) > Measure || strings.HasSuffix(line, " ") {
				t.Errorf("a line of %d columns: %q", textColumns(line), line)
			}
		}
	})
}
