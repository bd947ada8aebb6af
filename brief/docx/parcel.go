package docx

import (
	"strconv"
	"strings"

	"readahead/brief/galley"
)

// A parcel gathers the parts of a document with their types and what the main
// part's relation to them is.
type parcel struct {
	list      []part
	overrides strings.Builder // of [Content_Types].xml
	relations strings.Builder // of the main part
	count     int
}

// add adds a part. Relation is empty for the main part, media for the theme,
// whose type is of another family.
func (p *parcel) add(name, media, relation, text string) {
	p.list = append(p.list, part{name, text})
	full := mediaType + media
	if media == "" {
		full = "application/vnd.openxmlformats-officedocument.theme+xml"
	}
	p.overrides.WriteString(`<Override PartName="/` + name + `" ContentType="` + full + `"/>`)
	if relation == "" {
		return
	}
	p.count++
	id := "rId" + strconv.Itoa(p.count)
	if relation == "header" || relation == "footer" {
		id = relation // the main part refers to it
	}
	p.relations.WriteString(relationship(id, relation, strings.TrimPrefix(name, "word/"), false))
}

func relationship(id, kind, target string, external bool) string {
	mode := ""
	if external {
		mode = ` TargetMode="External"`
	}
	return `<Relationship Id="` + id + `" Type="` + relType + kind + `" Target="` + escape(target) + `"` + mode + `/>`
}

func relationships(inner string) string {
	return xmlHead + `<Relationships xmlns="` + relsNS + `">` + inner + `</Relationships>`
}

// parts returns all parts of the document, in the order in which they stand in
// the file. Addresses are what the sources link to.
func (p *parcel) parts(g *galley.Galley, addresses []string) []part {
	const properties = `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
		`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`
	var links strings.Builder
	for i, a := range addresses {
		links.WriteString(relationship(addressID(i), "hyperlink", a, true))
	}
	return append([]part{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` + p.overrides.String() + properties + `</Types>`},
		{"_rels/.rels", relationships(relationship("rId1", "officeDocument", "word/document.xml", false) +
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
			relationship("rId3", "extended-properties", "docProps/app.xml", false))},
		{"docProps/core.xml", core(g)},
		{"docProps/app.xml", xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Readahead</Application></Properties>`},
		{"word/_rels/document.xml.rels", relationships(p.relations.String() + links.String())},
	}, p.list...)
}

func addressID(i int) string { return "link" + strconv.Itoa(i+1) }

// core returns the document's properties (ECMA-376, part 2, 11). Its dates
// are the date of the newest source.
func core(g *galley.Galley) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, p := range [...]struct{ name, value string }{
		{"dc:title", g.Title}, {"dc:subject", g.Subtitle()}, {"dc:creator", g.Author}, {"dc:language", g.Lang},
	} {
		if p.value != "" {
			b.WriteString("<" + p.name + ">" + escape(p.value) + "</" + p.name + ">")
		}
	}
	if !g.AsOf.IsZero() {
		for _, name := range [...]string{"created", "modified"} {
			b.WriteString(`<dcterms:` + name + ` xsi:type="dcterms:W3CDTF">` + g.AsOf.String() + `T00:00:00Z</dcterms:` + name + `>`)
		}
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String()
}
