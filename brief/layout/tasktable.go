package layout

import "readahead/brief/doc"

// A TaskTable is to-do rows as a page prints them. Each row has a cell for
// each name; columns in which all cells are empty are not there, but for the
// first.
type TaskTable struct {
	Names []string
	Rows  [][]string
	Cited []int // for each row the cell that bears the mark of its source: the detail or else the first
}

// TasksOf returns the table of a section's tasks.
func (w *Words) TasksOf(tasks []doc.Task) TaskTable {
	rows := make([]taskRow, len(tasks))
	for i := range tasks {
		rows[i].task = &tasks[i]
	}
	return w.taskTable(rows)
}

// AllTasksOf returns one table of the tasks of all sections, in their order,
// with the names of the sections where there are several.
func (w *Words) AllTasksOf(sections []doc.Section) TaskTable { return w.taskTable(taskRows(sections)) }

func (w *Words) taskTable(tasks []taskRow) TaskTable {
	names := [...]string{w.Todo, w.Detail, w.Owner, w.Due, w.Status, w.OfSection, w.FirstPage}
	cells := make([][len(names)]string, len(tasks))
	used := [len(names)]bool{true}
	for i := range tasks {
		parts := w.taskCells(tasks[i].task)
		copy(cells[i][:], parts[:])
		cells[i][len(parts)] = Printable(tasks[i].name)
		if tasks[i].task.Over {
			cells[i][len(parts)+1] = w.NotOnFirst
		}
		for c, text := range cells[i] {
			used[c] = used[c] || text != ""
		}
	}
	var t TaskTable
	for c, name := range names {
		if used[c] {
			t.Names = append(t.Names, name)
		}
	}
	t.Rows, t.Cited = make([][]string, len(tasks)), make([]int, len(tasks))
	texts := make([]string, 0, len(tasks)*len(t.Names))
	for i := range tasks {
		for c, text := range cells[i] {
			if used[c] {
				texts = append(texts, text)
			}
		}
		t.Rows[i] = texts[len(texts)-len(t.Names):]
		if cells[i][1] != "" {
			t.Cited[i] = 1
		}
	}
	return t
}
