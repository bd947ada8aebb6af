package docx

import (
	"strconv"
	"unicode/utf8"

	"readahead/brief/galley"
)

// table writes a table. Its first row is repeated on each page, and no row is
// divided by a page's end.
func (d *document) table(b *builder, t galley.Table) {
	style := "BriefTable"
	if t.Checks {
		style = "TodoTable"
	}
	b.s(`<w:tbl><w:tblPr><w:tblStyle w:val="`, style, `"/>`)
	if d.RTL() {
		b.s("<w:bidiVisual/>")
	}
	caption := escape(t.Caption)
	b.s(`<w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`,
		`<w:tblCaption w:val="`, caption, `"/><w:tblDescription w:val="`, caption, `"/></w:tblPr><w:tblGrid>`)
	widths := shares(d.measure, t)
	for _, w := range widths {
		b.s(`<w:gridCol w:w="`, strconv.Itoa(w), `"/>`)
	}
	b.s("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
	for c, name := range t.Head {
		d.openCell(b, widths[c], "TableHeading", "", name)
		d.run(b, "", name)
		b.s("</w:p></w:tc>")
	}
	b.s("</w:tr>")
	for i, row := range t.Rows {
		keep := ""
		if i == 0 && len(t.Rows) > 1 {
			keep = "<w:keepNext/>"
		}
		b.s("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
		for c, cell := range row {
			style, words := "TableText", ""
			if c == 0 {
				words = "Strong"
				if t.Checks {
					style = "TodoText"
				}
			}
			d.openCell(b, widths[c], style, keep, cell.Words)
			if style == "TodoText" {
				box := "☐"
				if t.IsDone(i) {
					box = "☑"
				}
				d.run(b, "Tick", box)
				b.s("<w:r><w:tab/></w:r>")
			}
			d.inline(b, words, cell)
			b.s("</w:p></w:tc>")
		}
		b.s("</w:tr>")
	}
	b.s("</w:tbl>")
	// Two tables without a paragraph between them would be one.
	d.open(b, "Spacer", "", "")
	b.s("</w:p>")
}

// openCell begins a cell and its paragraph.
func (d *document) openCell(b *builder, width int, style, more, text string) {
	b.s(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(width), `" w:type="dxa"/></w:tcPr>`)
	d.open(b, style, more, text)
}

// shares divides the measure among a table's columns by their longest texts,
// none of which counts for more than a few words.
func shares(measure int, t galley.Table) []int {
	const least, most = 9, 48 // characters
	weights := make([]int, len(t.Head))
	sum := 0
	for c, name := range t.Head {
		longest := utf8.RuneCountInString(name)
		for _, row := range t.Rows {
			longest = max(longest, utf8.RuneCountInString(row[c].Words))
		}
		weights[c] = min(max(longest+2, least), most)
		sum += weights[c]
	}
	used := 0
	for c := range weights {
		weights[c] = max(measure*weights[c]/sum, 1)
		used += weights[c]
	}
	if n := len(weights); n > 0 && measure > used {
		weights[n-1] += measure - used
	}
	return weights
}
