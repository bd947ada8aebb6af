// Package markdown writes a galley as Markdown: CommonMark with pipe tables and
// footnotes as GitHub and Pandoc read them.
//
// The sources are footnotes. They are cited for the first time in the order of
// their numbers, where it says how many there are, since readers of Markdown
// number footnotes as they come.
package markdown

import (
	"io"
	"strconv"
	"strings"

	"readahead/brief/galley"
)

// Write writes the galley.
func Write(w io.Writer, g galley.Galley) error {
	m := &writer{Galley: &g}
	m.strong(g.Marking)
	m.paragraph(escape(g.Kicker))
	m.paragraph("# " + escape(g.Title))
	m.paragraph(escape(g.Purpose))
	m.facts()
	for i := range g.Parts {
		m.part(&g.Parts[i])
	}
	m.sources()
	for _, r := range g.Remarks {
		m.paragraph("**" + escape(r.Label) + ":** " + escape(r.Value))
	}
	m.strong(g.Marking)
	_, err := io.WriteString(w, m.out.String())
	return err
}

// A writer is a file under way.
type writer struct {
	*galley.Galley
	out      strings.Builder
	anchored bool // all sources are cited in order
}

// paragraph writes lines as a block of their own, unless they are empty.
func (m *writer) paragraph(lines string) {
	if lines == "" {
		return
	}
	if m.out.Len() > 0 {
		m.out.WriteByte('\n')
	}
	m.out.WriteString(lines)
	m.out.WriteByte('\n')
}

func (m *writer) strong(text string) {
	if text != "" {
		m.paragraph("**" + escape(text) + "**")
	}
}

func (m *writer) facts() {
	var lines []string
	for _, f := range m.Facts {
		line := "- **" + escape(f.Label) + ":** " + escape(f.Value)
		if f.Basis {
			line += m.anchors()
		}
		lines = append(lines, line)
	}
	m.paragraph(strings.Join(lines, "\n"))
}

// anchors cites all sources in order, the first time it is called.
func (m *writer) anchors() (marks string) {
	if m.anchored {
		return ""
	}
	m.anchored = true
	for i := range m.Sources {
		if n := m.Sources[i].Number; m.Find(n) == i {
			marks += m.cite(n)
		}
	}
	return marks
}

func (m *writer) part(p *galley.Part) {
	title := p.Title
	if p.Number > 0 {
		title.Words = strconv.Itoa(p.Number) + " " + title.Words
	}
	m.paragraph("## " + m.inline(title))
	if p.Aside != "" {
		m.paragraph("*" + escape(p.Aside) + "*")
	}
	for _, b := range p.Blocks {
		switch b := b.(type) {
		case galley.Paragraph:
			text := m.inline(b.Text)
			if b.Quiet {
				text = "*" + text + "*"
			}
			m.paragraph(text)
		case galley.List:
			lines := make([]string, len(b.Items))
			for i, t := range b.Items {
				lines[i] = "- " + m.inline(t)
			}
			m.paragraph(strings.Join(lines, "\n"))
		case galley.Table:
			m.table(b)
		}
	}
}

func (m *writer) table(t galley.Table) {
	lines := make([]string, 0, len(t.Rows)+2)
	head := make([]string, len(t.Head))
	for c, name := range t.Head {
		head[c] = escape(name)
	}
	lines = append(lines, row(head), strings.Repeat("| --- ", len(head))+"|")
	for _, r := range t.Rows {
		cells := make([]string, len(r))
		for c, cell := range r {
			cells[c] = m.inline(cell)
			if c == 0 && t.Checks {
				cells[c] = strings.TrimRight("☐ "+cells[c], " ")
			}
		}
		lines = append(lines, row(cells))
	}
	m.paragraph(strings.Join(lines, "\n"))
}

func row(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

// inline returns a text with its citations and flags.
func (m *writer) inline(t galley.Text) string {
	s := escape(t.Words)
	for _, n := range t.Cites {
		s += m.cite(n)
	}
	if t.Flags != "" {
		s += " *(" + escape(t.Flags) + ")*"
	}
	return s
}

// cite returns a citation: a footnote's mark, or the bare number where there is
// no such source.
func (m *writer) cite(n int) string {
	if m.Find(n) < 0 {
		return `\[` + strconv.Itoa(n) + `\]`
	}
	return "[^" + strconv.Itoa(n) + "]"
}

func (m *writer) sources() {
	if len(m.Sources) == 0 {
		return
	}
	// A footnote that nothing cites would not be shown.
	m.paragraph("## " + escape(m.SourcesTitle) + m.anchors())
	m.paragraph(escape(m.SourcesNote))
	for i := range m.Sources {
		src := &m.Sources[i]
		title := escape(src.Title)
		if src.URL != "" {
			title = "[" + title + "](" + target(src.URL) + ")"
		}
		text := "*" + title + "*" + escape(src.Rest)
		if number := strconv.Itoa(src.Number); m.Find(src.Number) == i {
			m.paragraph("[^" + number + "]: " + text)
		} else { // a second source of that number
			m.paragraph(`\[` + number + `\] ` + text)
		}
	}
}
