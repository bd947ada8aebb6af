package ingest

import (
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// longestControlString bounds how far the end of a control string is looked
// for, in bytes.
const longestControlString = 4096

// maxDropped is how many control strings are kept as dropped.
const maxDropped = 1000

// controlCodes takes out terminal control sequences and control characters,
// except those that end lines and tabs. What a control string carries, such as
// the title of a window, is dropped with it. Overstruck characters give way to
// what was printed over them.
func (m *mender) controlCodes(t doc.Text) doc.Text {
	s := t.String()
	e := edit{old: t}
	overstruck := false
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= ' ' && c != 0x7f && c != 0xc2 && c != 0xef, c == '\n', c == '\t', c == '\r', c == '\v', c == '\f':
			i++
			continue
		case c == '\b':
			overstruck = true
			i++
			continue
		}
		n := m.controlAt(t, i)
		if n > 0 {
			m.controls.add(t.Slice(i, i+n))
			e.cut(i, i+n)
		}
		i += max(n, 1)
	}
	t = e.text()
	if overstruck {
		m.controls.add(t.Slice(strings.IndexByte(t.String(), '\b'), t.Len()))
		t = m.overstrikes(t)
	}
	return t
}

// controlAt returns the length of the control sequence or character at
// position i of t, 0 if there is none.
func (m *mender) controlAt(t doc.Text, i int) int {
	s := t.String()
	switch c := s[i]; {
	case c == 0x1b:
		n, lo, hi := escapeSequence(s[i:])
		if lo < hi && len(m.dropped) < maxDropped {
			m.dropped = append(m.dropped, doc.Dropped{Text: t.Slice(i+lo, i+hi), Reason: "terminal control string"})
		}
		return n
	case c < ' ' || c == 0x7f:
		return 1
	}
	switch r, n := utf8.DecodeRuneInString(s[i:]); {
	case r == 0x9b: // the same as ESC [
		if isColour(s, i+n) {
			return csiEnd(s, i+n) - i
		}
		return n
	case 0x80 <= r && r <= 0x9f && r != 0x85, r == 0xfffe, r == 0xffff:
		return n
	}
	return 0
}

// escapeSequence returns the length of the sequence that s, which begins with
// ESC, starts with, and what it carries if it is a control string: s[lo:hi].
// See ECMA-48 and ECMA-35 for the forms. A sequence that breaks off counts as
// far as it goes.
func escapeSequence(s string) (n, lo, hi int) {
	if len(s) < 2 {
		return len(s), 0, 0
	}
	switch c := s[1]; {
	case c == '[':
		if j := csiEnd(s, 2); j > 0 {
			return j, 0, 0
		}
		return 2, 0, 0
	case c == ']', c == 'P', c == 'X', c == '^', c == '_':
		return controlString(s)
	case ' ' <= c && c <= '/': // designates a character set
		j := 2
		for j < len(s) && ' ' <= s[j] && s[j] <= '/' {
			j++
		}
		if j < len(s) && '0' <= s[j] && s[j] <= '~' {
			j++
		}
		return j, 0, 0
	case strings.IndexByte("78=><cDEHMNOZno|}~", c) >= 0:
		return 2, 0, 0
	}
	return 1, 0, 0
}

// csiEnd returns the end of the control sequence whose parameters begin at i,
// 0 if there is no final byte.
func csiEnd(s string, i int) int {
	for i < len(s) && '0' <= s[i] && s[i] <= '?' {
		i++
	}
	for i < len(s) && ' ' <= s[i] && s[i] <= '/' {
		i++
	}
	if i < len(s) && '@' <= s[i] && s[i] <= '~' {
		return i + 1
	}
	return 0
}

// controlString measures a control string: ESC and a letter, then anything up
// to BEL or the string terminator. If that does not come on the same line, or
// another sequence comes first, only the opening is control and the rest is
// text after all.
func controlString(s string) (n, lo, hi int) {
	for j := 2; j < min(len(s), longestControlString); j++ {
		switch {
		case s[j] == '\a':
			return j + 1, 2, j
		case s[j] == 0x1b && j+1 < len(s) && s[j+1] == '\\':
			return j + 2, 2, j
		case strings.HasPrefix(s[j:], "\u009c"):
			return j + len("\u009c"), 2, j
		case s[j] == '\n', s[j] == '\r', s[j] == 0x1b:
			return 2, 0, 0
		}
	}
	return 2, 0, 0
}

// latinControls puts in the characters of Windows-1252 where text has the
// control codes U+0080 to U+009F, which happens if it was read as Latin-1.
// U+0085 alone is Unicode's line end, and U+009B before colour parameters the
// introducer of a terminal's control sequence: both stay.
func latinControls(t doc.Text) doc.Text {
	s := t.String()
	e := edit{old: t}
	alone := true // whether U+0085 has no quotation marks and dashes with it
	for c := byte(0x91); c <= 0x97; c++ {
		alone = alone && !strings.Contains(s, string(rune(c)))
	}
	for i := 0; ; {
		n := strings.IndexByte(s[i:], 0xc2)
		if n < 0 {
			return e.text()
		}
		i += n
		c := s[i+1]
		switch r := decode1252(c); {
		case r < 0xa0, c >= 0xa0, c == 0x85 && alone, c == 0x9b && isColour(s, i+2):
		default:
			e.replace(i, i+2, string(r))
		}
		i += 2
	}
}

// isColour reports whether the parameters of a control sequence that begin at
// i set a colour or the like.
func isColour(s string, i int) bool {
	end := csiEnd(s, i)
	return end > 0 && s[end-1] == 'm'
}

// hasLatinControl reports whether s holds one of U+0080 to U+009F.
func hasLatinControl(s string) bool {
	for {
		i := strings.IndexByte(s, 0xc2)
		if i < 0 || i+1 == len(s) {
			return false
		}
		if s[i+1] < 0xa0 {
			return true
		}
		s = s[i+2:]
	}
}
