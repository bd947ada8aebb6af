package assess

import (
	"strings"

	"readahead/brief/doc"
)

// states says of each row of a to-do table how far it is: by its box or its
// status, and whether its day is over. A day without a year counts only where
// the source's own date settles the year.
func (a *Assessment) states() {
	for i := range a.Tables {
		t := &a.Tables[i]
		if t.Kind != doc.TodoTable {
			continue
		}
		if t.States == nil {
			t.States = make([]doc.TaskState, len(t.Table.Rows))
		}
		for k, row := range t.Table.Rows {
			if s := statusOf(cellOf(t, row, doc.StatusColumn)); s != "" {
				t.States[k] = s
			}
			if t.States[k] != doc.TaskDone && t.States[k] != doc.TaskShelved && a.isOver(cellOf(t, row, doc.DueColumn), t.Doc) {
				t.States[k] = doc.TaskOverdue
			}
		}
	}
}

// cellOf returns the cell of the row that plays the part, or "".
func cellOf(t *doc.SourceTable, row []doc.Text, part doc.Column) string {
	for i, c := range t.Columns {
		if c == part && i < len(row) {
			return row[i].String()
		}
	}
	return ""
}

// statusOf reads a cell that says how far a task is.
func statusOf(s string) doc.TaskState {
	switch strings.ToLower(strings.Trim(s, " .!")) {
	case "done", "yes", "y", "x", "✓", "✔", "☑", "✅", "[x]", "complete", "completed", "closed", "finished", "100%", "100 %":
		return doc.TaskDone
	case "cancelled", "canceled", "dropped", "withdrawn", "postponed", "deferred", "on hold", "superseded":
		return doc.TaskShelved
	case "open", "no", "n", "☐", "[ ]", "pending", "in progress", "started", "not started", "to do":
		return doc.TaskOpen
	}
	return ""
}

// isOver reports whether the day that the cell of document n gives is certain
// to be before the briefing's.
func (a *Assessment) isOver(s string, n int) bool {
	return IsOver(s, a.Sources[n].Published, a.AsOf)
}

// IsOver reports whether a day, as the cell of a source from the given date
// has it, is certain to be before asOf.
func IsOver(day string, published, asOf doc.Date) bool {
	if day == "" || len(day) > longestDay || asOf.IsZero() {
		return false
	}
	e, ok := dayIn(strings.TrimRight(day, " ."))
	if !ok {
		return false
	}
	e.resolve(published, inFuture)
	return !e.to.IsZero() && e.to.Before(asOf)
}
