package deflate

import (
	"encoding/binary"
	"math/bits"
)

const (
	window   = 1 << 15
	minMatch = 3
	linked   = 4       // bytes that places linked to each other have alike
	near     = 1 << 10 // three bytes from farther back take more room as a match
	maxMatch = 258
	nice     = 64 // a match so long is not improved upon
	known    = 32 // of a match, so many places are made known: what it repeats is known already
	depth    = 24 // how many earlier places are looked at; twice as many gain half a percent

	hashBits  = 13
	shortBits = 10
)

// A token is a literal byte, or a match: its length in the upper half, its
// offset less one in the lower.
type token uint32

// A matcher finds what data repeat. The places where four bytes hash alike are
// linked to each other, the latest first; of those where three do, the latest
// is known.
type matcher struct {
	data  []byte
	short [1 << shortBits]uint32 // the latest place, and one
	head  [1 << hashBits]uint32  // the latest place, and one
	back  [window]uint16         // by place: how far back the place before it is, or 0
}

func (m *matcher) reset(data []byte) {
	m.data = data
	clear(m.head[:])
	clear(m.short[:])
}

func hash(v uint32) uint32 { return v * 0x9E3779B1 >> (32 - hashBits) }

// insert makes a place known and returns the latest ones before it where four
// and three bytes have the same hash, and one.
func (m *matcher) insert(at int) (last, short uint32) {
	v := binary.LittleEndian.Uint32(m.data[at:])
	h, s := hash(v), v<<8*0x9E3779B1>>(32-shortBits)
	last, short = m.head[h], m.short[s]
	m.head[h], m.short[s] = uint32(at)+1, uint32(at)+1
	back := at + 1 - int(last)
	if last == 0 || back >= window {
		back = 0
	}
	m.back[at&(window-1)] = uint16(back)
	return last, short
}

// find makes a place known and returns the best match for what is there of at
// least a length, if there is one: the longest, of those the nearest.
func (m *matcher) find(at, least, end int) (length, offset int) {
	if at+linked > len(m.data) {
		return 0, 0
	}
	last, short := m.insert(at)
	limit := min(maxMatch, end-at)
	if limit < linked || least >= limit {
		return 0, 0
	}
	data := m.data
	here := data[at : at+limit]
	best := max(least, minMatch)
	if place := int(short) - 1; least < minMatch && place >= 0 && at-place <= near &&
		(binary.LittleEndian.Uint32(data[place:])^binary.LittleEndian.Uint32(here))<<8 == 0 {
		length, offset = minMatch, at-place
	}
	if last == 0 {
		return length, offset
	}
	place := int(last) - 1
	end4 := binary.LittleEndian.Uint32(here[best-3:]) // what a longer match has there
	for range depth {
		if at-place > window-1 {
			break
		}
		if binary.LittleEndian.Uint32(data[place+best-3:]) == end4 {
			if n := common(data[place:], here); n > best {
				length, offset, best = n, at-place, n
				if n >= nice || n == limit {
					break
				}
				end4 = binary.LittleEndian.Uint32(here[n-3:])
			}
		}
		back := int(m.back[place&(window-1)])
		if back == 0 {
			break
		}
		place -= back
	}
	return length, offset
}

// common returns how many bytes b begins with as a does, which goes on at
// least as far.
func common(a, b []byte) int {
	a = a[:len(b)]
	n := 0
	for ; n+8 <= len(b); n += 8 {
		if x := binary.LittleEndian.Uint64(a[n:]) ^ binary.LittleEndian.Uint64(b[n:]); x != 0 {
			return n + bits.TrailingZeros64(x)>>3
		}
	}
	for n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
