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

import "readahead/brief/doc"

// A Galley is a brief as running text.
type Galley struct {
	Lang    string // BCP 47, or empty
	Title   string
	Author  string
	AsOf    doc.Date
	Paper   Paper
	Marking string // above and below everything

	Kicker  string // above the title
	Purpose string // below it
	Facts   []Fact
	Parts   []Part

	// The endnotes: their heading, what the grades mean, and the sources.
	SourcesTitle, SourcesNote string
	Sources                   []Source

	Remarks []Fact // on the sources together, what changed, what was left out
}

// Paper is the size of a sheet with the margin at its sides, in points.
type Paper struct{ Width, Height, Side float64 }

// A Fact is a short text with a label.
type Fact struct {
	Label, Value string
	Basis        bool // it says what the page rests on, and how many sources that is
}

// A Part is a heading and what stands below it.
type Part struct {
	Kind   Kind
	Number int // of a section, from 1; else 0
	Title  Text
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
	Tracker    Kind = "tracker"
)

// A Block is a [Paragraph], a [List] or a [Table].
type Block interface{ block() }

// A Paragraph is running text.
type Paragraph struct {
	Text  Text
	Quiet bool // it is said in place of content
}

// A List is texts of equal rank.
type List struct{ Items []Text }

// A Table has as many cells in each row as in Head. Of a row the first cell
// is the heading.
type Table struct {
	Caption string // says what the table is to those who cannot see where it stands
	Head    []string
	Rows    [][]Text
	Checks  bool // the rows are things to do and to tick off
}

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

// RTL reports whether the galley's language is written from right to left.
func (g *Galley) RTL() bool { return isRTLLanguage(g.Lang) }

// Subtitle is what is said of the galley in one line, for metadata.
func (g *Galley) Subtitle() string {
	if g.Purpose != "" {
		return g.Purpose
	}
	return g.Kicker
}
