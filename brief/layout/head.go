package layout

import (
	"strings"

	"readahead/brief/doc"
)

// A head is the top of the page: kicker, title and purpose at the left, the
// facts at the right, a rule below.
type head struct {
	kicker, title, purpose paragraph
	facts                  []fact
	labels                 Length // width of the facts' labels with the space behind
	width                  Length // of the facts
}

// A fact is a line beside the title.
type fact struct{ label, value paragraph }

func (f *fact) height() Length { return max(f.label.height(), f.value.height()) }

const (
	// wrappedFact is the height that the head may gain to keep a fact on one
	// line.
	wrappedFact = 5 * Pt
	// factWidths is how many widths of the facts are tried.
	factWidths = 7
)

// head sets the head with the width of the facts that makes it lowest.
func (w *work) head(b *doc.Brief) block {
	s := w.sheet
	h := &head{
		kicker:  w.text(w.unit(KickerUnit, -1, -1), &s.kicker, balanced, w.t.Words.kicker(b.Kicker), w.measure()),
		title:   w.title(b.Title),
		purpose: w.text(w.unit(PurposeUnit, -1, -1), &s.purpose, prose, b.Purpose, w.measure()),
	}
	h.facts, h.labels = w.facts(b)
	if len(h.facts) > 0 {
		grid, best, least := &w.t.Grid, Length(0), Length(-1)
		for i := range Length(factWidths) {
			width := grid.FactsMin + (grid.FactsMax-grid.FactsMin)*i/(factWidths-1)
			w.fitHead(h, width)
			cost := max(w.titleHeight(h), h.factsHeight())
			for i := range h.facts {
				cost += h.facts[i].value.leads() * wrappedFact
			}
			if least < 0 || cost < least {
				best, least = width, cost
			}
		}
		h.width = best
	}
	w.fitHead(h, h.width)
	inner := max(w.titleHeight(h), h.factsHeight())
	return block{
		height: inner + w.t.Space.UnderHead + w.t.Rules.Head,
		draw: func(top Length) {
			w.drawHead(h, top, inner)
			w.fill(w.t.Grid.Side, top+inner+w.t.Space.UnderHead, w.measure(), w.t.Rules.Head, w.t.Palette.Accent)
		},
	}
}

// fitHead fits the head's paragraphs with facts of the given width.
func (w *work) fitHead(h *head, width Length) {
	measure := w.measure()
	if width > 0 {
		measure -= width + w.t.Grid.Gutter
	}
	for _, p := range []*paragraph{&h.kicker, &h.title, &h.purpose} {
		w.fit(p, measure)
	}
	for i := range h.facts {
		w.fit(&h.facts[i].value, width-h.labels)
	}
}

// titleHeight returns the height of what is at the left.
func (w *work) titleHeight(h *head) Length {
	height := h.kicker.height() + h.title.height() + h.purpose.height()
	if !h.purpose.empty() {
		height += w.t.Space.UnderTitle
	}
	return height
}

func (h *head) factsHeight() (height Length) {
	for i := range h.facts {
		height += h.facts[i].height()
	}
	return height
}

// drawHead draws the head without its rule. The facts stand at the foot of its
// height.
func (w *work) drawHead(h *head, top, height Length) {
	x := w.t.Grid.Side
	if !h.kicker.empty() {
		w.draw(&h.kicker, x, top, w.tag(P, 0), 0)
	}
	if !h.title.empty() {
		w.draw(&h.title, x, top+h.kicker.height(), w.tag(H1, 0), 0)
	}
	if !h.purpose.empty() {
		w.draw(&h.purpose, x, top+w.titleHeight(h)-h.purpose.height(), w.tag(P, 0), 0)
	}
	x += w.measure() - h.width
	y := top + height - h.factsHeight()
	for i := range h.facts {
		f := &h.facts[i]
		p := w.tag(P, 0)
		w.draw(&f.label, x, y, p, 0)
		w.draw(&f.value, x+h.labels, y, p, 0)
		y += f.height()
	}
}

// title sets the title for the narrowest place that it may get: in large type
// if it has two lines there, else in smaller.
func (w *work) title(text string) paragraph {
	unit, measure := w.unit(TitleUnit, -1, -1), w.measure()-w.t.Grid.FactsMax-w.t.Grid.Gutter
	p := w.text(unit, &w.sheet.title, balanced, text, measure)
	if p.lines > 2 {
		p = w.text(unit, &w.sheet.longTitle, balanced, text, measure)
	}
	return p
}

// facts returns the facts that the brief gives, and the width of the widest
// label with the space behind it.
func (w *work) facts(b *doc.Brief) (facts []fact, labels Length) {
	words, s := &w.t.Words, w.sheet
	asOf := words.AsOf
	if b.AsOf.IsZero() {
		asOf = words.Basis
	}
	for _, f := range [...]struct{ label, value string }{
		{words.Meeting, b.With},
		{words.Attendees, strings.Join(b.Attendees, ", ")},
		{words.When, words.when(b.At, b.Minutes)},
		{words.Where, b.Place},
		{words.From, b.From},
		{asOf, w.basis(b)},
	} {
		if Printable(f.value) == "" {
			continue
		}
		unit := w.unit(FactUnit, -1, len(facts))
		label := w.label(unit, &s.factLabel, f.label, w.t.Grid.FactsMin/2)
		w.begin(unit, &s.fact, balanced)
		w.add(span{style: &s.fact, text: f.value}, "")
		facts = append(facts, fact{label: label, value: w.end()})
		labels = max(labels, label.natural())
	}
	labels = min(labels+w.t.Space.Label, w.t.Grid.FactsMin/2)
	return facts, labels
}

// basis says what the page rests on: its date, its sources, its edition.
func (w *work) basis(b *doc.Brief) string { return w.t.Words.BasisOf(b).Value }
