package ingest

import (
	"slices"
	"strings"

	"readahead/brief/doc"
)

// markdownInline returns the words of t, the Markdown of a paragraph, a
// heading or a cell: without marks of emphasis, code and links, without tags
// and directives, in one line. linked is how many bytes of it are in
// hyperlinks; caption says that it is the caption of a picture in front of it.
// The labels of links that are defined elsewhere are in refs.
func (r *reader) markdownInline(t doc.Text, refs map[string]bool) (text doc.Text, linked int, caption bool) {
	s := t.String()
	if !strings.ContainsAny(s, "\\`*_~[]<!{") {
		text, linked = r.mend.inline(t, []piece{{lo: 0, hi: len(s)}}, true)
		return text, linked, false
	}
	x := inlineScanner{s: s, refs: refs}
	x.scan()
	for _, c := range x.cuts {
		if c.reason != "" {
			r.drop(t.Slice(c.lo, c.hi), c.reason)
		}
	}
	text, linked = r.mend.inline(t, x.pieces(), true)
	return text, linked, x.isCaption()
}

// An inlineScanner finds what is markup in a paragraph.
type inlineScanner struct {
	s     string
	refs  map[string]bool
	cuts  []cut
	links []piece // the texts of links

	brackets []int    // positions of [ that may begin links; negative: of ![
	runs     [3][]run // marks of emphasis *, _ and ~ that may begin one
	missing  string   // marks that were looked for to the end in vain
}

// A cut is markup: s[lo:hi] goes.
type cut struct {
	lo, hi int
	space  bool   // there is a space in its stead
	reason string // why it is worth remembering, or empty
}

// pieces returns what the cuts leave.
func (x *inlineScanner) pieces() []piece {
	var out []piece
	links := x.links
	at := 0
	for _, c := range append(x.cuts, cut{lo: len(x.s), hi: len(x.s)}) {
		if c.lo > at {
			for len(links) > 0 && links[0].hi <= at {
				links = links[1:]
			}
			out = append(out, piece{lo: at, hi: c.lo, linked: len(links) > 0 && links[0].lo <= at})
		}
		if c.space {
			out = append(out, piece{})
		}
		at = max(at, c.hi)
	}
	return out
}

// isCaption reports whether a picture stands in a line of its own before text
// that is emphasised from end to end.
func (x *inlineScanner) isCaption() bool {
	if len(x.cuts) == 0 || x.cuts[0].lo != 0 || x.cuts[0].reason != pictureReason {
		return false
	}
	at := x.cuts[0].hi
	for _, c := range x.cuts { // attributes of the picture
		if c.lo == at && c.reason == attributeReason {
			at = c.hi
		}
	}
	rest := x.s[at:]
	text := strings.TrimLeft(rest, " \t\r\n")
	return strings.ContainsAny(rest[:len(rest)-len(text)], "\r\n") && len(text) > 2 &&
		(text[0] == '*' || text[0] == '_') && text[len(text)-1] == text[0]
}

// The reasons of cuts.
const (
	pictureReason   = "picture"
	attributeReason = "attributes"
)

// scan finds all cuts and links, in one pass from left to right, and puts them
// in the order of the text.
func (x *inlineScanner) scan() {
	for i := 0; i < len(x.s); {
		n := 0
		switch x.s[i] {
		case '\\':
			n = x.escape(i)
		case '`':
			n = x.code(i)
		case '<':
			n = x.tag(i)
		case '{':
			n = x.directive(i)
		case '*', '_', '~':
			n = x.emphasis(i)
		case '!':
			if strings.HasPrefix(x.s[i:], "![") {
				x.brackets = append(x.brackets, -i-1)
				n = 2
			}
		case '[':
			n = x.bracket(i)
		case ']':
			n = x.closeBracket(i)
		}
		i += max(n, 1)
	}
	slices.SortStableFunc(x.cuts, func(a, b cut) int { return a.lo - b.lo })
	slices.SortFunc(x.links, func(a, b piece) int { return a.lo - b.lo })
}

// escape takes out a backslash that keeps a mark from being one, or that
// breaks a line.
func (x *inlineScanner) escape(i int) int {
	if i+1 == len(x.s) || strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\r\n", x.s[i+1]) < 0 {
		return 1
	}
	x.cuts = append(x.cuts, cut{lo: i, hi: i + 1})
	return 2
}

// code takes out the marks around a span of code.
func (x *inlineScanner) code(i int) int {
	n := len(x.s[i:]) - len(strings.TrimLeft(x.s[i:], "`"))
	mark := x.s[i : i+n]
	if n > 3 || n == 1 && strings.Contains(x.missing, "1") || n == 2 && strings.Contains(x.missing, "2") || n == 3 && strings.Contains(x.missing, "3") {
		return n
	}
	for j := i + n; ; {
		k := strings.Index(x.s[j:], mark)
		if k < 0 {
			x.missing += string("0123"[n])
			return n
		}
		j += k
		length := len(x.s[j:]) - len(strings.TrimLeft(x.s[j:], "`"))
		if length == n {
			x.cuts = append(x.cuts, cut{lo: i, hi: i + n}, cut{lo: j, hi: j + n})
			return j + n - i
		}
		j += length
	}
}

// tag takes out a tag or a comment. An address in angle brackets loses only
// these.
func (x *inlineScanner) tag(i int) int {
	rest := x.s[i:]
	if strings.HasPrefix(rest, "<!--") && !strings.Contains(x.missing, "c") {
		n := strings.Index(rest, "-->")
		if n < 0 {
			x.missing += "c"
			return 4
		}
		x.cuts = append(x.cuts, cut{lo: i, hi: i + n + 3, reason: "comment"})
		return n + 3
	}
	n := strings.IndexAny(rest[1:], "<>")
	if n < 1 || rest[1+n] != '>' {
		return 1
	}
	inside := rest[1 : 1+n]
	switch c := inside[0]; {
	case !strings.ContainsAny(inside, " \t\r\n") && (strings.Contains(inside, "://") || strings.Contains(inside, "@") || strings.HasPrefix(inside, "mailto:")):
		x.cuts = append(x.cuts, cut{lo: i, hi: i + 1}, cut{lo: i + 1 + n, hi: i + 2 + n})
	case 'a' <= c|0x20 && c|0x20 <= 'z', c == '/', c == '!', c == '?':
		tag, _ := tagName(inside, 0, len(inside))
		if c == '/' {
			tag, _ = tagName(inside, 1, len(inside))
		}
		x.cuts = append(x.cuts, cut{lo: i, hi: i + 2 + n, space: tag.String() == "br" || isBlock(tag)})
	default:
		return 1
	}
	return n + 2
}

// directive takes out what generators of pages replace or obey: {% … %}, {{ … }},
// kramdown's {: … }, and the {#id} and {.class} that headings carry.
func (x *inlineScanner) directive(i int) int {
	const longest = 1000
	rest := x.s[i:min(len(x.s), i+longest)]
	if len(rest) < 3 {
		return 1
	}
	end, reason := "}", attributeReason
	switch rest[1] {
	case '%':
		end, reason = "%}", "template directive"
	case '{':
		end, reason = "}}", "template directive"
	case ':', '#', '.':
	default:
		return 1
	}
	n := strings.Index(rest, end)
	if n < 0 || len(end) == 1 && strings.ContainsAny(rest[:n], "\r\n") {
		return 1
	}
	n += len(end)
	x.cuts = append(x.cuts, cut{lo: i, hi: i + n, reason: reason})
	return n
}
