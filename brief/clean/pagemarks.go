package clean

import (
	"strings"

	"readahead/brief/doc"
)

// dropPageMarks takes out what paper leaves in a text: sheet numbers, "(over)"
// and the running heads and feet that go with them. A running head is a short
// line that stands beside a page mark, and the same line wherever else it
// stands at the edge of a block.
func dropPageMarks(d doc.Document) doc.Document {
	if d.Format != doc.PlainText {
		return d
	}
	heads := runningHeads(d)
	if heads == nil {
		return d
	}
	e := startEdit(d)
	for _, block := range d.Blocks {
		b, ok := block.(doc.Lines)
		if !ok {
			e.keep(block)
			continue
		}
		start := 0
		for i, t := range b.Lines {
			s := strings.TrimSpace(t.String())
			reason := ""
			switch {
			case isPageMark(s):
				reason = "page mark"
			case len(s) <= longestHead && contains(heads, s):
				reason = "running head"
			default:
				continue
			}
			e.keepLines(b.Lines[start:i])
			e.drop(t, reason)
			start = i + 1
		}
		e.keepLines(b.Lines[start:])
	}
	return e.done()
}

// longestHead is the length in bytes up to which a line may be a page mark or
// a running head.
const longestHead = 90

// runningHeads returns the short lines that stand more than once in d, at
// least once of them beside a page mark. It is nil if the document has no
// page marks, and empty but not nil if it has marks and no running heads.
func runningHeads(d doc.Document) []string {
	var lines []string // all of the document
	var marks []int    // which of them are page marks
	for _, block := range d.Blocks {
		b, ok := block.(doc.Lines)
		if !ok {
			continue
		}
		for _, t := range b.Lines {
			s := strings.TrimSpace(t.String())
			if isPageMark(s) {
				marks = append(marks, len(lines))
			}
			lines = append(lines, s)
		}
	}
	if marks == nil {
		return nil
	}
	count := make(map[string]int)
	for _, s := range lines {
		if len(s) <= longestHead {
			count[s]++
		}
	}
	heads := []string{}
	for _, m := range marks {
		for _, i := range [...]int{m - 1, m + 1} {
			if i < 0 || i >= len(lines) || isPageMark(lines[i]) || endsSentence(lines[i]) {
				continue
			}
			if count[lines[i]] > 1 && !contains(heads, lines[i]) && len(heads) < 20 {
				heads = append(heads, lines[i])
			}
		}
	}
	return heads
}

// isPageMark reports whether the line s, trimmed, is a page number with its
// word, "sheet 2/3", "Memo 4, leaf 2", "- 7 -", or tells to turn the page.
func isPageMark(s string) bool {
	if len(s) < 3 || len(s) > longestHead {
		return false
	}
	core := strings.Trim(s, "-–—=*()[]<>~ \f")
	if core == "" {
		return false
	}
	if !isDigit(core[len(core)-1]) {
		return len(core) < len(s) && isTurnNotice(core)
	}
	number := numberStart(core)
	if number == 0 { // "- 7 -", with marks on both sides
		return len(core) <= 4 && !isAlnum(s[0]) && !isAlnum(s[len(s)-1])
	}
	core = strings.TrimRight(core[:number], " ")
	for _, of := range [...]string{"/", " of", " von", " de"} {
		if rest, ok := strings.CutSuffix(core, of); ok {
			core = strings.TrimRight(rest, " ")
			core = strings.TrimRight(core[:numberStart(core)], " ")
			break
		}
	}
	core = strings.TrimRight(core, ".")
	return isPageWord(core[strings.LastIndexAny(core, " ,;|(–—-")+1:])
}

// numberStart returns where the digits at the end of s begin.
func numberStart(s string) int {
	i := len(s)
	for i > 0 && isDigit(s[i-1]) {
		i--
	}
	return i
}

// isTurnNotice reports whether s tells that the text goes on overleaf.
func isTurnNotice(s string) bool {
	switch strings.ToLower(s) {
	case "over", "turn over", "please turn over", "pto", "p.t.o.", "continued", "continued overleaf",
		"continued on next page", "continued from previous page", "page break", "new page":
		return true
	}
	return false
}

// isPageWord reports whether s is a word for a leaf of paper.
func isPageWord(s string) bool {
	switch strings.ToLower(s) {
	case "page", "pages", "pg", "p", "sheet", "leaf", "folio", "seite", "blatt", "página", "pagina":
		return true
	}
	return false
}
