package clean

import (
	"strings"

	"readahead/brief/doc"
)

// pipeTable reads a table whose cells are parted by | bars, with or without
// bars at its sides, with or without a |---| line. Without that line it takes
// three rows with the same number of cells to make a table, or two if they
// have bars at their sides, because menus are written with bars, too.
func pipeTable(lines []doc.Text) (doc.Table, int) {
	var rows [][]doc.Text
	ruled, sided, even := false, true, true
	n := 0
	for ; n < len(lines); n++ {
		s := strings.TrimSpace(lines[n].String())
		if isTableRule(s) {
			ruled = ruled || len(rows) > 0
			continue
		}
		row := pipeCells(lines[n].TrimSpace())
		if len(row) < 2 && !(ruled && s[0] == '|') {
			break
		}
		sided = sided && s[0] == '|'
		even = even && (len(rows) == 0 || len(row) == len(rows[0]))
		rows = append(rows, row)
	}
	switch {
	case len(rows) < 2, !ruled && (!even || len(rows) < 3 && !sided):
		return doc.Table{}, 0
	}
	return newTable(rows), n
}

// isTableRule reports whether s only parts the rows of a table: "|---|:-:|",
// "+====+".
func isTableRule(s string) bool {
	dashes, bars := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '-', '=':
			dashes++
		case '|', '+':
			bars++
		case ':', ' ', '\t':
		default:
			return false
		}
	}
	return dashes > 1 && bars > 0
}

// pipeCells returns the cells of a row. A bar after a backslash is text; the
// backslash goes.
func pipeCells(line doc.Text) []doc.Text {
	s := line.String()
	if !strings.Contains(s, "|") {
		return nil
	}
	var cells []doc.Text
	var b doc.Builder
	start := 0
	if s[0] == '|' {
		start = 1
	}
	for i := start; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '|':
			b.Append(line.Slice(start, i))
			start = i + 1
			i++
		case s[i] == '|':
			b.Append(line.Slice(start, i))
			cells = append(cells, b.Text().TrimSpace())
			b = doc.Builder{}
			start = i + 1
		}
	}
	if start < len(s) {
		b.Append(line.Slice(start, len(s)))
		cells = append(cells, b.Text().TrimSpace())
	}
	return cells
}
