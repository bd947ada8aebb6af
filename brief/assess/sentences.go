package assess

import (
	"strings"

	"readahead/brief/doc"
	"readahead/brief/segment"
)

// sentences cuts the paragraphs and list items of d, the document with index
// n, into sentences, and appends them and d's tables to a.
func (a *Assessment) sentences(d doc.Document, n int) {
	heading := ""
	index := 0
	add := func(t doc.Text, block, item int, lead string) {
		for _, s := range segment.Sentences(t) {
			a.Sentences = append(a.Sentences, doc.Sentence{
				Text: s, Doc: n, Block: block, Item: item, Index: index,
				Heading: heading, Lead: lead,
			})
			index++
		}
	}
	tasks := newChecklist(d)
	flush := func() {
		if t, ok := tasks.flush(); ok {
			t.Doc, t.Heading = n, heading
			a.Tables = append(a.Tables, t)
		}
	}
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Heading:
			flush()
			heading = b.Text.String()
		case doc.Paragraph:
			if !tasks.take(i, b.Text, a.last(n)) {
				add(b.Text, i, -1, "")
			}
		case doc.Lines:
			for _, t := range b.Lines {
				if !tasks.take(i, t, a.last(n)) {
					add(t, i, -1, "")
				}
			}
		case doc.List:
			lead := a.lead(n, i)
			if !introduces(lead) {
				lead = ""
			}
			for k, t := range b.Items {
				if !tasks.take(i, t, a.last(n)) {
					add(t, i, k, lead)
				}
			}
		case doc.Table:
			if isHeaderBlock(b) {
				continue
			}
			flush()
			a.Tables = append(a.Tables, doc.SourceTable{
				Table: b, Doc: n, Block: i, Heading: caption(d, i, heading), Lead: a.lead(n, i),
			})
		}
	}
	flush()
}

// last returns the last sentence of document n so far, or an empty text.
func (a *Assessment) last(n int) doc.Text {
	if k := len(a.Sentences) - 1; k >= 0 && a.Sentences[k].Doc == n {
		return a.Sentences[k].Text
	}
	return doc.Text{}
}

// lead returns the sentence that ends the paragraph before the block, or "".
func (a *Assessment) lead(n, block int) string {
	if k := len(a.Sentences) - 1; k >= 0 {
		if s := a.Sentences[k]; s.Doc == n && s.Block == block-1 && s.Item < 0 {
			return s.Text.String()
		}
	}
	return ""
}

// introduces reports whether the sentence only announces what comes after it.
func introduces(s string) bool {
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") || strings.HasSuffix(s, ":”")
}
