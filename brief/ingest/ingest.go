// Package ingest reads source files: bytes in any of the usual encodings and
// formats become a [doc.Document] whose every character knows the bytes of the
// file that it stands for.
//
// [Parse] is the whole of it and a pure function; [Files] and [ReadFile] find
// the files and read them. What ingest does is told by its file names: first
// the bytes are decoded, then characters are mended (mojibake, entities, odd
// spaces, control codes), then the notation is taken apart: plain text into
// blocks of lines, Markdown and HTML into headings, paragraphs, lists and
// tables. It keeps every word a reader of the source would see, menus and all;
// to tell the article from its surroundings is the work of package clean.
package ingest

import (
	"crypto/sha256"
	"encoding/hex"

	"readahead/brief/doc"
)

// Parse reads a document from data, the content of the named file. The name
// is kept for messages and its extension breaks ties between formats; the file
// itself is not touched. Markup and unseen text that Parse takes out is in the
// document's Dropped. The error, if any, is a [*doc.Error].
func Parse(file string, data []byte) (doc.Document, error) {
	if len(data) > MaxSize {
		return doc.Document{}, tooLarge(file)
	}
	bytes := censusOf(data)
	if err := refuse(data, bytes); err != nil {
		err.File = file
		return doc.Document{}, err
	}
	text, enc, warnings, err := decode(data, bytes)
	if err != nil {
		err.File = file
		return doc.Document{}, err
	}
	sum := sha256.Sum256(data)
	r := reader{
		file: file,
		doc: doc.Document{
			File:     file,
			Encoding: enc,
			SHA256:   hex.EncodeToString(sum[:]),
			Size:     len(data),
			Lines:    lineStarts(data, enc),
			Warnings: warnings,
		},
	}
	if enc != string(inUTF8) || len(warnings) > 0 { // decoding has changed them
		bytes = censusOf(text.String())
	}
	r.mend.bytes = *bytes
	r.read(r.mend.whole(text))
	r.doc.Dropped = append(r.mend.dropped, r.doc.Dropped...)
	r.doc.Warnings = append(r.doc.Warnings, r.mend.warnings()...)
	if !hasText(r.doc) {
		return doc.Document{}, &doc.Error{File: file, Msg: "has no text to read", Hint: noTextHint(r.doc)}
	}
	return r.doc, nil
}

// A reader takes the text of one file apart.
type reader struct {
	file string
	doc  doc.Document
	mend mender
}

// read fills in the document from the text of the file: what a mail or front
// matter says at its top, then the rest in its format.
func (r *reader) read(t doc.Text) {
	t = r.mailHeader(t)
	r.doc.Format = formatOf(r.file, t.String())
	switch r.doc.Format {
	case doc.HTML:
		r.readHTML(t)
	case doc.Markdown:
		r.readMarkdown(t)
	default:
		r.readPlain(t)
	}
}

// drop records t as taken out, unless nothing in it can be seen.
func (r *reader) drop(t doc.Text, reason string) {
	if t = t.TrimSpace(); t.Len() > 0 {
		r.doc.Dropped = append(r.doc.Dropped, doc.Dropped{Text: t, Reason: reason})
	}
}
