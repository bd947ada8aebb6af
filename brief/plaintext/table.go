package plaintext

import (
	"cmp"
	"slices"
	"strings"

	"readahead/brief/galley"
)

const (
	between   = 2 // columns between two cells
	leastCell = 8 // columns that a cell needs to be readable
	tickBox   = "[ ] "
	tickedBox = "[x] "
)

// table writes a table aligned by spaces or, where its columns have no room
// side by side, row by row.
func (t *writer) table(tb galley.Table) {
	n := len(tb.Head)
	rows := make([][]string, len(tb.Rows))
	for r, row := range tb.Rows {
		for _, cell := range row {
			rows[r] = append(rows[r], inline(cell))
		}
	}
	mark := boxOf(tb, 0)
	room := Measure - len(mark) - between*(n-1)
	t.block()
	if n*leastCell > room {
		t.records(tb, rows)
		return
	}
	widths := share(room, tb.Head, rows)
	t.row(strings.Repeat(" ", len(mark)), tb.Head, widths)
	rule := make([]string, n)
	for c, w := range widths {
		rule[c] = strings.Repeat("-", w)
	}
	t.line(strings.Repeat(" ", len(mark)) + strings.Join(rule, strings.Repeat(" ", between)))
	for r, row := range rows {
		t.row(boxOf(tb, r), row, widths)
	}
}

// boxOf returns what stands before a row: a box if there is something to do.
func boxOf(tb galley.Table, row int) string {
	switch {
	case !tb.Checks:
		return ""
	case tb.IsDone(row):
		return tickedBox
	}
	return tickBox
}

// row writes the cells of a row side by side.
func (t *writer) row(mark string, cells []string, widths []int) {
	lines, deepest := make([][]string, len(cells)), 1
	for c, cell := range cells {
		lines[c] = wrap(cell, widths[c])
		deepest = max(deepest, len(lines[c]))
	}
	for i := range deepest {
		var b strings.Builder
		b.WriteString(mark)
		due := 0 // spaces before the next cell
		for c := range cells {
			text := ""
			if i < len(lines[c]) {
				text = lines[c][i]
			}
			if text != "" {
				b.WriteString(strings.Repeat(" ", due))
				b.WriteString(isolate(text))
				due = 0
			}
			due += widths[c] - textColumns(text) + between
		}
		t.line(b.String())
		mark = strings.Repeat(" ", len(mark))
	}
}

// records writes each row as a paragraph: a cell a line, with the name of its
// column.
func (t *writer) records(tb galley.Table, rows [][]string) {
	for r, row := range rows {
		lead := cmp.Or(boxOf(tb, r), "- ")
		indent := strings.Repeat(" ", len(lead))
		for c, cell := range row {
			if cell == "" {
				continue
			}
			if name := tb.Head[c]; (c > 0 || !tb.Checks) && name != "" {
				cell = name + ": " + cell
			}
			t.hang(lead, cell)
			lead = indent
		}
	}
}

// share gives each column its width: what its widest cell needs if all fit, or
// else the widest ones give up width down to an equal share.
func share(room int, head []string, rows [][]string) []int {
	needs := make([]int, len(head))
	for c := range needs {
		needs[c] = max(textColumns(head[c]), 1)
		for _, row := range rows {
			needs[c] = max(needs[c], textColumns(row[c]))
		}
	}
	widths := slices.Clone(needs)
	order := make([]int, len(needs))
	for c := range order {
		order[c] = c
	}
	slices.SortStableFunc(order, func(a, b int) int { return needs[a] - needs[b] })
	for i, c := range order {
		widths[c] = min(needs[c], room/(len(order)-i))
		room -= widths[c]
	}
	return widths
}
