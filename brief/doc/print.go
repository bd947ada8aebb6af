package doc

import (
	"fmt"
	"io"
	"strings"
)

// Print writes d for people and for tests: a line for each piece of text,
// with the bytes of the file that it stands for.
func Print(w io.Writer, d Document) error {
	var b strings.Builder
	fmt.Fprintf(&b, "file %s\nformat %s, %s, %d bytes, %d lines\n", d.File, d.Format, d.Encoding, d.Size, len(d.Lines))
	if d.Title.Len() > 0 {
		fmt.Fprintf(&b, "title %s %s\n", where(d.Title), d.Title)
	}
	for _, f := range []struct{ name, value string }{
		{"lang", d.Lang}, {"meta title", d.Meta.Title}, {"meta publisher", d.Meta.Publisher},
		{"meta author", d.Meta.Author}, {"meta published", d.Meta.Published.String()}, {"meta url", d.Meta.URL},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, "%s %s\n", f.name, f.value)
		}
	}
	for _, block := range d.Blocks {
		printBlock(&b, block)
	}
	for _, x := range d.Dropped {
		fmt.Fprintf(&b, "dropped (%s) %s %q", x.Reason, where(x.Text), x.Text)
		if x.Of.Start < x.Of.End {
			fmt.Fprintf(&b, " of %d-%d", x.Of.Start, x.Of.End)
		}
		b.WriteByte('\n')
	}
	for _, x := range d.Warnings {
		fmt.Fprintf(&b, "warning %d: %s\n", x.At, x.Text)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printBlock(b *strings.Builder, block Block) {
	switch block := block.(type) {
	case Lines:
		b.WriteString("lines\n")
		printTexts(b, "  ", block.Lines)
	case Heading:
		fmt.Fprintf(b, "heading %d %s %s%s\n", block.Level, where(block.Text), block.Text, path(block.Context))
	case Paragraph:
		fmt.Fprintf(b, "paragraph %s %s%s\n", where(block.Text), block.Text, path(block.Context))
	case List:
		kind := "list"
		if block.Ordered {
			kind = "numbered list"
		}
		fmt.Fprintf(b, "%s%s\n", kind, path(block.Context))
		printTexts(b, "  ", block.Items)
	case Table:
		fmt.Fprintf(b, "table%s\n", path(block.Context))
		for i, row := range append([][]Text{block.Header}, block.Rows...) {
			mark := "  row"
			if i == 0 {
				mark = "  header"
			}
			fmt.Fprintf(b, "%s %s", mark, where(Join(row, " ")))
			for _, c := range row {
				fmt.Fprintf(b, " | %s", c)
			}
			b.WriteByte('\n')
		}
	}
}

func printTexts(b *strings.Builder, indent string, ts []Text) {
	for _, t := range ts {
		fmt.Fprintf(b, "%s%s %s\n", indent, where(t), t)
	}
}

func path(c Context) string {
	if c.Path == "" {
		return ""
	}
	return fmt.Sprintf("  [%s; %d linked]", c.Path, c.Linked)
}

// where writes the ranges of t as "12-40,44-60".
func where(t Text) string {
	var parts []string
	for _, r := range t.Ranges() {
		parts = append(parts, fmt.Sprintf("%d-%d", r.Start, r.End))
	}
	if len(parts) == 0 {
		return "-"
	}
	return strings.Join(parts, ",")
}
