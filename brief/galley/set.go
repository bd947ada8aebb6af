package galley

import (
	"slices"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// A Second is what is on a second page.
type Second struct {
	Annex doc.Annex
	Left  []layout.Unit // what had no room on it
}

// Set lays out the brief, and what is on a second page if there is one, in
// the words and the order of the setter's template.
func Set(b doc.Brief, second *Second, s *layout.Setter) Galley {
	w := s.Words()
	form, columns := s.Form()
	width, height, side := s.Paper()
	g := Galley{
		Lang: b.Lang, Title: printable(b.Title), Author: printable(b.From), AsOf: b.AsOf, Columns: columns,
		Paper:   Paper{width.Points(), height.Points(), side.Points()},
		Marking: markingOf(&b), Purpose: printable(b.Purpose),
		Counting: countingOf(w.Bullet),
	}
	g.head(w, form.Head, &b)
	t := setter{w: w, brief: &b, counted: g.Counting.Counted}
	t.allTasks = slices.Contains(form.Top, layout.AllTodoBlock) || slices.Contains(form.Body, layout.AllTodoBlock)
	for _, block := range form.Top {
		t.block(&g.Top, block)
	}
	for _, block := range form.Body {
		t.block(&g.Body, block)
	}
	g.foot(w, form.Foot, &b)
	if second != nil {
		g.Annex = t.annex(second)
	}
	return g
}

func markingOf(b *doc.Brief) Marking {
	m := Marking{Text: printable(layout.MarkingOf(b)), TLP: printable(layout.TLPOf(b))}
	if m.TLP != "" {
		m.Color = hex(layout.TLPColor(b.TLP))
	}
	return m
}

// countingOf returns how a template's bullet counts. One that does not is no
// counting.
func countingOf(bullet string) Counting {
	if before, behind, ok := strings.Cut(bullet, "{a}"); ok {
		return Counting{true, true, printable(before), printable(behind)}
	}
	if before, behind, ok := strings.Cut(bullet, "{n}"); ok {
		return Counting{true, false, printable(before), printable(behind)}
	}
	return Counting{}
}

// hex returns a colour as six hexadecimal digits.
func hex(c layout.Color) string {
	const digits = "0123456789ABCDEF"
	var b [6]byte
	for i := range b {
		b[5-i] = digits[c>>(4*i)&15]
	}
	return string(b[:])
}

// head sets what stands above the parts.
func (g *Galley) head(w *layout.Words, form string, b *doc.Brief) {
	if form == "memo" {
		above, below := w.MemoFacts(b)
		g.Above, g.TitleLabel, g.Facts = facts(above), printable(w.Subject), facts(below)
		return
	}
	g.Kicker = printable(w.KickerFor(b.Kicker))
	g.Facts = facts(w.Facts(b))
}

// facts returns facts that can be printed.
func facts(all []layout.Fact) (out []Fact) {
	for _, f := range all {
		out = append(out, Fact{Label: printable(f.Label), Value: printable(f.Value)})
	}
	return out
}

// foot sets what stands below the parts.
func (g *Galley) foot(w *layout.Words, blocks layout.Blocks, b *doc.Brief) {
	above := slices.Contains(blocks, layout.SourcesBlock) // which are still to come
	remark := func(f Fact, ok bool) {
		switch {
		case ok && above:
			g.Before = append(g.Before, f)
		case ok:
			g.Remarks = append(g.Remarks, f)
		}
	}
	for _, block := range blocks {
		switch block {
		case layout.SourcesBlock:
			g.sources(w, b.Sources)
			above = false
		case layout.SummaryBlock:
			remark(about(w.Summary, b.Summary...))
		case layout.ChangesBlock:
			remark(about(w.ChangesLabel(b.Edition), b.Changes))
		case layout.LeftOutBlock:
			remark(about(w.LeftOut, w.LeftOutOf(b.LeftOut)))
		}
	}
	g.Designation = facts(w.DesignationOf(b.CUI))
}

// about returns texts under a label, and whether there are any.
func about(label string, texts ...string) (Fact, bool) {
	f := Fact{Label: printable(label)}
	for _, t := range texts {
		if t = printable(t); t != "" && f.Value != "" {
			f.Value += " " + t
		} else {
			f.Value += t
		}
	}
	return f, f.Value != ""
}
