package docx

import (
	"strconv"

	"readahead/brief/galley"
)

// part writes a part under a heading in a style.
func (d *document) part(b *builder, p *galley.Part, style string) {
	if p.Title.Words != "" {
		d.open(b, style, "", p.Title.Words)
		d.inline(b, "", p.Title)
		if p.Aside != "" {
			b.s("<w:r><w:tab/></w:r>")
			d.run(b, "Count", p.Aside)
		}
		b.s("</w:p>")
	}
	for i, block := range p.Blocks {
		switch block := block.(type) {
		case galley.Paragraph:
			style, words := "", ""
			if p.Kind == galley.BottomLine {
				style = "BottomLine"
			}
			if block.Quiet {
				words = "Emphasis"
			}
			d.open(b, style, "", block.Text.Words)
			d.inline(b, words, block.Text)
			b.s("</w:p>")
		case galley.List:
			d.list(b, block, i < len(p.Blocks)-1)
		case galley.Table:
			d.table(b, block)
		case galley.Fact:
			d.remark(b, block)
		case galley.Endnotes:
			for i := range block.Sources {
				d.source(b, &block.Sources[i], "")
			}
		}
	}
}

// list writes a list with bullets or, where its items are counted, with the
// numbers of a list of its own.
func (d *document) list(b *builder, l galley.List, more bool) {
	style, number := "ListBullet", ""
	if l.Marks != nil {
		d.counted++
		style, number = "ListNumber", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="`+strconv.Itoa(firstCounted+d.counted-1)+`"/></w:numPr>`
	}
	for k, t := range l.Items {
		keep := ""
		if k == 0 || k == len(l.Items)-1 && more {
			keep = "<w:keepLines/>"
		}
		d.open(b, style, keep+number, t.Words)
		d.inline(b, "", t)
		b.s("</w:p>")
	}
}

// inline writes a text, its words in a character style, with its citations and
// flags.
func (d *document) inline(b *builder, style string, t galley.Text) {
	d.run(b, style, t.Words)
	for i, n := range t.Cites {
		if i > 0 {
			d.run(b, "Citation", ",")
		}
		d.cite(b, n)
	}
	if t.Flags != "" {
		d.run(b, "", " ")
		d.run(b, "Flag", t.Flags)
	}
}

// cite writes a citation: a reference to the number of the source's paragraph,
// which leads there (ECMA-376, part 1, 17.16.5.51), or the bare number where
// there is no such source or where its number is none of Word's.
func (d *document) cite(b *builder, number int) {
	n := strconv.Itoa(number)
	switch {
	case d.Find(number) < 0:
		d.run(b, "Citation", n)
	case !d.numbered:
		b.s(`<w:hyperlink w:anchor="`, bookmark(number), `">`)
		d.run(b, "Citation", n)
		b.s("</w:hyperlink>")
	default:
		const mark = `<w:r><w:rPr><w:rStyle w:val="Citation"/></w:rPr>`
		b.s(mark, `<w:fldChar w:fldCharType="begin"/></w:r>`,
			mark, `<w:instrText xml:space="preserve"> REF `, bookmark(number), ` \n \h </w:instrText></w:r>`,
			mark, `<w:fldChar w:fldCharType="separate"/></w:r>`)
		d.run(b, "Citation", n)
		b.s(mark, `<w:fldChar w:fldCharType="end"/></w:r>`)
	}
}

// bookmark names the bookmark of a source. Word hides names that begin with a
// line.
func bookmark(number int) string { return "_Source" + strconv.Itoa(number) }

// sources writes the endnotes, each in a bookmark for citations to refer to.
func (d *document) sources(b *builder) {
	for i := range d.Sources {
		src, name := &d.Sources[i], ""
		if d.Find(src.Number) == i {
			name = bookmark(src.Number)
		}
		d.source(b, src, name)
	}
}

// source writes an endnote. Its number is Word's, if the sources are numbered
// and it has a bookmark to refer to, or is written out.
func (d *document) source(b *builder, src *galley.Source, bookmark string) {
	numbered := d.numbered && bookmark != ""
	style := "SourceText"
	if numbered {
		style = "Source"
	}
	d.open(b, style, "", src.Title)
	if bookmark != "" {
		d.bookmarks++
		b.s(`<w:bookmarkStart w:id="`, strconv.Itoa(d.bookmarks), `" w:name="`, bookmark, `"/>`)
	}
	if !numbered {
		d.run(b, "Label", strconv.Itoa(src.Number))
		b.s("<w:r><w:tab/></w:r>")
	}
	if src.URL != "" {
		b.s(`<w:hyperlink r:id="`, addressID(len(d.addresses)), `">`)
		d.run(b, "Hyperlink", src.Title)
		b.s("</w:hyperlink>")
		d.addresses = append(d.addresses, src.URL)
	} else {
		d.run(b, "Emphasis", src.Title)
	}
	d.run(b, "", src.Rest)
	if bookmark != "" {
		b.s(`<w:bookmarkEnd w:id="`, strconv.Itoa(d.bookmarks), `"/>`)
	}
	b.s("</w:p>")
}

// inOrder reports whether the numbers of the sources are 1, 2, 3 and so on.
func (d *document) inOrder() bool {
	for i := range d.Sources {
		if d.Sources[i].Number != i+1 {
			return false
		}
	}
	return true
}
