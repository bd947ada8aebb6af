package layout

import (
	"strings"
	"testing"

	"readahead/brief/doc"
)

// The rule of the foot closes a table that ends above it: no other rule is near.
func TestNoDoubleRuleAtTheFoot(t *testing.T) {
	closed := 0
	for n := range 24 {
		b := harbour()
		b.Trackers = nil
		for range n {
			b.Sections[3].Tasks = append(b.Sections[3].Tasks, b.Sections[3].Tasks[0])
		}
		f, err := setter(t, "letter").Set(b, 10*Pt)
		if err != nil {
			t.Fatal(err)
		}
		var rules []Rect
		var foot Rect
		for _, box := range f.Page.Boxes {
			r, ok := box.(Rect)
			if !ok || r.H > 2*Pt {
				continue
			}
			if rules = append(rules, r); r.W > 500*Pt {
				foot = r // the last one across the page
			}
		}
		for _, r := range rules {
			if r != foot && r.Y < foot.Y && r.Y > foot.Y-16*Pt {
				t.Errorf("%d more rows: a rule %.1f points above that of the foot", n, (foot.Y - r.Y).Points())
			}
		}
		if f.Fill > 0.99 {
			closed++
		}
	}
	if closed == 0 {
		t.Error("no page was full")
	}
}

// The last of the facts stands on the baseline of the last line beside it.
func TestFactsStandOnThePurpose(t *testing.T) {
	for _, tt := range []struct {
		name string
		edit func(*doc.Brief)
		last string // words of the last line at the left
	}{
		{"purpose", func(b *doc.Brief) { b.Purpose, b.Attendees, b.From = "Settle the calendar.", nil, "" }, "calendar."},
		{"title only", func(b *doc.Brief) {
			b.Purpose, b.With, b.From, b.Place, b.Attendees, b.Minutes = "", "", "", "", nil, 0
		}, "Talks"},
	} {
		b := harbour()
		tt.edit(&b)
		f, err := setter(t, "letter").Set(b, 10*Pt)
		if err != nil {
			t.Fatal(err)
		}
		left, right := Length(0), Length(0)
		for _, box := range f.Page.Boxes {
			r, ok := box.(Run)
			switch {
			case !ok:
			case f.Units[max(r.From, 0)].Kind == FactUnit:
				right = max(right, r.Y)
			case strings.Contains(r.Text, tt.last) && left == 0:
				left = r.Y
			}
		}
		if left != right {
			t.Errorf("%s: baselines %v and %v", tt.name, left.Points(), right.Points())
		}
	}
}
