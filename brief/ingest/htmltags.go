package ingest

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// isBlock reports whether browsers set an element apart from the text around
// it.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
		atom.Hgroup, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre,
		atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}

func isHeading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// dropReason returns why the content of an element is not text of the page,
// "" if it is.
func (h *htmlReader) dropReason(tag atom.Atom, a attributes) string {
	switch tag {
	case atom.Nav:
		return "navigation"
	case atom.Aside:
		return "aside"
	case atom.Footer:
		return "footer"
	case atom.Dialog:
		return "dialog"
	case atom.Button:
		if h.heading > 0 {
			return "" // a heading that unfolds what it heads
		}
		return "form control"
	case atom.Select, atom.Label, atom.Datalist, atom.Option, atom.Optgroup, atom.Meter, atom.Progress, atom.Output:
		return "form control"
	case atom.Svg, atom.Canvas, atom.Map, atom.Object, atom.Audio, atom.Video, atom.Applet:
		return "picture, sound or film"
	case atom.Template:
		return "template"
	case atom.Rt, atom.Rp:
		return "ruby annotation"
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return "" // pages that unhide themselves by script
	}
	if a.hidden && !unfolds(a) {
		return "hidden"
	}
	switch a.role {
	case "navigation", "menu", "menubar", "tablist", "toolbar":
		return "navigation"
	case "complementary":
		return "aside"
	case "contentinfo":
		return "footer"
	case "dialog", "alertdialog":
		return "dialog"
	case "search":
		return "form control"
	case "button":
		if !isHeading(tag) && h.heading == 0 {
			return "form control"
		}
	}
	if !isBlock(tag) && isForReaders(a.class) {
		return "for screen readers"
	}
	return wikiReason(a.class)
}

// wikiReason returns why an element of one of these classes is not text of its
// page, "" if it is. They are those of MediaWiki, whose pages tell by them what
// its own print version leaves out.
func wikiReason(class string) string {
	for name := range strings.FieldsSeq(class) {
		switch name {
		case "mw-editsection", "mw-jump-link", "mw-cite-backlink", "noprint":
			return "not printed"
		case "navbox", "catlinks", "mw-portlet":
			return "navigation"
		case "hatnote", "ambox", "printfooter":
			return "note on the page"
		case "mw-references-wrap", "references", "reflist":
			return "list of references"
		}
	}
	return ""
}

// isNoteMark reports whether the superscript whose content begins at i is the
// number or sign of a note: short, without letters, and a link.
func (h *htmlReader) isNoteMark(i int) bool {
	const longest = 300
	inside, _, ok := strings.Cut(h.s[i:min(len(h.s), i+longest)], "</sup")
	if !ok || h.link == 0 && !strings.Contains(inside, "<a ") {
		return false
	}
	n := 0
	tag := false
	for _, c := range []byte(inside) {
		switch {
		case c == '<', c == '>':
			tag = c == '<'
		case tag:
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			return false
		default:
			n++
		}
	}
	return n <= 12
}

// unfolds reports whether a hidden element is text that its page shows: the
// inside of something to unfold, or a part that React sent late and puts in
// its place by script.
func unfolds(a attributes) bool {
	return a.role == "region" || a.role == "tabpanel" || strings.HasPrefix(a.id, "S:")
}

// isForReaders reports whether a class is one of those by which style sheets
// keep text for screen readers off the screen.
func isForReaders(class string) bool {
	for _, name := range [...]string{"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"} {
		if strings.Contains(class, name) {
			return true
		}
	}
	return false
}
