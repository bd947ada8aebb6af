package cover

import "slices"

// combine returns the best page whose picks miss what is most at the offer by
// no more than slack together, the zero page if there is none. It is complete
// if all such picks were looked at.
func (r *run) combine(o offer, slack int64) (best page, complete bool) {
	complete = true
	stages := make([][]part, 1, len(r.groups)+1)
	fronts := make([][]pick, len(r.groups))
	stages[0] = []part{{}}
	most := int64(0)
	for i := range r.groups {
		var all bool
		fronts[i], all = r.front(i, o, slack)
		complete = complete && all
		most += o.most[i]
		stages = append(stages, nil)
		r.join(stages, fronts, o.price, most-slack)
	}
	last := stages[len(stages)-1]
	if len(last) == 0 {
		return page{}, complete
	}
	picks := make([]pick, len(fronts))
	p := last[len(last)-1]
	for i := len(fronts) - 1; i >= 0; i-- {
		picks[i] = fronts[i][p.pick]
		p = stages[i][p.rest]
	}
	return newPage(picks), complete
}

// front returns the picks of group i that miss what is most by no more than
// slack, without those for which another is worth no less and no higher. They
// are in order of height and so of value.
func (r *run) front(i int, o offer, slack int64) (front []pick, complete bool) {
	s := &r.search
	n := len(r.groups[i].gain)
	s.start(&r.groups[i], r.capacity, r.least[i], o.price)
	s.floor = o.most[i] - slack
	s.raise = false
	share := r.share(i)
	s.left = share
	at := r.heights() // of picks
	s.found = func(s *search) {
		k := at[s.height] - 1
		switch {
		case k < 0:
			front = append(front, pick{s.value, s.height, newSet(n, s.chosen)})
			at[s.height] = int32(len(front))
		case s.value > front[k].value:
			front[k] = pick{s.value, s.height, newSet(n, s.chosen)}
		case s.value == front[k].value:
			if set := newSet(n, s.chosen); set.before(front[k].set) {
				front[k].set = set
			}
		}
	}
	s.run()
	r.left -= share - s.left
	slices.SortFunc(front, func(a, b pick) int { return a.height - b.height })
	rising := front[:0]
	for _, p := range front {
		if len(rising) == 0 || p.value > rising[len(rising)-1].value {
			rising = append(rising, p)
		}
	}
	return rising, s.open == impossible
}

// share returns how many sets group i may look at: what is left, less a
// reserve for each of the groups after it.
func (r *run) share(i int) int {
	reserve := r.limit / (4 * len(r.groups))
	return max(r.left-reserve*(len(r.groups)-1-i), reserve, 1)
}

// A part is picks of the first groups: one of the last of them and a part of
// those before.
type part struct {
	value  int64
	height int
	rest   int32 // index in the stage before
	pick   int32 // index in the front
}

// join fills in the last of the stages: the parts of the stage before joined
// with the picks of the group's front. Parts are left out that are worth less
// than floor after the price of their height, are too high, or are worth no
// more than a lower one.
func (r *run) join(stages [][]part, fronts [][]pick, price, floor int64) {
	n := len(stages) - 1
	out := r.out[:0]
	at := r.heights() // of parts
	for i, rest := range stages[n-1] {
		for j, p := range fronts[n-1] {
			q := part{rest.value + p.value, rest.height + p.height, int32(i), int32(j)}
			if q.height > r.capacity {
				break
			}
			if q.value-price*int64(q.height) < floor {
				continue
			}
			k := at[q.height] - 1
			switch {
			case k < 0:
				out = append(out, q)
				at[q.height] = int32(len(out))
			case q.value > out[k].value || q.value == out[k].value && before(q, out[k], stages[:n], fronts):
				out[k] = q
			}
		}
	}
	slices.SortFunc(out, func(a, b part) int { return a.height - b.height })
	r.out = out
	for _, p := range out {
		if s := stages[n]; len(s) == 0 || p.value > s[len(s)-1].value {
			stages[n] = append(s, p)
		}
	}
}

// heights returns room for an index, plus 1, for each height up to the
// capacity. It is valid until the next call.
func (r *run) heights() []int32 {
	r.at = zeroed(r.at, r.capacity+1)
	return r.at
}

// before reports whether p's items come before q's, in the first group in
// which they differ. The stages are those before that of p and q.
func before(p, q part, stages [][]part, fronts [][]pick) bool {
	n := len(stages)
	if p.rest != q.rest {
		return before(stages[n-1][p.rest], stages[n-1][q.rest], stages[:n-1], fronts)
	}
	return p.pick != q.pick && fronts[n-1][p.pick].set.before(fronts[n-1][q.pick].set)
}
