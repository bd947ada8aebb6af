package layout

import (
	"fmt"

	"readahead/brief/doc"
)

// ItemHeight returns the height that an item takes in a column as a bullet,
// with the gap above it.
func (s *Setter) ItemHeight(it doc.Item, body Length) Length {
	w := s.work(body)
	defer w.done()
	p := w.item(0, &it)
	return p.height() + s.template.Space.Item.Is
}

// Room returns the height that is left for items in all columns together when
// all else of the brief is set: its items are not looked at. It is negative if
// that alone is too high. It is reckoned as if the columns could be divided
// anywhere, so a page that fills it to the last point may overflow by a line
// or two when it is set.
func (s *Setter) Room(b doc.Brief, body Length) Length {
	w := s.work(body)
	defer w.done()
	f := w.frame(&b)
	st := w.stream(&b, withoutItems)
	room := w.columns() * f.room
	for i := range st.pieces {
		p := &st.pieces[i]
		room -= p.height
		if i > 0 {
			room -= p.gap.Is
		}
	}
	if w.hopeless {
		room = min(room, -w.paper.height)
	}
	return room
}

// Set sets the brief. That it does not fit is no error: see [Fitted.Overflow].
// The line that says of a section that there is nothing is left out if the
// brief fits without it only.
// It is one to ask for a body size that the template does not allow.
func (s *Setter) Set(b doc.Brief, body Length) (Fitted, error) {
	if size := s.template.Body; body < size.Floor || body > size.Ceiling {
		return Fitted{}, &doc.Error{
			File: s.template.Name,
			Msg:  fmt.Sprintf("the body size of %.2f points is not allowed", body.Points()),
			Hint: fmt.Sprintf("the template has %.2f to %.2f", size.Floor.Points(), size.Ceiling.Points()),
		}
	}
	w := s.work(body)
	defer w.done()
	f := w.frame(&b)
	units, warnings := len(w.units), len(w.warnings)
	st := w.stream(&b, withExcuses)
	flow := w.divide(st.pieces, f.room)
	if flow.height() > f.room && st.hasExcuses() {
		w.units, w.warnings = w.units[:units], w.warnings[:warnings]
		st = w.stream(&b, withItems)
		flow = w.divide(st.pieces, f.room)
	}
	overflow := flow.height() - f.room
	if w.hopeless {
		overflow = max(overflow, w.paper.height)
	}
	if overflow > 0 {
		return Fitted{Overflow: overflow, Units: w.units, Warnings: w.warnings}, nil
	}
	left, right := w.drawPage(f, st.pieces, flow, &b)
	uneven := max(left-right, right-left)
	if w.columns() == 1 {
		uneven = 0
	}
	columns := w.columns() * f.room
	return Fitted{
		Page:     w.page,
		Slack:    columns - flow.left.height - flow.right.height,
		Uneven:   uneven,
		Fill:     float64(left+right) / float64(columns),
		Units:    w.units,
		Warnings: w.warnings,
	}, nil
}

// A frame is what stands around the columns.
type frame struct {
	marking          marking // above and below
	head, lead, foot block
	top, room        Length // of the columns
	footTop          Length
}

func (w *work) frame(b *doc.Brief) frame {
	t := w.t
	f := frame{head: w.head(b), lead: w.lead(b), foot: w.foot(b)}
	f.marking = w.marking(b, 1)
	more := f.marking.more

	top := t.Grid.Top + more
	f.top = top + f.head.height + t.Space.Columns
	if f.lead.height > 0 {
		f.top += t.Space.Block + f.lead.height
	}
	f.footTop = w.paper.height - t.Grid.Bottom - more - f.foot.height
	f.room = f.footTop - f.top
	if f.foot.height > 0 {
		f.room -= t.Space.Columns
	}
	return f
}

// drawPage draws everything and returns the heights of the columns.
func (w *work) drawPage(f frame, pieces []piece, fl flow, b *doc.Brief) (left, right Length) {
	t := w.t
	w.page = Page{
		Width: w.paper.width, Height: w.paper.height, Lang: b.Lang, RightToLeft: isRTLLanguage(b.Lang), Title: Printable(b.Title),
		Boxes:    make([]Box, 0, 384),
		Elements: append(make([]Element, 0, 256), Element{Tag: Document, Parent: -1}),
	}
	if w.page.RightToLeft {
		defer w.mirror(0, w.paper.width)()
	}
	w.drawMarkingAbove(&f.marking)
	y := t.Grid.Top + f.marking.more
	f.head.draw(y)
	y += f.head.height + t.Space.Block
	if f.lead.height > 0 {
		f.lead.draw(y)
	}
	fl.feather(f.room, t.Space.Line)
	inLeft, endLeft := w.place(pieces, fl.left, f.top)
	inRight, endRight := w.place(pieces, fl.right, f.top)
	left, right = endLeft-f.top, endRight-f.top
	register(pieces, &fl, inLeft, inRight)
	if f.foot.height > 0 && t.Rules.Foot > 0 {
		bottom := f.top + f.room - nearFoot
		bareLast(pieces, fl.left, endLeft >= bottom)
		bareLast(pieces, fl.right, endRight >= bottom)
	}
	w.drawColumn(pieces, fl.left, t.Grid.Side, f.top, inLeft)
	w.drawColumn(pieces, fl.right, t.Grid.Side+w.column()+t.Grid.Gutter, f.top, inRight)
	w.jotting(f.top+max(left, right), f.footTop)
	if f.foot.height > 0 {
		f.foot.draw(f.footTop)
	}
	w.drawMarkingBelow(&f.marking)
	return left, right
}

// nearFoot is the height above the foot where its rule closes a table as well:
// two rules so near each other would look like a double one.
const nearFoot = 12 * Pt

// bareLast leaves out the rule below a column's last row if the column ends
// near the foot.
func bareLast(pieces []piece, c column, near bool) {
	if near && c.first < c.end {
		pieces[c.end-1].bare = true
	}
}

// jotting rules the blank band between the columns and the foot for notes by
// hand, if it is high enough to be seen as a hole.
func (w *work) jotting(top, bottom Length) {
	t, line := w.t, w.t.Space.JottingLine
	if t.Space.Jotting == 0 || bottom-top < t.Space.Jotting {
		return
	}
	label := w.text(w.unit(LabelUnit, -1, -1), &w.sheet.count, balanced, t.Words.Jotting, w.column())
	lines := (bottom - top - label.height() - t.Space.Columns) / line
	if lines < 1 {
		return
	}
	w.draw(&label, t.Grid.Side, bottom-lines*line-label.height(), w.tag(P, 0), 0)
	for ; lines > 0; lines-- {
		w.fill(t.Grid.Side, bottom-lines*line, w.measure(), t.Rules.Jotting, t.Palette.Hair)
	}
}
