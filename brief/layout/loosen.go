package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// loosen makes a paragraph breakable where parts of it are wider than the
// measure: with hyphens, then where words were glued together, then anywhere
// between letters.
func (w *work) loosen(p *paragraph, measure Length) {
	first := len(w.atoms)
	for i := 0; i < len(p.atoms); {
		j, width := i, Length(0)
		for j < len(p.atoms)-1 && p.atoms[j].end == never {
			width += p.atoms[j].advance
			j++
		}
		group := p.atoms[i : j+1]
		if width+p.atoms[j].ink <= measure {
			w.atoms = append(w.atoms, group...)
		} else {
			for k := range group {
				w.loosenAtom(p, group[k], measure)
			}
		}
		i = j + 1
	}
	p.atoms = w.atoms[first:len(w.atoms):len(w.atoms)]
}

// loosenAtom appends the words of an atom, and the letters of words that are
// still too wide.
func (w *work) loosenAtom(p *paragraph, a atom, measure Length) {
	if w.breakAtHyphens(p, a, measure) {
		return
	}
	s := &p.spans[a.span]
	text := s.text[a.from:a.next]
	m := s.style.measurer(nil, text)
	end := int(a.to - a.from)
	base, first := a.from, len(w.atoms)
	put := func(from, to, next int, c chance) {
		b := m.scrap(from, to, next)
		b.end = c
		b.from, b.to, b.next = b.from+base, b.to+base, b.next+base
		w.atoms = append(w.atoms, b.at(s.style, a.span))
	}
	for from := 0; from < end; {
		to, next := end, len(text)
		if k := strings.IndexByte(text[from:end], ' '); k >= 0 {
			to, next = from+k, from+k+1
		}
		if s.style.width(text[from:to]) <= measure*3/4 {
			put(from, to, next, insideGlue)
		} else {
			for from < to {
				n := min(m.cluster(), to-from)
				if from+n == to {
					put(from, to, next, insideGlue)
				} else {
					put(from, from+n, from+n, anywhere)
				}
				from += n
			}
		}
		from = next
	}
	if len(w.atoms) > first {
		w.atoms[len(w.atoms)-1].end = a.end
	}
}

// breakAtHyphens appends the parts of an atom that is one word if hyphens make
// them narrow enough, and reports whether they do.
func (w *work) breakAtHyphens(p *paragraph, a atom, measure Length) bool {
	if w.hyphens == nil || w.t.Body.Hyphenation == neverHyphenate || a.ink <= measure {
		return false
	}
	first := len(w.atoms)
	ok := w.hyphenateAtom(p, a, true)
	for _, part := range w.atoms[first:] {
		ok = ok && part.ink+part.hyphen <= measure
	}
	if !ok {
		w.atoms = w.atoms[:first]
	}
	return ok
}

// cluster returns the length of the text of the next glyph and the marks on
// it.
func (m *measurer) cluster() int {
	n := len(m.glyphs[0].Text)
	for _, g := range m.glyphs[1:] {
		if r, _ := utf8.DecodeRuneInString(g.Text); !unicode.Is(unicode.M, r) {
			break
		}
		n += len(g.Text)
	}
	return n
}
