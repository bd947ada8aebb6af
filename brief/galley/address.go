package galley

import (
	"net/url"
	"strings"
)

// webAddress returns the address in ASCII if it is one that may be linked:
// http or https with a host, and nothing in it that would end an attribute or
// a link's target. All else, javascript: above all, becomes "".
func webAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	s = u.String()
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			return percentEncoded(s)
		}
	}
	return s
}

// percentEncoded returns s with an escape for each byte that RFC 3986 does
// not allow in an address.
func percentEncoded(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
