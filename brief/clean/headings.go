package clean

import (
	"strings"

	"readahead/brief/doc"
)

// findHeadings makes headings of the short lines of a plain text that stand
// above running text, a list or a table. In any document, headings at the end
// with nothing under them go.
func findHeadings(d doc.Document) doc.Document {
	end := len(d.Blocks)
	for end > 0 && isHeading(d.Blocks[end-1]) {
		end--
	}
	e := startEdit(d)
	for i, b := range d.Blocks {
		switch p, ok := b.(doc.Paragraph); {
		case i >= end:
			e.dropBlock(b, "heading without text")
		case ok && d.Format == doc.PlainText && i+1 < end && looksLikeHeading(p.Text.String()) && hasBody(d.Blocks[i+1]):
			e.keep(doc.Heading{Text: p.Text, Level: 2})
		default:
			e.keep(b)
		}
	}
	return e.done()
}

func isHeading(b doc.Block) bool {
	_, ok := b.(doc.Heading)
	return ok
}

// looksLikeHeading reports whether s is a line as headings are: short, without
// the end of a sentence, except perhaps a question mark.
func looksLikeHeading(s string) bool {
	if strings.HasPrefix(s, "TODO") || strings.HasPrefix(s, "ACTION") && strings.Contains(s, " – ") {
		return false // a task of a line
	}
	var v sight
	v.look(s)
	switch v.end {
	case endsBare, endsBracket:
	case endsQuestion:
		if v.stops > 0 || v.start == startsWithQuote || speakerOf(s) != "" {
			return false
		}
	default:
		return false
	}
	return v.words > 0 && v.words <= 14 && v.chars <= 100 && v.start != startsWithSymbol
}

// hasBody reports whether b is what a heading can stand above.
func hasBody(b doc.Block) bool {
	switch b := b.(type) {
	case doc.List, doc.Table:
		return true
	case doc.Paragraph:
		end := endOf(b.Text.String())
		return end != endsBare && end != endsBracket
	}
	return false
}
