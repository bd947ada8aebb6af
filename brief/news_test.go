package brief

import (
	"testing"

	"readahead/brief/doc"
)

// TestNews follows items and to-do rows from one edition to the next.
func TestNews(t *testing.T) {
	was := Sidecar{
		Edition:    1,
		BottomLine: &SidecarItem{Text: "The new quay opens in May."},
		Sections: []SidecarPart{{
			ID: "quay",
			Items: []SidecarItem{
				{Text: "Two cranes stand on the old quay and a third one is to come."},
				{Text: "The ferry takes eighty cars."},
				{Text: "Nets are dried in the shed.", Flags: []string{"undated"}},
			},
			Todo: []SidecarTask{
				{ID: "1", Cells: []string{"Order the motor", "Harbour office", "3 May 2026"}, Owner: "Harbour office", Due: "3 May 2026"},
				{ID: "2", Cells: []string{"Paint the shed", "Crew"}, Owner: "Crew"},
			},
		}},
	}
	for _, tt := range []struct {
		name, section string
		it            doc.Item
		want          doc.News
	}{
		{"the same", "quay", doc.Item{Text: "The ferry takes eighty cars."}, ""},
		{"the same in another section", "ferry", doc.Item{Text: "The ferry takes eighty cars."}, ""},
		{"another mark only", "quay", doc.Item{Text: "The ferry takes eighty cars!"}, ""},
		{"another flag only", "quay", doc.Item{Text: "Nets are dried in the shed."}, ""},
		{"another word", "quay", doc.Item{Text: "Two cranes stand on the old quay and a third one has come."}, doc.IsReworded},
		{"another sentence", "quay", doc.Item{Text: "Silt has risen by a metre."}, doc.IsNew},
		{"the bottom line, the same", "", doc.Item{Text: "The new quay opens in May."}, ""},
		{"the bottom line, from a section", "", doc.Item{Text: "The ferry takes eighty cars."}, ""},
		{"the bottom line, another word", "", doc.Item{Text: "The new quay opens in June."}, doc.IsReworded},
		{"the bottom line, another", "", doc.Item{Text: "Silt has risen by a metre."}, doc.IsNew},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, now := doc.Brief{}, Sidecar{}
			it := sidecarItem(tt.it)
			if tt.section == "" {
				b.BottomLine, now.BottomLine = &tt.it, &it
			} else {
				b.Sections = []doc.Section{{ID: tt.section, Items: []doc.Item{tt.it}}}
				now.Sections = []SidecarPart{{ID: tt.section, Items: []SidecarItem{it}}}
			}
			c := Compare(was, now)
			some := c.news().mark(&b)
			got := tt.it.News
			if tt.section != "" {
				got = b.Sections[0].Items[0].News
			}
			if got != tt.want || some != (tt.want != "") {
				t.Errorf("got %q, %v, want %q", got, some, tt.want)
			}
		})
	}

	columns := []doc.Column{doc.ActionColumn, doc.OwnerColumn, doc.DueColumn}
	for _, tt := range []struct {
		name string
		task doc.Task
		want doc.News
	}{
		{"the same", doc.Task{ID: "1", Cells: []string{"Order the motor", "Harbour office", "3 May 2026"}}, ""},
		{"another day", doc.Task{ID: "1", Cells: []string{"Order the motor", "Harbour office", "9 May 2026"}}, doc.IsChanged},
		{"another owner", doc.Task{ID: "2", Cells: []string{"Paint the shed", "Village"}}, doc.IsChanged},
		{"another word", doc.Task{ID: "3", Cells: []string{"Order the new motor", "Harbour office", "3 May 2026"}}, doc.IsChanged},
		{"late now", doc.Task{ID: "1", Cells: []string{"Order the motor", "Harbour office", "3 May 2026"}, State: doc.TaskOverdue}, doc.IsChanged},
		{"done", doc.Task{ID: "2", Cells: []string{"Paint the shed", "Crew"}, State: doc.TaskDone}, ""},
		{"kept without a source", doc.Task{ID: "2", Cells: []string{"Paint the shed", "Crew"}, Carried: 1}, ""},
		{"another row", doc.Task{ID: "4", Cells: []string{"Dredge the fairway", "Crew"}}, doc.IsNew},
	} {
		t.Run("row: "+tt.name, func(t *testing.T) {
			tt.task.Columns = columns[:len(tt.task.Cells)]
			b := doc.Brief{Sections: []doc.Section{{ID: "quay", Tasks: []doc.Task{tt.task}}}}
			row := sidecarRow(tt.task)
			row.Columns, row.State = tt.task.Columns, tt.task.State
			if row.State != doc.TaskDone {
				row.Status = ""
			}
			c := Compare(was, Sidecar{Sections: []SidecarPart{{ID: "quay", Todo: []SidecarTask{row}}}})
			if some := c.news().mark(&b); b.Sections[0].Tasks[0].News != tt.want || some != (tt.want != "") {
				t.Errorf("got %q, %v, want %q", b.Sections[0].Tasks[0].News, some, tt.want)
			}
		})
	}
	if b := (doc.Brief{BottomLine: &doc.Item{Text: "x"}}); (*Changes)(nil).news().mark(&b) {
		t.Error("something is new without an edition before")
	}
}
