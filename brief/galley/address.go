package galley

import (
	"net/url"
	"strings"
)

// webAddress returns the address in ASCII if it is one that may be linked:
// http or https with a host and without a user's name, which could pass for
// the host. All else, javascript: above all, becomes "".
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	s = u.String()
	head := len(u.Scheme) + len("://")
	if i := strings.IndexAny(s[head:], "/?#"); i >= 0 {
		head += i
	} else {
		head = len(s)
	}
	return encoded(s[:head], "[]") + encoded(s[head:], "")
}

// encoded returns s with an escape for each byte that RFC 3986 does not allow
// in an address, but for those that are allowed here besides.
func encoded(s, besides string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		ok := c > ' ' && c < 0x7F && strings.IndexByte("\"<>[\\]^`{|}", c) < 0 || strings.IndexByte(besides, c) >= 0
		if c == '%' {
			ok = i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])
		}
		if ok {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }
