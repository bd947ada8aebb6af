package docx

import (
	"strconv"

	"readahead/brief/galley"
)

// A note is a source as a footnote. Its identifier is its index, from 1.
type note struct{ *galley.Source }

// number makes a note of each source, and finds out whether Word's own
// numbering gives them their numbers.
func (d *document) number() {
	for i := range d.Sources {
		src := &d.Sources[i]
		if d.Find(src.Number) != i {
			continue
		}
		d.notes = append(d.notes, note{src})
		d.custom = d.custom || src.Number != len(d.notes)
	}
}

// anchors writes the marks of all footnotes, each in a bookmark for citations
// to refer to.
func (d *document) anchors(b *builder) {
	for i, n := range d.notes {
		if i > 0 {
			b.run("FootnoteReference", ",")
		}
		id := strconv.Itoa(i + 1)
		b.s(`<w:bookmarkStart w:id="`, id, `" w:name="`, bookmark(n.Number), `"/><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference `)
		if d.custom {
			b.s(`w:customMarkFollows="1" w:id="`, id, `"/><w:t>`, strconv.Itoa(n.Number), "</w:t>")
		} else {
			b.s(`w:id="`, id, `"/>`)
		}
		b.s(`</w:r><w:bookmarkEnd w:id="`, id, `"/>`)
	}
}

// bookmark names the bookmark of a source. Word hides names that begin with a
// line.
func bookmark(number int) string { return "_Source" + strconv.Itoa(number) }

// cite writes a citation: a reference to the mark of the source's footnote, or
// the bare number where there is no such source.
func (d *document) cite(b *builder, number int) {
	if d.Find(number) < 0 {
		b.run("FootnoteReference", strconv.Itoa(number))
		return
	}
	b.s(`<w:fldSimple w:instr=" NOTEREF `, bookmark(number), ` \f \h ">`)
	b.run("FootnoteReference", strconv.Itoa(number))
	b.s("</w:fldSimple>")
}

// footnotes returns the part with the footnotes and the addresses that they
// link to, or nothing if there are no footnotes.
func (d *document) footnotes() (text string, addresses []string) {
	if len(d.notes) == 0 {
		return "", nil
	}
	var b builder
	b.s(xmlHead, "<w:footnotes", wordNS, ">",
		`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>`,
		`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for i, n := range d.notes {
		b.s(`<w:footnote w:id="`, strconv.Itoa(i+1), `">`)
		d.open(&b, "FootnoteText", "", n.Title)
		b.s(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`)
		if d.custom {
			b.s("<w:t>", strconv.Itoa(n.Number), "</w:t>")
		} else {
			b.s("<w:footnoteRef/>")
		}
		b.s("</w:r>")
		b.run("", " ")
		if n.URL != "" {
			b.s(`<w:hyperlink r:id="`, addressID(len(addresses)), `">`)
			b.run("Hyperlink", n.Title)
			b.s("</w:hyperlink>")
			addresses = append(addresses, n.URL)
		} else {
			b.run("Emphasis", n.Title)
		}
		b.run("", n.Rest)
		b.s("</w:p></w:footnote>")
	}
	b.s("</w:footnotes>")
	return b.String(), addresses
}
