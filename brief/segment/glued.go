package segment

import (
	"strings"
	"unicode/utf8"
)

// glued reports whether a sentence begins at k, right after the stop at i and
// its closing quotes: "at risk.By then". Names of files and hosts, addresses
// and initialisms have stops inside as well.
func (r *reader) glued(i, k int, kind ending) bool {
	if kind == ellipsis {
		return false
	}
	f := follow(r.s, k)
	if !newWord(r.s, f) {
		return false
	}
	w := strings.TrimLeft(r.wordBefore(i), "'’")
	before, _ := utf8.DecodeLastRuneInString(r.s[:i])
	switch {
	case strings.ContainsAny(w, "@/_\\=#") || strings.HasPrefix(w, "www"):
		return false
	case w == "":
		return i > r.start && !isSpace(before) && !isOpener(before)
	case isInitialism(w):
		return r.clearStart(i, f)
	case strings.IndexByte(w, '.') >= 0 && !isDigit(rune(w[0])):
		return false
	case len(w) == 1 && !isDigit(before):
		return false
	case !isLower(before) && !isDigit(before) && before != '%' && !(isUpper(before) && isStarter(f.word)):
		return false
	}
	switch classOf(w[strings.LastIndexByte(w, '-')+1:]) {
	case never, title:
		return false
	case place, last:
		return isStarter(f.word)
	}
	return true
}

// newWord reports whether f is an ordinary word that begins a sentence, and
// not the next part of a name with stops in it.
func newWord(s string, f follower) bool {
	c, size := utf8.DecodeRuneInString(f.word)
	if !isUpper(c) {
		return false
	}
	if second, _ := utf8.DecodeRuneInString(f.word[size:]); !isLower(second) {
		return (f.word == "A" || f.word == "I") && spaceAfter(s, f.end)
	}
	switch f.word {
	case "Com", "Org", "Net", "Gov", "Edu", "Io", "Co", "Uk", "Html", "Pdf", "Txt", "Js":
		return false
	}
	if f.end == len(s) {
		return true
	}
	switch s[f.end] {
	case '@', '/', '_', '(', '=', '\\':
		return false
	case '.':
		return !wordAt(s, f.end+1)
	}
	return true
}

// spaceAfter reports whether s ends at p or has white space there.
func spaceAfter(s string, p int) bool {
	c, _ := utf8.DecodeRuneInString(s[p:])
	return p == len(s) || isSpace(c)
}
