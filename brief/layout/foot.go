package layout

import (
	"fmt"
	"slices"
	"strconv"

	"readahead/brief/bidi"
	"readahead/brief/doc"
)

// A footPiece is a paragraph of the foot with the gap above it.
type footPiece struct {
	text   paragraph
	number paragraph // hanging at the left of an endnote
	id     string    // of an endnote
	indent Length
	gap    Length
	least  Length // height that is kept for it, as if it were as high
	keep   bool   // with the next
}

func (p *footPiece) height() Length { return max(p.text.height(), p.number.height()) }

// room returns the height that is reckoned with.
func (p *footPiece) room() Length { return max(p.height(), p.least) }

// foot returns the bottom of the page: the sources as endnotes, what is to be
// said of them together, what changed, and what was left out; in two columns
// below a rule.
func (w *work) foot(b *doc.Brief) block {
	pieces := w.footPieces(b)
	if len(pieces) == 0 {
		return block{}
	}
	height := func(from, to int) (h Length) {
		for i := from; i < to; i++ {
			if i > from {
				h += pieces[i].gap
			}
			h += pieces[i].room()
		}
		return h
	}
	cut, least, cost := len(pieces), height(0, len(pieces)), height(0, len(pieces))
	for k := 1; k < len(pieces); k++ {
		if pieces[k-1].keep {
			continue
		}
		h := max(height(0, k), height(k, len(pieces)))
		c := h
		if pieces[k].id != "" { // the sources had better stay together
			c += w.sheet.note.leading / 2
		}
		if c < cost {
			cut, least, cost = k, h, c
		}
	}
	t := w.t
	above := t.Rules.Foot + t.Space.FootPad
	return block{
		height: above + least,
		draw: func(top Length) {
			w.fill(t.Grid.Side, top, w.measure(), t.Rules.Foot, t.Palette.Line)
			x, y := t.Grid.Side, top+above
			sect := w.tag(Sect, 0)
			for i := range pieces {
				if i == cut {
					x, y = x+w.half()+t.Grid.Gutter, top+above
				} else if i > 0 {
					y += pieces[i].gap
				}
				w.drawFootPiece(&pieces[i], sect, x, y)
				y += pieces[i].height()
			}
		},
	}
}

func (w *work) drawFootPiece(p *footPiece, sect int, x, y Length) {
	e := Element{Tag: P, Parent: sect}
	if p.id != "" {
		e.Tag, e.ID = Note, p.id
	}
	elem := w.element(e)
	if !p.number.empty() {
		w.draw(&p.number, x, y, w.tag(Lbl, elem), 0)
	}
	w.draw(&p.text, x+p.indent, y, elem, 0)
}

// footPieces returns the paragraphs of the foot, fitted to a column.
func (w *work) footPieces(b *doc.Brief) []footPiece {
	if Length(len(b.Sources))*w.sheet.note.leading > w.limit() {
		w.hopeless = true
		return nil
	}
	words := &w.t.Words
	var pieces []footPiece
	for _, block := range w.t.Arrange.Foot {
		switch block {
		case SourcesBlock:
			pieces = append(pieces, w.endnotes(b.Sources)...)
		case SummaryBlock:
			pieces = w.about(pieces, SummaryUnit, words.Summary, b.Summary...)
		case ChangesBlock:
			pieces = w.changes(pieces, b)
		case LeftOutBlock:
			if b.LeftOut > 0 {
				pieces = w.about(pieces, LeftOutUnit, words.LeftOut, number(b.LeftOut, words.LeftOutOne, words.LeftOutItems))
			}
		}
	}
	pieces = w.designation(pieces, b.CUI)
	for i := range pieces {
		w.fit(&pieces[i].text, w.half()-pieces[i].indent)
	}
	return pieces
}

// about appends texts in one paragraph behind a label, unless they are empty.
func (w *work) about(pieces []footPiece, kind UnitKind, label string, texts ...string) []footPiece {
	s := w.sheet
	w.begin(w.unit(kind, -1, -1), &s.note, prose)
	w.add(span{style: &s.noteLabel, text: label}, " ")
	before := len(w.atoms)
	for _, text := range texts {
		w.add(span{style: &s.note, text: text}, " ")
	}
	if len(w.atoms) == before {
		return pieces
	}
	return append(pieces, footPiece{text: w.end(), gap: w.t.Space.Note})
}

// endnotes returns the sources under a label.
func (w *work) endnotes(sources []doc.Source) []footPiece {
	if len(sources) == 0 {
		return nil
	}
	s, words, space := w.sheet, &w.t.Words, &w.t.Space
	w.begin(w.unit(LabelUnit, -1, -1), &s.noteLabel, prose)
	w.add(span{style: &s.noteLabel, text: words.Sources}, " ")
	if slices.ContainsFunc(sources, func(src doc.Source) bool { return src.Grade != "" }) {
		w.add(span{style: &s.note, text: words.Grades}, "")
	}
	pieces := []footPiece{{text: w.end(), keep: true}}
	indent := space.NoteIndent
	for i := range sources {
		note := w.endnote(i, &sources[i])
		note.id = noteID(sources[i].Citation)
		if slices.ContainsFunc(pieces, func(p footPiece) bool { return p.id == note.id }) {
			note.id += fmt.Sprintf("-%d", i)
		}
		indent = max(indent, note.number.natural()+space.NoteIndent/3)
		pieces = append(pieces, note)
	}
	for i := range pieces[1:] {
		pieces[i+1].indent = indent
	}
	return pieces
}

// endnote sets a source: its number, and then title, publisher, date and
// grade as far as they are known.
func (w *work) endnote(i int, src *doc.Source) footPiece {
	s, words := w.sheet, &w.t.Words
	unit := w.unit(SourceUnit, -1, i)
	number := w.label(unit, &s.noteLabel, strconv.Itoa(src.Citation), w.half()/4)

	text, rest := words.SourceOf(src)
	title := span{style: &s.noteTitle, text: text}
	if src.URL != "" {
		title.tag, title.url = Link, src.URL
	}
	w.begin(unit, &s.note, prose)
	w.add(title, "")
	if !bidi.HasRTL(rest) {
		w.add(span{style: &s.note, text: rest}, "")
	} else { // a publisher must not turn the date behind it
		_, parts, grade := words.sourceOf(src)
		for i, part := range parts {
			behind := ""
			if i == len(parts)-1 && grade != "" {
				behind = " "
			}
			w.add(span{style: &s.note, text: part}, behind)
		}
		w.add(span{style: &s.note, text: grade}, "")
	}
	return footPiece{text: w.end(), number: number, gap: w.t.Space.Note}
}
