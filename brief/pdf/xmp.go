package pdf

import "time"

// xmp returns the document's metadata (ISO 16684-1): what the information
// dictionary has, and the claims to PDF/A-3a and PDF/UA-1. PDF/A knows no
// schema for the latter, so that it is described, too (ISO 19005-3, 6.6.2.3).
func xmp(m Meta, lang string) []byte {
	b := make([]byte, 0, 4096)
	b = append(b, "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"+
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
`...)
	b = appendProperty(b, "dc:title", `<rdf:Alt><rdf:li xml:lang="x-default">`, m.Title, "</rdf:li></rdf:Alt>")
	b = appendProperty(b, "dc:creator", "<rdf:Seq><rdf:li>", m.Author, "</rdf:li></rdf:Seq>")
	b = appendProperty(b, "dc:description", `<rdf:Alt><rdf:li xml:lang="x-default">`, m.Subject, "</rdf:li></rdf:Alt>")
	b = appendProperty(b, "dc:language", "<rdf:Bag><rdf:li>", lang, "</rdf:li></rdf:Bag>")
	b = appendProperty(b, "pdf:Keywords", "", m.Keywords, "")
	b = appendProperty(b, "pdf:Producer", "", m.Producer, "")
	b = appendProperty(b, "xmp:CreatorTool", "", m.Creator, "")
	if hasDate(m.Date) {
		date := m.Date.UTC().Format(time.RFC3339)
		b = appendProperty(b, "xmp:CreateDate", "", date, "")
		b = appendProperty(b, "xmp:ModifyDate", "", date, "")
	}
	return append(b, `<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`...)
}

// appendProperty appends a property with its value between the tags before
// and after it; nothing for no value.
func appendProperty(b []byte, name, before, value, after string) []byte {
	if value = info(value); value == "" {
		return b
	}
	b = append(b, '<')
	b = append(b, name...)
	b = append(b, '>')
	b = append(b, before...)
	for i := range len(value) {
		switch c := value[i]; c { // what XML does not allow at all, info has removed
		case '&':
			b = append(b, "&amp;"...)
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		default:
			b = append(b, c)
		}
	}
	b = append(b, after...)
	b = append(b, "</"...)
	b = append(b, name...)
	return append(b, ">\n"...)
}
