package pdf

import (
	"strings"

	"readahead/brief/layout"
)

// An area is a place on the page that leads to a link's address.
type area struct {
	element int
	rectangle
}

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

// addArea notes the place of a run that belongs to a link. Runs that follow
// each other on a line make one area.
func (d *drawing) addArea(link int, r rectangle) {
	if k := len(d.links) - 1; k >= 0 {
		if last := &d.links[k]; last.element == link && last.top == r.top && last.bottom == r.bottom {
			last.rectangle = last.union(r)
			return
		}
	}
	n := &d.tree.nodes[link]
	n.kids = append(n.kids, kid{linkKid, len(d.links)})
	d.links = append(d.links, area{link, r})
}

// writeLinks writes an annotation for each area (ISO 32000-1, 12.5.6.5).
func (f *file) writeLinks(p layout.Page, d *drawing) []ref {
	refs := make([]ref, len(d.links))
	for i, area := range d.links {
		n := &d.tree.nodes[area.element]
		refs[i] = f.add()
		b := f.begin(refs[i])
		b = append(b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"...)
		b = appendRectangle(b, area.rectangle, p.Height)
		b = append(b, "/Contents"...)
		b = appendText(b, n.description())
		b = append(b, "/StructParent "...)
		b = appendInt(b, i+1)
		b = append(b, "/A<</S/URI/URI"...)
		b = appendString(b, n.URL)
		f.end(append(b, ">>>>"...))
	}
	return refs
}

// description returns what a link is about, for those who do not see it: its
// alternate text, or its text and address. The address alone would tell little
// (WCAG 2.2, 2.4.9).
func (n *node) description() string {
	if alt := info(n.Alt); alt != "" {
		return alt
	}
	text := info(n.text)
	if text == "" || text == n.URL {
		return info(n.URL)
	}
	return info(text + " (" + n.URL + ")")
}

// appendRectangle appends r as PDF has it, y growing upwards.
func appendRectangle(b []byte, r rectangle, pageHeight layout.Length) []byte {
	b = append(b, '[')
	b = appendLength(b, r.left, 2)
	b = append(b, ' ')
	b = appendLength(b, pageHeight-r.bottom, 2)
	b = append(b, ' ')
	b = appendLength(b, r.right, 2)
	b = append(b, ' ')
	b = appendLength(b, pageHeight-r.top, 2)
	return append(b, ']')
}
