package deflate

import (
	"math/bits"
	"slices"
)

// lengths sets the lengths of the bit strings that code symbols shortest, none
// longer than limit, if they come as often as counts say. A symbol that does
// not come has length 0.
func (c *compressor) lengths(dst []uint8, counts []uint32, limit int) {
	clear(dst)
	leaves := c.leaves[:0]
	for symbol, n := range counts {
		if n > 0 {
			leaves = append(leaves, uint64(n)<<16|uint64(symbol))
		}
	}
	switch len(leaves) {
	case 0:
		return
	case 1: // a code must be whole, so there is another string
		dst[0], dst[1] = 1, 1
		if only := leaves[0] & 0xFFFF; only > 1 {
			dst[0], dst[only], dst[1] = 1, 1, 0
		}
		return
	}
	slices.Sort(leaves)
	for i, l := range leaves {
		c.weights[i] = uint32(l >> 16)
	}
	var perLength [64]int
	depths(c.weights[:len(leaves)], &perLength)
	shorten(&perLength, limit)
	i := len(leaves) // the most frequent symbols have the shortest strings
	for length := 1; length <= limit; length++ {
		for range perLength[length] {
			i--
			dst[leaves[i]&0xFFFF] = uint8(length)
		}
	}
}

// depths counts the leaves of a Huffman tree by their depths. The weights of
// the leaves are in ascending order; they are overwritten. (A. Moffat and J.
// Katajainen, In-place calculation of minimum-redundancy codes, 1995.)
func depths(a []uint32, perLength *[64]int) {
	n := len(a)
	leaf, root := 0, 0
	for next := range n - 1 { // a[root:next] are weights of trees, a[:root] their parents
		sum := uint32(0)
		for range 2 {
			if leaf >= n || root < next && a[root] < a[leaf] {
				sum += a[root]
				a[root] = uint32(next)
				root++
			} else {
				sum += a[leaf]
				leaf++
			}
		}
		a[next] = sum
	}
	a[n-2] = 0 // the root's depth
	for i := n - 3; i >= 0; i-- {
		a[i] = a[a[i]] + 1
	}
	free, depth, inner := 1, uint32(0), n-2
	for free > 0 {
		used := 0
		for inner >= 0 && a[inner] == depth {
			used++
			inner--
		}
		perLength[depth] += free - used
		free = 2 * used
		depth++
	}
}

// shorten makes bit strings that are too long as long as they may be, and some
// others longer, so that together they remain a code.
func shorten(perLength *[64]int, limit int) {
	for length := limit + 1; length < len(perLength); length++ {
		perLength[limit] += perLength[length]
		perLength[length] = 0
	}
	total := 0 // of all strings of the greatest length, those that are used up
	for length := 1; length <= limit; length++ {
		total += perLength[length] << (limit - length)
	}
	for ; total > 1<<limit; total-- {
		perLength[limit]--
		for length := limit - 1; ; length-- {
			if perLength[length] > 0 {
				perLength[length]--
				perLength[length+1] += 2
				break
			}
		}
	}
}

// A bitString is the code of a symbol, to be written from its lowest bit.
type bitString struct {
	bits uint16
	n    uint8
}

// bitStrings numbers bit strings of the given lengths (RFC 1951, 3.2.2).
func bitStrings(dst []bitString, lengths []uint8) {
	var perLength, next [16]uint16
	for _, n := range lengths {
		perLength[n]++
	}
	perLength[0] = 0
	for n := 1; n < 16; n++ {
		next[n] = (next[n-1] + perLength[n-1]) << 1
	}
	for symbol, n := range lengths {
		dst[symbol] = bitString{}
		if n > 0 {
			dst[symbol] = bitString{bits.Reverse16(next[n]) >> (16 - n), n}
			next[n]++
		}
	}
}
