package ingest

import "strings"

// A pathBuffer holds the path of the open elements, for [doc.Context].
type pathBuffer struct {
	buf  []byte
	last string // the path that was asked for last
}

// The longest path, and the longest part of it for one element, in bytes.
const (
	longestPath = 1024
	longestStep = 120
)

// push adds an element: its name, its classes and what its itemprop and role
// attributes say it is, each after a dot, and its id, all in lower case:
// "div.story.wide.articlebody#main".
func (p *pathBuffer) push(name string, a attributes) {
	if len(p.buf)+longestStep > longestPath {
		return
	}
	if len(p.buf) > 0 {
		p.buf = append(p.buf, ' ')
	}
	start := len(p.buf)
	p.buf = append(p.buf, name...)
	for _, value := range [...]string{a.itemprop, a.role, a.class} {
		for value != "" {
			word := value
			if i := strings.IndexAny(value, " \t\r\n\f"); i >= 0 {
				word, value = value[:i], value[i+1:]
			} else {
				value = ""
			}
			p.word('.', word, start)
		}
	}
	p.word('#', a.id, start)
}

// word adds a word after mark to the element that begins at start, if it is
// not too long for it.
func (p *pathBuffer) word(mark byte, word string, start int) {
	if word == "" || len(p.buf)-start+1+len(word) > longestStep {
		return
	}
	p.buf = append(p.buf, mark)
	for i := range len(word) {
		c := word[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case isBlank(c):
			c = '-'
		}
		p.buf = append(p.buf, c)
	}
}

// String returns the path. Blocks in the same place share the string.
func (p *pathBuffer) String() string {
	if string(p.buf) != p.last {
		p.last = string(p.buf)
	}
	return p.last
}
