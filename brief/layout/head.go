package layout

import (
	"strings"

	"readahead/brief/doc"
)

// head returns the top of the page in the template's form, with a logo at its
// left if there is one, and a rule below.
func (w *work) head(b *doc.Brief) block {
	t := w.t
	logo := w.logo()
	measure := w.measure()
	if logo.width > 0 {
		measure -= logo.width + t.Space.Label
	}
	var inner block
	lower := Length(0) // by how much the logo stands lower than the head
	w.across(measure, func() {
		switch t.Arrange.Head {
		case "memo":
			inner = w.memoHead(b)
		case "band":
			inner, lower = w.bandHead(b, logo.height)
		default:
			inner = w.factsHead(b)
		}
	})
	height := max(inner.height, logo.height)
	return block{
		height: height + t.Space.UnderHead + t.Rules.Head,
		draw: func(top Length) {
			w.drawLogo(&logo, t.Grid.Side, top+lower)
			w.across(measure, func() { inner.draw(top) })
			w.fill(t.Grid.Side, top+height+t.Space.UnderHead, w.measure(), t.Rules.Head, t.Palette.Accent)
		},
	}
}

// headX returns the left edge of the head, beside the logo.
func (w *work) headX() Length { return w.t.Grid.Side + w.measure() - w.column() }

// A head is the top of the page with kicker, title and purpose at the left and
// the facts at the right.
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

// factsHead sets the head with the width of the facts that makes it lowest.
func (w *work) factsHead(b *doc.Brief) block {
	s := w.sheet
	h := &head{
		kicker:  w.text(w.unit(KickerUnit, -1, -1), &s.kicker, balanced, w.t.Words.kicker(b.Kicker), w.column()),
		title:   w.title(b.Title, w.column()-w.t.Grid.FactsMax-w.t.Grid.Gutter),
		purpose: w.text(w.unit(PurposeUnit, -1, -1), &s.purpose, prose, b.Purpose, w.column()),
	}
	h.facts, h.labels = w.facts(w.factsOf(b))
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
		w.fitHead(h, best)
		h.width = h.labels + h.widestValue()
	}
	w.fitHead(h, h.width)
	facts := w.factsTop(h)
	return block{
		height: max(w.titleHeight(h), facts+h.factsHeight()),
		draw:   func(top Length) { w.drawHead(h, top, top+facts) },
	}
}

// factsTop returns how far below the top of the head the facts begin: so far
// that their last line and that at the left stand on one baseline.
func (w *work) factsTop(h *head) Length {
	last := &h.title
	if !h.purpose.empty() {
		last = &h.purpose
	}
	if len(h.facts) == 0 || last.empty() {
		return 0
	}
	below := func(st *style) Length { return st.leading - st.ascent }
	fact := &h.facts[len(h.facts)-1].value
	return max(0, w.titleHeight(h)-below(last.style)-(h.factsHeight()-below(fact.style)))
}

// widestValue returns the width that the facts need for the lines that they
// have.
func (h *head) widestValue() (width Length) {
	for i := range h.facts {
		v := &h.facts[i].value
		if v.lines > 1 {
			return v.measure
		}
		width = max(width, v.natural())
	}
	return width
}

// fitHead fits the head's paragraphs with facts of the given width.
func (w *work) fitHead(h *head, width Length) {
	measure := w.column()
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

// drawHead draws the head with its upper edge at top, and that of the facts at
// y.
func (w *work) drawHead(h *head, top, y Length) {
	x := w.headX()
	if !h.kicker.empty() {
		w.draw(&h.kicker, x, top, w.tag(P, 0), 0)
	}
	if !h.title.empty() {
		w.draw(&h.title, x, top+h.kicker.height(), w.tag(H1, 0), 0)
	}
	if !h.purpose.empty() {
		w.draw(&h.purpose, x, top+w.titleHeight(h)-h.purpose.height(), w.tag(P, 0), 0)
	}
	x += w.column() - h.width
	for i := range h.facts {
		f := &h.facts[i]
		p := w.tag(P, 0)
		w.draw(&f.label, x, y, p, 0)
		w.draw(&f.value, x+h.labels, y, p, 0)
		y += f.height()
	}
}

// title sets the title for the measure, the narrowest that it may get: in large type
// if it has two lines there, else in smaller.
func (w *work) title(text string, measure Length) paragraph {
	unit := w.unit(TitleUnit, -1, -1)
	p := w.text(unit, &w.sheet.title, balanced, text, measure)
	if p.lines > 2 {
		p = w.text(unit, &w.sheet.longTitle, balanced, text, measure)
	}
	return p
}

// A factText is a fact before it is set.
type factText struct{ label, value string }

// The places of facts in what factsOf returns.
const (
	meetingFact = iota
	attendeesFact
	whenFact
	whereFact
	fromFact
	basisFact
	numberOfFacts
)

// factsOf returns what the brief says beside its title; some may be empty.
func (w *work) factsOf(b *doc.Brief) [numberOfFacts]factText {
	words := &w.t.Words
	asOf := words.AsOf
	if b.AsOf.IsZero() {
		asOf = words.Basis
	}
	return [...]factText{
		meetingFact:   {words.Meeting, b.With},
		attendeesFact: {words.Attendees, strings.Join(b.Attendees, ", ")},
		whenFact:      {words.When, words.when(b.At, b.Minutes)},
		whereFact:     {words.Where, b.Place},
		fromFact:      {words.From, b.From},
		basisFact:     {asOf, w.basis(b)},
	}
}

// facts sets the facts that have a value, and returns the width of the widest
// label with the space behind it.
func (w *work) facts(texts [numberOfFacts]factText) (facts []fact, labels Length) {
	s := w.sheet
	for _, f := range texts {
		if Printable(f.value) == "" {
			continue
		}
		facts = append(facts, w.fact(w.unit(FactUnit, -1, len(facts)), f.label, f.value, &s.fact))
		labels = max(labels, facts[len(facts)-1].label.natural())
	}
	labels = min(labels+w.t.Space.Label, w.t.Grid.FactsMin/2)
	return facts, labels
}

// fact sets a label with its value. The value's width comes later.
func (w *work) fact(unit int, label, value string, st *style) fact {
	f := fact{label: w.label(unit, &w.sheet.factLabel, label, w.t.Grid.FactsMin/2)}
	w.begin(unit, st, balanced)
	w.add(span{style: st, text: value}, "")
	f.value = w.end()
	return f
}

// basis says what the page rests on: its date, its sources, its edition.
func (w *work) basis(b *doc.Brief) string { return w.t.Words.BasisOf(b).Value }
