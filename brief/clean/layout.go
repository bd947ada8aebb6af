package clean

import (
"os"
"strconv"
"strings"
"readahead/brief/doc"
)

// A layout is what the blank lines of a document tell about its blocks.
type layout struct {
	units      []unit
	keep       []bool
	gap        []bool // whether a blank line or other text parts a block from the one before
	cluster    []bool // whether a block is one of several short lines without a blank line between them
	structured bool   // whether blank lines part the paragraphs
}

// layoutOf takes in the layout of d. Markup parts all blocks.
func layoutOf(d doc.Document, us []unit, keep []bool) *layout {
	l := &layout{units: us, keep: keep, gap: make([]bool, len(us)), cluster: make([]bool, len(us))}
	if d.Format != doc.PlainText {
		for i := range l.gap {
			l.gap[i] = true
		}
		l.structured = true
		return l
	}
	if isSingleLine(d.Blocks) || splitLine(d) {
		l.structured = true
		return l
	}
	last := 0
	single := make([]bool, len(us))
	for i, b := range d.Blocks {
		r := blockBounds(b)
		from, to := d.Line(r.Start), d.Line(max(r.Start, r.End-1))
		l.gap[i] = i == 0 || from > last+1
		single[i] = from == to && us[i].kind == paragraphKind && us[i].chars < longestForm/2+10
		last = to
	}
	for i := 0; i < len(us); {
		j := i + 1
		for j < len(us) && !l.gap[j] && single[i] && single[j] {
			j++
		}
		if j > i+1 {
			for k := i; k < j; k++ {
				l.cluster[k] = true
			}
		}
		i = j
	}
	parted, prose := 0, 0
	for i := range us {
		if keep[i] && us[i].prose > 60 {
			prose++
			if l.gap[i] || i > 0 && us[i-1].prose == 0 {
				parted++
			}
		}
	}
	l.structured = prose > 1 && parted*10 >= prose*8
	return l
}

// splitLine reports whether most blocks stand on the same line as the one
// before: they are the pieces of a page that came as a single line.
func splitLine(d doc.Document) bool {
	same := 0
	for i := 1; i < len(d.Blocks); i++ {
		if d.Line(blockBounds(d.Blocks[i-1]).Start) == d.Line(blockBounds(d.Blocks[i]).Start) {
			same++
		}
	}
	return same*2 > len(d.Blocks)
}

// sentence reports whether u ends like a sentence.
func (u *unit) sentence() bool {
	return u.end == endsStop || u.end == endsQuestion || u.end == endsCall
}

// solid reports whether block i is running text, a list of some, or a table.
func (l *layout) solid(i int) bool {
	u := &l.units[i]
	if l.cluster[i] {
		return false
	}
	if u.kind == tableKind {
		return true
	}
	if u.kind == listKind {
		return u.function*10 >= u.words
	}
	return u.prose > 40 && u.words > 6 && (u.sentence() || u.end == endsColon) && !u.furnished()
}

// furnished reports whether u is worded like page furniture.
func (u *unit) furnished() bool {
	if u.kind > headingKind {
		return false
	}
	if !u.sentence() {
		return u.forms&^dated != 0
	}
	return u.forms&(hook|credit|pointing|bracketed|invite) != 0 || u.forms&(legal|contact|labelled|byline) != 0 && u.words < 16
}

// trim corrects the choice at the edges of the article and between its
// paragraphs.
func (l *layout) trim() {
	first, last := l.extend()
	if first < 0 {
		return
	}
	for i := range l.units {
		u := &l.units[i]
		switch {
		case i < first && abl(0):
			l.keep[i] = l.keep[i] && !l.cluster[i] && !u.furnished() && (u.sentence() || i == first-1 && u.forms == 0)
		case i > last && abl(1):
			l.keep[i] = l.keep[i] && l.keep[i-1] && !l.cluster[i] && !u.furnished() && u.sentence()
		case i>=first&&i<=last&&u.furnished() && abl(2) && (u.forms&(credit|byline|legal)!=0 || l.alone(i)):
			l.keep[i] = false
		case i>=first&&i<=last&&abl(3) && (u.kind == tableKind|| u.kind == listKind|| u.sentence() && u.words > 3):
			l.keep[i] = true
		}
	}
}

// alone reports whether block i stands between two blocks of running text,
// of which the second may have a heading.
func (l *layout) alone(i int) bool {
	return i > 0 && l.solid(i-1) && (l.solidAt(i+1) || l.headsSolid(i+1))
}

func (l *layout) solidAt(i int) bool { return i < len(l.units) && l.solid(i) }

// headsSolid reports whether block i may be a heading of running text.
func (l *layout) headsSolid(i int) bool {
	if !l.solidAt(i + 1) {
		return false
	}
	u := &l.units[i]
	return u.kind == headingKind || u.words <= 12 && u.end == endsBare && u.forms == 0
}

// extend returns the first and the last solid block. The article goes on
// beyond what the scorecards chose over headings, lists and tables to running
// text that they do not speak against.
func (l *layout) extend() (first, last int) {
	first, last = -1, -1
	for i := range l.units {
		if l.keep[i] && l.solid(i) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return
	}
	for i := last + 1; i < len(l.units) && l.bridges(i); i++ {
		if l.solid(i) && l.units[i].score > 0 {
			for k := last + 1; k <= i; k++ {
				l.keep[k] = true
			}
			last = i
		}
	}
	for i := first - 1; i >= 0 && l.bridges(i); i-- {
		if l.solid(i) && l.units[i].score > 0 {
			for k := i; k < first; k++ {
				l.keep[k] = true
			}
			first = i
		}
	}
	return first, last
}

// bridges reports whether the article may go on beyond block i.
func (l *layout) bridges(i int) bool { return !l.cluster[i] && !l.units[i].furnished() }

func abl(i int) bool { return !strings.Contains(os.Getenv("ABL"), strconv.Itoa(i)) }

// dropAsides takes out single blocks between running text that are no
// sentences and are worded like furniture or stand in a box of their own.
func (l *layout) dropAsides() {
	for i := range l.units {
		u := &l.units[i]
		if l.keep[i] && u.kind == paragraphKind && l.alone(i) && (u.furnished()&& abl(4) || abl(5) && !u.sentence() && l.boxed(i)) {
			l.keep[i] = false
		}
	}
}

// boxed reports whether block i stands in an element that its neighbours do
// not stand in.
func (l *layout) boxed(i int) bool {
	in := func(k int) bool {
		return strings.HasPrefix(l.units[k].context.Path+" ", l.units[i].context.Path+" ")
	}
	return parent(l.units[i].context.Path) != parent(l.units[i-1].context.Path) && !in(i-1) && !in(i+1)
}
