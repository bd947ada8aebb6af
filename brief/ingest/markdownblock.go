package ingest

import (
	"strings"

	"golang.org/x/net/html/atom"

	"readahead/brief/doc"
)

// fence reads fenced code. Code in a named language is dropped; what is fenced
// without a name may be a table or a form and stays as lines. The fence
// without its other half is dropped alone.
func (m *markdown) fence(i int) int {
	line := m.line(i)
	n := fenceLength(line)
	if n == 0 {
		return i
	}
	mark := line[0]
	info := strings.Trim(line, "`~ \t")
	if shortest, ok := m.unclosed[mark]; ok && n >= shortest {
		m.r.drop(m.text(i), "code fence")
		return i + 1
	}
	for j := i + 1; j < len(m.lines); j++ {
		if end := m.line(j); fenceLength(end) >= n && end[0] == mark && strings.Trim(end, string(mark)) == "" {
			switch {
			case j == i+1:
			case info == "", strings.EqualFold(info, "text"), strings.EqualFold(info, "txt"):
				for _, b := range lineBlocks(m.r.mend.piece(m.src.Slice(m.lines[i+1].lo, m.lines[j-1].hi), true)) {
					m.add(b)
				}
			default:
				m.r.drop(m.src.Slice(m.lines[i+1].lo, m.lines[j-1].hi), "code")
			}
			return j + 1
		}
	}
	m.unclosed[mark] = n
	m.r.drop(m.text(i), "code fence")
	return i + 1
}

// fenceLength returns the length of the code fence that a line begins with, 0
// if there is none.
func fenceLength(line string) int {
	for _, mark := range [...]string{"`", "~"} {
		n := len(line) - len(strings.TrimLeft(line, mark))
		if n >= 3 && (mark == "~" || !strings.Contains(line[n:], mark)) {
			return n
		}
	}
	return 0
}

// htmlBlock reads a comment or a block of HTML, which goes on to a blank line;
// a table, script or the like goes on to its end tag.
func (m *markdown) htmlBlock(i int) int {
	line := m.line(i)
	if strings.HasPrefix(line, "<!--") {
		if j := m.lineWith(i, "-->"); j > i {
			t, _, _ := m.r.markdownInline(m.joined(i, j), m.refs)
			if t.Len() > 0 {
				m.add(doc.Paragraph{Text: t, Context: m.context(i, 0)})
			}
			return j
		}
		return i
	}
	tag := blockTag(line)
	if tag == 0 {
		return i
	}
	j := i
	switch tag {
	case atom.Table, atom.Script, atom.Style, atom.Pre:
		j = m.lineWith(i, "</"+tag.String())
	}
	if j == i {
		for j < len(m.lines) && !m.blank(j) {
			j++
		}
	}
	for _, b := range newHTMLReader(m.r, m.joined(i, j)).blocks() {
		m.add(b)
	}
	return j
}

// lineWith returns the number after that of the first line from i on that
// holds end, or i if there is none near.
func (m *markdown) lineWith(i int, end string) int {
	const far = 1000
	for j := i; j < min(len(m.lines), i+far); j++ {
		if strings.Contains(m.line(j), end) {
			return j + 1
		}
	}
	return i
}

// blockTag returns the block-level element whose tag a line begins with, 0 if
// it begins otherwise.
func blockTag(line string) atom.Atom {
	if len(line) < 3 || line[0] != '<' {
		return 0
	}
	at := 1
	if line[1] == '/' {
		at = 2
	}
	switch tag, _ := tagName(line, at, len(line)); {
	case isBlock(tag), tag == atom.Script, tag == atom.Style, tag == atom.Iframe, tag == atom.Hr, tag == atom.Svg:
		return tag
	}
	return 0
}
