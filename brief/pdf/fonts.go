package pdf

import (
	"hash/fnv"

	"readahead/brief/deflate"
)

// writeFonts writes a font for each face (ISO 32000-1, 9.7): Type 0 with the
// identity encoding, so that a two-byte code is a glyph number, with exact
// widths. One map to text serves them all.
func (f *file) writeFonts(d *drawing) []ref {
	if len(d.faces) == 0 {
		return nil
	}
	var refs []ref
	unicode := f.add()
	f.stream(unicode, nil, func() []byte { return deflate.Zlib(toUnicode(d.codes.texts)) })
	for _, fc := range d.faces {
		font, descriptor, program := f.add(), f.add(), f.add()
		ids := fc.program()
		name := subsetName(fc)
		f.stream(program, nil, func() []byte { return deflate.Zlib(fc.Subset(ids)) })

		b := f.begin(font)
		b = append(b, "<</Type/Font/Subtype/Type0/BaseFont"...)
		b = appendName(b, name)
		b = append(b, "/Encoding/Identity-H/ToUnicode "...)
		b = appendRef(b, unicode)
		b = append(b, "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont"...)
		b = appendName(b, name)
		b = append(b, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "...)
		b = appendRef(b, descriptor)
		b = append(b, "/W[0["...)
		for i, id := range ids {
			if i > 0 {
				b = append(b, ' ')
			}
			b = fc.appendUnits(b, fc.Advance(id))
		}
		f.end(append(b, "]]>>]>>"...))

		f.writeDescriptor(fc, descriptor, program, name)
		refs = append(refs, font)
	}
	return refs
}

func (f *file) writeDescriptor(fc *face, descriptor, program ref, name string) {
	flags := 1 << 2 // symbolic: the codes are no standard encoding
	if fc.ItalicAngle != 0 {
		flags |= 1 << 6
	}
	b := f.begin(descriptor)
	b = append(b, "<</Type/FontDescriptor/FontName"...)
	b = appendName(b, name)
	b = append(b, "/Flags "...)
	b = appendInt(b, flags)
	b = append(b, "/FontBBox["...)
	for i, v := range fc.BBox {
		if i > 0 {
			b = append(b, ' ')
		}
		b = fc.appendUnits(b, v)
	}
	b = append(b, "]/ItalicAngle "...)
	b = appendRatio(b, int64(fc.ItalicAngle), 100, 2)
	b = append(b, "/Ascent "...)
	b = fc.appendUnits(b, fc.Ascent)
	b = append(b, "/Descent "...)
	b = fc.appendUnits(b, fc.Descent)
	b = append(b, "/CapHeight "...)
	b = fc.appendUnits(b, fc.CapHeight)
	b = append(b, "/StemV "...)
	b = appendInt(b, 80+(fc.Weight-400)/5) // the data has no stem widths: about what the weight makes them
	b = append(b, "/FontFile2 "...)
	b = appendRef(b, program)
	f.end(append(b, ">>"...))
}

// appendUnits appends a measure of the face in thousandths of the em.
func (f *face) appendUnits(b []byte, v int) []byte {
	return appendRatio(b, int64(v)*1000, int64(f.UnitsPerEm), 1)
}

// subsetName returns the face's name behind six letters that tell its subsets
// apart (ISO 32000-1, 9.6.4).
func subsetName(f *face) string {
	h := fnv.New64a()
	for _, id := range f.ids {
		h.Write([]byte{byte(id >> 8), byte(id)})
	}
	sum := h.Sum64()
	var tag [7]byte
	for i := range 6 {
		tag[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	tag[6] = '+'
	return string(tag[:]) + f.PostScriptName
}
