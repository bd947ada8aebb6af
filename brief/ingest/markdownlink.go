package ingest

import "strings"

// maxBrackets bounds how many brackets may be open at a time.
const maxBrackets = 100

// bracket takes out the mark of a footnote, [^1], or remembers that a link may
// begin at i.
func (x *inlineScanner) bracket(i int) int {
	if rest := x.s[i:]; strings.HasPrefix(rest, "[^") {
		if n := strings.IndexAny(rest[:min(len(rest), 80)], "] \t\r\n"); n > 2 && rest[n] == ']' {
			x.cuts = append(x.cuts, cut{lo: i, hi: i + n + 1, reason: "footnote mark"})
			return n + 1
		}
	}
	if len(x.brackets) < maxBrackets {
		x.brackets = append(x.brackets, i)
	}
	return 1
}

// closeBracket ends the innermost open bracket at i. If it is a link its text
// stays; a picture goes with its description.
func (x *inlineScanner) closeBracket(i int) int {
	last := len(x.brackets) - 1
	if last < 0 {
		return 1
	}
	open := x.brackets[last]
	x.brackets = x.brackets[:last]
	picture := open < 0
	text := open + 1 // where the text in the brackets begins
	if picture {
		open = -open - 1
		text = open + 2
	}
	end := x.linkEnd(text, i)
	if end == 0 {
		return 1
	}
	if picture {
		x.cuts = append(x.cuts, cut{lo: open, hi: end, reason: pictureReason})
		return end - i
	}
	x.cuts = append(x.cuts, cut{lo: open, hi: text}, cut{lo: i, hi: end})
	if text < i {
		x.links = append(x.links, piece{lo: text, hi: i})
	}
	x.forgetLinks()
	return end - i
}

// forgetLinks gives up the brackets that are still open, except pictures':
// links do not hold links.
func (x *inlineScanner) forgetLinks() {
	kept := x.brackets[:0]
	for _, b := range x.brackets {
		if b < 0 {
			kept = append(kept, b)
		}
	}
	x.brackets = kept
}

// linkEnd returns where the link ends whose text is s[text:i]; s[i] is its
// closing bracket. It is 0 if it is no link.
func (x *inlineScanner) linkEnd(text, i int) int {
	rest := x.s[i+1:]
	switch {
	case strings.HasPrefix(rest, "("):
		if n := destination(rest); n > 0 {
			return i + 1 + n
		}
	case strings.HasPrefix(rest, "["):
		if n := strings.IndexByte(rest[:min(len(rest), 1000)], ']'); n >= 0 {
			label := rest[1:n]
			if label == "" {
				label = x.s[text:i]
			}
			if x.defined(label) {
				return i + 1 + n + 1
			}
		}
	}
	if x.defined(x.s[text:i]) {
		return i + 1
	}
	return 0
}

func (x *inlineScanner) defined(label string) bool {
	return len(label) < 1000 && len(x.refs) > 0 && x.refs[strings.ToLower(label)]
}

// destination returns the length of the address of a link, and of its title,
// in round brackets; 0 if s does not begin with one.
func destination(s string) int {
	const longest, deepest = 4000, 32
	s = s[:min(len(s), longest)]
	i := 1 + len(s[1:]) - len(strings.TrimLeft(s[1:], " \t\r\n"))
	if i < len(s) && s[i] == '<' {
		n := strings.IndexAny(s[i:], ">\r\n")
		if n < 0 || s[i+n] != '>' {
			return 0
		}
		i += n + 1
	} else {
		for depth := 0; i < len(s) && !isBlank(s[i]); i++ {
			switch s[i] {
			case '\\':
				i++
			case '(':
				if depth++; depth > deepest {
					return 0
				}
			case ')':
				depth--
			}
			if depth < 0 {
				return i + 1
			}
		}
	}
	if i >= len(s) {
		return 0
	}
	rest := strings.TrimLeft(s[i:], " \t\r\n")
	if rest != "" && strings.IndexByte("\"'(", rest[0]) >= 0 {
		end := rest[0]
		if end == '(' {
			end = ')'
		}
		n := strings.IndexByte(rest[1:], end)
		if n < 0 {
			return 0
		}
		rest = strings.TrimLeft(rest[n+2:], " \t\r\n")
	}
	if !strings.HasPrefix(rest, ")") {
		return 0
	}
	return len(s) - len(rest) + 1
}
