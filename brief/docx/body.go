package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"readahead/brief/galley"
)

// body returns the main part: one section of Word's for each stretch of the
// page that has columns of its own.
func (d *document) body() string {
	var b builder
	b.s(xmlHead, "<w:document", wordNS, "><w:body>")
	d.measure = d.fullMeasure()
	d.head(&b)
	d.rule(&b)
	for i := range d.Top {
		d.part(&b, &d.Top[i], "LeadHeading")
	}
	d.end(&b, section{})
	d.measure = d.columnMeasure()
	for i := range d.Body {
		d.part(&b, &d.Body[i], "Heading1")
	}
	d.end(&b, section{columns: columns(d.Columns)})
	d.foot(&b)
	last := section{}
	if d.Annex != nil {
		d.end(&b, section{})
		d.annex(&b)
		last.newPage = true
	}
	d.section(&b, last)
	b.s("</w:body></w:document>")
	return b.String()
}

// head writes the title at the left and the facts at the right, or all below
// each other where facts stand above the title.
func (d *document) head(b *builder) {
	aside := d.TitleLabel == "" && len(d.Facts) > 0
	d.plain(b, "Kicker", d.Kicker)
	d.facts(b, d.Above, "Facts")
	d.plain(b, "Kicker", d.TitleLabel)
	d.plain(b, "Title", d.Title)
	d.plain(b, "Subtitle", d.Purpose)
	if !aside {
		d.facts(b, d.Facts, "Facts")
		return
	}
	b.s(`<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr><w:r><w:br w:type="column"/></w:r></w:p>`)
	d.facts(b, d.Facts, "Facts")
	facts := d.measure * 2 / 5
	d.end(b, section{columns: `<w:cols w:num="2" w:equalWidth="0"><w:col w:w="` + strconv.Itoa(d.measure-facts-gutter) + `" w:space="` + strconv.Itoa(gutter) +
		`"/><w:col w:w="` + strconv.Itoa(facts) + `"/></w:cols>`})
}

func (d *document) facts(b *builder, facts []galley.Fact, style string) {
	for _, f := range facts {
		d.open(b, style, "", f.Value)
		d.run(b, "Label", f.Label)
		b.s("<w:r><w:tab/></w:r>")
		d.run(b, "", f.Value)
		b.s("</w:p>")
	}
}

// indent returns how far behind their labels, whose characters are as wide on
// average as given, the values of facts stand, in twips.
func indent(facts []galley.Fact, width int) int {
	longest := 5
	for _, f := range facts {
		n := utf8.RuneCountInString(f.Label)
		if f.Label == strings.ToUpper(f.Label) {
			n += n / 4
		}
		longest = max(longest, n)
	}
	return min(longest, 32)*width + 160
}

// rule writes a rule across the page.
func (d *document) rule(b *builder) {
	d.open(b, "Rule", "", "")
	b.s("</w:p>")
}

// foot writes what stands below the sections.
func (d *document) foot(b *builder) {
	d.measure = d.fullMeasure()
	d.rule(b)
	d.end(b, section{})
	d.remarks(b, d.Before)
	d.plain(b, "FootHeading", d.SourcesTitle)
	d.plain(b, "Remark", d.SourcesNote)
	d.sources(b)
	d.remarks(b, d.Remarks)
	// Word divides a section's text evenly between its columns only if another
	// section follows on the page.
	d.end(b, section{columns: columns(2)})
	d.facts(b, d.Designation, "Designation")
	if len(d.Designation) == 0 && d.Annex == nil {
		d.open(b, "Spacer", "", "")
		b.s("</w:p>")
	}
}

func (d *document) remarks(b *builder, facts []galley.Fact) {
	for _, f := range facts {
		d.remark(b, f)
	}
}

func (d *document) remark(b *builder, f galley.Fact) {
	d.open(b, "Remark", "", f.Value)
	d.run(b, "Label", f.Label)
	d.run(b, "", " "+f.Value)
	b.s("</w:p>")
}

// annex writes the second page.
func (d *document) annex(b *builder) {
	d.open(b, "AnnexTitle", "", d.Annex.Title)
	d.run(b, "", d.Annex.Title)
	b.s("<w:r><w:tab/></w:r>")
	d.run(b, "Count", d.Annex.Page)
	b.s("</w:p>")
	for i := range d.Annex.Parts {
		d.part(b, &d.Annex.Parts[i], "Heading2")
	}
	d.remarks(b, d.Annex.Remarks)
}

// gutter is between columns, in twips.
const gutter = 340

// columns returns the element for a number of columns of one width.
func columns(n int) string {
	if n < 2 {
		return ""
	}
	return `<w:cols w:num="` + strconv.Itoa(n) + `" w:space="` + strconv.Itoa(gutter) + `"/>`
}

// A section is a stretch of text with columns of its own.
type section struct {
	columns string // the element; empty: one column
	newPage bool   // it does not go on where the one before it ends
}

// end ends a section.
func (d *document) end(b *builder, s section) {
	b.s(`<w:p><w:pPr><w:pStyle w:val="Spacer"/>`)
	d.section(b, s)
	b.s("</w:pPr></w:p>")
}

// section writes the properties of a section: paper, margins, columns.
func (d *document) section(b *builder, s section) {
	const edge = 340 // twips from the paper's edge to the marking
	b.s("<w:sectPr>")
	if !d.Marking.IsEmpty() && d.sections == 0 { // the others take over the first one's
		b.s(`<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>`)
	}
	kind := "continuous"
	if s.newPage {
		kind = "nextPage"
	}
	b.s(`<w:type w:val="`, kind, `"/>`)
	side := strconv.Itoa(twips(d.Paper.Side))
	b.s(`<w:pgSz w:w="`, strconv.Itoa(twips(d.Paper.Width)), `" w:h="`, strconv.Itoa(twips(d.Paper.Height)), `"/>`,
		`<w:pgMar w:top="`, margin, `" w:right="`, side, `" w:bottom="`, margin, `" w:left="`, side,
		`" w:header="`, strconv.Itoa(edge), `" w:footer="`, strconv.Itoa(edge), `" w:gutter="0"/>`, s.columns)
	if d.RTL() {
		b.s("<w:bidi/>")
	}
	b.s("</w:sectPr>")
	d.sections++
}

// margin is above and below the text, in twips.
const margin = "640"
