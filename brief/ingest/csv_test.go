package ingest_test

import (
	"testing"

	"readahead/brief/doc"
	"readahead/brief/ingest"
)

// TestCSV: tables of values are read as tables, and prose with commas is not.
func TestCSV(t *testing.T) {
	for _, tt := range []struct{ name, file, in, want string }{
		{"commas", "log.csv", "Task,Who\nOil the hinge,Ann\n", "| Task | Who |\n| --- | --- |\n| Oil the hinge | Ann |\n"},
		{"semicolons", "log.csv", "Task;Cost\r\nOil the hinge;1,50\r\n", "| Task | Cost |\n| --- | --- |\n| Oil the hinge | 1,50 |\n"},
		{"quotes", "log.csv", "Task,Who\n\"Oil, then \"\"shake\"\"\nit\",Ann\n", "| Task | Who |\n| --- | --- |\n| Oil, then \"shake\" it | Ann |\n"},
		{"empty end", "log.csv", "Task,Who\nOil the hinge,", "| Task | Who |\n| --- | --- |\n| Oil the hinge |  |\n"},
		{"title above", "log.csv", "Hinges,,\n\nTask,Who,Due\nOil,Ann,May\n", "Hinges\n\n| Task | Who | Due |\n| --- | --- | --- |\n| Oil | Ann | May |\n"},
		{"without the name", "log.txt", "Task,Who,Due\nOil,Ann,May\nPaint,Bo,June\n", "| Task | Who | Due |\n| --- | --- | --- |\n| Oil | Ann | May |\n| Paint | Bo | June |\n"},
		{"prose", "a.txt", "Ann, Bo, and Cy\ncame, saw, and left\nearly, wet, and cold\n", "Ann, Bo, and Cy\ncame, saw, and left\nearly, wet, and cold\n"},
		{"uneven", "a.csv", "Ann,Bo\none,two,three\n", "Ann,Bo\none,two,three\n"},
		{"open quote", "a.csv", "Ann,Bo\n\"one,two\n", "Ann,Bo\n\"one,two\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := ingest.Parse(tt.file, []byte(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if got := doc.ToMarkdown(d); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
