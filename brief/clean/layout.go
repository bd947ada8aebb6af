package clean

import "readahead/brief/doc"

// A layout is what the arrangement of a document tells about its blocks.
type layout struct {
	units   []unit
	keep    []bool // the choice so far
	cluster []bool // whether a block is one of several short lines without a blank line between them
	parted  bool   // whether the paragraphs are set apart, so that clusters mean something
}

// layoutOf takes in the layout of d. Markup sets all blocks apart, and so did
// splitSingleLine with its pieces.
func layoutOf(d doc.Document, units []unit, keep []bool) *layout {
	l := &layout{units: units, keep: keep, cluster: make([]bool, len(units)), parted: true}
	if d.Format != doc.PlainText {
		return l
	}
	rows := rowsOf(d)
	if sameRow(rows)*2 > len(rows) {
		return l
	}
	for i := 0; i < len(units); {
		j := i + 1
		for j < len(units) && rows[j].first == rows[j-1].last+1 && l.isLine(j, rows) && l.isLine(j-1, rows) {
			j++
		}
		for k := i; k < j && j > i+1; k++ {
			l.cluster[k] = true
		}
		i = j
	}
	l.freeSpeech(d)
	prose, apart := 0, 0
	for i := range units {
		if keep[i] && units[i].prose > 60 {
			prose++
			if i == 0 || rows[i].first > rows[i-1].last+1 || units[i-1].prose == 0 {
				apart++
			}
		}
	}
	l.parted = prose > 1 && apart*10 >= prose*8
	return l
}

// rows are the lines of the file, from 1, that a block stands on.
type rows struct{ first, last int }

func rowsOf(d doc.Document) []rows {
	out := make([]rows, len(d.Blocks))
	for i, b := range d.Blocks {
		r := blockBounds(b)
		out[i] = rows{d.Line(r.Start), d.Line(max(r.Start, r.End-1))}
	}
	return out
}

// sameRow returns how many blocks begin on the line of the one before.
func sameRow(rs []rows) int {
	n := 0
	for i := 1; i < len(rs); i++ {
		if rs[i].first == rs[i-1].first {
			n++
		}
	}
	return n
}

// isLine reports whether block i is a short paragraph on a line of its own.
func (l *layout) isLine(i int, rs []rows) bool {
	u := &l.units[i]
	return u.kind == paragraphUnit && u.chars < 110 && rs[i].first == rs[i].last
}

// solid reports whether block i is certainly no page furniture if the
// article is around it: running text, a list of it, or a table.
func (l *layout) solid(i int) bool {
	if i < 0 || i >= len(l.units) || l.cluster[i] {
		return false
	}
	u := &l.units[i]
	switch u.kind {
	case tableUnit:
		return true
	case listUnit:
		return u.function*10 >= u.words && u.words >= 4*u.texts
	}
	return u.prose > 40 && u.words > 6 && (u.sentence() || u.end == endsColon) && !u.furnished()
}

// heads reports whether block i may be the heading of running text.
func (l *layout) heads(i int) bool {
	if !l.solid(i + 1) {
		return false
	}
	u := &l.units[i]
	return u.kind == headingUnit || u.words <= 12 && u.end == endsBare && u.forms == 0
}
