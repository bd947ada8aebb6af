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
