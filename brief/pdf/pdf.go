// Package pdf writes a finished page as a PDF file that is PDF/UA-1 (ISO
// 14289-1, accessible) and PDF/A-3a (ISO 19005-3, archival) at once.
//
// Package fpdf draws the page; what it drew is read back, and every object of
// the file around it is written here, since fpdf has no tags and no exact
// fonts. The same page and the same [Meta] give the same bytes.
//
// Start with [Write].
package pdf

import (
	"io"
	"time"

	"readahead/brief/layout"
)

// Meta is what a file says about itself. Empty fields are left out.
type Meta struct {
	Title       string // empty: the page's
	Author      string
	Subject     string
	Keywords    string
	Creator     string // the program that the document was made with
	Producer    string // the program that wrote the file
	Date        time.Time
	Attachments []Attachment
}

// An Attachment is a file inside the file.
type Attachment struct {
	Name         string // unique in the file
	MIME         string // "application/json"
	Description  string
	Relationship string // to the document: "Source", "Data", "Supplement", …; see ISO 19005-3, 6.8
	Data         []byte
}

// Write writes p to w as a PDF file. It fails if p is not well formed: a face
// that package font lacks, a structure tree that is none, places far off the
// page; or if w fails.
func Write(w io.Writer, p layout.Page, m Meta) error {
	if err := check(p, m); err != nil {
		return err
	}
	d, err := draw(p)
	if err != nil {
		return err
	}
	title := m.Title
	if title == "" {
		title = p.Title
	}
	m.Title = info(title)
	if m.Title == "" {
		m.Title = "Untitled"
	}
	f := newFile(len(p.Elements))
	f.writeDocument(p, m, d)
	_, err = w.Write(f.finish())
	return err
}
