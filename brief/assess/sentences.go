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
	for i, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Heading:
			heading = b.Text.String()
		case doc.Paragraph:
			add(b.Text, i, -1, "")
		case doc.Lines:
			for _, t := range b.Lines {
				add(t, i, -1, "")
			}
		case doc.List:
			lead := a.lead(n, i)
			if !introduces(lead) {
				lead = ""
			}
			for k, t := range b.Items {
				add(t, i, k, lead)
			}
		case doc.Table:
			if isHeaderBlock(b) {
				continue
			}
			a.Tables = append(a.Tables, doc.SourceTable{
				Table: b, Doc: n, Block: i, Heading: caption(d, i, heading), Lead: a.lead(n, i),
			})
		}
	}
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
