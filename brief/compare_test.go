package brief

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readahead/brief/doc"
)

// page makes the sidecar of an edition from lines: "- text" is an item, with
// flags behind a #; "| action | owner | due | status" a to-do row, with ! before
// the action where it is carried, # where it has a number; "= title | rows" a
// table; "? section why text" something left out.
func page(lines ...string) Sidecar {
	s := Sidecar{Schema: 1, Edition: 3, Sections: []SidecarPart{{ID: "quay"}}}
	sec := &s.Sections[0]
	for _, line := range lines {
		kind, text := line[0], strings.TrimSpace(line[1:])
		switch kind {
		case '-':
			text, flags, _ := strings.Cut(text, " #")
			sec.Items = append(sec.Items, SidecarItem{Text: text, Flags: strings.Fields(flags)})
		case '=':
			sec, rows, _ := strings.Cut(text, " | ")
			s.Tables = append(s.Tables, SidecarTable{Kind: "outcome", Title: sec, Header: []string{"A", "B"}, Rows: [][]string{strings.Fields(rows)}, Printed: true})
		case '?':
			s.Omitted = append(s.Omitted, omission{Section: "quay", Text: text, Why: "left out for space"})
		case '|':
			cells := strings.Split(text, "|")
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			cells = append(cells, "", "", "")[:4]
			t := SidecarTask{Columns: []doc.Column{doc.NumberColumn, doc.ActionColumn, doc.OwnerColumn, doc.DueColumn, doc.StatusColumn}}
			action, number := cells[0], ""
			if rest, ok := strings.CutPrefix(action, "!"); ok {
				action, t.Carried = rest, true
			}
			if rest, ok := strings.CutPrefix(action, "#"); ok {
				number, action, _ = strings.Cut(rest, " ")
			}
			t.Cells = append([]string{number, action}, cells[1:]...)
			t.Owner, t.Due, t.Status = cells[1], cells[2], cells[3]
			switch t.Status {
			case "done":
				t.State = doc.TaskDone
			case "late":
				t.Status, t.Overdue, t.State = "open", true, doc.TaskOverdue
			}
			sec.Todo = append(sec.Todo, t)
		}
	}
	return s
}

// report lists changes, one a line.
func report(c Changes) (out []string) {
	add := func(kind, what, text, was string) {
		line := kind
		if what != "" {
			line += " " + what
		}
		line += ": " + strings.Trim(text, " |")
		if was != "" {
			line += ", was " + strings.Trim(was, " |")
		}
		out = append(out, line)
	}
	for _, x := range c.New {
		add("new", "", x.Text, "")
	}
	for _, x := range c.Gone {
		add("gone", "("+x.Why+")", x.Text, "")
	}
	for _, x := range c.Changed {
		add("changed", x.What, x.Text, x.Was)
	}
	for _, x := range c.Tables {
		add("table", x.What, x.Text, "")
	}
	for _, x := range c.Todo.New {
		add("todo new", "", x.Text, "")
	}
	for _, x := range c.Todo.Changed {
		add("todo", x.What, x.Text, x.Was)
	}
	for _, x := range c.Todo.Done {
		add("todo done", "", x.Text, "")
	}
	for _, x := range c.Todo.Carried {
		add("todo carried", "", x.Text, "")
	}
	for _, x := range c.Todo.Gone {
		add("todo gone", "", x.Text, "")
	}
	return out
}

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		name     string
		was, now []string
		want     []string
	}{
		{"nothing", []string{"- The quay is long.", "| Paint it | Ada | 3 May"}, []string{"- The quay is long.", "| Paint it | Ada | 3 May"}, nil},
		{"another order, spaces and case", []string{"- A quay.", "- A crane.", "| Paint it", "| Oil it"}, []string{"- A crane.", "- A  quay", "| oil It.", "| Paint it"}, nil},
		{"new and gone", []string{"- The quay is long."}, []string{"- Ferries leave at noon."}, []string{"new: Ferries leave at noon.", "gone (no longer in the sources): The quay is long."}},
		{"no room", []string{"- The quay is long."}, []string{"? The quay is long."}, []string{"gone (left out for space): The quay is long."}},
		{"reworded", []string{"- The quay is 240 metres long."}, []string{"- The quay is 250 metres long."}, []string{"changed text: The quay is 250 metres long., was The quay is 240 metres long."}},
		{"the likest is the reworded one", []string{"- The quay is 240 metres long."},
			[]string{"- The mole is 250 metres long.", "- The quay is 250 metres long."},
			[]string{"new: The mole is 250 metres long.", "changed text: The quay is 250 metres long., was The quay is 240 metres long."}},
		{"flags", []string{"- The quay is long."}, []string{"- The quay is long. #stale"}, []string{"changed flags: The quay is long."}},
		{"twice and once", []string{"- A quay.", "- A quay."}, []string{"- A quay."}, []string{"gone (no longer in the sources): A quay."}},
		{"tables", []string{"= Fees | 1 2", "= Dues | 3 4"}, []string{"= Fees | 1 9", "= Rents | 5 6"},
			[]string{"table changed: Fees", "table new: Rents", "table gone: Dues"}},
		{"row", []string{"| Paint it"}, []string{"| Paint it", "| Oil the crane"}, []string{"todo new: Oil the crane"}},
		{"due", []string{"| Paint it | Ada | 3 May"}, []string{"| Paint it | Ada | 5 May"}, []string{"todo due: Paint it | Ada | 5 May, was 3 May"}},
		{"owner and status", []string{"| Paint it | Ada || open"}, []string{"| Paint it | Bob || stuck"},
			[]string{"todo owner: Paint it | Bob |  | stuck, was Ada", "todo status: Paint it | Bob |  | stuck, was open"}},
		{"done", []string{"| Paint it | Ada || open"}, []string{"| Paint it | Ada || done"}, []string{"todo done: Paint it | Ada |  | done"}},
		{"undone", []string{"| Paint it | Ada || done"}, []string{"| Paint it | Ada || open"}, []string{"todo status: Paint it | Ada |  | open, was done"}},
		{"late", []string{"| Paint it | Ada | 3 May | open"}, []string{"| Paint it | Ada | 3 May | late"}, []string{"todo overdue: Paint it | Ada | 3 May | late"}},
		{"reworded row of one owner", []string{"| Paint the long quay | Ada"}, []string{"| Paint the whole quay | Ada"},
			[]string{"todo text: Paint the whole quay | Ada, was Paint the long quay | Ada"}},
		{"of two owners", []string{"| Paint the long quay | Ada"}, []string{"| Paint the whole quay | Bob"},
			[]string{"todo new: Paint the whole quay | Bob", "todo gone: Paint the long quay | Ada"}},
		{"of none", []string{"| Paint the long quay"}, []string{"| Paint the whole quay"},
			[]string{"todo new: Paint the whole quay", "todo gone: Paint the long quay"}},
		{"of one number", []string{"| #7 Paint the long quay"}, []string{"| #7 Paint the whole quay"},
			[]string{"todo text: 7 | Paint the whole quay, was 7 | Paint the long quay"}},
		{"another thing under one number", []string{"| #7 Paint the long quay"}, []string{"| #7 Oil a crane"},
			[]string{"todo new: 7 | Oil a crane", "todo gone: 7 | Paint the long quay"}},
		{"too few words in common", []string{"| Paint the long quay | Ada"}, []string{"| Paint the small red crane | Ada"},
			[]string{"todo new: Paint the small red crane | Ada", "todo gone: Paint the long quay | Ada"}},
		{"one action of two owners", []string{"| Paint it | Ada", "| Paint it | Bob"}, []string{"| Paint it | Bob", "| Paint it | Ada"}, nil},
		{"carried", []string{"| Paint it"}, []string{"| !Paint it"}, []string{"todo carried: Paint it"}},
		{"carried again", []string{"| !Paint it"}, []string{"| !Paint it"}, nil},
		{"found again", []string{"| !Paint it"}, []string{"| Paint it"}, []string{"todo source: Paint it"}},
		{"rows of signs alone", []string{"| ---", "| ***"}, []string{"| ***", "| ---"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			was, now := page(tt.was...), page(tt.now...)
			c := Compare(was, now)
			if got := report(c); !slices.Equal(got, tt.want) {
				t.Errorf("got\n%q\nwant\n%q", got, tt.want)
			}
			if c.Since != 3 {
				t.Errorf("since %d", c.Since)
			}
		})
	}
}

// What is counted on the page.
func TestTallies(t *testing.T) {
	c := Compare(
		page("- The quay is 240 metres long.", "- Mud settles.", "| Paint it | Ada | 3 May", "| Oil it | Bob | 4 May | open", "| Sink it", "| Sell it"),
		page("- The quay is 250 metres long. #stale", "- Ferries leave.", "| Paint it | Bob | 5 May", "| Oil it | Bob | 4 May | done", "| !Sink it", "| Buy one"),
	)
	got := fmt.Sprintf("%+v", c.tallies())
	const want = "{Items:{New:1 Gone:1 Reworded:1 Flagged:1 Changed:0 Moved:0 Late:0 Done:0 Lost:0 Things:3} " +
		"Tables:{New:0 Gone:0 Reworded:0 Flagged:0 Changed:0 Moved:0 Late:0 Done:0 Lost:0 Things:0} " +
		"Tasks:{New:1 Gone:0 Reworded:0 Flagged:0 Changed:1 Moved:1 Late:0 Done:1 Lost:1 Things:4}}"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A sidecar without the parts of the columns can be compared, too.
func TestGuessColumns(t *testing.T) {
	r := newRow("quay", SidecarTask{Cells: []string{"Ada", "Paint it", "3 May", "all of it"}, Owner: "Ada", Due: "3 May"})
	if r.action != "paint it" || strings.TrimSpace(r.detail) != "all of it" || r.owner != "ada" {
		t.Errorf("%+v", r)
	}
}

func TestShared(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"a b c d e", "a b c d e", 100},
		{"a b c d e", "e d c x y", 60},
		{"a a a", "a", 33},
		{"a", "", 0},
		{"", "", 0},
	} {
		if got := shared(wordsOf(tt.a), wordsOf(tt.b)); got != tt.want {
			t.Errorf("shared(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// Editions of thousands of rows are compared in no time worth speaking of.
func BenchmarkCompare(b *testing.B) {
	var was, now []string
	for i := range 2000 {
		was = append(was, fmt.Sprintf("| Mend the plank number %d of the quay | Ada", i))
		now = append(now, fmt.Sprintf("| Mend the board number %d of the quay | Ada", i))
	}
	x, y := page(was...), page(now...)
	for b.Loop() {
		Compare(x, y)
	}
}
