package clean

import (
	"strings"

	"readahead/brief/doc"
)

// findTables makes tables of the lines that are written as tables: with pipes
// between the cells, with tabs, or aligned in columns. The first row is the
// header; rows that are too short are filled up with empty cells.
func findTables(d doc.Document) doc.Document {
	e := startEdit(d)
	for _, block := range joinRows(d.Blocks) {
		b, ok := block.(doc.Lines)
		if !ok {
			e.keep(block)
			continue
		}
		start := 0
		for i := 0; i < len(b.Lines); {
			table, n := tableAt(b.Lines[i:])
			if n == 0 {
				i++
				continue
			}
			e.keepLines(b.Lines[start:i])
			e.keep(table)
			i += n
			start = i
		}
		if start == 0 {
			e.keep(block)
		} else {
			e.keepLines(b.Lines[start:])
		}
	}
	return e.done()
}

// tableAt returns the table that lines begin with and the number of lines it
// takes up, or 0 lines.
func tableAt(lines []doc.Text) (doc.Table, int) {
	switch notationOf(lines[0].String()) {
	case pipes:
		return pipeTable(lines)
	case tabs:
		return tabTable(lines)
	case columns:
		return columnTable(lines)
	}
	return doc.Table{}, 0
}

// A notation is a way to write the row of a table as a line of text.
type notation int

const (
	noTable notation = iota
	pipes            // cells between | bars
	tabs             // cells between tab characters
	columns          // cells set apart by two spaces or more
)

// notationOf returns the notation of a row of a table that s may be.
func notationOf(s string) notation {
	if strings.IndexByte(s, '|') >= 0 {
		return pipes
	}
	s = strings.TrimRight(s, " \t")
	if i := strings.IndexByte(s, '\t'); i >= 0 && (i > 0 || strings.IndexByte(strings.TrimLeft(s, " \t"), '\t') >= 0) {
		return tabs
	}
	if s = strings.TrimLeft(s, " "); strings.Contains(s, "  ") {
		return columns
	}
	return noTable
}

// joinRows returns blocks with those blocks of single lines made one that are
// rows of a table with blank lines between the rows.
func joinRows(blocks []doc.Block) []doc.Block {
	var out []doc.Block
	for i := 0; i < len(blocks); i++ {
		b, ok := blocks[i].(doc.Lines)
		n := 0
		if ok && len(b.Lines) == 1 {
			n = looseRows(blocks[i:])
		}
		if n < 3 {
			if out != nil {
				out = append(out, blocks[i])
			}
			continue
		}
		if out == nil {
			out = append(make([]doc.Block, 0, len(blocks)), blocks[:i]...)
		}
		var rows []doc.Text
		for _, row := range blocks[i : i+n] {
			rows = append(rows, row.(doc.Lines).Lines[0])
		}
		out = append(out, doc.Lines{Lines: rows})
		i += n - 1
	}
	if out == nil {
		return blocks
	}
	return out
}

// looseRows returns how many of the blocks from the first on are single rows
// in the same notation, with pipes or tabs, and with the same number of marks.
func looseRows(blocks []doc.Block) int {
	n, marks := 0, 0
	mark := "|"
	for _, block := range blocks {
		b, ok := block.(doc.Lines)
		if !ok || len(b.Lines) != 1 {
			break
		}
		s := b.Lines[0].String()
		if n == 0 {
			switch notationOf(s) {
			case pipes:
			case tabs:
				mark = "\t"
			default:
				return 0
			}
			marks = strings.Count(s, mark)
		}
		if strings.Count(s, mark) != marks {
			break
		}
		n++
	}
	return n
}

// newTable returns a table of the rows, of which the first is the header.
// Every row gets as many cells as the longest one that has text at its end.
func newTable(rows [][]doc.Text) doc.Table {
	width := 0
	for _, row := range rows {
		for i := len(row); i > width; i-- {
			if row[i-1].Len() > 0 {
				width = i
				break
			}
		}
	}
	for i, row := range rows {
		for len(row) < width {
			row = append(row, doc.Text{})
		}
		rows[i] = row[:width:width]
	}
	return doc.Table{Header: rows[0], Rows: rows[1:]}
}
