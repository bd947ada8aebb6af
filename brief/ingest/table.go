package ingest

import "readahead/brief/doc"

// newTable returns a table of the rows, filled up with empty cells to the
// width of the widest. Columns at its end that are empty throughout are left
// out. It reports false for a grid that would be mostly filling, which only a
// layout or a malicious file has.
func newTable(header []doc.Text, rows [][]doc.Text, c doc.Context) (doc.Table, bool) {
	width, cells := 0, 0
	for _, row := range append([][]doc.Text{header}, rows...) {
		cells += len(row)
		for i, t := range row {
			if t.Len() > 0 {
				width = max(width, i+1)
			}
		}
	}
	if width*(len(rows)+1) > 8*cells+1000 {
		return doc.Table{}, false
	}
	table := doc.Table{Header: resize(header, width), Context: c}
	for _, row := range rows {
		table.Rows = append(table.Rows, resize(row, width))
	}
	return table, true
}

func resize(row []doc.Text, width int) []doc.Text {
	for len(row) < width {
		row = append(row, doc.Text{})
	}
	return row[:width:width]
}
