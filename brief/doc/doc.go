// Package doc defines the text model that every stage shares.
//
// Its types hold data only and are not changed once returned: a stage that
// wants something different returns a new value. Text never loses its place:
// [Text] knows for each of its bytes which bytes of the file it stands for.
package doc

import "sort"

// A Range is a half-open range of byte offsets into one file as it lies on
// disk, whatever its encoding.
type Range struct{ Start, End int }

// A Span is a Range of a named file.
type Span struct {
	File  string
	Start int
	End   int
}

// A Document is one source, read and, further down the way, cleaned.
type Document struct {
	File     string // as it was named on the command line or in the config
	Format   Format
	Encoding string // "utf-8", "utf-16le", "utf-16be", "windows-1252"
	SHA256   string // of the file as it lies on disk, hex
	Size     int    // of the file, bytes
	Lines    []int  // byte offset in the file of the start of each line

	Title  Text
	Lang   string // BCP 47, as the document declares it, or empty
	Meta   Meta
	Blocks []Block

	Cleaned  bool      // by package clean: cleaning it again changes nothing
	Dropped  []Dropped // what the passes took out, in order of removal
	Warnings []Warning // what the reader of the briefing's maker should know
}

// A Format is the notation a document is written in.
type Format string

// The formats that ingest reads.
const (
	PlainText Format = "text"
	Markdown  Format = "markdown"
	HTML      Format = "html"
)

// Meta is what the document's markup (front matter, HTML meta elements, mail
// headers) says about it. Empty fields are unknown.
type Meta struct {
	Title     string
	Publisher string
	Author    string
	URL       string
	Published Date
}

// Dropped is text that a pass took out of the document.
type Dropped struct {
	Text   Text
	Reason string // in a few words: "shortcode", "page furniture", "repeat"
	Of     Range  // for a repeat: where the text that stays stands
}

// A Warning is something odd in a document that did not stop its reading.
type Warning struct {
	At   int // byte offset in the file, or -1
	Text string
	Hint string // what to do about it, or empty
}

// A Block is a [Lines], [Heading], [Paragraph], [List] or [Table].
type Block interface{ block() }

// Lines are the lines of a plain-text block (what stands between two blank
// lines) whose kind is not yet known. Cleaning leaves none of them.
type Lines struct{ Lines []Text }

// A Heading is a title inside the document. Level 1 is the highest; plain
// text gives no levels and has 2.
type Heading struct {
	Text    Text
	Level   int
	Context Context
}

// A Paragraph is running text without line breaks.
type Paragraph struct {
	Text    Text
	Context Context
}

// A List is a run of bulleted or numbered items, without their marks.
type List struct {
	Items   []Text
	Ordered bool
	Context Context
}

// A Table is a grid of cells. Every row has as many cells as Header; cells
// that the source lacks are empty.
type Table struct {
	Header  []Text
	Rows    [][]Text
	Context Context
}

// Context is what the markup around a block says about it. It is zero where
// there is no markup.
type Context struct {
	Path   string // element names and classes, outermost first: "body div.teaser p"
	Linked int    // how many bytes of the block's text stand in hyperlinks
}

func (Lines) block()     {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}

// Texts returns the texts of b in reading order: of a table the header's
// cells first, then each row's.
func Texts(b Block) []Text {
	switch b := b.(type) {
	case Lines:
		return b.Lines
	case Heading:
		return []Text{b.Text}
	case Paragraph:
		return []Text{b.Text}
	case List:
		return b.Items
	case Table:
		out := append([]Text(nil), b.Header...)
		for _, row := range b.Rows {
			out = append(out, row...)
		}
		return out
	}
	return nil
}

// Line returns the number, from 1, of the line that holds byte offset at of
// the file; 0 if at is negative.
func (d Document) Line(at int) int {
	if at < 0 {
		return 0
	}
	return sort.Search(len(d.Lines), func(i int) bool { return d.Lines[i] > at })
}

// Repeats returns the places where the text at r stands again in the file, as
// the passes found and dropped them.
func (d Document) Repeats(r Range) []Range {
	var out []Range
	for _, x := range d.Dropped {
		if x.Of.Start < x.Of.End && x.Of.Start <= r.Start && r.End <= x.Of.End {
			out = append(out, x.Text.Bounds())
		}
	}
	return out
}
