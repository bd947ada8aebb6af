package preflight

import (
	"strings"
	"unicode/utf16"
)

// decodeText returns what a text string says (ISO 32000-1, 7.9.2.2): UTF-16
// with a byte order mark, or PDFDocEncoding.
func decodeText(s string) string {
	if strings.HasPrefix(s, "\xFE\xFF") {
		return utf16Text(s[2:])
	}
	if strings.HasPrefix(s, "\xEF\xBB\xBF") { // PDF 2.0, but readers take it
		return s[3:]
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(docEncoding(s[i]))
	}
	return b.String()
}

// docEncoding returns the character of a byte in PDFDocEncoding (annex D.2).
func docEncoding(c byte) rune {
	const (
		low  = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC"
		high = "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC"
	)
	switch {
	case 0x18 <= c && c <= 0x1F:
		return []rune(low)[c-0x18]
	case 0x80 <= c && c <= 0xA0:
		return []rune(high)[c-0x80]
	}
	return rune(c)
}

// utf16Text decodes UTF-16 with the high byte first.
func utf16Text(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
