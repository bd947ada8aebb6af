package brief

import (
	"math"

	"readahead/brief/cover"
	"readahead/brief/doc"
	"readahead/brief/layout"
)

// fitted is a typeset page and what it took.
type fitted struct {
	brief   doc.Brief
	set     layout.Fitted
	size    layout.Length // of the body
	info    PageInfo
	omitted []omission
}

// fit chooses what of d is printed and typesets it on one page.
//
// What must be printed comes first: the fixed text and the items that the
// config demands, then, as far as there is room at the smallest type, an item
// for each section, the to-do rows, the trackers, and the usual number of
// items. The type is the largest at which all that fits. The rest of the page
// is filled with the most valuable choice of items.
func fit(s *layout.Setter, d draft) (fitted, error) {
	sizes := s.Sizes() // ascending
	m := newMeasure(s, takeBottomLine(shortlist(d)))
	want := m.everything()
	if !m.fits(want, sizes[0]) {
		m = trim(m, sizes[0])
		var err error
		if want, err = m.demands(sizes[0]); err != nil {
			return fitted{}, err
		}
	}
	for {
		for i := m.largest(want, sizes); i >= 0; i-- {
			if f, ok, err := m.fill(want, sizes[i]); ok || err != nil {
				return f, err
			}
		}
		// The columns cannot be broken as the sum of heights promised: give
		// up what was granted last, or else a section.
		if want.relax() {
			continue
		}
		at := m.draft.leastSection()
		if at < 0 {
			return fitted{}, &doc.Error{
				File: d.brief.Profile,
				Msg:  "the page is too full even at the smallest type",
				Hint: "shorten purpose, objectives and asks, or lower min_items",
			}
		}
		m = newMeasure(s, m.draft.withoutSection(at))
		var err error
		if want, err = m.demands(sizes[0]); err != nil {
			return fitted{}, err
		}
	}
}

// largest returns the index of the largest size at which what w wants fits,
// taking it that it fits at the first. To set a page to find out costs time,
// so the search begins where the size ought to be: the height of text grows
// about with the square of its size.
func (m measure) largest(w demand, sizes []layout.Length) int {
	fits := func(i int) bool { return m.fits(w, sizes[i]) }
	room := m.room(w, sizes[0])
	spare := room - m.needed(w, sizes[0])
	first, last := 0, len(sizes)-1
	guess := 0
	for guess < last && 2*room*(sizes[guess+1]-sizes[0]) < spare*sizes[0] {
		guess++
	}
	switch {
	case guess > 0 && !fits(guess):
		last = guess - 1
	case guess == last || !fits(guess+1):
		return guess
	default:
		first = guess + 1
	}
	return first + most(last-first, func(i int) bool { return fits(first + i) })
}

// fill chooses the items for what room w leaves and typesets the page. It
// reports false if the columns cannot be broken so that all of it fits.
func (m measure) fill(w demand, size layout.Length) (fitted, bool, error) {
	// The room is reckoned as if columns could be broken anywhere. They break
	// between items, so some of it may be lost; then a choice for less room
	// is made, and what the full room could have held bounds the loss.
	capacity, line := int(m.room(w, size)/quantum), int(size*5/4/quantum)
	groups := m.groups(w, size)
	m.fair(groups, capacity)
	solver := cover.New(groups, 0)
	var bound int64
	for try := 0; try < 12 && capacity >= 0; try++ {
		best := solver.Best(capacity)
		if !best.Feasible {
			break
		}
		if try == 0 {
			bound = best.Bound
		}
		b := m.draft.choose(w, best.Chosen)
		set, err := m.setter.Set(b, size)
		if err != nil {
			return fitted{}, false, err
		}
		if over := int(set.Overflow / quantum); set.Overflow > 0 {
			if over < line { // nearly there: another choice of the same height may do
				over /= 2
			}
			capacity = min(capacity, best.Height) - max(over/2, 1)
			continue
		}
		return fitted{
			brief: b,
			set:   set,
			size:  size,
			info: PageInfo{
				Pages: 1, Fill: round(set.Fill, 1000), BodyPt: round(size.Points(), 100),
				Optimal: best.Value == bound, Gap: gap(best.Value, bound),
			},
			omitted: m.draft.leftOut(w, best.Chosen),
		}, true, nil
	}
	return fitted{}, false, nil
}

// gap returns by what share a choice worth bound would be better than one
// worth value, rounded up to a thousandth.
func gap(value, bound int64) float64 {
	if value <= 0 || bound <= value {
		return 0
	}
	return math.Ceil(1000*float64(bound-value)/float64(value)) / 1000
}

func (m measure) groups(w demand, size layout.Length) []cover.Group {
	gs := make([]cover.Group, len(m.draft.sections))
	for i, sec := range m.draft.sections {
		g := cover.Group{Weights: sec.weights, Min: w.items[i], Max: sec.spec.MaxItems}
		for k, c := range sec.items {
			g.Items = append(g.Items, cover.Item{Height: m.height(i, k, size), Gain: c.gain, Concepts: c.concepts, Class: -1})
		}
		gs[i] = g
	}
	return gs
}

// round returns x to the nearest part of 1/parts.
func round(x, parts float64) float64 { return math.Round(x*parts) / parts }
