package assess

import (
	"testing"

	"readahead/brief/doc"
)

func grid(rows ...[]string) doc.Table {
	var t doc.Table
	for i, r := range rows {
		var cells []doc.Text
		for _, c := range r {
			cells = append(cells, doc.NewText(c, 0))
		}
		if i == 0 {
			t.Header = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}
func TestBundleTables(t *testing.T) {
	for _, name := range []string{"us-japan", "baltic-energy", "school-board"} {
		g := loadBundle(t, name)
		for _, d := range g.Documents {
			for _, x := range d.Tables {
				rows := append([][]string{x.Header}, x.Rows...)
				s := doc.SourceTable{Table: grid(rows...)}
				newLexicon(64).readTable(&s)
				t.Log(name, x.Kind, s.Kind, s.Columns, x.Header)
			}
		}
	}
}
