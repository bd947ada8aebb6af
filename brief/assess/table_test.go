package assess

import (
	"fmt"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// grid makes a table of lines whose cells are separated by bars.
func grid(lines ...string) doc.Table {
	var t doc.Table
	for i, l := range lines {
		var cells []doc.Text
		for _, c := range strings.Split(l, "|") {
			cells = append(cells, doc.NewText(strings.TrimSpace(c), 0))
		}
		if i == 0 {
			t.Header = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

func TestReadTable(t *testing.T) {
	for _, tt := range []struct {
		name string
		rows []string
		want string
	}{
		{"task, owner, day", []string{"Task | Owner | Due", "Mend the pier | Harbour office | 3 May"}, "todo [action owner due]"},
		{"day in another language", []string{"Task | Owner | Due", "岸壁を直す | 港湾局 | 5月29日"}, "todo [action owner due]"},
		{"other words", []string{"What | Who | By when", "Order salt | Road crew | November"}, "todo [action owner due]"},
		{"in charge", []string{"To do | In charge | Ready by", "Count the boats | Ida | 1 June 2025"}, "todo [action owner due]"},
		{"status", []string{"Step | Status", "Drain the lock | open", "Paint the gate | done"}, "todo [action status]"},
		{"number first", []string{"No. | Action | Responsible", "1 | Mend the pier | Harbour office"}, "todo [number action owner]"},
		{"code first", []string{"Ref | Action | Lead | Due date", "A7 | Mend the pier | Harbour office | 3 May", "A8 | Oil the crane | Ida | 9 May"}, "todo [number action owner due]"},
		{"item is the action", []string{"Item | Owner | Due", "Mend pier 2 | Harbour office | 3 May"}, "todo [action owner due]"},
		{"number below no name", []string{" | To do | Who", "1 | Mend the pier | Ida", "2 | Oil the crane | Olav"}, "todo [number action owner]"},
		{"name and action", []string{"Priorities | Main actions", "Roads | Fill the potholes", "Schools | Hire two teachers"}, "todo [action detail]"},
		{"day by its form", []string{"Job | Responsible | Phase one", "Tar the roof | Carpenter | 3 May", "Hang the bell | Smith | 9 May"}, "todo [action owner due]"},
		{"day missing in a row", []string{"Job | Volunteer | When", "Rake leaves | Olav | Oct. 4", "Mow | | "}, "todo [action owner due]"},
		{"issue with owner and deadline", []string{"Issue | Responsible | Deadline", "Leaking roof | Carpenter | 3 May"}, "todo [action owner due]"},
		{"priority, lead, days", []string{"Priority | Lead | When", "Roads | Road crew | 3 May", "Bells | Sexton | May 9"}, "todo [action owner due]"},
		{"laws", []string{"Law | Ministry | Date", "Eel act | Fisheries | 3 May 2025"}, "data []"},
		{"target and result", []string{"Goal | Target | Result", "Fewer floods | 2 | 1"}, "outcome []"},
		{"component with activities", []string{"Pillar | Description", "Ice watch | Training of volunteers along the coast.", "Radio | Joint testing of receivers."}, "todo [action detail]"},
		{"component with few activities", []string{"Component | Description", "Valve | A brass ring.", "Pump | Red and loud.", "Crew | Training of four."}, "data []"},
		{"component with things", []string{"Component | Description", "Valve | A brass ring with two seals.", "Pump | Red, heavy and loud."}, "data []"},
		{"outcome", []string{"Goal | Expected result | Actual result", "Fewer floods | Two a year | Not yet known"}, "outcome []"},
		{"planned and achieved", []string{"Works | Planned | Achieved", "Culverts | 12 | 7"}, "outcome []"},
		{"capacities", []string{"Pump | Litres | Status", "North | 40 l | Running", "South | 35 l |"}, "data []"},
		{"prices by hour", []string{"Tide | 3 May | 4 May", "Low | 40 cm | 29 cm"}, "data []"},
		{"budget", []string{"Fund | 2024 | 2025", "Roads | $3.1 million | $2.9 million"}, "data []"},
		{"dates and figures", []string{"Date | Catch | Boats", "3 May | 310 kg | 9"}, "data []"},
		{"pay of jobs", []string{"Job | Pay", "Guard | $16", "Cook | $18"}, "data []"},
		{"jobs by place", []string{"Job | Place | Hours", "Guard | Gate | 30", "Cook | Kitchen | 38"}, "data []"},
		{"recipe", []string{"Step | Minutes", "Knead | 12", "Bake | 40"}, "data []"},
		{"timetable", []string{"Activity | Day | Room", "Yoga | Monday | 4", "Chess | Friday | 2"}, "data []"},
		{"speakers", []string{"Name | Date | Topic", "Ida Moen | 3 May | Eels"}, "data []"},
		{"glossary", []string{"Term | Meaning", "Sluice | A gate in a dyke"}, "data []"},
		{"by the cells", []string{"Chore list | Crew member | Not after", "Scrape the hull | Olav | 3 May", "Hand out life vests | Ida Moen | 9 May"}, "todo [action owner due]"},
		{"to and by", []string{"To arrange | Seen to by | Ready", "Tar for the roof | Carpenter | 3 May"}, "todo [action owner due]"},
		{"commands with places", []string{"Rule | Place | Since", "Shut the gate | North quay | 3 May", "Ring the bell | South quay | 9 May"}, "data []"},
		{"concerts", []string{"Evening | Played by | On", "Songs of the sea | Lock Choir | 3 May", "Dances for a crew | Brass Band | 9 May"}, "data []"},
		{"no rows", []string{"Task | Owner"}, "todo [action owner]"},
		{"no header", []string{""}, "data []"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := doc.SourceTable{Table: grid(tt.rows...)}
			newLexicon(64).readTable(&s)
			if got := fmt.Sprintf("%s %v", s.Kind, s.Columns); got != tt.want {
				t.Errorf("%q is %s, want %s", tt.rows[0], got, tt.want)
			}
		})
	}
}

func TestReadRaggedTable(t *testing.T) {
	s := doc.SourceTable{Table: grid("Component | Description", "Radio", "", "Boats | Testing of hulls | 7 | 8")}
	newLexicon(64).readTable(&s) // must not panic
}

func TestHeaderBlock(t *testing.T) {
	d := doc.Document{Size: 900, Blocks: []doc.Block{
		grid("Date of meeting: | 18 February 2031", "Present: | Ida Moen, Olav Vik"),
		doc.Paragraph{Text: doc.NewText("The crews met in the old lock house and counted the boats of the year.", 300)},
	}}
	a := Assess([]doc.Document{d}, profile.Profile{})
	if len(a.Tables) != 0 || a.AsOf.String() != "2031-02-18" {
		t.Errorf("%d tables, as of %v", len(a.Tables), a.AsOf)
	}
}

func TestCaption(t *testing.T) {
	head := func(s string) doc.Block { return doc.Heading{Text: doc.NewText(s, 0)} }
	line := func(s string) doc.Block { return doc.Paragraph{Text: doc.NewText(s, 50)} }
	table := grid("Week | Metres", "7 | 3")
	for _, tt := range []struct {
		name   string
		blocks []doc.Block
		want   string
	}{
		{"heading", []doc.Block{head("Tides"), table}, "Tides"},
		{"counted", []doc.Block{head("3. Tides"), table}, "Tides"},
		{"letter", []doc.Block{head("B) Tides"), table}, "Tides"},
		{"bare numbers", []doc.Block{head("1 Boats"), head("2 Tides"), table}, "Tides"},
		{"a number of things", []doc.Block{head("12 tides"), table}, "12 tides"},
		{"line above", []doc.Block{head("Tides"), line("Depth at the gate"), table}, "Depth at the gate"},
		{"sentence above", []doc.Block{head("Tides"), line("Here is what the keeper measured."), table}, "Tides"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := Assess([]doc.Document{{Blocks: tt.blocks, Size: 500}}, profile.Profile{})
			if got := a.Tables[0].Heading; got != tt.want {
				t.Errorf("under %q, want %q", got, tt.want)
			}
		})
	}
}
