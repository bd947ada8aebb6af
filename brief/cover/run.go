package cover

// A run is one call of Best.
type run struct {
	*Solver
	capacity int
	least    []int // how many items of each group
	left     int   // how many more sets may be looked at for fronts
	search   search

	at  []int32 // storage of front and join: by height an index, plus 1
	out []part  // storage of join
}

// A pick is a set of one group's items.
type pick struct {
	value  int64
	height int
	set    set
}

// worth is what p is worth after the price of its height.
func (p pick) worth(price int64) int64 { return p.value - price*int64(p.height) }

// A page is a pick of each group.
type page struct {
	value  int64
	height int
	picks  []pick
}

func newPage(picks []pick) page {
	p := page{picks: picks}
	for _, k := range picks {
		p.value += k.value
		p.height += k.height
	}
	return p
}

// worth is what p is worth after the price of its height.
func (p page) worth(price int64) int64 { return p.value - price*int64(p.height) }

// solve finds the best page.
//
// Whatever the price of height: a page that is worth v has picks that are
// worth, price deducted, no more than bound-v less than the best ones,
// together. So only picks that miss the best by little need be combined. How
// little is known once a page is found that misses the bound by no more; the
// search widens until then.
func (r *run) solve() Solution {
	best, o := r.bestPrice()
	bound := o.bound
	for slack := (o.bound - best.value) / 16; ; slack *= 4 {
		slack = min(max(slack, 1), o.bound-best.value)
		found, complete := r.combine(o, slack)
		if found.picks != nil && found.value >= best.value {
			best = found
		}
		if !complete {
			return r.solution(best, max(bound, best.value))
		}
		if o.bound-best.value <= slack {
			return r.solution(best, best.value)
		}
		bound = o.bound - slack - 1 // what is worth more was looked at
	}
}

// solution returns p as the caller sees it, where no page is worth more than
// bound.
func (r *run) solution(p page, bound int64) Solution {
	s := Solution{
		Chosen:  make([][]int, len(p.picks)),
		Height:  p.height * r.unit,
		Value:   p.value >> r.shift,
		Bound:   bound >> r.shift,
		Optimal: bound == p.value,
	}
	for i, k := range p.picks {
		s.Chosen[i] = k.set.members()
	}
	return s
}
