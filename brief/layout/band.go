package layout

import "readahead/brief/doc"

// bandHead returns a head with kicker and title on a band of colour, below it
// the purpose, and then the facts side by side under their labels. A logo that
// is no higher than the band stands beside that only, in the middle of its
// height, and so lower than the head.
func (w *work) bandHead(b *doc.Brief, logo Length) (head block, lower Length) {
	t, s := w.t, w.sheet
	pad := t.Space.BandPad
	measure := w.column() - 2*pad
	kicker := w.text(w.unit(KickerUnit, -1, -1), &s.kicker, balanced, t.Words.kicker(b.Kicker), measure)
	title := w.title(b.Title, measure)

	var band block
	left, width := w.headX(), w.column()
	if text := kicker.height() + title.height(); text > 0 {
		band.height = text + 2*pad
		band.draw = func(top Length) {
			w.fill(left, top, width, band.height, t.Palette.Band)
			w.drawUnless(&kicker, left+pad, top+pad, P)
			w.drawUnless(&title, left+pad, top+pad+kicker.height(), H1)
		}
	}
	x, full := w.headX(), w.column()
	if logo <= band.height {
		x, full, lower = t.Grid.Side, w.measure(), (band.height-logo)/2
	}
	purpose := w.text(w.unit(PurposeUnit, -1, -1), &s.purpose, prose, b.Purpose, full)
	facts, _ := w.facts(w.factsOf(b))
	under := block{height: purpose.height(), draw: func(top Length) {
		w.draw(&purpose, x, top, w.tag(P, 0), 0)
	}}
	return stack(t.Space.Block, band, under, w.factGrid(facts, x, full)), lower
}

// drawUnless draws a paragraph in an element of its own unless it is empty.
func (w *work) drawUnless(p *paragraph, x, top Length, t Tag) {
	if !p.empty() {
		w.draw(p, x, top, w.tag(t, 0), 0)
	}
}

// mostFacts is the most facts that stand side by side.
const mostFacts = 3

// factGrid returns the facts in rows, each value under its label. Of the
// numbers of columns the one that makes it lowest is taken, the smaller where
// two do.
func (w *work) factGrid(facts []fact, x, measure Length) block {
	if len(facts) == 0 {
		return block{}
	}
	gutter := w.t.Grid.Gutter
	arrange := func(n int) (step Length, rows []Length, height Length) {
		step = (measure + gutter) / Length(n)
		for i := range facts {
			w.fit(&facts[i].value, step-gutter)
			if i%n == 0 {
				rows = append(rows, 0)
			}
			rows[i/n] = max(rows[i/n], facts[i].label.height()+facts[i].value.height())
		}
		for _, h := range rows {
			height += h
		}
		return step, rows, height + w.t.Space.UnderTitle*Length(len(rows)-1)
	}
	best, least := 1, Length(-1)
	for n := 1; n <= min(len(facts), mostFacts); n++ {
		if _, _, h := arrange(n); least < 0 || h < least {
			best, least = n, h
		}
	}
	step, rows, height := arrange(best)
	return block{height: height, draw: func(top Length) {
		for i := range facts {
			f, left, elem := &facts[i], x+step*Length(i%best), w.tag(P, 0)
			w.draw(&f.label, left, top, elem, 0)
			w.draw(&f.value, left, top+f.label.height(), elem, 0)
			if (i+1)%best == 0 {
				top += rows[i/best] + w.t.Space.UnderTitle
			}
		}
	}}
}
