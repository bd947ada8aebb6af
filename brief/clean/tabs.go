package clean

import (
	"strings"

	"readahead/brief/doc"
)

// tabTable reads a table whose cells are parted by tabs, each tab one step to
// the next cell. It takes two rows of at least two cells. Lines whose first
// cell ends in a colon are the head of a memo, not a table.
func tabTable(lines []doc.Text) (doc.Table, int) {
	var rows [][]doc.Text
	labels := 0
	for _, line := range lines {
		if notationOf(line.String()) != tabs {
			break
		}
		row := tabCells(line)
		if strings.HasSuffix(row[0].String(), ":") {
			labels++
		}
		rows = append(rows, row)
	}
	if len(rows) < 2 || labels == len(rows) {
		return doc.Table{}, 0
	}
	width := len(rows[0])
	for i, row := range rows {
		if len(row) > width { // several tabs were one step
			rows[i] = withoutEmpty(row, width)
		}
	}
	return newTable(rows), len(rows)
}

// tabCells returns the cells of a row.
func tabCells(line doc.Text) []doc.Text {
	s := strings.TrimRight(line.String(), " \t")
	var cells []doc.Text
	start := 0
	for {
		i := strings.IndexByte(s[start:], '\t')
		if i < 0 {
			return append(cells, line.Slice(start, len(s)).TrimSpace())
		}
		cells = append(cells, line.Slice(start, start+i).TrimSpace())
		start += i + 1
	}
}

// withoutEmpty returns the row without as many of its empty cells as it has
// more than width.
func withoutEmpty(row []doc.Text, width int) []doc.Text {
	out := make([]doc.Text, 0, len(row))
	for i, c := range row {
		if c.Len() == 0 && len(out)+len(row)-i > width {
			continue
		}
		out = append(out, c)
	}
	return out
}
