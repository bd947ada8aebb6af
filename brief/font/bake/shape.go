package main

import (
	"bytes"
	"fmt"
	"slices"
	"sort"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// A shaped is what a face does with text: its glyphs, renumbered in the order
// in which they are met, and what happens where two of them meet.
type shaped struct {
	runes  []rune
	ids    []uint16 // glyph of each rune
	glyphs []glyph

	ligatures, compositions []join // sorted by left, then right

	left, right         []int // kerning class of each glyph, before and after another
	leftRows, rightCols []int // a glyph that stands for each class
	kern                [][]int16
}

// A glyph is one of the file's glyphs, or an empty one (source -1).
type glyph struct {
	source  int
	advance uint16
	lsb     uint16
	mark    bool
	text    []rune // what it is shaped from; nil if only a part of others
}

// A join is two glyphs that become one.
type join struct{ left, right, joined uint16 }

type shaper struct {
	shaped
	file *trueType
	face *font.Face
	hb   shaping.HarfbuzzShaper
	upem int
	byID map[int]uint16 // file's glyph → ours
}

func shapeAll(data []byte, f *trueType) (*shaped, error) {
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	s := &shaper{file: f, face: face, upem: int(be.Uint16(f.head[18:])), byID: map[int]uint16{}}
	s.add(0, nil) // .notdef
	s.addCharacters()
	s.joins()
	s.addParts()
	if err := s.addKerning(); err != nil {
		return nil, err
	}
	if len(s.glyphs) >= 1<<15 {
		return nil, fmt.Errorf("%d glyphs: too many", len(s.glyphs))
	}
	return &s.shaped, nil
}

// add returns our number for a glyph of the file.
func (s *shaper) add(source int, text []rune) uint16 {
	if id, ok := s.byID[source]; ok {
		return id
	}
	g := glyph{source: source, text: text}
	g.advance, g.lsb = s.file.metrics(source)
	g.mark = len(text) == 1 && isMark(text[0])
	s.byID[source] = uint16(len(s.glyphs))
	s.glyphs = append(s.glyphs, g)
	return s.byID[source]
}

func (s *shaper) addEmpty(advance int) uint16 {
	s.glyphs = append(s.glyphs, glyph{source: -1, advance: uint16(advance)})
	return uint16(len(s.glyphs) - 1)
}

// addCharacters takes in every character that the file has, and the
// invisible ones of the repertoire.
func (s *shaper) addCharacters() {
	id := map[rune]uint16{}
	for r := rune(' '); r < 0x20000; r++ {
		if g, ok := s.face.NominalGlyph(r); ok && g != 0 {
			id[r] = s.add(int(g), []rune{r})
		}
	}
	for _, sp := range spaces {
		if _, ok := id[sp.r]; ok {
			continue
		}
		if sp.like == ' ' {
			id[sp.r] = id[' ']
			continue
		}
		advance := sp.milli * s.upem / 1000
		if sp.like != 0 {
			advance = int(s.glyphs[id[sp.like]].advance)
		}
		id[sp.r] = s.addEmpty(advance)
	}
	nothing := s.addEmpty(0)
	for _, rg := range ignorables {
		for r := rg[0]; r <= rg[1]; r++ {
			id[r] = nothing
		}
	}
	for r := range id {
		s.runes = append(s.runes, r)
	}
	slices.Sort(s.runes)
	for _, r := range s.runes {
		s.ids = append(s.ids, id[r])
	}
}

// joins shapes every glyph before every letter and mark, and notes the pairs
// that become one glyph. Glyphs that come of it are shaped in their turn.
func (s *shaper) joins() {
	for a := 0; a < len(s.glyphs); a++ {
		for b := 0; b <= a; b++ {
			s.join(a, b)
			if a != b {
				s.join(b, a)
			}
		}
	}
	sortJoins(s.ligatures)
	sortJoins(s.compositions)
}

func (s *shaper) join(a, b int) {
	ga, gb := s.glyphs[a], s.glyphs[b]
	ligature := areLetters(ga.text) && areLetters(gb.text)
	if len(ga.text) == 0 || ga.mark || !ligature && !gb.mark {
		return
	}
	text := slices.Concat(ga.text, gb.text)
	out := s.hb.Shape(shaping.Input{
		Text: text, RunEnd: len(text), Direction: di.DirectionLTR,
		Face: s.face, Size: fixed.I(s.upem), Script: script(text), Language: "en",
	}).Glyphs
	if len(out) != 1 {
		return
	}
	id := s.add(int(out[0].GlyphID), text)
	if ligature {
		s.glyphs[id].text = text // letters, in place of a presentation form, to be met again
		s.ligatures = append(s.ligatures, join{uint16(a), uint16(b), id})
	} else {
		s.compositions = append(s.compositions, join{uint16(a), uint16(b), id})
	}
}

// areLetters reports whether text may be part of a ligature that tracking
// takes apart again: those of f, and not what the typeface makes of phonetic
// signs.
func areLetters(text []rune) bool {
	for _, r := range text {
		if r < 'a' || r > 'z' {
			return false
		}
	}
	return len(text) > 0
}

// script returns the script of a text; Latin if it has none of its own.
func script(text []rune) language.Script {
	for _, r := range text {
		switch sc := language.LookupScript(r); sc {
		case language.Common, language.Inherited, language.Unknown:
		default:
			return sc
		}
	}
	return language.Latin
}

func sortJoins(js []join) {
	sort.Slice(js, func(i, k int) bool {
		if js[i].left != js[k].left {
			return js[i].left < js[k].left
		}
		return js[i].right < js[k].right
	})
}

// addParts takes in the parts of composite glyphs.
func (s *shaper) addParts() {
	for i := 0; i < len(s.glyphs); i++ {
		if s.glyphs[i].source < 0 {
			continue
		}
		if g := s.file.outline(s.glyphs[i].source); isComposite(g) {
			components(g, func(at int) { s.add(int(be.Uint16(g[at+2:])), nil) })
		}
	}
}
