package docx

import "strings"

// escape returns s as it may stand in an element's text and in an attribute in
// double quotes. Characters that XML 1.0 does not allow (2.2, Char), escaped or
// not, become U+FFFD.
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
			b.WriteString("&gt;") // "]]>" may not stand in a text
		case r == '"':
			b.WriteString("&quot;")
		case special(r):
			b.WriteRune('\uFFFD')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func special(r rune) bool {
	switch r {
	case '&', '<', '>', '"', '\uFFFD', '\uFFFE', '\uFFFF':
		return true
	}
	return r < ' ' && r != '\t' && r != '\n' && r != '\r'
}
