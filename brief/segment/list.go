package segment

import (
	"strings"
	"unicode/utf8"
)

// A mark is the way the items of a list are marked.
type mark struct {
	letters bool // a, b, c rather than 1, 2, 3
	paren   bool // a bracket closes the mark
	stop    bool // a full stop stands in it
}

// enumerate reads past the list mark, if any, that the sentence at p begins
// with, keeps the list's count, and returns where to read on.
func (r *reader) enumerate(p int) int {
	p = skipBullet(r.s, p)
	m, n, end := readMark(r.s, p)
	if end == p {
		return p
	}
	switch n {
	case 1:
		r.next, r.style = 2, m
	case r.next:
		if m == r.style {
			r.next++
		}
	}
	return end
}

// item reports whether the stop or bracket at i belongs to the mark of the
// list's next item, which no stop need stand before ("1) apples 2) pears"),
// and where the mark begins.
func (r *reader) item(i int) (at int, ok bool) {
	if r.next == 0 {
		return 0, false
	}
	at = i
	for at > r.start && i-at < 3 && r.s[at-1] != ' ' {
		at--
	}
	if at == r.start || !spaceBefore(r.s, at) {
		return 0, false
	}
	m, n, end := readMark(r.s, at)
	if n != r.next || m != r.style {
		return 0, false
	}
	c, _ := utf8.DecodeRuneInString(r.s[skipSpace(r.s, end):])
	return at, isUpper(c) || m.paren && isLetter(c)
}

// readMark reads the list mark that stands at p: its style, its number, 0 if
// it is not one to count, and its end, p if there is none.
func readMark(s string, p int) (m mark, n, end int) {
	q := p
	if strings.HasPrefix(s[p:], "#") {
		q++
	}
	first := q
	n, q = number(s, q)
	if q == first {
		n, q = letters(s, q)
		m.letters = true
	}
	if q == first {
		return mark{}, 0, p
	}
	if strings.HasPrefix(s[q:], ".") {
		m.stop = true
		q++
	}
	if strings.HasPrefix(s[q:], ")") {
		m.paren = true
		q++
	}
	if m.paren && !m.stop && strings.HasPrefix(s[q:], ".") { // 1).
		m.stop = true
		q++
	}
	if !m.stop && !m.paren || !spaceAfter(s, q) {
		return mark{}, 0, p
	}
	return m, n, q
}

// number reads the number of an item at p, of three digits at most, and
// returns it with its end. Those of several levels, 2.1, are not counted.
func number(s string, p int) (n, end int) {
	q := p
	for q < len(s) && isDigit(rune(s[q])) {
		if q-p == 3 {
			return 0, p
		}
		n = 10*n + int(s[q]-'0')
		q++
	}
	for q > p && q-p < 9 && q+1 < len(s) && s[q] == '.' && isDigit(rune(s[q+1])) {
		n, q = 0, q+2
	}
	return n, q
}

// letters reads the letter or the Roman number of an item at p and returns the
// place of a small letter in the alphabet, 0 for others, with its end.
func letters(s string, p int) (n, end int) {
	q := p
	for q < len(s) && q-p < 5 && strings.IndexByte("ivxIVX", s[q]) >= 0 {
		q++
	}
	if q == p && q < len(s) && 'a' <= s[q]|0x20 && s[q]|0x20 <= 'z' {
		q++
	}
	if q == p+1 && 'a' <= s[p] && s[p] <= 'z' {
		n = int(s[p]-'a') + 1
	}
	return n, q
}

// skipBullet returns where the text after the bullet at p begins, p if there
// is none.
func skipBullet(s string, p int) int {
	c, size := utf8.DecodeRuneInString(s[p:])
	if isBullet(c) || (c == '-' || c == '*' || c == '–') && p+size < len(s) && spaceAfter(s, p+size) {
		return skipSpace(s, p+size)
	}
	return p
}

// listing cuts at the line ends of a text that is a list without marks, and
// reports whether it is: three short lines or more, the last of them closed
// too, and not one stop.
func (r *reader) listing() bool {
	const short = 40
	s := r.s
	if !strings.HasSuffix(s, "\n") || strings.Count(s, "\n") < 3 {
		return false
	}
	had := len(r.cuts)
	for p := 0; p < len(s); {
		q := p + strings.IndexByte(s[p:], '\n')
		if q-p > short || skipSpace(s[:q], p) == q || strings.ContainsAny(s[p:q], ".!?:;…。！？") {
			r.cuts = r.cuts[:had]
			return false
		}
		if p > 0 {
			r.cuts = append(r.cuts, skipSpace(s, p))
		}
		p = q + 1
	}
	return true
}
