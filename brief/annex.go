package brief

import (
	"slices"

	"readahead/brief/assess"
	"readahead/brief/doc"
	"readahead/brief/galley"
	"readahead/brief/layout"
)

// An annexed is a typeset second page, and what had no room on it.
type annexed struct {
	annex   doc.Annex
	set     layout.Fitted
	left    []layout.Unit
	omitted []omission
}

// addAnnex typesets the second page that the profile asks for: the words of
// the config, every to-do row and every source, whatever the first page left
// out.
func (s *stages) addAnnex(setter *layout.Setter) {
	p := s.options.Profile
	if len(p.Page.Second) == 0 {
		return
	}
	a := doc.Annex{Blocks: p.Page.Second, Talking: p.Talking}
	withSources := slices.Contains(a.Blocks, "sources")
	numbers := make([]int, len(s.sources())+1) // by the documents' numbers
	a.Sources = slices.Clone(s.page.brief.Sources)
	for i, src := range s.sources() {
		k := slices.IndexFunc(a.Sources, func(x doc.Source) bool { return x.File == src.File })
		switch {
		case k >= 0:
			numbers[i+1] = a.Sources[k].Citation
		case withSources:
			src.Citation = len(a.Sources) + 1
			numbers[i+1] = src.Citation
			a.Sources = append(a.Sources, src)
		}
	}
	a.Summary = assess.Summary(s.assessed, a.Sources)
	a.Sections = s.allTasks(numbers)
	s.changes.news().markTasks(a.Sections)

	second := &annexed{annex: a}
	second.set, second.left = setter.Annex(s.page.brief, a)
	for _, u := range second.left {
		second.omitted = append(second.omitted, leftOfAnnex(a, u))
	}
	s.second = second
	s.page.info.Pages = 2
}

// allTasks returns the sections with all their to-do rows, in the order of the
// sources and with the given numbers for those, marked where the first page
// does not have them.
func (s *stages) allTasks(numbers []int) []doc.Section {
	type place struct {
		file, id string
		line     int
	}
	printed := map[place]bool{}
	for _, sec := range s.page.brief.Sections {
		for _, t := range sec.Tasks {
			printed[place{t.File, t.ID, t.Line}] = true
		}
	}
	q := quoter{docs: s.docs, assessed: s.assessed}
	sections := make([]doc.Section, len(s.options.Profile.Sections))
	for i, spec := range s.options.Profile.Sections {
		sections[i].ID, sections[i].Title = spec.ID, spec.Title
	}
	for _, place := range s.ranked.Tasks {
		sections[place.Section].Tasks = append(sections[place.Section].Tasks, q.task(place))
	}
	for _, p := range s.carried {
		sections[p.section].Tasks = append(sections[p.section].Tasks, p.task)
	}
	for _, sec := range sections {
		slices.SortStableFunc(sec.Tasks, bySource)
		for i := range sec.Tasks {
			t := &sec.Tasks[i]
			t.Over = !printed[place{t.File, t.ID, t.Line}]
			t.Citation = numbers[t.Citation]
		}
	}
	return sections
}

// leftOfAnnex says what had no room on the second page.
func leftOfAnnex(a doc.Annex, u layout.Unit) omission {
	const why = "left out of the second page for space"
	switch u.Kind {
	case layout.TaskUnit:
		return omittedTask(a.Sections[u.Section].ID, a.Sections[u.Section].Tasks[u.Index], why)
	case layout.SourceUnit:
		return omission{Text: a.Sources[u.Index].Title, File: a.Sources[u.Index].File, Why: why}
	}
	return omission{Text: a.Talking[u.Index], File: "page.second", Why: why}
}

// secondPage returns what the second page has for the other outputs, nil if
// there is none.
func (s *stages) secondPage() *galley.Second {
	if s.second == nil {
		return nil
	}
	return &galley.Second{Annex: s.second.annex, Left: s.second.left}
}

// pages returns the typeset pages.
func (s *stages) pages() []layout.Page {
	if s.second == nil {
		return []layout.Page{s.page.set.Page}
	}
	return []layout.Page{s.page.set.Page, s.second.set.Page}
}

// A SidecarAnnex is what the second page has.
type SidecarAnnex struct {
	Talking []string     `json:"talking_points"`
	Todo    []SidecarRow `json:"todo"`
	Left    []omission   `json:"left_out"` // for lack of space
}

// A SidecarRow is a to-do row with its section.
type SidecarRow struct {
	Section string `json:"section"`
	First   bool   `json:"first_page"` // it is on the first page, too
	SidecarTask
}

// sidecarAnnex returns what the sidecar has of the second page, nil if there
// is none.
func (s *stages) sidecarAnnex() *SidecarAnnex {
	if s.second == nil {
		return nil
	}
	out := &SidecarAnnex{Talking: []string{}, Todo: []SidecarRow{}, Left: s.second.omitted}
	if out.Left == nil {
		out.Left = []omission{}
	}
	a := s.second.annex
	if slices.Contains(a.Blocks, "talking_points") {
		out.Talking = append(out.Talking, a.Talking...)
	}
	if slices.Contains(a.Blocks, "todo") {
		for _, sec := range a.Sections {
			for _, t := range sec.Tasks {
				out.Todo = append(out.Todo, SidecarRow{sec.ID, !t.Over, s.sidecarTask(t)})
			}
		}
	}
	return out
}
