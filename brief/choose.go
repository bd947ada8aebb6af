package brief

import (
	"cmp"
	"slices"

	"readahead/brief/doc"
)

// with returns the page's content without items: the fixed text and the tasks
// and trackers that w wants.
func (d draft) with(w demand) doc.Brief {
	b := d.brief
	b.Sections = slices.Clone(b.Sections)
	for _, t := range d.tasks[:w.tasks] {
		sec := &b.Sections[t.section]
		sec.Tasks = append(sec.Tasks, t.task)
	}
	for i := range b.Sections {
		slices.SortStableFunc(b.Sections[i].Tasks, bySource)
	}
	b.Trackers = d.trackers[:w.trackers]
	b.LeftOut = 999 // as wide as it may get
	return b
}

// choose returns the page's content with the chosen items of each section,
// its sources numbered in the order in which the page cites them.
func (d draft) choose(w demand, chosen [][]int) doc.Brief {
	b := d.with(w)
	for i, ks := range chosen {
		sec := &b.Sections[i]
		sec.Items = slices.Grow(sec.Items, len(ks))
		for _, k := range ks {
			sec.Items = append(sec.Items, d.sections[i].items[k].item)
		}
		slices.SortStableFunc(sec.Items, byScore)
	}
	b.LeftOut = d.countLeftOut(w, chosen)
	b = number(b)
	b.Summary = d.summary(b.Sources)
	return b
}

// countLeftOut returns how much was left out for lack of room.
func (d draft) countLeftOut(w demand, chosen [][]int) int {
	n := countForSpace(d.omitted) + len(d.tasks) - w.tasks + len(d.trackers) - w.trackers
	for i, sec := range d.sections {
		n += len(sec.items) - len(chosen[i])
	}
	return n
}

// leftOut lists what is not on the page, and why.
func (d draft) leftOut(w demand, chosen [][]int) []omission {
	const why = "left out for space"
	out := slices.Clone(d.omitted)
	for i, sec := range d.sections {
		for k, c := range sec.items {
			if !slices.Contains(chosen[i], k) {
				out = append(out, omittedItem(sec.spec.ID, c.item, why))
			}
		}
	}
	for _, t := range d.tasks[w.tasks:] {
		out = append(out, omittedTask(d.sections[t.section].spec.ID, t.task, why))
	}
	for _, t := range d.trackers[w.trackers:] {
		out = append(out, omittedTracker(t, why))
	}
	return out
}

// number gives the cited sources their numbers, in the order of the
// documents, and leaves the others out of the endnotes.
func number(b doc.Brief) doc.Brief {
	b = ownCitations(b)
	var cited []bool
	eachCitation(&b, func(n *int) {
		for *n >= len(cited) {
			cited = append(cited, false)
		}
		cited[*n] = true
	})
	numbers := make([]int, len(cited))
	var sources []doc.Source
	for _, s := range b.Sources {
		if s.Citation < len(cited) && cited[s.Citation] {
			numbers[s.Citation] = len(sources) + 1
			s.Citation = len(sources) + 1
			sources = append(sources, s)
		}
	}
	b.Sources = sources
	eachCitation(&b, func(n *int) { *n = numbers[*n] })
	return b
}

// ownCitations returns b with citation numbers of its own: when they change,
// the draft behind it stays as it is. Sections and their contents are a
// choice's own already.
func ownCitations(b doc.Brief) doc.Brief {
	if b.BottomLine != nil {
		it := *b.BottomLine
		it.Also = slices.Clone(it.Also)
		b.BottomLine = &it
	}
	for _, sec := range b.Sections {
		for k := range sec.Items {
			sec.Items[k].Also = slices.Clone(sec.Items[k].Also)
		}
	}
	b.Trackers = slices.Clone(b.Trackers)
	return b
}

// eachCitation calls f for every citation number on the page.
func eachCitation(b *doc.Brief, f func(n *int)) {
	item := func(it *doc.Item) {
		f(&it.Citation)
		for i := range it.Also {
			f(&it.Also[i])
		}
	}
	if b.BottomLine != nil {
		item(b.BottomLine)
	}
	for i := range b.Sections {
		sec := &b.Sections[i]
		for k := range sec.Items {
			item(&sec.Items[k])
		}
		for k := range sec.Tasks {
			f(&sec.Tasks[k].Citation)
		}
	}
	for i := range b.Trackers {
		f(&b.Trackers[i].Citation)
	}
}

// bySource puts tasks in the order of the sources, and behind them those that
// no source has any more.
func bySource(a, b doc.Task) int {
	return cmp.Or(cmp.Compare(min(a.Carried, 1), min(b.Carried, 1)), cmp.Compare(a.Citation, b.Citation), cmp.Compare(a.Line, b.Line))
}

// byScore puts items in the order of the page: the strongest first.
func byScore(a, b doc.Item) int { return cmp.Compare(b.Score, a.Score) }
