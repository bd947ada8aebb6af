package selection

// postings find the sentences that share words with the row of a table.
type postings struct {
	a       *analysis
	of      map[int32][]int32 // sentences by term, of the terms in tables
	overlap []overlap         // of each sentence with the present row
	touched []int32           // sentences with an overlap
	weight  int               // of the present row
}

// An overlap is what a sentence shares with a row.
type overlap struct {
	words  int
	weight int // of these words, by their rarity
}

func newPostings(a *analysis) *postings {
	p := &postings{a: a, of: make(map[int32][]int32), overlap: make([]overlap, len(a.Sentences))}
	for _, i := range a.cells {
		for _, term := range a.termsOf(a.texts[i]) {
			p.of[term] = nil
		}
	}
	for i := range a.Sentences {
		for _, term := range a.termsOf(a.texts[i]) {
			if list, ok := p.of[term]; ok {
				p.of[term] = append(list, int32(i))
			}
		}
	}
	return p
}

// clear makes p ready for another row.
func (p *postings) clear() {
	for _, i := range p.touched {
		p.overlap[i] = overlap{}
	}
	p.touched, p.weight = p.touched[:0], 0
}

// add adds a cell of the row.
func (p *postings) add(t text) {
	for _, term := range p.a.termsOf(t) {
		w := p.a.rarity(term)
		p.weight += w
		for _, i := range p.of[term] {
			if p.overlap[i].words == 0 {
				p.touched = append(p.touched, i)
			}
			p.overlap[i].words++
			p.overlap[i].weight += w
		}
	}
}

// A match is a sentence that has a part of the row's words, in thousandths.
type match struct{ sentence, part int }

// What a sentence has to share with a row, in words and as a part of the row.
const (
	sharedWords = 2
	sharedPart  = 300
)

// similar returns the sentences, two at most, that share most with the row.
func (p *postings) similar() []match {
	var out []match
	for _, i := range p.touched {
		m := match{int(i), p.overlap[i].weight * 1000 / p.weight}
		if p.overlap[i].words < sharedWords || m.part < sharedPart {
			continue
		}
		out = append(out, m)
		for k := len(out) - 1; k > 0 && out[k].before(out[k-1]); k-- {
			out[k], out[k-1] = out[k-1], out[k]
		}
		out = out[:min(len(out), 2)]
	}
	return out
}

func (m match) before(n match) bool {
	return m.part > n.part || m.part == n.part && m.sentence < n.sentence
}
