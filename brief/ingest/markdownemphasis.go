package ingest

import (
	"unicode"
	"unicode/utf8"
)

// A run is a run of marks that may begin emphasis: s[lo:hi].
type run struct{ lo, hi int }

// emphasis takes out the marks of emphasis and deletion that belong together.
// Which marks may begin and end one is CommonMark's rule of flanking (section
// 6.2); as only the marks go, how they nest does not matter.
func (x *inlineScanner) emphasis(i int) int {
	mark := x.s[i]
	j := i
	for j < len(x.s) && x.s[j] == mark {
		j++
	}
	kind := 0
	switch mark {
	case '_':
		kind = 1
	case '~':
		if kind = 2; j-i != 2 {
			return j - i
		}
	}
	opens, closes := x.flanking(i, j)
	if mark == '*' && i > 0 && j < len(x.s) && digit(x.s[i-1]) < 10 && digit(x.s[j]) < 10 {
		return j - i // 7*24 is a product
	}
	rest := run{i, j}
	for closes && rest.lo < rest.hi && len(x.runs[kind]) > 0 {
		open := &x.runs[kind][len(x.runs[kind])-1]
		n := min(open.hi-open.lo, rest.hi-rest.lo)
		x.cuts = append(x.cuts, cut{lo: open.hi - n, hi: open.hi}, cut{lo: rest.lo, hi: rest.lo + n})
		open.hi -= n
		rest.lo += n
		if open.lo == open.hi {
			x.runs[kind] = x.runs[kind][:len(x.runs[kind])-1]
		}
	}
	if opens && rest.lo < rest.hi {
		x.runs[kind] = append(x.runs[kind], rest)
	}
	return j - i
}

// flanking tells whether the marks s[i:j] can begin emphasis, and end it.
func (x *inlineScanner) flanking(i, j int) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(x.s[:i])
	after, _ := utf8.DecodeRuneInString(x.s[j:])
	spaceBefore, spaceAfter := i == 0 || unicode.IsSpace(before), j == len(x.s) || unicode.IsSpace(after)
	punctBefore, punctAfter := isPunct(before), isPunct(after)
	left := !spaceAfter && (!punctAfter || spaceBefore || punctBefore)
	right := !spaceBefore && (!punctBefore || spaceAfter || punctAfter)
	if x.s[i] == '_' {
		return left && (!right || punctBefore), right && (!left || punctAfter)
	}
	return left, right
}

func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
