package layout

import "readahead/brief/font"

// An atom is a piece of text that stands on one line, in one style: mostly a
// word.
type atom struct {
	span           int32  // index of its span in the paragraph
	from, to, next int32  // its text is [from, to) of the span's; the next atom's begins at next
	ink            Length // width of the text
	advance        Length // width with the space up to the next atom
	end            chance // of a line's end behind it
	spaces         int32  // spaces in it and behind it
}

// atomize cuts the text of a span, shaped in its style, into atoms.
func (w *work) atomize(span int32, st *style, text string) {
	w.glyphs = st.face.Shape(w.glyphs[:0], text)
	m := measurer{style: st, glyphs: w.glyphs}
	for from := 0; from < len(text); {
		to, next, end := nextBreak(text, from)
		a := m.atom(text, from, to, next)
		a.span, a.end = span, end
		w.atoms = append(w.atoms, a)
		from = next
	}
}

// A measurer goes once through the glyphs of a text.
type measurer struct {
	style  *style
	glyphs []font.Glyph // of the rest
	at     int          // offset of the rest in the text
}

// atom measures the text up to to, and up to next.
func (m *measurer) atom(text string, from, to, next int) atom {
	a := atom{from: int32(from), to: int32(to), next: int32(next)}
	ink, glyphs, kerning := m.upTo(to)
	space, more, _ := m.upTo(next)
	for i := from; i < next; i++ {
		if text[i] == ' ' {
			a.spaces++
		}
	}
	st := m.style
	a.ink = st.units(ink-kerning) + st.tracking*Length(glyphs)
	a.advance = st.units(ink+space) + st.tracking*Length(glyphs+more)
	return a
}

// upTo returns the advance of the glyphs up to an offset in the text, their
// number, and how much of the advance is kerning with what follows.
func (m *measurer) upTo(offset int) (advance, n, kerning int) {
	for m.at < offset && len(m.glyphs) > 0 {
		g := m.glyphs[0]
		advance += int(g.Advance)
		n++
		kerning = 0
		if own := m.style.face.Advance(g.ID); own > 0 {
			kerning = int(g.Advance) - own
		}
		m.at += len(g.Text)
		m.glyphs = m.glyphs[1:]
	}
	return advance, n, kerning
}

// width returns the width of text on a line of its own.
func (s *style) width(text string) Length {
	if s.tracking == 0 {
		return s.units(s.face.Width(text))
	}
	return s.units(s.face.Width(text)) + s.tracking*Length(len(s.face.Shape(nil, text)))
}
