package pdf

import "slices"

// encodingMap returns the map from the codes in content streams to glyph
// numbers, of which there are so many (ISO 32000-1, 9.7.5).
func encodingMap(numbers int) []byte {
	b := append([]byte(nil), "%!PS-Adobe-3.0 Resource-CMap\n"...)
	b = append(b, cmapHead+"/CIDSystemInfo"+identity+"def\n/CMapName/Numbers def\n/CMapType 1 def\n/WMode 0 def\n"...)
	b = appendCodeSpace(b, numbers)
	b = append(b, "1 begincidrange\n<00><7F>0\nendcidrange\n"...)
	for n := oneByte; n < numbers; n = n&^0xFF + 0x100 { // a range must not change the first byte
		b = append(b, "1 begincidrange\n<"...)
		b = appendHex(b, uint16(twoBytes+n))
		b = append(b, "><"...)
		b = appendHex(b, uint16(twoBytes+n|0xFF))
		b = append(b, '>')
		b = appendInt(b, n)
		b = append(b, "\nendcidrange\n"...)
	}
	return append(b, cmapTail...)
}

const (
	cmapHead = "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
	cmapTail = "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"
)

// appendCodeSpace appends which codes there are.
func appendCodeSpace(b []byte, numbers int) []byte {
	if numbers <= oneByte {
		return append(b, "1 begincodespacerange\n<00><7F>\nendcodespacerange\n"...)
	}
	return append(b, "2 begincodespacerange\n<00><7F>\n<8000><FFFF>\nendcodespacerange\n"...)
}

// toUnicode returns the map from codes to text (ISO 32000-1, 9.10.3). It is
// short, since ASCII characters have their codes for numbers.
func toUnicode(texts []string) []byte {
	b := make([]byte, 0, 1024)
	b = append(b, cmapHead+"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"...)
	b = appendCodeSpace(b, len(texts))
	b = append(b, "1 beginbfrange\n<20><7E><0020>\nendbfrange\n"...)
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
			if n < oneByte {
				b = append(b, hexDigits[n>>4], hexDigits[n&15])
			} else {
				b = appendHex(b, uint16(twoBytes+n))
			}
			b = append(b, "><"...)
			for _, r := range unicodeOf(texts[n]) {
				b = appendUTF16(b, r)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, cmapTail...)
}
