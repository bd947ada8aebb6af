package layout

import (
	"strconv"

	"readahead/brief/doc"
)

// A footPiece is a paragraph of the foot with the gap above it.
type footPiece struct {
	text   paragraph
	number paragraph // hanging at the left of an endnote
	note   bool
	id     string
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
	if p.note {
		e.Tag, e.ID = Note, p.id
	}
	elem := w.node(e)
	if !p.number.empty() {
		w.draw(&p.number, x, y, w.tag(Lbl, elem), 0)
	}
	w.draw(&p.text, x+p.indent, y, elem, 0)
}

func (w *work) footPieces(b *doc.Brief) []footPiece {
	s, words, space := w.sheet, &w.t.Words, &w.t.Space
	var pieces []footPiece
	if Length(len(b.Sources))*s.note.leading > w.limit() {
		w.hopeless = true
		return nil
	}
	if len(b.Sources) > 0 {
		w.begin(w.unit(LabelUnit, -1, -1), &s.noteLabel, prose)
		w.add(span{style: &s.noteLabel, text: words.Sources}, " ")
		for i := range b.Sources {
			if b.Sources[i].Grade != "" {
				w.add(span{style: &s.note, text: words.Grades}, "")
				break
			}
		}
		pieces = append(pieces, footPiece{text: w.end(), keep: true})
	}
	for i := range b.Sources {
		pieces = append(pieces, w.endnote(i, &b.Sources[i]))
	}
	about := func(kind UnitKind, label string, texts ...string) {
		w.begin(w.unit(kind, -1, -1), &s.note, prose)
		w.add(span{style: &s.noteLabel, text: label}, " ")
		before := len(w.atoms)
		for i, text := range texts {
			behind := " "
			if i == len(texts)-1 {
				behind = ""
			}
			w.add(span{style: &s.note, text: text}, behind)
		}
		if p := w.end(); len(w.atoms) > before {
			pieces = append(pieces, footPiece{text: p, gap: space.Note})
		}
	}
	about(SummaryUnit, words.Summary, b.Summary...)
	label := words.Changes
	if b.Edition > 1 {
		label = fill(words.ChangesSince, "n", strconv.Itoa(b.Edition-1))
	}
	about(ChangesUnit, label, b.Changes)
	if b.LeftOut > 0 {
		about(LeftOutUnit, words.LeftOut, number(b.LeftOut, words.LeftOutOne, words.LeftOutItems))
	}
	for i := range pieces {
		w.fit(&pieces[i].text, w.column()-pieces[i].indent)
	}
	return pieces
}

// endnote sets a source: its number, and then title, publisher, date and
// grade as far as they are known.
func (w *work) endnote(i int, src *doc.Source) footPiece {
	s, words := w.sheet, &w.t.Words
	unit := w.unit(SourceUnit, -1, i)
	number := w.label(unit, &s.noteLabel, strconv.Itoa(src.Citation), w.t.Space.NoteIndent*4)
	title := src.Title
	if Printable(title) == "" {
		title = src.File
	}
	rest := ""
	if src.Publisher != "" {
		rest += ", " + src.Publisher
	}
	if date := words.date(src.Published); date != "" {
		rest += ", " + date
	} else {
		rest += ", " + words.NoDate
	}
	w.begin(unit, &s.note, prose)
	tag := Tag("")
	if src.URL != "" {
		tag = Link
	}
	w.add(span{style: &s.noteTitle, text: title, tag: tag, url: src.URL}, "")
	grade := ""
	if src.Grade != "" {
		grade = " " + fill(words.Grade, "grade", src.Grade)
	}
	w.add(span{style: &s.note, text: rest + grade}, "")
	return footPiece{
		text: w.end(), number: number, note: true, id: noteID(src.Citation),
		indent: max(w.t.Space.NoteIndent, number.natural()+Pt*3), gap: w.t.Space.Note,
	}
}
