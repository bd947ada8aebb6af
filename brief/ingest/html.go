package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readahead/brief/doc"
)

// maxOpen bounds how many elements are tracked as open. Elements deeper than
// that are taken for part of the deepest.
const maxOpen = 256

// longestTitle bounds the content of a title element, in bytes.
const longestTitle = 2000

// An htmlReader turns HTML into blocks. It works on the stream of tags and
// keeps a stack of the open elements that structure text; elements inside a
// line are not on it. Missing end tags are implied as the HTML standard has it
// (section 13.2.6, "tree construction"), as far as this concerns text.
type htmlReader struct {
	r   *reader
	src doc.Text
	s   string // src without its places

	open  []element
	sinks []*sink // where blocks go, innermost last: the document, a list, an item, a table, a cell
	path  pathBuffer

	run    []piece // text since the last block
	broken bool    // run ends with a line break
	strong bool    // run began in bold type
	label  int     // how much of run that is, once the bold type has ended
	link   int     // number of open elements where the open <a> stands, 0 if there is none

	region  int     // index in open of the outermost element that is dropped, -1 if there is none
	lost    []piece // text in it
	largest region  // the one with the most text so far
	kept    []int   // where those begin that are read all the same

	heading int // level of the open heading, 0 outside
	pre     int // number of open <pre>

	raw  atom.Atom // element whose raw text comes next
	kind string    // its type attribute
	page page
}

// readHTML takes HTML apart.
func (r *reader) readHTML(t doc.Text) {
	before := *r
	for kept := []int(nil); ; {
		h := newHTMLReader(r, t)
		h.kept = kept
		blocks := h.blocks()
		if h.largest.text > max(unlinked(blocks), 1000) && len(kept) < 3 {
			*r = before
			kept = append(kept, h.largest.at)
			continue
		}
		r.doc.Blocks = append(r.doc.Blocks, blocks...)
		h.page.describe(r)
		return
	}
}

// unlinked returns how many bytes of text the blocks have outside of
// hyperlinks.
func unlinked(blocks []doc.Block) int {
	n := 0
	for _, b := range blocks {
		for _, t := range doc.Texts(b) {
			n += t.Len()
		}
		n -= linkedIn(b)
	}
	return n
}

func newHTMLReader(r *reader, t doc.Text) *htmlReader {
	return &htmlReader{r: r, src: t, s: t.String(), region: -1, sinks: []*sink{{}}}
}

// blocks reads to the end and returns the blocks.
func (h *htmlReader) blocks() []doc.Block {
	z := html.NewTokenizer(strings.NewReader(h.s))
	at := 0
	again := false
	for {
		kind := z.Next()
		lo := at
		at += len(z.Raw())
		switch kind {
		case html.TextToken:
			if h.raw == atom.Title && at-lo > longestTitle && !again {
				// its end tag is missing: what it has swallowed is the page
				z, at, again, h.raw = html.NewTokenizer(strings.NewReader(h.s[lo:])), lo, true, 0
				continue
			}
			h.text(lo, at)
		case html.StartTagToken, html.SelfClosingTagToken:
			closed := kind == html.SelfClosingTagToken
			if closed {
				z.NextIsNotRawText() // <script/> of XHTML has no content
			}
			h.start(lo, at, closed)
		case html.EndTagToken:
			h.end(lo, at)
		case html.CommentToken:
			if h.region < 0 {
				h.r.drop(h.src.Slice(lo, at), "comment")
			}
		case html.ErrorToken:
			h.close(0)
			h.flush()
			h.unfinished(lo)
			return h.sinks[0].blocks
		}
		if kind != html.StartTagToken {
			h.raw = 0
		}
	}
}

// unfinished drops the tag at lo that the text ends in. With a quotation mark
// missing in it, it may have swallowed more than itself.
func (h *htmlReader) unfinished(lo int) {
	t := h.src.Slice(lo, len(h.s))
	h.r.drop(t, "unfinished tag")
	if t.Len() > 200 {
		h.r.doc.Warnings = append(h.r.doc.Warnings, doc.Warning{
			At: t.Start(), Text: "a tag has no end, and what follows it was not read", Hint: "close the tag or its last quotation mark",
		})
	}
}

// text takes in the text [lo, hi).
func (h *htmlReader) text(lo, hi int) {
	switch {
	case h.raw != 0:
		h.rawText(lo, hi)
	case h.region >= 0:
		h.lost = append(h.lost, piece{lo: lo, hi: hi, linked: h.link > 0})
	case h.pre == 0 && strings.TrimLeft(h.s[lo:hi], " \t\r\n") == "":
		if len(h.run) > 0 { // a space between words, or nothing
			if h.label == len(h.run) {
				h.label++
			}
			h.run = append(h.run, piece{lo: lo, hi: hi, linked: h.link > 0})
		}
	default:
		if h.broken && bulletLength(strings.TrimLeft(h.s[lo:hi], " \t\r\n")) > 0 {
			h.flush() // an item in a line of its own
		}
		h.run = append(h.run, piece{lo: lo, hi: hi, linked: h.link > 0})
		h.broken = false
	}
}

// rawText takes in the content of an element that holds no markup.
func (h *htmlReader) rawText(lo, hi int) {
	t := h.src.Slice(lo, hi)
	switch h.raw {
	case atom.Title:
		if h.region >= 0 { // of a drawing
			h.lost = append(h.lost, piece{lo: lo, hi: hi})
		} else if h.page.title.Len() == 0 {
			h.page.title = h.plain(t)
		}
	case atom.Script:
		if strings.Contains(h.kind, "ld+json") {
			h.page.linkedData(t.String())
		}
		h.r.drop(t, "script")
	case atom.Style:
		h.r.drop(t, "style sheet")
	case atom.Xmp, atom.Plaintext:
		h.top().addLines(h.r.mend.signs(t))
	default:
		h.r.drop(t, "not shown: "+h.raw.String())
	}
}

// start takes in the start tag [lo, hi).
func (h *htmlReader) start(lo, hi int, closed bool) {
	tag, end := tagName(h.s, lo+1, hi)
	a := parseAttributes(h.s, end, hi)
	if h.startEmpty(tag, a, closed) {
		return
	}
	switch tag {
	case atom.A:
		h.link = 0
		if a.href {
			h.link = max(len(h.open), 1)
		}
	case atom.Time:
		h.page.time(a)
	case atom.B, atom.Strong:
		h.strong = h.strong || len(h.run) == 0
	case atom.Button, atom.Select:
		if h.heading == 0 {
			h.control(tag)
		}
	}
	if len(h.open) >= maxOpen {
		if isBlock(tag) {
			h.flush()
		}
		return
	}
	reason := ""
	switch {
	case slices.Contains(h.kept, lo):
	case tag == atom.Sup && h.isNoteMark(hi):
		reason = "footnote mark"
	default:
		reason = h.dropReason(tag, a)
	}
	switch {
	case isBlock(tag):
		h.closeImplied(tag)
		h.flush()
	case reason != "" && !closed:
	case h.region >= 0 && tag == h.open[h.region].tag && !closed:
	default:
		return // part of a line
	}
	h.push(element{tag: tag, at: lo, reason: reason}, a)
}

// startEmpty takes in the start tag of an element that holds no other
// elements, and reports whether it is one.
func (h *htmlReader) startEmpty(tag atom.Atom, a attributes, closed bool) bool {
	switch tag {
	case atom.Br:
		h.lineBreak()
	case atom.Hr:
		h.flush()
	case atom.Meta:
		h.page.meta(h, a)
	case atom.Link:
		h.page.link(a)
	case atom.Html:
		first(&h.page.lang, a.lang)
	case atom.Script, atom.Style, atom.Title, atom.Xmp, atom.Plaintext, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea:
		if !closed {
			h.raw, h.kind = tag, a.kind
		}
		if tag == atom.Textarea {
			h.control(tag)
		}
	case atom.Input:
		switch a.kind {
		case "hidden":
		case "button", "submit", "reset", "image":
			h.control(atom.Button)
		default:
			h.control(tag)
		}
	case atom.Img, atom.Wbr, atom.Source, atom.Track, atom.Area, atom.Base, atom.Col, atom.Embed, atom.Param, atom.Head:
	default:
		return false
	}
	return true
}

// end takes in the end tag [lo, hi).
func (h *htmlReader) end(lo, hi int) {
	tag, _ := tagName(h.s, lo+2, hi)
	switch tag {
	case atom.Br:
		h.lineBreak()
		return
	case atom.A:
		h.link = 0
	case atom.B, atom.Strong:
		if h.strong {
			h.label = len(h.run)
		}
	case atom.Body, atom.Html, atom.Head:
		return // whatever follows is part of the page all the same
	}
	if !isBlock(tag) && h.region < 0 {
		return // not on the stack
	}
	if i := h.lastOpen(tag); i >= 0 {
		h.close(i)
	} else if isBlock(tag) {
		h.flush()
	}
}

// lineBreak takes in a <br>: a space, or with another one before it, or behind
// a line that is all in bold type, the end of a paragraph.
func (h *htmlReader) lineBreak() {
	switch {
	case h.region >= 0:
		h.lost = append(h.lost, piece{})
	case h.pre > 0:
		h.flush()
	case h.heading == 0 && (h.broken || h.isLabel()):
		h.flush()
	case len(h.run) > 0:
		h.run = append(h.run, piece{})
		h.broken = true
	}
}

// isLabel reports whether what has been gathered is a short line all in bold
// type that nothing has to follow on: a heading that is not marked as one.
func (h *htmlReader) isLabel() bool {
	const longest = 100 // bytes, with markup
	if h.label == 0 || h.label != len(h.run) || h.run[h.label-1].hi-h.run[0].lo > longest {
		return false
	}
	for i := h.label - 1; i >= 0; i-- {
		if s := strings.TrimRight(h.s[h.run[i].lo:h.run[i].hi], " \t\r\n"); s != "" {
			return !strings.ContainsRune(":,;.-/(", rune(s[len(s)-1]))
		}
	}
	return false
}

// flush ends the block of text that has been gathered.
func (h *htmlReader) flush() {
	if h.region >= 0 {
		h.lost = append(h.lost, piece{})
		return
	}
	run := h.run
	h.run, h.broken, h.strong, h.label = h.run[:0], false, false, 0
	if len(run) == 0 {
		return
	}
	top := h.top()
	if h.pre > 0 {
		top.addLines(h.r.mend.signs(h.r.mend.joinPieces(h.src, run, false)))
		return
	}
	t, linked := h.r.mend.inline(h.src, run, false)
	if t.Len() == 0 {
		return
	}
	c := doc.Context{Path: h.path.String(), Linked: linked}
	if h.heading == 0 {
		if n := bulletLength(t.String()); n > 0 && n < t.Len() {
			top.addBulleted(t.Slice(n, t.Len()), c)
		} else {
			top.add(doc.Paragraph{Text: t, Context: c})
		}
		return
	}
	if h.heading == 1 {
		h.page.headings = append(h.page.headings, t)
	}
	top.add(doc.Heading{Text: t, Level: h.heading, Context: c})
}

// plain returns the words of t, which holds no tags.
func (h *htmlReader) plain(t doc.Text) doc.Text {
	return collapse(h.r.mend.piece(t, false)).TrimSpace()
}
