// Package cover chooses what goes onto a page: for each group (a section of
// the page) the items that together say most within the height there is.
//
// What a set of items is worth is the sum of their gains and, once however
// many of them hold it, the weight of every concept they hold. So the second
// item that tells the same story is worth little. This is budgeted maximum
// coverage (Khuller, Moss and Naor 1999), as Gillick and Favre (2009) use it
// for summaries, with several groups that share one budget.
//
// Start with [New] and [Solver.Best]. The answer is exact: a price is put on
// height (Lagrange), each group is searched by branch and bound for the sets
// that can be part of an optimal page at that price, and dynamic programming
// over heights combines them. Where the search would take too long the answer
// says by how much it may miss the optimum.
//
// All numbers are integers, so the same problem has the same answer on every
// machine. They are meant to be small: the gains and weights of a problem
// should sum to less than 2^40 and its heights to less than 2^20.
package cover

// An Item is something that can be chosen.
type Item struct {
	Height   int     // in the caller's units, 0 or more
	Gain     int64   // what it is worth whatever else is chosen; may be negative
	Concepts []int32 // indices of the group's Weights
	Class    int32   // at most one item of a class is chosen; -1: in no class
}

// A Group is a set of items of which between Min and Max are chosen, fewer
// than Min only where there are no more. Max 0 is no limit.
type Group struct {
	Items    []Item
	Weights  []int64 // what it is worth to hold each concept, 0 or more
	Min, Max int
}

// A Solution says what to choose.
type Solution struct {
	Chosen [][]int // for each group the indices of its items, ascending
	Height int
	Value  int64
	Bound  int64 // no choice is worth more; Value where Optimal

	Optimal  bool // no choice is worth more, and among equals none is lower
	Feasible bool // every group has its Min
	Short    int  // if not Feasible: how much height was lacking
}

// DefaultLimit is the size of search that New takes for 0. It is reached
// after some tens of milliseconds.
const DefaultLimit = 120_000

// A Solver holds a problem made ready. It is not changed by use and may be
// used by several goroutines.
type Solver struct {
	groups []group
	height int  // of all items together, in units
	unit   int  // heights are searched in units of their greatest common divisor
	shift  uint // and values in units of 2^-shift, so that prices are fine enough
	limit  int
}

// New makes the problem ready. The limit is the number of sets, roughly, that
// one call of Best may look at; 0 means [DefaultLimit]. The groups are not
// kept.
func New(groups []Group, limit int) *Solver {
	if limit <= 0 {
		limit = DefaultLimit
	}
	s := &Solver{
		groups: make([]group, len(groups)),
		unit:   unit(groups),
		shift:  shift(groups),
		limit:  limit,
	}
	for i, g := range groups {
		s.groups[i] = prepare(g, s.unit, s.shift)
		for _, h := range s.groups[i].height {
			s.height += h
		}
	}
	return s
}

// Best returns the best choice whose heights sum to no more than capacity.
// Among choices of equal value it takes the lowest, and among those the one
// with the earliest items.
//
// Where the groups' least items are too high together, the largest Min gives
// way, of equals the later group's, until the rest fits.
func (s *Solver) Best(capacity int) Solution {
	least, short := s.least(capacity)
	if capacity < 0 {
		return Solution{Chosen: make([][]int, len(s.groups)), Optimal: true, Short: short}
	}
	r := run{Solver: s, capacity: min(capacity/s.unit, s.height), least: least, left: s.limit}
	sol := r.solve()
	sol.Feasible, sol.Short = short == 0, short
	return sol
}
