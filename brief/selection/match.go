package selection

import "math/bits"

// A clue is a source found in a text.
type clue struct {
	source int32
	weight int32 // in thousandths
}

// match finds the clues of all texts.
func (a *analysis) match() {
	seen := make([]int, len(a.query.sources)) // the text, from 1, that had the source last
	for i := range a.texts {
		t := &a.texts[i]
		t.clues.start = int32(len(a.clues))
		toks := a.toksOf(*t)
		for j, tok := range toks {
			word := &a.lex.words[tok.word]
			e := a.query.lookup(word.term)
			if e == nil {
				continue
			}
			for _, p := range e.phrases {
				if seen[p.source] <= i && a.follows(toks[j+1:], p.rest) {
					seen[p.source] = i + 1
					a.clue(p.source, 1000)
					for w := p.words[0]; w < p.words[1]; w++ {
						seen[w] = i + 1
					}
				}
			}
			for _, h := range e.hits {
				if seen[h.source] <= i && (word.role&function == 0 || h.noTopic) {
					seen[h.source] = i + 1
					a.clue(h.source, h.part*a.rarity(word.term)/1000)
				}
			}
		}
		t.clues.end = int32(len(a.clues))
	}
}

// clue adds a clue of the source, of which part thousandths count.
func (a *analysis) clue(source, part int) {
	w := a.query.sources[source].weight * part / 1000
	a.clues = append(a.clues, clue{int32(source), int32(w)})
}

// follows reports whether toks begin with the terms.
func (a *analysis) follows(toks []token, terms []int32) bool {
	if len(toks) < len(terms) {
		return false
	}
	for i, t := range terms {
		if a.term(toks[i]) != t {
			return false
		}
	}
	return true
}

// rarity returns how much a term tells, from 400 if it is in every sentence to
// 1000 if it is in one, or in one of 128. Fewer than 32 sentences count as 32:
// they do not show yet what is common.
func (a *analysis) rarity(term int32) int {
	all := log2(max(len(a.Sentences), 32))
	most := min(all, 7000)
	bits := all - log2(max(int(a.frequency[term]), 1))
	return 400 + 600*min(bits, most)/most
}

// log2 returns the binary logarithm of n, which is at least 1, in
// thousandths, interpolated between powers of 2.
func log2(n int) int {
	k := bits.Len(uint(n)) - 1
	return 1000*k + 1000*(n-1<<k)>>k
}
