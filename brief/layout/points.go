package layout

import "readahead/brief/doc"

// points are short texts of equal rank, set one below the other or, where
// that is lower, side by side.
type points struct {
	items   []paragraph
	rows    []Length // their heights
	columns int
	step    Length // from column to column
	height  Length
}

const maxPointColumns = 4

// points sets texts in the measure.
func (w *work) points(kind UnitKind, texts []string, measure Length) points {
	s := w.sheet
	var p points
	for i, text := range texts {
		w.begin(w.unit(kind, -1, i), &s.point, prose)
		w.add(span{style: &s.point, text: text}, "")
		if item := w.end(); !item.empty() {
			p.items = append(p.items, item)
		}
	}
	if len(p.items) == 0 {
		return p
	}
	best := 1
	for n := 1; n <= min(len(p.items), maxPointColumns); n++ {
		if len(p.items)%n != 0 {
			continue
		}
		least := p.height
		w.arrange(&p, measure, n)
		if n == 1 || p.height+s.point.leading/2 < least {
			best = n
		} else {
			p.height = least
		}
	}
	w.arrange(&p, measure, best)
	return p
}

// arrange sets the points in n columns, row by row.
func (w *work) arrange(p *points, measure Length, n int) {
	gutter, indent := w.t.Grid.Gutter, w.t.Space.BulletIndent
	if !p.bulleted() {
		indent = 0
	}
	p.columns, p.step = n, (measure+gutter)/Length(n)
	p.rows, p.height = p.rows[:0], 0
	for i := range p.items {
		p.items[i].shape = prose
		if n > 1 {
			p.items[i].shape = balanced
		}
		w.fit(&p.items[i], p.step-gutter-indent)
		if i%n == 0 {
			p.rows = append(p.rows, 0)
		}
		row := &p.rows[len(p.rows)-1]
		*row = max(*row, p.items[i].height())
	}
	for _, h := range p.rows {
		p.height += h
	}
	p.height += w.t.Space.Point * Length(len(p.rows)-1)
}

// bulleted reports whether the points have bullets: one alone has none.
func (p *points) bulleted() bool { return len(p.items) > 1 }

func (w *work) drawPoints(p *points, x, top Length) {
	if !p.bulleted() {
		w.draw(&p.items[0], x, top, w.tag(P, 0), 0)
		return
	}
	list := w.tag(L, 0)
	for i := range p.items {
		w.listItem(&p.items[i], w.t.Words.MarkOf(i), "", x+p.step*Length(i%p.columns), top, list, 0)
		if (i+1)%p.columns == 0 {
			top += p.rows[i/p.columns] + w.t.Space.Point
		}
	}
}

// listItem draws a paragraph as an item of a list, with a bullet or a number
// before it, a sign if it is news, and with a leading that is larger by more.
func (w *work) listItem(p *paragraph, bullet string, news doc.News, x, top Length, list int, more Length) {
	if !w.mirrored && w.isRTL(p) {
		defer w.mirror(x, x+w.t.Space.BulletIndent+p.measure)()
	}
	li := w.tag(LI, list)
	b, label, baseline := &w.sheet.bullet, Element{Tag: Lbl, Parent: li}, top+p.style.ascent
	counted := w.t.Words.isCounted()
	if sign, says := w.t.Words.signOf(news); sign != "" && !counted {
		bullet, label.Actual = w.facing(sign), says
	}
	elem, width := w.element(label), b.width(bullet)
	w.page.Boxes = append(w.page.Boxes, Run{
		Element: elem, X: x, Y: baseline, Width: width, Text: bullet,
		Face: b.base, Size: b.size, Color: b.color, Tracking: b.tracking, From: p.unit,
	})
	if counted {
		w.sign(news, x+width, x+w.t.Space.BulletIndent, baseline, elem, p.unit)
	}
	p.hangs = true
	w.drawLed(p, x+w.t.Space.BulletIndent, top, w.tag(LBody, li), 0, more)
}
