// Package markdown writes a galley as Markdown: CommonMark with pipe tables, as
// GitHub and Pandoc read them.
//
// The sources are a numbered list, and a citation is a number in brackets that
// leads to its heading. Footnotes would be numbered anew by their readers:
// Pandoc makes one of each citation.
package markdown

import (
	"io"
	"strconv"
	"strings"
	"unicode"

	"readahead/brief/galley"
)

// Write writes the galley.
func Write(w io.Writer, g galley.Galley) error {
	m := &writer{Galley: &g}
	m.findSources()
	m.marking()
	m.paragraph(escape(g.Kicker))
	m.facts(g.Above)
	title := escape(g.Title)
	if g.TitleLabel != "" {
		title = escape(g.TitleLabel+":") + " " + title
	}
	m.paragraph("# " + title)
	m.paragraph(escape(g.Purpose))
	m.facts(g.Facts)
	for i := range g.Top {
		m.part(&g.Top[i])
	}
	for i := range g.Body {
		m.part(&g.Body[i])
	}
	m.remarks(g.Before)
	if len(g.Sources) > 0 {
		m.paragraph("## " + escape(g.SourcesTitle))
		m.paragraph(escape(g.SourcesNote))
		m.sources(g.Sources)
	}
	m.remarks(g.Remarks)
	m.facts(g.Designation)
	m.marking()
	if g.Annex != nil {
		m.annex()
	}
	_, err := io.WriteString(w, m.out.String())
	return err
}

// A writer is a file under way.
type writer struct {
	*galley.Galley
	out       strings.Builder
	sourcesAt string // where citations lead
}

// annex writes the second page.
func (m *writer) annex() {
	m.paragraph("---")
	m.marking()
	m.paragraph("# " + escape(m.Annex.Title))
	m.paragraph(escape(m.Annex.Page))
	for i := range m.Annex.Parts {
		m.part(&m.Annex.Parts[i])
	}
	m.remarks(m.Annex.Remarks)
	m.marking()
}

// marking writes the marking and the label of the Traffic Light Protocol.
func (m *writer) marking() {
	for _, text := range [...]string{m.Marking.Text, m.Marking.TLP} {
		if text != "" {
			m.paragraph("**" + escape(text) + "**")
		}
	}
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

func (m *writer) facts(facts []galley.Fact) {
	var lines []string
	for _, f := range facts {
		lines = append(lines, "- "+fact(f))
	}
	m.paragraph(strings.Join(lines, "\n"))
}

func (m *writer) remarks(facts []galley.Fact) {
	for _, f := range facts {
		m.paragraph(fact(f))
	}
}

// fact writes a label, with a colon if it has none, and the value.
func fact(f galley.Fact) string {
	return "**" + escape(strings.TrimSuffix(f.Label, ":")) + ":** " + escape(f.Value)
}

func (m *writer) part(p *galley.Part) {
	if p.Title.Words != "" {
		m.paragraph("## " + m.inline(p.Title))
	}
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
				if b.Marks != nil {
					lines[i] = "- " + escape(b.Marks[i]) + " " + m.inline(t)
				}
			}
			m.paragraph(strings.Join(lines, "\n"))
		case galley.Table:
			m.table(b)
		case galley.Fact:
			m.paragraph(fact(b))
		case galley.Endnotes:
			m.sources(b.Sources)
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
	for i, r := range t.Rows {
		box := "☐ "
		if t.IsDone(i) {
			box = "☑ "
		}
		cells := make([]string, len(r))
		for c, cell := range r {
			cells[c] = m.inline(cell)
			if c == 0 && t.Checks {
				cells[c] = strings.TrimRight(box+cells[c], " ")
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
	if len(t.Cites) > 0 {
		numbers := make([]string, len(t.Cites))
		for i, n := range t.Cites {
			numbers[i] = strconv.Itoa(n)
			if m.Find(n) >= 0 && m.sourcesAt != "" {
				numbers[i] = "[" + numbers[i] + "](#" + m.sourcesAt + ")"
			}
		}
		// A fixed space: the numbers stay with the last word.
		s += "\u00A0\\[" + strings.Join(numbers, ", ") + "\\]"
	}
	if t.Flags != "" {
		s += " *(" + escape(t.Flags) + ")*"
	}
	return s
}

// sources writes endnotes as a list, which counts by itself where it begins
// with any number, or else as paragraphs.
func (m *writer) sources(list []galley.Source) {
	counts := true
	for i := range list {
		counts = counts && list[i].Number == list[0].Number+i && list[i].Number >= 0
	}
	var lines []string
	for i := range list {
		src := &list[i]
		title := escape(src.Title)
		if src.URL != "" {
			title = "[" + title + "](" + target(src.URL) + ")"
		}
		text := "*" + title + "*" + escape(src.Rest)
		if number := strconv.Itoa(src.Number); counts {
			lines = append(lines, number+". "+text)
		} else {
			m.paragraph(`\[` + number + `\] ` + text)
		}
	}
	m.paragraph(strings.Join(lines, "\n"))
}

// findSources finds out where citations lead: to the heading of the sources, by the
// name that GitHub and Pandoc give it. Headings of one name are counted.
func (m *writer) findSources() {
	name := slug(m.SourcesTitle)
	if name == "" {
		return
	}
	same := 0
	if slug(m.Title) == name {
		same++
	}
	for _, parts := range [...][]galley.Part{m.Top, m.Body} {
		for i := range parts {
			if slug(parts[i].Title.Words) == name {
				same++
			}
		}
	}
	if m.sourcesAt = name; same > 0 {
		m.sourcesAt += "-" + strconv.Itoa(same)
	}
}

// slug returns the name of a heading that has words only, else "": what else
// may stand in a heading is treated in different ways.
func slug(title string) string {
	for _, r := range title {
		if !unicode.IsLetter(r) && r != ' ' {
			return ""
		}
	}
	return strings.ReplaceAll(strings.ToLower(title), " ", "-")
}
