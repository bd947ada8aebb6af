package clean

import "readahead/brief/doc"

// A unit is a block as the choice of the article sees it.
type unit struct {
	sight
	kind    unitKind
	forms   form
	texts   int // items or cells
	bytes   int
	prose   int // characters that count as running text
	context doc.Context
	score   int32 // what the scorecards say, once they have
}

// A unitKind is the kind of a block.
type unitKind uint8

const (
	paragraphUnit unitKind = iota
	headingUnit
	listUnit
	tableUnit
)

// unitsOf returns the units of blocks.
func unitsOf(blocks []doc.Block) []unit {
	us := make([]unit, len(blocks))
	for i, b := range blocks {
		us[i].take(b)
	}
	return us
}

// take sums up a block.
func (u *unit) take(block doc.Block) {
	switch b := block.(type) {
	case doc.Paragraph:
		u.context = b.Context
		u.text(b.Text)
		u.forms = formsOf(b.Text.String(), &u.sight)
	case doc.Heading:
		u.kind, u.context = headingUnit, b.Context
		u.text(b.Text)
		u.forms = formsOf(b.Text.String(), &u.sight)
	case doc.List:
		u.kind, u.context = listUnit, b.Context
		for _, t := range b.Items {
			u.text(t)
		}
	case doc.Table:
		u.kind, u.context = tableUnit, b.Context
		for _, t := range b.Header {
			u.text(t)
		}
		for _, row := range b.Rows {
			for _, t := range row {
				u.text(t)
			}
		}
	}
	u.prose = u.runningText()
}

// text takes in one text of the block.
func (u *unit) text(t doc.Text) {
	u.look(t.String())
	u.texts++
	u.bytes += t.Len()
}

// runningText returns how many of the characters count as running text: all of
// them, up to a limit, if there are words of grammar and the end of a
// sentence, half of them if the text is long and lacks the end.
func (u *unit) runningText() int {
	if u.function*100 < u.words*18 && u.foreign*2 < u.chars {
		return 0
	}
	const limit = 400
	switch {
	case u.sentence() || u.stops > 0:
		return min(u.chars, limit)
	case u.chars > 80:
		return min(u.chars, limit) / 2
	}
	return 0
}

// furnished reports whether u is worded like page furniture.
func (u *unit) furnished() bool {
	switch {
	case u.kind > headingUnit:
		return false
	case !u.sentence():
		return u.forms&^dated != 0
	}
	return u.forms&(hook|credit|pointing|bracketed|invite) != 0 ||
		u.forms&(legal|contact|labelled|byline) != 0 && u.words < 16
}

// hints reports whether u, a short line, speaks of the page or to its reader
// more than headings do.
func (u *unit) hints() bool {
	return u.kind <= headingUnit && u.words <= 12 &&
		(u.furnished() || u.furniture*3 >= u.words || u.reader > 0 && u.end != endsStop)
}
