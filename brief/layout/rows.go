package layout

import "readahead/brief/doc"

// addGrid adds a grid to the stream as a table or, where it has too many
// columns to stand side by side, as a list of its rows.
func (w *work) addGrid(st *stream, p *part, g *grid, gap Elastic) {
	if Length(len(g.names))*MinSize > w.column() {
		w.addRecords(st, p, g, gap)
		return
	}
	n := len(g.names)
	cells := make([]paragraph, 0, n*(len(g.rows)+1))
	for _, name := range g.names {
		cells = append(cells, w.cell(g.unit, &w.sheet.columnHead, name, 0))
	}
	t := &table{checks: g.checks, head: cells, rows: make([][]paragraph, len(g.rows)), done: make([]bool, len(g.rows)), news: make([]doc.News, len(g.rows))}
	for i := range g.rows {
		from := &g.rows[i]
		for c, text := range from.cells {
			style, citation := &w.sheet.cell, 0
			if c == 0 {
				style = &w.sheet.rowHead
			}
			if c == from.cited {
				citation = from.citation
			}
			cells = append(cells, w.cell(from.unit, style, text, citation))
		}
		t.rows[i] = cells[len(cells)-n:]
		t.done[i], t.news[i] = from.done, from.news
	}
	if !w.measureTable(t) {
		w.addRecords(st, p, g, gap)
		return
	}
	p.table = t
	st.tables = append(st.tables, t)
	st.add(piece{kind: tableHeadPiece, part: p, gap: gap, keep: true})
	for r := range t.rows {
		st.add(piece{kind: rowPiece, part: p, row: r})
	}
}

// cell sets a table's cell, with a citation mark if there is one. Its width
// comes later.
func (w *work) cell(unit int, st *style, text string, citation int) paragraph {
	w.begin(unit, st, balanced)
	w.add(span{style: st, text: text}, "")
	if citation > 0 {
		w.cite(&w.sheet.cellMark, "", citation)
	}
	return w.end()
}

// tableRuleGap is between a table's header and its rule.
const tableRuleGap = Pt

// measureRows fills in the heights of the tables' pieces.
func (w *work) measureRows(st *stream) {
	pad := w.t.Space.Row
	for i := range st.pieces {
		switch p := &st.pieces[i]; p.kind {
		case tableHeadPiece:
			p.height = w.tableHeadHeight(p.part.table)
		case rowPiece:
			cells := p.part.table.rows[p.row]
			p.height = tallest(cells) + 2*pad.Is + w.t.Rules.Row
			p.grow = 2 * (pad.Max - pad.Is)
			p.leads = 0
			for c := range cells {
				p.leads = max(p.leads, cells[c].leads())
			}
		}
	}
}

func (w *work) tableHeadHeight(t *table) Length {
	return tallest(t.head) + tableRuleGap + w.t.Rules.Table
}

func tallest(cells []paragraph) Length {
	h := cells[0].style.leading
	for i := range cells {
		h = max(h, cells[i].height())
	}
	return h
}

// drawTableHead draws the header; again is true where a column of the page
// repeats it.
func (w *work) drawTableHead(p *part, x, y Length, again bool) {
	t := p.table
	row := Artifact
	if !again {
		w.alignFigures(t)
		t.elem = w.tag(TableTag, w.openPart(p))
		head := t.elem
		if len(t.rows) > 0 { // a THead without a TBody is none (ISO 14289-1, 7.2)
			head = w.tag(THead, t.elem)
		}
		row = w.tag(TR, head)
	}
	for c := range t.head {
		cell := Artifact
		if !again {
			cell = w.element(Element{Tag: TH, Parent: row, Scope: "Column"})
		}
		align := Length(0)
		if t.columns[c].figures {
			align = 1000
		}
		w.draw(&t.head[c], x+t.columns[c].x, y, cell, align)
	}
	w.fill(x, y+tallest(t.head)+tableRuleGap, w.column(), w.t.Rules.Table, w.t.Palette.Line)
}

// drawRow draws a row that has extra room above and below, and a leading that
// is larger by more.
func (w *work) drawRow(piece *piece, x, y, extra, more Length) {
	t := piece.part.table
	if t.body == 0 {
		t.body = w.tag(TBody, t.elem)
	}
	cells := t.rows[piece.row]
	row := w.tag(TR, t.body)
	top := y + w.t.Space.Row.Is + extra/2
	if t.checks {
		w.checkBox(x, top+cells[0].style.ascent, cells[0].style, t.done[piece.row])
	}
	for c := range cells {
		e := Element{Tag: TD, Parent: row}
		if c == 0 {
			e.Tag, e.Scope = TH, "Row"
		}
		elem, left := w.element(e), x+t.columns[c].x
		if c == 0 && t.checks {
			w.sign(t.news[piece.row], x+w.t.Space.CheckBox, left, top+cells[0].style.ascent, elem, cells[0].unit)
		}
		if t.columns[c].figures {
			left += t.columns[c].figureIndent(&cells[c])
		}
		w.drawLed(&cells[c], left, top, elem, 0, more)
	}
	if piece.bare {
		return
	}
	y += piece.height + piece.leads*more + extra - w.t.Rules.Row
	w.fill(x, y, w.column(), w.t.Rules.Row, w.t.Palette.Hair)
}

// checkBox draws a box to tick, centred on the capitals of the line; full if
// what it stands before is done.
func (w *work) checkBox(x, baseline Length, st *style, done bool) {
	size, stroke := w.t.Space.CheckBox, w.t.Rules.Box
	caps := st.units(st.face.CapHeight)
	w.page.Boxes = append(w.page.Boxes, Rect{
		Element: Artifact, X: x + stroke/2, Y: baseline - (caps+size)/2 + stroke/2, W: size - stroke, H: size - stroke,
		Color: w.t.Palette.Accent, Stroke: stroke,
	})
	if done {
		w.page.Boxes = append(w.page.Boxes, Rect{
			Element: Artifact, X: x + 2*stroke, Y: baseline - (caps+size)/2 + 2*stroke, W: size - 4*stroke, H: size - 4*stroke,
			Color: w.t.Palette.Accent,
		})
	}
}
