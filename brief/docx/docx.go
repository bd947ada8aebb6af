// Package docx writes a galley as an Office Open XML document (ECMA-376,
// transitional), for Word, LibreOffice and whatever else reads .docx.
//
// Structure is native: built-in styles for title, headings and bullets, tables
// with repeated header rows, the sources as footnotes, the marking in header
// and footer. The sources' footnotes are anchored where it says how many there
// are; a citation is a cross-reference to the footnote's mark (a NOTEREF
// field), since a Word footnote has one mark only.
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
	numbering string
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
	d.number()
	body := d.body()
	notes, addresses := d.footnotes()

	measure := strconv.Itoa(d.measure())
	noteSettings := ""
	if notes != "" {
		noteSettings = `<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>`
	}
	var p parcel
	p.add("word/document.xml", "document.main+xml", "", body)
	p.add("word/styles.xml", "styles+xml", "styles",
		strings.NewReplacer("{lang}", langElement("w:lang", g.Lang), "{measure}", measure).Replace(styles))
	p.add("word/settings.xml", "settings+xml", "settings",
		strings.NewReplacer("{notes}", noteSettings, "{themelang}", langElement("w:themeFontLang", g.Lang)).Replace(settings))
	p.add("word/numbering.xml", "numbering+xml", "numbering", numbering)
	p.add("word/theme/theme1.xml", "", "theme", theme)
	if g.Marking != "" {
		p.add("word/header1.xml", "header+xml", "header", d.margin("hdr", "Header"))
		p.add("word/footer1.xml", "footer+xml", "footer", d.margin("ftr", "Footer"))
	}
	if notes != "" {
		p.add("word/footnotes.xml", "footnotes+xml", "footnotes", notes)
	}
	return archive(w, p.parts(&g, addresses))
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

// margin returns the part for the top or bottom margin, which has the marking.
func (d *document) margin(element, style string) string {
	var b builder
	b.s(xmlHead, "<w:", element, wordNS, ">")
	d.open(&b, style, "", d.Marking)
	b.run("", d.Marking)
	b.s("</w:p></w:", element, ">")
	return b.String()
}
