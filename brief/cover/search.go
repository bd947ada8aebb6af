package cover

// A search looks through the sets of one group. It is set up for a group and
// a price with start, then run; its storage is used again.
type search struct {
	g        *group
	capacity int
	min      int
	price    int64 // of a unit of height

	// The sets worth floor or more after the price of their height are found.
	// With raise, each one found raises the floor above it, so that the last
	// one found is the best.
	floor int64
	raise bool
	found func(*search)

	left int   // how many sets may still be looked at
	open int64 // what a set not looked at for that reason can be worth at most

	// The present set.
	chosen []int32
	in     []bool
	height int
	value  int64

	marginal []int64 // what each item would add to the present set
	held     []int32 // by how many items of the set each concept is held
	rows     []row   // for each size of the set, what may be added to it
	claims   []claim
	own      []int64
}

// An addition is an item that may be added to the present set. Its profit is
// its marginal value less its price.
type addition struct {
	item   int32
	height int32
	profit int64
}

// Nothing is worth less than anything that can be chosen; what is impossible
// is worth less still, whatever is added to it.
const (
	nothing    = -1 << 61
	impossible = -1 << 62
)

// start makes s ready for group g.
func (s *search) start(g *group, capacity, least int, price int64) {
	n := len(g.gain)
	s.g, s.capacity, s.min, s.price = g, capacity, least, price
	s.open = impossible
	s.chosen, s.height, s.value = s.chosen[:0], 0, 0
	s.in = zeroed(s.in, n)
	s.own = zeroed(s.own, n)
	s.held = zeroed(s.held, len(g.weight))
	s.marginal = append(s.marginal[:0], g.gain...)
	s.claims = s.claims[:0]
	for c, h := range g.holders {
		s.claims = append(s.claims, claim{concept: int32(c)})
		for _, i := range h {
			s.marginal[i] += g.weight[c]
		}
	}
}

// run calls found for every set worth floor or more.
func (s *search) run() {
	s.clearRow(0)
	for i := range s.g.gain {
		s.offer(int32(i))
	}
	s.descend()
}

// descend looks at the present set and at those that add to it what the row
// of its size offers.
func (s *search) descend() {
	size := len(s.chosen)
	worth := s.value - s.price*int64(s.height)
	if size >= s.min && worth >= s.floor {
		if s.found(s); s.raise {
			s.floor = worth + 1
		}
	}
	if size == s.g.max || len(s.rows[size].adds) == 0 || !s.limit(worth) {
		return
	}
	s.clearRow(size + 1)
	r := &s.rows[size]
	for i, a := range r.adds {
		most := worth + min(a.profit+r.most[i+1], r.shared[i])
		if most < s.floor {
			return // as are all further ones, less profitable as they are
		}
		if s.left <= 0 {
			s.open = max(s.open, most)
			return
		}
		if worth+r.sharedWith(i, i) < s.floor || s.outdone(a.item) {
			continue
		}
		s.left--
		s.choose(a.item)
		s.rows[size+1].adds = s.rows[size+1].adds[:0]
		for j := i + 1; j < len(r.adds); j++ {
			if worth+r.sharedWith(i, j) >= s.floor {
				s.offer(r.adds[j].item)
			}
		}
		s.descend()
		r = &s.rows[size] // the rows may have moved
		s.drop(a.item)
	}
}

// outdone reports whether an item is not chosen that may stand in for i at no
// loss: then the sets with i are not needed.
func (s *search) outdone(i int32) bool {
	for _, b := range s.g.better[i] {
		if !s.in[b] {
			return true
		}
	}
	return false
}

// choose adds item i to the present set.
func (s *search) choose(i int32) {
	s.chosen = append(s.chosen, i)
	s.in[i] = true
	s.height += s.g.height[i]
	s.value += s.marginal[i]
	for _, c := range s.g.concepts[i] {
		if s.held[c]++; s.held[c] == 1 {
			for _, j := range s.g.holders[c] {
				s.marginal[j] -= s.g.weight[c]
			}
		}
	}
}

// drop takes item i, the last chosen, out of the present set.
func (s *search) drop(i int32) {
	for _, c := range s.g.concepts[i] {
		if s.held[c]--; s.held[c] == 0 {
			for _, j := range s.g.holders[c] {
				s.marginal[j] += s.g.weight[c]
			}
		}
	}
	s.chosen = s.chosen[:len(s.chosen)-1]
	s.in[i] = false
	s.height -= s.g.height[i]
	s.value -= s.marginal[i]
}

// offer puts item i at its place in the present set's row if it can be added.
// It is called in the order of the row before, which is nearly the right one.
func (s *search) offer(i int32) {
	h := s.g.height[i]
	if s.height+h > s.capacity || !s.free(s.g.class[i]) {
		return
	}
	a := addition{i, int32(h), s.marginal[i] - s.price*int64(h)}
	r := &s.rows[len(s.chosen)]
	k := len(r.adds)
	r.adds = append(r.adds, a)
	for ; k > 0 && a.before(r.adds[k-1]); k-- {
		r.adds[k] = r.adds[k-1]
	}
	r.adds[k] = a
}

// free reports whether the present set has no item of class c.
func (s *search) free(c int32) bool {
	if c >= 0 {
		for _, j := range s.chosen {
			if s.g.class[j] == c {
				return false
			}
		}
	}
	return true
}

// before orders additions by profit, and so that an item comes after those
// that may stand in for it.
func (a addition) before(b addition) bool {
	if a.profit != b.profit {
		return a.profit > b.profit
	}
	if a.height != b.height {
		return a.height < b.height
	}
	return a.item < b.item
}

// clearRow empties the row for sets of the given size.
func (s *search) clearRow(size int) {
	if size == len(s.rows) {
		s.rows = append(s.rows, row{})
	}
	s.rows[size].adds = s.rows[size].adds[:0]
}

// zeroed returns n zeros, in the storage of old if that suffices.
func zeroed[T int32 | int64 | bool](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}
