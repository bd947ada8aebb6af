package assess

import (
	"slices"
	"sort"

	"readahead/brief/doc"
)

// A corpus is what the rules know of the sentences of all documents.
type corpus struct {
	*lexicon
	readings []reading
	df       []int32 // by term: in how many readings it occurs
	weight   []int   // by term: see weigh
}

// A reading is a sentence as the rules see it.
type reading struct {
	text    string
	doc     int
	index   int // among all readings
	words   []word
	tenses  []tense // one for each word
	times   []expression
	figures []figure
	terms   []int32 // what it speaks of: distinct, in ascending order
	about   []int32 // terms, and those of the names that "the siren" stands for
	weight  int     // of terms
	traits  trait   // of all its words
}

// read takes the words, tenses and times of the sentences.
func read(sentences []doc.Sentence) *corpus {
	size := 0
	for _, s := range sentences {
		size += s.Text.Len()
	}
	c := &corpus{
		lexicon:  newLexicon(size / 14),
		readings: make([]reading, len(sentences)),
	}
	words := make([]word, 0, size/5)
	bounds := make([]int, len(sentences)+1)
	for i, s := range sentences {
		words = c.split(words, s.Text.String())
		bounds[i+1] = len(words)
	}
	tenses := make([]tense, len(words))
	terms := make([]int32, 0, len(words))
	var times []expression
	var figures []figure
	for i, s := range sentences {
		lo, hi := bounds[i], bounds[i+1]
		r := &c.readings[i]
		r.text, r.doc, r.index = s.Text.String(), s.Doc, i
		r.words = words[lo:hi:hi]
		r.tenses = c.tenses(tenses[lo:hi:hi], r.words)
		from := len(times)
		times = c.expressions(times, r.text, r.words)
		r.times = times[from:len(times):len(times)]
		from = len(figures)
		figures = c.figures(figures, r)
		r.figures = figures[from:len(figures):len(figures)]
		from = len(terms)
		terms = c.subject(terms, r.words)
		r.terms = terms[from:len(terms):len(terms)]
		r.about = r.terms
		for _, w := range r.words {
			r.traits |= c.entry(w).trait
		}
	}
	c.count()
	c.weigh()
	c.refer()
	return c
}

// subject appends the terms of the words to dst, without those that say
// nothing of a subject.
func (c *corpus) subject(dst []int32, ws []word) []int32 {
	from := len(dst)
	for _, w := range ws {
		if e := c.entry(w); e.class&stop == 0 || e.class&month != 0 && w.upper {
			dst = append(dst, e.term)
		}
	}
	slices.Sort(dst[from:])
	return dst[:from+len(slices.Compact(dst[from:]))]
}

func (c *corpus) count() {
	c.df = make([]int32, len(c.terms))
	for _, r := range c.readings {
		for _, t := range r.terms {
			c.df[t]++
		}
	}
}

// document returns the readings of document n.
func (c *corpus) document(n int) []reading {
	from := sort.Search(len(c.readings), func(i int) bool { return c.readings[i].doc >= n })
	to := sort.Search(len(c.readings), func(i int) bool { return c.readings[i].doc > n })
	return c.readings[from:to]
}

// date resolves the times of every reading against the date of its source.
func (c *corpus) date(sources []doc.Source) {
	for i := range c.readings {
		r := &c.readings[i]
		for k := range r.times {
			e := &r.times[k]
			e.resolve(sources[r.doc].Published, c.tenseOfTime(r, *e))
		}
	}
}

// A verb further than this from what it governs is not looked for.
const reach = 60

// verbOf returns the word whose tense e has: the nearest one before it with a
// tense or, where e opens the sentence, the first after it. It returns -1 if
// there is none.
func verbOf(r *reading, e expression) int {
	for i := e.first - 1; i >= max(0, e.first-reach); i-- {
		if r.tenses[i] != untensed {
			return i
		}
	}
	if e.first <= 2 {
		for i := e.last + 1; i < min(e.last+reach, len(r.tenses)); i++ {
			if r.tenses[i] != untensed {
				return i
			}
		}
	}
	return -1
}

// tenseOfTime returns the tense of the clause that e stands in. A time that
// something lasts to is not of its verb's tense.
func (c *corpus) tenseOfTime(r *reading, e expression) tense {
	t := untensed
	if k := verbOf(r, e); k >= 0 {
		t = r.tenses[k]
	}
	switch c.limit(r, e) {
	case "since":
		return inPast
	case "for": // "has announced a vote for 3 March"
		if k := verbOf(r, e); k >= 0 && arranges(c.text(r.words[k])) {
			return inFuture
		}
	case "by", "until", "till", "before":
		if t != inFuture {
			return untensed
		}
	}
	if t == ongoing {
		return inFuture
	}
	return t
}

// limit returns the preposition of e.
func (c *corpus) limit(r *reading, e expression) string {
	i := e.first - 1
	if i > 0 && c.text(r.words[i]) == "the" {
		i--
	}
	if i < 0 {
		return ""
	}
	return c.text(r.words[i])
}

// arranges reports whether what was done by the verb form is to come.
func arranges(w string) bool {
	switch w {
	case "announced", "scheduled", "planned", "called", "promised", "booked", "arranged", "proposed", "fixed", "convened":
		return true
	}
	return false
}
