package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Printable returns s as a page draws it: letters composed with their marks
// (NFC), every run of white space one space, which is U+00A0 if all of the run
// forbid a line break, and without the characters that cannot be seen: controls,
// direction marks, fillers, soft hyphens, tags, and joiners where they do not
// change how letters look. What is not UTF-8 becomes U+FFFD.
func Printable(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := rune(0) // one that is due before the next visible character
	last := rune(0)
	for i, r := range s {
		switch {
		case (r == zwnj || r == zwj) && joins(last, s[i+len("\u200C"):]):
			b.WriteRune(r)
			last = r
			continue
		case isSpace(r):
			space = ' '
			continue
		case isFixedSpace(r):
			if space == 0 {
				space = '\u00A0'
			}
			continue
		case isInvisible(r):
			continue
		}
		if space != 0 && b.Len() > 0 {
			b.WriteRune(space)
		}
		space = 0
		b.WriteRune(r)
		last = r
	}
	if norm.NFC.IsNormalString(b.String()) {
		return b.String()
	}
	return norm.NFC.String(b.String())
}

const (
	zwnj = '\u200C' // keeps letters apart that would join
	zwj  = '\u200D' // joins them
)

// joins reports whether a joiner stands inside a word of a script whose
// letters change beside each other: Arabic and its kin, those of India. There
// it is spelling (Unicode 16, 9.2 and 12.1).
func joins(before rune, rest string) bool {
	after, _ := utf8.DecodeRuneInString(rest)
	return isJoining(before) && isJoining(after)
}

func isJoining(r rune) bool {
	return (0x0620 <= r && r <= 0x08FF || 0x0900 <= r && r <= 0x0DFF || 0x1000 <= r && r <= 0x109F || 0x1780 <= r && r <= 0x18AF) &&
		unicode.In(r, unicode.L, unicode.M)
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
