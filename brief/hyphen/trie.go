package hyphen

import "encoding/binary"

// A trie holds patterns by their letters, byte by byte in UTF-8, and is read
// where it lies. A node takes six bytes: its letter, where its children begin
// (24 bits, 0: it has none), and 16 bits of which the highest marks the last of
// its siblings and the others number the levels of the pattern that ends here
// (0: none does). Siblings stand together in the order of their letters; the
// first node is unused, the root's children follow it.
//
// Levels are the numbers of a pattern, one before each of its bytes and one
// behind, in four bytes that say where they stand and then the numbers.
type trie struct {
	nodes  []byte
	starts []byte // of the levels, two bytes each, by number
	levels []byte // number of levels, then that many, again and again
}

const (
	nodeSize    = 6
	lastSibling = 1 << 15
)

var le = binary.LittleEndian

// apply raises the levels of a text to those of all patterns that it begins
// with. There is room for one level more than the text has bytes.
func (t *trie) apply(text []byte, levels []uint8) {
	at := 1
	for _, letter := range text {
		node := t.sibling(at, letter)
		if node == nil {
			return
		}
		if k := int(le.Uint16(node[4:]) &^ lastSibling); k > 0 {
			from := int(le.Uint16(t.starts[2*k:]))
			for i, level := range t.levels[from+1 : from+1+int(t.levels[from])] {
				levels[i] = max(levels[i], level)
			}
		}
		if at = int(node[1]) | int(node[2])<<8 | int(node[3])<<16; at == 0 {
			return
		}
	}
}

// sibling returns the node with that letter among those that begin at node at,
// nil if there is none.
func (t *trie) sibling(at int, letter byte) []byte {
	for node := t.nodes[at*nodeSize:]; ; node = node[nodeSize:] {
		switch {
		case node[0] == letter:
			return node
		case node[0] > letter || node[5]&(lastSibling>>8) != 0:
			return nil
		}
	}
}

// Baked patterns begin with the fewest letters before and behind a hyphen, a
// byte each, and the lengths of the trie's three parts, four bytes each.
const bakedHead = 2 + 3*4

// load takes the parts out of baked patterns, which are trusted: they are
// embedded.
func load(lang string, data []byte) *Patterns {
	p := &Patterns{Left: int(data[0]), Right: int(data[1]), Nouns: hasNouns(lang)}
	rest := data[bakedHead:]
	for i, part := range []*[]byte{&p.trie.nodes, &p.trie.starts, &p.trie.levels} {
		n := le.Uint32(data[2+4*i:])
		*part, rest = rest[:n:n], rest[n:]
	}
	return p
}

// Bake returns the patterns as data that the package embeds.
func (p *Patterns) Bake() []byte {
	data := []byte{byte(p.Left), byte(p.Right)}
	parts := [][]byte{p.trie.nodes, p.trie.starts, p.trie.levels}
	for _, part := range parts {
		data = le.AppendUint32(data, uint32(len(part)))
	}
	for _, part := range parts {
		data = append(data, part...)
	}
	return data
}
