package layout

import (
	"fmt"
	"slices"
	"strconv"

	"readahead/brief/doc"
)

// A footPiece is a paragraph of the foot with the gap above it.
type footPiece struct {
	text   paragraph
	number paragraph // hanging at the left of an endnote
	id     string    // of an endnote
	indent Length
	gap    Length
	keep   bool // with the next
}

func (p *footPiece) height() Length { return max(p.text.height(), p.number.height()) }

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
			h += pieces[i].height()
		}
		return h
	}
	cut, least := len(pieces), height(0, len(pieces))
	for k := 1; k < len(pieces); k++ {
		if pieces[k-1].keep {
			continue
		}
		h := max(height(0, k), height(k, len(pieces)))
		if h < least {
			cut, least = k, h
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
					x, y = x+w.column()+t.Grid.Gutter, top+above
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
	pieces := w.endnotes(b.Sources)
	pieces = w.about(pieces, SummaryUnit, words.Summary, b.Summary...)
	label := words.Changes
	if b.Edition > 1 {
		label = fill(words.ChangesSince, "n", strconv.Itoa(b.Edition-1))
	}
	pieces = w.about(pieces, ChangesUnit, label, b.Changes)
	if b.LeftOut > 0 {
		pieces = w.about(pieces, LeftOutUnit, words.LeftOut, number(b.LeftOut, words.LeftOutOne, words.LeftOutItems))
	}
	for i := range pieces {
		w.fit(&pieces[i].text, w.column()-pieces[i].indent)
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
	number := w.label(unit, &s.noteLabel, strconv.Itoa(src.Citation), w.column()/4)

	title := span{style: &s.noteTitle, text: src.Title}
	if Printable(src.Title) == "" {
		title.text = src.File
	}
	if src.URL != "" {
		title.tag, title.url = Link, src.URL
	}
	date := words.date(src.Published)
	if date == "" {
		date = words.NoDate
	}
	rest := ""
	for _, part := range []string{src.Publisher, date} {
		if part != "" {
			rest += ", " + part
		}
	}
	if src.Grade != "" {
		rest += " " + fill(words.Grade, "grade", src.Grade)
	}
	w.begin(unit, &s.note, prose)
	w.add(title, "")
	w.add(span{style: &s.note, text: rest}, "")
	return footPiece{text: w.end(), number: number, gap: w.t.Space.Note}
}
