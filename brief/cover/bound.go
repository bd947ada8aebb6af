package cover

// A row holds what may be added to a set, the most profitable first, and two
// bounds on what a choice among it can profit.
type row struct {
	adds []addition
	most []int64 // most[i]: from adds[i:], counting each concept with every item that holds it

	claims []claim
	own    []int64 // of each addition, its profit without what is counted once
	shared []int64 // shared[i]: from adds[i:], with what is counted once

	sums  []int64
	first []int64
}

// A claim is a concept that several additions hold. Part of its weight is
// counted once for all of them, the rest with each.
type claim struct {
	concept int32
	once    int64
}

// limit fills in the bounds of the present set's row. It reports whether the
// set, worth so much, can be added to so that it is worth floor.
func (s *search) limit(worth int64) bool {
	size := len(s.chosen)
	r := &s.rows[size]
	r.limitEach(s.g, max(s.min-size-1, 0), s.g.max-size-1)
	if worth+r.adds[0].profit+r.most[1] < s.floor {
		return false
	}
	s.limitShared()
	return worth+r.shared[0] >= s.floor
}

// limitEach fills in most for choices of need to room items. What an item
// adds never grows as the set does, so the sum of the profits is a bound.
func (r *row) limitEach(g *group, need, room int) {
	n := len(r.adds)
	r.sums = zeroed(r.sums, n+1)
	good := n // from there on additions lose
	for i, a := range r.adds {
		r.sums[i+1] = r.sums[i] + a.profit
		if a.profit <= 0 {
			good = min(good, i)
		}
	}
	r.most = zeroed(r.most, n+1)
	for i := range r.most {
		if i+need > n {
			r.most[i] = impossible
			continue
		}
		k := min(max(good-i, need), room, n-i)
		r.most[i] = r.sums[i+k] - r.sums[i]
	}
	if need > 0 || g.classes == 0 {
		return
	}
	r.first = zeroed(r.first, g.classes) // of each class, the profit of its best item from i on
	var sum int64
	for i := good - 1; i >= 0; i-- {
		a := r.adds[i]
		sum += a.profit
		if c := g.class[a.item]; c >= 0 {
			sum -= r.first[c]
			r.first[c] = a.profit
		}
		r.most[i] = min(r.most[i], sum)
	}
}

// limitShared fills in own and shared for the present set's row.
//
// However much of a concept's weight is counted once, and then whether an
// item that holds it is chosen or not, the sum of what is counted once and of
// the items' own profits is a bound: a choice that holds the concept twice is
// given too much only for the rest. Counting more of it once lowers the bound
// as long as it makes two items' own profits less that are above zero. So
// each concept's part is set, one after the other, to where its second-best
// item just pays. (This is coordinate descent on the dual of the linear
// relaxation.) The parts found for the row before are the starting point.
func (s *search) limitShared() {
	size := len(s.chosen)
	r := &s.rows[size]
	for i := range s.own {
		s.own[i] = impossible
	}
	for _, a := range r.adds {
		s.own[a.item] = a.profit
	}
	once := s.inherit(r, size)
	claims := r.claims
	r.claims = r.claims[:0]
	for _, c := range claims {
		holders := s.g.holders[c.concept]
		second := s.second(holders)
		if second <= nothing {
			second = nothing // one holder or none: all of the weight is its own
		}
		part := min(max(c.once+second, 0), s.g.weight[c.concept])
		if d := part - c.once; d != 0 {
			once += d
			for _, i := range holders {
				s.own[i] -= d
			}
		}
		if second > nothing {
			r.claims = append(r.claims, claim{c.concept, part})
		}
	}
	n := len(r.adds)
	r.own = zeroed(r.own, n)
	r.shared = zeroed(r.shared, n+1)
	r.shared[n] = once
	for i := n - 1; i >= 0; i-- {
		r.own[i] = s.own[r.adds[i].item]
		r.shared[i] = r.shared[i+1] + max(r.own[i], 0)
	}
}

// inherit gives r the claims of the row before that the present set leaves
// open, takes what they count once off the items' own profits, and returns
// the sum of it.
func (s *search) inherit(r *row, size int) (once int64) {
	before := s.claims
	if size > 0 {
		before = s.rows[size-1].claims
	}
	r.claims = r.claims[:0]
	for _, c := range before {
		if s.held[c.concept] > 0 {
			continue
		}
		r.claims = append(r.claims, c)
		if c.once > 0 {
			once += c.once
			for _, i := range s.g.holders[c.concept] {
				s.own[i] -= c.once
			}
		}
	}
	return once
}

// second returns the second-highest own profit of the items.
func (s *search) second(items []int32) int64 {
	var first, second int64 = impossible, impossible
	for _, i := range items {
		if p := s.own[i]; p > first {
			first, second = p, first
		} else if p > second {
			second = p
		}
	}
	return second
}

// sharedWith returns a bound on what a choice from adds[i:] profits that has
// adds[j].
func (r *row) sharedWith(i, j int) int64 { return r.shared[i] + min(r.own[j], 0) }
