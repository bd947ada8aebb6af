package clean

import (
	"strings"

	"readahead/brief/doc"
)

// cutDatelines takes the dateline off the first paragraphs: the place, in
// capitals, perhaps the day and the agency, before a dash or a colon.
// ("Dateline" in the sense of the Associated Press Stylebook.)
func cutDatelines(d doc.Document) doc.Document {
	e := startEdit(d)
	left := 3 // paragraphs
	for _, block := range d.Blocks {
		p, ok := block.(doc.Paragraph)
		if ok && left > 0 {
			left--
			if n := datelineLen(p.Text.String()); n > 0 {
				e.drop(p.Text.Slice(0, n).TrimSpace(), "dateline")
				p.Text = p.Text.Slice(n, p.Text.Len()).TrimSpace()
				block = p
			}
		}
		e.keep(block)
	}
	return e.done()
}

// longestDateline is the length in bytes up to which a dateline is looked for.
const longestDateline = 70

// datelineLen returns the length of the dateline that s begins with, with what
// parts it from the text; 0 if there is none.
func datelineLen(s string) int {
	head := s[:min(len(s), longestDateline)]
	at, size := -1, 0
	for _, mark := range [...]string{" — ", " – ", " -- ", " - ", "—", ": "} {
		if i := strings.Index(head, mark); i > 0 && (at < 0 || i < at) {
			at, size = i, len(mark)
		}
	}
	if at < 0 || !isDateline(head[:at], head[at:at+size] == ": ") {
		return 0
	}
	rest := s[at+size:]
	if !startsUpper(rest) && !strings.HasPrefix(rest, "“") && !strings.HasPrefix(rest, "\"") && !(rest != "" && isDigit(rest[0])) {
		return 0
	}
	return at + size
}

// isDateline reports whether s is a place in capitals, with no more than the
// region, the day and the agency behind it. Before a colon there must be the
// day, since many other words stand in capitals before colons.
func isDateline(s string, colon bool) bool {
	place := s[:firstWord(s)]
	if place == "ACTION" || place == "TODO" { // begins a task
		return false
	}
	if len(place) < 3 || strings.ToUpper(place) != place || isDigit(place[0]) {
		return false
	}
	var v sight
	v.look(s)
	return v.words <= 9 && v.function == 0 && (!colon || v.date > 0 && v.numbers > 0)
}
