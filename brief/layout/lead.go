package layout

import "readahead/brief/doc"

// lead returns what follows the head across the page: texts whose labels hang
// at the left, so that all texts begin on one line, and tables. The bottom
// line and the asks stand in a tinted box, in one where they follow each
// other.
func (w *work) lead(b *doc.Brief) block {
	t, words := w.t, &w.t.Words
	var blocks, boxed []block
	closeBox := func() {
		if len(boxed) > 0 {
			blocks = append(blocks, w.box(stack(t.Space.Point*2, boxed...)))
			boxed = nil
		}
	}
	l := w.hang(b)
	for _, kind := range t.Arrange.Top {
		if kind != BottomLineBlock && kind != AsksBlock {
			closeBox()
		}
		switch kind {
		case ObjectivesBlock:
			blocks = append(blocks, w.labelled(&l.objectives, t.Grid.Side, l.x, w.points(ObjectiveUnit, b.Objectives, l.measure)))
		case BottomLineBlock:
			boxed = append(boxed, w.bottomLine(b, &l))
		case AsksBlock:
			boxed = append(boxed, w.labelled(&l.asks, t.Grid.Side+w.inset(), l.x, w.points(AskUnit, b.Asks, l.measure)))
		case SummaryBlock:
			blocks = append(blocks, w.remark(w.about(nil, SummaryUnit, words.Summary, b.Summary...)))
		case ChangesBlock:
			blocks = append(blocks, w.remark(w.changes(nil, b)))
		case AllTodoBlock, TrackersBlock:
			blocks = append(blocks, w.wide(b, kind))
		}
	}
	closeBox()
	return stack(t.Space.Block, blocks...)
}

// hanging is the labels at the left of the lead, and where the texts beside
// them stand.
type hanging struct {
	objectives, bottomLine, asks paragraph
	x, measure                   Length // of the texts
}

// inset is from the edge of the bottom line's box to the text in it.
func (w *work) inset() Length { return w.t.Rules.Bar + w.t.Space.BoxIndent }

func (w *work) hang(b *doc.Brief) hanging {
	t, s, words := w.t, w.sheet, &w.t.Words
	most := w.measure() / 4
	l := hanging{
		objectives: w.label(w.unit(LabelUnit, -1, -1), &s.label, words.Objectives, most),
		bottomLine: w.label(w.unit(LabelUnit, -1, -1), &s.label, words.BottomLine, most),
		asks:       w.label(w.unit(LabelUnit, -1, -1), &s.label, words.Asks, most),
	}
	labels := Length(0)
	if len(b.Objectives) > 0 {
		labels = l.objectives.natural() - w.inset()
	}
	if b.BottomLine != nil {
		labels = max(labels, l.bottomLine.natural())
	}
	if len(b.Asks) > 0 {
		labels = max(labels, l.asks.natural())
	}
	l.x = t.Grid.Side + w.inset() + min(labels, most) + t.Space.Label
	l.measure = t.Grid.Side + w.measure() - t.Space.BoxIndent - l.x
	return l
}

// labelled returns points with a label before the first.
func (w *work) labelled(label *paragraph, labelX, x Length, p points) block {
	if len(p.items) == 0 {
		return block{}
	}
	return block{
		height: max(label.height(), p.height),
		draw: func(top Length) {
			w.draw(label, labelX, top, w.tag(P, 0), 0)
			w.drawPoints(&p, x, top)
		},
	}
}

func (w *work) bottomLine(b *doc.Brief, l *hanging) block {
	if b.BottomLine == nil {
		return block{}
	}
	s := w.sheet
	w.begin(w.unit(BottomLineUnit, -1, -1), &s.lead, prose)
	w.statement(b.BottomLine, &s.lead, &s.leadMark)
	text := w.end()
	if text.empty() {
		return block{}
	}
	w.fit(&text, l.measure)
	label := &l.bottomLine
	return block{
		height: max(label.height(), text.height()),
		draw: func(top Length) {
			p := w.tag(P, 0)
			left := w.t.Grid.Side + w.inset()
			w.draw(label, left, top+s.lead.ascent-s.label.ascent, p, 0)
			w.sign(b.BottomLine.News, left+label.natural(), l.x, top+s.lead.ascent, p, text.unit)
			w.draw(&text, l.x, top, p, 0)
		},
	}
}

// remark returns a paragraph across the page, if there is one.
func (w *work) remark(pieces []footPiece) block {
	if len(pieces) == 0 {
		return block{}
	}
	text := &pieces[0].text
	w.fit(text, w.measure())
	return block{
		height: pieces[0].room(),
		draw:   func(top Length) { w.draw(text, w.t.Grid.Side, top, w.tag(P, 0), 0) },
	}
}

// wide returns tables across the page.
func (w *work) wide(b *doc.Brief, kind Block) (out block) {
	w.across(w.measure(), func() {
		st := &stream{}
		w.fillStream(st, b, withItems, kind)
		c := w.columnOf(st.pieces, 0, len(st.pieces))
		out.height = c.height
		out.draw = func(top Length) {
			w.across(w.measure(), func() { w.drawAlone(st.pieces, c, w.t.Grid.Side, top) })
		}
	})
	return out
}

// box returns the block on a tinted ground with a bar at its left.
func (w *work) box(inner block) block {
	if inner.height == 0 {
		return inner
	}
	t := w.t
	height := inner.height + 2*t.Space.BoxPad
	return block{
		height: height,
		draw: func(top Length) {
			w.fill(t.Grid.Side, top, w.measure(), height, t.Palette.Tint)
			w.fill(t.Grid.Side, top, t.Rules.Bar, height, t.Palette.Accent)
			inner.draw(top + t.Space.BoxPad)
		},
	}
}
