package pdf

import (
	"slices"
	"time"

	"readahead/brief/deflate"
	"readahead/brief/layout"
)

// writeDocument writes every object of the file.
func (f *file) writeDocument(pages []layout.Page, m Meta, d *drawing, attached []*[]byte) {
	f.catalog, f.info = f.add(), f.add()
	root := f.add()
	refs := make([]ref, len(pages))
	for i := range refs {
		refs[i] = f.add()
	}
	annotations := f.writeLinks(pages, d, refs)
	f.writePages(pages, d, root, refs, annotations)
	structure := f.writeStructure(pages, d, refs, annotations)
	f.writeInfo(m)
	f.writeCatalog(pages[0], m, root, structure, attached)
}

// writePages writes the pages with what they show.
func (f *file) writePages(pages []layout.Page, d *drawing, root ref, refs, annotations []ref) {
	b := f.begin(root)
	b = append(b, "<</Type/Pages/Count "...)
	b = appendInt(b, len(refs))
	b = append(b, "/Kids["...)
	b = appendRefs(b, refs)
	f.end(append(b, "]>>"...))

	contents := make([]ref, len(pages))
	for i := range contents {
		contents[i] = f.add()
		f.stream(contents[i], nil, func() []byte { return deflate.Zlib(d.contents[i]) })
	}
	resources := d.appendResources(nil, f.writeFonts(d), f.writePictures(d.pictures))
	for i, p := range pages {
		b := f.begin(refs[i])
		b = append(b, "<</Type/Page/Parent "...)
		b = appendRef(b, root)
		b = append(b, "/MediaBox[0 0 "...)
		b = appendLength(b, p.Width, 2)
		b = append(b, ' ')
		b = appendLength(b, p.Height, 2)
		b = append(b, "]/Contents "...)
		b = appendRef(b, contents[i])
		b = append(b, resources...)
		b = append(b, "/StructParents "...)
		b = appendInt(b, i)
		b = append(b, "/Tabs/S"...)
		var own []ref
		for k, area := range d.links {
			if area.page == i {
				own = append(own, annotations[k])
			}
		}
		if len(own) > 0 {
			b = append(b, "/Annots["...)
			b = appendRefs(b, own)
			b = append(b, ']')
		}
		f.end(append(b, ">>"...))
	}
}

// appendResources appends a page's resources, which all pages share. Where
// pictures show through, the colors to mix are those of the page (ISO 32000-1,
// 11.4.7).
func (d *drawing) appendResources(b []byte, fonts, pictures []ref) []byte {
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
	if len(pictures) > 0 {
		b = append(b, "/XObject<<"...)
		for i, r := range pictures {
			b = appendName(b, pictureName(i))
			b = append(b, ' ')
			b = appendRef(b, r)
		}
		b = append(b, ">>"...)
	}
	b = append(b, ">>"...)
	if slices.ContainsFunc(d.pictures, isTransparent) {
		b = append(b, "/Group<</S/Transparency/CS/DeviceRGB>>"...)
	}
	return b
}

func (f *file) writeCatalog(first layout.Page, m Meta, pages, structure ref, attached []*[]byte) {
	lang := language(first.Lang)
	if lang == "" {
		lang = "und" // undetermined (ISO 639-2)
	}
	metadata, profile := f.add(), f.add()
	f.stream(metadata, []byte("/Type/Metadata/Subtype/XML"), func() []byte { return deflate.Zlib(xmp(m, lang)) })
	f.stream(profile, []byte("/N 3"), srgbPacked)
	attachments := f.writeAttachments(m, attached)

	b := f.begin(f.catalog)
	b = append(b, "<</Type/Catalog/Pages "...)
	b = appendRef(b, pages)
	b = append(b, "/StructTreeRoot "...)
	b = appendRef(b, structure)
	b = append(b, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true"...)
	if first.RightToLeft {
		b = append(b, "/Direction/R2L"...)
	}
	b = append(b, ">>/Lang"...)
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
