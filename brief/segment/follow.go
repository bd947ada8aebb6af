package segment

import (
	"strings"
	"unicode/utf8"
)

// A follower is what stands after a stop.
type follower struct {
	at    int    // where a new sentence would begin
	paren bool   // it would begin with a round bracket
	first rune   // its first character other than an opening quote or bracket
	word  string // its first word, or ""
	end   int    // of the word; where first stands if there is none
}

// wordLimit is how many bytes of a word are looked at; longer ones are in no
// list.
const wordLimit = 32

// follow reads what stands at m.
func follow(s string, m int) follower {
	f := follower{at: m, paren: s[m] == '('}
	p, size := m, 0
	if s[p] == '[' {
		p = skipOmission(s, p)
	}
	for p < len(s) {
		f.first, size = utf8.DecodeRuneInString(s[p:])
		if !isOpener(f.first) {
			break
		}
		p += size
		if f.first == '«' {
			p = skipSpace(s, p)
		}
	}
	f.word = wordFrom(s, p)
	f.end = p + len(f.word)
	return f
}

// skipOmission returns the offset of the text after the bracketed dots and the
// white space that stand at p, or p.
func skipOmission(s string, p int) int {
	for _, dots := range []string{"[...]", "[…]", "[..]"} {
		if strings.HasPrefix(s[p:], dots) {
			return skipSpace(s, p+len(dots))
		}
	}
	return p
}

// wordFrom returns the letters and digits, apostrophes between them, that
// stand at p, up to wordLimit bytes.
func wordFrom(s string, p int) string {
	q := p
	for q < len(s) && q-p < wordLimit {
		c, size := utf8.DecodeRuneInString(s[q:])
		if !isLetter(c) && !isDigit(c) && (c != '\'' && c != '’' || q == p) {
			break
		}
		q += size
	}
	return s[p:q]
}

// capital reports whether the word begins a sentence by its letters: with a
// capital, or like iPhone.
func capital(w string) bool {
	c, size := utf8.DecodeRuneInString(w)
	if isLower(c) {
		if c, _ = utf8.DecodeRuneInString(w[size:]); !isUpper(c) {
			return false
		}
	}
	return isLetter(c)
}

// nextWord returns the word after the single space or line end at p, or "".
func nextWord(s string, p int) string {
	if p < len(s) && (s[p] == ' ' || s[p] == '\n') {
		return wordFrom(s, p+1)
	}
	return ""
}

// wordBefore returns what stands between p and the last white space, quote,
// bracket or long dash of the sentence before it, at most 64 bytes.
func (r *reader) wordBefore(p int) string {
	if p <= r.start {
		return ""
	}
	lo := max(r.start, p-64)
	w := p
	for w > lo {
		if c := r.s[w-1]; c < utf8.RuneSelf {
			if c <= ' ' || c == '"' || c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}' {
				break
			}
			w--
			continue
		}
		c, size := utf8.DecodeLastRuneInString(r.s[lo:w])
		if isSpace(c) || isOpener(c) && c != '’' || c == '–' || c == '—' || c == '）' || c == '」' {
			break
		}
		w -= size
	}
	return r.s[w:p]
}
