package cover

import "slices"

// An offer is a price for a unit of height and what is known at it: no page
// is worth more than bound, since no pick of group i is worth more than
// most[i] after the price of its height, and all height was paid for.
type offer struct {
	price int64
	most  []int64
	bound int64
	page  page // the best picks found, which may be too high together
}

// bestPrice returns a page that fits, not usually the best, and the offer
// with the least bound.
//
// The bound falls as the price rises until the best picks fit, then rises
// again. Where two prices are known, one too low and one too high, the next to
// try is the one at which their pages are worth the same. Half a dozen are
// enough; the number is limited in case the searches are cut short.
func (r *run) bestPrice() (page, offer) {
	high := r.lowest()
	o := r.offer(0, high, high)
	low := o.page
	if low.height <= r.capacity {
		return low, o
	}
	for tries := 0; low.value > high.value && tries < 50; tries++ {
		price := (low.value - high.value) / int64(low.height-high.height)
		next := r.offer(price, low, high)
		if next.bound < o.bound {
			o = next
		}
		p := next.page
		if left := p.worth(price) - max(low.worth(price), high.worth(price)); left <= (o.bound-high.value)/32 {
			break // the bound cannot fall by more than left
		}
		if p.height > r.capacity {
			low = p
		} else {
			high = p
		}
	}
	return high, o
}

// offer returns the offer at the given price. Its picks are at least as good
// as those of the pages a and b.
func (r *run) offer(price int64, a, b page) offer {
	o := offer{
		price: price,
		most:  make([]int64, len(r.groups)),
		bound: price * int64(r.capacity),
	}
	picks := make([]pick, len(r.groups))
	for i := range r.groups {
		p := a.picks[i]
		if b.picks[i].worth(price) > p.worth(price) {
			p = b.picks[i]
		}
		picks[i], o.most[i] = r.most(i, price, p)
		o.bound += o.most[i]
	}
	o.page = newPage(picks)
	return o
}

// most returns the pick of group i that is worth most at the price, or the
// best found, and a bound on what such a pick is worth. At least as good a
// pick as p is returned.
func (r *run) most(i int, price int64, p pick) (pick, int64) {
	s := &r.search
	s.start(&r.groups[i], r.capacity, r.least[i], price)
	s.floor = p.worth(price) + 1
	s.raise = true
	s.left = max(r.limit/100, 1)
	var best []int32
	better := false
	s.found = func(s *search) {
		better = true
		best = append(best[:0], s.chosen...)
		p.value, p.height = s.value, s.height
	}
	s.run()
	if better {
		p.set = newSet(len(s.g.gain), best)
	}
	return p, max(p.worth(price), s.open)
}

// lowest returns the page of the lowest items, as many as must be.
func (r *run) lowest() page {
	picks := make([]pick, len(r.groups))
	for i := range r.groups {
		g := &r.groups[i]
		order := make([]int32, len(g.height))
		for k := range order {
			order[k] = int32(k)
		}
		slices.SortStableFunc(order, func(a, b int32) int { return g.height[a] - g.height[b] })
		s := &r.search
		s.start(g, r.capacity, r.least[i], 0)
		for _, k := range order {
			if len(s.chosen) < r.least[i] && s.free(g.class[k]) {
				s.choose(k)
			}
		}
		picks[i] = pick{s.value, s.height, newSet(len(order), s.chosen)}
	}
	return newPage(picks)
}
