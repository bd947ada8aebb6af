package selection

// links are the terms that go with the sections though no source names them,
// as the sentences with clues show (pseudo-relevance feedback; Rocchio 1971,
// Lavrenko and Croft 2001).
type links struct {
	sections int
	counts   []int32 // of each term: for each section, then for all together, in thousandths of sentences
	prior    []int32 // the same of all sentences with clues
	shares   []int32 // of each sentence: its part in the sections; 0 if it has too few clues
}

// A sentence teaches with its clues if they are worth so much for one section,
// and in the second round, when its context is known as well, with less.
const (
	teaches      = 600
	teachesAgain = 250
)

// A term has to be seen a few times before it counts in full: so many
// sentences with it, in thousandths, are assumed that show nothing.
const doubt = 1500

// learn fills in the links from what the sentences themselves say.
func (a *analysis) learn() {
	k := len(a.Sections)
	evidence := make([]int, len(a.Sentences)*k)
	for i := range a.Sentences {
		for _, c := range a.cluesOf(a.texts[i]) {
			evidence[i*k+a.query.sources[c.source].section] += int(c.weight)
		}
	}
	a.learnFrom(evidence, teaches)
}

// learnFrom fills in the links from the evidence for each sentence and
// section.
func (a *analysis) learnFrom(evidence []int, least int) {
	k := len(a.Sections)
	l := links{
		sections: k,
		counts:   make([]int32, len(a.lex.stems)*(k+1)),
		prior:    make([]int32, k+1),
		shares:   make([]int32, len(a.Sentences)*k),
	}
	for i := range a.Sentences {
		shares := l.shares[i*k : i*k+k]
		sum, most := 0, 0
		for _, e := range evidence[i*k : i*k+k] {
			sum += max(e, 0)
			most = max(most, e)
		}
		if most < least {
			continue
		}
		for j := range shares {
			shares[j] = int32(max(evidence[i*k+j], 0) * 1000 / sum)
		}
		l.count(l.prior, shares)
		for _, term := range a.termsOf(a.texts[i]) {
			l.count(l.counts[int(term)*(k+1):], shares)
		}
	}
	a.links = l
}

// count adds a sentence with the given shares to counts.
func (l *links) count(counts, shares []int32) {
	for j, s := range shares {
		counts[j] += s
		counts[l.sections] += s
	}
}

// learnt adds to sums, for each section, how much more than usual the terms of
// t go with it, in thousandths. What sentence i itself, if it is not negative,
// has taught does not count.
func (a *analysis) learnt(sums []int, t text, i int) {
	l := &a.links
	k := l.sections
	all := int64(l.prior[k])
	if all == 0 {
		return
	}
	var own []int32
	ownAll := int64(0)
	if i >= 0 {
		own = l.shares[i*k : i*k+k]
		for _, s := range own {
			ownAll += int64(s)
		}
	}
	for _, term := range a.termsOf(t) {
		counts := l.counts[int(term)*(k+1) : int(term+1)*(k+1)]
		with := int64(counts[k]) - ownAll
		if with <= 0 || a.query.lookup(term) != nil {
			continue
		}
		rarity := a.rarity(term)
		for j := range sums {
			n := int64(counts[j])
			if own != nil {
				n -= int64(own[j])
			}
			usual := int64(l.prior[j]) * with / all
			sums[j] += int((n-usual)*1000/(with+doubt)) * rarity / 1000
		}
	}
}
