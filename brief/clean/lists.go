package clean

import (
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// findLists makes lists of the lines that begin with a bullet, a dash or a
// number. Items go on over wrapped and indented lines; blank lines may part
// them. A dash, a star, a plus or a number can begin an ordinary line, too:
// those make a list only from two items on.
func findLists(d doc.Document) doc.Document {
	if d.Format != doc.PlainText {
		return d
	}
	w := newWrap(d)
	e := startEdit(d)
	for _, block := range d.Blocks {
		b, ok := block.(doc.Lines)
		if !ok {
			e.keep(block)
			continue
		}
		start := 0
		for i := 0; i < len(b.Lines); {
			list, n := listAt(b.Lines[i:], w)
			if n == 0 {
				i++
				continue
			}
			e.keepLines(b.Lines[start:i])
			e.keep(list)
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

// A mark is what an item of a list begins with.
type mark struct {
	kind   rune // the bullet; '1' for numbers, 'a' for letters; 0 for none
	number int  // of a numbered item
	indent int  // bytes before the mark
	size   int  // bytes of indent, mark and white space behind it
}

// ordered reports whether m counts.
func (m mark) ordered() bool { return m.kind == '1' || m.kind == 'a' }

// certain reports whether m can only be the mark of an item.
func (m mark) certain() bool {
	switch m.kind {
	case 0, '-', '–', '—', '*', '+', '·', 'o', '1', 'a':
		return false
	}
	return true
}

// follows reports whether an item marked m may come after one marked p.
func (m mark) follows(p mark) bool {
	return m.kind == p.kind && (!m.ordered() || m.number == p.number+1)
}

// markOf returns the mark that line begins with.
func markOf(line string) mark {
	var m mark
	for m.indent < len(line) && (line[m.indent] == ' ' || line[m.indent] == '\t') {
		m.indent++
	}
	s := line[m.indent:]
	if s == "" {
		return mark{}
	}
	n := 0
	if c := s[0]; isAlnum(c) || c == '(' {
		n = m.readNumber(s)
	} else if c < utf8.RuneSelf {
		if c == '-' || c == '*' || c == '+' {
			m.kind, n = rune(c), 1
		}
	} else {
		switch r, size := utf8.DecodeRuneInString(s); r {
		case '•', '‣', '◦', '▪', '▫', '●', '○', '■', '□', '◆', '◇', '❖', '➢', '➤', '►', '▸', '▶', '✓', '✔', '✦', '⁃', '·', '–', '—', '\uf0b7', '\uf0a7':
			m.kind, n = r, size
		case '☐', '☑', '☒': // says how far a task is, and stays with it
			m.kind, m.size = '☐', m.indent
			return m
		}
	}
	if n == 0 || n == len(s) {
		return mark{}
	}
	body := strings.TrimLeft(s[n:], " \t\u00a0")
	if len(body) == len(s)-n && (!m.certain() || !isWordStart(body)) || body == "" {
		return mark{} // nothing parts the mark from the text
	}
	m.size = len(line) - len(body)
	return m
}

// readNumber reads "12.", "12)", "(12)", "a)", "(a)" or the o that stands for
// a hollow bullet, and returns its length.
func (m *mark) readNumber(s string) int {
	i := 0
	if s[0] == '(' {
		i = 1
	}
	start := i
	for i < len(s) && i < start+3 && isDigit(s[i]) {
		m.number = m.number*10 + int(s[i]-'0')
		i++
	}
	m.kind = '1'
	if i == start && isAlpha(s[i]) {
		m.kind, m.number = 'a', int(s[i]|0x20)
		i++
	}
	if i == start || i >= len(s) {
		return 0
	}
	switch {
	case s[i] == ')', s[i] == '.' && start == 0 && m.kind == '1':
		return i + 1
	case s[0] == 'o' && s[i] == ' ':
		m.kind, m.number = 'o', 0
		return i
	}
	return 0
}

// listAt returns the list that lines begin with and the number of lines it
// takes up, or 0 lines.
func listAt(lines []doc.Text, w *wrap) (doc.List, int) {
	last := markOf(lines[0].String())
	if last.kind == 0 {
		return doc.List{}, 0
	}
	first := last
	list := doc.List{Ordered: first.ordered()}
	n := 0
	for n < len(lines) {
		m := markOf(lines[n].String())
		if n > 0 && !m.follows(last) {
			break
		}
		last = m
		item := []doc.Text{lines[n].Slice(m.size, lines[n].Len())}
		for n++; n < len(lines) && goesOn(lines[n-1], lines[n], m, w); n++ {
			item = append(item, lines[n])
		}
		list.Items = append(list.Items, w.join(item))
	}
	if len(list.Items) < 2 && !first.certain() {
		return doc.List{}, 0
	}
	return list, n
}

// goesOn reports whether an item with mark m goes on from line to next.
func goesOn(line, next doc.Text, m mark, w *wrap) bool {
	s := next.String()
	if markOf(s).kind != 0 {
		return false
	}
	indent := len(s) - len(strings.TrimLeft(s, " \t"))
	return indent > m.indent || w.runsOn(line.String(), s)
}
