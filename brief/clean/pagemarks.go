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
	heads, numbers := runningHeads(d)
	if heads == nil {
		return d
	}
	e := startEdit(d)
	line := 0
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
			line++
			switch {
			case isPageMark(s):
				reason = "page mark"
			case len(numbers) > 0 && numbers[0] == line-1:
				reason = "page mark"
				numbers = numbers[1:]
			case len(s) <= longestHead && isHead(heads, s):
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

// isHead reports whether s is one of the running heads, or the beginning of
// one in other letters, as it stands on the first page.
func isHead(heads []string, s string) bool {
	if contains(heads, s) {
		return true
	}
	const shortest = 12
	fields := strings.Fields(s)
	if len(s) < shortest || len(fields) < 2 {
		return false
	}
	for _, h := range heads {
		of := strings.Fields(h)
		if len(of) < len(fields) {
			continue
		}
		same := true
		for i, f := range fields {
			same = same && strings.EqualFold(f, of[i])
		}
		if same {
			return true
		}
	}
	return false
}

// bareNumbers returns which of the lines are page numbers without a word: they
// stand alone between blank lines, count on by one, and have text between
// them.
func bareNumbers(lines []string, alone []bool) []int {
	const page = 200 // bytes of text at least
	var found []int
	last, text := 0, 0
	for i, s := range lines {
		if len(s) == 0 || len(s) > 3 || numberStart(s) > 0 || !alone[i] {
			text += len(s)
			continue
		}
		n := 0
		for _, c := range []byte(s) {
			n = n*10 + int(c-'0')
		}
		switch {
		case found == nil || n == last+1 && text >= page:
		default:
			return nil
		}
		found = append(found, i)
		last, text = n, 0
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// runningHeads returns the short lines that stand more than once in d, at
// least once of them beside a page mark, and which lines of d are page numbers
// without a word. heads is nil if the document has no page marks, and empty
// but not nil if it has marks and no running heads.
func runningHeads(d doc.Document) (heads []string, numbers []int) {
	var lines []string // all of the document
	var alone []bool   // which of them are a block
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
			alone = append(alone, len(b.Lines) == 1)
		}
	}
	if numbers = bareNumbers(lines, alone); numbers != nil {
		marks = append(marks, numbers...)
	}
	if marks == nil {
		return nil, nil
	}
	count := make(map[string]int)
	for _, s := range lines {
		if len(s) <= longestHead {
			count[s]++
		}
	}
	heads = []string{}
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
	return heads, numbers
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
