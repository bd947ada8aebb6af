package layout

import "readahead/brief/doc"

// lead returns what follows the head: the objectives, and in a tinted box the
// bottom line with the asks. Their labels hang at the left, and all texts
// begin on one line.
func (w *work) lead(b *doc.Brief) block {
	t, s, words := w.t, w.sheet, &w.t.Words
	inset := t.Rules.Bar + t.Space.BoxIndent
	most := w.measure() / 4
	objectives := w.label(w.unit(LabelUnit, -1, -1), &s.label, words.Objectives, most)
	bottomLine := w.label(w.unit(LabelUnit, -1, -1), &s.label, words.BottomLine, most)
	asks := w.label(w.unit(LabelUnit, -1, -1), &s.label, words.Asks, most)

	labels := Length(0)
	if len(b.Objectives) > 0 {
		labels = objectives.natural() - inset
	}
	if b.BottomLine != nil {
		labels = max(labels, bottomLine.natural())
	}
	if len(b.Asks) > 0 {
		labels = max(labels, asks.natural())
	}
	x := t.Grid.Side + inset + min(labels, most) + t.Space.Label
	measure := t.Grid.Side + w.measure() - t.Space.BoxIndent - x

	return stack(t.Space.Block,
		w.labelled(&objectives, t.Grid.Side, x, w.points(ObjectiveUnit, b.Objectives, measure)),
		w.box(stack(t.Space.Point*2,
			w.bottomLine(b, &bottomLine, t.Grid.Side+inset, x, measure),
			w.labelled(&asks, t.Grid.Side+inset, x, w.points(AskUnit, b.Asks, measure)),
		)))
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

func (w *work) bottomLine(b *doc.Brief, label *paragraph, labelX, x, measure Length) block {
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
	w.fit(&text, measure)
	return block{
		height: max(label.height(), text.height()),
		draw: func(top Length) {
			p := w.tag(P, 0)
			w.draw(label, labelX, top+s.lead.ascent-s.label.ascent, p, 0)
			w.draw(&text, x, top, p, 0)
		},
	}
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
