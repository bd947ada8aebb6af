package galley

import (
	"slices"
	"strconv"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// A setter makes parts of the blocks of a brief.
type setter struct {
	w        *layout.Words
	brief    *doc.Brief
	allTasks bool // the to-do rows of all sections stand in one table
	counted  bool // the items of lists are counted
}

// block appends the parts that a block of the page becomes.
func (s *setter) block(parts *[]Part, block layout.Block) {
	w, b := s.w, s.brief
	switch block {
	case layout.ObjectivesBlock:
		s.points(parts, Objectives, w.Objectives, b.Objectives)
	case layout.BottomLineBlock:
		if b.BottomLine != nil {
			add(parts, Part{Kind: BottomLine, Title: plain(w.BottomLine)}, Paragraph{Text: statement(w, b.BottomLine)})
		}
	case layout.AsksBlock:
		s.points(parts, Asks, w.Asks, b.Asks)
	case layout.SectionsBlock:
		for i := range b.Sections {
			s.section(parts, i, &b.Sections[i])
		}
	case layout.AllTodoBlock:
		s.tasks(parts, b.Sections, nil)
	case layout.TrackersBlock:
		for i := range b.Trackers {
			s.tracker(parts, &b.Trackers[i])
		}
	case layout.SummaryBlock:
		s.remark(parts, w.Summary, b.Summary...)
	case layout.ChangesBlock:
		s.remark(parts, w.ChangesLabel(b.Edition), b.Changes)
	}
}

// add appends a part with those of the blocks that have any text.
func add(parts *[]Part, p Part, blocks ...Block) {
	if p.Short == "" {
		p.Short = p.Title.Words
	}
	for _, b := range blocks {
		empty := false
		switch b := b.(type) {
		case Paragraph:
			empty = b.Text.Words == "" && b.Text.Flags == ""
		case List:
			empty = len(b.Items) == 0
		case Table:
			empty = len(b.Rows) == 0 && (b.Checks || len(b.Head) == 0)
		}
		if !empty {
			p.Blocks = append(p.Blocks, b)
		}
	}
	*parts = append(*parts, p)
}

// list returns texts as a list, counted if those of the page are.
func (s *setter) list(items []Text) List {
	l := List{Items: items}
	if s.counted {
		for i := range items {
			l.Marks = append(l.Marks, printable(s.w.MarkOf(i)))
		}
	}
	return l
}

// points appends short texts under a label, if there are any: as a list, if
// there are several.
func (s *setter) points(parts *[]Part, kind Kind, title string, texts []string) {
	var items []Text
	for _, t := range texts {
		if t = printable(t); t != "" {
			items = append(items, Text{Words: t})
		}
	}
	switch len(items) {
	case 0:
	case 1:
		add(parts, Part{Kind: kind, Title: plain(title)}, Paragraph{Text: items[0]})
	default:
		add(parts, Part{Kind: kind, Title: plain(title)}, s.list(items))
	}
}

// remark appends texts behind a label as a part without a heading.
func (s *setter) remark(parts *[]Part, label string, texts ...string) {
	if f, ok := about(label, texts...); ok {
		add(parts, Part{Kind: Remark, Short: f.Label}, f)
	}
}

func (s *setter) section(parts *[]Part, i int, sec *doc.Section) {
	w := s.w
	p := Part{Kind: Section, Title: plain(w.SectionTitle(i, layout.HeadingOf(sec))), Aside: printable(w.CountOf(sec))}
	if strings.Contains(w.Section, "{n}") {
		p.Short = strconv.Itoa(i + 1)
	}
	var items []Text
	for k := range sec.Items {
		if t := statement(w, &sec.Items[k]); t.Words != "" {
			items = append(items, t)
		}
	}
	tasks := Table{Caption: printable(layout.HeadingOf(sec) + ": " + w.Todo), Checks: true}
	if !s.allTasks {
		t := w.TasksOf(sec.Tasks)
		tasks.Head = printables(t.Names)
		for r, row := range t.Rows {
			tasks.Rows = append(tasks.Rows, task(w, &sec.Tasks[r], row, len(row), t.Cited[r]))
			tasks.Done = append(tasks.Done, sec.Tasks[r].State == doc.TaskDone)
		}
	}
	if len(items) == 0 && len(tasks.Rows) == 0 {
		add(parts, p, Paragraph{Text: plain(w.EmptyOf(sec)), Quiet: true})
		return
	}
	add(parts, p, s.list(items), s.narrow(tasks))
}

// tasks appends one table of the to-do rows of all sections, without those
// that had no room.
func (s *setter) tasks(parts *[]Part, sections []doc.Section, left []layout.Unit) {
	table := Table{Caption: printable(s.w.AllTodo), Checks: true}
	t := s.w.AllTasksOf(sections)
	table.Head = printables(t.Names)
	r := 0
	for i := range sections {
		for k := range sections[i].Tasks {
			if !slices.Contains(left, layout.Unit{Kind: layout.TaskUnit, Section: i, Index: k}) {
				table.Rows = append(table.Rows, task(s.w, &sections[i].Tasks[k], t.Rows[r], len(t.Names), t.Cited[r]))
				table.Done = append(table.Done, sections[i].Tasks[k].State == doc.TaskDone)
			}
			r++
		}
	}
	if len(table.Rows) > 0 {
		add(parts, Part{Kind: Tasks, Title: plain(s.w.AllTodo)}, s.narrow(table))
	}
}

func (s *setter) tracker(parts *[]Part, tr *doc.Tracker) {
	p := Part{Kind: Tracker, Title: plain(tr.Title)}
	if p.Title.Words == "" {
		p.Title = plain(s.w.Tracker)
	}
	if tr.Citation > 0 {
		p.Title.Cites = []int{tr.Citation}
	}
	columns := len(tr.Header)
	for _, row := range tr.Rows {
		columns = max(columns, len(row))
	}
	t := Table{Caption: p.Title.Words, Head: printables(tr.Header)}
	t.Head = append(t.Head, make([]string, columns-len(t.Head))...)
	for _, row := range tr.Rows {
		t.Rows = append(t.Rows, cells(row, columns, -1, 0))
	}
	add(parts, p, s.narrow(t))
}

func (g *Galley) sources(w *layout.Words, sources []doc.Source) {
	if len(sources) == 0 {
		return
	}
	g.SourcesTitle = printable(w.Sources)
	if slices.ContainsFunc(sources, func(s doc.Source) bool { return s.Grade != "" }) {
		g.SourcesNote = printable(w.Grades)
	}
	for i := range sources {
		title, rest := w.SourceOf(&sources[i])
		g.Sources = append(g.Sources, Source{
			Number: sources[i].Citation, Title: printable(title), Rest: behind(rest), URL: webAddress(sources[i].URL),
		})
	}
}
