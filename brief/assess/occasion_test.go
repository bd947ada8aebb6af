package assess

import (
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

func TestConflictsOfOccasions(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"near-identical", "In June 12 percent of the keepers at Lindby were ill.", "In June 7 percent of the keepers at Lindby were ill, the list says.", "figure: 12 percent or 7 percent"},
		{"count", "In June the keys of 12 lockers at Lindby were stolen.", "The keys of 15 lockers at Lindby were stolen in June.", "figure: 12 lockers or 15 lockers"},
		{"not before", "The new Lindby dredger will not sail before March.", "The new Lindby dredger is not expected before May.", "time: not before March or May"},
		{"ordinal of one day", "The leak of 3 June was the third leak at Lindby lock this year.", "The leak on 3 June was the fourth leak at Lindby lock this year.", "number: third or fourth"},
		{"ordinal of other days", "The leak of 3 June was the third leak at Lindby lock this year.", "The leak on 9 August was the fourth leak at Lindby lock this year.", ""},
		{"length", "The Lindby lock was drained in four hours on 3 June.", "Draining the Lindby lock took six hours on 3 June.", "length: four hours or six hours"},
		{"length on other days", "The Lindby lock was drained in four hours on 3 June.", "Draining the Lindby lock took six hours on 9 August.", ""},
		{"result", "The Lindby siren passed its trial on 3 June.", "The Lindby siren failed its trial on 3 June.", "result: done or failed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x, _, _ := together(t, tt.a, tt.b)
			got := ""
			for _, c := range x.Conflicts {
				got += c.What
			}
			if got != tt.want {
				t.Errorf("conflict %q, want %q", got, tt.want)
			}
		})
	}
}

func TestOutcomes(t *testing.T) {
	for _, tt := range []struct{ name, old, newer string }{
		{"announced for", "The crew has announced a sit-in for 3 June.", "The sit-in began on 3 June with songs."},
		{"same act later", "A winch will open beside the lock on 3 June.", "The heavy winch opened on 9 June."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			docs := []doc.Document{document(t, "a.txt", "2025-05-01", tt.old), document(t, "b.txt", "2025-07-01", tt.newer)}
			a := Assess(append(filler(t), docs...), profile.Profile{})
			if len(a.Stale) != 1 || a.Stale[0].B.Text != tt.newer {
				t.Errorf("stale: %+v", a.Stale)
			}
		})
	}
}
