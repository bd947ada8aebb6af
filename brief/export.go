package brief

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/docx"
	"readahead/brief/galley"
	"readahead/brief/html"
	"readahead/brief/layout"
	"readahead/brief/markdown"
	"readahead/brief/plaintext"
)

// A Format is a form in which a briefing is written.
type Format string

// The formats. PDF is the page itself; the others have the same content as
// running text.
const (
	PDF      Format = "pdf"
	HTML     Format = "html" // one file that loads nothing
	Markdown Format = "md"   // CommonMark with pipe tables
	Text     Format = "text" // lines of at most 72 columns, as for an e-mail
	DOCX     Format = "docx" // Office Open XML, for Word and LibreOffice
)

// Formats returns all formats.
func Formats() []Format { return []Format{PDF, HTML, Markdown, Text, DOCX} }

// Extension returns what the name of a file of the format ends with: ".html".
func (f Format) Extension() string {
	if f == Text {
		return ".txt"
	}
	return "." + string(f)
}

// Export returns the briefing in a format. All formats have the items,
// numbers, flags and sources of r.Brief, which are those of the page; the same
// result gives the same bytes.
func (r *Result) Export(f Format) ([]byte, error) {
	var write func(io.Writer, galley.Galley) error
	switch f {
	case PDF:
		return r.PDF, nil
	case HTML:
		write = html.Write
	case Markdown:
		write = markdown.Write
	case Text:
		write = plaintext.Write
	case DOCX:
		write = docx.Write
	default:
		return nil, &doc.Error{Msg: fmt.Sprintf("unknown format %q", f), Hint: "the formats are " + formatNames()}
	}
	if r.setter == nil {
		return nil, &doc.Error{Msg: "there is no briefing to export", Hint: "Build makes one"}
	}
	var b bytes.Buffer
	err := write(&b, galley.Set(r.Brief, r.second, r.setter))
	return b.Bytes(), err
}

// Words returns the words of the template that the briefing was set with, for
// what is said of it elsewhere.
func (r *Result) Words() *layout.Words { return r.setter.Words() }

func formatNames() string {
	var names []string
	for _, f := range Formats() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}
