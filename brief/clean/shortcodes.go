package clean

import (
	"strings"

	"readahead/brief/doc"
)

// dropShortcodes takes out what a publishing system should have replaced
// before it sent the page: [gallery ids="3,4"], {{slot}}, {% include %},
// %%share%%, <!--nextpage-->. The text between an opening and a closing
// shortcode stays.
func dropShortcodes(d doc.Document) doc.Document {
	closed := closedShortcodes(d)
	e := startEdit(d)
	e.mapTexts(func(t doc.Text) (doc.Text, bool) {
		s := t.String()
		i := nextCode(s, 0)
		if i < 0 {
			return t, false
		}
		var b doc.Builder
		done := 0
		for ; i >= 0; i = nextCode(s, i) {
			n := codeLen(s[i:], closed)
			if n == 0 {
				i++
				continue
			}
			before, code := t.Slice(done, i), t.Slice(i, i+n)
			b.Append(before)
			if i+n < len(s) && isWordEnd(s[:i]) && isWordStart(s[i+n:]) {
				b.Insert(" ")
			}
			e.drop(code, "shortcode")
			i += n
			done = i
		}
		if done == 0 {
			return t, false
		}
		b.Append(t.Slice(done, len(s)))
		return b.Text().TrimSpace(), true
	})
	return e.done()
}

// nextCode returns the position at or after i of a byte that may open a
// shortcode, or -1.
func nextCode(s string, i int) int {
	for ; i < len(s); i++ {
		switch s[i] {
		case '[', '{', '<', '%', '#', '@', '*', '$':
			return i
		}
	}
	return -1
}

// codePairs are the notations of template languages: what opens a code and
// what closes it. A code stands on one line.
var codePairs = [...]struct{ open, close string }{
	{"{{", "}}"},    // Mustache, Jinja, Handlebars, Go, Angular
	{"{%", "%}"},    // Liquid, Jinja
	{"{#", "}"},     // Jinja's comments, Markdown's anchors
	{"{:", "}"},     // attributes in kramdown
	{"${", "}"},     // JavaScript, JSP
	{"#{", "}"},     // Ruby, Pug
	{"<%", "%>"},    // ERB, JSP, ASP
	{"<?", "?>"},    // PHP
	{"<!--", "-->"}, // comments, and page breaks of WordPress
	{"*|", "|*"},    // Mailchimp
	{"[%", "%]"},    // Template Toolkit
	{"[[*", "]]"},   // MODX
	{"%%", "%%"},    // ExactTarget, Yoast
	{"##", "##"},    // various mailers
	{"@@", "@@"},    // various build tools
}

// longestCode bounds the look for the end of a code, in bytes.
const longestCode = 500

// codeLen returns the length of the code that s opens with, or 0.
func codeLen(s string, closed []string) int {
	if s[0] == '[' {
		if n := shortcodeLen(s, closed); n > 0 {
			return n
		}
	}
	for _, p := range codePairs {
		if !strings.HasPrefix(s, p.open) {
			continue
		}
		inner := s[len(p.open):min(len(s), longestCode)]
		k := strings.Index(inner, p.close)
		if k < 0 || p.open == p.close && !isSlotName(inner[:k]) {
			continue
		}
		return len(p.open) + k + len(p.close)
	}
	return 0
}

// isSlotName reports whether s looks like the name of a slot, not like text
// between two marks that happen to be the same.
func isSlotName(s string) bool {
	if len(s) < 2 || len(s) > 60 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isAlnum(c) && c != '_' && c != '-' && c != '.' && c != ':' && c != '=' {
			return false
		}
	}
	return true
}

// shortcodeLen returns the length of the shortcode in square brackets that s
// opens with, or 0. Editorial brackets, "[sic]" or "[the minister]", are none:
// a shortcode has an attribute, a slash, an underscore in its name, a closing
// partner somewhere in the document, or one of the usual names.
func shortcodeLen(s string, closed []string) int {
	i := 1
	slash := i < len(s) && s[i] == '/'
	if slash {
		i++
	}
	start := i
	for i < len(s) && (isLower(s[i]) || i > start && (isDigit(s[i]) || s[i] == '_' || s[i] == '-')) {
		i++
	}
	name := s[start:i]
	if name == "" || i == len(s) {
		return 0
	}
	end := strings.IndexByte(s[i:min(len(s), longestCode)], ']')
	if end < 0 {
		return 0
	}
	rest := s[i : i+end]
	n := i + end + 1
	known := strings.IndexByte(name, '_') > 0 || contains(closed, name) || isShortcodeName(name)
	switch {
	case rest == "":
		if slash || known {
			return n
		}
	case rest[0] == ' ' && (known || hasAttribute(rest)), rest == "/", rest == " /":
		return n
	}
	return 0
}

// hasAttribute reports whether s holds something like name="value".
func hasAttribute(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '=' && isAlnum(s[i-1]) && s[i+1] != ' ' && s[i+1] != '=' {
			return true
		}
	}
	return false
}

// isShortcodeName reports whether name is a common shortcode that may stand
// without attributes.
func isShortcodeName(name string) bool {
	switch name {
	case "ad", "ads", "adsense", "accordion", "audio", "button", "caption", "column", "columns", "divider",
		"embed", "gallery", "more", "newsletter", "nextpage", "playlist", "poll", "row", "section",
		"shortcode", "sidebar", "spacer", "tab", "tabs", "toc", "video", "widget":
		return true
	}
	return false
}

// closedShortcodes returns the names x for which "[/x]" stands in d.
func closedShortcodes(d doc.Document) []string {
	var names []string
	for _, b := range d.Blocks {
		for _, t := range doc.Texts(b) {
			s := t.String()
			for {
				i := strings.Index(s, "[/")
				if i < 0 {
					break
				}
				s = s[i+2:]
				if j := strings.IndexByte(s, ']'); j > 0 && j < 40 && len(names) < 100 && !contains(names, s[:j]) {
					names = append(names, s[:j])
				}
			}
		}
	}
	return names
}
