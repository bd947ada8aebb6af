package layout

import (
	"strconv"

	"readahead/brief/doc"
)

// This file says in the template's words what a message about an edition says
// around the briefing.

// MailSubjectOf returns the subject of the message about an edition. A label of
// the Traffic Light Protocol comes first (FIRST, TLP 2.0, "Usage": it should
// be in the subject line).
func (w *Words) MailSubjectOf(b *doc.Brief) string {
	pattern := w.MailSubject
	if b.AsOf.IsZero() {
		pattern = w.MailSubjectUndated
	}
	subject := fill(pattern, "title", b.Title, "n", strconv.Itoa(b.Edition), "date", w.date(b.AsOf))
	if label := TLPOf(b); label != "" {
		subject = label + " " + subject
	}
	return Printable(subject)
}

// MailChangesOf says what changed since the edition before, or nothing.
func (w *Words) MailChangesOf(b *doc.Brief) string {
	changes := Printable(b.Changes)
	if changes == "" {
		return ""
	}
	return w.ChangesLabel(b.Edition) + ": " + changes
}

// MailAttachedAs names the file that a message has with it.
func (w *Words) MailAttachedAs(file string) string { return fill(w.MailAttached, "file", file) }

// MailKeptAs says where the page is that a message would have been too large
// with.
func (w *Words) MailKeptAs(file string) string { return fill(w.MailApart, "file", file) }
