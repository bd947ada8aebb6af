package layout

import "readahead/brief/doc"

// memoHead returns the head of a memorandum: lines of label and value, of
// which the subject is the title, and below them the purpose.
func (w *work) memoHead(b *doc.Brief) block {
	s, words := w.sheet, &w.t.Words
	most := w.column() / 3
	var lines []fact
	add := func(unit int, label, value string, st *style) {
		if f := w.fact(unit, label, value, st); !f.value.empty() {
			w.fit(&f.label, most)
			lines = append(lines, f)
		}
	}
	facts := w.factsOf(b)
	add(w.unit(KickerUnit, -1, -1), words.MemoFor, b.Kicker, &s.fact)
	add(w.unit(FactUnit, -1, fromFact), facts[fromFact].label, facts[fromFact].value, &s.fact)
	add(w.unit(TitleUnit, -1, -1), words.Subject, b.Title, &s.title)
	subject := len(lines) - 1
	for _, i := range [...]int{basisFact, meetingFact, attendeesFact, whenFact, whereFact} {
		add(w.unit(FactUnit, -1, i), facts[i].label, facts[i].value, &s.fact)
	}

	labels := Length(0)
	for i := range lines {
		labels = max(labels, lines[i].label.natural())
	}
	labels = min(labels, most) + w.t.Space.Label
	var blocks []block
	for i := range lines {
		tag := P
		if i == subject && Printable(b.Title) != "" {
			tag = H1
		}
		blocks = append(blocks, w.memoLine(&lines[i], labels, tag))
	}
	purpose := w.text(w.unit(PurposeUnit, -1, -1), &s.purpose, prose, b.Purpose, w.column())
	under := block{height: purpose.height(), draw: func(top Length) {
		w.draw(&purpose, w.headX(), top, w.tag(P, 0), 0)
	}}
	return stack(w.t.Space.Block, stack(w.t.Space.UnderTitle, blocks...), under)
}

// memoLine returns a line of a memorandum's head. Label and value stand on one
// baseline.
func (w *work) memoLine(f *fact, labels Length, tag Tag) block {
	w.fit(&f.value, w.column()-labels)
	l, v := f.label.style, f.value.style
	drop := max(v.ascent-l.ascent, 0) // of the label
	rise := max(l.ascent-v.ascent, 0)
	return block{
		height: max(drop+f.label.height(), rise+f.value.height()),
		draw: func(top Length) {
			// The label of the subject is no part of the heading.
			label := w.tag(P, 0)
			value := label
			if tag != P {
				value = w.tag(tag, 0)
			}
			w.draw(&f.label, w.headX(), top+drop, label, 0)
			w.draw(&f.value, w.headX()+labels, top+rise, value, 0)
		},
	}
}
