package selection

// A table finds numbered strings by their bytes. It is a hash table with
// linear probing that holds numbers only; the strings are kept elsewhere. A
// map from string to number would hold every string twice, and most of the
// time that Rank takes goes into looking up words.
type table struct {
	slots []int32 // numbers plus 1; a power of 2 of them, half of them free or more
	n     int     // how many are taken
}

// newTable returns a table with room for so many numbers.
func newTable(size int) table {
	n := 64
	for n < 2*size {
		n *= 2
	}
	return table{slots: make([]int32, n)}
}

// find returns the slot of the string with the given bytes, which is 0 if it
// is not there yet. Same reports whether number n is that string.
func (t *table) find(b []byte, same func(n int32) bool) *int32 {
	mask := uint32(len(t.slots) - 1)
	for h := hash(b); ; h++ {
		slot := &t.slots[h&mask]
		if *slot == 0 || same(*slot-1) {
			return slot
		}
	}
}

// added makes room if there is not enough, once a free slot was filled.
func (t *table) added(of func(n int32) string) {
	t.n++
	if 2*t.n < len(t.slots) {
		return
	}
	old := t.slots
	t.slots = make([]int32, 2*len(old))
	mask := uint32(len(t.slots) - 1)
	for _, n := range old {
		if n == 0 {
			continue
		}
		h := hash([]byte(of(n - 1)))
		for t.slots[h&mask] != 0 {
			h++
		}
		t.slots[h&mask] = n
	}
}

// hash is FNV-1a, folded once more so that its low bits are good.
func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}
