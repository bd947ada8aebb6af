package assess

import (
	"fmt"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// The document is of 2 May 2026 and the briefing of 20 May.
func TestChecklist(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"[ ] Order 40 chairs by 15 May (Ida Moen)", "overdue: Order 40 chairs|Ida Moen|by 15 May"},
		{"[x] Order 40 chairs by 15 May (Ida Moen)", "done: Order 40 chairs|Ida Moen|by 15 May"},
		{"☐ Oil the hinge", "open: Oil the hinge||"},
		{"☑ Paint the door", "done: Paint the door||"},
		{"TODO: check the lamps", "open: check the lamps||"},
		{"To do: check the lamps until the end of June.", "open: check the lamps||until the end of June"},
		{"Action: Per Dahl to send the list by 3 March 2026.", "overdue: to send the list|Per Dahl|by 3 March 2026"},
		{"Action 4: Ida Moen: buy rye, due 2026-06-01", "open: buy rye|Ida Moen|due 2026-06-01"},
		{"ACTION – P. Dahl – get two prices – by 27 May", "open: get two prices|P. Dahl|by 27 May"},
		{"ACTION – get two prices – P. Dahl", "open: get two prices|P. Dahl|"},
		{"[ ] Ask @moen about the keys (see room 4)", "open: Ask @moen about the keys (see room 4)||"},
		{"[ ] Walk by the river", "open: Walk by the river||"},

		{"✓ Free delivery", ""},
		{"Action follows words in this play.", ""},
		{"The action: a farce in three acts.", ""},
		{"[1] Moen, Tides of the North.", ""},
	} {
		p := profile.Profile{AsOf: doc.Date{Year: 2026, Month: 5, Day: 20}}
		d := document(t, "a.txt", "2026-05-02", tt.in)
		d.Blocks = []doc.Block{doc.List{Items: []doc.Text{doc.NewText(tt.in, 0)}}}
		a := Assess([]doc.Document{d}, p)
		var got []string
		for _, x := range a.Tables {
			for i, r := range x.Table.Rows {
				got = append(got, fmt.Sprintf("%s: %s|%s|%s", x.States[i], r[0].String(), r[1].String(), r[2].String()))
			}
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, s, tt.want)
		}
		if tt.want != "" && len(a.Sentences) > 0 {
			t.Errorf("%s is a sentence too", tt.in)
		}
	}
}

// The box is told from what reading took off before the item.
func TestChecklistOfDroppedBoxes(t *testing.T) {
	d := document(t, "a.md", "2026-05-02", "")
	d.Blocks = []doc.Block{doc.List{Items: []doc.Text{doc.NewText("Paint the door", 6), doc.NewText("Oil the hinge", 27)}}}
	d.Dropped = []doc.Dropped{{Text: doc.NewText("[x]", 2), Reason: "check box"}, {Text: doc.NewText("[ ]", 23), Reason: "check box"}}
	a := Assess([]doc.Document{d}, profile.Profile{})
	if len(a.Tables) != 1 || len(a.Tables[0].States) != 2 || a.Tables[0].States[0] != doc.TaskDone || a.Tables[0].States[1] != doc.TaskOpen {
		t.Fatalf("tables: %+v", a.Tables)
	}
}

// A bare action is about the sentence before it.
func TestActionOfSentenceBefore(t *testing.T) {
	a := Assess([]doc.Document{document(t, "a.txt", "2026-05-02", "Two prices are needed for the depot.", "ACTION – Ida Moen – by 3 June")}, profile.Profile{})
	if len(a.Tables) != 1 || a.Tables[0].Table.Rows[0][0].String() != "Two prices are needed for the depot." {
		t.Errorf("tables: %+v", a.Tables)
	}
}

// The state of a row of a table is told by its status, and its day.
func TestStates(t *testing.T) {
	row := func(cells ...string) (out []doc.Text) {
		for i, c := range cells {
			out = append(out, doc.NewText(c, i*20))
		}
		return out
	}
	for _, tt := range []struct {
		date, due, status string
		want              doc.TaskState
	}{
		{"2026-05-02", "2026-05-10", "yes", doc.TaskDone},
		{"2026-05-02", "2026-05-10", "no", doc.TaskOverdue},
		{"2026-05-02", "10 May", "", doc.TaskOverdue},
		{"2026-05-02", "13.05.2026", "in progress", doc.TaskOverdue},
		{"", "10 May", "", ""},
		{"2026-05-02", "10 April", "", ""},
		{"2026-05-02", "03/04/2026", "", ""},
		{"2026-05-02", "2026-05-20", "open", doc.TaskOpen},
		{"2026-05-02", "2026-05-10", "postponed", doc.TaskShelved},
		{"2026-05-02", "before the fair", "", ""},
	} {
		d := document(t, "a.txt", tt.date, "")
		d.Blocks = []doc.Block{doc.Table{Header: row("Task", "Owner", "Deadline", "Done?"), Rows: [][]doc.Text{row("Paint the door", "Ida Moen", tt.due, tt.status)}}}
		a := Assess([]doc.Document{d}, profile.Profile{AsOf: doc.Date{Year: 2026, Month: 5, Day: 20}})
		if len(a.Tables) != 1 || len(a.Tables[0].States) != 1 {
			t.Fatalf("tables: %+v", a.Tables)
		}
		if got := a.Tables[0].States[0]; got != tt.want {
			t.Errorf("%+v: state %q", tt, got)
		}
	}
}

// A line is taken apart into stretches of itself, whatever it holds.
func FuzzChecklist(f *testing.F) {
	for _, s := range []string{"[ ] Oil the hinge by 3 May (Ida Moen)", "ACTION – – by – ", "Action 3: Ida to go", "TODO:", "☑ ", "[x] (", "To do: a - b - c by due Due 3 June"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := newChecklist(doc.Document{})
		if !c.take(0, doc.NewText(s, 0), doc.Text{}) {
			return
		}
		for _, cell := range c.table.Table.Rows[0] {
			if !strings.Contains(s, cell.String()) {
				t.Errorf("%q is no part of %q", cell.String(), s)
			}
		}
	})
}
