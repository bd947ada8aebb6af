package layout

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Printable returns s as a page draws it: letters composed with their marks
// (NFC), every run of white space one space, and without the characters that
// cannot be seen: controls, direction marks, joiners, fillers, soft hyphens,
// tags. Spaces that forbid a line break stay as U+00A0. What is not UTF-8
// becomes U+FFFD.
func Printable(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false // one is due before the next visible character
	for _, r := range s {
		switch {
		case isSpace(r):
			space = b.Len() > 0
			continue
		case isInvisible(r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if isFixedSpace(r) {
			r = '\u00A0'
		}
		b.WriteRune(r)
	}
	if norm.NFC.IsNormalString(b.String()) {
		return b.String()
	}
	return norm.NFC.String(b.String())
}

// isPlain reports whether s is ASCII that can be drawn as it is.
func isPlain(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7F || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return s == "" || last != ' '
}

// isSpace reports whether r is white space where a line may end.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0x1680, 0x2028, 0x2029, 0x205F, 0x3000, 0x2800:
		return true
	}
	return 0x2000 <= r && r <= 0x200A && r != 0x2007
}

// isFixedSpace reports whether r is a space where a line may not end.
func isFixedSpace(r rune) bool { return r == 0xA0 || r == 0x2007 || r == 0x202F }

// isInvisible reports whether r draws nothing and moves nothing: controls
// and format characters (Unicode's categories Cc and Cf), variation selectors,
// and the fillers among the letters.
func isInvisible(r rune) bool {
	switch {
	case r < 0x20, 0x7F <= r && r < 0xA0, r == 0xAD:
		return true
	case r < 0x034F:
		return false
	case r == 0x034F, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x3164, r == 0xFFA0:
		return true
	case 0x180B <= r && r <= 0x180F, 0xFE00 <= r && r <= 0xFE0F, 0xE0000 <= r && r <= 0xE0FFF:
		return true
	case 0x2060 <= r && r <= 0x206F:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}
