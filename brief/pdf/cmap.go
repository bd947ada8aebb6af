package pdf

import "slices"

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
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"...)
}
