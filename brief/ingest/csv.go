package ingest

import (
	"path/filepath"
	"strings"

	"readahead/brief/doc"
)

// readCSV reads t as a table of values that commas or semicolons part (RFC
// 4180), and reports whether it is one. A file that is called so is taken at
// its word if its rows are even; other texts have to leave no doubt. Rows
// above the header with a single value are the table's title.
func (r *reader) readCSV(t doc.Text) bool {
	named := strings.EqualFold(filepath.Ext(r.file), ".csv")
	first, _, _ := strings.Cut(t.String(), "\n")
	for _, mark := range [...]byte{',', ';'} {
		if strings.IndexByte(first, mark) < 0 {
			continue
		}
		rows, ok := csvRows(t, mark, named)
		if !ok {
			continue
		}
		var titles []doc.Block
		for len(rows) > 0 && filled(rows[0]) == 1 && rows[0][0].Len() > 0 {
			titles = append(titles, doc.Lines{Lines: rows[0][:1:1]})
			rows = rows[1:]
		}
		if !isValueTable(rows, named) {
			continue
		}
		table, ok := newTable(rows[0], rows[1:], doc.Context{})
		if ok {
			r.doc.Blocks = append(append(r.doc.Blocks, titles...), table)
			return true
		}
	}
	return false
}

// isValueTable reports whether the rows, the first of them the header, are
// those of a table: all as wide as the header, whose cells are names.
func isValueTable(rows [][]doc.Text, named bool) bool {
	const longestName = 60 // bytes
	least := 3
	if named {
		least = 2
	}
	if len(rows) < least || len(rows[0]) < least {
		return false
	}
	for _, cell := range rows[0] {
		if cell.Len() > longestName || !named && cell.Len() == 0 || strings.HasSuffix(cell.String(), ".") {
			return false
		}
	}
	for _, row := range rows[1:] {
		if len(row) != len(rows[0]) {
			return false
		}
	}
	return true
}

// filled returns how many of the cells have text.
func filled(row []doc.Text) int {
	n := 0
	for _, cell := range row {
		if cell.Len() > 0 {
			n++
		}
	}
	return n
}

// csvRows takes t apart at line ends and marks. It reports false where a
// quotation mark is not closed or has text behind it and, unless the file is
// named as a table, where a blank follows a mark, as it does in prose.
func csvRows(t doc.Text, mark byte, named bool) ([][]doc.Text, bool) {
	s := t.String()
	var rows [][]doc.Text
	var row []doc.Text
	for i := 0; i < len(s); {
		cell, end, ok := csvCell(t, i, mark)
		if !ok || !named && end > i && s[i] == ' ' && len(row) > 0 {
			return nil, false
		}
		row = append(row, cell)
		if end < len(s) && s[end] == mark {
			if i = end + 1; i < len(s) {
				continue
			}
			row = append(row, doc.Text{})
		}
		n := 1
		if end < len(s) {
			n, _ = lineEnd(s, end)
		}
		if filled(row) > 0 { // a blank line is no row
			rows = append(rows, row)
		}
		row, i = nil, end+max(n, 1)
	}
	if row != nil {
		rows = append(rows, append(row, doc.Text{}))
	}
	return rows, true
}

// csvCell returns the cell of t that begins at i, on one line, and where it
// ends: at a mark, a line end or the end of t.
func csvCell(t doc.Text, i int, mark byte) (cell doc.Text, end int, ok bool) {
	s := t.String()
	if i >= len(s) || s[i] != '"' {
		end = i
		for end < len(s) && s[end] != mark && s[end] != '\n' && s[end] != '\r' {
			end++
		}
		return t.Slice(i, end).TrimSpace(), end, true
	}
	var b doc.Builder
	start := i + 1
	for i = start; i < len(s); i++ {
		if s[i] != '"' {
			continue
		}
		b.Append(t.Slice(start, i))
		if i+1 == len(s) || s[i+1] != '"' {
			end = i + 1
			ok = end == len(s) || s[end] == mark || s[end] == '\n' || s[end] == '\r'
			return collapse(b.Text()).TrimSpace(), end, ok
		}
		b.Replace(`"`, t.Slice(i, i+2))
		i++
		start = i + 1
	}
	return doc.Text{}, 0, false
}
