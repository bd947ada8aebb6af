package cover

import "slices"

// least returns for each group how many items it gets at least: its min, or
// fewer where the lowest items do not fit into capacity together. Then short
// is by how much.
func (s *Solver) least(capacity int) (least []int, short int) {
	least = make([]int, len(s.groups))
	lowest := make([][]int, len(s.groups)) // heights, summed
	total := 0
	for i := range s.groups {
		g := &s.groups[i]
		least[i] = g.min
		lowest[i] = g.lowest()
		total += lowest[i][g.min] * s.unit
	}
	short = max(0, total-capacity)
	for total > capacity {
		largest := 0
		for i := range least {
			if least[i] >= least[largest] {
				largest = i
			}
		}
		n := least[largest]
		if n == 0 {
			break // the capacity is negative
		}
		least[largest]--
		total -= (lowest[largest][n] - lowest[largest][n-1]) * s.unit
	}
	return least, short
}

// lowest returns for 0 to g.min items the least height of so many.
func (g *group) lowest() []int {
	var heights []int
	ofClass := make([]int, g.classes) // the height of its lowest item, plus 1
	for i, h := range g.height {
		if c := g.class[i]; c < 0 {
			heights = append(heights, h)
		} else if ofClass[c] == 0 || h+1 < ofClass[c] {
			ofClass[c] = h + 1
		}
	}
	for _, h := range ofClass {
		heights = append(heights, h-1)
	}
	slices.Sort(heights)
	sums := make([]int, g.min+1)
	for n := range g.min {
		sums[n+1] = sums[n] + heights[n]
	}
	return sums
}
