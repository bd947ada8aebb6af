// Package pdf writes finished pages as a PDF file that is PDF/UA-1 (ISO
// 14289-1, accessible) and PDF/A-3a (ISO 19005-3, archival) at once.
//
// Package fpdf draws the pages; what it drew is read back, and every object of
// the file around it is written here, since fpdf has no tags and no exact
// fonts. The same pages and the same [Meta] give the same bytes.
//
// Start with [Write].
package pdf

import (
	"cmp"
	"io"
	"time"

	"readahead/brief/layout"
)

// Meta is what a file says about itself. Empty fields are left out.
type Meta struct {
	Title       string // empty: the first page's
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

// Write writes pages to w as one PDF file. Their structure trees become one,
// whose Document holds what is in theirs in the order of the pages; its
// language is that of the first page. Write fails if a page is not well formed
// (a run without a face, a structure tree that is none, places far off the
// page), if two elements of the file have one ID, or if w fails.
func Write(w io.Writer, pages []layout.Page, m Meta) error {
	if err := check(pages, m); err != nil {
		return err
	}
	m.Title = info(cmp.Or(m.Title, pages[0].Title))
	if m.Title == "" {
		m.Title = "Untitled"
	}
	f := newFile(pages)
	attached := f.packAttachments(m) // while the pages are drawn
	d, err := draw(pages)
	if err != nil {
		f.work.Wait()
		return err
	}
	f.writeDocument(pages, m, d, attached)
	_, err = w.Write(f.finish())
	return err
}
