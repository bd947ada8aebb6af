package bidi

import "golang.org/x/text/unicode/bidi"

// A sequence is the characters of a text that count (rule X9 drops the rest),
// with their classes as the rules change them.
type sequence struct {
	base    Level
	edge    bidi.Class // what stands before and behind it: sos and eos (X10)
	runes   []rune
	at      []int // offsets in the text
	given   []bidi.Class
	classes []bidi.Class
	levels  []Level
}

func newSequence(text string, base Level) *sequence {
	s := &sequence{base: base, edge: bidi.L}
	if base.RTL() {
		s.edge = bidi.R
	}
	for i, r := range text {
		c := class(r)
		switch c {
		case bidi.BN, bidi.LRO, bidi.RLO, bidi.LRE, bidi.RLE, bidi.PDF:
			continue
		case bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
			c = bidi.ON
		}
		s.runes = append(s.runes, r)
		s.at = append(s.at, i)
		s.given = append(s.given, c)
	}
	s.classes = append(s.classes, s.given...)
	return s
}

// weak resolves numbers, their separators and marks (W1 to W7).
func (s *sequence) weak() {
	cs := s.classes
	before, strong := s.edge, s.edge // the character before; the last of R, L, AL
	for i, c := range cs {
		if c == bidi.NSM { // W1
			c = before
		}
		before = c
		switch c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN: // W2
			if strong == bidi.AL {
				c = bidi.AN
			}
		}
		cs[i] = c
	}
	for i, c := range cs { // W3
		if c == bidi.AL {
			cs[i] = bidi.R
		}
	}
	for i := 1; i+1 < len(cs); i++ { // W4
		c, l, r := cs[i], cs[i-1], cs[i+1]
		if l == r && (l == bidi.EN && (c == bidi.ES || c == bidi.CS) || l == bidi.AN && c == bidi.CS) {
			cs[i] = l
		}
	}
	for i := 0; i < len(cs); { // W5
		if cs[i] != bidi.ET {
			i++
			continue
		}
		j := i
		for j < len(cs) && cs[j] == bidi.ET {
			j++
		}
		if i > 0 && cs[i-1] == bidi.EN || j < len(cs) && cs[j] == bidi.EN {
			fill(cs[i:j], bidi.EN)
		}
		i = j
	}
	strong = s.edge
	for i, c := range cs {
		switch c {
		case bidi.ET, bidi.ES, bidi.CS: // W6
			cs[i] = bidi.ON
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN: // W7
			if strong == bidi.L {
				cs[i] = bidi.L
			}
		}
	}
}

// neutral gives what has no direction that of its surroundings (N1, N2).
func (s *sequence) neutral() {
	cs := s.classes
	for i := 0; i < len(cs); {
		if !isNeutral(cs[i]) {
			i++
			continue
		}
		j := i
		for j < len(cs) && isNeutral(cs[j]) {
			j++
		}
		l, r := s.edge, s.edge
		if i > 0 {
			l = direction(cs[i-1])
		}
		if j < len(cs) {
			r = direction(cs[j])
		}
		if l != r {
			l = s.embedding()
		}
		fill(cs[i:j], l)
		i = j
	}
}

// implicit turns classes into levels (I1, I2, and of L1 what concerns
// separators).
func (s *sequence) implicit() {
	s.levels = make([]Level, len(s.classes))
	for i, c := range s.classes {
		l := s.base
		switch {
		case s.given[i] == bidi.B || s.given[i] == bidi.S:
		case !l.RTL() && c == bidi.R:
			l++
		case !l.RTL() && (c == bidi.AN || c == bidi.EN):
			l += 2
		case l.RTL() && c != bidi.R:
			l++
		}
		s.levels[i] = l
	}
}

func (s *sequence) embedding() bidi.Class {
	if s.base.RTL() {
		return bidi.R
	}
	return bidi.L
}

func isNeutral(c bidi.Class) bool {
	return c == bidi.ON || c == bidi.WS || c == bidi.B || c == bidi.S
}

// direction returns how a character counts among neutral ones: numbers run
// with text from right to left.
func direction(c bidi.Class) bidi.Class {
	if c == bidi.EN || c == bidi.AN {
		return bidi.R
	}
	return c
}

func fill(cs []bidi.Class, c bidi.Class) {
	for i := range cs {
		cs[i] = c
	}
}
