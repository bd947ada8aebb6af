package layout

import (
	"testing"

	"readahead/brief/doc"
)

// TestTaskCells: every cell of a row is somewhere, and its number stands before
// the action.
func TestTaskCells(t *testing.T) {
	task := doc.Task{
		Header:  []string{"Ref", "Task", "Who", "Cost", "Note"},
		Cells:   []string{"A7", "Mend the pier", "Ida", "£90", "Ask first"},
		Columns: []doc.Column{doc.NumberColumn, doc.ActionColumn, doc.OwnerColumn, "", doc.DetailColumn},
	}
	want := [5]string{"A7 Mend the pier", "Ask first; Cost: £90", "Ida"}
	if got := taskCells(&task); got != want {
		t.Errorf("taskCells is %q, want %q", got, want)
	}
	task.Cells = []string{"A7", "", "", "", ""}
	if got := taskCells(&task); got != [5]string{"A7"} {
		t.Errorf("taskCells is %q", got)
	}
}

// A row that is late says so beside its day; one that is ticked says done, and
// its box is full.
func TestTaskStates(t *testing.T) {
	w := &Words{Done: "done", Overdue: "overdue", BetweenFlags: " · "}
	task := doc.Task{Cells: []string{"Mend the pier", "3 May"}, Columns: []doc.Column{doc.ActionColumn, doc.DueColumn}}
	for _, tt := range []struct {
		state       doc.TaskState
		due, status string
	}{
		{doc.TaskOverdue, "3 May · overdue", ""},
		{doc.TaskDone, "3 May", "done"},
		{doc.TaskOpen, "3 May", ""},
	} {
		task.State = tt.state
		if got := w.taskCells(&task); got[3] != tt.due || got[4] != tt.status {
			t.Errorf("%s: %q", tt.state, got)
		}
	}
	boxes := func(state doc.TaskState) int {
		task.State = state
		task.Cells, task.Columns = []string{"Mend the pier", "soon"}, []doc.Column{doc.ActionColumn, doc.StatusColumn}
		f, err := setter(t, "a4").Set(doc.Brief{Title: "Pier", Sections: []doc.Section{{Title: "Works", Tasks: []doc.Task{task}}}}, 11*Pt)
		if err != nil {
			t.Fatal(err)
		}
		return len(f.Page.Boxes)
	}
	if open, done := boxes(doc.TaskOpen), boxes(doc.TaskDone); done != open+1 {
		t.Errorf("%d boxes with an open row, %d with one that is done", open, done)
	}
}
