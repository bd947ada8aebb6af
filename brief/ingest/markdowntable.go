package ingest

import (
	"strings"

	"readahead/brief/doc"
)

// table reads the pipe table that begins at line i.
func (m *markdown) table(i int) int {
	if !m.isTable(i) {
		return i
	}
	c := m.context(i, 0)
	header := m.row(i, &c.Linked)
	var rows [][]doc.Text
	j := i + 2
	for ; j < len(m.lines) && strings.Contains(m.line(j), "|") && m.lines[j].quoted == m.lines[i].quoted; j++ {
		rows = append(rows, m.row(j, &c.Linked))
	}
	if t, ok := newTable(header, rows, c); ok && len(t.Header) > 0 {
		m.add(t)
		return j
	}
	for _, row := range append([][]doc.Text{header}, rows...) {
		m.add(doc.Paragraph{Text: doc.Join(row, " ").TrimSpace(), Context: c})
	}
	return j
}

// isTable reports whether a table begins at line i: a row, and under it as
// many stretches of dashes as it has cells, give or take one that was
// forgotten.
func (m *markdown) isTable(i int) bool {
	if i+1 >= len(m.lines) || !strings.Contains(m.line(i), "|") || m.lines[i].quoted != m.lines[i+1].quoted {
		return false
	}
	dashes := dashCells(m.line(i + 1))
	if dashes == 0 {
		return false
	}
	cells := len(cellsOf(m.line(i)))
	return dashes-cells <= 1 && cells-dashes <= 1
}

// dashCells returns how many cells of dashes, with or without the colons of an
// alignment, a line consists of; 0 if it holds anything else, or no pipe.
func dashCells(line string) int {
	if !strings.Contains(line, "|") || strings.Trim(line, "|-: \t") != "" {
		return 0
	}
	cells := cellsOf(line)
	for _, c := range cells {
		cell := strings.TrimSpace(line[c.lo:c.hi])
		if dashes := strings.TrimSuffix(strings.TrimPrefix(cell, ":"), ":"); dashes == "" || strings.Trim(dashes, "-") != "" {
			return 0
		}
	}
	return len(cells)
}

// cellsOf returns the cells of a row: what stands between pipes that no
// backslash precedes. Pipes at the ends of the row are optional.
func cellsOf(line string) []piece {
	var cells []piece
	end := len(strings.TrimRight(line, " \t"))
	lo := 0
	if strings.HasPrefix(line, "|") {
		lo = 1
	}
	for i := lo; i < end; i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, piece{lo: lo, hi: i})
			lo = i + 1
		}
	}
	if lo < end {
		cells = append(cells, piece{lo: lo, hi: end})
	}
	return cells
}

// row reads the row in line i.
func (m *markdown) row(i int, linked *int) []doc.Text {
	cells := cellsOf(m.line(i))
	row := make([]doc.Text, len(cells))
	for k, c := range cells {
		var n int
		row[k], n, _ = m.r.markdownInline(m.text(i).Slice(c.lo, c.hi), m.refs)
		*linked += n
	}
	return row
}

// definition reads a footnote or the address of a link, neither of which is
// part of the text.
func (m *markdown) definition(i int) int {
	j := i + 1
	switch {
	case m.isFootnote(i):
		for j < len(m.lines) && !m.blank(j) && !m.isFootnote(j) && m.linkDefinition(j) == "" {
			j++
		}
		m.r.drop(m.joined(i, j), "footnote")
	case m.linkDefinition(i) != "":
		m.r.drop(m.text(i), "link definition")
	default:
		return i
	}
	return j
}

func (m *markdown) isFootnote(i int) bool {
	line := m.line(i)
	return strings.HasPrefix(line, "[^") && strings.Index(line, "]:") > 2
}

// linkDefinition returns the label of the link whose address line i gives, in
// lower case, "" if it gives none: [label]: address "title".
func (m *markdown) linkDefinition(i int) string {
	line := m.line(i)
	if !strings.HasPrefix(line, "[") || strings.HasPrefix(line, "[^") {
		return ""
	}
	label, rest, ok := strings.Cut(line[1:], "]:")
	rest = strings.TrimLeft(rest, " \t")
	if !ok || label == "" || len(label) > 999 || strings.ContainsAny(label, "[]") || rest == "" {
		return ""
	}
	_, title, titled := strings.Cut(rest, " ")
	if title = strings.TrimSpace(title); titled && title != "" {
		if last := title[len(title)-1]; len(title) < 2 || !strings.Contains("\"\" '' ()", title[:1]+string(last)) {
			return ""
		}
	}
	return strings.ToLower(label)
}
