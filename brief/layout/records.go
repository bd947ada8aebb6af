package layout

// addRecords adds the rows of a grid as a list, each a paragraph of its cells
// with the names of their columns.
func (w *work) addRecords(st *stream, p *part, g *grid, gap Elastic) {
	for i := range g.rows {
		text := w.record(g, &g.rows[i])
		if text.empty() {
			continue
		}
		w.fit(&text, w.column()-w.recordIndent(g.checks))
		st.add(piece{kind: recordPiece, part: p, gap: gap, height: text.height(), leads: text.leads(), text: &text, mark: w.t.Words.MarkOf(i), check: g.checks, done: g.rows[i].done, news: g.rows[i].news})
		gap = w.t.Space.Item
		if w.enough(st) {
			return
		}
	}
}

// record sets a row as a paragraph. A to-do row begins with what is to be
// done, without a name.
func (w *work) record(g *grid, row *gridRow) paragraph {
	s := w.sheet
	w.begin(row.unit, &s.cell, prose)
	style, bytes := &s.rowHead, 0
	for c, text := range row.cells {
		if bytes += len(text); bytes > maxText {
			w.hopeless = true
			break
		}
		if text = Printable(text); text == "" {
			continue
		}
		if c > 0 && style != &s.rowHead {
			w.atoms[len(w.atoms)-1].end = never // no line begins with the dot
			w.add(span{style: &s.cell, text: "·"}, " ")
		}
		if c > 0 || !g.checks {
			w.add(span{style: &s.columnHead, text: g.names[c]}, " ")
			w.atoms[len(w.atoms)-1].end = never // no line ends with a name
		}
		if c == row.cited && row.citation > 0 {
			w.add(span{style: style, text: text}, "")
			w.cite(&s.cellMark, " ", row.citation)
		} else {
			w.add(span{style: style, text: text}, " ")
		}
		style = &s.cell
	}
	return w.end()
}

func (w *work) recordIndent(check bool) Length {
	if check {
		return w.t.Space.CheckIndent
	}
	return w.t.Space.BulletIndent
}

func (w *work) drawRecord(p *piece, x, y, more Length) {
	if p.part.records == 0 {
		p.part.records = w.tag(L, w.openPart(p.part))
	}
	if !p.check {
		w.listItem(p.text, p.mark, p.news, x, y, p.part.records, more)
		return
	}
	w.checkBox(x, y+p.text.style.ascent, p.text.style, p.done)
	body, left := w.tag(LBody, w.tag(LI, p.part.records)), x+w.recordIndent(true)
	w.sign(p.news, x+w.t.Space.CheckBox, left, y+p.text.style.ascent, body, p.text.unit)
	w.drawLed(p.text, left, y, body, 0, more)
}
