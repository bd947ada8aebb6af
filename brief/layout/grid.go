package layout

import (
	"strings"

	"readahead/brief/doc"
)

// A grid is what a table says, before it is set.
type grid struct {
	unit   int // of the header
	names  []string
	rows   []gridRow
	checks bool
}

// A gridRow is a row of a grid.
type gridRow struct {
	unit     int
	cells    []string // as many as there are names
	citation int      // number of the row's source, 0 if no mark is due
	cited    int      // the cell that bears the mark
	done     bool     // the box before it is ticked
	news     doc.News
}

// tasks adds a section's to-do rows to the stream, as a table of the columns
// that are not empty.
func (w *work) tasks(st *stream, p *part, section int, tasks []doc.Task) {
	if w.tooMany(st, len(tasks)) {
		return
	}
	rows := make([]taskRow, len(tasks))
	for i := range tasks {
		rows[i] = taskRow{section: section, index: i, task: &tasks[i]}
	}
	w.addGrid(st, p, w.taskGrid(section, rows), w.t.Space.Table)
}

// allTasks adds the to-do rows of all sections to the stream, in one table
// under a heading, with the names of the sections where there are several.
func (w *work) allTasks(st *stream, sections []doc.Section) {
	rows := taskRows(sections)
	if len(rows) == 0 {
		return
	}
	p := &part{}
	w.partHeading(p, w.unit(TaskHeadUnit, -1, -1), w.t.Words.AllTodo, "", 0)
	w.addHeading(st, p)
	if w.tooMany(st, len(rows)) {
		return
	}
	w.addGrid(st, p, w.taskGrid(-1, rows), w.t.Space.FirstItem)
}

// taskRows returns the to-do rows of all sections, with the names of the
// sections where there are several.
func taskRows(sections []doc.Section) (rows []taskRow) {
	several := false
	for i := range sections {
		several = several || len(sections[i].Tasks) > 0 && len(rows) > 0
		for k := range sections[i].Tasks {
			rows = append(rows, taskRow{sections[i].Title, i, k, &sections[i].Tasks[k]})
		}
	}
	if !several {
		for i := range rows {
			rows[i].name = ""
		}
	}
	return rows
}

// A taskRow is a to-do row of a grid.
type taskRow struct {
	name           string // of its section, where that is printed
	section, index int
	task           *doc.Task
}

// taskGrid makes a grid of to-do rows, of the columns that are not empty.
func (w *work) taskGrid(section int, tasks []taskRow) *grid {
	t := w.t.Words.taskTable(tasks)
	g := &grid{unit: w.unit(TaskHeadUnit, section, -1), checks: true, names: t.Names, rows: make([]gridRow, len(tasks))}
	for i := range tasks {
		row := &tasks[i]
		g.rows[i] = gridRow{unit: w.unit(TaskUnit, row.section, row.index), cells: t.Rows[i], citation: row.task.Citation, cited: t.Cited[i], done: row.task.State == doc.TaskDone, news: row.task.News}
	}
	return g
}

// taskCells returns the texts of a task as they are printed: with a word for
// one that is late beside its day, one for what is done where the source has
// only a tick, and one for what no source has any more.
func (w *Words) taskCells(t *doc.Task) [5]string {
	cells := taskCells(t)
	switch {
	case t.State == doc.TaskOverdue && w.Overdue != "" && cells[3] != "":
		cells[3] += w.BetweenFlags + w.Overdue
	case t.State == doc.TaskDone && cells[4] == "":
		cells[4] = w.Done
	}
	if t.Carried > 0 && w.Carried != "" {
		if cells[4] != "" {
			cells[4] += w.BetweenFlags
		}
		cells[4] += w.Carried
	}
	return cells
}

// taskCells returns the texts of a task by the part they play: action,
// detail, owner, due, status. What plays none, or one that is taken, is added
// to the detail with the name of its column; the number of the row
// stands before the action.
func taskCells(t *doc.Task) (cells [5]string) {
	var rest []string
	number := ""
	for i, text := range t.Cells {
		if text = Printable(text); text == "" {
			continue
		}
		k := -1
		if i < len(t.Columns) {
			switch t.Columns[i] {
			case doc.ActionColumn:
				k = 0
			case doc.DetailColumn:
				k = 1
			case doc.OwnerColumn:
				k = 2
			case doc.DueColumn:
				k = 3
			case doc.StatusColumn:
				k = 4
			case doc.NumberColumn:
				number = text
				continue
			}
		}
		switch {
		case k >= 0 && cells[k] == "":
			cells[k] = text
		case i < len(t.Header) && t.Header[i] != "":
			rest = append(rest, t.Header[i]+": "+text)
		default:
			rest = append(rest, text)
		}
	}
	if len(rest) > 0 {
		if cells[1] != "" {
			rest = append([]string{cells[1]}, rest...)
		}
		cells[1] = strings.Join(rest, "; ")
	}
	if number != "" {
		cells[0] = strings.TrimSpace(number + " " + cells[0])
	}
	return cells
}

// tracker adds a tracker to the stream: its title with the mark of its source,
// its header and all of its rows.
func (w *work) tracker(st *stream, i int, tr *doc.Tracker) {
	if w.enough(st) {
		return
	}
	p := &part{}
	unit := w.unit(TrackerUnit, i, -1)
	title := tr.Title
	if Printable(title) == "" {
		title = w.t.Words.Tracker
	}
	w.partHeading(p, unit, title, "", tr.Citation)
	w.addHeading(st, p)
	if w.tooMany(st, len(tr.Rows)) {
		return
	}
	columns := len(tr.Header)
	for _, row := range tr.Rows {
		columns = max(columns, len(row))
	}
	wide := func(cells []string) []string {
		return append(cells[:len(cells):len(cells)], make([]string, columns-len(cells))...)
	}
	g := grid{unit: unit, names: wide(tr.Header)}
	for r, row := range tr.Rows {
		g.rows = append(g.rows, gridRow{unit: w.unit(TrackerRowUnit, i, r), cells: wide(row)})
	}
	if columns > 0 {
		w.addGrid(st, p, &g, w.t.Space.FirstItem)
	}
}

// tooMany reports whether that many rows are more than any page holds.
func (w *work) tooMany(st *stream, rows int) bool {
	if st.height+Length(rows)*w.sheet.cell.leading > w.limit() {
		w.hopeless = true
	}
	return w.enough(st)
}
