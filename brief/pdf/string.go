package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxInfo is the greatest length in characters of a text about the document
// or its parts. PDF/A allows strings of 32,767 bytes (ISO 19005-3, 6.1.13).
const maxInfo = 4000

const hexDigits = "0123456789ABCDEF"

// info returns s fit to be a title, a description and the like, in PDF as in
// XML: on one line, without control characters and what Unicode and XML know
// as no characters; bytes that are not UTF-8 become U+FFFD.
func info(s string) string {
	if isPlain(s) && len(s) <= maxInfo {
		return s
	}
	var b strings.Builder
	n := 0
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == 0x2028 || r == 0x2029:
			r = ' '
		case isControl(r) || isNoncharacter(r):
			continue
		}
		if n++; n > maxInfo {
			b.WriteRune('…')
			break
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

// isPlain reports whether s is printable ASCII.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func isControl(r rune) bool { return r < ' ' || 0x7F <= r && r < 0xA0 }

// isNoncharacter reports whether Unicode sets r aside for no use in text.
func isNoncharacter(r rune) bool { return r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF }

// appendText appends a text string (ISO 32000-1, 7.9.2.2): in PDFDocEncoding,
// or, if that lacks a character, in UTF-16.
func appendText(b []byte, s string) []byte {
	if strings.HasPrefix(s, "þ") || strings.HasPrefix(s, "ï") {
		return appendUnicode(b, s) // it could be taken for a byte order mark
	}
	out := append(b, '(')
	for _, r := range s {
		c := docEncoding(r)
		if c == 0 {
			return appendUnicode(b, s)
		}
		out = appendStringByte(out, c)
	}
	return append(out, ')')
}

// docEncoding returns the byte for r in PDFDocEncoding (ISO 32000-1, annex
// D.2), 0 for characters that it lacks and for some rare ones.
func docEncoding(r rune) byte {
	switch r {
	case '•':
		return 0x80
	case '…':
		return 0x83
	case '—':
		return 0x84
	case '–':
		return 0x85
	case '„':
		return 0x8C
	case '“':
		return 0x8D
	case '”':
		return 0x8E
	case '‘':
		return 0x8F
	case '’':
		return 0x90
	case '‚':
		return 0x91
	case '€':
		return 0xA0
	}
	if ' ' <= r && r <= '~' || 0xA0 < r && r <= 0xFF && r != '\u00AD' {
		return byte(r)
	}
	return 0
}

// appendUnicode appends a text string in UTF-16, in hexadecimal.
func appendUnicode(b []byte, s string) []byte {
	b = append(b, "<FEFF"...)
	for _, r := range s {
		b = appendUTF16(b, r)
	}
	return append(b, '>')
}

// appendUTF16 appends r as hexadecimal UTF-16BE.
func appendUTF16(b []byte, r rune) []byte {
	if r < 0x10000 {
		return appendHex(b, uint16(r))
	}
	hi, lo := utf16.EncodeRune(r)
	return appendHex(appendHex(b, uint16(hi)), uint16(lo))
}

func appendHex(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
}

// appendString appends a literal string of any bytes (ISO 32000-1, 7.3.4.2).
func appendString(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		b = appendStringByte(b, s[i])
	}
	return append(b, ')')
}

// appendStringByte appends a byte of a literal string. A carriage return would
// be read as a line feed.
func appendStringByte(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

// appendName appends a name (ISO 32000-1, 7.3.5). A name has at most 127
// bytes; of a longer one the rest is cut.
func appendName(b []byte, s string) []byte {
	b = append(b, '/')
	for _, c := range []byte(s[:min(len(s), 127)]) {
		if c > ' ' && c < 0x7F && !strings.ContainsRune("()<>[]{}/%#", rune(c)) {
			b = append(b, c)
		} else {
			b = append(b, '#', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return b
}

// language returns tag if it has the form of a BCP 47 language tag: a language
// of two or three letters, then parts of up to eight letters and digits. Else
// it returns "".
func language(tag string) string {
	if len(tag) > 100 {
		return ""
	}
	first := true
	for part := range strings.SplitSeq(tag, "-") {
		if first && (len(part) < 2 || len(part) > 3) || part == "" || len(part) > 8 {
			return ""
		}
		for _, c := range []byte(part) {
			letter := 'a' <= c|0x20 && c|0x20 <= 'z'
			if !letter && (first || c < '0' || c > '9') {
				return ""
			}
		}
		first = false
	}
	return tag
}

// unicodeOf returns what a glyph's text copies out as. Control characters,
// private use characters (which PDF/A level A wants explained) and what is no
// character become U+FFFD, white space a space, and U+FEFF, which a
// ToUnicode map must not name (ISO 14289-1, 7.21.7), its modern form U+2060.
func unicodeOf(text string) string {
	if isPlain(text) {
		return text
	}
	if utf8.ValidString(text) && !strings.ContainsFunc(text, isUnfit) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0xFEFF:
			return 0x2060
		case '\t' <= r && r <= '\r' || r == 0x85:
			return ' '
		case isUnfit(r):
			return utf8.RuneError
		}
		return r
	}, text)
}

func isUnfit(r rune) bool {
	return isControl(r) || isNoncharacter(r) || r == 0xFEFF || isPrivate(r)
}

func isPrivate(r rune) bool { return 0xE000 <= r && r <= 0xF8FF || r >= 0xF0000 }
