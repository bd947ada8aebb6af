package selection

// The weights of concepts, in thousandths of the scores of the sentences that
// hold them: a pair of neighbouring words tells more than a word.
const (
	wordConcept = 500
	pairConcept = 1000
)

// value fills in the concepts and gains of the candidates of section k.
//
// A concept is a stem or a pair of neighbouring stems. It is worth the sum
// over the documents of the best score of a sentence that holds it, whether
// that sentence is printed or not: what several sources dwell on matters. The
// gains are set so that a section's gains and concepts weigh about the same.
func (a *analysis) value(k int, c *Candidates) {
	ids := numbering{words: make([]int32, len(a.lex.stems)), pairs: make(map[[2]int32]int32, 8*len(c.Items))}
	for n := range c.Items {
		it := &c.Items[n]
		if a.verdicts[it.Sentence].spare {
			continue
		}
		toks := a.toksOf(a.texts[it.Sentence])
		it.Concepts = make([]int32, 0, 2*len(toks))
		a.concepts(toks, func(first, second int32) {
			it.Concepts = append(it.Concepts, ids.add(first, second))
		})
	}
	best := make([]int64, ids.n) // of the present document
	c.Weights = make([]int64, ids.n)
	for i := range a.Sentences {
		if i > 0 && a.Sentences[i].Doc != a.Sentences[i-1].Doc {
			settle(c.Weights, best)
		}
		p := a.places[i]
		if p.section != k || p.strength < enough || a.verdicts[i].spare {
			continue
		}
		r := int64(relevance(p.strength))
		a.concepts(a.toksOf(a.texts[i]), func(first, second int32) {
			if id := ids.find(first, second); id >= 0 {
				w := r * pairConcept / 1000
				if second < 0 {
					w = r * wordConcept / 1000
				}
				best[id] = max(best[id], w)
			}
		})
	}
	settle(c.Weights, best)
	a.gains(k, c)
}

// A numbering numbers concepts: words (pairs whose second is -1) and pairs.
type numbering struct {
	words []int32 // by term, plus 1
	pairs map[[2]int32]int32
	n     int32
}

// add returns the number of a concept, a new one if it has none.
func (m *numbering) add(first, second int32) int32 {
	id := m.find(first, second)
	if id >= 0 {
		return id
	}
	id = m.n
	m.n++
	if second < 0 {
		m.words[first] = id + 1
	} else {
		m.pairs[[2]int32{first, second}] = id
	}
	return id
}

// find returns the number of a concept, or -1.
func (m *numbering) find(first, second int32) int32 {
	if second < 0 {
		return m.words[first] - 1
	}
	if id, ok := m.pairs[[2]int32{first, second}]; ok {
		return id
	}
	return -1
}

// settle adds best to weights and clears it.
func settle(weights, best []int64) {
	for i, w := range best {
		weights[i] += w
		best[i] = 0
	}
}

// concepts calls f for each concept of a text, perhaps more than once.
func (a *analysis) concepts(toks []token, f func(first, second int32)) {
	before := int32(-1)
	for _, tok := range toks {
		w := &a.lex.words[tok.word]
		if w.role&function != 0 {
			before = -1
			continue
		}
		if w.role&numeral == 0 {
			f(w.term, -1)
		}
		if before >= 0 {
			f(before, w.term)
		}
		before = w.term
	}
}

// gains fills in the gains, and multiplies gains and weights by the weight
// that the profile gives the section.
func (a *analysis) gains(k int, c *Candidates) {
	scale := int64(1000)
	if w := a.Sections[k].Weight; w > 0 {
		scale = int64(min(w, 1000)*1000 + 0.5)
	}
	var sum int64
	fresh := int64(0)
	for _, it := range c.Items {
		if a.verdicts[it.Sentence].spare {
			continue
		}
		fresh++
		for _, id := range it.Concepts {
			sum += c.Weights[id]
		}
	}
	for n := range c.Items {
		it := &c.Items[n]
		if a.verdicts[it.Sentence].spare {
			it.Gain = int64(it.Score - 1_000_000)
			continue
		}
		words := int64(len(a.toksOf(a.texts[it.Sentence])))
		it.Gain = sum / fresh * int64(it.Score) / 1_000_000 * (8 + min(words, 35)) / 28 * scale / 1000
	}
	for i := range c.Weights {
		c.Weights[i] = c.Weights[i] * scale / 1000
	}
}
