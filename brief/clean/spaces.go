package clean

import (
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// repairSpaces puts in the spaces that are missing between sentences and
// behind commas ("risk.By then", "Tuesday,and"), and takes out those that are
// too many: doubled, before punctuation, inside brackets, between a currency
// sign and its number. Initialisms, decimals, times, addresses and names of
// files keep their stops.
func repairSpaces(d doc.Document) doc.Document {
	french := strings.HasPrefix(d.Lang, "fr")
	e := startEdit(d)
	e.mapTexts(func(t doc.Text) (doc.Text, bool) {
		t, a := respace(t, french)
		t, b := requote(t)
		return t, a || b
	})
	return e.done()
}

// respace repairs the spaces of t except those at quotation marks. French
// text keeps its spaces before high punctuation.
func respace(t doc.Text, french bool) (doc.Text, bool) {
	s := t.String()
	var b doc.Builder
	done := 0
	changed := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isAlnum(c):
		case c == ' ' && i > 0 && i+1 < len(s) && isAlnum(s[i-1]) && isAlnum(s[i+1]):
		case isSpace(s[i:]) > 0:
			j := i
			for j < len(s) && isSpace(s[j:]) > 0 {
				j += isSpace(s[j:])
			}
			want := " "
			if i == 0 || j == len(s) || isExtraSpace(s[:i], s[j:], french) {
				want = ""
			}
			if s[i:j] != want {
				b.Append(t.Slice(done, i))
				b.Replace(want, t.Slice(i, j))
				done, changed = j, true
			}
			i = j - 1
		case i+1 < len(s) && isGlued(s, i):
			b.Append(t.Slice(done, i+1))
			b.Insert(" ")
			done, changed = i+1, true
		}
	}
	if !changed {
		return t, false
	}
	b.Append(t.Slice(done, len(s)))
	return b.Text(), true
}

// isSpace returns the length of the white space character that s begins with,
// or 0.
func isSpace(s string) int {
	switch c := s[0]; {
	case c == ' ', '\t' <= c && c <= '\r':
		return 1
	case c == 0xc2 && len(s) > 1 && s[1] == 0xa0:
		return 2
	}
	return 0
}

// isExtraSpace reports whether there should be no space between before and
// after, neither of which is empty.
func isExtraSpace(before, after string, french bool) bool {
	switch before[len(before)-1] {
	case '(', '[':
		return isWordStart(after)
	case '$':
		return isDigit(after[0])
	}
	if isDigit(after[0]) {
		return hasAnySuffix(before, "€", "£", "¥", "₹", "₩")
	}
	if !isWordEnd(before) && !hasAnySuffix(before, ")", "]", "”", "\"", "’", "%", "°") {
		return false
	}
	ends := len(after) == 1 || !isAlnum(after[1]) && after[1] != after[0]
	switch after[0] {
	case ',':
		return len(after) == 1 || !isDigit(after[1])
	case '.', ')', ']':
		return ends
	case ';', ':', '!', '?':
		return ends && !french && !strings.HasPrefix(after, ":)")
	}
	return isContraction(after)
}

// isContraction reports whether s begins with the tail of a contraction or a
// genitive: ’s, ’re.
func isContraction(s string) bool {
	s, ok := strings.CutPrefix(s, "’")
	if !ok {
		return false
	}
	switch s[:firstWord(s)] {
	case "s", "t", "d", "m", "re", "ve", "ll":
		return true
	}
	return false
}

func hasAnySuffix(s string, list ...string) bool {
	for _, x := range list {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

// isGlued reports whether a space is missing behind the punctuation mark at i
// of s.
func isGlued(s string, i int) bool {
	switch s[i] {
	case '.', ',', ';', ':', '!', '?', ')':
	default:
		return false
	}
	rest := s[i+1:]
	if c := rest[0]; c < utf8.RuneSelf && !isAlpha(c) {
		return false
	}
	if opensQuote(rest) {
		return s[i] != ')' && isWordEnd(s[:i])
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if !isSpacedLetter(r) {
		return false
	}
	p := pair{
		left:  s[lastWord(s[:i]):i],
		right: rest[:firstWord(rest)],
	}
	p.before = s[:i-len(p.left)]
	p.after = rest[len(p.right):]
	if isAddress(token(s, i)) {
		return false
	}
	switch s[i] {
	case '.':
		return p.gluedAtStop()
	case ',', ';':
		return p.gluedAtComma()
	case ':':
		return len(p.left) > 1 && !isDigit(p.left[0]) && p.capitalised() && !strings.HasPrefix(p.after, ":")
	case ')':
		return closesAside(s[:i])
	}
	return p.capitalised() || p.opensLower() // ! and ?
}

// A pair is two words with nothing but a punctuation mark between them.
type pair struct {
	before, left, right, after string
}

// capitalised reports whether right looks like the first word of a sentence:
// a capital and small letters, or a word of one letter.
func (p pair) capitalised() bool {
	if !startsUpper(p.right) || p.after != "" && (p.after[0] == '(' || isDotted(p.after)) {
		return false
	}
	_, n := utf8.DecodeRuneInString(p.right)
	if n == len(p.right) {
		return (p.right == "A" || p.right == "I") && strings.HasPrefix(p.after, " ")
	}
	return startsLower(p.right[n:])
}

// isDotted reports whether s goes on with a stop and a letter at once.
func isDotted(s string) bool {
	return len(s) > 1 && s[0] == '.' && isAlnum(s[1])
}

// opensLower reports whether right is a small word that begins a sentence and
// is no domain and no file name extension.
func (p pair) opensLower() bool {
	if !strings.HasPrefix(p.after, " ") {
		return false
	}
	switch p.right {
	case "a", "after", "all", "also", "although", "and", "because", "before", "both", "but", "each", "for",
		"from", "furthermore", "he", "her", "his", "how", "however", "if", "its", "many", "meanwhile",
		"moreover", "most", "one", "only", "or", "our", "she", "since", "some", "such", "that", "the",
		"their", "then", "there", "these", "they", "this", "those", "under", "we", "what", "when",
		"where", "which", "while", "who", "why", "with", "you":
		return true
	}
	return false
}

// gluedAtStop reports whether two sentences touch at a full stop.
func (p pair) gluedAtStop() bool {
	if p.left == "" {
		return hasAnySuffix(p.before, ")", "]", "”", "\"", "%") && p.capitalised()
	}
	if isSuffixName(p.right) {
		return false
	}
	_, n := utf8.DecodeRuneInString(p.left)
	switch {
	case n == len(p.left) && strings.HasSuffix(p.before, "."): // U.S.military, p.m.on
		return len(p.right) > 1 && !isDotted(p.after) && (startsLower(p.right) || p.capitalised())
	case n == len(p.left): // J.Smith, but not x.Foo
		return startsUpper(p.left) && p.capitalised()
	case p.capitalised():
		return true
	case startsUpper(p.right): // risk.NATO, risk.U.S. troops; not ASP.NET
		return startsLower(p.left) && !strings.HasPrefix(p.after, "(")
	}
	return !isDigit(p.left[0]) && p.opensLower()
}

// gluedAtComma reports whether a comma or semicolon lacks its space. Pairs of
// single letters are coordinates or code.
func (p pair) gluedAtComma() bool {
	if p.left == "" {
		return hasAnySuffix(p.before, ")", "]", "”", "\"", "%")
	}
	return !strings.HasSuffix(p.before, "&") && (len(p.left) > 1 || len(p.right) > 1)
}

// closesAside reports whether the bracket that closes behind s encloses an
// aside or a short name, not a part of a word like "(re)start".
func closesAside(s string) bool {
	k := strings.LastIndexByte(s, '(')
	if k < 0 || k > 0 && s[k-1] != ' ' {
		return false
	}
	inner := s[k+1:]
	return len(inner) > 1 && (startsUpper(inner) || strings.Contains(inner, " "))
}

// opensQuote reports whether s begins with an opening quotation mark.
func opensQuote(s string) bool { return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "«") }

// isSpacedLetter reports whether r is a letter of a script that sets spaces
// behind its punctuation marks.
func isSpacedLetter(r rune) bool { return r < 0x0e00 && isWordRune(r) && !('0' <= r && r <= '9') }

// token returns what stands around position i of s without white space.
func token(s string, i int) string {
	start := strings.LastIndexAny(s[:i], " \t\n") + 1
	end := strings.IndexAny(s[i:], " \t\n")
	if end < 0 {
		return s[start:]
	}
	return s[start : i+end]
}

// isAddress reports whether the token s is a web or mail address, a path or
// the like, whose punctuation marks are not those of sentences.
func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.ContainsAny(s, "@=_\\")
}

// isSuffixName reports whether s is the end of a domain or file name.
func isSuffixName(s string) bool {
	if len(s) < 2 || len(s) > 5 {
		return false
	}
	switch strings.ToLower(s) {
	case "ai", "app", "bat", "biz", "cgi", "ch", "co", "com", "conf", "cpp", "css", "csv", "de", "dev", "dll",
		"doc", "docx", "edu", "eu", "example", "exe", "fr", "gif", "go", "gov", "htm", "html", "info", "ini",
		"io", "jp", "jpeg", "jpg", "js", "json", "jsp", "log", "md", "mil", "mp3", "mp4", "net", "odt", "org",
		"pdf", "php", "png", "ppt", "pptx", "py", "rb", "rs", "rtf", "sh", "sql", "svg", "tex", "toml", "ts",
		"tv", "txt", "uk", "us", "wav", "webp", "xls", "xlsx", "xml", "yaml", "yml", "zip":
		return true
	}
	return false
}
