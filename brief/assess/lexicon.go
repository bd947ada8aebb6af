package assess

import "hash/maphash"

// An entry of the lexicon is a word in lower case, as often as it may occur.
type entry struct {
	text  string
	stem  string // or what stands for it and its synonyms
	term  int32  // number of the stem
	class class
	value int // of a number word, a month (1–12), a weekday (time.Weekday)
	trait trait
	lower bool // is somewhere written without a capital
}

// A term is a stem that words of one meaning share.
type term struct {
	plain   bool // found in texts of any subject
	numeric bool // a number, a month, a weekday
}

// A lexicon holds the words of all documents. Entries and terms have numbers
// from 0 in the order in which they first occur.
type lexicon struct {
	entries []entry
	terms   []term
	byText  table // entries
	byStem  table // terms
	buf     []byte
}

// newLexicon returns a lexicon with room for n different words.
func newLexicon(n int) *lexicon {
	return &lexicon{
		entries: make([]entry, 0, n),
		terms:   make([]term, 0, n),
		byText:  newTable(n),
		byStem:  newTable(n),
	}
}

// entry returns the entry of w.
func (x *lexicon) entry(w word) *entry { return &x.entries[w.entry] }

// is reports whether w is of one of the classes c.
func (x *lexicon) is(w word, c class) bool { return x.entries[w.entry].class&c != 0 }

// text returns w in lower case.
func (x *lexicon) text(w word) string { return x.entries[w.entry].text }

// term returns the number of the stem.
func (x *lexicon) term(stem string) int32 {
	n, ok := x.byStem.add(stem, int32(len(x.terms)))
	if !ok {
		x.terms = append(x.terms, term{})
	}
	return n
}

// addBuffer returns the number of the entry for the word in x.buf.
func (x *lexicon) addBuffer(digits bool) int32 {
	if n, ok := find(&x.byText, maphash.Bytes(x.byText.seed, x.buf), x.buf); ok {
		return n
	}
	return x.insert(string(x.buf), digits)
}

// add returns the number of the entry for the word, which is in lower case.
func (x *lexicon) add(w string) int32 {
	if n, ok := find(&x.byText, maphash.String(x.byText.seed, w), w); ok {
		return n
	}
	return x.insert(w, false)
}

// insert makes an entry for a new word.
func (x *lexicon) insert(w string, digits bool) int32 {
	e := entry{text: w, stem: w}
	if !digits {
		e.class, e.value = classify(e.text)
		if isPast(e.text) {
			e.class |= past
		}
		e.stem = concept(stem(e.text))
		e.trait = traitOf(e.text, e.stem)
	}
	e.term = x.term(e.stem)
	t := &x.terms[e.term]
	t.plain = t.plain || e.class&common != 0
	t.numeric = t.numeric || digits || e.class&(numeral|ordinal|month|weekday) != 0
	n, _ := x.byText.add(e.text, int32(len(x.entries)))
	x.entries = append(x.entries, e)
	return n
}

// isName reports whether w is a name: it has a capital, here and wherever else
// it occurs.
func (x *lexicon) isName(w word) bool {
	e := &x.entries[w.entry]
	return w.upper && !e.lower && e.class&(month|weekday|stop) == 0
}

// A table finds numbers by strings. It is an open-addressing hash table that
// is at most half full; reading with a map in its place takes half as long
// again.
type table struct {
	seed maphash.Seed
	keys []string // a power of two of them; "" is free
	ids  []int32
	used int
}

// newTable returns a table with room for n strings before it grows.
func newTable(n int) table {
	size := 64
	for size < 2*n {
		size *= 2
	}
	return table{seed: maphash.MakeSeed(), keys: make([]string, size), ids: make([]int32, size)}
}

// find returns the number of the key, whose hash is h.
func find[T string | []byte](t *table, h uint64, key T) (int32, bool) {
	mask := uint64(len(t.keys) - 1)
	for i := h & mask; t.keys[i] != ""; i = (i + 1) & mask {
		if t.keys[i] == string(key) {
			return t.ids[i], true
		}
	}
	return 0, false
}

// add returns the number of the key, which is not empty, and whether it had
// one; if not it gets the given one.
func (t *table) add(key string, id int32) (int32, bool) {
	mask := uint64(len(t.keys) - 1)
	i := maphash.String(t.seed, key) & mask
	for ; t.keys[i] != ""; i = (i + 1) & mask {
		if t.keys[i] == key {
			return t.ids[i], true
		}
	}
	t.keys[i], t.ids[i] = key, id
	if t.used++; 2*t.used > len(t.keys) {
		old := *t
		*t = newTable(len(old.keys))
		for k, s := range old.keys {
			if s != "" {
				t.add(s, old.ids[k])
			}
		}
	}
	return id, false
}
