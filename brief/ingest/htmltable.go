package ingest

import "readahead/brief/doc"

// table returns the blocks that a table has become: what stands outside its
// cells, its caption for one, then the table. If it only arranges a page, the
// blocks of its cells come in its stead.
func (s *sink) table() []doc.Block {
	blocks := s.blocks
	rows := s.rows[:0:0]
	for _, row := range s.rows {
		if hasBlocks(row) {
			rows = append(rows, row)
		}
	}
	if len(rows) > 2 && isTitleRow(rows) {
		for _, c := range rows[0] {
			blocks = append(blocks, c.blocks...)
		}
		rows = rows[1:]
	}
	if !s.layout && isGrid(rows) {
		if body, ok := s.cells(rows); ok {
			var header []doc.Text
			if !headed(rows) {
				header, body = body[0], body[1:]
			}
			if t, ok := newTable(header, body, s.context); ok && len(t.Header) > 1 {
				return append(blocks, t)
			}
		}
	}
	for _, row := range rows {
		for _, c := range row {
			blocks = append(blocks, c.blocks...)
		}
	}
	return blocks
}

// isTitleRow reports whether the first of the rows is a single cell above the
// rest.
func isTitleRow(rows [][]*sink) bool {
	full := 0
	for _, c := range rows[0] {
		if len(c.blocks) > 0 {
			full++
		}
	}
	return full == 1 && len(rows[1]) > 1 && len(rows[0]) <= 2
}

func hasBlocks(row []*sink) bool {
	for _, c := range row {
		if len(c.blocks) > 0 {
			return true
		}
	}
	return false
}

// isGrid reports whether the rows are a table to be read as one: two rows and
// two columns at least, and short cells without tables and pages in them.
func isGrid(rows [][]*sink) bool {
	const longest = 1500 // bytes of text in a cell
	cells, full, width := 0, 0, 0
	for _, row := range rows {
		width = max(width, len(row))
		for _, c := range row {
			cells++
			if len(c.blocks) > 0 {
				full++
			}
			if len(c.blocks) > 3 || len(c.blocks) > 1 && isPage(c.blocks) {
				return false
			}
			total := 0
			for _, b := range c.blocks {
				if _, nested := b.(doc.Table); nested {
					return false
				}
				for _, t := range doc.Texts(b) {
					total += t.Len()
				}
			}
			if total > longest {
				return false
			}
		}
	}
	return len(rows) > 1 && width > 1 && full*3 >= cells
}

// cells returns the texts of the cells, each in its column: a cell over
// several columns or rows stands in the first of them. It reports false for
// spans that would make the table many times as large as it is.
func (s *sink) cells(rows [][]*sink) ([][]doc.Text, bool) {
	width, budget := 0, 1000
	for _, row := range rows {
		width = max(width, len(row))
		budget += 8 * len(row)
	}
	var body [][]doc.Text
	var taken []int // how many rows each column is taken for from above
	for _, row := range rows {
		var out []doc.Text
		for _, c := range row {
			for len(out) < len(taken) && taken[len(out)] > 0 {
				taken[len(out)]--
				out = append(out, doc.Text{})
			}
			s.context.Linked += c.linked()
			out = append(out, c.text())
			for range min(c.colspan, width) - 1 {
				out = append(out, doc.Text{})
			}
			for at := len(out) - max(min(c.colspan, width), 1); at < len(out); at++ {
				for len(taken) <= at {
					taken = append(taken, 0)
				}
				taken[at] = min(max(c.rowspan, 1), len(rows)) - 1
			}
			if len(out) > budget {
				return nil, false
			}
		}
		for at := len(out); at < len(taken); at++ {
			taken[at] = max(taken[at]-1, 0)
		}
		budget -= len(out)
		body = append(body, out)
	}
	return body, true
}

// headed reports whether all rows, the first too, begin with a heading and go
// on with cells. Otherwise the first row is the header of the table.
func headed(rows [][]*sink) bool {
	for _, row := range rows {
		for i, c := range row {
			if c.head != (i == 0) && len(c.blocks) > 0 {
				return false
			}
		}
	}
	return true
}

// text returns the text of a cell.
func (s *sink) text() doc.Text {
	var parts []doc.Text
	for _, b := range s.blocks {
		parts = append(parts, doc.Texts(b)...)
	}
	if len(parts) == 1 {
		return collapse(parts[0])
	}
	return collapse(doc.Join(parts, " "))
}

// linked returns how many bytes of a cell's text are in hyperlinks.
func (s *sink) linked() int {
	n := 0
	for _, b := range s.blocks {
		n += linkedIn(b)
	}
	return n
}

// linkedIn returns how many bytes of a block's text are in hyperlinks.
func linkedIn(b doc.Block) int {
	switch b := b.(type) {
	case doc.Paragraph:
		return b.Context.Linked
	case doc.Heading:
		return b.Context.Linked
	case doc.List:
		return b.Context.Linked
	case doc.Table:
		return b.Context.Linked
	}
	return 0
}
