package markdown

import "strings"

// escape returns one line of text so that it reads the same and none of it is
// markup, for CommonMark 0.31, GitHub's extensions to it (pipe tables, strike-
// through, footnotes, autolinks, mathematics) and Pandoc's Markdown. Texts of a
// galley have no line ends and no white space at their ends.
//
// GitHub looks for names (@name) and pictures (:smile:) in what has been made
// of the Markdown already, so that no escape keeps it from that; a comment
// inside does, and is shown by nobody.
func escape(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 16)
	start := 0
	for i := range len(s) {
		if i > 0 && (mentions(s, i-1) || pictures(s, i-1)) {
			b.WriteString(s[start:i])
			b.WriteString("<!-- -->")
			start = i
		}
		if c := s[i]; c < 0x80 && needsEscape(s, i) {
			b.WriteString(s[start:i])
			b.WriteByte('\\')
			start = i
		}
	}
	b.WriteString(s[start:])
	return b.String()
}

// needsEscape reports whether the ASCII character at i could open, close or
// be part of markup where it stands.
func needsEscape(s string, i int) bool {
	switch s[i] {
	case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '&', '$', '^', '{', '}', '@':
		return true
	case '#', '+', '=', '%', '-', ':':
		if s[i] == ':' && strings.HasPrefix(s[i:], "://") {
			return true // GitHub links bare addresses
		}
		// Headings, list marks, underlines, definitions; and Pandoc makes dashes
		// of hyphens in a row.
		return i == 0 || s[i] == '-' && (s[i-1] == '-' || i+1 < len(s) && s[i+1] == '-')
	case '.':
		return opensItem(s, i) || i >= 3 && strings.EqualFold(s[i-3:i], "www")
	case ')':
		return opensItem(s, i)
	case '(':
		return i == 0 // Pandoc's "(1)" and "(@)" open lists
	case '!':
		return i+1 < len(s) && s[i+1] == '['
	}
	return false
}

// mentions reports whether a name follows the character at i, if that is an
// @ that is no address's.
func mentions(s string, i int) bool {
	return s[i] == '@' && i+1 < len(s) && isWord(s[i+1]) && (i == 0 || !isWord(s[i-1]))
}

// pictures reports whether the name of a picture and a colon follow the one
// at i. A time of day has none.
func pictures(s string, i int) bool {
	if s[i] != ':' || i > 0 && '0' <= s[i-1] && s[i-1] <= '9' {
		return false
	}
	name, _, ok := strings.Cut(s[i+1:], ":")
	if !ok || name == "" {
		return false
	}
	for i := range len(name) {
		if c := name[i]; !isWord(c) && c != '_' && c != '+' && c != '-' {
			return false
		}
	}
	return true
}

func isWord(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' }

// opensItem reports whether the stop or bracket at i could end the number of a
// list's item: digits, or with Pandoc's "fancy lists" a letter or a roman
// numeral, and white space or nothing behind it.
func opensItem(s string, i int) bool {
	if i+1 < len(s) && s[i+1] != ' ' {
		return false
	}
	s = s[:i]
	if s == "" || len(s) > 9 {
		return false
	}
	digits, letters := true, true
	for i := range len(s) {
		c := s[i]
		digits = digits && '0' <= c && c <= '9'
		letters = letters && ('a' <= c|0x20 && c|0x20 <= 'z')
	}
	return digits || letters && (len(s) == 1 || strings.Trim(strings.ToLower(s), "ivxlcdm") == "")
}

// target returns an address as a link's target. Addresses of a galley have no
// white space, brackets or backslashes; parentheses need not balance inside
// angle brackets.
func target(url string) string {
	return "<" + strings.NewReplacer("*", "%2A", "_", "%5F", "&", "&amp;").Replace(url) + ">"
}
