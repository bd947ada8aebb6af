package html

import "strings"

// escape returns s as it may stand in an element's text and in an attribute in
// double quotes. Texts of a galley are valid UTF-8 without controls; the few
// characters that HTML forbids besides (noncharacters) are replaced here.
func escape(s string) string {
	if strings.IndexFunc(s, special) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\'':
			b.WriteString("&#39;")
		case forbidden(r):
			b.WriteRune('\uFFFD')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func special(r rune) bool {
	return r == '&' || r == '<' || r == '>' || r == '"' || r == '\'' || forbidden(r)
}

// forbidden reports whether r is a control, a noncharacter or no valid UTF-8
// (HTML, 13.2.3.5, preprocessing the input stream).
func forbidden(r rune) bool {
	switch {
	case r < ' ' && r != '\t' && r != '\n', 0x7F <= r && r < 0xA0:
		return true
	}
	return r == '\uFFFD' || 0xFDD0 <= r && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}
