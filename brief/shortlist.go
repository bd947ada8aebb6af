package brief

import (
	"slices"

	"readahead/brief/doc"
)

// shortlist keeps the page to the sources that its endnotes have room for:
// those of the to-do rows and trackers and of the best items. Items of others
// are left out.
func shortlist(d draft) draft {
	if len(d.brief.Sources) <= maxSources {
		return d
	}
	keep := make(map[int]bool)
	add := func(n int) { // keeps source n if there is room for one more
		if len(keep) < maxSources {
			keep[n] = true
		}
	}
	for _, t := range d.tasks {
		if len(keep) < maxSources/2 {
			add(t.task.Citation)
		}
	}
	for rank := 0; len(keep) < maxSources; rank++ {
		more := false
		for _, sec := range d.sections {
			if rank < len(sec.items) {
				add(sec.items[rank].item.Citation)
				more = true
			}
		}
		if !more {
			break
		}
	}
	return d.only(func(n int) bool { return keep[n] })
}

// only returns d with nothing on the page that cites a source for which ok
// does not hold.
func (d draft) only(ok func(citation int) bool) draft {
	d.omitted = slices.Clone(d.omitted)
	const why = "the endnotes have no room for its source"
	d.sections = slices.Clone(d.sections)
	for i := range d.sections {
		sec := &d.sections[i]
		var kept []candidate
		for _, c := range sec.items {
			if !ok(c.item.Citation) {
				d.omitted = append(d.omitted, omittedItem(sec.spec.ID, c.item, why))
				continue
			}
			c.item.Also = slices.DeleteFunc(slices.Clone(c.item.Also), func(n int) bool { return !ok(n) })
			kept = append(kept, c)
		}
		sec.items = kept
	}
	var tasks []placed
	for _, t := range d.tasks {
		if ok(t.task.Citation) {
			tasks = append(tasks, t)
			continue
		}
		d.omitted = append(d.omitted, omittedTask(d.sections[t.section].spec.ID, t.task, why))
	}
	d.tasks = tasks
	var trackers []doc.Tracker
	for _, t := range d.trackers {
		if ok(t.Citation) {
			trackers = append(trackers, t)
			continue
		}
		d.omitted = append(d.omitted, omittedTracker(t, why))
	}
	d.trackers = trackers
	d.brief.Sources = slices.DeleteFunc(slices.Clone(d.brief.Sources), func(s doc.Source) bool { return !ok(s.Citation) })
	return d
}
