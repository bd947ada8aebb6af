// Package bidi orders text in which some words run from left to right and
// others from right to left, by the Unicode Bidirectional Algorithm (UAX #9).
//
// It takes text without the characters that embed, override or isolate: the
// page is given none, and isolates its pieces itself. What package bidi of
// golang.org/x/text knows of each character is used; that package's own
// ordering puts numbers and what follows them in one run, whatever their
// levels.
//
// Start with [Levels].
package bidi

import "golang.org/x/text/unicode/bidi"

// A Level says how deep text is embedded; odd ones run from right to left.
type Level uint8

// RTL reports whether text of the level runs from right to left.
func (l Level) RTL() bool { return l&1 != 0 }

// First returns the level of text in a paragraph of level base, whose first
// strong character decides (rules P2 and P3, and for text inside X5a to X5c).
// It is base if there is none.
func First(text string, base Level) Level {
	if !MayBeRTL(text) && !base.RTL() {
		return base
	}
	for _, r := range text {
		switch class(r) {
		case bidi.L:
			return (base + 1) &^ 1
		case bidi.R, bidi.AL:
			return base | 1
		}
	}
	return base
}

// HasRTL reports whether a letter of text runs from right to left.
func HasRTL(text string) bool {
	if MayBeRTL(text) {
		for _, r := range text {
			if c := class(r); c == bidi.R || c == bidi.AL {
				return true
			}
		}
	}
	return false
}

// HasLetter reports whether text has a letter with a direction of its own.
func HasLetter(text string) bool {
	for _, r := range text {
		switch class(r) {
		case bidi.L, bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// MayBeRTL reports whether text has characters of the blocks where those that
// run from right to left are. It is fast, and passes over invisible marks of
// direction.
func MayBeRTL(text string) bool {
	for i := range len(text) {
		c := text[i]
		if c < 0xD6 {
			continue
		}
		next := byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch {
		case c <= 0xDF, // U+0580 to U+07FF
			c == 0xE0 && next <= 0xA3,                 // up to U+08FF
			c == 0xEF && 0xAC <= next && next <= 0xBB, // presentation forms
			c == 0xF0 && (next == 0x90 || next == 0x9E):
			return true
		}
	}
	return false
}

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// Levels returns the level of each byte of text that stands in a paragraph of
// level base.
func Levels(text string, base Level) []Level {
	out := make([]Level, len(text))
	if !base.RTL() && !MayBeRTL(text) {
		for i := range out {
			out[i] = base
		}
		return out
	}
	s := newSequence(text, base)
	s.weak()
	s.brackets()
	s.neutral()
	s.implicit()
	next := 0 // of s
	level := base
	for i := range text {
		if next < len(s.at) && s.at[next] == i {
			level = s.levels[next]
			next++
		}
		out[i] = level // a boundary neutral has that of what precedes it (UAX #9, 5.2)
	}
	for i := 1; i < len(text); i++ {
		if text[i]&0xC0 == 0x80 {
			out[i] = out[i-1]
		}
	}
	return out
}

// Order returns the order in which pieces of a line stand on it from the left,
// as indices (rule L2).
func Order(levels []Level) []int {
	order := make([]int, len(levels))
	highest, lowestOdd := Level(0), Level(255)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l.RTL() {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for l := highest; l >= lowestOdd; l-- {
		for i := 0; i < len(order); {
			if levels[order[i]] < l {
				i++
				continue
			}
			j := i
			for j < len(order) && levels[order[j]] >= l {
				j++
			}
			reverse(order[i:j])
			i = j
		}
	}
	return order
}

func reverse(s []int) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}
