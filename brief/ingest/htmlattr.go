package ingest

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// attributes are the attributes of a tag that matter here.
type attributes struct {
	class, id, role, itemprop, lang string
	kind                            string // type
	hidden                          bool   // by attribute or style
	href                            bool
	colspan, rowspan                int

	name, rel, datetime string // name is also property and http-equiv; datetime also pubdate
	url                 string // href
	lo, hi              int    // where the value of content stands
}

// parseAttributes reads the attributes of the tag that goes on at s[i:end]. Of
// two of a name the first counts.
func parseAttributes(s string, i, end int) attributes {
	var a attributes
	for {
		key, lo, hi, next := nextAttribute(s, i, end)
		if next == i {
			return a
		}
		i = next
		a.set(key, s[lo:hi], lo, hi)
	}
}

// set takes in one attribute.
func (a *attributes) set(key, value string, lo, hi int) {
	switch strings.ToLower(key) {
	case "class":
		first(&a.class, value)
	case "id":
		first(&a.id, value)
	case "role":
		first(&a.role, strings.ToLower(value))
	case "itemprop":
		first(&a.itemprop, strings.ToLower(value))
	case "lang", "xml:lang":
		first(&a.lang, value)
	case "type":
		first(&a.kind, strings.ToLower(value))
	case "hidden":
		a.hidden = a.hidden || !strings.EqualFold(value, "until-found")
	case "aria-hidden":
		a.hidden = a.hidden || strings.EqualFold(value, "true")
	case "style":
		a.hidden = a.hidden || hidesByStyle(value)
	case "colspan":
		a.colspan = leadingNumber(value)
	case "rowspan":
		a.rowspan = leadingNumber(value)
	case "name", "property", "http-equiv":
		first(&a.name, strings.ToLower(value))
	case "rel":
		first(&a.rel, strings.ToLower(value))
	case "datetime":
		first(&a.datetime, value)
	case "pubdate":
		first(&a.itemprop, "datepublished")
	case "href":
		a.href = true
		first(&a.url, value)
	case "content":
		if a.hi == 0 {
			a.lo, a.hi = lo, hi
		}
	}
}

func first(to *string, value string) {
	if *to == "" {
		*to = value
	}
}

// hidesByStyle reports whether a style attribute keeps an element from view.
func hidesByStyle(style string) bool {
	if !strings.Contains(style, ":") {
		return false
	}
	s := strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
}

// nextAttribute finds the attribute at or after s[i:end], by the tokenizer
// states of HTML 13.2.5.32 to 13.2.5.39. next is i at the end of the tag.
func nextAttribute(s string, i, end int) (key string, lo, hi, next int) {
	for i < end && (isBlank(s[i]) || s[i] == '/') {
		i++
	}
	if i >= end || s[i] == '>' {
		return "", 0, 0, i
	}
	start := i
	for i++; i < end && !isBlank(s[i]) && s[i] != '/' && s[i] != '>' && s[i] != '='; i++ {
	}
	key = s[start:i]
	for i < end && isBlank(s[i]) {
		i++
	}
	if i >= end || s[i] != '=' {
		return key, i, i, i
	}
	for i++; i < end && isBlank(s[i]); i++ {
	}
	if i < end && (s[i] == '"' || s[i] == '\'') {
		lo = i + 1
		n := strings.IndexByte(s[lo:end], s[i])
		if n < 0 {
			return key, lo, end, end
		}
		return key, lo, lo + n, lo + n + 1
	}
	for lo = i; i < end && !isBlank(s[i]) && s[i] != '>'; i++ {
	}
	return key, lo, i, i
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'
}

// tagName returns the tag whose name begins at s[i:end], 0 for names that HTML
// does not know, and where the name ends.
func tagName(s string, i, end int) (tag atom.Atom, next int) {
	var buf [16]byte
	n := 0
	for ; i < end && !isBlank(s[i]) && s[i] != '/' && s[i] != '>'; i++ {
		if n < len(buf) {
			c := s[i]
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			buf[n] = c
		}
		n++
	}
	if n > len(buf) {
		return 0, i
	}
	return atom.Lookup(buf[:n]), i
}
