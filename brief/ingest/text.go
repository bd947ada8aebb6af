package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readahead/brief/doc"
)

// readPlain takes plain text apart: a table of values into its cells, any
// other text into blocks of lines.
func (r *reader) readPlain(t doc.Text) {
	if t = r.mend.piece(t, true); !r.readCSV(t) {
		r.doc.Blocks = append(r.doc.Blocks, lineBlocks(t)...)
	}
}

// lineBlocks returns the blocks of t that blank lines set apart. The lines
// keep their indents and inner spaces, by which tables are aligned, and lose
// the spaces at their ends.
func lineBlocks(t doc.Text) []doc.Block {
	lines := splitLines(t)
	var blocks []doc.Block
	start := 0 // of the block that is being gathered
	flush := func(end int) {
		if start < end {
			blocks = append(blocks, doc.Lines{Lines: lines[start:end:end]})
		}
		start = end + 1
	}
	for i, line := range lines {
		s := line.String()
		n := len(s)
		if n > 0 && (s[n-1] <= ' ' || s[n-1] == 0x85) {
			n = len(strings.TrimRight(s, " \t\u0085"))
		}
		switch {
		case n == 0:
			flush(i)
		case n < len(s):
			lines[i] = line.Slice(0, n)
		}
	}
	flush(len(lines))
	return blocks
}

// hasText reports whether there is anything to read in d: a letter or figure
// in plain text and Markdown, and in HTML, where menus and controls leave a
// word here and there, a sentence or several words.
func hasText(d doc.Document) bool {
	const several = 8
	n := 0
	for _, b := range d.Blocks {
		for _, t := range doc.Texts(b) {
			k := words(t.String(), several)
			if n += k; n >= several || n > 0 && d.Format != doc.HTML || k >= 3 && endsSentence(t.String()) {
				return true
			}
		}
	}
	return false
}

func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”’')»"))
	return strings.ContainsRune(".!?…。！？", last)
}

// words counts the words of s, up to limit. Characters of scripts that are
// written without spaces count one by one.
func words(s string, limit int) int {
	n := 0
	inside := false
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			if r == ' ' || r == '\t' {
				inside = false
			}
			continue
		case !inside, r >= 0x0e00 && r < 0x1000, r >= 0x3040:
			if n++; n >= limit {
				return n
			}
		}
		inside = true
	}
	return n
}

func noTextHint(d doc.Document) string {
	if d.Format == doc.HTML {
		return "the page may fill itself in by script, or be a menu only; copy its text from the browser into a file"
	}
	return "put the text into the file, or take it off the list"
}
