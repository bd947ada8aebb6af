package assess

import "slices"

// A term that more than this many sentences share finds no pairs: it says too
// little, and without a limit the work would grow with the square of the
// number of sentences.
const frequent = 8

// Pairs finds the earlier sentences that share rare terms with a sentence. It
// walks through an inverted index, so that the work for each sentence is
// bounded whatever the number of sentences.
type pairs struct {
	*corpus
	postings [][]int32 // by term, rare ones only: the readings it occurs in
	score    []int32   // by reading, zero between calls
	found    []int32
}

func (c *corpus) pairs() *pairs {
	p := &pairs{
		corpus:   c,
		postings: make([][]int32, len(c.df)),
		score:    make([]int32, len(c.readings)),
	}
	total := 0
	for t, n := range c.df {
		if c.finds(int32(t)) {
			total += int(n)
		}
	}
	room := make([]int32, total)
	for t, n := range c.df {
		if c.finds(int32(t)) {
			p.postings[t], room = room[:0:n], room[n:]
		}
	}
	for i := range c.readings {
		for _, t := range c.readings[i].about {
			if c.finds(t) {
				p.postings[t] = append(p.postings[t], int32(i))
			}
		}
	}
	return p
}

// finds reports whether the term is rare enough to find pairs by.
func (c *corpus) finds(t int32) bool { return !c.terms[t].plain && c.df[t] > 1 && c.df[t] <= frequent }

// of calls f with each other reading that shares rare terms of at least the
// given weight with reading i, in ascending order; from says where to begin.
func (p *pairs) of(i, from, least int, f func(j int)) {
	p.found = p.found[:0]
	for _, t := range p.readings[i].about {
		if int(t) >= len(p.postings) || p.postings[t] == nil {
			continue
		}
		w := int32(p.weight[t])
		for _, j := range p.postings[t] {
			if int(j) < from || int(j) == i {
				continue
			}
			if p.score[j] == 0 {
				p.found = append(p.found, j)
			}
			p.score[j] += w
		}
	}
	slices.Sort(p.found)
	for _, j := range p.found {
		if int(p.score[j]) >= least {
			f(int(j))
		}
	}
	for _, j := range p.found {
		p.score[j] = 0
	}
}
