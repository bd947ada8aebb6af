package clean

import "readahead/brief/doc"

// joinParagraphs joins the paragraphs of a plain text that something stood
// between which is gone now: a page break or an advertisement in the middle
// of a sentence. It joins the pieces of a single line, too.
func joinParagraphs(d doc.Document) doc.Document {
	if d.Format != doc.PlainText {
		return d
	}
	e := startEdit(d)
	for i := 0; i < len(d.Blocks); {
		p, ok := d.Blocks[i].(doc.Paragraph)
		j := i + 1
		if ok {
			parts := []doc.Text{p.Text}
			for j < len(d.Blocks) {
				next, ok := d.Blocks[j].(doc.Paragraph)
				if !ok || !continues(d, parts[len(parts)-1], next.Text) {
					break
				}
				parts = append(parts, next.Text)
				j++
			}
			if j > i+1 {
				e.keep(doc.Paragraph{Text: doc.Join(parts, " ")})
				i = j
				continue
			}
		}
		e.keep(d.Blocks[i])
		i = j
	}
	return e.done()
}

// continues reports whether next goes on where t stops: it is the next piece
// of the same line, or t stops in the middle of a sentence that next ends.
func continues(d doc.Document, t, next doc.Text) bool {
	if a, b := t.Bounds(), next.Bounds(); a.End <= b.Start && b.Start-a.End < 8 && d.Line(a.End) == d.Line(b.Start) {
		return true
	}
	s := t.String()
	return len(s) >= narrowest && isWordEnd(s) && startsLower(next.String()) && endsSentence(next.String())
}
