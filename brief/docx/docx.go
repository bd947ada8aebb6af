// Package docx writes a galley as an Office Open XML document (ECMA-376,
// transitional), for Word, LibreOffice and whatever else reads .docx.
//
// Structure is native: built-in styles for title, headings and lists, tables
// with repeated header rows, sections with the columns of the page, the
// marking in header and footer. The sources are a numbered list, and a
// citation is a cross-reference to the number of its source, so that Word
// keeps them right when sources are put in or taken out.
package docx

import (
	_ "embed"
	"io"
	"strconv"
	"strings"

	"readahead/brief/galley"
)

// The parts that are the same in all documents but for names in braces.
var (
	//go:embed parts/styles.xml
	styles string
	//go:embed parts/theme.xml
	theme string
	//go:embed parts/numbering.xml
	numberings string
	//go:embed parts/settings.xml
	settings string
)

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNS  = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relsNS    = `http://schemas.openxmlformats.org/package/2006/relationships`
	relType   = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	mediaType = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
)

// Write writes the galley.
func Write(w io.Writer, g galley.Galley) error {
	d := &document{Galley: &g}
	d.numbered = d.inOrder()
	body := d.body()

	tlp := "FFFFFF"
	if g.Marking.TLP != "" {
		tlp = g.Marking.Color
	}
	full := d.fullMeasure()
	facts, labels := indent(append(g.Above[:len(g.Above):len(g.Above)], g.Facts...), 95), indent(g.Designation, 85)
	var p parcel
	p.add("word/document.xml", "document.main+xml", "", body)
	p.add("word/styles.xml", "styles+xml", "styles", strings.NewReplacer(
		"{lang}", langElement("w:lang", g.Lang), "{tlp}", tlp,
		"{measure}", strconv.Itoa(full), "{column}", strconv.Itoa(d.columnMeasure()), "{facts}", strconv.Itoa(facts),
		"{designation}", strconv.Itoa(full/2+labels), "{labels}", strconv.Itoa(labels),
	).Replace(styles))
	p.add("word/settings.xml", "settings+xml", "settings", strings.Replace(settings, "{themelang}", langElement("w:themeFontLang", g.Lang), 1))
	p.add("word/numbering.xml", "numbering+xml", "numbering", d.numbering())
	p.add("word/theme/theme1.xml", "", "theme", theme)
	if !g.Marking.IsEmpty() {
		p.add("word/header1.xml", "header+xml", "header", d.margin("hdr", "Header"))
		p.add("word/footer1.xml", "footer+xml", "footer", d.margin("ftr", "Footer"))
	}
	return archive(w, p.parts(&g, d.addresses))
}

// langElement returns an element that says what language text is in: the
// attribute depends on the kind of script.
func langElement(name, tag string) string {
	if tag == "" {
		return ""
	}
	attribute := "w:val"
	switch primary, _, _ := strings.Cut(strings.ToLower(tag), "-"); {
	case primary == "ja", primary == "zh", primary == "ko":
		attribute = "w:eastAsia"
	case (&galley.Galley{Lang: tag}).RTL():
		attribute = "w:bidi"
	}
	return "<" + name + " " + attribute + `="` + escape(tag) + `"/>`
}

// margin returns the part for the top or bottom margin, which has the marking and the
// label of the Traffic Light Protocol.
func (d *document) margin(element, style string) string {
	var b builder
	b.s(xmlHead, "<w:", element, wordNS, ">")
	m := d.Marking
	if m.TLP == "" {
		d.plain(&b, style, m.Text)
	} else { // in the middle and at the right
		d.open(&b, style, `<w:tabs><w:tab w:val="center" w:pos="`+strconv.Itoa(d.fullMeasure()/2)+`"/><w:tab w:val="right" w:pos="`+
			strconv.Itoa(d.fullMeasure())+`"/></w:tabs>`, m.Text)
		b.s("<w:r><w:tab/></w:r>")
		d.run(&b, "", m.Text)
		b.s("<w:r><w:tab/></w:r>")
		d.run(&b, "TLP", m.TLP)
		b.s("</w:p>")
	}
	b.s("</w:", element, ">")
	return b.String()
}
