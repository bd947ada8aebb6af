package layout

import (
	"strconv"
	"strings"

	"readahead/brief/doc"
)

// Annex sets a second page: the marking, the title, and below each other
// across the page the blocks of the annex, in the largest type at which all of
// it fits. What does not fit at the smallest comes back as left; the page says
// how much it is.
func (s *Setter) Annex(b doc.Brief, a doc.Annex) (f Fitted, left []Unit) {
	sizes := s.Sizes()
	lo, hi := 0, len(sizes)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if _, cut := s.annex(&b, &a, sizes[mid]); len(cut) == 0 {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return s.annex(&b, &a, sizes[lo])
}

func (s *Setter) annex(b *doc.Brief, a *doc.Annex, body Length) (Fitted, []Unit) {
	w := s.work(body)
	defer w.done()
	w.hsize = w.measure()
	t := w.t
	m := w.marking(b, 2)
	head := w.annexHead(b)
	st := w.annexStream(a)

	top := t.Grid.Top + m.more + head.height + t.Space.Columns
	bottom := w.paper.height - t.Grid.Bottom - m.more
	kept := w.keepPieces(st.pieces, bottom-top)
	var left []Unit
	var rest paragraph
	if kept < len(st.pieces) {
		line := w.sheet.note.leading + t.Space.Columns
		kept = w.keepPieces(st.pieces, bottom-top-line)
		for i := kept; i < len(st.pieces); i++ {
			left = w.unitsOf(left, &st.pieces[i])
		}
		words := &t.Words
		about := w.about(nil, LeftOutUnit, words.LeftOut, number(len(left), words.LeftOutOne, words.LeftOutItems))
		rest = about[0].text
		w.fit(&rest, w.measure())
	}

	w.page = Page{
		Width: w.paper.width, Height: w.paper.height, Lang: b.Lang, RightToLeft: isRTLLanguage(b.Lang), Title: Printable(b.Title),
		Elements: []Element{{Tag: Document, Parent: -1}},
	}
	if w.page.RightToLeft {
		defer w.mirror(0, w.paper.width)()
	}
	w.drawMarkingAbove(&m)
	head.draw(t.Grid.Top + m.more)
	pieces := st.pieces[:kept]
	c := w.columnOf(pieces, 0, kept)
	height := w.drawAlone(pieces, c, t.Grid.Side, top)
	if rest.empty() {
		w.jotting(top+height, bottom)
	} else {
		w.draw(&rest, t.Grid.Side, bottom-rest.height(), w.tag(P, 0), 0)
	}
	w.drawMarkingBelow(&m)
	return Fitted{
		Page: w.page, Slack: bottom - top - height, Fill: float64(height) / float64(bottom-top),
		Units: w.units, Warnings: w.warnings,
	}, left
}

// annexHead returns the title again, in the form of the first page's, with
// the rule below.
func (w *work) annexHead(b *doc.Brief) block {
	t := w.t
	pad := Length(0)
	if t.Arrange.Head == "band" {
		pad = t.Space.BandPad / 2
	}
	title := w.text(w.unit(TitleUnit, -1, -1), &w.sheet.longTitle, balanced, b.Title, w.measure()-2*pad)
	height := title.height() + 2*pad
	return block{
		height: height + t.Space.UnderHead + t.Rules.Head,
		draw: func(top Length) {
			if pad > 0 {
				w.fill(t.Grid.Side, top, w.measure(), height, t.Palette.Band)
			}
			w.drawUnless(&title, t.Grid.Side+pad, top+pad, H1)
			w.fill(t.Grid.Side, top+height+t.Space.UnderHead, w.measure(), t.Rules.Head, t.Palette.Accent)
		},
	}
}

// keepPieces returns how many of the pieces fit into the height. None that is
// to stay with the next is the last.
func (w *work) keepPieces(pieces []piece, room Length) int {
	height := Length(0)
	n := 0
	for ; n < len(pieces); n++ {
		p := &pieces[n]
		if n > 0 {
			height += p.gap.Is
		}
		if height += p.height; height > room {
			break
		}
	}
	for n > 0 && n < len(pieces) && pieces[n-1].keep {
		n--
	}
	return n
}

// unitsOf appends the unit of a piece with content of its own.
func (w *work) unitsOf(units []Unit, p *piece) []Unit {
	switch p.kind {
	case itemPiece, recordPiece:
		return append(units, w.units[p.text.unit])
	case rowPiece:
		return append(units, w.units[p.part.table.rows[p.row][0].unit])
	}
	return units
}

// annexStream builds the content of a second page.
func (w *work) annexStream(a *doc.Annex) *stream {
	st := &stream{}
	words := &w.t.Words
	for _, name := range a.Blocks {
		switch name {
		case "talking_points":
			if len(a.Talking) == 0 {
				continue
			}
			p := w.annexPart(st, words.TalkingPoints)
			gap := w.t.Space.FirstItem
			for i, text := range a.Talking {
				body := w.text(w.unit(TalkingUnit, -1, i), &w.sheet.body, prose, text, w.column()-w.t.Space.BulletIndent)
				if body.empty() {
					continue
				}
				st.add(piece{kind: itemPiece, part: p, gap: gap, height: body.height(), leads: body.leads(), text: &body, mark: w.t.Words.MarkOf(i)})
				gap = w.t.Space.Item
			}
		case "todo":
			w.allTasks(st, a.Sections)
		case "sources":
			w.annexSources(st, a)
		}
	}
	w.align(st.tables)
	w.measureRows(st)
	return st
}

func (w *work) annexPart(st *stream, title string) *part {
	p := &part{}
	w.partHeading(p, w.unit(LabelUnit, -1, -1), title, "", 0)
	w.addHeading(st, p)
	return p
}

// annexSources adds all sources with what their grades mean, and what is to be
// said of them together.
func (w *work) annexSources(st *stream, a *doc.Annex) {
	if len(a.Sources) == 0 {
		return
	}
	p := w.annexPart(st, w.t.Words.Sources)
	gap := w.t.Space.FirstItem
	for i := range a.Sources {
		if w.enough(st) {
			return
		}
		note := w.annexSource(i, &a.Sources[i])
		st.add(piece{kind: itemPiece, part: p, gap: gap, height: note.height(), leads: note.leads(), text: &note, mark: strconv.Itoa(a.Sources[i].Citation)})
		gap = w.t.Space.Item
	}
	if summary := w.about(nil, SummaryUnit, w.t.Words.Summary, a.Summary...); len(summary) > 0 {
		text := summary[0].text
		w.fit(&text, w.column())
		st.add(piece{kind: emptyPiece, part: p, gap: w.t.Space.Item, height: text.height(), text: &text})
	}
}

// annexSource sets a source with everything that is known of it.
func (w *work) annexSource(i int, src *doc.Source) paragraph {
	s := w.sheet
	text, rest := w.t.Words.AnnexSourceOf(src)
	title := span{style: &s.rowHead, text: text}
	if src.URL != "" {
		title.tag, title.url = Link, src.URL
	}
	w.begin(w.unit(SourceUnit, -1, i), &s.cell, prose)
	w.add(title, " ")
	w.add(span{style: &s.cell, text: strings.TrimLeft(rest, " ")}, "")
	p := w.end()
	w.fit(&p, w.column()-w.t.Space.BulletIndent)
	return p
}

// AnnexSourceOf returns what the second page says of a source: its title, and
// behind it all else that is known.
func (w *Words) AnnexSourceOf(src *doc.Source) (title, rest string) {
	title = src.Title
	if Printable(title) == "" {
		title = src.File
	}
	date := w.date(src.Published)
	if date == "" {
		date = w.NoDate
	}
	parts := []string{src.Publisher, date, w.gradeMeans(src.Grade), BaseName(src.File)}
	if len(src.SHA256) >= digestDigits {
		parts = append(parts, fill(w.Digest, "digest", src.SHA256[:digestDigits]))
	}
	for _, part := range append(parts, src.URL) {
		if Printable(part) != "" {
			rest += w.BetweenFacts + part
		}
	}
	return title, rest
}

// BaseName returns a file's name without its folder.
func BaseName(file string) string { return file[strings.LastIndexAny(file, `/\`)+1:] }

// digestDigits is how many digits of a source's digest are printed.
const digestDigits = 12

// gradeMeans spells out a grade of the Admiralty scale, "B2" say.
func (w *Words) gradeMeans(grade string) string {
	if len(grade) != 2 || grade[0] < 'A' || grade[0] > 'F' || grade[1] < '1' || grade[1] > '6' {
		return grade
	}
	meaning := func(list string, i int) string { return strings.TrimSpace(strings.Split(list, ",")[i]) }
	return fill(w.GradeMeans, "grade", grade,
		"reliability", meaning(w.Reliability, int(grade[0]-'A')),
		"credibility", meaning(w.Credibility, int(grade[1]-'1')))
}
