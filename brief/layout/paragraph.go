package layout

import (
	"slices"
	"strings"
)

// A span is a piece of a paragraph in one style.
type span struct {
	style  *style
	text   string
	tag    Tag    // of an element of its own inside the paragraph's, or ""
	url    string // of a Link
	target string // of a Link inside the element
	aside  bool   // does not count among the words of a line, and is kept together
	mixed  bool   // needs more than one face or direction
}

// A paragraph is text to be set in lines.
type paragraph struct {
	spans   []span
	atoms   []atom // as they were fitted to the measure
	whole   []atom // before words were broken for it
	unit    int    // index of the printed unit
	shape   shape
	style   *style // gives the leading
	measure Length
	lines   int
	tail    bool // keep the space at the end: more follows in the same element
	hangs   bool // there is room at its left for opening quotes
}

func (p *paragraph) empty() bool { return len(p.atoms) == 0 }

// height returns the height of the paragraph as fitted.
func (p *paragraph) height() Length {
	if p.lines == 0 {
		return 0
	}
	return Length(p.lines) * p.style.leading
}

// leads returns how often the leading is in the paragraph, between lines.
func (p *paragraph) leads() Length { return Length(max(p.lines-1, 0)) }

// natural returns the width of the paragraph on one line.
func (p *paragraph) natural() Length {
	x, end := Length(0), Length(0)
	for i := range p.atoms {
		end = x + p.atoms[i].ink
		x += p.atoms[i].advance
	}
	return end
}

// widest returns the width of the widest part that cannot be broken well.
func (p *paragraph) widest() Length {
	x, most := Length(0), Length(0)
	for i := range p.atoms {
		a := &p.atoms[i]
		most = max(most, x+a.ink)
		x += a.advance
		if a.end != never {
			x = 0
		}
	}
	return most
}

// begin starts a paragraph; add and end do the rest. Only one can be under
// way.
func (w *work) begin(unit int, st *style, s shape) {
	w.open = paragraph{unit: unit, style: st, shape: s}
	w.firstSpan, w.firstAtom = len(w.spans), len(w.atoms)
}

// add puts a text into the paragraph under way. Behind is "" or the space that
// stands between it and what follows.
func (w *work) add(s span, behind string) {
	m := w.measureText(s.style, s.text, behind != "")
	if m.printable == "" {
		return
	}
	s.text, s.mixed = m.printable, m.mixed
	w.warn(m.missing)
	first := len(w.atoms)
	w.atoms = slices.Grow(w.atoms, len(m.scraps))[:first+len(m.scraps)]
	atoms := w.atoms[first:]
	for i := range atoms {
		atoms[i] = m.scraps[i].at(s.style, int32(len(w.spans)-w.firstSpan))
	}
	if s.aside {
		for i := range atoms {
			atoms[i].spaces, atoms[i].end = 0, max(atoms[i].end, insideAside)
		}
	}
	if behind != "" {
		w.atoms[len(w.atoms)-1].end = 0
	}
	w.spans = append(w.spans, s)
}

// end returns the paragraph.
func (w *work) end() paragraph {
	p := w.open
	p.spans = w.spans[w.firstSpan:len(w.spans):len(w.spans)]
	p.whole = w.atoms[w.firstAtom:len(w.atoms):len(w.atoms)]
	p.atoms = p.whole
	return p
}

// label returns a paragraph on one line that something follows in the same
// element.
func (w *work) label(unit int, st *style, text string, measure Length) paragraph {
	w.begin(unit, st, balanced)
	w.add(span{style: st, text: text}, " ")
	p := w.end()
	p.tail = true
	w.fit(&p, measure)
	return p
}

// text returns a paragraph of one span, fitted to a measure.
func (w *work) text(unit int, st *style, s shape, text string, measure Length) paragraph {
	w.begin(unit, st, s)
	w.add(span{style: st, text: text}, "")
	p := w.end()
	w.fit(&p, measure)
	return p
}

// fit gives the paragraph its measure and counts its lines. What is too wide
// for the measure is made breakable, and so are long words where a line would
// be visibly short without.
func (w *work) fit(p *paragraph, measure Length) {
	p.measure, p.atoms = measure, p.whole
	if p.empty() {
		p.lines = 0
		return
	}
	if p.widest() > measure {
		w.loosen(p, measure)
		p.lines = len(w.breakLines(p.atoms, measure, p.shape, w.tolerance(p))) - 1
		return
	}
	if !p.style.hyphenated || w.hyphens == nil {
		p.lines = countLines(p.atoms, measure)
		return
	}
	var short Length
	if p.lines, short = fillLines(p.atoms, measure); short > w.tolerance(p) {
		w.hyphenate(p)
	}
}

// draw sets the paragraph with the upper edge of its first line at top, and
// align thousandths of the room that a line leaves at its left.
func (w *work) draw(p *paragraph, x, top Length, elem int, align Length) {
	w.drawLed(p, x, top, elem, align, 0)
}

// drawLed is draw with a leading that is larger by more. A paragraph from
// right to left is flush right, whatever the page's direction.
func (w *work) drawLed(p *paragraph, x, top Length, elem int, align, more Length) {
	if p.empty() {
		return
	}
	d := drawing{elem: elem, inside: elem, span: -1, rtl: w.isRTL(p)}
	if d.rtl && !w.mirrored {
		right := x + p.measure
		if p.tail {
			right = x + p.natural()
		}
		defer w.mirror(x, right)()
	}
	mixed := w.mirrored || slices.ContainsFunc(p.spans, func(s span) bool { return s.mixed })
	starts := w.breakParagraph(p)
	for i := 0; i+1 < len(starts); i++ {
		atoms := p.atoms[starts[i]:starts[i+1]]
		left := x
		if align > 0 {
			left += (p.measure - lineWidth(atoms)) * align / 1000
		} else if p.hangs {
			left -= p.overhang(&atoms[0])
		}
		y := top + Length(i)*(p.style.leading+more) + p.style.ascent
		if last := i+2 == len(starts); mixed {
			w.mixedLine(p, atoms, &d, left, y, last)
		} else {
			w.plainLine(p, atoms, &d, left, y, last)
		}
	}
}

// A drawing is a paragraph being drawn.
type drawing struct {
	elem, inside int   // the paragraph's element, and that of the span under way
	span         int32 // the span under way, or -1
	rtl          bool
	fragments    []fragment // of the span, if it is mixed
	foreign      int        // element of the words in language that came last, or 0
	language     string
}

// enter goes on to a span.
func (d *drawing) enter(w *work, s *span, index int32) {
	d.span, d.inside, d.foreign = index, w.elementOf(d.elem, s), 0
}

// elementIn returns the element for words in a language, "" for the page's.
func (d *drawing) elementIn(w *work, language string) int {
	language = foreignTo(w.page.Lang, language)
	switch {
	case language == "" || d.inside == Artifact:
		d.foreign = 0
		return d.inside
	case d.foreign == 0 || d.language != language:
		d.foreign, d.language = w.element(Element{Tag: SpanTag, Parent: d.inside, Lang: language}), language
	}
	return d.foreign
}

// spanAtoms returns how many of the first atoms are of one span.
func spanAtoms(atoms []atom) int {
	n := 1
	for n < len(atoms) && atoms[n].span == atoms[0].span {
		n++
	}
	return n
}

// plainLine draws the atoms of a line from x on, each span in its own face.
func (w *work) plainLine(p *paragraph, atoms []atom, d *drawing, x, y Length, last bool) {
	for len(atoms) > 0 {
		n := spanAtoms(atoms)
		s := &p.spans[atoms[0].span]
		if atoms[0].span != d.span {
			d.enter(w, s, atoms[0].span)
		}
		end := atoms[n-1].next
		if n == len(atoms) && last && !p.tail {
			end = atoms[n-1].to
		}
		text := s.text[atoms[0].from:end]
		hyphen := n == len(atoms) && atoms[n-1].hyphen > 0
		run := Run{
			Element: d.inside, X: x, Y: y - s.style.rise, Width: s.style.width(text), Text: text,
			Face: s.style.base, Size: s.style.size, Color: s.style.color, Tracking: s.style.tracking, From: p.unit, Hyphen: hyphen,
		}
		if hyphen {
			run.Width = s.style.width(text + "-")
		}
		w.page.Boxes = append(w.page.Boxes, run)
		x += run.Width
		atoms = atoms[n:]
	}
}

// overhang returns how far a line that begins with an atom hangs to the left: a
// quote or bracket by half, so that what follows it is seen to begin at the
// edge.
func (p *paragraph) overhang(a *atom) Length {
	s := &p.spans[a.span]
	for _, mark := range [...]string{"“", "‘", "„", "«", "\"", "(", "["} {
		if strings.HasPrefix(s.text[a.from:a.to], mark) {
			return s.style.width(mark) / 2
		}
	}
	return 0
}

// lineWidth returns the width of a line with its hyphen and without the space
// at its end.
func lineWidth(atoms []atom) Length {
	x := Length(0)
	for i := range atoms[:len(atoms)-1] {
		x += atoms[i].advance
	}
	return x + atoms[len(atoms)-1].ink + atoms[len(atoms)-1].hyphen
}
