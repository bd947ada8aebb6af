package hyphen

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
)

// A pattern is letters in UTF-8 and the levels between them: one before each
// byte and one behind.
type pattern struct {
	text   []byte
	levels []uint8
}

var errTooMany = errors.New("there are more patterns than a language has")

// newTrie builds the trie of patterns, which it sorts. Of two with the same
// letters the first counts.
func newTrie(patterns []pattern) (trie, error) {
	slices.SortStableFunc(patterns, func(a, b pattern) int { return bytes.Compare(a.text, b.text) })
	patterns = slices.CompactFunc(patterns, func(a, b pattern) bool { return bytes.Equal(a.text, b.text) })
	b := builder{numbers: map[string]int{}}
	b.trie.nodes = make([]byte, nodeSize)
	b.trie.starts = make([]byte, 2)
	if err := b.siblings(patterns); err != nil {
		return trie{}, err
	}
	if len(b.trie.nodes) == nodeSize { // so that there is something to look at
		b.trie.nodes = append(b.trie.nodes, 0, 0, 0, 0, 0, lastSibling>>8)
	}
	return b.trie, nil
}

type builder struct {
	trie    trie
	numbers map[string]int // of levels
}

// A branch is the patterns whose first depth bytes are the same.
type branch struct {
	patterns []pattern
	depth    int
	parent   int // offset of its node, 0: the root
}

// siblings writes the nodes level by level.
func (b *builder) siblings(patterns []pattern) error {
	queue := []branch{{patterns: patterns}}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		rest := at.patterns
		if len(rest) > 0 && len(rest[0].text) == at.depth {
			rest = rest[1:] // ends at the parent
		}
		if len(rest) == 0 {
			continue
		}
		first := len(b.trie.nodes) / nodeSize
		if first >= 1<<24 {
			return errTooMany
		}
		if at.parent > 0 {
			node := b.trie.nodes[at.parent:]
			node[1], node[2], node[3] = byte(first), byte(first>>8), byte(first>>16)
		}
		for len(rest) > 0 {
			letter := rest[0].text[at.depth]
			n, _ := slices.BinarySearchFunc(rest, letter, func(p pattern, l byte) int { return cmp.Compare(int(p.text[at.depth]), int(l)+1) })
			under := branch{patterns: rest[:n], depth: at.depth + 1, parent: len(b.trie.nodes)}
			number := 0
			if p := rest[0]; len(p.text) == under.depth {
				var err error
				if number, err = b.number(p.levels); err != nil {
					return err
				}
			}
			if rest = rest[n:]; len(rest) == 0 {
				number |= lastSibling
			}
			b.trie.nodes = le.AppendUint16(append(b.trie.nodes, letter, 0, 0, 0), uint16(number))
			queue = append(queue, under)
		}
	}
	return nil
}

// number returns the number of levels, which are kept once only, and without
// the zeros behind them.
func (b *builder) number(levels []uint8) (int, error) {
	levels = bytes.TrimRight(levels, "\x00")
	if k, ok := b.numbers[string(levels)]; ok {
		return k, nil
	}
	k, at := len(b.numbers)+1, len(b.trie.levels)
	if k >= lastSibling || at >= 1<<16 {
		return 0, errTooMany
	}
	b.numbers[string(levels)] = k
	b.trie.starts = le.AppendUint16(b.trie.starts, uint16(at))
	b.trie.levels = append(append(b.trie.levels, byte(len(levels))), levels...)
	return k, nil
}
