package pdf

import (
	"strings"

	"readahead/brief/layout"
)

// An area is a place on a page that leads to a link's address or target.
type area struct {
	node, page int
	rectangle
}

// addArea notes the place of a box that belongs to a link. Boxes that follow
// each other on a line make one area.
func (d *pen) addArea(link int, r rectangle) {
	if k := len(d.links) - 1; k >= 0 {
		last := &d.links[k]
		if last.node == link && last.page == d.number && last.top == r.top && last.bottom == r.bottom {
			last.rectangle = last.union(r)
			return
		}
	}
	d.tree.hold(link, kid{linkKid, d.number, len(d.links)})
	d.links = append(d.links, area{link, d.number, r})
}

// writeLinks writes an annotation for each area (ISO 32000-1, 12.5.6.5). What
// links to one place have alike comes first, so that it deflates well.
func (f *file) writeLinks(pages []layout.Page, d *drawing, pageRefs []ref) []ref {
	refs := make([]ref, len(d.links))
	d.widen()
	for i, area := range d.links {
		n := &d.tree.nodes[area.node]
		refs[i] = f.add()
		b := f.begin(refs[i])
		b = append(b, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Contents"...)
		b = appendText(b, d.tree.description(n))
		if n.Target != "" {
			b = d.appendDestination(b, pages, pageRefs, n.Target)
		} else {
			b = append(b, "/A<</S/URI/URI"...)
			b = appendString(b, n.URL)
			b = append(b, ">>"...)
		}
		b = append(b, "/StructParent "...)
		b = appendInt(b, len(pages)+i)
		b = append(b, "/Rect"...)
		b = appendRectangle(b, area.rectangle, pages[area.page].Height, 0)
		f.end(append(b, ">>"...))
	}
	return refs
}

// appendDestination appends the place of the element with an identifier: its
// upper left corner, shown at the magnification that the reader has chosen.
func (d *drawing) appendDestination(b []byte, pages []layout.Page, pageRefs []ref, id string) []byte {
	goal := &d.tree.nodes[d.tree.ids[id]]
	b = append(b, "/Dest["...)
	b = appendRef(b, pageRefs[goal.page])
	b = append(b, "/XYZ "...)
	b = appendLength(b, goal.bounds.left, 0)
	b = append(b, ' ')
	b = appendLength(b, pages[goal.page].Height-goal.bounds.top, 0)
	return append(b, " null]"...)
}

// ease is how far the area of a link within the file reaches beyond its text,
// which is often no more than a small raised digit (WCAG 2.2, 2.5.8).
const ease = 3 * layout.Pt

// widen makes the areas of links within the file easier to hit: they reach a
// little farther, but neighbours on a line no farther than to the middle
// between them.
func (d *drawing) widen() {
	for i := range d.links {
		a := &d.links[i]
		if d.tree.nodes[a.node].Target == "" {
			continue
		}
		left := a.left - ease
		if i > 0 {
			if b := &d.links[i-1]; b.page == a.page && b.top == a.top-ease && left < b.right && b.left < a.left {
				left = (b.right - ease + a.left) / 2
				b.right = left
			}
		}
		a.rectangle = rectangle{left, a.top - ease, a.right + ease, a.bottom + ease}
	}
}

// description returns what a link is about, for those who do not see it: its
// alternate text; or the beginning of what it leads to; or its text and
// address. The address alone would tell little (WCAG 2.2, 2.4.9).
func (t *tree) description(n *node) string {
	if alt := info(n.Alt); alt != "" {
		return alt
	}
	if n.Target != "" {
		if text := beginning(info(t.nodes[t.ids[n.Target]].text)); text != "" {
			return text
		}
		return info(n.Target)
	}
	text := info(n.text)
	if text == "" || isAddress(text) {
		text = t.whereabouts(n, text)
	}
	return info(text + " (" + n.URL + ")")
}

// whereabouts describes a link that shows an address, by the host and what
// stands behind the link: "harbour.example, Harbour gazette, 3 May 2026".
func (t *tree) whereabouts(n *node, shown string) string {
	text := host(n.URL)
	if around := t.nodes[n.Parent].goal; around >= 0 && shown != "" {
		_, behind, _ := strings.Cut(info(t.nodes[around].text), shown)
		text += beginning(behind)
	}
	return text
}

// isAddress reports whether programs take a text for an address: it begins
// with the name of a protocol.
func isAddress(text string) bool {
	scheme, _, ok := strings.Cut(text, ":")
	if !ok {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(scheme)) {
	case "http", "https", "ftp", "file", "jar", "mailto", "url":
		return true
	}
	return false
}

// host returns who is at an address: the name of the computer, or of the
// recipient of mail.
func host(url string) string {
	_, rest, _ := strings.Cut(url, ":")
	rest = strings.TrimPrefix(rest, "//")
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}

// beginning returns s, if it is long only as much of it as tells what it is.
func beginning(s string) string {
	const enough = 100 // bytes
	if len(s) <= enough {
		return s
	}
	end := strings.LastIndexByte(s[:enough], ' ')
	if end < enough/2 {
		end = enough
	}
	return strings.ToValidUTF8(s[:end], "") + "…"
}

// appendRectangle appends r as PDF has it, y growing upwards, with so many
// decimals.
func appendRectangle(b []byte, r rectangle, pageHeight layout.Length, decimals int) []byte {
	b = append(b, '[')
	for i, l := range [4]layout.Length{r.left, pageHeight - r.bottom, r.right, pageHeight - r.top} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendLength(b, l, decimals)
	}
	return append(b, ']')
}
