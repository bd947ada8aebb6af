package assess

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// byline reports whether the line begins as those do that name the author.
func (f furniture) byline(ws []word) bool {
	return len(ws) > 1 && (f.text(ws[0]) == "by" || f.text(ws[1]) == "by" && isWriting(f.text(ws[0]))) && ws[0].upper
}

// isWriting reports whether authors do this: "Written by".
func isWriting(w string) bool {
	switch w {
	case "written", "reported", "story", "text", "words", "posted", "published", "report", "article", "reporting":
		return true
	}
	return false
}

// The separators that stand between the parts of a byline.
const separators = "|•·"

// setOff reports whether e stands alone between separators, or between one and
// the end of the line.
func setOff(line string, ws []word, e expression) bool {
	before := strings.TrimRight(line[:ws[e.first].start], " \u00a0")
	after := strings.TrimLeft(line[ws[e.last].end:], " \u00a0")
	r, _ := utf8.DecodeLastRuneInString(before)
	q, _ := utf8.DecodeRuneInString(after)
	opens, closes := strings.ContainsRune(separators, r), strings.ContainsRune(separators, q)
	return opens && (closes || after == "") || closes && before == ""
}

// How much of a page's first paragraph can be a title and a byline that have
// run into it.
const opening = 600

// openingByline returns the byline in the opening of a text whose lines have
// run together: "By Ida Moen • 3 May 2031 • The lock". It must have separators.
func openingByline(s string) string {
	from, to := bylineIn(s)
	return s[from:to]
}

// bylineIn returns where the byline stands in the opening of s, or zeros.
func bylineIn(s string) (from, to int) {
	s = s[:min(len(s), opening)]
	for i := 0; ; {
		k := strings.Index(s[i:], "y ")
		if k < 0 {
			return 0, 0
		}
		i += k + 1
		start := strings.LastIndexByte(s[:i], ' ') + 1
		if w := s[start:i]; w != "By" && w != "by" {
			continue
		} else if w == "by" {
			verb := strings.LastIndexByte(s[:max(start-1, 0)], ' ') + 1
			if start == 0 || s[verb] < 'A' || s[verb] > 'Z' || !isWriting(strings.ToLower(s[verb:start-1])) {
				continue
			}
			start = verb
		}
		end := min(len(s), start+120)
		if n := strings.IndexAny(s[start:end], separators); 0 < n && n < 60 {
			for end < len(s) && !utf8.RuneStart(s[end]) {
				end--
			}
			return start, end
		}
	}
}

// titleAbove returns the line right above the one that names the author or the
// day, or above the first that says who was there, as titles stand; or what
// stands before a byline that has run into the text; or "".
func (f furniture) titleAbove(d doc.Document) string {
	lines := slices.Concat(f.top, f.edge)
	for i, l := range lines {
		if !f.dates(l) {
			continue
		}
		if t := f.beforeByline(l); t != "" {
			return t
		}
		if i > 0 {
			if t := lines[i-1]; f.titular(t) && !f.dates(t) && !f.isPublisher(t) {
				return t
			}
		}
		break
	}
	if len(d.Blocks) > 0 {
		if p, ok := d.Blocks[0].(doc.Paragraph); ok {
			return f.beforeByline(p.Text.String())
		}
	}
	return ""
}

// beforeByline returns the title that stands before a byline in one line with
// it, or "".
func (f furniture) beforeByline(s string) string {
	from, _ := bylineIn(s)
	s = strings.TrimSpace(s[:from])
	for _, stop := range []string{". ", "! ", "? "} {
		if k := strings.LastIndex(s, stop); k >= 0 {
			s = s[k+len(stop):]
		}
	}
	if !f.titular(s) {
		return ""
	}
	return s
}

// dates reports whether the line is one of those below a title: the author's,
// the day's or that of those who were present.
func (f furniture) dates(line string) bool {
	var words [40]word
	ws := f.split(words[:0], line)
	if from, to := bylineIn(line); from < to {
		return true
	}
	return f.byline(ws) && len(ws) <= 16 || !f.dateOf(line, false).IsZero() || strings.HasPrefix(line, "Present:")
}

// titular reports whether the line can be a title: words, three or more, that
// are no sentence, address, menu or label.
func (f furniture) titular(line string) bool {
	var words [24]word
	ws := f.split(words[:0], line)
	return len(ws) >= 3 && len(ws) <= 20 && ws[0].upper && !ws[0].digits && len(line) <= 140 &&
		!strings.ContainsAny(line, "@<>|•·»›{}[]=☰") && !strings.HasSuffix(line, ".") && !strings.HasSuffix(line, ":")
}
