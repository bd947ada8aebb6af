package segment

import (
	"unicode"
	"unicode/utf8"
)

func isSpace(c rune) bool {
	if c < utf8.RuneSelf {
		return c == ' ' || '\t' <= c && c <= '\r'
	}
	return unicode.IsSpace(c)
}

func isLower(c rune) bool {
	if c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z'
	}
	return unicode.IsLower(c)
}

func isUpper(c rune) bool {
	if c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	return unicode.IsUpper(c) || unicode.IsTitle(c)
}

func isLetter(c rune) bool {
	if c < utf8.RuneSelf {
		return 'a' <= c|0x20 && c|0x20 <= 'z'
	}
	return unicode.IsLetter(c)
}

func isDigit(c rune) bool { return '0' <= c && c <= '9' }

// isNumeral reports whether a number begins with c: a digit, or the sign of a
// currency.
func isNumeral(c rune) bool {
	switch c {
	case '$', '€', '£', '¥':
		return true
	}
	return isDigit(c)
}

func isBullet(c rune) bool {
	switch c {
	case '•', '⁃', '‣', '▪', '■', '●', '◦':
		return true
	}
	return false
}

// isOpener reports whether c may stand before the first word of a sentence.
func isOpener(c rune) bool {
	switch c {
	case '"', '\'', '“', '‘', '„', '‚', '«', '»', '‹', '›', '”', '’', '(', '[', '¿', '¡', '「', '『', '（', '【', '《':
		return true
	}
	return false
}

// skipSpace returns the offset of the first character of s from p on that is
// not white space.
func skipSpace(s string, p int) int {
	for p < len(s) {
		c, size := utf8.DecodeRuneInString(s[p:])
		if !isSpace(c) {
			break
		}
		p += size
	}
	return p
}

// spaceBefore reports whether white space stands before offset p of s.
func spaceBefore(s string, p int) bool {
	c, _ := utf8.DecodeLastRuneInString(s[:p])
	return isSpace(c)
}

func isDash(c rune) bool { return c == '-' || c == '–' || c == '—' }
