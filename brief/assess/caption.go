package assess

import (
	"strings"

	"readahead/brief/doc"
)

// caption returns what stands over the table that is block i of d: its caption,
// a short line right above it, such a line that cleaning took out, or the
// heading it stands under; without a number before it.
func caption(d doc.Document, i int, heading string) string {
	if i > 0 {
		if p, ok := d.Blocks[i-1].(doc.Paragraph); ok {
			if s := p.Text.String(); isCaption(s) || strings.HasSuffix(p.Context.Path, " caption") {
				return unnumbered(d, s)
			}
		}
	}
	if s := lineAbove(d, i); s != "" {
		return unnumbered(d, s)
	}
	return unnumbered(d, heading)
}

// lineAbove returns the short line that cleaning took out from between the
// blocks i-1 and i of d, or "".
func lineAbove(d doc.Document, i int) string {
	ts := doc.Texts(d.Blocks[i])
	if i == 0 || len(ts) == 0 {
		return ""
	}
	above := doc.Texts(d.Blocks[i-1])
	if len(above) == 0 {
		return ""
	}
	from, to := above[len(above)-1].Bounds().End, ts[0].Start()
	line := ""
	for _, x := range d.Dropped {
		if at := x.Text.Start(); from <= at && at < to && x.Of.Start >= x.Of.End {
			if line != "" {
				return "" // more than a line is page furniture
			}
			line = x.Text.String()
		}
	}
	if !isCaption(line) {
		return ""
	}
	return line
}

// isCaption reports whether s is a short line of words that is no sentence.
func isCaption(s string) bool {
	s = strings.TrimSuffix(s, ":")
	return s != "" && isLetter(s[len(s)-1]|0x20) && len(strings.Fields(s)) <= 9 &&
		hasWord(strings.Fields(s)) && !strings.ContainsAny(s, "@<>[]{}|")
}

// unnumbered returns the heading without the number or letter that counts it:
// "3. Nets" and "B) Nets" are Nets. A bare number, "3 Nets", counts only if
// another heading of d has one too.
func unnumbered(d doc.Document, s string) string {
	s = strings.TrimSpace(s)
	mark, rest, ok := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	if !ok || rest == "" {
		return s
	}
	bare := strings.TrimRight(mark, ".)")
	switch {
	case !isCounter(bare):
		return s
	case bare != mark, strings.Contains(bare, "."):
		return rest
	case isLetter(bare[0]):
		return s
	}
	for _, b := range d.Blocks {
		h, ok := b.(doc.Heading)
		if !ok {
			continue
		}
		if other, _, ok := strings.Cut(strings.TrimSpace(h.Text.String()), " "); ok && other != mark && isCounter(other) && isDigit(other[0]) {
			return rest
		}
	}
	return s
}

// isCounter reports whether s is what headings are counted with: 3, 2.1, B.
func isCounter(s string) bool {
	if len(s) == 1 && 'A' <= s[0] && s[0] <= 'Z' {
		return true
	}
	if s == "" || len(s) > 5 || !isDigit(s[0]) {
		return false
	}
	run := 0
	for i := range len(s) {
		switch {
		case isDigit(s[i]):
			run++
		case s[i] == '.':
			run = 0
		default:
			return false
		}
		if run > 2 {
			return false // a year
		}
	}
	return true
}
