package selection

import "math"

// The weights of concepts, in thousandths of the relevance of the sentences
// that hold them: a pair of neighbouring words tells more than a word.
const (
	wordConcept = 500
	pairConcept = 1000
)

// value fills in the concepts and gains of the candidates of section k.
//
// A concept is a stem, or two stems that are neighbours. It is worth the sum
// over the documents of the relevance of the sentence that holds it, printed
// or not: what several sources dwell on matters.
func (a *analysis) value(k int, c *Candidates) {
	ids := numbering{words: make([]int32, len(a.lex.stems)), pairs: make(map[[2]int32]int32, 8*len(c.Items))}
	for n := range c.Items {
		it := &c.Items[n]
		if a.verdicts[it.Sentence].spare != "" {
			continue
		}
		toks := a.toksOf(a.texts[it.Sentence])
		it.Concepts = make([]int32, 0, 2*len(toks))
		a.concepts(toks, func(first, second int32) {
			it.Concepts = append(it.Concepts, ids.add(first, second))
		})
	}
	most := make([]int64, ids.n) // in the present document
	c.Weights = make([]int64, ids.n)
	for i := range a.Sentences {
		if i > 0 && a.Sentences[i].Doc != a.Sentences[i-1].Doc {
			settle(c.Weights, most)
		}
		p := a.places[i]
		if p.section != k || p.strength < little || a.verdicts[i].spare != "" {
			continue
		}
		r := int64(relevance(p.strength))
		a.concepts(a.toksOf(a.texts[i]), func(first, second int32) {
			id := ids.find(first, second)
			if id < 0 {
				return
			}
			weight := r * pairConcept / 1000
			if second < 0 {
				weight = r * wordConcept / 1000
			}
			most[id] = max(most[id], weight)
		})
	}
	settle(c.Weights, most)
	a.gain(k, c)
}

// settle adds most to weights and clears it.
func settle(weights, most []int64) {
	for i, w := range most {
		weights[i] += w
		most[i] = 0
	}
}

// concepts calls f for each concept of a text, perhaps more than once. For
// single words second is -1.
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

// A numbering numbers concepts.
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

const (
	usualRelevance = 600_000 // of a candidate
	disputed       = 2       // sentences' worth of concepts that a conflict is worth
)

// gain fills in the gains: score times what the concepts of a sentence are
// worth on average, so that both count about the same, and of sentences with
// the same score the shorter one is the better buy. Relevance counts once
// more, because what is off the point spoils the page. Sentences that
// contradict each other are worth more, so that the page has both sides.
// Those printed only for want of others cost. Gains and weights are scaled by
// the section's weight.
func (a *analysis) gain(k int, c *Candidates) {
	var sum, count int64
	for _, it := range c.Items {
		if a.verdicts[it.Sentence].spare != "" {
			continue
		}
		count++
		for _, id := range it.Concepts {
			sum += c.Weights[id]
		}
	}
	scale := int64(1000)
	if w := a.Sections[k].Weight; w > 0 {
		scale = int64(math.Round(min(w, 1000) * 1000))
	}
	for n := range c.Items {
		it := &c.Items[n]
		if a.verdicts[it.Sentence].spare != "" {
			it.Gain = int64(it.Score) - 1_000_000
			continue
		}
		usual := sum / count
		it.Gain = usual * int64(it.Score) / 1_000_000 * int64(it.Relevance) / usualRelevance
		if len(conflicts(&a.Sentences[it.Sentence])) > 0 {
			it.Gain += disputed * usual
		}
		it.Gain = it.Gain * scale / 1000
	}
	for i := range c.Weights {
		c.Weights[i] = c.Weights[i] * scale / 1000
	}
}
