package layout

import "testing"

func TestDecimalPoint(t *testing.T) {
	for _, tt := range []struct {
		in    string
		want  string // the fraction with its point
		figur bool
	}{
		{"12", "", true},
		{"3.25", ".25", true},
		{"0.125", ".125", true},
		{"1,250", "", true},
		{"1.250", "", true},
		{"1,250.5", ".5", true},
		{"12,5 %", ",5 %", true},
		{"−40%", "", true},
		{"$ 9.3", ".3", true},
		{"1 250 000", "", true},
		{"1.250.000", "", true},
		{"", "", false},
		{"12 km", "", false},
		{"2026-04-30", "", false},
		{"none", "", false},
		{".", "", false},
		{"%", "", false},
		{"9.", "", false},
	} {
		at, ok := decimalPoint(tt.in)
		if ok != tt.figur || ok && tt.in[at:] != tt.want {
			t.Errorf("%q: %d, %v", tt.in, at, ok)
		}
	}
}

// Numbers end at the column's right edge, or their points stand one below the
// other; texts and the names of rows begin at the left.
func TestFigures(t *testing.T) {
	w, tb, ok := tableOf(t, false, []string{"Berth", "Depth", "Ships", "Year"}, [][]string{
		{"1", "9.25", "1,204", "2031"},
		{"2", "12.5", "87", "so far"},
		{"3", "", "9", "2033"},
	})
	if !ok {
		t.Fatal("no room")
	}
	w.page = Page{}
	p := &part{table: tb}
	w.drawTableHead(p, 0, 0, false)
	for c, want := range []bool{false, true, true, false} {
		if tb.columns[c].figures != want {
			t.Errorf("column %d: %v", c, tb.columns[c].figures)
		}
	}
	for r := range tb.rows {
		w.drawRow(&piece{kind: rowPiece, part: p, row: r}, 0, Length(r+1)*20*Pt, 0, 0)
	}
	at := map[string]Run{}
	for _, r := range runsOf(w.page) {
		at[r.Text] = r
	}
	end := func(text string) Length { return at[text].X + at[text].Width }
	if end("1,204") != end("87") || end("87") != end("9") || end("9") != end("Ships") {
		t.Errorf("ships end at %d, %d, %d, their header at %d", end("1,204"), end("87"), end("9"), end("Ships"))
	}
	st := w.sheet.cell
	if a, b := end("9.25")-st.width(".25"), end("12.5")-st.width(".5"); a != b {
		t.Errorf("points at %d and %d", a, b)
	}
	if at["1"].X != 0 || at["2031"].X != at["so far"].X {
		t.Errorf("rows begin at %d, years at %d and %d", at["1"].X, at["2031"].X, at["so far"].X)
	}
}
