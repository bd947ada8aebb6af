package cover

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
)

func TestBest(t *testing.T) {
	for _, tt := range []struct {
		name     string
		groups   []Group
		capacity int
		want     string // chosen, height, value; and "short by" where not feasible
	}{
		{"nothing to choose from", nil, 100, "[] 0 0"},
		{"empty group", []Group{{Min: 2}}, 100, "[[]] 0 0"},
		{"all fit", []Group{{Items: []Item{{10, 5, nil, -1}, {10, 7, nil, -1}}}}, 20, "[[0 1]] 20 12"},
		{"knapsack, not greedy", []Group{{Items: []Item{{60, 70, nil, -1}, {50, 50, nil, -1}, {50, 51, nil, -1}}}}, 100, "[[1 2]] 100 101"},
		{"a concept counts once", []Group{{
			Items:   []Item{{10, 1, []int32{0}, -1}, {10, 0, []int32{0}, -1}, {10, 0, []int32{1}, -1}},
			Weights: []int64{10, 4},
		}}, 20, "[[0 2]] 20 15"},
		{"a concept counts in each group", []Group{
			{Items: []Item{{10, 0, []int32{0}, -1}}, Weights: []int64{3}},
			{Items: []Item{{10, 0, []int32{0}, -1}}, Weights: []int64{3}},
		}, 20, "[[0] [0]] 20 6"},
		{"one of a class", []Group{{Items: []Item{{10, 5, nil, 7}, {10, 6, nil, 7}, {10, 1, nil, -1}}}}, 30, "[[1 2]] 20 7"},
		{"max", []Group{{Items: []Item{{10, 5, nil, -1}, {10, 6, nil, -1}, {10, 7, nil, -1}}, Max: 2}}, 30, "[[1 2]] 20 13"},
		{"min takes from the better group", []Group{
			{Items: []Item{{10, 1, nil, -1}}, Min: 1},
			{Items: []Item{{10, 9, nil, -1}, {10, 9, nil, -1}}},
		}, 20, "[[0] [0]] 20 10"},
		{"a loss is taken for the min only", []Group{{Items: []Item{{10, -5, nil, -1}, {10, -3, nil, -1}}, Min: 1}}, 30, "[[1]] 10 -3"},
		{"min beyond what there is", []Group{{Items: []Item{{10, 5, nil, 1}, {10, 6, nil, 1}}, Min: 2}}, 30, "[[1]] 10 6"},
		{"min beyond max", []Group{{Items: []Item{{10, 5, nil, -1}, {10, 6, nil, -1}}, Min: 2, Max: 1}}, 30, "[[1]] 10 6"},
		{"min does not fit", []Group{
			{Items: []Item{{20, 5, nil, -1}, {30, 6, nil, -1}}, Min: 2},
			{Items: []Item{{10, 1, nil, -1}}, Min: 1},
		}, 45, "[[1] [0]] 40 7 short by 15"},
		{"the later group's min gives way", []Group{
			{Items: []Item{{10, 1, nil, -1}}, Min: 1},
			{Items: []Item{{10, 9, nil, -1}}, Min: 1},
		}, 15, "[[0] []] 10 1 short by 5"},
		{"no room at all", []Group{{Items: []Item{{10, 5, nil, -1}}, Min: 1}}, 0, "[[]] 0 0 short by 10"},
		{"less than no room", []Group{{Items: []Item{{0, 5, nil, -1}}}}, -1, "[[]] 0 0 short by 1"},
		{"no height", []Group{{Items: []Item{{0, 5, nil, -1}, {0, -1, nil, -1}}}}, 0, "[[0]] 0 5"},
		{"equals: the earlier", []Group{{Items: []Item{{10, 5, nil, -1}, {10, 5, nil, -1}, {10, 5, nil, -1}}}}, 20, "[[0 1]] 20 10"},
		{"equals: the lower", []Group{{Items: []Item{{20, 5, nil, -1}, {10, 5, nil, -1}}}}, 20, "[[1]] 10 5"},
		{"equals: the earlier group's first item", []Group{
			{Items: []Item{{10, 5, nil, -1}, {10, 5, nil, -1}}, Max: 1},
			{Items: []Item{{10, 5, nil, -1}, {10, 5, nil, -1}}, Max: 1},
		}, 20, "[[0] [0]] 20 10"},
		{"more room than can be used", []Group{{Items: []Item{{10, 5, nil, -1}}}}, 1 << 60, "[[0]] 10 5"},
		{"no gain, not chosen", []Group{{Items: []Item{{10, 0, nil, -1}}}}, 20, "[[]] 0 0"},
		{"unknown and repeated concepts", []Group{{Items: []Item{{10, 0, []int32{5, -1, 0, 0}, -1}}, Weights: []int64{3}}}, 20, "[[0]] 10 3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sol := New(tt.groups, 0).Best(tt.capacity)
			got := fmt.Sprint(sol.Chosen, sol.Height, sol.Value)
			if !sol.Feasible {
				got += fmt.Sprint(" short by ", sol.Short)
			}
			if got != tt.want || !sol.Optimal || sol.Bound != sol.Value {
				t.Errorf("got %s (optimal %t, bound %d), want %s", got, sol.Optimal, sol.Bound, tt.want)
			}
		})
	}
}

// Small problems of every kind are compared with the best of all choices.
func TestBestIsExact(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for n := range 3000 {
		groups := small(rnd)
		capacity := rnd.IntN(120)
		got := New(groups, 0).Best(capacity)
		if !got.Optimal {
			t.Fatalf("problem %d: not solved: %+v", n, got)
		}
		if !got.Feasible {
			continue
		}
		want := enumerate(groups, capacity)
		if got.Value != want.Value || got.Height != want.Height || !reflect.DeepEqual(got.Chosen, want.Chosen) {
			t.Fatalf("problem %d: %+v\ncapacity %d\ngot  %v\nwant %v", n, groups, capacity, got, want)
		}
	}
}

// So are single groups of more items that overlap as on a page.
func TestBestIsExactForStories(t *testing.T) {
	rnd := rand.New(rand.NewPCG(9, 10))
	for n := range 150 {
		g := story(rnd, 10)
		if n%2 == 0 {
			g = tangle(rnd, 10)
		}
		g.Min, g.Max = rnd.IntN(4), rnd.IntN(7)
		for k := range g.Items {
			g.Items[k].Class = int32(rnd.IntN(12)) - 6
			if rnd.IntN(3) == 0 {
				g.Items[k].Gain = -g.Items[k].Gain
			}
		}
		groups := []Group{g}
		capacity := 100 + rnd.IntN(300)
		got, want := New(groups, 0).Best(capacity), enumerate(groups, capacity)
		if got.Feasible && (!got.Optimal || got.Value != want.Value || !reflect.DeepEqual(got.Chosen, want.Chosen)) {
			t.Fatalf("problem %d: got %+v, want %+v", n, got, want)
		}
	}
}

// With a limit the answer is a choice that fits, and the bound holds.
func TestBestWithinLimit(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	cut := 0
	for n := range 200 {
		groups := []Group{tangle(rnd, 14), tangle(rnd, 14), tangle(rnd, 14)}
		capacity := 200 + rnd.IntN(700)
		exact := New(groups, 0).Best(capacity)
		for _, limit := range []int{1, 30, 60, 120, 240, 480, 1000, 2000, 4000} {
			got := New(groups, limit).Best(capacity)
			if v, h := value(groups, got.Chosen); v != got.Value || h != got.Height || h > capacity {
				t.Fatalf("problem %d, limit %d: %d high and worth %d, not %+v", n, limit, h, v, got)
			}
			if got.Value > exact.Value || got.Bound < exact.Value || got.Optimal && got.Value != exact.Value {
				t.Fatalf("problem %d, limit %d: got %+v, exact %+v", n, limit, got, exact)
			}
			if !got.Optimal {
				cut++
			}
		}
	}
	if cut == 0 {
		t.Error("no limit was ever reached")
	}
}

// More room is never worth less, and a set that fits is never beaten by the
// answer for less room.
func TestBestGrowsWithCapacity(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	s := New([]Group{story(rnd, 15), story(rnd, 15), story(rnd, 15), story(rnd, 15)}, 0)
	last := Solution{}
	for capacity := 0; capacity < 3000; capacity += 37 {
		sol := s.Best(capacity)
		if !sol.Optimal || sol.Value < last.Value || sol.Height > capacity {
			t.Fatalf("capacity %d: %+v after %+v", capacity, sol, last)
		}
		last = sol
	}
}

func small(rnd *rand.Rand) []Group {
	groups := make([]Group, 1+rnd.IntN(3))
	for i := range groups {
		g := &groups[i]
		g.Min, g.Max = rnd.IntN(3), rnd.IntN(4)
		g.Weights = make([]int64, rnd.IntN(6))
		for c := range g.Weights {
			g.Weights[c] = rnd.Int64N(6)
		}
		g.Items = make([]Item, rnd.IntN(6))
		for k := range g.Items {
			it := Item{Height: rnd.IntN(30), Gain: rnd.Int64N(9) - 2, Class: int32(rnd.IntN(5)) - 3}
			for c := range g.Weights {
				if rnd.IntN(3) == 0 {
					it.Concepts = append(it.Concepts, int32(c))
				}
			}
			g.Items[k] = it
		}
	}
	return groups
}

// story returns a group as a section of a page has it: an item has half a
// dozen concepts in common with one or two others, and twice as many of its
// own.
func story(rnd *rand.Rand, items int) Group { return overlapping(rnd, items, 6, 12, 2) }

// tangle returns a group whose items all tell much the same.
func tangle(rnd *rand.Rand, items int) Group { return overlapping(rnd, items, 20, 4, 6) }

// overlapping returns a group whose items hold shared concepts of a pool of
// poolSize for each item, the first of the pool most often, and own ones.
func overlapping(rnd *rand.Rand, items, shared, own, poolSize int) Group {
	pool := poolSize * items
	g := Group{Weights: make([]int64, pool+own*items), Min: 1}
	for c := range g.Weights {
		g.Weights[c] = 200_000 + rnd.Int64N(800_000)
	}
	for i := range items {
		it := Item{Height: 12*(1+rnd.IntN(4)) + 3, Class: -1, Gain: 3_000_000 + rnd.Int64N(6_000_000)}
		for range shared {
			it.Concepts = append(it.Concepts, int32(rnd.IntN(pool)*rnd.IntN(pool)/pool))
		}
		for k := range own {
			it.Concepts = append(it.Concepts, int32(pool+own*i+k))
		}
		g.Items = append(g.Items, it)
	}
	return g
}

// enumerate looks at all choices.
func enumerate(groups []Group, capacity int) Solution {
	best := Solution{Value: nothing}
	chosen := make([][]int, len(groups))
	var group func(int)
	group = func(i int) {
		if i == len(groups) {
			v, h := value(groups, chosen)
			if h <= capacity && (v > best.Value || v == best.Value && (h < best.Height || h == best.Height && earlier(chosen, best.Chosen))) {
				best = Solution{Value: v, Height: h, Chosen: make([][]int, len(groups))}
				for k, c := range chosen {
					best.Chosen[k] = append([]int(nil), c...)
				}
			}
			return
		}
		g := groups[i]
		p := prepare(g, 1, 0) // for the least number, whose definition is trusted here
		for set := range 1 << len(g.Items) {
			chosen[i] = chosen[i][:0]
			classes := map[int32]bool{}
			ok := true
			for k, it := range g.Items {
				if set>>k&1 == 1 {
					chosen[i] = append(chosen[i], k)
					ok = ok && (it.Class < 0 || !classes[it.Class])
					classes[it.Class] = true
				}
			}
			if ok && len(chosen[i]) >= p.min && len(chosen[i]) <= p.max {
				group(i + 1)
			}
		}
	}
	group(0)
	return best
}

// earlier reports whether the first item in which a and b differ is in a.
func earlier(a, b [][]int) bool {
	for i := range a {
		for k := 0; ; k++ {
			switch {
			case k == len(a[i]) && k == len(b[i]):
			case k == len(b[i]) || k < len(a[i]) && a[i][k] < b[i][k]:
				return true
			case k == len(a[i]) || a[i][k] > b[i][k]:
				return false
			default:
				continue
			}
			break
		}
	}
	return false
}

func value(groups []Group, chosen [][]int) (v int64, h int) {
	for i, g := range groups {
		held := map[int32]bool{}
		for _, k := range chosen[i] {
			it := g.Items[k]
			v += it.Gain
			h += it.Height
			for _, c := range it.Concepts {
				if !held[c] && c >= 0 && int(c) < len(g.Weights) {
					v += g.Weights[c]
				}
				held[c] = true
			}
		}
	}
	return v, h
}

func BenchmarkBest(b *testing.B) {
	for _, bb := range []struct {
		name          string
		make          func(*rand.Rand, int) Group
		groups, items int
		capacity, max int
	}{
		{"story", story, 4, 15, 600, 0},
		{"story", story, 4, 15, 1200, 0},
		{"story", story, 4, 15, 600, 4},
		{"story", story, 4, 40, 1500, 0},
		{"story", story, 8, 40, 1500, 0},
		{"story", story, 8, 40, 2500, 0},
		{"tangle", tangle, 4, 15, 600, 0},
		{"tangle", tangle, 8, 40, 1000, 0},
		{"tangle", tangle, 8, 40, 2500, 0},
		{"tangle", tangle, 8, 40, 2500, 6},
	} {
		b.Run(fmt.Sprintf("%s-%dx%d-%d-max%d", bb.name, bb.groups, bb.items, bb.capacity, bb.max), func(b *testing.B) {
			rnd := rand.New(rand.NewPCG(7, 8))
			groups := make([]Group, bb.groups)
			for i := range groups {
				groups[i] = bb.make(rnd, bb.items)
				groups[i].Max = bb.max
			}
			b.ReportAllocs()
			var sol Solution
			for b.Loop() {
				sol = New(groups, 0).Best(bb.capacity)
			}
			b.ReportMetric(float64(sol.Bound-sol.Value)/float64(sol.Value)*1e6, "gap-ppm")
		})
	}
}
