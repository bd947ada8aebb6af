package docx

import (
	"math"
	"strconv"
	"strings"

	"readahead/brief/galley"
)

// A document is a main part under way.
type document struct {
	*galley.Galley
	notes  []note
	custom bool // the numbers are not 1, 2, 3: marks are written out
}

// A builder gathers markup.
type builder struct{ strings.Builder }

func (b *builder) s(markup ...string) {
	for _, m := range markup {
		b.WriteString(m)
	}
}

// run writes text in a character style; direction comes from its letters.
func (b *builder) run(style, text string) {
	if text == "" {
		return
	}
	b.s("<w:r>")
	b.properties(style, text)
	b.s(`<w:t xml:space="preserve">`, escape(text), "</w:t></w:r>")
}

func (b *builder) properties(style, text string) {
	rtl := galley.IsRTL(text)
	if style == "" && !rtl {
		return
	}
	b.s("<w:rPr>")
	if style != "" {
		b.s(`<w:rStyle w:val="`, style, `"/>`)
	}
	if rtl {
		b.s("<w:rtl/>")
	}
	b.s("</w:rPr>")
}

// open begins a paragraph in a style; more are further properties that come
// behind the style and before the direction, which the text decides.
func (d *document) open(b *builder, style, more, text string) {
	b.s("<w:p><w:pPr>")
	if style != "" {
		b.s(`<w:pStyle w:val="`, style, `"/>`)
	}
	b.s(more)
	if galley.IsRTL(text) || d.RTL() && !strings.ContainsFunc(text, isLatin) {
		b.s("<w:bidi/>")
	}
	b.s("</w:pPr>")
}

func isLatin(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// twips returns a length in twentieths of a point.
func twips(points float64) int { return int(math.Round(points * 20)) }

// measure returns the width of the text in twips.
func (d *document) measure() int { return twips(d.Paper.Width - 2*d.Paper.Side) }

// body returns the main part.
func (d *document) body() string {
	var b builder
	b.s(xmlHead, "<w:document", wordNS, "><w:body>")
	for _, p := range [...]struct{ style, text string }{
		{"Kicker", d.Kicker}, {"Title", d.Title}, {"Subtitle", d.Purpose},
	} {
		if p.text != "" {
			d.open(&b, p.style, "", p.text)
			b.run("", p.text)
			b.s("</w:p>")
		}
	}
	anchored := false
	for _, f := range d.Facts {
		d.open(&b, "Facts", "", f.Value)
		b.run("Label", f.Label)
		b.s("<w:r><w:tab/></w:r>")
		b.run("", f.Value)
		if f.Basis {
			d.anchors(&b)
			anchored = true
		}
		b.s("</w:p>")
	}
	for i := range d.Parts {
		d.part(&b, &d.Parts[i])
	}
	d.remarks(&b, anchored)
	d.section(&b)
	b.s("</w:body></w:document>")
	return b.String()
}

func (d *document) part(b *builder, p *galley.Part) {
	d.open(b, "Heading1", "", p.Title.Words)
	if p.Number > 0 {
		b.run("", strconv.Itoa(p.Number)+" ")
	}
	d.inline(b, "", p.Title)
	if p.Aside != "" {
		b.s("<w:r><w:tab/></w:r>")
		b.run("Count", p.Aside)
	}
	b.s("</w:p>")
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
			for k, t := range block.Items {
				keep := ""
				if k == 0 || k == len(block.Items)-1 && i < len(p.Blocks)-1 {
					keep = "<w:keepLines/>"
				}
				d.open(b, "ListBullet", keep, t.Words)
				d.inline(b, "", t)
				b.s("</w:p>")
			}
		case galley.Table:
			d.table(b, block)
		}
	}
}

// inline writes a text, its words in a character style, with its citations and
// flags.
func (d *document) inline(b *builder, style string, t galley.Text) {
	b.run(style, t.Words)
	for i, n := range t.Cites {
		if i > 0 {
			b.run("FootnoteReference", ",")
		}
		d.cite(b, n)
	}
	if t.Flags != "" {
		b.run("", " ")
		b.run("Flag", t.Flags)
	}
}

// remarks writes what is said below the sections. Footnotes that could not be
// anchored above are anchored here.
func (d *document) remarks(b *builder, anchored bool) {
	if d.SourcesNote != "" || len(d.notes) > 0 && !anchored {
		d.open(b, "Remark", "", d.SourcesNote)
		b.run("Label", d.SourcesTitle)
		b.run("", strings.TrimRight(" "+d.SourcesNote, " "))
		if !anchored {
			d.anchors(b)
		}
		b.s("</w:p>")
	}
	for i := range d.Sources { // second sources of a number
		if src := &d.Sources[i]; d.Find(src.Number) != i {
			d.open(b, "Remark", "", src.Title)
			b.run("FootnoteReference", strconv.Itoa(src.Number))
			b.run("", " ")
			b.run("Emphasis", src.Title)
			b.run("", src.Rest)
			b.s("</w:p>")
		}
	}
	for _, r := range d.Remarks {
		d.open(b, "Remark", "", r.Value)
		b.run("Label", r.Label)
		b.run("", " "+r.Value)
		b.s("</w:p>")
	}
}

// section writes the properties of the paper and its margins.
func (d *document) section(b *builder) {
	const edge = 340 // twips from the paper's edge to the marking
	b.s("<w:sectPr>")
	if d.Marking != "" {
		b.s(`<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>`)
	}
	side := strconv.Itoa(twips(d.Paper.Side))
	b.s(`<w:pgSz w:w="`, strconv.Itoa(twips(d.Paper.Width)), `" w:h="`, strconv.Itoa(twips(d.Paper.Height)), `"/>`,
		`<w:pgMar w:top="720" w:right="`, side, `" w:bottom="720" w:left="`, side,
		`" w:header="`, strconv.Itoa(edge), `" w:footer="`, strconv.Itoa(edge), `" w:gutter="0"/>`)
	if d.RTL() {
		b.s("<w:bidi/>")
	}
	b.s("</w:sectPr>")
}
