package doc

import (
	"sort"
	"strings"
)

// Text is a string that knows where its bytes stand in the file it was read
// from. It is immutable: every operation returns a new value, and slices share
// storage. The zero Text is empty and comes from nowhere.
//
// The passes repair text by building a new Text from pieces of the old one
// with a [Builder]; what they leave alone keeps its place, what they put in
// another's stead takes over its place.
type Text struct {
	str  string
	base int // position of str[0] in the coordinates of runs
	runs []run
}

// A run maps n bytes of text, from position at, to the bytes [start, end) of
// the file.
type run struct {
	at, n      int
	start, end int
	unit       int // bytes of file for each byte of text; 0: the run maps as a whole
}

// NewText returns s as it stands in the file from byte offset start on, byte
// for byte.
func NewText(s string, start int) Text {
	if s == "" {
		return Text{}
	}
	return Text{str: s, runs: []run{{n: len(s), start: start, end: start + len(s), unit: 1}}}
}

// String returns the text without its places.
func (t Text) String() string { return t.str }

// Len returns the length of the text in bytes.
func (t Text) Len() int { return len(t.str) }

// Slice returns the bytes [i, j) of t with their places.
func (t Text) Slice(i, j int) Text {
	if i == j {
		return Text{}
	}
	return Text{str: t.str[i:j], base: t.base + i, runs: t.runs}
}

// TrimSpace returns t without leading and trailing white space.
func (t Text) TrimSpace() Text {
	s := strings.TrimSpace(t.str)
	if len(s) == len(t.str) {
		return t
	}
	i := strings.Index(t.str, s)
	return t.Slice(i, i+len(s))
}

// Lines returns the lines of t without their line ends (\n, \r\n or \r).
func (t Text) Lines() []Text {
	var out []Text
	for i := 0; i < len(t.str); {
		j := strings.IndexAny(t.str[i:], "\r\n")
		if j < 0 {
			return append(out, t.Slice(i, len(t.str)))
		}
		out = append(out, t.Slice(i, i+j))
		if strings.HasPrefix(t.str[i+j:], "\r\n") {
			j++
		}
		i += j + 1
	}
	return out
}

// first returns the index of the first run that reaches beyond position p.
func (t Text) first(p int) int {
	return sort.Search(len(t.runs), func(k int) bool { return t.runs[k].at+t.runs[k].n > p })
}

// Ranges returns the bytes of the file that t stands for, as half-open ranges
// in the order of the text. Ranges that touch are one.
func (t Text) Ranges() []Range {
	if t.str == "" {
		return nil
	}
	var out []Range
	lo, hi := t.base, t.base+len(t.str)
	for k := t.first(lo); k < len(t.runs); k++ {
		r := t.runs[k]
		if r.at >= hi {
			break
		}
		start, end := r.start, r.end
		if r.unit > 0 {
			if lo > r.at {
				start += (lo - r.at) * r.unit
			}
			if hi < r.at+r.n {
				end = r.start + (hi-r.at)*r.unit
			}
		}
		if start == end {
			continue // put in by a repair, comes from nowhere
		}
		if n := len(out); n > 0 && start <= out[n-1].End && start >= out[n-1].Start {
			out[n-1].End = max(out[n-1].End, end)
			continue
		}
		out = append(out, Range{start, end})
	}
	return out
}

// Spans returns the ranges of t as spans of the named file.
func (t Text) Spans(file string) []Span {
	rs := t.Ranges()
	out := make([]Span, len(rs))
	for i, r := range rs {
		out[i] = Span{File: file, Start: r.Start, End: r.End}
	}
	return out
}

// Start returns the offset in the file of the first byte of t, or -1 if t
// comes from nowhere.
func (t Text) Start() int {
	if rs := t.Ranges(); len(rs) > 0 {
		return rs[0].Start
	}
	return -1
}

// Bounds returns the smallest range of the file that holds all of t.
func (t Text) Bounds() Range {
	var b Range
	for i, r := range t.Ranges() {
		if i == 0 {
			b = r
		}
		b.Start, b.End = min(b.Start, r.Start), max(b.End, r.End)
	}
	return b
}
