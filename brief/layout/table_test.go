package layout

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// tableOf sets a table in a column of a letter page.
func tableOf(t testing.TB, checks bool, names []string, rows [][]string) (*work, *table, bool) {
	w := setter(t, "letter").work(10 * Pt)
	tb := &table{checks: checks}
	for _, name := range names {
		tb.head = append(tb.head, w.cell(0, &w.sheet.columnHead, name, 0))
	}
	for _, texts := range rows {
		var row []paragraph
		for _, text := range texts {
			row = append(row, w.cell(0, &w.sheet.cell, text, 0))
		}
		tb.rows = append(tb.rows, row)
	}
	ok := w.measureTable(tb)
	if ok {
		w.align([]*table{tb})
	}
	return w, tb, ok
}

// height returns the lines of all rows together.
func (t *table) height() int {
	lines := tallest(t.head)
	for _, row := range t.rows {
		lines += tallest(row)
	}
	return int(lines / Pt)
}

func TestTableIsLow(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	words := strings.Fields("quay dredger ferry survey of the and basin calendar 30 April 2031 trial closure notice harbourmaster a to agree")
	text := func(most int) string {
		var parts []string
		for range rnd.IntN(most + 1) {
			parts = append(parts, words[rnd.IntN(len(words))])
		}
		return strings.Join(parts, " ")
	}
	for range 60 {
		columns := 2 + rnd.IntN(2)
		names := []string{"To do", "Detail", "Due"}[:columns]
		rows := make([][]string, 1+rnd.IntN(4))
		for r := range rows {
			rows[r] = []string{text(3), text(14), text(3)}[:columns]
		}
		w, tb, ok := tableOf(t, false, names, rows)
		if !ok {
			t.Fatalf("%q has no room", rows)
		}
		got := tb.height()
		least := got
		room := w.column() - Length(columns-1)*w.t.Space.Cell
		for a := 40 * Pt; a < room-40*Pt; a += 2 * Pt {
			for b := 40 * Pt; b < room-a-20*Pt || columns == 2 && b == 40*Pt; b += 2 * Pt {
				widths := []Length{a, b, room - a - b}
				if columns == 2 {
					widths[1] = room - a
				}
				for c, width := range widths[:columns] {
					if tb.widestWord(c, room) > width {
						goto next
					}
					w.fit(&tb.head[c], width)
					for r := range tb.rows {
						w.fit(&tb.rows[r][c], width)
					}
				}
				least = min(least, tb.height())
			next:
			}
		}
		if got > least {
			t.Errorf("%q is %d points high, could be %d", rows, got, least)
		}
	}
}

// No widths make a table of up to six columns lower than those that the search
// finds, whether words are short, long or numbers.
func TestWidthsAreOptimal(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 6))
	words := strings.Fields("quay dredger responsibilities 12 4,500 the of and basin 30 April 2031 trial closure harbourmaster a to internationalization")
	for n := range 60 {
		columns := 2 + n%5
		names := make([]string, columns)
		rows := make([][]string, 1+rnd.IntN(5))
		for r := range rows {
			for c := range columns {
				names[c] = words[rnd.IntN(len(words))]
				var parts []string
				for range rnd.IntN(12 / columns * (1 + c%2*2)) {
					parts = append(parts, words[rnd.IntN(len(words))])
				}
				rows[r] = append(rows[r], strings.Join(parts, " "))
			}
		}
		w, tb, ok := tableOf(t, false, names, rows)
		if !ok {
			continue // the words alone are too wide
		}
		got := tb.height()
		room := w.column() - Length(columns-1)*w.t.Space.Cell
		least := make([]Length, columns)
		spare := room
		for c := range columns {
			least[c] = tb.widestWord(c, widestWord.Of(room))
			spare -= least[c]
		}
		for range 4000 {
			left := spare
			for _, c := range rnd.Perm(columns) {
				width := least[c] + Length(rnd.Int64N(int64(left)+1))
				if rnd.IntN(3) == 0 {
					width = least[c]
				}
				left -= width - least[c]
				w.fit(&tb.head[c], width)
				for r := range tb.rows {
					w.fit(&tb.rows[r][c], width)
				}
			}
			if h := tb.height(); h < got {
				t.Errorf("%q is %d points high, could be %d", rows, got, h)
				break
			}
		}
	}
}

func TestTableFits(t *testing.T) {
	long := strings.Repeat("x", 300)
	for _, tt := range []struct {
		name  string
		names []string
		row   []string
		ok    bool
	}{
		{"one column", []string{"To do"}, []string{"Survey"}, true},
		{"long word", []string{"To do", "Detail"}, []string{"Survey", long}, true},
		{"long words everywhere", []string{"To do", "Detail"}, []string{long, long}, true},
		{"nothing in it", []string{"", ""}, []string{"", ""}, true},
		{"more words than room", strings.Fields("Anticipated Outstanding Responsible Consequences Authorities Investigation"), make([]string, 6), false},
		{"many columns", make([]string, 200), make([]string, 200), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w, tb, ok := tableOf(t, true, tt.names, [][]string{tt.row})
			if ok != tt.ok {
				t.Fatalf("measureTable = %v", ok)
			}
			if !ok {
				return
			}
			for c, col := range tb.columns {
				if c > 0 && col.x < tb.columns[c-1].x+tb.columns[c-1].width+w.t.Space.Cell || col.x+col.width > w.column() {
					t.Errorf("column %d: %.1f + %.1f", c, col.x.Points(), col.width.Points())
				}
			}
		})
	}
}

// Tables whose first columns can be equally wide have them so.
func TestAlign(t *testing.T) {
	s := setter(t, "letter")
	b := harbour()
	f, err := s.Set(b, 10*Pt)
	if err != nil {
		t.Fatal(err)
	}
	xs := map[Length]int{}
	for _, r := range runsOf(f.Page) {
		if r.Text == s.template.Words.Detail && f.Units[r.From].Kind == TaskHeadUnit {
			x := r.X - s.template.Grid.Side
			if x > s.column() {
				x -= s.column() + s.template.Grid.Gutter
			}
			xs[x]++
		}
	}
	if len(xs) > 2 {
		t.Errorf("the second columns of four tables begin at %d places", len(xs))
	}
}

func BenchmarkMeasureTable(b *testing.B) {
	w, tb, _ := tableOf(b, true, []string{"To do", "Detail", "Owner", "Due", "Status"}, [][]string{
		{"Joint survey", "Agree on one datum and sound the outer basin together", "Hydrographic Office", "30 April 2026", "begun"},
		{"Dredging calendar", "Publish the closures of the channel at least four weeks ahead", "", "15 May 2026", "not begun"},
		{"Spoil ground", "Look for a second site outside the nature reserve", "Harbour Board", "", ""},
	})
	b.ReportAllocs()
	for b.Loop() {
		w.measureTable(tb)
	}
}

// The third and later columns of tables that look alike begin at one place,
// unless that would take room that a table needs.
func TestAlignRest(t *testing.T) {
	w := setter(t, "letter").work(10 * Pt)
	room := w.column()
	of := func(least ...Length) *table {
		tb := &table{slack: room - Length(len(least)-1)*w.t.Space.Cell}
		for _, l := range least {
			tb.columns = append(tb.columns, tableColumn{least: l})
			tb.slack -= l
		}
		tb.head = make([]paragraph, len(least))
		return tb
	}
	all := []*table{of(80*Pt, 50*Pt, 30*Pt), of(80*Pt, 45*Pt, 38*Pt), of(80*Pt, 110*Pt, 40*Pt), of(80*Pt, 40*Pt, 90*Pt)}
	w.align(all)
	for c := 1; c < 3; c++ {
		if a, b := all[0].columns[c].x, all[1].columns[c].x; a != b {
			t.Errorf("column %d begins at %v and %v", c, a, b)
		}
	}
	for i, tb := range all {
		for c, least := range []Length{80 * Pt, 0, 0} {
			if tb.columns[c].width < max(least, tb.columns[c].least) {
				t.Errorf("table %d, column %d is %v wide and needs %v", i, c, tb.columns[c].width, tb.columns[c].least)
			}
		}
		if last := tb.columns[2]; last.x+last.width != room {
			t.Errorf("table %d ends at %v, the column at %v", i, last.x+last.width, room)
		}
	}
	if w := all[2].columns[1].width; w < 110*Pt {
		t.Errorf("a column that needs 110 points has %v", w)
	}
}

func TestCrampedTablesAreText(t *testing.T) {
	names := []string{"To do", "Detail", "Owner", "Due", "Status"}
	for _, tt := range []struct {
		name string
		row  []string
		ok   bool
	}{
		{"short cells", []string{"Sound the basin", "Both halves", "Survey office", "3 May", "open"}, true},
		{"strips of words", []string{
			"Sound the outer basin at the spring tide", "With the launch of the survey office and the echo sounder that the pilots have lent for the purpose, twice at least",
			"Hydrographic survey office", "30 September", "commissioned"}, false},
	} {
		if _, _, ok := tableOf(t, true, names, [][]string{tt.row, tt.row}); ok != tt.ok {
			t.Errorf("%s: table: %v", tt.name, ok)
		}
	}
	if _, _, ok := tableOf(t, true, names[:2], [][]string{{"Survey", "Sound the outer basin together and publish the closures of the channel in time, four weeks ahead at least"}}); !ok {
		t.Error("a table of two columns is none")
	}
}

// Columns that begin nearly at one place begin at it, if there is room, and
// those that stand in line stay in line.
func TestJoinColumns(t *testing.T) {
	w := setter(t, "letter").work(10 * Pt)
	for _, tt := range []struct {
		name  string
		least Length // of the last column of the second table
		want  [3]Length
	}{
		{"room", 30 * Pt, [3]Length{205 * Pt, 205 * Pt, 205 * Pt}},
		{"no room in one of two", 57 * Pt, [3]Length{205 * Pt, 200 * Pt, 200 * Pt}},
	} {
		var all []*table
		for i, x := range []Length{205 * Pt, 200 * Pt, 200 * Pt} {
			tb := &table{head: make([]paragraph, 3), columns: []tableColumn{
				{width: 90 * Pt}, {x: 97 * Pt, width: x - 104*Pt}, {x: x, width: w.column() - x, least: 30 * Pt},
			}}
			if i == 1 {
				tb.columns[2].least = tt.least
			}
			all = append(all, tb)
		}
		w.joinColumns(all)
		for i, tb := range all {
			mid, last := tb.columns[1], tb.columns[2]
			if last.x != tt.want[i] || last.x+last.width != w.column() || mid.x+mid.width+7*Pt != last.x {
				t.Errorf("%s: table %d: %+v", tt.name, i, tb.columns)
			}
		}
	}
}
