package ingest

import (
	"strings"

	"readahead/brief/doc"
)

// list reads the list that begins at line i, with the lists in it as more of
// its items.
func (m *markdown) list(i int) int {
	n, ordered := listMark(m.line(i))
	if n == 0 {
		return i
	}
	list := doc.List{Ordered: ordered, Context: m.context(i, 0)}
	start, indent := i, m.lines[i].indent
	contents := false // whether it is a table of contents
	for i < len(m.lines) && m.lines[i].quoted == m.lines[start].quoted {
		n, kind := listMark(m.line(i))
		if n == 0 || isRule(m.line(i)) || kind != ordered && m.lines[i].indent <= indent {
			break
		}
		if boxLength(m.line(i)) == 0 { // the item's text begins with its box
			m.lines[i].lo += n
		}
		var item doc.Text
		item, i = m.item(i, &list.Context.Linked)
		if strings.HasPrefix(m.line(i-1), "{:toc") {
			contents = true
		}
		if item.Len() > 0 {
			list.Items = append(list.Items, item)
		}
		if next := m.skipBlank(i); next < len(m.lines) {
			if n, _ := listMark(m.line(next)); n > 0 {
				i = next
			}
		}
	}
	switch {
	case contents:
		m.r.drop(doc.Join(list.Items, " "), "table of contents")
	case len(list.Items) > 0:
		m.add(list)
	}
	return i
}

// item reads the item whose text begins at line i and returns the line after
// it. Paragraphs of an item are indented, and become one text.
func (m *markdown) item(i int, linked *int) (doc.Text, int) {
	var parts []doc.Text
	for {
		j := i + 1
		for j < len(m.lines) && !m.blank(j) && !m.endsItem(j, i) {
			j++
		}
		t, n, _ := m.r.markdownInline(m.itemText(i, j), m.refs)
		if t.Len() > 0 {
			parts = append(parts, t)
			*linked += n
		}
		i = j
		next := m.skipBlank(i)
		if next == i || next == len(m.lines) || m.lines[next].indent < 2 || m.endsItem(next, i-1) {
			break
		}
		i = next
	}
	if len(parts) == 1 {
		return parts[0], i
	}
	return doc.Join(parts, " "), i
}

// itemText returns lines i to j-1 of an item without the mark of a task.
func (m *markdown) itemText(i, j int) doc.Text {
	t := m.joined(i, j)
	if s := t.String(); len(s) > 3 && s[0] == '[' && strings.IndexByte(" xX", s[1]) >= 0 && s[2] == ']' && s[3] == ' ' {
		m.r.drop(t.Slice(0, 3), "check box")
		return t.Slice(4, len(s))
	}
	if n := boxLength(t.String()); n > 0 {
		m.r.drop(t.Slice(0, n).TrimSpace(), "check box")
		return t.Slice(n, t.Len()).TrimSpace()
	}
	return t
}

// boxLength returns the length of the drawn box that a line begins with, as
// copying from an editor or a page leaves it, or 0.
func boxLength(line string) int {
	for _, box := range [...]string{"☐", "☑", "☒"} {
		if rest, ok := strings.CutPrefix(line, box); ok && strings.HasPrefix(rest, " ") {
			return len(box)
		}
	}
	return 0
}

// endsItem reports whether line j is no part of the paragraph that line i of
// an item belongs to.
func (m *markdown) endsItem(j, i int) bool {
	line := m.line(j)
	if n, _ := listMark(line); n > 0 {
		return true
	}
	return atxLevel(line) > 0 || isRule(line) || fenceLength(line) > 0 || m.isTable(j) || blockTag(line) != 0 ||
		m.lines[j].quoted != m.lines[i].quoted
}

// skipBlank returns the first line from i on that is not blank.
func (m *markdown) skipBlank(i int) int {
	for i < len(m.lines) && m.blank(i) {
		i++
	}
	return i
}

// listMark returns the length of the mark of a list's item that a line begins
// with, and of the space after it; 0 if it begins otherwise. Beside
// CommonMark's marks these are the bullets that copying from a page leaves.
func listMark(line string) (n int, ordered bool) {
	if line == "" {
		return 0, false
	}
	switch line[0] {
	case '-', '*', '+':
		n = 1
	default:
		if n = max(bulletLength(line), boxLength(line)); n > 0 {
			return n, false
		}
		for n < 4 && n < len(line) && '0' <= line[n] && line[n] <= '9' {
			n++
			ordered = true
		}
		if ordered {
			if n == 4 || n == len(line) || line[n] != '.' && line[n] != ')' { // four figures are a year
				return 0, false
			}
			n++
		}
	}
	if n == 0 || n < len(line) && line[n] != ' ' && line[n] != '\t' {
		return 0, false
	}
	return n + len(line[n:]) - len(strings.TrimLeft(line[n:], " \t")), ordered
}

// bulletLength returns the length of the typographic bullet that a line begins
// with, and of the space after it; 0 if there is none.
func bulletLength(line string) int {
	for _, bullet := range [...]string{"•", "●", "◦", "▪", "■", "‣", "·"} {
		if rest, ok := strings.CutPrefix(line, bullet); ok {
			text := strings.TrimLeft(rest, " \t\u00a0")
			if len(text) < len(rest) {
				return len(line) - len(text)
			}
		}
	}
	return 0
}
