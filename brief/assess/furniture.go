package assess

import (
	"cmp"
	"slices"
	"strings"

	"readahead/brief/doc"
)

// Only this many lines before and after a document's text are looked at for
// its date; what stands further away speaks of something else.
const (
	topLines    = 24
	bottomLines = 12
)

// Furniture is what stands around a document's text: lines that cleaning took
// out, in the order of the file, and short ones that it left at the text's
// beginning.
type furniture struct {
	*lexicon
	top    []string
	edge   []string
	bottom []string
}

// furniture gathers the lines around the text of d.
func (c *corpus) furniture(d doc.Document) furniture {
	f := furniture{lexicon: c.lexicon}
	first, last := bounds(d)
	var lines []doc.Text
	for _, x := range d.Dropped {
		if at := x.Text.Start(); x.Of.Start < x.Of.End || at >= first && at <= last {
			continue // a repeat of what stays, or inside the text
		}
		lines = append(lines, x.Text.Lines()...)
	}
	slices.SortStableFunc(lines, func(a, b doc.Text) int { return cmp.Compare(a.Start(), b.Start()) })
	for _, l := range lines {
		s := strings.TrimSpace(l.String())
		switch {
		case s == "" || len(s) > 300:
		case l.Start() < first:
			f.top = append(f.top, s)
		default:
			f.bottom = append(f.bottom, s)
		}
	}
	f.edge = edgeLines(d.Blocks)
	if t := strings.TrimSpace(d.Title.String()); d.Format == doc.PlainText && f.dates(t) {
		f.edge = slices.Insert(f.edge, 0, t) // was taken for a title
	}
	return f
}

// bounds returns the offsets in the file at which the first and the last piece
// of running text stand; headings and short lines at the top do not count, a
// dateline may stand below them. Of a document without text no line counts as before or after it.
func bounds(d doc.Document) (first, last int) {
	blocks := d.Blocks
	for len(blocks) > 0 && standsAbove(blocks[0]) {
		blocks = blocks[1:]
	}
	if len(blocks) == 0 {
		return 0, d.Size + 1
	}
	top, bottom := doc.Texts(blocks[0]), doc.Texts(blocks[len(blocks)-1])
	if len(top) == 0 || len(bottom) == 0 {
		return 0, d.Size + 1
	}
	return top[0].Start(), bottom[len(bottom)-1].Start()
}

// standsAbove reports whether the block, one at the top, is no text yet: a
// heading, the lines of a letter's head, a line of menus that was left.
func standsAbove(b doc.Block) bool {
	switch b := b.(type) {
	case doc.Heading:
		return true
	case doc.Paragraph:
		return b.Text.Len() < 60
	case doc.Table:
		return isHeaderBlock(b)
	}
	return false
}

// edgeLines returns the headings and paragraphs at the beginning of the
// document, up to four, that are lines and not sentences, and of the first that
// is longer the beginning: "Harbour City, 4 June 2025 – The ferry".
func edgeLines(blocks []doc.Block) []string {
	var out []string
	for _, b := range blocks[:min(len(blocks), 4)] {
		var s string
		switch b := b.(type) {
		case doc.Heading:
			s = b.Text.String()
		case doc.Paragraph:
			s = b.Text.String()
		case doc.Table:
			if !isHeaderBlock(b) {
				return out
			}
			out = append(out, headerLines(b)...)
			continue
		default:
			return out
		}
		if len(s) > 120 {
			return append(out, dateline(s), openingByline(s))
		}
		if !strings.ContainsAny(s[max(0, len(s)-3):], ".!?") {
			out = append(out, s)
		}
	}
	return out
}

// dateline returns what stands before the first colon or dash of s, if that is
// near its beginning, else "".
func dateline(s string) string {
	s = s[:min(len(s), 60)]
	for _, mark := range []string{": ", " – ", " — ", "—", " - "} {
		if i := strings.Index(s, mark); i > 0 {
			return s[:i]
		}
	}
	return ""
}

// published returns the day on which the document says it was published, or
// zero. A line that says so ("Posted on …") comes before one that is little
// more than a date, the lines above the text, nearest first, before those
// below it. What was changed later does not count. The day must have its year.
func (f furniture) published() doc.Date {
	top := append(slices.Clone(f.top[max(0, len(f.top)-topLines):]), f.edge...)
	slices.Reverse(top)
	bottom := f.bottom[max(0, len(f.bottom)-bottomLines):]
	for _, cued := range []bool{true, false} {
		for _, lines := range [][]string{top, bottom} {
			for _, l := range lines {
				if d := f.dateOf(l, cued); !d.IsZero() {
					return d
				}
			}
		}
	}
	return doc.Date{}
}

// dateOf returns the day of publication that the line gives, or zero: a day
// that a word before it says is one or, unless cued, one that the line begins
// with, is not much longer than, or has between separators; or one after the
// author's name.
func (f furniture) dateOf(line string, cued bool) doc.Date {
	if !strings.ContainsAny(line, "0123456789") {
		return doc.Date{}
	}
	var words [40]word
	var times [4]expression
	ws := f.split(words[:0], line)
	for _, e := range f.expressions(times[:0], line, ws) {
		if e.form != dayForm || e.year == 0 {
			continue
		}
		said, other := f.cues(ws[:e.first])
		if !other && (said || !cued && (e.first == 0 || len(ws) <= 8 || f.byline(ws) && e.first <= 12 || setOff(line, ws, e))) {
			return doc.NewDate(e.year, e.month, e.day)
		}
	}
	return doc.Date{}
}

// cues reports whether the words before a day say that it is the day of
// publication, or that it is another.
func (f furniture) cues(ws []word) (said, other bool) {
	for _, w := range ws {
		switch f.text(w) {
		case "published", "posted", "issued", "filed", "dated", "date", "released", "release", "written", "sent", "story", "created", "held", "reported", "minutes":
			said = true
		case "updated", "changed", "modified", "revised", "accessed", "retrieved", "viewed", "copyright", "wrote", "commented", "joined", "since", "until", "edited", "next", "deadline", "due", "expires", "event":
			other = true
		}
	}
	return said, other
}
