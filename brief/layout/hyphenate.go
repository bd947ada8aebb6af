package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// In ragged-right text a hyphen is a last resort. It is used where a line
// would be visibly short without; never in two lines running, in the last word
// of a paragraph, in names and in short words.

// When words are hyphenated, as templates have it.
const (
	neverHyphenate     = "never"
	hyphenateSparingly = "sparing"
	hyphenateFreely    = "free"
)

// Letters of a word that is hyphenated, and of it on each line, whatever the
// language allows.
const (
	leastWord = 6
	leastPart = 3
)

// tolerance returns by how much a line of the paragraph may be too short before
// a hyphen is due.
func (w *work) tolerance(p *paragraph) Length {
	switch {
	case w.hyphens == nil || w.t.Body.Hyphenation == neverHyphenate:
		return p.measure
	case w.t.Body.Hyphenation == hyphenateFreely:
		return p.measure / 20
	case p.shape == balanced:
		return p.measure * 2 / 5
	}
	return p.measure / 5
}

// hyphenate makes words of the paragraph breakable that are too long for the
// room that a short line leaves. A cell is left as it is unless that saves it a
// line.
func (w *work) hyphenate(p *paragraph) {
	first, last := len(w.atoms), p.lastWord()
	tolerance := w.tolerance(p)
	for i, a := range p.atoms {
		if i < last && a.ink > tolerance && (i == 0 || p.atoms[i-1].end != insideWord && p.atoms[i-1].end != never) {
			w.hyphenateAtom(p, a, false)
		} else {
			w.atoms = append(w.atoms, a)
		}
	}
	if len(w.atoms)-first == len(p.atoms) {
		w.atoms = w.atoms[:first]
		return
	}
	p.atoms = w.atoms[first:len(w.atoms):len(w.atoms)]
	lines := len(w.breakLines(p.atoms, p.measure, p.shape, tolerance)) - 1
	if lines == p.lines && p.shape == balanced && w.t.Body.Hyphenation != hyphenateFreely {
		p.atoms = p.whole
	}
	p.lines = lines
}

// lastWord returns the index of the atom that ends the text proper: behind it
// are marks and flags only.
func (p *paragraph) lastWord() int {
	for i := len(p.atoms) - 1; i > 0; i-- {
		if s := &p.spans[p.atoms[i].span]; !s.aside && s.tag != Reference {
			return i
		}
	}
	return 0
}

// hyphenateAtom appends the parts of an atom between which a hyphen may stand,
// and reports whether there is more than one. It is forced where the word has to
// be broken somewhere; then names are not spared.
func (w *work) hyphenateAtom(p *paragraph, a atom, forced bool) bool {
	s := &p.spans[a.span]
	text := s.text[a.from:a.to]
	w.places = w.places[:0]
	if forced || s.style.hyphenated {
		w.pointsOf(text, forced)
	}
	if len(w.places) == 0 {
		w.atoms = append(w.atoms, a)
		return false
	}
	end := atHyphen
	if forced {
		end = insideGlue
	}
	m := s.style.measurer(nil, s.text[a.from:a.next])
	from, parts := 0, 0
	put := func(to, next int, last bool) {
		c := m.scrap(from, to, next)
		c.end = end
		if last {
			c.end = a.end
		}
		c.from, c.to, c.next = c.from+a.from, c.to+a.from, c.next+a.from
		part := c.at(s.style, a.span)
		if last {
			part.spaces = a.spaces
		} else {
			letter, _ := utf8.DecodeLastRuneInString(text[:to])
			part.hyphen = s.style.width(string(letter)+"-") - s.style.width(string(letter))
		}
		w.atoms = append(w.atoms, part)
		from = next
		parts++
	}
	for _, at := range w.places {
		if m.endsGlyph(at) { // not inside a ligature
			put(at, at, false)
		}
	}
	put(len(text), int(a.next-a.from), true)
	return parts > 1
}

// pointsOf finds where a word with the punctuation around it may be hyphenated.
func (w *work) pointsOf(text string, forced bool) {
	word := strings.TrimLeft(text, "(“‘\"'[")
	before := len(text) - len(word)
	word = strings.TrimRight(word, ".,;:!?)”’\"'…]")
	if utf8.RuneCountInString(word) < leastWord || strings.ToUpper(word) == word {
		return
	}
	if !forced && !w.hyphens.Nouns && strings.ContainsFunc(word, unicode.IsUpper) {
		return // a name, for all we know
	}
	w.places = w.hyphens.Points(w.places, word)
	kept := w.places[:0]
	for _, at := range w.places {
		if utf8.RuneCountInString(word[:at]) >= leastPart && utf8.RuneCountInString(word[at:]) >= leastPart {
			kept = append(kept, before+at)
		}
	}
	w.places = kept
}

// endsGlyph reports whether a glyph ends at the offset in the text.
func (m *measurer) endsGlyph(offset int) bool {
	at := m.at
	for i := 0; at < offset && i < len(m.glyphs); i++ {
		at += len(m.glyphs[i].Text)
	}
	return at == offset
}

// A hyphenation tells which hyphens are due at a place inside a word.
type hyphenation struct {
	before Length // width up to the word without the space before it, from the paragraph's start
	behind Length // width up to the word's end
	most   Length // measure
	short  Length // what a line may be too short by
}

// due reports whether a line from x on may end in the word with a hyphen: the
// word does not fit, and the line would be too short without it.
func (h *hyphenation) due(x Length) bool {
	return h.behind-x > h.most && h.most-(h.before-x) > h.short
}
