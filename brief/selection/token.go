package selection

import (
	"unicode"
	"unicode/utf8"
)

// A token is a word of a text.
type token struct {
	word       int32 // index in the lexicon's words
	start, end int32 // bytes of the text
	upper      bool  // begins with a capital
}

// tokens appends the words of s to to. Points belong to a word between single
// letters and digits (U.S., 4.7), commas between digits, apostrophes between
// letters. Hyphens part words. Of a script that puts no spaces between words,
// every character is a token.
func (l *lexicon) tokens(to []token, s string, english bool) []token {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && !letter(c) && !digit(c) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case !wordRune(r):
			i += n
			continue
		case unspaced(r):
			to = append(to, token{word: l.word(s[i:i+n], false), start: int32(i), end: int32(i + n)})
			i += n
		default:
			end := wordEnd(s, i)
			to = append(to, token{
				word:  l.word(s[i:end], english),
				start: int32(i),
				end:   int32(end),
				upper: unicode.IsUpper(r),
			})
			i = end
		}
	}
	return to
}

// wordEnd returns where the word that starts at s[start] ends.
func wordEnd(s string, start int) int {
	i := start
	for {
		for i < len(s) && (letter(s[i]) || digit(s[i])) {
			i++
		}
		if i == len(s) {
			return i
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if wordRune(r) && !unspaced(r) || i > start && within(s, start, i, r, n) {
			i += n
			continue
		}
		return i
	}
}

// within reports whether the sign r, of n bytes at s[i], stands inside the
// word that starts at s[start].
func within(s string, start, i int, r rune, n int) bool {
	next, _ := utf8.DecodeRuneInString(s[i+n:])
	switch r {
	case '\'', '’':
		return unicode.IsLetter(next)
	case ',':
		return digit(s[i-1]) && next < utf8.RuneSelf && digit(byte(next))
	case '.':
		if digit(s[i-1]) {
			return next < utf8.RuneSelf && digit(byte(next))
		}
		return unicode.IsLetter(next) && (i-start == 1 || s[i-2] == '.')
	}
	return false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// unspaced reports whether r is of a script that puts no spaces between
// words.
func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar)
}
