package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// maxOpen is how many brackets may be open at once (rule BD16).
const maxOpen = 63

// brackets gives both brackets of a pair one direction (N0).
func (s *sequence) brackets() {
	for _, p := range s.pairs() {
		same, other := false, false
		for _, c := range s.classes[p[0]+1 : p[1]] {
			switch direction(c) {
			case s.embedding():
				same = true
			case bidi.L, bidi.R:
				other = true
			}
		}
		switch {
		case same:
			s.setPair(p, s.embedding())
		case other:
			before := s.edge
			for i := p[0] - 1; i >= 0; i-- {
				if c := direction(s.classes[i]); c == bidi.L || c == bidi.R {
					before = c
					break
				}
			}
			if before == s.embedding() {
				s.setPair(p, before)
			} else {
				s.setPair(p, opposite(s.embedding()))
			}
		}
	}
}

func opposite(c bidi.Class) bidi.Class {
	if c == bidi.L {
		return bidi.R
	}
	return bidi.L
}

// setPair sets the direction of two brackets and of the marks on them.
func (s *sequence) setPair(p [2]int, c bidi.Class) {
	for _, i := range p {
		s.classes[i] = c
		for i++; i < len(s.classes) && s.given[i] == bidi.NSM; i++ {
			s.classes[i] = c
		}
	}
}

// pairs returns the places of brackets that belong together, in the order of
// the opening ones (BD16).
func (s *sequence) pairs() (pairs [][2]int) {
	type opened struct {
		closing rune
		at      int
	}
	var stack []opened
	for i, r := range s.runes {
		if s.classes[i] != bidi.ON {
			continue
		}
		p, _ := bidi.LookupRune(r)
		switch {
		case !p.IsBracket():
		case p.IsOpeningBracket():
			if len(stack) == maxOpen {
				return nil
			}
			stack = append(stack, opened{closing(r), i})
		default:
			r = canonical(r)
			for k := len(stack) - 1; k >= 0; k-- {
				if stack[k].closing == r {
					pairs = append(pairs, [2]int{stack[k].at, i})
					stack = stack[:k]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	return pairs
}

// closing returns the bracket that closes an opening one (Unicode,
// BidiBrackets.txt): mostly the next character.
func closing(r rune) rune {
	switch r {
	case '[', '{', '［', '｛':
		return r + 2
	case 0x298D:
		return 0x2990
	case 0x298F:
		return 0x298E
	}
	return canonical(r + 1)
}

// canonical returns the angle bracket that a deprecated one is equivalent to.
func canonical(r rune) rune {
	if r == 0x232A {
		return 0x3009
	}
	return r
}
