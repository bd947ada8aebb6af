package brief

import (
	"readahead/brief/layout"
)

// quantum is the step in which heights are given to the optimiser.
const quantum = layout.Pt / 2

// measure answers what fits. It remembers what it measured.
type measure struct {
	setter  *layout.Setter
	draft   draft
	rooms   map[roomKey]layout.Length
	heights map[layout.Length][][]int // of the items of each section, in quanta, by body size; 0: not known yet
}

// A roomKey is what the room for items depends on.
type roomKey struct {
	tasks, trackers int
	size            layout.Length
}

func newMeasure(s *layout.Setter, d draft) measure {
	return measure{setter: s, draft: d, rooms: map[roomKey]layout.Length{}, heights: map[layout.Length][][]int{}}
}

// fits reports whether what w wants fits at a body size, if the columns could
// be broken anywhere.
func (m measure) fits(w demand, size layout.Length) bool {
	return m.room(w, size) >= m.needed(w, size)
}

// room returns the height that w leaves for items.
func (m measure) room(w demand, size layout.Length) layout.Length {
	key := roomKey{w.tasks, w.trackers, size}
	room, ok := m.rooms[key]
	if !ok {
		room = m.setter.Room(m.draft.with(w), size)
		m.rooms[key] = room
	}
	return room
}

// needed returns the height of the items that w wants: the best of each
// section.
func (m measure) needed(w demand, size layout.Length) layout.Length {
	sum := 0
	for i := range m.draft.sections {
		for k := range w.items[i] {
			sum += m.height(i, k, size)
		}
	}
	return layout.Length(sum) * quantum
}

// height returns the height of a section's item at a body size, in quanta and
// rounded up.
func (m measure) height(section, item int, size layout.Length) int {
	hs, ok := m.heights[size]
	if !ok {
		hs = make([][]int, len(m.draft.sections))
		for i, sec := range m.draft.sections {
			hs[i] = make([]int, len(sec.items))
		}
		m.heights[size] = hs
	}
	h := &hs[section][item]
	if *h == 0 {
		*h = int((m.setter.ItemHeight(m.draft.sections[section].items[item].item, size) + quantum - 1) / quantum)
	}
	return *h
}
