package doc

import "strings"

// ToMarkdown returns d as Markdown: the title as a heading of the first level,
// the headings below it, each paragraph on a line of its own, lists with a
// dash for each item, tables as pipe tables. A blank line stands between two
// blocks.
func ToMarkdown(d Document) string {
	var w strings.Builder
	if d.Title.Len() > 0 {
		writeBlock(&w, "# ", d.Title)
	}
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case Lines:
			startBlock(&w)
			for _, t := range b.Lines {
				writeLine(&w, "", t)
			}
		case Heading:
			writeBlock(&w, "#######"[:min(max(b.Level, 2), 6)]+" ", b.Text)
		case Paragraph:
			writeBlock(&w, "", b.Text)
		case List:
			startBlock(&w)
			for _, t := range b.Items {
				writeLine(&w, "- ", t)
			}
		case Table:
			startBlock(&w)
			writeRow(&w, b.Header)
			w.WriteString(strings.Repeat("|---", len(b.Header)) + "|\n")
			for _, row := range b.Rows {
				writeRow(&w, row)
			}
		}
	}
	return w.String()
}

// ToPlainText returns the words of d without marks: a line for the title, each
// heading, paragraph and item, and for each row of a table with tabs between
// its cells. A blank line stands between two blocks.
func ToPlainText(d Document) string {
	var w strings.Builder
	if d.Title.Len() > 0 {
		writeBlock(&w, "", d.Title)
	}
	for _, block := range d.Blocks {
		startBlock(&w)
		if t, ok := block.(Table); ok {
			for _, row := range append([][]Text{t.Header}, t.Rows...) {
				writeLine(&w, "", Join(row, "\t"))
			}
			continue
		}
		for _, t := range Texts(block) {
			writeLine(&w, "", t)
		}
	}
	return w.String()
}

// startBlock writes the blank line before a block.
func startBlock(w *strings.Builder) {
	if w.Len() > 0 {
		w.WriteByte('\n')
	}
}

func writeBlock(w *strings.Builder, mark string, t Text) {
	startBlock(w)
	writeLine(w, mark, t)
}

func writeLine(w *strings.Builder, mark string, t Text) {
	w.WriteString(mark)
	w.WriteString(t.String())
	w.WriteByte('\n')
}

// writeRow writes the cells of a row; bars inside them get a backslash.
func writeRow(w *strings.Builder, cells []Text) {
	w.WriteByte('|')
	for _, c := range cells {
		w.WriteByte(' ')
		w.WriteString(strings.ReplaceAll(c.String(), "|", `\|`))
		w.WriteString(" |")
	}
	w.WriteByte('\n')
}
