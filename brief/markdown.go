package brief

import (
	"bytes"
	"fmt"
	"strings"

	"readahead/brief/doc"
)

// DocumentMarkdown returns the document with the block marks of Markdown: a line for
// each paragraph, heading and list item, tables with pipes, and an empty line
// between blocks. Within a line the words stay as they are; a mark is only
// taken out of force where a line would begin with one.
func DocumentMarkdown(d doc.Document) []byte {
	var b bytes.Buffer
	if hasOwnTitle(d) {
		fmt.Fprintf(&b, "# %s\n", oneLine(d.Title))
	}
	for _, block := range d.Blocks {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		switch block := block.(type) {
		case doc.Heading:
			fmt.Fprintf(&b, "%s %s\n", strings.Repeat("#", min(max(block.Level, 1), 6)), oneLine(block.Text))
		case doc.Paragraph:
			fmt.Fprintf(&b, "%s\n", unmarked(oneLine(block.Text)))
		case doc.List:
			for i, item := range block.Items {
				mark := "-"
				if block.Ordered {
					mark = fmt.Sprintf("%d.", i+1)
				}
				fmt.Fprintf(&b, "%s %s\n", mark, unmarked(oneLine(item)))
			}
		case doc.Table:
			tableRow(&b, block.Header)
			b.WriteString(strings.Repeat("| --- ", len(block.Header)) + "|\n")
			for _, row := range block.Rows {
				tableRow(&b, row)
			}
		}
	}
	return b.Bytes()
}

func tableRow(b *bytes.Buffer, cells []doc.Text) {
	for _, c := range cells {
		fmt.Fprintf(b, "| %s ", strings.ReplaceAll(oneLine(c), "|", `\|`))
	}
	b.WriteString("|\n")
}

// hasOwnTitle reports whether d has a title that is none of its headings.
func hasOwnTitle(d doc.Document) bool {
	for _, block := range d.Blocks {
		if h, ok := block.(doc.Heading); ok && h.Text.String() == d.Title.String() {
			return false
		}
	}
	return d.Title.Len() > 0
}

// oneLine returns the text with spaces for line ends and tabs, of which clean
// text has none.
func oneLine(t doc.Text) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, t.String())
}

// unmarked returns s so that Markdown takes it for running text, although it
// begins with what marks a heading, quotation, list, rule, fence or table.
func unmarked(s string) string {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	rest := s[digits:]
	switch {
	case s == "":
	case digits == 0 && strings.ContainsRune("#>|", rune(s[0])),
		digits == 0 && (strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "+ ")),
		strings.HasPrefix(s, "---"), strings.HasPrefix(s, "***"), strings.HasPrefix(s, "```"), strings.HasPrefix(s, "~~~"):
		return `\` + s
	case digits > 0 && digits < 10 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")):
		return s[:digits] + `\` + rest
	}
	return s
}
