package pdf

import "strings"

// maxURL is the longest address that becomes a link, in bytes as written.
const maxURL = 8000

// linkURL returns url as a URI of ASCII characters (RFC 3986), or "" if it is
// not to be followed: only web and mail addresses are.
func linkURL(url string) string {
	scheme, rest, ok := strings.Cut(strings.TrimSpace(url), ":")
	if !ok {
		return ""
	}
	scheme = strings.ToLower(scheme)
	switch scheme {
	case "http", "https":
		host, ok := strings.CutPrefix(rest, "//")
		if !ok || host == "" || strings.IndexByte("/?#", host[0]) >= 0 {
			return ""
		}
	case "mailto":
		if rest == "" {
			return ""
		}
	default:
		return ""
	}
	b := append([]byte(scheme), ':')
	for i := range len(rest) {
		if c := rest[i]; c <= ' ' || c >= 0x7F || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			b = append(b, '%', hexDigits[c>>4], hexDigits[c&15])
		} else {
			b = append(b, c)
		}
	}
	if len(b) > maxURL {
		return ""
	}
	return string(b)
}
