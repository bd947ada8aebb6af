package galley

import (
	"slices"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// Set lays out the brief in the words of a template.
func Set(b doc.Brief, w *layout.Words, p Paper) Galley {
	g := Galley{
		Lang: b.Lang, Author: printable(b.From), AsOf: b.AsOf, Paper: p,
		Title:   printable(b.Title),
		Marking: printable(b.Marking),
		Kicker:  printable(w.KickerFor(b.Kicker)),
		Purpose: printable(b.Purpose),
	}
	basis := w.BasisOf(&b)
	for _, f := range w.Facts(&b) {
		g.Facts = append(g.Facts, Fact{
			Label: printable(f.Label), Value: printable(f.Value), Basis: f == basis && len(b.Sources) > 0,
		})
	}
	g.points(Objectives, w.Objectives, b.Objectives)
	if b.BottomLine != nil {
		g.add(Part{Kind: BottomLine, Title: plain(w.BottomLine)}, Paragraph{Text: statement(w, b.BottomLine)})
	}
	g.points(Asks, w.Asks, b.Asks)
	for i := range b.Sections {
		g.section(w, i, &b.Sections[i])
	}
	for i := range b.Trackers {
		g.tracker(w, &b.Trackers[i])
	}
	g.sources(w, b.Sources)
	g.remark(w.Summary, b.Summary...)
	g.remark(w.ChangesLabel(b.Edition), b.Changes)
	g.remark(w.LeftOut, w.LeftOutOf(b.LeftOut))
	return g
}

// add appends a part with those of the blocks that have any text.
func (g *Galley) add(p Part, blocks ...Block) {
	for _, b := range blocks {
		empty := false
		switch b := b.(type) {
		case Paragraph:
			empty = b.Text.Words == "" && b.Text.Flags == ""
		case List:
			empty = len(b.Items) == 0
		case Table:
			empty = len(b.Rows) == 0 && (b.Checks || len(b.Head) == 0)
		}
		if !empty {
			p.Blocks = append(p.Blocks, b)
		}
	}
	g.Parts = append(g.Parts, p)
}

// points appends short texts under a label, if there are any.
func (g *Galley) points(kind Kind, title string, texts []string) {
	var list List
	for _, t := range texts {
		if t = printable(t); t != "" {
			list.Items = append(list.Items, Text{Words: t})
		}
	}
	if len(list.Items) > 0 {
		g.add(Part{Kind: kind, Title: plain(title)}, list)
	}
}

func (g *Galley) section(w *layout.Words, i int, s *doc.Section) {
	p := Part{Kind: Section, Number: i + 1, Title: plain(layout.HeadingOf(s)), Aside: printable(w.CountOf(s))}
	var items List
	for k := range s.Items {
		if t := statement(w, &s.Items[k]); t.Words != "" {
			items.Items = append(items.Items, t)
		}
	}
	tasks := Table{Caption: printable(layout.HeadingOf(s) + ": " + w.Todo), Checks: true}
	t := w.TasksOf(s.Tasks)
	tasks.Head = printables(t.Names)
	for r, row := range t.Rows {
		tasks.Rows = append(tasks.Rows, cells(row, len(row), t.Cited[r], s.Tasks[r].Citation))
	}
	if len(items.Items) == 0 && len(tasks.Rows) == 0 {
		g.add(p, Paragraph{Text: plain(w.EmptyOf(s)), Quiet: true})
		return
	}
	g.add(p, items, narrow(tasks))
}

func (g *Galley) tracker(w *layout.Words, tr *doc.Tracker) {
	p := Part{Kind: Tracker, Title: plain(tr.Title)}
	if p.Title.Words == "" {
		p.Title = plain(w.Tracker)
	}
	if tr.Citation > 0 {
		p.Title.Cites = []int{tr.Citation}
	}
	columns := len(tr.Header)
	for _, row := range tr.Rows {
		columns = max(columns, len(row))
	}
	t := Table{Caption: p.Title.Words, Head: printables(tr.Header)}
	t.Head = append(t.Head, make([]string, columns-len(t.Head))...)
	for _, row := range tr.Rows {
		t.Rows = append(t.Rows, cells(row, columns, -1, 0))
	}
	g.add(p, narrow(t))
}

func (g *Galley) sources(w *layout.Words, sources []doc.Source) {
	if len(sources) == 0 {
		return
	}
	g.SourcesTitle = printable(w.Sources)
	if slices.ContainsFunc(sources, func(s doc.Source) bool { return s.Grade != "" }) {
		g.SourcesNote = printable(w.Grades)
	}
	for i := range sources {
		title, rest := w.SourceOf(&sources[i])
		g.Sources = append(g.Sources, Source{
			Number: sources[i].Citation, Title: printable(title), Rest: behind(rest), URL: webAddress(sources[i].URL),
		})
	}
}

// behind returns a printable text that follows another: the space that it may
// begin with stays.
func behind(s string) string {
	if s != "" && s[0] == ' ' {
		return " " + printable(s)
	}
	return printable(s)
}

// remark appends texts under a label, if there are any.
func (g *Galley) remark(label string, texts ...string) {
	f := Fact{Label: printable(label)}
	for _, t := range texts {
		if t = printable(t); t != "" && f.Value != "" {
			f.Value += " " + t
		} else {
			f.Value += t
		}
	}
	if f.Value != "" {
		g.Remarks = append(g.Remarks, f)
	}
}

// printable returns s as a page draws it, with U+FFFD for noncharacters, which
// neither HTML nor XML can hold.
func printable(s string) string {
	s = layout.Printable(s)
	if strings.IndexFunc(s, isNoncharacter) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isNoncharacter(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// isNoncharacter reports whether r is one of the 66 that Unicode keeps for the
// inside of programs.
func isNoncharacter(r rune) bool { return 0xFDD0 <= r && r <= 0xFDEF || r&0xFFFE == 0xFFFE }

func plain(s string) Text { return Text{Words: printable(s)} }

func printables(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = printable(t)
	}
	return out
}

func statement(w *layout.Words, it *doc.Item) Text {
	return Text{
		Words: printable(it.Text), Cites: layout.Citations(it), Flags: printable(w.FlagsOf(it.Flags)),
	}
}

// cells returns a row of n cells, of which one cites a source.
func cells(row []string, n, cited, citation int) []Text {
	out := make([]Text, n)
	for c, text := range row {
		out[c] = plain(text)
	}
	if citation > 0 && cited >= 0 && cited < n {
		out[cited].Cites = []int{citation}
	}
	return out
}
