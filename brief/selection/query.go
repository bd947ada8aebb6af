package selection

import "unicode/utf8"

// A query is what the profile says of its sections, as terms to look for.
type query struct {
	sources []source
	entries []entry
	at      []int32 // of each term, the index of its entry, plus 1
}

// An entry is what a term stands for, alone and with those that follow it.
type entry struct {
	hits    []hit
	phrases []phrase
}

// A source is a keyword, or a word of a keyword or of a section's title. It
// gives evidence for its section once, however often it is found.
type source struct {
	section int
	weight  int    // in thousandths of a keyword of one word
	text    string // as the profile has it
}

// A hit is a term that stands for a source, wholly or (below 1000) in part.
// Where the source carries a topic, words that do not ("based") are no hits,
// though they may have its stem ("bases").
type hit struct {
	source  int
	part    int
	noTopic bool // neither does the source carry a topic
}

// A phrase is a source of several terms in a row, of which rest are all but
// the first. Where it is found its words, the sources from words[0] up to
// words[1], do not count on their own.
type phrase struct {
	source int
	rest   []int32
	words  [2]int
}

// The weights of sources.
const (
	keywordWeight = 1000
	phraseWeight  = 1600 // a keyword of several words
	wordWeight    = 350  // one of its words
	titleWeight   = 500  // a word of the section's title
	titleBonus    = 200  // on top, for a keyword that is also in the title
)

// longestPhrase is how many words of a keyword are looked for in a row; of
// longer ones each word is looked for alone.
const longestPhrase = 32

// compile makes the query.
func (a *analysis) compile() {
	for k, s := range a.Sections {
		for _, w := range s.Keywords {
			a.keyword(k, w)
		}
		for _, t := range a.lex.tokens(nil, s.Title, true) {
			if w := s.Title[t.start:t.end]; utf8.RuneCountInString(w) > 1 {
				a.single(k, titleWeight, w)
			}
		}
	}
	a.relate()
	a.frequency = grown(a.frequency, len(a.lex.stems))
}

// lookup returns the entry of a term, nil if it has none.
func (q *query) lookup(term int32) *entry {
	if int(term) < len(q.at) && q.at[term] > 0 {
		return &q.entries[q.at[term]-1]
	}
	return nil
}

// entry returns the entry of a term, a new one if it has none.
func (q *query) entry(term int32) *entry {
	q.at = grown(q.at, int(term)+1)
	if q.at[term] == 0 {
		q.entries = append(q.entries, entry{})
		q.at[term] = int32(len(q.entries))
	}
	return &q.entries[q.at[term]-1]
}

// keyword adds a keyword of section k to the query.
func (a *analysis) keyword(k int, text string) {
	toks := a.lex.tokens(nil, text, true)
	if len(toks) == 1 {
		a.single(k, keywordWeight, text[toks[0].start:toks[0].end])
		return
	}
	topic := false
	for _, t := range toks {
		topic = topic || a.lex.words[t.word].role&function == 0
	}
	if !topic {
		return
	}
	q := &a.query
	n := len(q.sources)
	q.sources = append(q.sources, source{k, phraseWeight, text})
	for _, t := range toks {
		if w := text[t.start:t.end]; utf8.RuneCountInString(w) > 1 {
			a.single(k, wordWeight, w)
		}
	}
	if len(toks) > longestPhrase {
		return
	}
	p := phrase{source: n, words: [2]int{n + 1, len(q.sources)}}
	a.phrase(p, toks)
	if plain := a.lex.tokens(nil, text, false); !a.same(toks, plain) {
		a.phrase(p, plain)
	}
}

// phrase adds p in the form of toks.
func (a *analysis) phrase(p phrase, toks []token) {
	for _, t := range toks[1:] {
		p.rest = append(p.rest, a.term(t))
	}
	e := a.query.entry(a.term(toks[0]))
	e.phrases = append(e.phrases, p)
}

// single adds a word to section k, unless it is there already. It is found by
// its English stem and, for sources in other languages, as it is. Words that
// carry no topic count only as keywords.
func (a *analysis) single(k, weight int, w string) {
	q := &a.query
	word := a.lex.words[a.lex.word(w, true)]
	if word.role&(function|numeral) != 0 && weight != keywordWeight {
		return
	}
	for _, h := range q.entry(word.term).hits {
		if s := &q.sources[h.source]; s.section == k {
			if s.weight = max(s.weight, weight); weight == titleWeight {
				s.weight += titleBonus
			}
			return
		}
	}
	h := hit{len(q.sources), 1000, word.role&function != 0}
	q.sources = append(q.sources, source{k, weight, w})
	e := q.entry(word.term)
	e.hits = append(e.hits, h)
	if plain := a.lex.words[a.lex.word(w, false)].term; plain != word.term {
		e := q.entry(plain)
		e.hits = append(e.hits, h)
	}
}

func (a *analysis) term(t token) int32 { return a.lex.words[t.word].term }

// same reports whether two readings of a text have the same terms.
func (a *analysis) same(s, t []token) bool {
	for i := range s {
		if i >= len(t) || a.term(s[i]) != a.term(t[i]) {
			return false
		}
	}
	return len(s) == len(t)
}

// grown returns s with at least n elements.
func grown[T any](s []T, n int) []T {
	if len(s) >= n {
		return s
	}
	return append(s, make([]T, n-len(s))...)
}
