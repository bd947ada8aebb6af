package brief

import (
	"slices"

	"readahead/brief/layout"
)

// trim leaves out sections until the headings of the others fit beside the
// fixed text at the smallest type: first those with nothing to print, then
// the rest, each from the last priority on. Sections that the config demands
// items of stay.
func trim(m measure, floor layout.Length) measure {
	for !m.fits(m.draft.nothing(), floor) {
		at := m.draft.leastSection()
		if at < 0 {
			break
		}
		m = newMeasure(m.setter, m.draft.withoutSection(at))
	}
	return m
}

// nothing is the demand for the fixed text alone.
func (d draft) nothing() demand {
	return demand{least: make([]int, len(d.sections)), items: make([]int, len(d.sections))}
}

// leastSection returns the index of the section that can be missed best, or
// -1 if there is none.
func (d draft) leastSection() int {
	least := -1
	for i := len(d.sections) - 1; i >= 0; i-- {
		if d.sections[i].spec.MinItems > 0 {
			continue
		}
		if d.isEmpty(i) {
			return i
		}
		if least < 0 {
			least = i
		}
	}
	return least
}

func (d draft) isEmpty(section int) bool {
	return len(d.sections[section].items) == 0 &&
		!slices.ContainsFunc(d.tasks, func(t placed) bool { return t.section == section })
}

// withoutSection returns d with the section and all that belongs to it left
// out.
func (d draft) withoutSection(at int) draft {
	const why = "its section was left out for space"
	sec := d.sections[at]
	d.omitted = append(slices.Clip(d.omitted), omission{
		Section: sec.spec.ID, Text: sec.spec.Title, Why: "section left out for space", forSpace: true,
	})
	for _, c := range sec.items {
		d.omitted = append(d.omitted, omittedItem(sec.spec.ID, c.item, why))
	}
	var tasks []placed
	for _, t := range d.tasks {
		switch {
		case t.section == at:
			d.omitted = append(d.omitted, omittedTask(sec.spec.ID, t.task, why))
			continue
		case t.section > at:
			t.section--
		}
		tasks = append(tasks, t)
	}
	d.tasks = tasks
	d.sections = slices.Delete(slices.Clone(d.sections), at, at+1)
	d.brief.Sections = slices.Delete(slices.Clone(d.brief.Sections), at, at+1)
	return d
}
