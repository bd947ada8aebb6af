package brief

import (
	"cmp"
	"slices"

	"readahead/brief/assess"
	"readahead/brief/doc"
	"readahead/brief/profile"
	"readahead/brief/selection"
)

// Limits on what is measured. A page cannot hold more, whatever its
// template: a line is at least 7 pt high and a page at most 842 pt.
const (
	maxTasks   = 120
	maxSources = 12
)

// A draft is everything that may be printed, before anything is measured.
// Citation numbers in it are the documents' numbers from 1; [number] gives
// the page's.
type draft struct {
	brief    doc.Brief // what is printed for certain; sections without items and tasks
	sections []material
	tasks    []placed // rows of to-do tables, most important first
	trackers []doc.Tracker
	omitted  []omission // what is out before the page is measured

	summary func(cited []doc.Source) []string // the source summary statement
}

// material is what a section may be filled from.
type material struct {
	spec    profile.Section
	items   []candidate
	weights []int64 // of the concepts of the items
}

// most returns how many items can be printed in the section.
func (sec material) most() int {
	if n := sec.spec.MaxItems; n > 0 {
		return min(n, len(sec.items))
	}
	return len(sec.items)
}

// A candidate is an item with what the optimiser needs to know of it.
type candidate struct {
	item     doc.Item
	gain     int64
	concepts []int32
}

// A placed task belongs to the section with this index.
type placed struct {
	section int
	task    doc.Task
}

// newDraft gathers what the stages found.
func newDraft(p profile.Profile, docs []doc.Document, a assess.Assessment, r selection.Ranking) draft {
	d := draft{brief: doc.Brief{
		Profile: p.Name, Title: p.Title, Lang: p.Language, Marking: p.Marking, TLP: p.TLP, CUI: p.CUI,
		Kicker: p.PreparedFor, From: p.From, Purpose: p.Purpose,
		With: p.Meeting.With, At: p.Meeting.At, Minutes: p.Meeting.Minutes,
		Place: p.Meeting.Place, Attendees: p.Meeting.Attendees,
		AsOf: a.AsOf, Objectives: p.Objectives, Asks: p.Asks,
	}}
	if len(p.Page.Second) > 0 {
		d.brief.Pages = 2
	}
	d.summary = func(cited []doc.Source) []string { return assess.Summary(a, cited) }
	d.brief.Sources = slices.Clone(a.Sources)
	for i := range d.brief.Sources {
		d.brief.Sources[i].Citation = i + 1
	}
	d.brief.Summary = d.summary(d.brief.Sources)
	q := quoter{docs: docs, assessed: a}
	for i, spec := range p.Sections {
		m := material{spec: spec, weights: r.Sections[i].Weights}
		for _, c := range r.Sections[i].Items {
			m.items = append(m.items, candidate{
				item: q.item(c), gain: c.Gain, concepts: c.Concepts,
			})
		}
		d.sections = append(d.sections, m)
		d.brief.Sections = append(d.brief.Sections, doc.Section{ID: spec.ID, Title: spec.Title, Available: len(m.items)})
	}
	for _, place := range r.Tasks {
		d.tasks = append(d.tasks, placed{place.Section, q.task(place)})
	}
	d.rankTasks()
	d.trackers = q.trackers()
	for _, x := range r.Left {
		d.omitted = append(d.omitted, q.omission(x))
	}
	return d
}

// rankTasks puts the tasks in the order of their scores and leaves out those
// that no page has room for.
func (d *draft) rankTasks() {
	slices.SortStableFunc(d.tasks, func(x, y placed) int { return cmp.Compare(y.task.Score, x.task.Score) })
	if len(d.tasks) > maxTasks {
		for _, t := range d.tasks[maxTasks:] {
			d.omitted = append(d.omitted, omittedTask(d.sections[t.section].spec.ID, t.task, "more to-do rows than a page holds"))
		}
		d.tasks = d.tasks[:maxTasks]
	}
}
