// Package segment finds where sentences begin and end.
//
// Its rules are for English, hold for other languages in Latin script as far
// as they agree with it, and know the full stops of Chinese and Japanese. They
// look at the word before a stop, at what follows it and, where that leaves a
// doubt, at a bounded stretch around it, so that the time is linear in the
// length of the text whatever the text is.
//
// Start with [Sentences].
package segment

import (
	"unicode/utf8"

	"readahead/brief/doc"
)

// Sentences returns the sentences of the paragraph t, trimmed, with their
// places. None of them is empty.
func Sentences(t doc.Text) []doc.Text {
	var buf [32]int
	cuts := Cuts(buf[:0], t.String())
	out := make([]doc.Text, 0, len(cuts)+1)
	from := 0
	for _, c := range append(cuts, t.Len()) {
		if x := t.Slice(from, c).TrimSpace(); x.Len() > 0 {
			out = append(out, x)
		}
		from = c
	}
	return out
}

// Cuts appends to dst the byte offsets at which a new sentence starts inside
// the paragraph s, in rising order, and returns the extended slice. Neither 0
// nor len(s) is among them; white space, closing quotes and brackets go with
// the sentence before. A single line end counts as a space, a blank line ends
// a sentence; but three short lines or more, each closed by a line end, without
// any stop are the items of a list.
func Cuts(dst []int, s string) []int {
	r := reader{s: s, cuts: dst}
	if r.listing() {
		return r.cuts
	}
	for i := r.open(skipSpace(s, 0)); i < len(s); {
		switch role[s[i]] {
		case plain:
			i++
		case full:
			i = r.stop(i)
		case opens:
			r.push(i)
			i++
		case closes:
			i = r.close(i)
		case quote:
			r.odd = !r.odd
			i++
		case line:
			i = r.line(i)
		case wide:
			i = r.wide(i)
		}
	}
	return r.cuts
}

// A reader walks through a paragraph. What it knows of the sentence it is in
// is reset by open.
type reader struct {
	s     string
	cuts  []int
	start int // of the sentence

	depth   int  // of brackets that were opened inside the sentence
	limit   int  // offset at which an open bracket counts as never closed
	closeAt int  // where the next closing bracket stands, as far as looked for
	odd     bool // an odd number of straight double quotes in the paragraph so far

	next  int  // number of the list item that is due, 0 if in no list
	style mark // of the list's marks
}

// open begins a sentence at p and returns where to read on: behind its list
// mark, if it has one.
func (r *reader) open(p int) int {
	r.start, r.depth = p, 0
	return r.enumerate(p)
}

// cut begins a new sentence at p, unless the last one has only just begun, and
// returns where to read on.
func (r *reader) cut(p int) int {
	if p >= len(r.s) {
		return len(r.s)
	}
	if p > r.start {
		r.cuts = append(r.cuts, p)
	}
	return r.open(p)
}

// line reads on after the line ends at i; a blank line is a cut.
func (r *reader) line(i int) int {
	ends, p := 0, i
	for p < len(r.s) {
		c, size := utf8.DecodeRuneInString(r.s[p:])
		if !isSpace(c) {
			break
		}
		if c == '\n' || c == '\r' && (p+1 == len(r.s) || r.s[p+1] != '\n') {
			ends++
		}
		p += size
	}
	if ends > 1 {
		r.odd = false
		return r.cut(p)
	}
	return p
}

// wide reads the character at i, which takes some bytes: a stop of its own
// kind, a bullet or a bracket, or nothing of note.
func (r *reader) wide(i int) int {
	c, size := utf8.DecodeRuneInString(r.s[i:])
	switch c {
	case '…':
		return r.stop(i)
	case '「', '『', '（':
		r.push(i)
	case '」', '』', '）':
		r.depth = max(0, r.depth-1)
	default:
		if isWideStop(c) {
			return r.wideStop(i)
		}
		if isBullet(c) && i > r.start && spaceBefore(r.s, i) {
			return r.cut(i)
		}
	}
	return i + size
}

// The parts that bytes play for a reader.
const (
	plain  = iota
	full   // . ! ?
	opens  // a bracket
	closes // a bracket
	quote  // "
	line   // the end of a line
	wide   // the first byte of a character that may matter
)

var role = [256]uint8{
	'.': full, '!': full, '?': full,
	'(': opens, '[': opens, ')': closes, ']': closes,
	'"': quote, '\n': line, '\r': line,
	0xE2: wide, 0xE3: wide, 0xEF: wide,
	0xD6: wide, 0xD8: wide, 0xDB: wide, 0xE0: wide, // where the stops of Armenian, Arabic, Urdu and Hindi are
}
