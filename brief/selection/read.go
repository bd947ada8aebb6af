package selection

import (
	"strings"
	"unicode"

	"readahead/brief/doc"
)

// An analysis is what Rank finds out, step by step.
type analysis struct {
	Input
	lex *lexicon

	// The texts: first the sentences, then headings, titles and leads, each
	// once, then the cells of to-do tables.
	texts   []text
	toks    []token
	terms   []int32 // that carry a topic
	clues   []clue
	context map[string]int // texts by what they say
	cells   map[cell]int   // texts of cells

	disputes map[string][]int // the sentences with a conflict flag by its note

	frequency []int32 // of each term, the number of sentences with it
	query     query
	links     links
	evidence  []int       // for each sentence and section, in thousandths of a rare keyword
	places    []place     // of the sentences
	verdicts  []verdict   // on the sentences
	speakers  map[int]int // of each group, the sentence to print; nil if there are no groups
	listed    []bool      // which sentences are candidates
}

// A text is a sentence, a heading or a cell.
type text struct {
	toks  span
	terms span // each once
	clues span

	heading bool // or a title
}

// A span is a range of a slice that all texts share.
type span struct{ start, end int32 }

// A cell is a place in a to-do table.
type cell struct{ table, row, column int }

// mostDisputants is how many sentences of a conflict know of each other.
const mostDisputants = 8

// read splits all texts into words.
func read(in Input) *analysis {
	size := 0
	for _, s := range in.Sentences {
		size += s.Text.Len()
	}
	a := &analysis{
		Input:   in,
		lex:     newLexicon(min(size/20, 1<<16)),
		texts:   make([]text, 0, len(in.Sentences)+64),
		toks:    make([]token, 0, size/5+64),
		terms:   make([]int32, 0, size/10+64),
		context: make(map[string]int),
		cells:   make(map[cell]int),

		disputes: make(map[string][]int),
	}
	for i := range in.Sentences {
		s := &in.Sentences[i]
		a.add(s.Text.String(), s.Doc)
		for _, note := range conflicts(s) {
			if d := a.disputes[note]; len(d) < mostDisputants {
				a.disputes[note] = append(d, i)
			}
		}
	}
	a.count()
	for _, s := range in.Sentences {
		a.addHeading(s.Heading, s.Doc)
		a.addContext(s.Lead, s.Doc)
	}
	for d := range in.Docs {
		a.addHeading(a.title(d), d)
	}
	for k, t := range in.Tables {
		if t.Kind != doc.TodoTable {
			continue
		}
		a.addHeading(t.Heading, t.Doc)
		a.addContext(t.Lead, t.Doc)
		for i, row := range t.Table.Rows {
			for j, c := range row {
				a.cells[cell{k, i, j}] = a.add(c.String(), t.Doc)
			}
		}
	}
	return a
}

// add splits s, of document d, into words and returns its index in texts.
func (a *analysis) add(s string, d int) int {
	var t text
	t.toks.start = int32(len(a.toks))
	a.toks = a.lex.tokens(a.toks, s, a.english(s, d))
	t.toks.end = int32(len(a.toks))
	t.terms.start = int32(len(a.terms))
	for _, tok := range a.toks[t.toks.start:t.toks.end] {
		w := &a.lex.words[tok.word]
		if w.role&(function|numeral) == 0 && a.lex.mark(w.term, len(a.texts)) {
			a.terms = append(a.terms, w.term)
		}
	}
	t.terms.end = int32(len(a.terms))
	a.texts = append(a.texts, t)
	return len(a.texts) - 1
}

// addContext adds s unless it is empty or known.
func (a *analysis) addContext(s string, d int) {
	if s == "" {
		return
	}
	if _, ok := a.context[s]; !ok {
		a.context[s] = a.add(s, d)
	}
}

// addHeading adds a heading or a title.
func (a *analysis) addHeading(s string, d int) {
	a.addContext(s, d)
	if i, ok := a.context[s]; ok {
		a.texts[i].heading = true
	}
}

// count fills in the frequency of terms in the texts so far.
func (a *analysis) count() {
	a.frequency = make([]int32, len(a.lex.stems))
	last := make([]int32, len(a.lex.stems)) // the text, from 1, that had the term last
	for i, t := range a.texts {
		for _, tok := range a.toksOf(t) {
			if term := a.term(tok); last[term] != int32(i+1) {
				last[term] = int32(i + 1)
				a.frequency[term]++
			}
		}
	}
}

func (a *analysis) toksOf(t text) []token  { return a.toks[t.toks.start:t.toks.end] }
func (a *analysis) termsOf(t text) []int32 { return a.terms[t.terms.start:t.terms.end] }
func (a *analysis) cluesOf(t text) []clue  { return a.clues[t.clues.start:t.clues.end] }

// english reports whether s, of document d, is in English, as it is where the
// document does not say and the letters are Latin.
func (a *analysis) english(s string, d int) bool {
	if !isLatin(s) {
		return false
	}
	if d < 0 || d >= len(a.Docs) || a.Docs[d].Lang == "" {
		return true
	}
	lang, _, _ := strings.Cut(strings.ToLower(a.Docs[d].Lang), "-")
	return lang == "en"
}

// isLatin reports whether most letters of s are Latin.
func isLatin(s string) bool {
	const otherScripts = 0xCE // the first bytes of Greek and all that is behind it in Unicode
	i := 0
	for i < len(s) && s[i] < otherScripts {
		i++
	}
	if i == len(s) {
		return true
	}
	latin, others := 0, 0
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latin++
		default:
			others++
		}
	}
	return latin >= others
}

// title returns the title of document d, or "".
func (a *analysis) title(d int) string {
	if d < 0 || d >= len(a.Docs) {
		return ""
	}
	return a.Docs[d].Title.String()
}
