package preflight

import (
	"bytes"
	"slices"
	"strings"
)

// A mutation breaks a good file in one place.
type mutation struct {
	name   string
	change func(*book)
	raw    func([]byte) []byte // instead of change, or after it
	want   string              // "PDF/UA-1 7.2", a finding that there must be; several with commas
	alone  string              // the standards that veraPDF finds kept and we do not
	unread bool                // veraPDF gives up on the file

	data []byte // the broken file
}

// mutations break the file as a whole, its catalog and metadata, its colours,
// fonts, annotations and attachments; structureMutations the rest.
var mutations = []mutation{
	{name: "version 2.0", raw: swap("%PDF-1.7", "%PDF-2.0"), want: "PDF/UA-1 6.1, PDF/A-3a 6.1.2"},
	{name: "no binary comment", raw: swap("%\xE2\xE3\xCF\xD3", "%abcd"), want: "PDF/A-3a 6.1.2"},
	{name: "data after the end", raw: func(b []byte) []byte { return append(b, "more\n"...) }, want: "PDF/A-3a 6.1.3"},
	{name: "no identifier", change: func(b *book) { delete(b.trailer, "ID") }, want: "PDF/A-3a 6.1.3"},
	{name: "rows without their line ends", raw: swap("00000 n \n", "00000 n  "), want: "ISO 32000-1 7.5.4"},
	{name: "table begun with a space", raw: swap("\nxref\n", "\nxref \n"), want: "PDF/A-3a 6.1.4"},
	{name: "object begun with two spaces", raw: swap("\n1 0 obj\n", "\n1  0 obj"), want: "PDF/A-3a 6.1.9"},
	{name: "odd hexadecimal string", change: func(b *book) { b.catalog()["X"] = keyword("<ABC>") }, want: "PDF/A-3a 6.1.6"},
	{name: "letters in a hexadecimal string", change: func(b *book) { b.catalog()["X"] = keyword("<ABxC>") }, want: "PDF/A-3a 6.1.6"},
	{name: "wrong length of a stream", raw: func(b []byte) []byte {
		i := bytes.Index(b, []byte("/Subtype /XML")) - 40
		j := bytes.Index(b[i:], []byte("/Length ")) + i + len("/Length ")
		b[j]++
		return b
	}, want: "PDF/A-3a 6.1.7.1"},
	{name: "stream in another file", change: func(b *book) { b.get(b.page()["Contents"])["F"] = text("x.bin") }, want: "PDF/A-3a 6.1.7.1"},
	{name: "LZW", change: func(b *book) { b.add(&stream{dict: dict{"Filter": name("LZWDecode")}, raw: []byte("\x80\x0b")}) }, want: "PDF/A-3a 6.1.7.2"},
	{name: "large number", change: func(b *book) { b.catalog()["X"] = 1 << 40 }, want: "PDF/A-3a 6.1.13"},
	{name: "long string", change: func(b *book) { b.catalog()["X"] = text(strings.Repeat("x", 40000)) }, want: "PDF/A-3a 6.1.13"},
	{name: "long name", change: func(b *book) { b.catalog()["X"] = name(strings.Repeat("x", 128)) }, want: "PDF/A-3a 6.1.13"},
	{name: "small page", change: func(b *book) { b.page()["MediaBox"] = array{0, 0, 2, 800} }, want: "PDF/A-3a 6.1.13"},
	{name: "deep graphics states", change: func(b *book) { b.draw(strings.Repeat("q ", 29) + strings.Repeat("Q ", 29)) }, want: "PDF/A-3a 6.1.13"},
	{name: "state never restored", change: func(b *book) { b.draw("q") }, want: "ISO 32000-1 8.4.2"},
	{name: "state never saved", change: func(b *book) { b.draw("Q") }, want: "ISO 32000-1 8.4.2"},
	{name: "unknown operator", change: func(b *book) { b.draw("1 2 xx") }, want: "PDF/A-3a 6.2.2"},
	{name: "resources from above", change: func(b *book) {
		b.get(b.catalog(), "Pages")["Resources"] = b.page()["Resources"]
		delete(b.page(), "Resources")
	}, want: "PDF/A-3a 6.2.2"},

	{name: "wrong number of pages", change: func(b *book) { b.get(b.catalog(), "Pages")["Count"] = 2 }, want: "ISO 32000-1 7.7.3.2", unread: true},
	{name: "not marked", change: func(b *book) { b.get(b.catalog(), "MarkInfo")["Marked"] = false }, want: "PDF/UA-1 6.2, PDF/A-3a 6.7.2.2"},
	{name: "suspects", change: func(b *book) { b.get(b.catalog(), "MarkInfo")["Suspects"] = true }, want: "PDF/UA-1 7.1"},
	{name: "title not shown", change: func(b *book) { delete(b.catalog(), "ViewerPreferences") }, want: "PDF/UA-1 7.1"},
	{name: "no language", change: func(b *book) { delete(b.catalog(), "Lang") }, want: "PDF/UA-1 7.2"},
	{name: "bad language", change: func(b *book) { b.catalog()["Lang"] = text("english_GB") }, want: "PDF/UA-1 7.2, PDF/A-3a 6.7.4"},
	{name: "empty language", change: func(b *book) { b.catalog()["Lang"] = text("") }, want: "PDF/UA-1 7.2"},
	{name: "no structure tree", change: func(b *book) { delete(b.catalog(), "StructTreeRoot") }, want: "PDF/UA-1 7.1, PDF/A-3a 6.7.3.3"},
	{name: "opens with JavaScript", change: func(b *book) {
		b.catalog()["OpenAction"] = dict{"S": name("JavaScript"), "JS": text("app.beep()")}
	}, want: "PDF/A-3a 6.5.1"},
	{name: "named action", change: func(b *book) { b.catalog()["OpenAction"] = dict{"S": name("Named"), "N": name("Print")} }, want: "PDF/A-3a 6.5.1"},
	{name: "document's own actions", change: func(b *book) { b.catalog()["AA"] = dict{} }, want: "PDF/A-3a 6.5.2"},
	{name: "page's own actions", change: func(b *book) { b.page()["AA"] = dict{} }, want: "PDF/A-3a 6.5.2"},
	{name: "steps of a presentation", change: func(b *book) { b.page()["PresSteps"] = dict{} }, want: "PDF/A-3a 6.10"},
	{name: "alternate presentations", change: func(b *book) { b.get(b.catalog(), "Names")["AlternatePresentations"] = dict{} }, want: "PDF/A-3a 6.10"},
	{name: "requirements", change: func(b *book) { b.catalog()["Requirements"] = array{dict{"S": name("EnableJavaScripts")}} }, want: "PDF/A-3a 6.11"},
	{name: "rendered anew", change: func(b *book) { b.catalog()["NeedsRendering"] = true }, want: "PDF/A-3a 6.4.2"},
	{name: "XFA", change: func(b *book) { b.catalog()["AcroForm"] = dict{"XFA": text("x"), "Fields": array{}} }, want: "PDF/A-3a 6.4.2"},
	{name: "appearances by the reader", change: func(b *book) { b.catalog()["AcroForm"] = dict{"NeedAppearances": true, "Fields": array{}} }, want: "PDF/A-3a 6.4.1"},
	{name: "layers without a name", change: func(b *book) { b.catalog()["OCProperties"] = dict{"OCGs": array{}, "D": dict{}} }, want: "PDF/UA-1 7.10, PDF/A-3a 6.9"},
	{name: "layers that switch themselves", change: func(b *book) {
		b.catalog()["OCProperties"] = dict{"OCGs": array{}, "D": dict{"Name": text("a"), "AS": array{dict{"Event": name("View"), "OCGs": array{}, "Category": array{name("View")}}}}}
	}, want: "PDF/UA-1 7.10, PDF/A-3a 6.9"},
	{name: "permissions", change: func(b *book) { b.catalog()["Perms"] = dict{"UR": dict{}} }, want: "PDF/A-3a 6.1.12"},

	{name: "no metadata", change: func(b *book) { delete(b.catalog(), "Metadata") }, want: "PDF/UA-1 7.1, PDF/A-3a 6.6.2.1"},
	{name: "metadata without a type", change: func(b *book) { delete(b.get(b.catalog()["Metadata"]), "Subtype") }, want: "PDF/UA-1 7.1, PDF/A-3a 6.6.2.1"},
	{name: "metadata cut off", change: func(b *book) { b.xmp("</rdf:RDF>", "") }, want: "PDF/A-3a 6.6.2.1"},
	{name: "metadata with an encoding", change: func(b *book) { b.xmp(`id="W5M0`, `encoding="UTF-8" id="W5M0`) }, want: "PDF/A-3a 6.6.2.1"},
	{name: "PDF/A-2", change: func(b *book) { b.xmp("<pdfaid:part>3", "<pdfaid:part>2") }, want: "PDF/A-3a 6.6.4"},
	{name: "PDF/A-3b", change: func(b *book) { b.xmp("conformance>A", "conformance>B") }, want: "PDF/A-3a 6.6.4"},
	{name: "no claim to PDF/A", change: func(b *book) {
		b.xmp("<pdfaid:part>3</pdfaid:part>", "")
		b.xmp("<pdfaid:conformance>A</pdfaid:conformance>", "")
	}, want: "PDF/A-3a 6.6.4"},
	{name: "no claim to PDF/UA", change: func(b *book) { b.xmp("<pdfuaid:part>1</pdfuaid:part>", "") }, want: "PDF/UA-1 5"},
	{name: "PDF/UA-2", change: func(b *book) { b.xmp("<pdfuaid:part>1", "<pdfuaid:part>2") }, want: "PDF/UA-1 5"},
	{name: "no title", change: func(b *book) {
		b.xmp("<dc:title>", "<dc:source>")
		b.xmp("</dc:title>", "</dc:source>")
		b.xmp(`<rdf:Alt><rdf:li xml:lang="x-default">Skerry`, "Skerry")
		b.xmp("</rdf:li></rdf:Alt></dc:source>", "</dc:source>")
	}, want: "PDF/UA-1 7.1"},
	{name: "property nobody knows", change: func(b *book) { b.xmp("<dc:title>", "<pdf:Mood>good</pdf:Mood><dc:title>") }, want: "PDF/A-3a 6.6.2.3.1"},
	{name: "title is no alternative", change: func(b *book) {
		b.xmp(`<rdf:Alt><rdf:li xml:lang="x-default">`, "<rdf:Seq><rdf:li>")
		b.xmp("</rdf:Alt>", "</rdf:Seq>")
	}, want: "PDF/A-3a 6.6.2.3.1"},
	{name: "bad date", change: func(b *book) { b.xmp("<xmp:CreateDate>2026", "<xmp:CreateDate>May 2026") }, want: "PDF/A-3a 6.6.2.3.1"},
	{name: "schema not described", change: func(b *book) {
		b.xmp("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/", "<pdfaSchema:namespaceURI>http://www.aiim.org/other/")
	}, want: "PDF/A-3a 6.6.2.3.1"},
	{name: "schema without a description", change: func(b *book) { b.xmp("<pdfaProperty:category>internal</pdfaProperty:category>", "") }, want: "PDF/A-3a 6.6.2.3.3"},
	{name: "other title in the information", change: func(b *book) { b.get(b.trailer["Info"])["Title"] = text("Another") }, want: "ISO 32000-1 14.3.3"},
	{name: "other date in the information", change: func(b *book) { b.get(b.trailer["Info"])["ModDate"] = text("D:20200101000000Z") }, want: "ISO 32000-1 14.3.3"},

	{name: "no output intent", change: func(b *book) { delete(b.catalog(), "OutputIntents") }, want: "PDF/A-3a 6.2.4.3"},
	{name: "profile that is none", change: func(b *book) {
		b.streamAt(b.get(b.catalog(), "OutputIntents")["DestOutputProfile"]).raw = []byte("no profile")
	}, want: "PDF/A-3a 6.2.3"},
	{name: "profile of another class", change: func(b *book) {
		copy(b.streamAt(b.get(b.catalog(), "OutputIntents")["DestOutputProfile"]).raw[12:], "link")
	}, want: "PDF/A-3a 6.2.3"},
	{name: "CMYK without an intent", change: func(b *book) { b.draw("0 0 0 1 k /Artifact BMC 0 0 1 1 re f EMC") }, want: "PDF/A-3a 6.2.4.3"},
	{name: "transfer function", change: func(b *book) {
		b.get(b.page(), "Resources")["ExtGState"] = dict{"G": dict{"TR": name("Identity")}}
		b.draw("/G gs")
	}, want: "PDF/A-3a 6.2.5"},
	{name: "blend mode", change: func(b *book) {
		b.get(b.page(), "Resources")["ExtGState"] = dict{"G": dict{"BM": name("Sparkle")}}
		b.draw("/G gs")
	}, want: "PDF/A-3a 6.2.10"},
	{name: "rendering intent", change: func(b *book) { b.draw("/Nice ri") }, want: "PDF/A-3a 6.2.6"},

	{name: "font not embedded", change: func(b *book) { delete(b.get(b.cidFont(), "FontDescriptor"), "FontFile2") }, want: "PDF/UA-1 7.21.4.1, PDF/A-3a 6.2.11.4.1"},
	{name: "no glyph map", change: func(b *book) { delete(b.cidFont(), "CIDToGIDMap") }, want: "PDF/UA-1 7.21.3.2, PDF/A-3a 6.2.11.3.2"},
	{name: "widths off", change: func(b *book) {
		w := b.cidFont()["W"].(array)[1].(array)
		for i := range w {
			w[i] = 777
		}
	}, want: "PDF/UA-1 7.21.5, PDF/A-3a 6.2.11.5"},
	{name: "no widths", change: func(b *book) { delete(b.cidFont(), "W") }, want: "PDF/UA-1 7.21.5, PDF/A-3a 6.2.11.5"},
	{name: "missing glyph drawn", change: func(b *book) { b.content("]TJ", "<0000>]TJ") }, want: "PDF/UA-1 7.21.8, PDF/A-3a 6.2.11.8"},
	{name: "glyph that is not there", change: func(b *book) { b.content("]TJ", "<7FFF>]TJ") }, want: "PDF/UA-1 7.21.4.1, PDF/A-3a 6.2.11.4.1"},
	{name: "font program cut off", change: func(b *book) {
		s := b.streamAt(b.get(b.cidFont(), "FontDescriptor")["FontFile2"])
		s.raw = s.raw[:len(s.raw)/2]
	}, want: "PDF/UA-1 7.21.4.1, PDF/A-3a 6.2.11.4.1"},
	{name: "no text for codes", change: func(b *book) { delete(b.font(), "ToUnicode") }, want: "PDF/UA-1 7.21.7, PDF/A-3a 6.2.11.7.2"},
	{name: "codes for nothing", change: func(b *book) { b.edit(b.font()["ToUnicode"], "<0020><007E><0020>", "<0020><007E><0000>") }, want: "PDF/UA-1 7.21.7, PDF/A-3a 6.2.11.7.2"},
	{name: "byte order marks for codes", change: func(b *book) { b.edit(b.font()["ToUnicode"], "<0020><007E><0020>", "<0020><007E><FEB0>") }, want: "PDF/UA-1 7.21.7, PDF/A-3a 6.2.11.7.2"},
	{name: "private characters", change: func(b *book) { b.edit(b.font()["ToUnicode"], "<0020><007E><0020>", "<0020><007E><E000>") }, want: "PDF/A-3a 6.2.11.7.3"},
	{name: "names of a font differ", change: func(b *book) { b.get(b.cidFont(), "FontDescriptor")["FontName"] = name("Other") }, want: "ISO 32000-1 9.7.6.1"},
	{name: "bad tag of a subset", change: func(b *book) {
		for _, d := range []dict{b.font(), b.cidFont()} {
			d["BaseFont"] = name("Abc+Sans")
		}
		b.get(b.cidFont(), "FontDescriptor")["FontName"] = name("Abc+Sans")
	}, want: "ISO 32000-1 9.6.4"},
	{name: "font of no kind", change: func(b *book) { b.cidFont()["Subtype"] = name("CIDFontType9") }, want: "PDF/A-3a 6.2.11.2"},
	{name: "empty set of glyphs", change: func(b *book) {
		b.get(b.cidFont(), "FontDescriptor")["CIDSet"] = b.add(&stream{dict: dict{}, raw: []byte{0}})
	}, want: "PDF/UA-1 7.21.4.2, PDF/A-3a 6.2.11.4.2"},

	{name: "no tab order", change: func(b *book) { delete(b.page(), "Tabs") }, want: "PDF/UA-1 7.18.3"},
	{name: "link without contents", change: func(b *book) { delete(b.link(), "Contents") }, want: "PDF/UA-1 7.18.5"},
	{name: "link without flags", change: func(b *book) { delete(b.link(), "F") }, want: "PDF/A-3a 6.3.2"},
	{name: "link not printed", change: func(b *book) { b.link()["F"] = 0 }, want: "PDF/A-3a 6.3.2"},
	{name: "link hidden", change: func(b *book) { b.link()["F"] = 6 }, want: "PDF/A-3a 6.3.2"},
	{name: "annotation of a kind not allowed", change: func(b *book) { b.link()["Subtype"] = name("Movie") }, want: "PDF/A-3a 6.3.1, PDF/UA-1 7.18.1"},
	{name: "annotation without an appearance", change: func(b *book) { b.link()["Subtype"] = name("Square") }, want: "PDF/A-3a 6.3.3, PDF/UA-1 7.18.1"},
	{name: "link launches", change: func(b *book) { b.link()["A"] = dict{"S": name("Launch"), "F": text("x")} }, want: "PDF/A-3a 6.5.1"},
	{name: "link in no element", change: func(b *book) { delete(b.link(), "StructParent") }, want: "PDF/UA-1 7.18.5"},
	{name: "link in a paragraph", change: func(b *book) { b.el("Link", 0)["S"] = name("Span") }, want: "PDF/UA-1 7.18.5"},
	{name: "link's element does not know it", change: func(b *book) {
		e := b.el("Link", 0)
		e["K"] = slices.DeleteFunc(b.kids(e), func(v value) bool { _, ok := v.(dict); return ok })
	}, want: "ISO 32000-1 14.7.4.3"},
	{name: "link that leads nowhere", change: func(b *book) { delete(b.link(), "A"); delete(b.link(), "Dest") }, want: "ISO 32000-1 12.5.6.5"},

	{name: "attachment without a relationship", change: func(b *book) { delete(b.spec(), "AFRelationship") }, want: "PDF/A-3a 6.8"},
	{name: "attachment without UF", change: func(b *book) { delete(b.spec(), "UF") }, want: "PDF/UA-1 7.11, PDF/A-3a 6.8"},
	{name: "attachment with an empty name", change: func(b *book) { b.spec()["F"] = text("") }, want: "PDF/UA-1 7.11"},
	{name: "attachment without a media type", change: func(b *book) { delete(b.get(b.spec(), "EF", "F"), "Subtype") }, want: "PDF/A-3a 6.8"},
	{name: "attachment with a bad media type", change: func(b *book) { b.get(b.spec(), "EF", "F")["Subtype"] = name("json") }, want: "PDF/A-3a 6.8"},
	{name: "attachment that belongs to nothing", change: func(b *book) { delete(b.catalog(), "AF") }, want: "PDF/A-3a 6.8"},
}

// spec returns the attachment's file specification.
func (b *book) spec() dict { return b.get(b.catalog(), "AF") }

// swap returns a change of the first old in a file to new.
func swap(old, new string) func([]byte) []byte {
	return func(b []byte) []byte { return bytes.Replace(b, []byte(old), []byte(new), 1) }
}
