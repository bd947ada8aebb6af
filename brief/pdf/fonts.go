package pdf

import (
	"hash/fnv"
	"slices"
)

// writeFonts writes a font for each face (ISO 32000-1, 9.7): Type 0 with the
// identity encoding, so that a two-byte code is a glyph number, with exact
// widths and the text of every glyph.
func (f *file) writeFonts(faces []*face) []ref {
	var refs []ref
	for _, fc := range faces {
		font, descendant, descriptor := f.add(), f.add(), f.add()
		program, unicode := f.add(), f.add()
		name := subsetName(fc)
		f.stream(program, nil, func() []byte { return deflate(fc.Subset(fc.ids)) })
		f.rawStream(unicode, nil, toUnicode(fc.texts)) // too short to be worth deflating

		b := f.begin(font)
		b = append(b, "<</Type/Font/Subtype/Type0/BaseFont"...)
		b = appendName(b, name)
		b = append(b, "/Encoding/Identity-H/DescendantFonts["...)
		b = appendRef(b, descendant)
		b = append(b, "]/ToUnicode "...)
		b = appendRef(b, unicode)
		f.end(append(b, ">>"...))

		b = f.begin(descendant)
		b = append(b, "<</Type/Font/Subtype/CIDFontType2/BaseFont"...)
		b = appendName(b, name)
		b = append(b, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "...)
		b = appendRef(b, descriptor)
		b = append(b, "/W[0["...)
		for i, id := range fc.ids {
			if i > 0 {
				b = append(b, ' ')
			}
			b = fc.appendUnits(b, fc.Advance(id))
		}
		f.end(append(b, "]]>>"...))

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

// toUnicode returns the map from glyph numbers to text (ISO 32000-1, 9.10.3).
// It is short, since ASCII characters have their codes for numbers.
func toUnicode(texts []string) []byte {
	b := make([]byte, 0, 1024)
	b = append(b, `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
1 beginbfrange
<0020><007E><0020>
endbfrange
`...)
	var numbers []int
	for n, text := range texts {
		if text != "" && (n < firstASCII || n >= afterASCII) {
			numbers = append(numbers, n)
		}
	}
	for block := range slices.Chunk(numbers, 100) { // a block has at most so many entries
		b = appendInt(b, len(block))
		b = append(b, " beginbfchar\n"...)
		for _, n := range block {
			b = append(b, '<')
			b = appendHex(b, uint16(n))
			b = append(b, "><"...)
			for _, r := range unicodeOf(texts[n]) {
				b = appendUTF16(b, r)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, `endcmap
CMapName currentdict/CMap defineresource pop
end
end`...)
}
