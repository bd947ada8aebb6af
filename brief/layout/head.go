package layout

import (
	"strconv"
	"strings"

	"readahead/brief/doc"
)

// A fact is a line beside the title.
type fact struct{ label, value paragraph }

func (f *fact) height() Length { return max(f.label.height(), f.value.height()) }

// wrappedFact is the height that the head may gain to keep a fact on one line.
const wrappedFact = 5 * Pt

// head returns the top of the page: kicker, title and purpose at the left,
// the facts at the right, a rule below. The width of the facts is the one that
// makes the head lowest.
func (w *work) head(b *doc.Brief) block {
	t, s := w.t, w.sheet
	kicker := w.text(w.unit(KickerUnit, -1, -1), &s.kicker, balanced, b.Kicker, w.measure())
	title := w.text(w.unit(TitleUnit, -1, -1), &s.title, balanced, b.Title, w.measure())
	purpose := w.text(w.unit(PurposeUnit, -1, -1), &s.purpose, prose, b.Purpose, w.measure())
	facts, labels := w.facts(b)

	under := Length(0)
	if !purpose.empty() {
		under = t.Space.UnderTitle
	}
	right := Length(0)
	wrapped := Length(0)
	fit := func(width Length) (left, facing Length) {
		wrapped = 0
		measure := w.measure()
		if width > 0 {
			measure -= width + t.Grid.Gutter
		}
		for _, p := range []*paragraph{&kicker, &title, &purpose} {
			w.fit(p, measure)
		}
		for i := range facts {
			w.fit(&facts[i].value, width-labels)
			facing += facts[i].height()
			wrapped += facts[i].value.leads()
		}
		return kicker.height() + title.height() + under + purpose.height(), facing
	}
	if len(facts) > 0 {
		const steps = 6
		least := Length(-1)
		for i := range Length(steps + 1) {
			width := t.Grid.FactsMin + (t.Grid.FactsMax-t.Grid.FactsMin)*i/steps
			left, facing := fit(width)
			if h := max(left, facing) + wrapped*wrappedFact; least < 0 || h < least {
				least, right = h, width
			}
		}
	}
	left, facing := fit(right)
	inner := max(left, facing)

	draw := func(top Length) {
		x := t.Grid.Side
		if !kicker.empty() {
			w.draw(&kicker, x, top, w.tag(P, 0), 0)
		}
		if !title.empty() {
			w.draw(&title, x, top+kicker.height(), w.tag(H1, 0), 0)
		}
		if !purpose.empty() {
			w.draw(&purpose, x, top+left-purpose.height(), w.tag(P, 0), 0)
		}
		y := top + inner - facing
		x += w.measure() - right
		for i := range facts {
			p := w.tag(P, 0)
			w.draw(&facts[i].label, x, y, p, 0)
			w.draw(&facts[i].value, x+labels, y, p, 0)
			y += facts[i].height()
		}
		w.fill(t.Grid.Side, top+inner+t.Space.UnderHead, w.measure(), t.Rules.Head, t.Palette.Accent)
	}
	return block{height: inner + t.Space.UnderHead + t.Rules.Head, draw: draw}
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
func (w *work) basis(b *doc.Brief) string {
	words := &w.t.Words
	var parts []string
	if !b.AsOf.IsZero() {
		parts = append(parts, words.date(b.AsOf))
	}
	if n := len(b.Sources); n > 0 {
		parts = append(parts, number(n, words.SourceCountOne, words.SourceCount))
	}
	if b.Edition > 0 {
		parts = append(parts, fill(words.Edition, "n", strconv.Itoa(b.Edition)))
	}
	return strings.Join(parts, words.BetweenFacts)
}
