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
	"unicode/utf8"

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
		"{measure}", strconv.Itoa(full), "{middle}", strconv.Itoa(full/2), "{column}", strconv.Itoa(d.columnMeasure()), "{facts}", strconv.Itoa(facts),
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

// margin returns the part for the top or bottom margin, which has the marking
// in the middle and the label of the Traffic Light Protocol at the right or,
// where they have no room beside each other, further out.
func (d *document) margin(element, style string) string {
	const longest = 50 // characters
	m := d.Marking
	var b builder
	b.s(xmlHead, "<w:", element, wordNS, ">")
	switch {
	case m.TLP == "":
		d.plain(&b, style, m.Text)
	case utf8.RuneCountInString(m.Text) <= longest:
		d.labelled(&b, m.Text)
	case style == "Header":
		d.labelled(&b, "")
		d.plain(&b, style, m.Text)
	default:
		d.plain(&b, style, m.Text)
		d.labelled(&b, "")
	}
	b.s("</w:", element, ">")
	return b.String()
}

// labelled writes a text in the middle of a line and the label at its right.
func (d *document) labelled(b *builder, text string) {
	d.open(b, "MarkingLine", "", text)
	b.s("<w:r><w:tab/></w:r>")
	d.run(b, "", text)
	b.s("<w:r><w:tab/></w:r>")
	d.run(b, "TLP", d.Marking.TLP)
	b.s("</w:p>")
}
