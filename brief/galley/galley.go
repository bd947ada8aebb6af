// Package galley lays a brief out as running text in one column, before any
// page is made of it: the content that HTML, Markdown, plain text and Word
// files are written from. Printers call the long proofs that were pulled
// before a text was divided into pages galleys.
//
// Start with [Set]. A galley says the same as the page of the same brief: the
// same texts in the same words and order, with the same numbers and flags.
// All its texts are printable (see layout.Printable): one line each, valid
// UTF-8, without controls and direction marks. None of them is markup.
package galley

import (
	"slices"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// A Galley is a brief as running text.
type Galley struct {
	Lang    string // BCP 47, or empty
	Title   string
	Author  string
	AsOf    doc.Date
	Paper   Paper
	Columns int     // of the body: 1 or 2
	Marking Marking // above and below everything

	// The head. Some templates have facts above the title, and a label before
	// that.
	Kicker     string
	Above      []Fact
	TitleLabel string
	Purpose    string
	Facts      []Fact

	Top  []Part // across the page
	Body []Part // in the columns

	// The foot: the endnotes with their heading and what the grades mean; above
	// and below them what is to be said of the sources together, what changed,
	// what was left out; and the designation of controlled information.
	Before                    []Fact
	SourcesTitle, SourcesNote string
	Sources                   []Source
	Remarks                   []Fact
	Designation               []Fact

	Annex    *Annex // the second page, or nil
	Counting Counting
}

// An Annex is a second page. The marking stands above and below it, too.
type Annex struct {
	Title   string // again that of the galley
	Page    string // which page it is
	Parts   []Part
	Remarks []Fact // what had no room on it
}

// A Marking is how a page is to be handled.
type Marking struct {
	Text  string // or empty
	TLP   string // label of the Traffic Light Protocol, with "TLP:", or empty
	Color string // of the label, on black: six hexadecimal digits
}

// IsEmpty reports whether there is no marking.
func (m Marking) IsEmpty() bool { return m.Text == "" && m.TLP == "" }

// Counting says how the items of counted lists are counted: what stands before
// and behind a number or a small letter. Of none, the zero value, nothing is
// counted.
type Counting struct {
	Counted, Letters bool
	Before, Behind   string
}

// Paper is the size of a sheet with the margin at its sides, in points.
type Paper struct{ Width, Height, Side float64 }

// A Fact is a short text with a label.
type Fact struct{ Label, Value string }

// A Part is a heading and what stands below it. One without a title has
// blocks only.
type Part struct {
	Kind   Kind
	Title  Text
	Short  string // its number, or else its title, to refer to it
	Aside  string // beside the title: how many of the items that were found are here
	Blocks []Block
}

// A Kind says what a part is for.
type Kind string

// The kinds of parts.
const (
	Objectives Kind = "objectives"
	BottomLine Kind = "bottom-line"
	Asks       Kind = "asks"
	Section    Kind = "section"
	Tasks      Kind = "tasks"
	Tracker    Kind = "tracker"
	Remark     Kind = "remark"
	Talking    Kind = "talking-points"
	Notes      Kind = "all-sources"
)

// A Block is a [Paragraph], a [List], a [Table], a [Fact] or [Endnotes].
type Block interface{ block() }

// A Paragraph is running text.
type Paragraph struct {
	Text  Text
	Quiet bool // it is said in place of content
}

// A List is texts of equal rank.
type List struct {
	Items []Text
	Marks []string // that count the items; nil: they are not counted
}

// A Table has as many cells in each row as in Head. Of a row the first cell
// is the heading.
type Table struct {
	Caption string // says what the table is to those who cannot see where it stands
	Head    []string
	Rows    [][]Text
	Checks  bool   // the rows are things to do and to tick off
	Done    []bool // of such rows, which are ticked off; nil: none
}

// IsDone reports whether a row is ticked off.
func (t Table) IsDone(row int) bool { return row < len(t.Done) && t.Done[row] }

// Endnotes are sources in a part of their own, with their addresses in the
// text.
type Endnotes struct{ Sources []Source }

// A Text is words with the numbers of the sources that say them and the
// cautions about them.
type Text struct {
	Words string
	Cites []int  // ascending
	Flags string // or empty
}

// A Source is an endnote.
type Source struct {
	Number int
	Title  string
	Rest   string // publisher, date and grade with the commas before them
	URL    string // http or https, or empty
}

func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Fact) block()      {}
func (Endnotes) block()  {}

// Find returns the index of the endnote of that number, which is above 0, or -1.
// Numbers that stand for no source, or for two, can occur in briefs that a
// program has put together; all sources are written, the first is cited.
func (g *Galley) Find(number int) int {
	for i := range g.Sources {
		if number > 0 && g.Sources[i].Number == number {
			return i
		}
	}
	return -1
}

// Parts returns all parts, those of the second page behind the others.
func (g *Galley) Parts() []*Part {
	var out []*Part
	lists := [][]Part{g.Top, g.Body}
	if g.Annex != nil {
		lists = append(lists, g.Annex.Parts)
	}
	for _, list := range lists {
		for i := range list {
			out = append(out, &list[i])
		}
	}
	return out
}

// InAnnex reports whether a source has its endnote on the second page only.
func (g *Galley) InAnnex(number int) bool {
	if g.Annex == nil || g.Find(number) >= 0 {
		return false
	}
	for i := range g.Annex.Parts {
		for _, b := range g.Annex.Parts[i].Blocks {
			if notes, ok := b.(Endnotes); ok && slices.ContainsFunc(notes.Sources, func(s Source) bool { return s.Number == number }) {
				return number > 0
			}
		}
	}
	return false
}

// RTL reports whether the galley's language is written from right to left.
func (g *Galley) RTL() bool { return isRTLLanguage(g.Lang) }

// Stretches divides a text where it is in another language than the galley.
func (g *Galley) Stretches(text string) []layout.Stretch { return layout.Stretches(g.Lang, text) }

// Subtitle is what is said of the galley in one line, for metadata.
func (g *Galley) Subtitle() string {
	if g.Purpose != "" {
		return g.Purpose
	}
	return g.Kicker
}
