package clean

import (
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// prints are the fingerprints of the blocks of a document, by the hashes of
// all runs of three words (shingles; Broder, "On the resemblance and
// containment of documents", 1997).
type prints struct {
	blocks []blockPrint
	first  shingleTable
	votes  []int32 // shingles of the block in hand that each block has
}

// A blockPrint is what is known of a block's words.
type blockPrint struct {
	shingles  []uint32 // of three words each; of a shorter block one of all words
	words     uint64   // hash of all words
	figures   uint64   // hash of the words that hold digits
	letters   int      // letters and digits, in bytes
	cut       int      // words before the ellipsis at which the block breaks off, or 0
	announces bool     // a line that may be the title of what follows
	table     bool
}

// newPrints takes the fingerprints of blocks.
func newPrints(blocks []doc.Block) *prints {
	size := 0
	for _, b := range blocks {
		for _, t := range doc.Texts(b) {
			size += t.Len()
		}
	}
	p := &prints{
		blocks: make([]blockPrint, len(blocks)),
		first:  newShingleTable(size / 5),
		votes:  make([]int32, len(blocks)),
	}
	all := make([]uint32, 0, size/5+len(blocks))
	for i, block := range blocks {
		b := &p.blocks[i]
		start := len(all)
		h := wordHasher{print: b, shingles: all}
		for _, t := range doc.Texts(block) {
			h.add(t.String())
		}
		all = h.close()
		b.shingles = all[start:len(all):len(all)]
		switch block := block.(type) {
		case doc.Table:
			b.table = true
		case doc.List:
		default:
			s := doc.Texts(block)[0].String()
			b.announces = b.letters < longRepeat && !endsSentence(s)
		}
	}
	return p
}

// match returns the block before i that has most of the words of block i, or
// -1, and remembers the words of block i.
func (p *prints) match(i int) int {
	b := &p.blocks[i]
	best := -1
	for _, h := range b.shingles {
		o := p.first.put(h, i)
		if o == i {
			continue
		}
		p.votes[o]++
		if best < 0 || p.votes[o] > p.votes[best] {
			best = o
		}
	}
	if best < 0 {
		return -1
	}
	votes := 0
	for o := max(0, best-2); o <= min(best+2, i-1); o++ { // paragraphs may be cut otherwise
		votes += int(p.votes[o])
	}
	for _, h := range b.shingles {
		p.votes[p.first.put(h, i)] = 0
	}
	if b.table && (b.words != p.blocks[best].words || !p.blocks[best].table) || votes*10 < len(b.shingles)*6 {
		return -1
	}
	return best
}

// A shingleTable says for each shingle in which block it stands first. It is
// a hash table with open addressing. When it is full it takes no more.
type shingleTable struct {
	keys   []uint32 // 0 for a free place
	blocks []int32
	free   int
}

// largestTable bounds the places of a shingleTable; of longer documents only
// the first part is remembered.
const largestTable = 1 << 22

// newShingleTable returns a table for n shingles.
func newShingleTable(n int) shingleTable {
	size := 64
	for size < n*2 && size < largestTable {
		size *= 2
	}
	return shingleTable{keys: make([]uint32, size), blocks: make([]int32, size), free: size * 3 / 4}
}

// put returns the block in which shingle h stands first, which is block i if
// it has not been seen before.
func (t *shingleTable) put(h uint32, i int) int {
	if h == 0 {
		h = 1
	}
	mask := uint32(len(t.keys) - 1)
	for k := h * 0x9e3779b1 >> 7 & mask; ; k = (k + 1) & mask {
		switch t.keys[k] {
		case h:
			return int(t.blocks[k])
		case 0:
			if t.free > 0 {
				t.free--
				t.keys[k], t.blocks[k] = h, int32(i)
			}
			return i
		}
	}
}

// A wordHasher turns text into shingles. Words are compared without regard to
// ASCII case; apostrophes and punctuation don't count.
type wordHasher struct {
	print    *blockPrint
	shingles []uint32
	a, b     uint32 // hashes of the last two words
	count    int
}

// add takes in the words of s.
func (h *wordHasher) add(s string) {
	hash, digits := uint32(0), false
	for i := 0; i < len(s); {
		c := s[i]
		n := 1
		if c >= utf8.RuneSelf {
			if n = foreign(s[i:]); n < 0 { // punctuation
				if strings.HasPrefix(s[i:], "…") {
					h.word(hash, digits)
					hash, digits = 0, false
					h.print.cut = h.count
				}
				if !strings.HasPrefix(s[i:], "’") {
					h.word(hash, digits)
					hash, digits = 0, false
				}
				i -= n
				continue
			}
			for _, c := range []byte(s[i : i+n]) {
				hash = (hash ^ uint32(c)) * 0x01000193
			}
			h.print.letters += n
			i += n
			continue
		}
		switch {
		case isAlnum(c):
			hash = (hash ^ uint32(c|0x20)) * 0x01000193
			h.print.letters++
			digits = digits || isDigit(c)
		case c == '\'':
		default:
			h.word(hash, digits)
			hash, digits = 0, false
			if c == '.' && strings.HasPrefix(s[i:], "...") {
				h.print.cut = h.count
			}
		}
		i++
	}
	h.word(hash, digits)
}

// word ends the word with the given hash, if there is one.
func (h *wordHasher) word(hash uint32, digits bool) {
	if hash == 0 {
		return
	}
	h.count++
	h.print.words = h.print.words*0x9e3779b97f4a7c15 + uint64(hash)
	if digits {
		h.print.figures = h.print.figures*0x9e3779b97f4a7c15 + uint64(hash)
	}
	if h.count > 2 {
		h.shingles = append(h.shingles, (h.a*31+h.b)*31+hash)
	}
	h.a, h.b = h.b, hash
}

// close returns the shingles, one at least if there are words.
func (h *wordHasher) close() []uint32 {
	if h.count > 0 && h.count < 3 {
		h.shingles = append(h.shingles, h.a*31+h.b)
	}
	return h.shingles
}

// foreign returns the length of the character outside ASCII that s begins
// with; it is negative for punctuation, symbols and spaces.
func foreign(s string) int {
	if s[0] >= 0xc3 && s[0] < 0xe2 {
		return min(2+int(s[0]>>5&1), len(s)) // letters, but for a few signs
	}
	r, n := utf8.DecodeRuneInString(s)
	if isWordRune(r) {
		return n
	}
	return -n
}
