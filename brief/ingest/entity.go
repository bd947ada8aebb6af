package ingest

import (
	"html"
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// entities puts in the characters that HTML's character references stand for:
// named, decimal and hexadecimal. One that was encoded twice, &amp;nbsp;, is
// taken for what it was at first. Strict references end in a semicolon; HTML
// lets the oldest names do without.
func entities(t doc.Text, strict bool) doc.Text {
	s := t.String()
	e := edit{old: t}
	for i := strings.IndexByte(s, '&'); i >= 0; {
		next := i + 1
		if out, n := entity(s[i:], strict); n > 0 {
			next = i + n
			e.replace(i, next, out)
		}
		n := strings.IndexByte(s[next:], '&')
		if n < 0 {
			break
		}
		i = next + n
	}
	return e.text()
}

// entity decodes the reference that s, which begins with &, starts with. It
// returns what it stands for and its length, 0 if it is none.
func entity(s string, strict bool) (out string, n int) {
	out, n = reference(s[1:], strict)
	if n == 0 {
		return "", 0
	}
	n++
	for range 3 { // encoded twice, or worse
		if out != "&" {
			break
		}
		again, k := reference(s[n:], true)
		if k == 0 {
			break
		}
		out, n = again, n+k
	}
	return out, n
}

// reference decodes what follows the & of a reference.
func reference(s string, strict bool) (out string, n int) {
	if strings.HasPrefix(s, "#") {
		return numericReference(s, strict)
	}
	for n < len(s) && n < 32 && isAlphanumeric(s[n]) {
		n++
	}
	if n < 2 {
		return "", 0
	}
	if n < len(s) && s[n] == ';' {
		if out = namedReference(s[:n]); out != "" {
			return out, n + 1
		}
	}
	if strict {
		return "", 0
	}
	// HTML 13.2.5.73: the longest name that is a prefix; such names are short.
	for n = min(n, 6); n >= 2; n-- {
		if out = bareReference(s[:n]); out != "" {
			return out, n
		}
	}
	return "", 0
}

// numericReference decodes what follows the & of a numeric reference.
func numericReference(s string, strict bool) (out string, n int) {
	base, digits := 10, 1
	if len(s) > 1 && s[1]|0x20 == 'x' {
		base, digits = 16, 2
	}
	v := 0
	n = digits
	for ; n < len(s); n++ {
		d := digit(s[n])
		if d >= base {
			break
		}
		v = min(v*base+d, 0x110000)
	}
	if n == digits || n > digits+10 {
		return "", 0
	}
	if n < len(s) && s[n] == ';' {
		n++
	} else if strict {
		return "", 0
	}
	return character(v), n
}

// character returns the character of a numeric reference, by the rules of
// HTML 13.2.5.80. White space is a space and other control codes are nothing:
// a reference must not bring in what the file itself would be cleaned of.
func character(v int) string {
	switch {
	case v == '\t', v == '\n', v == '\f', v == '\r', v == ' ', v == 0x85, v == 0x2028, v == 0x2029:
		return " "
	case v == 0, v > 0x10ffff, 0xd800 <= v && v <= 0xdfff:
		return "\ufffd"
	case v < ' ', v == 0x7f:
		return ""
	case v < 0xa0 && v >= 0x80:
		if r := decode1252(byte(v)); r >= 0xa0 {
			return string(r)
		}
		return ""
	}
	return string(rune(v))
}

// namedReference returns what a name with its semicolon stands for, or "".
// The usual names are here because the full table takes longer to build than
// a page to read.
func namedReference(name string) string {
	switch name {
	case "amp":
		return "&"
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "quot":
		return `"`
	case "apos":
		return "'"
	case "nbsp":
		return "\u00a0"
	case "shy":
		return "\u00ad"
	case "ndash":
		return "–"
	case "mdash":
		return "—"
	case "lsquo":
		return "‘"
	case "rsquo":
		return "’"
	case "ldquo":
		return "“"
	case "rdquo":
		return "”"
	case "laquo":
		return "«"
	case "raquo":
		return "»"
	case "hellip":
		return "…"
	case "bull":
		return "•"
	case "middot":
		return "·"
	case "copy":
		return "©"
	case "reg":
		return "®"
	case "trade":
		return "™"
	case "euro":
		return "€"
	case "pound":
		return "£"
	case "deg":
		return "°"
	case "times":
		return "×"
	case "eacute":
		return "é"
	case "Tab", "NewLine":
		return " "
	}
	ref := "&" + name + ";"
	if out := html.UnescapeString(ref); out != ref && !strings.HasSuffix(out, ";") {
		return out
	}
	return ""
}

// bareReference returns what a name without a semicolon stands for, or "".
func bareReference(name string) string {
	switch name {
	case "amp", "lt", "gt", "quot", "nbsp", "shy", "copy", "reg", "laquo", "raquo", "middot", "pound", "deg":
		return namedReference(name)
	}
	if out := html.UnescapeString("&" + name); !strings.HasPrefix(out, "&") && utf8.RuneCountInString(out) == 1 {
		return out
	}
	return ""
}

func isAlphanumeric(c byte) bool {
	return digit(c) < 10 || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// digit returns the value of a hexadecimal digit; 16 for anything else.
func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return 16
}
