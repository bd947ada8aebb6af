package brief

import (
	"cmp"
	"slices"

	"readahead/brief/assess"
	"readahead/brief/doc"
	"readahead/brief/profile"
)

// This file keeps the to-do rows that no source has any more: a row that
// vanishes with its source, or out of it, is not a row that was done.

// carry finds the open to-do rows of the edition before that no source has any
// more, with the sources that are gone themselves, and what the config closed
// of them. Citations in the rows are the numbers of the documents, and behind
// those of the sources that are gone.
func (s *stages) carry() {
	was := s.options.Previous
	p := s.options.Profile
	if s.options.Edition == 0 || was == nil || len(p.Sections) == 0 {
		return
	}
	q := quoter{docs: s.docs, assessed: s.assessed}
	var now []row
	for _, place := range s.ranked.Tasks {
		now = append(now, newRow("", sidecarRow(q.task(place))))
	}
	before := was.rows()
	pairs := pairRows(before, now)
	var kept []row
	for i, r := range before {
		if pairs.now[i] >= 0 || r.State == doc.TaskDone || len(r.Cells) == 0 || r.standsIn(now) || r.standsIn(kept) {
			continue
		}
		if r.isClosed(p.Closed) {
			s.closed = append(s.closed, omission{
				Section: r.section, Text: rowText(r.Cells), File: r.File, Line: r.Line, Why: "closed in the config",
			})
			continue
		}
		kept = append(kept, r)
	}
	// In an order that does not depend on the edition before, whose rows may
	// have stood in another.
	slices.SortFunc(kept, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), slices.Compare(a.Cells, b.Cells))
	})
	for _, r := range kept {
		section := max(slices.IndexFunc(p.Sections, func(x profile.Section) bool { return x.ID == r.section }), 0)
		s.carried = append(s.carried, placed{section, s.carriedTask(r, was)})
	}
}

// standsIn reports whether one of rows is the same thing to do for the same
// owner.
func (r *row) standsIn(rows []row) bool {
	return slices.ContainsFunc(rows, func(x row) bool {
		return x.action == r.action && x.detail == r.detail && (x.owner == r.owner || x.owner == "" || r.owner == "")
	})
}

// isClosed reports whether a list of texts has the row: by its number, its ID
// in the sidecar or what is to be done.
func (r *row) isClosed(list []string) bool {
	return slices.ContainsFunc(list, func(text string) bool {
		text = plain(text)
		return text != "" && (text == r.number || text == r.ID || text == r.action)
	})
}

// carriedTask returns the row as it was, with the number of its source.
func (s *stages) carriedTask(r row, was *Sidecar) doc.Task {
	t := doc.Task{
		ID: r.ID, Header: r.Header, Cells: r.Cells, Columns: r.Columns, File: r.File, Line: r.Line,
		Score: r.Score, State: r.State, Carried: r.CarriedFrom,
	}
	if t.Columns == nil {
		t.Columns = guessColumns(r.SidecarTask)
	}
	if t.Carried == 0 {
		t.Carried = max(was.Edition, 1)
	}
	for _, x := range r.Spans {
		t.From = append(t.From, doc.Span{File: or(x.File, r.File), Start: x.Start, End: x.End})
	}
	source := s.sourceOf(r.File, was)
	t.Citation = source + 1
	if t.State != doc.TaskShelved && assess.IsOver(r.Due, s.sources()[source].Published, s.assessed.AsOf) {
		t.State = doc.TaskOverdue
	}
	return t
}

// sourceOf returns the index among all sources of the one of that file. If it
// is gone, it is kept as it was.
func (s *stages) sourceOf(file string, was *Sidecar) int {
	if i := slices.IndexFunc(s.sources(), func(x doc.Source) bool { return x.File == file }); i >= 0 {
		return i
	}
	gone := doc.Source{File: file}
	for _, x := range was.Sources {
		if x.File == file {
			published, _ := doc.ParseDate(x.Published) // no date if it is none
			gone = doc.Source{File: file, SHA256: x.SHA256, Title: x.Title, Publisher: x.Publisher, Published: published, URL: x.URL, Grade: x.Grade}
			break
		}
	}
	s.gone = append(s.gone, gone)
	return len(s.sources()) - 1
}

// sources returns the documents as sources, and behind them those that are
// gone.
func (s *stages) sources() []doc.Source {
	if len(s.gone) == 0 {
		return s.assessed.Sources
	}
	return slices.Concat(s.assessed.Sources, s.gone)
}
