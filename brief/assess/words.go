package assess

import (
	"unicode"
	"unicode/utf8"
)

// A word is a word, an abbreviation or a number of a sentence.
type word struct {
	start, end int   // bytes of the sentence
	entry      int32 // index in the lexicon
	upper      bool  // begins with a capital
	digits     bool  // a number in figures, without its sign and unit
	owns       bool  // is followed by ’s
}

// split appends the words of s to dst. Words joined by a hyphen are words of
// their own; an abbreviation with full stops ("U.S.", "a.m.") is one word; the
// US in capitals is the U.S.; a number in figures is one word with its decimal
// point but without separators of thousands.
func (x *lexicon) split(dst []word, s string) []word {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case isDigit(c):
			var w word
			w, i = x.number(s, i)
			dst = append(dst, w)
		case isLetter(c):
			var w word
			w, i = x.word(s, i)
			dst = append(dst, w)
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) {
				i += n
				continue
			}
			var w word
			w, i = x.word(s, i)
			dst = append(dst, w)
		}
	}
	return dst
}

// number reads the number that begins at i and returns it with the place
// after it.
func (x *lexicon) number(s string, i int) (word, int) {
	w := word{start: i, digits: true}
	x.buf = x.buf[:0]
	for i < len(s) {
		switch c := s[i]; {
		case isDigit(c):
			x.buf = append(x.buf, c)
			i++
			continue
		case (c == ',' || c == '.' || c == ':') && i+1 < len(s) && isDigit(s[i+1]):
			if c != ',' {
				x.buf = append(x.buf, c)
			}
			i++
			continue
		}
		break
	}
	w.end = i
	w.entry = x.addBuffer(true)
	if i+2 <= len(s) && isOrdinalEnd(s[i:i+2]) && (i+2 == len(s) || !isLetter(s[i+2])) {
		i += 2
	}
	return w, i
}

// word reads the word that begins at i and returns it with the place after it.
func (x *lexicon) word(s string, i int) (word, int) {
	w := word{start: i}
	if end := lowerRun(s, i); end > i {
		w.end, w.entry = end, x.add(s[i:end])
		x.entries[w.entry].lower = true
		return w, end
	}
	x.buf = x.buf[:0]
	letters, capitals := 0, 0
	for i < len(s) {
		c := s[i]
		if isLetter(c) {
			if c <= 'Z' {
				capitals++
				c += 'a' - 'A'
			}
			x.buf = append(x.buf, c)
			letters++
			i++
			continue
		}
		if isDigit(c) { // A4, IPX7
			x.buf = append(x.buf, c)
			i++
			continue
		}
		if c == '.' && letters > 0 && isDotted(s, i, w.start) {
			x.buf = append(x.buf, '.')
			i++
			continue
		}
		if n := apostrophe(s[i:]); n > 0 {
			if i+n < len(s) && isLetter(s[i+n]) {
				if s[i+n] == 's' && (i+n+1 == len(s) || !isLetter(s[i+n+1])) {
					w.owns = true
					w.end = i
					i += n + 1
					break
				}
				x.buf = append(x.buf, '\'')
				i += n
				continue
			}
			w.owns = letters > 1 && s[i-1] == 's'
			break
		}
		if c < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		if unicode.IsUpper(r) {
			capitals++
		}
		x.buf = utf8.AppendRune(x.buf, unicode.ToLower(r))
		letters++
		i += n
	}
	if w.end == 0 {
		w.end = i
	}
	first, _ := utf8.DecodeRuneInString(s[w.start:])
	w.upper = unicode.IsUpper(first)
	if capitals == 2 && string(x.buf) == "us" {
		x.buf = append(x.buf[:0], "u.s"...)
	}
	w.entry = x.addBuffer(false)
	if !w.upper {
		x.entries[w.entry].lower = true
	}
	return w, i
}

// lowerRun returns the end of the word that begins at i if it is in lower case
// throughout and nothing that could belong to it follows; else i. Most words
// are of that kind.
func lowerRun(s string, i int) int {
	j := i
	for j < len(s) && 'a' <= s[j] && s[j] <= 'z' {
		j++
	}
	if j < len(s) {
		if c := s[j]; isLetter(c) || isDigit(c) || c == '\'' || c >= utf8.RuneSelf || c == '.' && j-i == 1 {
			return i
		}
	}
	return j
}

// isDotted reports whether the full stop at i is inside an abbreviation that
// began at start: single letters, each before a full stop.
func isDotted(s string, i, start int) bool {
	if i-start != 1 && s[i-2] != '.' {
		return false
	}
	return i+1 < len(s) && isLetter(s[i+1]) && (i+2 == len(s) || !isLetter(s[i+2]))
}

// apostrophe returns the length of the apostrophe that s begins with, or 0.
func apostrophe(s string) int {
	switch {
	case s[0] == '\'':
		return 1
	case len(s) >= 3 && s[:3] == "’":
		return 3
	}
	return 0
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isOrdinalEnd(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }
