package doc

import "strings"

// A Builder makes a Text out of pieces. The zero Builder is ready to use.
type Builder struct {
	str  strings.Builder
	runs []run
}

// Len returns the number of bytes of text so far.
func (b *Builder) Len() int { return b.str.Len() }

// Append adds t with its places.
func (b *Builder) Append(t Text) {
	lo, hi := t.base, t.base+len(t.str)
	if lo == hi {
		return
	}
	at := b.str.Len()
	b.str.WriteString(t.str)
	for k := t.first(lo); k < len(t.runs) && t.runs[k].at < hi; k++ {
		r := t.runs[k]
		i, j := max(lo, r.at), min(hi, r.at+r.n)
		if r.unit > 0 {
			r.start, r.end = r.start+(i-r.at)*r.unit, r.start+(j-r.at)*r.unit
		}
		r.at, r.n = at+i-lo, j-i
		b.add(r)
	}
}

// Insert adds s, which stands nowhere in the file: the space that a repair
// puts between glued sentences, say.
func (b *Builder) Insert(s string) {
	if s != "" {
		b.add(run{at: b.str.Len(), n: len(s)})
		b.str.WriteString(s)
	}
}

// Replace adds s in place of old, whose bytes it stands for: a character for
// its entity, one space for three. An empty s takes old out and joins what
// stands around it.
func (b *Builder) Replace(s string, old Text) {
	r := old.Bounds()
	b.Map(s, r.Start, r.End)
}

// Map adds s, which as a whole stands for the bytes [start, end) of the file.
func (b *Builder) Map(s string, start, end int) {
	unit := 0
	if len(s) == end-start {
		unit = 1
	}
	b.add(run{at: b.str.Len(), n: len(s), start: start, end: end, unit: unit})
	b.str.WriteString(s)
}

// MapWide adds s, each byte of which stands for two bytes of the file from
// start on: ASCII text in UTF-16.
func (b *Builder) MapWide(s string, start int) {
	b.add(run{at: b.str.Len(), n: len(s), start: start, end: start + 2*len(s), unit: 2})
	b.str.WriteString(s)
}

// Text returns what was built. The Builder may be used further.
func (b *Builder) Text() Text {
	if b.str.Len() == 0 {
		return Text{}
	}
	return Text{str: b.str.String(), runs: b.runs[:len(b.runs):len(b.runs)]}
}

func (b *Builder) add(r run) {
	if n := len(b.runs); n > 0 {
		p := &b.runs[n-1]
		if p.unit > 0 && p.unit == r.unit && p.end == r.start {
			p.n += r.n
			p.end = r.end
			return
		}
		if r.n == 0 && p.end == r.start { // removed bytes cling to what stands before
			if p.unit == 0 || p.n == 0 {
				p.end = r.end
				return
			}
		}
	}
	b.runs = append(b.runs, r)
}

// Join returns the texts one after the other with sep, which comes from
// nowhere, between them.
func Join(ts []Text, sep string) Text {
	var b Builder
	for i, t := range ts {
		if i > 0 {
			b.Insert(sep)
		}
		b.Append(t)
	}
	return b.Text()
}
