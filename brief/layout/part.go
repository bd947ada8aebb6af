package layout

import (
	"slices"

	"readahead/brief/doc"
)

// A part is a section or a tracker: a heading and what stands below it, which
// may go on in the next column.
type part struct {
	heading   paragraph
	count     paragraph // at the right of the heading
	continued paragraph // in place of the heading where a column begins inside the part
	table     *table

	// Its elements, once they are drawn; else 0.
	elem, list, records int
}

// A piece is a part's smallest portion, which no column's end divides.
type piece struct {
	kind   pieceKind
	part   *part
	gap    Elastic // above it, unless it begins a column
	height Length
	grow   Length     // by how much it may grow itself
	leads  Length     // how often the leading is in it, between lines
	keep   bool       // no column ends behind it
	text   *paragraph // of an item, a record or an empty part
	mark   string     // before an item or a record
	check  bool       // a box to tick stands before a record
	done   bool       // and is ticked
	news   doc.News   // of an item or a record
	row    int        // of a table's row
	bare   bool       // no rule is drawn below the row
}

type pieceKind int8

const (
	headingPiece pieceKind = iota
	itemPiece
	recordPiece // a row of a table that has no room for columns
	emptyPiece
	tableHeadPiece
	rowPiece
)

// A stream is the content of the columns, before it is divided.
type stream struct {
	pieces []piece
	tables []*table
	height Length // of the pieces so far, without gaps
}

func (st *stream) add(p piece) {
	st.pieces = append(st.pieces, p)
	st.height += p.height
}

// hasExcuses reports whether the stream has a line where a section has nothing.
func (st *stream) hasExcuses() bool {
	return slices.ContainsFunc(st.pieces, func(p piece) bool { return p.kind == emptyPiece })
}

// A content says what of a brief goes into a stream.
type content int8

const (
	withoutItems content = iota // what the room for items is reckoned from
	withItems
	withExcuses // and a line where a section has nothing
)

// stream builds the columns' content. It stands where the one before it stood.
func (w *work) stream(b *doc.Brief, c content) *stream {
	w.main = stream{pieces: w.main.pieces[:0], tables: w.main.tables[:0]}
	w.fillStream(&w.main, b, c, w.t.Arrange.Body...)
	return &w.main
}

// fillStream builds the content of columns from blocks. It stops where there is
// more than any page holds.
func (w *work) fillStream(st *stream, b *doc.Brief, c content, blocks ...Block) {
	for _, block := range blocks {
		switch block {
		case SectionsBlock:
			for i := range b.Sections {
				w.section(st, i, &b.Sections[i], c)
			}
		case AllTodoBlock:
			w.allTasks(st, b.Sections)
		case TrackersBlock:
			for i := range b.Trackers {
				w.tracker(st, i, &b.Trackers[i])
			}
		}
	}
	w.align(st.tables)
	w.measureRows(st)
}

// enough reports whether there is more in the stream than any page holds.
func (w *work) enough(st *stream) bool {
	w.hopeless = w.hopeless || st.height > w.limit()
	return w.hopeless
}

// limit is more than the two columns of any page hold.
func (w *work) limit() Length { return 2 * w.paper.height }

func (w *work) section(st *stream, i int, s *doc.Section, c content) {
	if w.enough(st) {
		return
	}
	p := &part{}
	words := &w.t.Words
	w.partHeading(p, w.unit(HeadingUnit, i, -1), words.SectionTitle(i, HeadingOf(s)), words.CountOf(s), 0)
	w.addHeading(st, p)
	if c != withoutItems {
		w.items(st, p, i, s.Items)
	}
	if len(s.Tasks) > 0 && !w.t.allTodo() {
		w.tasks(st, p, i, s.Tasks)
	}
	last := &st.pieces[len(st.pieces)-1]
	if last.kind != headingPiece {
		return
	}
	if c != withExcuses {
		last.keep = false
		return
	}
	text := w.text(w.unit(EmptyUnit, i, -1), &w.sheet.empty, prose, words.EmptyOf(s), w.column())
	st.add(piece{kind: emptyPiece, part: p, gap: w.t.Space.FirstItem, height: text.height(), text: &text})
}

// items adds a section's bullets to the stream.
func (w *work) items(st *stream, p *part, section int, items []doc.Item) {
	gap := w.t.Space.FirstItem
	for k := range items {
		if w.enough(st) {
			return
		}
		text := w.item(w.unit(ItemUnit, section, k), &items[k])
		if text.empty() {
			continue
		}
		st.add(piece{kind: itemPiece, part: p, gap: gap, height: text.height(), leads: text.leads(), text: &text, mark: w.t.Words.MarkOf(k), news: items[k].News})
		gap = w.t.Space.Item
	}
}

// item sets a bullet.
func (w *work) item(unit int, it *doc.Item) paragraph {
	w.begin(unit, &w.sheet.body, prose)
	w.statement(it, &w.sheet.body, &w.sheet.citation)
	p := w.end()
	w.fit(&p, w.column()-w.t.Space.BulletIndent)
	return p
}

// partHeading sets the heading of a part: title, citation mark, and at the
// right a word about it.
func (w *work) partHeading(p *part, unit int, title, count string, citation int) {
	s, gutter := w.sheet, w.t.Space.Label
	p.count = w.text(unit, &s.count, balanced, count, w.column()/2)
	measure := w.column()
	if !p.count.empty() {
		measure -= p.count.natural() + gutter
	}
	compose := func(st, mark *style, word string) paragraph {
		w.begin(unit, st, balanced)
		behind := ""
		if word != "" {
			behind = " "
		}
		w.add(span{style: st, text: title}, behind)
		if mark != nil && citation > 0 {
			w.cite(mark, "", citation)
		}
		w.add(span{style: &s.count, text: word}, "")
		return w.end()
	}
	p.heading = compose(&s.heading, &s.headingMark, "")
	w.fit(&p.heading, max(measure, w.column()/2))
	p.continued = compose(&s.continued, nil, w.t.Words.Continued)
	w.fit(&p.continued, w.column())
}

// addHeading adds a part's heading to the stream.
func (w *work) addHeading(st *stream, p *part) {
	st.add(piece{
		kind: headingPiece, part: p, gap: w.t.Space.Section, keep: true,
		height: max(p.heading.height(), p.count.height()) + headingRuleGap + w.t.Rules.Heading,
	})
}

// headingRuleGap is between a heading and its rule.
const headingRuleGap = Pt

func (w *work) continuedHeight(p *part) Length {
	return w.continuedShift() + p.continued.height() + headingRuleGap + w.t.Rules.Continued + w.t.Space.FirstItem.Is
}

// openPart returns the element of the part, which its first piece makes.
func (w *work) openPart(p *part) int {
	if p.elem == 0 {
		p.elem = w.tag(Sect, 0)
	}
	return p.elem
}

func (w *work) drawHeading(p *part, x, y Length) {
	sect := w.openPart(p)
	w.draw(&p.heading, x, y, w.tag(w.headingTag(), sect), 0)
	if !p.count.empty() {
		last := y + p.heading.height() - p.heading.style.leading + p.heading.style.ascent
		w.draw(&p.count, x+w.column()-p.count.natural(), last-p.count.style.ascent, w.tag(P, sect), 0)
	}
	y += max(p.heading.height(), p.count.height()) + headingRuleGap
	w.fill(x, y, w.column(), w.t.Rules.Heading, w.t.Palette.Accent)
}

func (w *work) drawContinued(p *part, x, y Length) {
	y += w.continuedShift()
	w.draw(&p.continued, x, y, Artifact, 0)
	w.fill(x, y+p.continued.height()+headingRuleGap, w.column(), w.t.Rules.Continued, w.t.Palette.Accent)
}

// continuedShift is how much lower the heading of a part that goes on stands
// than an ordinary one, so that it is on one line with that beside it.
func (w *work) continuedShift() Length {
	return max(w.sheet.heading.ascent-w.sheet.continued.ascent, 0)
}
