package selection

import "testing"

func TestInherit(t *testing.T) {
	const sure = 2 * enough
	for _, tt := range []struct {
		name   string
		blocks [5]int
		places [5]place
		want   bool // sentence 1 goes where 0 and 2 belong
	}{
		{"between two", [5]int{0, 0, 0, 1, 1}, [5]place{{1, sure}, {}, {1, sure}, {}, {}}, true},
		{"between two sections", [5]int{0, 0, 0, 1, 1}, [5]place{{1, sure}, {}, {0, sure}, {}, {}}, false},
		{"behind one", [5]int{0, 0, 0, 1, 1}, [5]place{{1, sure}, {}, {}, {}, {}}, false},
		{"in other paragraphs", [5]int{0, 1, 2, 3, 3}, [5]place{{1, sure}, {}, {1, sure}, {}, {}}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := sentences("One is old.", "Two is odd.", "Three is red.", "Four is far.", "Five is low.")
			for i := range s {
				s[i].Block = tt.blocks[i]
			}
			a := read(Input{Sentences: s, Sections: harbour})
			a.compile()
			a.match()
			a.evidence = make([]int, len(s)*len(harbour))
			a.places = append([]place(nil), tt.places[:]...)
			a.inherit()
			if got := a.places[1].section == 1 && a.places[1].strength >= little; got != tt.want {
				t.Errorf("places %v, inherits: %t, want %t", a.places, got, tt.want)
			}
		})
	}
}

func TestRankWithoutSections(t *testing.T) {
	r := Rank(Input{Sentences: sentences("The crane fell on 3 May.", "The berth was shut.", "The tide was high.")})
	if len(r.Left) != 3 {
		t.Errorf("%d of 3 sentences are left", len(r.Left))
	}
}
