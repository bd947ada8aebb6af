// Package plaintext writes a galley as plain text, as for the body of an
// e-mail: UTF-8, lines of at most 72 columns without spaces at their ends,
// tables aligned by spaces, sources numbered in brackets.
package plaintext

import (
	"io"
	"strconv"
	"strings"

	"readahead/brief/galley"
)

// Measure is the length of the longest line in columns, but for web addresses,
// which are never divided. (RFC 5322, 2.1.1, asks for at most 78; quoting takes
// some of them.)
const Measure = 72

// Write writes the galley.
func Write(w io.Writer, g galley.Galley) error {
	t := &writer{Galley: &g}
	t.marking(true)
	t.paragraph(g.Kicker)
	t.facts(g.Above)
	title := g.Title
	if g.TitleLabel != "" {
		title = g.TitleLabel + ": " + title
	}
	t.heading(title, "=")
	t.paragraph(g.Purpose)
	t.facts(g.Facts)
	for i := range g.Top {
		t.part(&g.Top[i])
	}
	for i := range g.Body {
		t.part(&g.Body[i])
	}
	t.remarks(g.Before)
	t.sources()
	t.remarks(g.Remarks)
	t.facts(g.Designation)
	t.marking(false)
	if g.Annex != nil {
		t.annex()
	}
	_, err := io.WriteString(w, t.out.String())
	return err
}

// A writer is a text under way.
type writer struct {
	*galley.Galley
	out   strings.Builder
	tight bool // the next block follows without a blank line
}

// block begins a block: a blank line stands before it.
func (t *writer) block() {
	if t.out.Len() > 0 && !t.tight {
		t.out.WriteByte('\n')
	}
	t.tight = false
}

// line writes a line without the spaces at its end. The fixed spaces have done
// their work when the lines are divided.
func (t *writer) line(s string) {
	t.out.WriteString(strings.TrimRight(strings.ReplaceAll(s, "\u00A0", " "), " "))
	t.out.WriteByte('\n')
}

// hang writes a text whose first line begins with mark, and the others with
// as many spaces as that has columns.
func (t *writer) hang(mark, text string) {
	indent := strings.Repeat(" ", textColumns(mark))
	for i, l := range wrap(text, Measure-len(indent)) {
		if i > 0 {
			mark = indent
		}
		t.line(mark + isolate(l))
	}
}

func (t *writer) paragraph(text string) {
	if text != "" {
		t.block()
		t.hang("", text)
	}
}

func (t *writer) remarks(facts []galley.Fact) {
	for _, f := range facts {
		t.remark(f)
	}
}

// remark writes a label, with a colon if it has none, and the value.
func (t *writer) remark(f galley.Fact) {
	t.paragraph(strings.TrimSuffix(f.Label, ":") + ": " + f.Value)
}

// marking writes the marking in the middle of a line and the label of the
// Traffic Light Protocol at its end or, where they have no room beside each
// other, on a line further out.
func (t *writer) marking(above bool) {
	m := t.Marking
	if m.IsEmpty() {
		return
	}
	t.block()
	label := strings.Repeat(" ", max(Measure-textColumns(m.TLP), 0)) + m.TLP
	side := (Measure - textColumns(m.Text)) / 2
	if m.Text != "" && side >= textColumns(m.TLP)+2 {
		line := strings.Repeat(" ", side) + isolate(m.Text)
		if m.TLP != "" {
			line += strings.Repeat(" ", Measure-side-textColumns(m.Text)-textColumns(m.TLP)) + m.TLP
		}
		t.line(line)
		return
	}
	if above && m.TLP != "" {
		t.line(label)
	}
	if m.Text != "" {
		for _, l := range wrap(m.Text, Measure) {
			t.line(strings.Repeat(" ", (Measure-textColumns(l))/2) + isolate(l))
		}
	}
	if !above && m.TLP != "" {
		t.line(label)
	}
}

// annex writes the second page.
func (t *writer) annex() {
	a := t.Annex
	t.marking(true)
	t.heading(a.Title, "=")
	t.paragraph(a.Page)
	for i := range a.Parts {
		t.part(&a.Parts[i])
	}
	t.remarks(a.Remarks)
	t.marking(false)
}

// heading writes a text underlined with a character.
func (t *writer) heading(text, rule string) {
	t.block()
	widest := 0
	for _, l := range wrap(text, Measure) {
		t.line(isolate(l))
		widest = max(widest, textColumns(l))
	}
	t.line(strings.Repeat(rule, widest))
}

// facts writes facts with their values below each other.
func (t *writer) facts(facts []galley.Fact) {
	if len(facts) == 0 {
		return
	}
	t.block()
	widest := 0
	for _, f := range facts {
		widest = max(widest, min(textColumns(f.Label), Measure/3))
	}
	for _, f := range facts {
		if n := textColumns(f.Label); n <= widest {
			t.hang(f.Label+strings.Repeat(" ", widest-n+2), f.Value)
			continue
		}
		t.hang("", f.Label)
		t.hang(strings.Repeat(" ", widest+2), f.Value)
	}
}

func (t *writer) part(p *galley.Part) {
	title := inline(p.Title)
	if p.Aside != "" {
		title += " (" + p.Aside + ")"
	}
	if title != "" {
		t.heading(title, "-")
		t.tight = true
	}
	for _, b := range p.Blocks {
		switch b := b.(type) {
		case galley.Paragraph:
			t.paragraph(inline(b.Text))
		case galley.List:
			t.block()
			for i, item := range b.Items {
				mark := "- "
				if b.Marks != nil {
					mark = b.Marks[i] + " "
				}
				t.hang(mark, inline(item))
			}
		case galley.Fact:
			t.remark(b)
		case galley.Endnotes:
			t.block()
			for _, src := range b.Sources {
				t.hang("["+strconv.Itoa(src.Number)+"] ", src.Title+src.Rest)
			}
		case galley.Table:
			t.table(b)
		}
	}
	t.tight = false
}

// inline returns a text with the numbers of its sources and its flags.
func inline(t galley.Text) string {
	s := t.Words
	if len(t.Cites) > 0 {
		numbers := make([]string, len(t.Cites))
		for i, n := range t.Cites {
			numbers[i] = strconv.Itoa(n)
		}
		// A fixed space: the numbers stay with the last word.
		s += "\u00A0[" + strings.Join(numbers, ",\u00A0") + "]"
	}
	if t.Flags != "" {
		s += " (" + t.Flags + ")"
	}
	return s
}

// isolate keeps a line or cell that has letters from right to left from
// reordering what stands beside it (UAX 9, first strong isolate). No text of a
// galley has direction marks of its own.
func isolate(s string) string {
	if galley.HasRTL(s) {
		return "\u2068" + s + "\u2069"
	}
	return s
}

func (t *writer) sources() {
	if len(t.Sources) == 0 {
		return
	}
	t.heading(t.SourcesTitle, "-")
	if t.SourcesNote != "" {
		t.hang("", t.SourcesNote)
	}
	for i := range t.Sources {
		src := &t.Sources[i]
		mark := "[" + strconv.Itoa(src.Number) + "] "
		t.hang(mark, src.Title+src.Rest)
		if src.URL != "" {
			t.line(strings.Repeat(" ", len(mark)) + src.URL)
		}
	}
}
