package typeface

import (
	"cmp"
	"slices"
	"sort"
	"unicode"

	otfont "github.com/go-text/typesetting/font"
)

// A coverage is the characters that a font may have, as ranges in ascending
// order. Some of them it may lack all the same; what is no range of its map,
// it has not.
type coverage []span

// A span is the characters from first to last.
type span struct{ first, last rune }

// has reports whether a character is in c.
func (c coverage) has(r rune) bool {
	i := sort.Search(len(c), func(i int) bool { return c[i].last >= r })
	return i < len(c) && c[i].first <= r
}

// coverageOf returns the ranges of a font's map, which takes a hundredth of
// the time that its characters would.
func coverageOf(chars otfont.Cmap) coverage {
	var all []span
	_ = guard(func() error {
		ranges, ok := chars.(otfont.CmapRuneRanger)
		if !ok {
			all = append(all, span{0, unicode.MaxRune}) // look at the font itself
			return nil
		}
		for _, x := range ranges.RuneRanges(nil) {
			if first, last := max(x[0], 0), min(x[1], unicode.MaxRune); first <= last {
				all = append(all, span{first, last})
			}
		}
		return nil
	})
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.first, b.first) })
	var c coverage
	for _, s := range all {
		if k := len(c) - 1; k >= 0 && s.first <= c[k].last+1 {
			c[k].last = max(c[k].last, s.last)
		} else {
			c = append(c, s)
		}
	}
	return c
}
