package ingest

import (
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// spaces puts a plain space for every kind of space, and takes out what
// cannot be seen: soft hyphens, zero-width characters, byte order marks,
// bidirectional controls. A soft hyphen at the end of a line joins the two
// halves of its word. Joiners stay where scripts and emoji need them.
func (m *mender) spaces(t doc.Text) doc.Text {
	s := t.String()
	e := edit{old: t}
	before := rune(0)
	for i := 0; i < len(s); {
		if n := asciiPrefix(s[i:]); n > 0 {
			i += n
			before = rune(s[i-1])
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch kindOf(r) {
		case oddSpace:
			e.replace(i, i+n, " ")
		case softHyphen:
			n += lineEndAfter(s[i+n:])
			e.replace(i, i+n, "")
		case bidiControl:
			m.bidi.add(t.Slice(i, i+n))
			e.replace(i, i+n, "")
		case unseen:
			m.unseen.add(t.Slice(i, i+n))
			e.replace(i, i+n, "")
		case joiner:
			if before < 0x600 || 0x2000 <= before && before < 0x2070 {
				m.unseen.add(t.Slice(i, i+n))
				e.replace(i, i+n, "")
			}
		case fontBullet:
			e.replace(i, i+n, "•")
		default:
			before = r
		}
		i += n
	}
	return e.text()
}

// A charKind says what spaces does about a character.
type charKind int

const (
	ordinary charKind = iota
	oddSpace
	softHyphen
	bidiControl
	unseen
	joiner
	fontBullet
)

// kindOf classes the characters beyond ASCII.
func kindOf(r rune) charKind {
	switch r {
	case 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
		0x202f, 0x205f, 0x3000:
		return oddSpace
	case 0xad:
		return softHyphen
	case 0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069:
		return bidiControl
	case 0x180e, 0x200b, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff, 0xfff9, 0xfffa, 0xfffb:
		return unseen
	case 0x200c, 0x200d:
		return joiner
	case 0xf0a7, 0xf0b7: // bullets of the Wingdings and Symbol fonts
		return fontBullet
	}
	if 0x80 <= r && r < 0xa0 && r != 0x85 || 0xe0000 <= r && r <= 0xe007f { // control codes and tags
		return unseen
	}
	return ordinary
}

// lineEndAfter returns the length of the line end that s begins with and of
// the spaces around it, 0 if the text goes on.
func lineEndAfter(s string) int {
	i := len(s) - len(strings.TrimLeft(s, " \t"))
	if i == len(s) || s[i] != '\n' && s[i] != '\r' {
		return 0
	}
	n, _ := lineEnd(s, i)
	rest := strings.TrimLeft(s[i+n:], " \t")
	if rest == "" || rest[0] == '\n' || rest[0] == '\r' {
		return 0
	}
	return len(s) - len(rest)
}

// asciiPrefix returns how many bytes of ASCII s begins with. It takes eight at
// a time.
func asciiPrefix(s string) int {
	n := 0
	for ; n+8 <= len(s); n += 8 {
		b := s[n : n+8]
		if (b[0]|b[1]|b[2]|b[3]|b[4]|b[5]|b[6]|b[7])&utf8.RuneSelf != 0 {
			break
		}
	}
	for n < len(s) && s[n] < utf8.RuneSelf {
		n++
	}
	return n
}
