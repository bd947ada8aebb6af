package clean

import "readahead/brief/doc"

// How many paragraphs have to count on for their numbers to be marks, and how
// long they are on average, in bytes: shorter ones are titles of chapters.
const fewestNumbered, leastNumbered = 3, 80

// dropNumbers takes the numbers off the paragraphs of orders, contracts and
// minutes that count them: "4. The applicant …". They have to count on without
// a gap; titles of chapters keep theirs.
func dropNumbers(d doc.Document) doc.Document {
	if d.Format != doc.PlainText {
		return d
	}
	var numbered []int
	next, bytes := 0, 0
	for i, b := range d.Blocks {
		p, ok := b.(doc.Paragraph)
		if !ok {
			continue
		}
		s := p.Text.String()
		m := markOf(s[:min(len(s), 16)])
		if m.kind != '1' || endOf(s) != endsStop && endOf(s) != endsColon {
			continue
		}
		if next > 0 && m.number != next {
			return d
		}
		next = m.number + 1
		bytes += len(s)
		numbered = append(numbered, i)
	}
	if len(numbered) < fewestNumbered || bytes < leastNumbered*len(numbered) {
		return d
	}
	e := startEdit(d)
	for i, b := range d.Blocks {
		if len(numbered) > 0 && numbered[0] == i {
			numbered = numbered[1:]
			p := b.(doc.Paragraph)
			n := markOf(p.Text.String()).size
			e.drop(p.Text.Slice(0, n).TrimSpace(), "number of a paragraph")
			p.Text = p.Text.Slice(n, p.Text.Len())
			b = p
		}
		e.keep(b)
	}
	return e.done()
}
