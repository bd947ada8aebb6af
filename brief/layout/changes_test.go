package layout

import (
	"strings"
	"testing"

	"readahead/brief/doc"
)

func TestChangesText(t *testing.T) {
	s := setter(t, "letter")
	for _, tt := range []struct {
		name string
		in   Changes
		want string
	}{
		{"nothing", Changes{}, "No item or to-do row changed."},
		{"items", Changes{Items: Tally{New: 2, Gone: 1, Reworded: 1}}, "2 items new, 1 gone, 1 reworded."},
		{"one of each", Changes{Items: Tally{New: 1}, Tables: Tally{Changed: 1}, Tasks: Tally{Moved: 1}},
			"1 item new; 1 table changed; 1 due date moved."},
		{"tasks", Changes{Tasks: Tally{New: 1, Moved: 2, Late: 1, Done: 3, Lost: 1}},
			"1 to-do new, 2 due dates moved, 1 now overdue, 3 done, 1 gone from source."},
		{"the noun comes late", Changes{Tasks: Tally{Moved: 2, Done: 2}}, "2 due dates moved, 2 to-dos done."},
		{"too much for two lines", Changes{
			Items:  Tally{New: 12, Gone: 11, Reworded: 3, Flagged: 1, Things: 27},
			Tables: Tally{New: 1, Gone: 1, Changed: 1, Things: 3},
			Tasks:  Tally{New: 10, Gone: 1, Reworded: 10, Changed: 10, Moved: 11, Late: 12, Done: 13, Lost: 14, Things: 70},
		}, "30 items and 70 to-dos differ; the attached sidecar lists them."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := s.ChangesText(12, tt.in, 10*Pt); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Whatever was changed, a counted page has the same room for the rest.
func TestChangesKeepTheirRoom(t *testing.T) {
	for _, look := range looks() {
		s := setterOf(t, look[0], look[1])
		b := harbour()
		var rooms []Length
		for _, text := range []string{"First edition.", "No item or to-do row changed.", strings.Repeat("12 items new. ", 6)} {
			b.Changes = text
			rooms = append(rooms, s.Room(b, 9*Pt+Pt/2))
		}
		if rooms[0] != rooms[1] || rooms[0] != rooms[2] {
			t.Errorf("%v: rooms %v", look, rooms)
		}
	}
}

// The room is where the template puts the statement, and only on counted pages.
func TestRoomForChanges(t *testing.T) {
	s := setter(t, "letter")
	room := func(edition int, foot, top Blocks) Length {
		u := &Setter{template: s.template, paper: s.paper}
		u.template.Arrange.Foot, u.template.Arrange.Top = foot, top
		return u.Room(doc.Brief{Title: "Quay", Edition: edition, Changes: "None."}, 10*Pt)
	}
	for _, tt := range []struct {
		name      string
		foot, top Blocks
	}{
		{"foot", Blocks{ChangesBlock}, nil},
		{"top", nil, Blocks{ChangesBlock}},
	} {
		line := 2 * newSheet(&s.template, 10*Pt, nil).note.leading // in both columns
		if got := room(0, tt.foot, tt.top) - room(1, tt.foot, tt.top); got != line {
			t.Errorf("%s: %.1f points are kept, want %.1f", tt.name, got.Points(), line.Points())
		}
	}
}
