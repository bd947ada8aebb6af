package layout

import (
	"slices"
	"strconv"
	"strings"

	"readahead/brief/doc"
)

// This file says in words what a brief says in values, for the page and for
// the outputs beside it. Facts and TasksOf list in one column what the page
// places in its own way; a test of package brief counts the letters of both.

// Words returns the template's words.
func (s *Setter) Words() *Words { return &s.template.Words }

// Template returns the template.
func (s *Setter) Template() Template { return s.template }

// Form returns what the template puts where, and in how many columns.
func (s *Setter) Form() (a *Arrangement, columns int) {
	return &s.template.Arrange, int(s.template.Grid.Columns)
}

// Paper returns the size of the paper and the margin at its sides.
func (s *Setter) Paper() (width, height, side Length) {
	return s.paper.width, s.paper.height, s.template.Grid.Side
}

// A Fact is a line about the meeting or about the page: "Where", "Tokyo".
type Fact struct{ Label, Value string }

// Facts returns the facts that the brief gives, in order.
func (w *Words) Facts(b *doc.Brief) []Fact {
	all := [...]Fact{
		{w.Meeting, b.With},
		{w.Attendees, strings.Join(b.Attendees, ", ")},
		{w.When, w.when(b.At, b.Minutes)},
		{w.Where, b.Place},
		{w.From, b.From},
		w.BasisOf(b),
	}
	return slices.DeleteFunc(all[:], func(f Fact) bool { return Printable(f.Value) == "" })
}

// MemoFacts returns the facts of the head of a memorandum, which stand above
// the subject and below it.
func (w *Words) MemoFacts(b *doc.Brief) (above, below []Fact) {
	above = []Fact{{w.MemoFor, b.Kicker}, {w.From, b.From}}
	below = []Fact{
		w.BasisOf(b),
		{w.Meeting, b.With},
		{w.Attendees, strings.Join(b.Attendees, ", ")},
		{w.When, w.when(b.At, b.Minutes)},
		{w.Where, b.Place},
	}
	empty := func(f Fact) bool { return Printable(f.Value) == "" }
	return slices.DeleteFunc(above, empty), slices.DeleteFunc(below, empty)
}

// BasisOf says what the page rests on: its date, its sources, its edition.
func (w *Words) BasisOf(b *doc.Brief) Fact {
	f := Fact{Label: w.AsOf}
	if b.AsOf.IsZero() {
		f.Label = w.Basis
	}
	var parts []string
	if !b.AsOf.IsZero() {
		parts = append(parts, w.date(b.AsOf))
	}
	if n := len(b.Sources); n > 0 {
		parts = append(parts, number(n, w.SourceCountOne, w.SourceCount))
	}
	if b.Edition > 0 {
		parts = append(parts, fill(w.Edition, "n", strconv.Itoa(b.Edition)))
	}
	f.Value = strings.Join(parts, w.BetweenFacts)
	return f
}

// KickerFor says whom the page is for, or nothing.
func (w *Words) KickerFor(name string) string { return w.kicker(name) }

// HeadingOf returns the title of a section, or its identifier if the title
// prints nothing: a heading that says nothing is none.
func HeadingOf(s *doc.Section) string {
	if Printable(s.Title) == "" {
		return s.ID
	}
	return s.Title
}

// CountOf says how many of a section's items are on the page.
func (w *Words) CountOf(s *doc.Section) string {
	n, m := len(s.Items), s.Available
	switch {
	case m == 0 && n == 0:
		return ""
	case n >= m:
		return number(n, w.CountOne, w.CountAll)
	}
	return fill(w.Count, "n", strconv.Itoa(n), "m", strconv.Itoa(m))
}

// EmptyOf says of a section that there is nothing under its heading.
func (w *Words) EmptyOf(s *doc.Section) string {
	if len(s.Tasks) > 0 {
		return w.EmptyTodo // which stand elsewhere
	}
	if s.Available > 0 {
		return w.EmptyHere
	}
	return w.Empty
}

// FlagsOf returns what is printed of an item's cautions.
func (w *Words) FlagsOf(flags []doc.Flag) string {
	var texts []string
	for _, f := range flags {
		if text := w.flag(f); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, w.BetweenFlags)
}

func (w *Words) flag(f doc.Flag) string {
	kind := string(f.Kind)
	switch f.Kind {
	case doc.Dated:
		kind = "" // the note is the date
	case doc.Stale:
		kind = w.Stale
	case doc.Undated:
		kind = w.Undated
	case doc.Conflict:
		kind = w.Conflict
	case doc.Garbled:
		kind = w.Garbled
	}
	switch {
	case f.Note == "" || f.Note == kind:
		return kind
	case kind == "" || strings.HasPrefix(f.Note, kind):
		return f.Note
	}
	return fill(w.Flag, "kind", kind, "note", f.Note)
}

// Citations returns the numbers of the sources of an item in order, each once.
func Citations(it *doc.Item) []int { return citations(it) }

// SourceOf returns what an endnote says: the source's title, and behind it the
// publisher, date and grade as far as they are known.
func (w *Words) SourceOf(src *doc.Source) (title, rest string) {
	title, parts, grade := w.sourceOf(src)
	for _, part := range parts {
		rest += part
	}
	if grade != "" {
		rest += " " + grade
	}
	return title, rest
}

// sourceOf is SourceOf in parts, the publisher and the date each with the comma
// before it.
func (w *Words) sourceOf(src *doc.Source) (title string, parts []string, grade string) {
	title = src.Title
	if Printable(title) == "" {
		title = src.File
	}
	date := w.date(src.Published)
	if date == "" {
		date = w.NoDate
	}
	for _, part := range []string{src.Publisher, date} {
		if part != "" {
			parts = append(parts, ", "+part)
		}
	}
	if src.Grade != "" {
		grade = fill(w.Grade, "grade", src.Grade)
	}
	return title, parts, grade
}

// SectionTitle returns the heading of the i-th section.
func (w *Words) SectionTitle(i int, title string) string {
	return fill(w.Section, "n", strconv.Itoa(i+1), "a", letters(i), "title", title)
}

// PageOfPages says which of the pages one is, from 1.
func (w *Words) PageOfPages(n, of int) string {
	return fill(w.PageOf, "n", strconv.Itoa(n), "m", strconv.Itoa(of))
}

// LeftOutOf says that n items were left out, or nothing if none was.
func (w *Words) LeftOutOf(n int) string {
	if n <= 0 {
		return ""
	}
	return number(n, w.LeftOutOne, w.LeftOutItems)
}
