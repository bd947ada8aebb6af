package typeface

import (
	"math/bits"
	"sort"
	"unicode"

	otfont "github.com/go-text/typesetting/font"
)

// A coverage is the characters that a font has, as ranges in ascending order
// with gaps between them.
type coverage []span

// A span is the characters from first to last.
type span struct{ first, last rune }

// has reports whether a character is in c.
func (c coverage) has(r rune) bool {
	i := sort.Search(len(c), func(i int) bool { return c[i].last >= r })
	return i < len(c) && c[i].first <= r
}

// coverageOf returns the characters of a font's map. A map that says more than
// there can be is damaged, and read no further.
func coverageOf(chars otfont.Cmap) coverage {
	var set [(unicode.MaxRune + 1) / 64]uint64
	_ = guard(func() error {
		at := chars.Iter()
		for n := 0; n <= unicode.MaxRune && at.Next(); n++ {
			r, g := at.Char()
			if g != 0 && g <= 0xFFFF && 0 <= r && r <= unicode.MaxRune {
				set[r/64] |= 1 << (r % 64)
			}
		}
		return nil
	})
	var c coverage
	for i, word := range set {
		for word != 0 {
			first := bits.TrailingZeros64(word)
			n := bits.TrailingZeros64(^(word >> first))
			word &^= (1<<n - 1) << first
			s := span{rune(64*i + first), rune(64*i + first + n - 1)}
			if k := len(c) - 1; k >= 0 && c[k].last+1 == s.first {
				c[k].last = s.last
			} else {
				c = append(c, s)
			}
		}
	}
	return c
}
