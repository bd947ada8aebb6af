package segment

import (
	"strings"
	"unicode/utf8"
)

// An ending is a kind of stop.
type ending uint8

const (
	period   ending = iota // one full stop
	ellipsis               // several, or the character for three
	exclaim                // has an exclamation mark and no question mark
	question               // has a question mark
)

// stop decides about the stop at i and returns where to read on.
func (r *reader) stop(i int) int {
	s := r.s
	j, kind := run(s, i)
	if i > 0 && j < len(s) && (s[i-1] == '(' || s[i-1] == '[') && (s[j] == ')' || s[j] == ']') {
		return j // (!), [...]
	}
	if at, ok := r.item(i); ok {
		return r.cut(at)
	}
	if kind == ellipsis && i > 0 && (s[i-1] == '/' || s[i-1] == ',') {
		return j // more of a list
	}
	k, depth, quoted := r.closers(j)
	if k == len(s) || r.inside(k, depth) {
		return j
	}
	m := skipSpace(s, k)
	if m == k {
		if r.glued(i, k, kind) {
			return r.cutBehind(j, k)
		}
		return j
	}
	if q := r.loneCloser(m); q > m {
		m, quoted = skipSpace(s, q), true
	}
	if m < len(s) && r.ends(i, kind, quoted, follow(s, m)) {
		return r.cutBehind(j, m)
	}
	return j
}

// cutBehind cuts at p, behind the closing quotes that stand from j on.
func (r *reader) cutBehind(j, p int) int {
	if strings.Count(r.s[j:p], `"`)%2 == 1 {
		r.odd = !r.odd
	}
	return r.cut(p)
}

// wideStop cuts after the stop at i, which ends a sentence whatever follows, as
// those of Chinese, Japanese, Arabic, Urdu, Hindi and Armenian do, with no space
// in some of them, and returns where to read on. A quotation that と or って reports
// goes on.
func (r *reader) wideStop(i int) int {
	j := i
	for j < len(r.s) {
		c, size := utf8.DecodeRuneInString(r.s[j:])
		if !isWideStop(c) {
			break
		}
		j += size
	}
	k, depth, quoted := r.closers(j)
	rest := r.s[k:]
	reported := quoted && (strings.HasPrefix(rest, "と") || strings.HasPrefix(rest, "って") ||
		strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "，"))
	spaced := r.s[i] < 0xE0 // Arabic, Armenian: who said a quotation may follow it
	if reported || quoted && spaced || r.inside(k, depth) {
		return j
	}
	m := skipSpace(r.s, k)
	if c, _ := utf8.DecodeRuneInString(r.s[m:]); c == utf8.RuneError {
		return j // the end, or a broken character
	}
	return r.cutBehind(j, m)
}

func isWideStop(c rune) bool {
	switch c {
	case '。', '！', '？', '｡', '؟', '۔', '।', '॥', '։':
		return true
	}
	return false
}

// run returns the end of the stops that begin at i, ". . ." among them, and
// their kind.
func run(s string, i int) (int, ending) {
	j, dots, k := i, 0, period
	for j < len(s) {
		switch {
		case s[j] == '.':
			dots++
			j++
		case s[j] == '!':
			k = max(k, exclaim)
			j++
		case s[j] == '?':
			k = question
			j++
		case strings.HasPrefix(s[j:], "…"):
			dots += 3
			j += len("…")
		case dots > 0 && strings.HasPrefix(s[j:], " .") && !wordAt(s, j+2):
			dots++
			j += 2
		default:
			return j, max(k, dotted(dots))
		}
	}
	return j, max(k, dotted(dots))
}

// dotted returns the kind of stop that n full stops make.
func dotted(n int) ending {
	if n > 1 {
		return ellipsis
	}
	return period
}

// closers returns the end of the quotes and brackets that are glued to a stop
// which ends at j and close what stands before it, the depth of brackets
// there, and whether a quotation is closed. Marks of notes, [12] or ², go with
// them.
func (r *reader) closers(j int) (k, depth int, quoted bool) {
	s := r.s
	for k, depth = j, r.depth; k < len(s); {
		c, size := utf8.DecodeRuneInString(s[k:])
		switch c {
		case ')', ']', '）':
			depth = max(0, depth-1)
		case '」', '』':
			depth = max(0, depth-1)
			quoted = true
		case '”':
			quoted = true
		case '"':
			if wordAt(s, k+1) && !r.odd {
				return k, depth, quoted
			}
			quoted = true
		case '\'', '’', '“', '‘', '»', '›', '«', '‹':
			if wordAt(s, k+size) {
				return k, depth, quoted
			}
			quoted = true
		case '[':
			n := note(s[k:])
			if n == 0 {
				return k, depth, quoted
			}
			size = n
		case '*', '†', '‡', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰':
		default:
			return k, depth, quoted
		}
		k += size
	}
	return k, depth, quoted
}

// note returns the length of the bracketed number or letter of a note that s
// begins with, or 0.
func note(s string) int {
	for i := 1; i < len(s) && i < 6; i++ {
		if s[i] == ']' {
			return i + 1
		}
		if c := s[i]; (c < '0' || '9' < c) && (i > 1 || c < 'a' || 'z' < c) {
			break
		}
	}
	return 0
}

// loneCloser returns the end of a closing quote at m that white space sets off
// from what it closes, as French does, or m.
func (r *reader) loneCloser(m int) int {
	c, size := utf8.DecodeRuneInString(r.s[m:])
	if c != '”' && c != '»' && (c != '"' || !r.odd) {
		return m
	}
	if n, _ := utf8.DecodeRuneInString(r.s[m+size:]); m+size < len(r.s) && !isSpace(n) {
		return m
	}
	return m + size
}

// wordAt reports whether a letter or digit stands at offset p of s.
func wordAt(s string, p int) bool {
	c, _ := utf8.DecodeRuneInString(s[p:])
	return isLetter(c) || isDigit(c)
}
