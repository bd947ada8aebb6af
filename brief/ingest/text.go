package ingest

import (
	"strings"
	"unicode"

	"readahead/brief/doc"
)

// readPlain takes plain text apart into blocks of lines.
func (r *reader) readPlain(t doc.Text) {
	r.doc.Blocks = append(r.doc.Blocks, lineBlocks(r.mend.piece(t, true))...)
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
// in plain text and Markdown, and some words in HTML, where what little is
// left of a page of menus and controls is no text.
func hasText(d doc.Document) bool {
	enough := 1
	if d.Format == doc.HTML {
		enough = 8
	}
	n := 0
	for _, b := range d.Blocks {
		for _, t := range doc.Texts(b) {
			if n += words(t.String(), enough-n); n >= enough {
				return true
			}
		}
	}
	return false
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
