package cover

import (
	"math/bits"
	"slices"
)

// A group is a Group in the form that the search wants: what only one item
// holds is part of the item's gain, and concepts that the same items hold are
// one concept.
type group struct {
	height   []int
	gain     []int64
	concepts [][]int32 // of each item
	weight   []int64   // of each concept
	holders  [][]int32 // of each concept, two items or more, ascending
	class    []int32   // -1, or from 0 to classes-1
	classes  int
	better   [][]int32 // for each item, those that may stand in its place at no loss
	min, max int
}

// unit returns the greatest common divisor of the heights, 1 if all are 0.
func unit(groups []Group) int {
	a := 0
	for _, g := range groups {
		for _, it := range g.Items {
			for b := max(it.Height, 0); b != 0; {
				a, b = b, a%b
			}
		}
	}
	return max(a, 1)
}

// shift returns by how many bits values can be scaled up so that value times
// height still fits in an int64 with room to spare: 10 at most.
func shift(groups []Group) uint {
	var value, height uint64
	for _, g := range groups {
		for _, w := range g.Weights {
			value += uint64(max(w, 0))
		}
		for _, it := range g.Items {
			value += uint64(max(it.Gain, -it.Gain))
			height += uint64(max(it.Height, 0))
		}
	}
	return uint(min(10, max(0, 60-bits.Len64(value)-bits.Len64(height))))
}

func prepare(g Group, unit int, shift uint) group {
	n := len(g.Items)
	p := group{
		height: make([]int, n),
		gain:   make([]int64, n),
		class:  make([]int32, n),
		max:    g.Max,
	}
	for i, it := range g.Items {
		p.height[i] = max(it.Height, 0) / unit
		p.gain[i] = it.Gain << shift
	}
	p.number(g.Items)
	p.gather(g, shift)
	p.compare()
	if p.max <= 0 || p.max > n {
		p.max = n
	}
	p.min = min(max(g.Min, 0), p.max, p.distinct())
	return p
}

// number gives the classes that occur the numbers from 0 on.
func (p *group) number(items []Item) {
	var seen []int32
	for i, it := range items {
		p.class[i] = -1
		if it.Class < 0 {
			continue
		}
		k := slices.Index(seen, it.Class)
		if k < 0 {
			k = len(seen)
			seen = append(seen, it.Class)
		}
		p.class[i] = int32(k)
	}
	p.classes = len(seen)
}

// distinct returns how many items can be chosen together.
func (p *group) distinct() int {
	n := p.classes
	for _, c := range p.class {
		if c < 0 {
			n++
		}
	}
	return n
}

// gather fills in the concepts, and adds the weight of those that one item
// alone holds to its gain.
func (p *group) gather(g Group, shift uint) {
	kind, kinds := alike(g)
	weight := make([]int64, kinds)
	for c, k := range kind {
		weight[k] += max(g.Weights[c], 0) << shift
	}
	holders := make([][]int32, kinds)
	for i, it := range g.Items {
		for _, c := range it.Concepts {
			if !known(c, g) {
				continue
			}
			k := kind[c]
			if h := holders[k]; len(h) == 0 || h[len(h)-1] != int32(i) {
				holders[k] = append(h, int32(i))
			}
		}
	}
	p.concepts = make([][]int32, len(g.Items))
	for k, h := range holders {
		switch {
		case len(h) == 1:
			p.gain[h[0]] += weight[k]
		case len(h) > 1 && weight[k] > 0:
			for _, i := range h {
				p.concepts[i] = append(p.concepts[i], int32(len(p.weight)))
			}
			p.weight = append(p.weight, weight[k])
			p.holders = append(p.holders, h)
		}
	}
}

// alike gives concepts that the same items hold the same number, by
// refinement: each item takes out of every set of concepts that were alike so
// far those that it holds. It returns the numbers and how many there are.
func alike(g Group) (kind []int32, kinds int) {
	kind = make([]int32, len(g.Weights))
	taken := []int32{-1}                // of each set: the set that the present item takes out of it
	last := make([]int, len(g.Weights)) // the item, from 1, that was the last to hold the concept
	for i, it := range g.Items {
		for k := range taken {
			taken[k] = -1
		}
		for _, c := range it.Concepts {
			if !known(c, g) || last[c] == i+1 {
				continue
			}
			last[c] = i + 1
			from := kind[c]
			if taken[from] < 0 {
				taken[from] = int32(len(taken))
				taken = append(taken, -1)
			}
			kind[c] = taken[from]
		}
	}
	return kind, len(taken)
}

func known(c int32, g Group) bool { return c >= 0 && int(c) < len(g.Weights) }

// compare fills in better.
func (p *group) compare() {
	p.better = make([][]int32, len(p.gain))
	for i := range p.gain {
		for j := range p.gain {
			if i != j && p.replaces(i, j) {
				p.better[j] = append(p.better[j], int32(i))
			}
		}
	}
}

// replaces reports whether item i can stand in for item j in every set that
// lacks i without making it worth less, higher, or its items later.
func (p *group) replaces(i, j int) bool {
	switch {
	case p.height[i] > p.height[j], p.gain[i] < p.gain[j]:
		return false
	case p.height[i] == p.height[j] && p.gain[i] == p.gain[j] && i > j:
		return false
	case p.class[i] >= 0 && p.class[i] != p.class[j]:
		return false
	}
	have := p.concepts[i]
	for _, c := range p.concepts[j] { // both ascending
		for len(have) > 0 && have[0] < c {
			have = have[1:]
		}
		if len(have) == 0 || have[0] != c {
			return false
		}
	}
	return true
}
