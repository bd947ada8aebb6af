package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readahead/brief/font"
)

// An atom is a piece of text that stands on one line, in one style: mostly a
// word.
type atom struct {
	span           int32  // index of its span in the paragraph
	from, to, next int32  // its text is [from, to) of the span's; the next atom's begins at next
	ink            Length // width of the text
	advance        Length // width with the space up to the next atom
	hyphen         Length // what a hyphen adds where a line ends behind it; 0: none is due
	end            chance // of a line's end behind it
	spaces         int32  // spaces in it and behind it
}

// A scrap is an atom before its size is chosen: widths are in font units.
type scrap struct {
	from, to, next       int32
	ink, advance         int32
	inkGlyphs, allGlyphs int32 // how often tracking is added to ink, to advance
	end                  chance
	spaces               int32
}

// A textKey names a text in a face.
type textKey struct {
	face    *font.Face
	tracked bool // and so without ligatures
	spaced  bool // a space stands behind it
	text    string
}

// A measured is what a text comes to at any size.
type measured struct {
	printable string // with the space behind it
	scraps    []scrap
	missing   []rune // characters that no face has, each once
	mixed     bool   // it needs more than the style's face
}

// maxKnown is how many bytes of texts a work remembers.
const maxKnown = 1 << 18

// measureText cuts a text into scraps, with a space behind it if it is to be
// spaced. A text that came before in the same face is not measured again.
func (w *work) measureText(st *style, text string, spaced bool) measured {
	key := textKey{st.base, st.tracking != 0, spaced, text}
	m, ok := w.known[key]
	if ok {
		return m
	}
	m.printable = Printable(text)
	if len(m.printable) > maxText {
		w.hopeless = true
		m.printable = strings.ToValidUTF8(m.printable[:maxText], "")
	}
	if m.printable == "" {
		return m
	}
	if m.mixed = st.isMixed(m.printable); m.mixed {
		m.missing = st.missingFragments(m.printable)
	}
	if spaced {
		m.printable += " "
	}
	m.scraps = w.cut(st, m.printable)
	w.remember(key, m)
	return m
}

func (w *work) remember(key textKey, m measured) {
	if len(key.text) > maxText {
		return // is hopeless every time
	}
	w.knownBytes += len(key.text)
	if w.known == nil || w.knownBytes > maxKnown {
		w.known, w.knownBytes = make(map[textKey]measured, 256), len(key.text)
	}
	w.known[key] = m
}

// missingFrom returns the characters of a text that the face lacks, each once,
// of a text full of them the first ones.
func missingFrom(face *font.Face, text string) []rune {
	const enough = 100
	var out []rune
	for _, r := range text {
		if r >= utf8.RuneSelf && !face.Has(r) && len(out) < enough && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// at returns the scrap as an atom in the style.
func (s *scrap) at(st *style, span int32) atom {
	return atom{
		span: span, from: s.from, to: s.to, next: s.next,
		ink:     st.units(int(s.ink)) + st.tracking*Length(s.inkGlyphs),
		advance: st.units(int(s.advance)) + st.tracking*Length(s.allGlyphs),
		end:     s.end, spaces: s.spaces,
	}
}

// cut cuts a text into scraps.
func (w *work) cut(st *style, text string) []scrap {
	m := st.measurer(w.glyphs[:0], text)
	w.glyphs = m.glyphs
	w.scraps = w.scraps[:0]
	for from := 0; from < len(text); {
		to, next, end := nextBreak(text, from)
		s := m.scrap(from, to, next)
		s.end = end
		if to == next && to < len(text) && end == 0 {
			s.spaces++ // of scripts without spaces, what stands on a line of its own counts as a word
		}
		w.scraps = append(w.scraps, s)
		from = next
	}
	return slices.Clone(w.scraps)
}

// A measurer goes once through the glyphs of a text.
type measurer struct {
	face   *font.Face
	text   string
	glyphs []font.Glyph // of the rest
	at     int          // offset of the rest in the text
	mixed  bool         // the glyphs are of other faces, too
}

// measurer shapes a text; the room for its glyphs is dst.
func (s *style) measurer(dst []font.Glyph, text string) measurer {
	if s.isMixed(text) {
		return measurer{face: s.face, text: text, glyphs: s.shapeMixed(dst, text), mixed: true}
	}
	return measurer{face: s.face, text: text, glyphs: s.face.Shape(dst, text)}
}

// scrap measures the text from where the measurer is up to to, and on to next.
func (m *measurer) scrap(from, to, next int) scrap {
	s := scrap{from: int32(from), to: int32(to), next: int32(next)}
	ink, n, kerning := m.upTo(to)
	space, more, _ := m.upTo(next)
	for i := from; i < next; i++ {
		if m.text[i] == ' ' {
			s.spaces++
		}
	}
	s.ink, s.inkGlyphs = ink-kerning, n
	s.advance, s.allGlyphs = ink+space, n+more
	return s
}

// upTo returns the advance of the glyphs up to an offset in the text, their
// number, and how much of the advance is kerning with what follows.
func (m *measurer) upTo(offset int) (advance, n, kerning int32) {
	for m.at < offset && len(m.glyphs) > 0 {
		g := &m.glyphs[0]
		advance += g.Advance
		n++
		kerning = 0
		if m.at += len(g.Text); m.at >= offset && !m.mixed {
			if own := m.face.Advance(g.ID); own > 0 {
				kerning = g.Advance - int32(own)
			}
		}
		m.glyphs = m.glyphs[1:]
	}
	return advance, n, kerning
}

// width returns the width of text on a line of its own.
func (s *style) width(text string) Length {
	if s.isMixed(text) {
		return s.mixedWidth(text)
	}
	return s.ownWidth(text)
}

// ownWidth is width of text that is set in the style's own face.
func (s *style) ownWidth(text string) Length {
	if s.tracking == 0 {
		return s.units(s.face.Width(text))
	}
	return s.units(s.face.Width(text)) + s.tracking*Length(len(s.face.Shape(nil, text)))
}
