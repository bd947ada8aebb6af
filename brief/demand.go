package brief

import (
	"fmt"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// usualItems is how many items a section should have at least, if there are
// as many and there is room.
const usualItems = 3

// A demand is what has to be on the page beside its fixed text.
type demand struct {
	least    []int // items demanded of each section by the config
	items    []int // items wanted in each section
	tasks    int   // how many of the draft's tasks, from the first
	trackers int
}

// relax gives up the least important part of w, and reports whether there was
// any.
func (w *demand) relax() bool {
	most, at := 0, -1
	for i, n := range w.items {
		if n > w.least[i] && n >= most {
			most, at = n, i
		}
	}
	switch {
	case at >= 0 && most > 1:
		w.items[at]--
	case w.trackers > 0:
		w.trackers--
	case w.tasks > 0:
		w.tasks -= 1 + w.tasks/16
	case at >= 0:
		w.items[at]--
	default:
		return false
	}
	return true
}

// demands finds how much of what is wanted fits at the smallest type.
func (m measure) demands(floor layout.Length) (demand, error) {
	w := m.draft.nothing()
	for i, sec := range m.draft.sections {
		w.least[i] = min(max(sec.spec.MinItems, 0), sec.most())
		w.items[i] = w.least[i]
	}
	if room := m.room(w, floor) - m.needed(w, floor); room < 0 {
		return w, &doc.Error{
			File: m.draft.brief.Profile,
			Msg:  fmt.Sprintf("what must be printed is %.0f pt too high for one page at the smallest type", -room.Points()),
			Hint: "shorten purpose, objectives and asks, lower min_items, or have fewer sections",
		}
	}
	m.raise(&w, 1, floor)
	w.tasks = most(len(m.draft.tasks), func(n int) bool { return m.fits(w.with(n, 0), floor) })
	w.trackers = most(len(m.draft.trackers), func(n int) bool { return m.fits(w.with(w.tasks, n), floor) })
	for n := 2; n <= usualItems; n++ {
		m.raise(&w, n, floor)
	}
	return w, nil
}

// everything is what is wanted where there is room for all of it.
func (m measure) everything() demand {
	w := m.draft.nothing().with(len(m.draft.tasks), len(m.draft.trackers))
	for i, sec := range m.draft.sections {
		w.least[i] = min(max(sec.spec.MinItems, 0), sec.most())
		w.items[i] = max(w.least[i], min(usualItems, sec.most()))
	}
	return w
}

// with returns w with so many tasks and trackers.
func (w demand) with(tasks, trackers int) demand {
	w.tasks, w.trackers = tasks, trackers
	return w
}

// raise lets every section want n items as far as they fit, in the order of
// the sections.
func (m measure) raise(w *demand, n int, size layout.Length) {
	for i, sec := range m.draft.sections {
		if w.items[i] >= min(n, sec.most()) {
			continue
		}
		w.items[i]++
		if !m.fits(*w, size) {
			w.items[i]--
		}
	}
}

// most returns the largest k up to n for which ok holds, taking it that ok
// holds for all smaller ones.
func most(n int, ok func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if ok(mid) {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}
