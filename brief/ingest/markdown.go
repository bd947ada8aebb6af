package ingest

import (
	"strings"
	"unicode"

	"readahead/brief/doc"
)

// A markdown reader turns Markdown into blocks: the CommonMark notation with
// GitHub's tables, footnotes, and the attributes and directives of the site
// generators that feed on Markdown (kramdown, Liquid, Hugo). Marks go, text
// stays. Where CommonMark would hide or swallow text because a mark is missing
// somewhere, the text stays as well.
//
// Nesting is not kept: a quotation is paragraphs, a list in a list is more
// items. So one pass over the lines does, and no input can nest too deep.
type markdown struct {
	r     *reader
	src   doc.Text
	s     string // src without its places
	lines []markdownLine
	refs  map[string]bool // labels of link definitions, in lower case

	unclosed map[byte]int // for each kind of code fence, the shortest known to have no end
}

// A markdownLine is a line without its quotation marks: s[lo:hi].
type markdownLine struct {
	lo, hi int
	indent int // columns of white space at its beginning; lo is after them
	quoted bool
}

// readMarkdown takes Markdown apart.
func (r *reader) readMarkdown(t doc.Text) {
	t = r.frontMatter(t)
	if marks(t.String()) > maxMarks {
		r.readPlain(t)
		return
	}
	m := markdown{r: r, src: t, s: t.String(), refs: make(map[string]bool), unclosed: make(map[byte]int)}
	m.split()
	for i := range m.lines {
		if label := m.linkDefinition(i); label != "" {
			m.refs[label] = true
		}
	}
	for i := 0; i < len(m.lines); {
		i = m.block(i)
	}
}

// marks counts the characters of s that may be marks inside of lines.
func marks(s string) int {
	n := 0
	for _, mark := range [...]string{"\\", "`", "*", "_", "~", "[", "{"} {
		n += strings.Count(s, mark)
	}
	return n
}

// split finds the lines.
func (m *markdown) split() {
	for at := 0; at < len(m.s); {
		end, next := endOfLine(m.s, at)
		line := markdownLine{lo: at, hi: end}
		line.skipIndent(m.s)
		for line.lo < end && m.s[line.lo] == '>' && line.indent < 4 {
			line.lo++
			line.quoted = true
			if line.lo < end && m.s[line.lo] == ' ' {
				line.lo++
			}
			line.skipIndent(m.s)
		}
		for line.hi > line.lo && isBlank(m.s[line.hi-1]) {
			line.hi--
		}
		m.lines = append(m.lines, line)
		at = next
	}
}

// skipIndent moves the beginning of the line to its first character.
func (l *markdownLine) skipIndent(s string) {
	for l.indent = 0; l.lo < l.hi; l.lo++ {
		switch s[l.lo] {
		case ' ':
			l.indent++
		case '\t':
			l.indent += 4 - l.indent%4
		default:
			return
		}
	}
}

func (m *markdown) line(i int) string   { return m.s[m.lines[i].lo:m.lines[i].hi] }
func (m *markdown) blank(i int) bool    { return m.lines[i].lo == m.lines[i].hi }
func (m *markdown) add(b doc.Block)     { m.r.doc.Blocks = append(m.r.doc.Blocks, b) }
func (m *markdown) text(i int) doc.Text { return m.src.Slice(m.lines[i].lo, m.lines[i].hi) }

// joined returns lines i to j-1 as one text.
func (m *markdown) joined(i, j int) doc.Text {
	if !m.lines[i].quoted {
		return m.src.Slice(m.lines[i].lo, m.lines[j-1].hi)
	}
	texts := make([]doc.Text, 0, j-i)
	for ; i < j; i++ {
		texts = append(texts, m.text(i))
	}
	return doc.Join(texts, "\n")
}

// context returns what is around line i.
func (m *markdown) context(i, linked int) doc.Context {
	c := doc.Context{Linked: linked}
	if m.lines[i].quoted {
		c.Path = "blockquote"
	}
	return c
}

// block reads the block that begins at line i and returns the line after it.
func (m *markdown) block(i int) int {
	line := m.line(i)
	switch {
	case m.blank(i):
		return i + 1
	case atxLevel(line) > 0:
		m.heading(i, strings.TrimLeft(line, "#"), atxLevel(line))
		return i + 1
	case isRule(line):
		return i + 1
	}
	for _, try := range [...]func(int) int{m.fence, m.htmlBlock, m.list, m.definition, m.table} {
		if j := try(i); j > i {
			return j
		}
	}
	return m.paragraph(i)
}

// heading reads the heading in line i, whose text begins as rest does.
func (m *markdown) heading(i int, rest string, level int) {
	l := m.lines[i]
	text := strings.TrimRight(rest, " \t#")
	if strings.HasSuffix(text, "\\") || len(text) > 0 && !strings.HasPrefix(rest[len(text):], " ") && !strings.HasPrefix(rest[len(text):], "\t") {
		text = rest // the # belongs to a word: C#
	}
	lo := l.hi - len(rest)
	t, linked, _ := m.r.markdownInline(m.src.Slice(lo, lo+len(text)), m.refs)
	m.addHeading(i, t, linked, level)
}

func (m *markdown) addHeading(i int, t doc.Text, linked, level int) {
	if t.Len() == 0 {
		return
	}
	if level == 1 && m.r.doc.Title.Len() == 0 {
		m.r.doc.Title = t
		first(&m.r.doc.Meta.Title, t.String())
	}
	m.add(doc.Heading{Text: t, Level: level, Context: m.context(i, linked)})
}

// paragraph reads the paragraph that begins at line i, or the heading if it is
// underlined.
func (m *markdown) paragraph(i int) int {
	j := i + 1
	level := 0
	for ; j < len(m.lines) && !m.blank(j) && !m.isMenu(i, j); j++ {
		if level = underline(m.line(j)); level == 1 || level == 2 && j == i+1 {
			break
		}
		level = 0
		if m.interrupts(j) || m.lines[j].quoted && !m.lines[i].quoted {
			break
		}
	}
	t, linked, caption := m.r.markdownInline(m.joined(i, j), m.refs)
	if level > 0 {
		m.addHeading(i, t, linked, level)
		return j + 1
	}
	if t.Len() > 0 {
		c := m.context(i, linked)
		if caption {
			c.Path = strings.TrimSpace(c.Path + " figure figcaption")
		}
		m.add(doc.Paragraph{Text: t, Context: c})
	}
	return j
}

// isMenu reports whether lines i to j-1 are one line of nothing but links, two
// at least. CommonMark makes one paragraph of it and the line under it, but
// they hardly belong together.
func (m *markdown) isMenu(i, j int) bool {
	line := m.line(i)
	if j > i+1 || line[0] != '[' || strings.Count(line, "](") < 2 {
		return false
	}
	x := inlineScanner{s: line, refs: m.refs}
	x.scan()
	for _, p := range x.pieces() {
		if !p.linked && strings.IndexFunc(line[p.lo:p.hi], unicode.IsLetter) >= 0 {
			return false
		}
	}
	return true
}

// interrupts reports whether line i ends a paragraph before it without a
// blank line between them.
func (m *markdown) interrupts(i int) bool {
	line := m.line(i)
	if atxLevel(line) > 0 || isRule(line) || fenceLength(line) > 0 || m.isTable(i) || blockTag(line) != 0 {
		return true
	}
	mark, ordered := listMark(line)
	return mark > 0 && (!ordered || strings.HasPrefix(line, "1.") || strings.HasPrefix(line, "1)"))
}

// underline returns the level that a line gives the line above it: 1 for ===,
// 2 for ---, 0 for other lines.
func underline(line string) int {
	switch {
	case len(line) >= 2 && strings.Trim(line, "=") == "":
		return 1
	case len(line) >= 2 && strings.Trim(line, "-") == "":
		return 2
	}
	return 0
}

// isRule reports whether a line is a thematic break: three or more of one of
// the marks *, - and _, spaces between them or not.
func isRule(line string) bool {
	if line == "" || strings.IndexByte("*-_", line[0]) < 0 {
		return false
	}
	n := 0
	for i := range len(line) {
		switch line[i] {
		case line[0]:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}
