package layout

import (
	"slices"

	"readahead/brief/bidi"
)

// isRTL reports whether a paragraph runs from right to left: as its first
// letter with a direction does; on a page that does, if any letter does, or if
// it is a label, whose space stands on the side of what it names.
func (w *work) isRTL(p *paragraph) bool {
	page := isRTLLanguage(w.page.Lang)
	if page && p.tail {
		return true
	}
	letters := false
	for i := range p.spans {
		s := &p.spans[i]
		switch {
		case page && s.mixed && bidi.HasRTL(s.text):
			return true
		case page:
			letters = letters || bidi.HasLetter(s.text)
		case s.mixed && bidi.First(s.text, 0).RTL():
			return true
		case bidi.HasLetter(s.text):
			return false
		}
	}
	return page && !letters
}

// A bidiLine is a line whose parts may need several faces and directions.
type bidiLine struct {
	runs   []Run
	levels []bidi.Level
}

// mixedLine draws the atoms of a line from x on. Its runs come in the order of
// reading, at the places where their directions put them.
func (w *work) mixedLine(p *paragraph, atoms []atom, d *drawing, x, y Length, last bool) {
	base := bidi.Level(0)
	if d.rtl {
		base = 1
	}
	w.line.runs, w.line.levels = w.line.runs[:0], w.line.levels[:0]
	for len(atoms) > 0 {
		n := spanAtoms(atoms)
		s := &p.spans[atoms[0].span]
		if atoms[0].span != d.span {
			d.enter(w, s, atoms[0].span)
			d.fragments = s.style.fragments(s.text, base)
		}
		end := atoms[n-1].next
		if n == len(atoms) && last && !p.tail {
			end = atoms[n-1].to
		}
		for i := range d.fragments {
			f := &d.fragments[i]
			from, to := max(f.from, int(atoms[0].from)), min(f.to, int(end))
			if from < to {
				w.line.add(w, d, f, s, s.text[from:to], y, p.unit)
			}
		}
		if n == len(atoms) && atoms[n-1].hyphen > 0 {
			w.line.hyphenate(s.style)
		}
		atoms = atoms[n:]
	}
	w.line.endAt(base)
	order := bidi.Order(w.line.levels)
	if w.mirrored {
		slices.Reverse(order)
	}
	for _, i := range order {
		w.line.runs[i].X = x
		x += w.line.runs[i].Width
	}
	for _, r := range w.line.runs {
		w.page.Boxes = append(w.page.Boxes, r)
	}
}

func (l *bidiLine) add(w *work, d *drawing, f *fragment, s *span, text string, y Length, unit int) {
	run := Run{
		Element: d.elementIn(w, f.language), Y: y - s.style.rise, Text: text,
		Face: f.face, Size: s.style.size, Color: s.style.color, From: unit, RTL: f.level.RTL(),
	}
	run.Width = s.style.widthOf(f, text)
	if f.face == s.style.base && !run.RTL {
		run.Tracking = s.style.tracking
	}
	l.runs = append(l.runs, run)
	l.levels = append(l.levels, f.level)
}

// hyphenate puts a hyphen behind the line, whose last word is in the style's
// own face: patterns for others are not applied.
func (l *bidiLine) hyphenate(st *style) {
	if r := &l.runs[len(l.runs)-1]; r.Face == st.base && !r.RTL {
		r.Hyphen, r.Width = true, st.ownWidth(r.Text+"-")
	}
}

// endAt gives the space at the line's end the level of the paragraph (UAX #9,
// rule L1).
func (l *bidiLine) endAt(base bidi.Level) {
	n := len(l.runs) - 1
	if n < 0 || l.levels[n] == base || l.runs[n].Text[len(l.runs[n].Text)-1] != ' ' {
		return
	}
	r := &l.runs[n]
	if len(r.Text) == 1 {
		l.levels[n], r.RTL = base, base.RTL()
		return
	}
	space := *r
	st := style{base: r.Face, face: r.Face, size: r.Size}
	whole := fragment{face: r.Face, level: l.levels[n]}
	r.Text = r.Text[:len(r.Text)-1]
	r.Width = st.widthOf(&whole, r.Text) + r.Tracking*Length(len(r.Text))
	space.Text, space.RTL = " ", base.RTL()
	space.Width = max(space.Width-r.Width, 0)
	l.runs, l.levels = append(l.runs, space), append(l.levels, base)
}
