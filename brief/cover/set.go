package cover

import "math/bits"

// A set is a set of small numbers, 64 a word.
type set []uint64

func newSet(n int, members []int32) set {
	s := make(set, (n+63)/64)
	for _, i := range members {
		s[i/64] |= 1 << (i % 64)
	}
	return s
}

// before reports whether the first number in which s and t differ is in s.
func (s set) before(t set) bool {
	for k := range s {
		if d := s[k] ^ t[k]; d != 0 {
			return s[k]&(d&-d) != 0
		}
	}
	return false
}

// members returns the numbers in s, ascending.
func (s set) members() []int {
	var out []int
	for k, w := range s {
		for ; w != 0; w &= w - 1 {
			out = append(out, 64*k+bits.TrailingZeros64(w))
		}
	}
	return out
}
