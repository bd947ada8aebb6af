package doc

import (
	"fmt"
	"strings"
)

// ToMarkdown returns d with the block marks of Markdown: a line for each
// paragraph, heading and list item, tables with pipes, and an empty line
// between blocks. Within a line the words stay as they are; a mark is only
// taken out of force where a line would begin with one.
func ToMarkdown(d Document) string {
	var b strings.Builder
	if hasOwnTitle(d) {
		fmt.Fprintf(&b, "# %s\n", oneLine(d.Title))
	}
	for _, block := range d.Blocks {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		switch block := block.(type) {
		case Lines:
			for _, t := range block.Lines {
				fmt.Fprintf(&b, "%s\n", oneLine(t))
			}
		case Heading:
			fmt.Fprintf(&b, "%s %s\n", strings.Repeat("#", min(max(block.Level, 1), 6)), oneLine(block.Text))
		case Paragraph:
			fmt.Fprintf(&b, "%s\n", unmarked(oneLine(block.Text)))
		case List:
			for i, item := range block.Items {
				mark := "-"
				if block.Ordered {
					mark = fmt.Sprintf("%d.", i+1)
				}
				fmt.Fprintf(&b, "%s %s\n", mark, unmarked(oneLine(item)))
			}
		case Table:
			tableRow(&b, block.Header)
			b.WriteString(strings.Repeat("| --- ", len(block.Header)) + "|\n")
			for _, row := range block.Rows {
				tableRow(&b, row)
			}
		}
	}
	return b.String()
}

// ToPlainText returns the words of d: a line for each paragraph, heading, list
// item and row of a table, whose cells are separated by tabs, and an empty
// line between blocks.
func ToPlainText(d Document) string {
	var b strings.Builder
	if hasOwnTitle(d) {
		fmt.Fprintf(&b, "%s\n", oneLine(d.Title))
	}
	for _, block := range d.Blocks {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		if t, ok := block.(Table); ok {
			for _, row := range append([][]Text{t.Header}, t.Rows...) {
				for i, c := range row {
					if i > 0 {
						b.WriteByte('\t')
					}
					b.WriteString(oneLine(c))
				}
				b.WriteByte('\n')
			}
			continue
		}
		for _, t := range Texts(block) {
			fmt.Fprintf(&b, "%s\n", oneLine(t))
		}
	}
	return b.String()
}

func tableRow(b *strings.Builder, cells []Text) {
	for _, c := range cells {
		fmt.Fprintf(b, "| %s ", strings.ReplaceAll(oneLine(c), "|", `\|`))
	}
	b.WriteString("|\n")
}

// hasOwnTitle reports whether d has a title that is none of its headings.
func hasOwnTitle(d Document) bool {
	for _, block := range d.Blocks {
		if h, ok := block.(Heading); ok && h.Text.String() == d.Title.String() {
			return false
		}
	}
	return d.Title.Len() > 0
}

// oneLine returns the text with spaces for line ends and tabs, of which clean
// text has none.
func oneLine(t Text) string {
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
