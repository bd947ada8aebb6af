package selection

// postings finds the sentences that share words with a row.
type postings struct {
	a       *analysis
	of      map[int32][]int32 // sentences by term, for the terms of cells
	overlap []int             // of each sentence, with the present row
	touched []int32
	weight  int // of the row's terms
}

// postings returns the postings of all terms in cells.
func (a *analysis) postings() *postings {
	p := &postings{a: a, of: make(map[int32][]int32), overlap: make([]int, len(a.Sentences))}
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
		p.overlap[i] = 0
	}
	p.touched, p.weight = p.touched[:0], 0
}

// add adds a cell of the row.
func (p *postings) add(t text) {
	for _, term := range p.a.termsOf(t) {
		w := p.a.rarity(term)
		p.weight += w
		for _, i := range p.of[term] {
			if p.overlap[i] == 0 {
				p.touched = append(p.touched, i)
			}
			p.overlap[i] += w
		}
	}
}

// similar calls f for the two sentences that share most with the row, with
// how much of its words they share, in thousandths.
func (p *postings) similar(f func(sentence, part int)) {
	first, second := -1, -1
	for _, i := range p.touched {
		n := p.overlap[i]
		switch {
		case first < 0 || n > p.overlap[first] || n == p.overlap[first] && int(i) < first:
			first, second = int(i), first
		case second < 0 || n > p.overlap[second] || n == p.overlap[second] && int(i) < second:
			second = int(i)
		}
	}
	for _, i := range [...]int{first, second} {
		if i >= 0 && p.overlap[i]*1000 >= similarLeast*p.weight {
			f(i, p.overlap[i]*1000/p.weight)
		}
	}
}
