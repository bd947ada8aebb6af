package pdf

import (
	"time"

	"readahead/brief/layout"
)

// writeDocument writes every object of the file.
func (f *file) writeDocument(p layout.Page, m Meta, d *drawing) {
	f.catalog, f.info = f.add(), f.add()
	pages, page, content := f.add(), f.add(), f.add()
	f.stream(content, nil, func() []byte { return deflate(d.content) })
	fonts := f.writeFonts(d.faces)
	annotations := f.writeLinks(p, d)
	structure := f.writeStructure(p, d, page, annotations)
	f.writePages(p, d, pages, page, content, fonts, annotations)
	f.writeInfo(m)
	f.writeCatalog(p, m, pages, structure)
}

func (f *file) writePages(p layout.Page, d *drawing, pages, page, content ref, fonts, annotations []ref) {
	b := f.begin(pages)
	b = append(b, "<</Type/Pages/Count 1/Kids["...)
	b = appendRef(b, page)
	f.end(append(b, "]>>"...))

	b = f.begin(page)
	b = append(b, "<</Type/Page/Parent "...)
	b = appendRef(b, pages)
	b = append(b, "/MediaBox[0 0 "...)
	b = appendLength(b, p.Width, 2)
	b = append(b, ' ')
	b = appendLength(b, p.Height, 2)
	b = append(b, "]/Contents "...)
	b = appendRef(b, content)
	b = append(b, "/Resources<<"...)
	if len(fonts) > 0 {
		b = append(b, "/Font<<"...)
		for i, r := range fonts {
			b = appendName(b, d.faces[i].name)
			b = append(b, ' ')
			b = appendRef(b, r)
		}
		b = append(b, ">>"...)
	}
	b = append(b, ">>/StructParents 0/Tabs/S"...)
	if len(annotations) > 0 {
		b = append(b, "/Annots["...)
		for i, r := range annotations {
			if i > 0 {
				b = append(b, ' ')
			}
			b = appendRef(b, r)
		}
		b = append(b, ']')
	}
	f.end(append(b, ">>"...))
}

func (f *file) writeCatalog(p layout.Page, m Meta, pages, structure ref) {
	lang := language(p.Lang)
	if lang == "" {
		lang = "und" // undetermined (ISO 639-2)
	}
	metadata, profile := f.add(), f.add()
	f.rawStream(metadata, []byte("/Type/Metadata/Subtype/XML"), xmp(m, lang))
	f.stream(profile, []byte("/N 3"), srgbPacked)
	attachments := f.writeAttachments(m)

	b := f.begin(f.catalog)
	b = append(b, "<</Type/Catalog/Pages "...)
	b = appendRef(b, pages)
	b = append(b, "/StructTreeRoot "...)
	b = appendRef(b, structure)
	b = append(b, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang"...)
	b = appendString(b, lang)
	b = append(b, "/Metadata "...)
	b = appendRef(b, metadata)
	b = append(b, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile "...)
	b = appendRef(b, profile)
	b = append(b, ">>]"...)
	b = appendAttachments(b, m, attachments)
	f.end(append(b, ">>"...))
}

// writeInfo writes the document information dictionary (ISO 32000-1, 14.3.3),
// which says what the XMP metadata say.
func (f *file) writeInfo(m Meta) {
	b := f.begin(f.info)
	b = append(b, "<<"...)
	for _, entry := range []struct{ key, value string }{
		{"Title", m.Title},
		{"Author", m.Author},
		{"Subject", m.Subject},
		{"Keywords", m.Keywords},
		{"Creator", m.Creator},
		{"Producer", m.Producer},
	} {
		if v := info(entry.value); v != "" {
			b = append(b, '/')
			b = append(b, entry.key...)
			b = appendText(b, v)
		}
	}
	if date := pdfDate(m.Date); date != "" {
		b = append(b, "/CreationDate"...)
		b = appendString(b, date)
		b = append(b, "/ModDate"...)
		b = appendString(b, date)
	}
	f.end(append(b, ">>"...))
}

// pdfDate returns t as a date string (ISO 32000-1, 7.9.4), or "" if there is
// none.
func pdfDate(t time.Time) string {
	if !hasDate(t) {
		return ""
	}
	return t.UTC().Format("D:20060102150405Z")
}

// hasDate reports whether t is a time that four digits of a year can write.
func hasDate(t time.Time) bool {
	year := t.UTC().Year()
	return !t.IsZero() && year > 0 && year <= 9999
}
