package brief

import "readahead/brief/cover"

// Sections share the page fairly: one with many sentences to choose from does
// not crowd out the others. Each may have as many items as all the others, by
// its weight, as long as there is so much to choose from that the page is
// filled well; a section that has less leaves the rest to the others.

// spare is the share of the room, in percent, by which there is to be more to
// choose from than fits.
const spare = 25

// fair lowers the limits of groups to the sections' fair shares of a capacity.
func (m measure) fair(groups []cover.Group, capacity int) {
	want := capacity + capacity*spare/100
	limits := make([]int, len(groups))
	for n := 1; ; n++ {
		sum, more := 0, false
		for i := range groups {
			items := groups[i].Items
			limits[i] = max(n*tenths(m.draft.sections[i].spec.Weight)/10, groups[i].Min, 1)
			if most := groups[i].Max; most > 0 {
				limits[i] = min(limits[i], most)
				items = items[:min(most, len(items))]
			}
			more = more || limits[i] < len(items)
			for k := range min(limits[i], len(items)) {
				sum += items[k].Height
			}
		}
		if sum >= want || !more {
			break
		}
	}
	for i := range groups {
		groups[i].Max = limits[i]
	}
}

// tenths returns a section's weight in tenths, 10 where none is given.
func tenths(weight float64) int {
	if weight <= 0 {
		return 10
	}
	return int(min(max(weight, 0.1), 100)*10 + 0.5)
}
