package brief

import (
	"slices"
	"testing"

	"readahead/brief/cover"
	"readahead/brief/profile"
)

func TestFair(t *testing.T) {
	for _, tt := range []struct {
		name     string
		items    []int // of each section, ten units high
		weights  []float64
		limits   []int // from the config
		least    []int
		capacity int
		want     []int
	}{
		{"all alike", []int{40, 40}, nil, nil, nil, 160, []int{10, 10}},
		{"one has little", []int{40, 2}, nil, nil, nil, 160, []int{18, 18}},
		{"not enough for the page", []int{5, 2}, nil, nil, nil, 160, []int{5, 5}},
		{"twice the weight", []int{40, 40}, []float64{2, 1}, nil, nil, 240, []int{20, 10}},
		{"no weight given", []int{40, 40}, []float64{0, 1}, nil, nil, 160, []int{10, 10}},
		{"a limit of the config's", []int{40, 40}, nil, []int{3, 0}, nil, 160, []int{3, 17}},
		{"more demanded than its share", []int{40, 40}, nil, nil, []int{15, 0}, 160, []int{15, 5}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var m measure
			groups := make([]cover.Group, len(tt.items))
			for i, n := range tt.items {
				groups[i].Items = slices.Repeat([]cover.Item{{Height: 10}}, n)
				spec := profile.Section{Weight: 1}
				if tt.weights != nil {
					spec.Weight = tt.weights[i]
				}
				if tt.limits != nil {
					groups[i].Max = tt.limits[i]
				}
				if tt.least != nil {
					groups[i].Min = tt.least[i]
				}
				m.draft.sections = append(m.draft.sections, material{spec: spec})
			}
			m.fair(groups, tt.capacity)
			for i, g := range groups {
				if g.Max != tt.want[i] {
					t.Errorf("section %d may have %d items, want %d", i, g.Max, tt.want[i])
				}
			}
		})
	}
}
