package selection

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A lexicon numbers words and terms. A word is a form as it stands in a text,
// in small letters; a term is what several forms have in common: the stem of
// English words, and the form itself in other languages.
type lexicon struct {
	words []word
	forms table // of the words
	stems []string
	terms table // of the stems
	marks []int32
	buf   []byte
}

type word struct {
	form    string
	english bool
	term    int32
	role    role
}

// newLexicon returns an empty lexicon with room for so many words.
func newLexicon(size int) *lexicon {
	return &lexicon{
		words: make([]word, 0, size),
		forms: newTable(size),
		stems: make([]string, 0, size),
		terms: newTable(size),
		marks: make([]int32, 0, size),
	}
}

// word returns the number of the word s.
func (l *lexicon) word(s string, english bool) int32 {
	form := s
	if !folded(s) {
		l.fold(s)
		if english && isAcronym(s, l.buf) {
			l.buf = append(l.buf[:0], s...)
			if s == "US" {
				l.buf = append(l.buf[:0], "u.s"...) // as U.S. has it
			}
		}
		form = "" // it is in l.buf
	} else {
		l.buf = append(l.buf[:0], s...)
	}
	slot := l.forms.find(l.buf, func(n int32) bool {
		w := &l.words[n]
		return w.english == english && w.form == string(l.buf)
	})
	if *slot == 0 {
		if form == "" {
			form = string(l.buf)
		}
		l.words = append(l.words, l.newWord(form, english))
		*slot = int32(len(l.words))
		l.forms.added(func(n int32) string { return l.words[n].form })
		return int32(len(l.words)) - 1
	}
	return *slot - 1
}

// newWord returns the word of the given form, which stands in l.buf too.
func (l *lexicon) newWord(form string, english bool) word {
	w := word{form: form, english: english}
	b := l.buf
	if english {
		w.role = roleOf(form)
		if letters(form) {
			b = stem(b)
		}
	}
	slot := l.terms.find(b, func(n int32) bool { return l.stems[n] == string(b) })
	if *slot == 0 {
		s := form[:min(len(b), len(form))] // shares its storage
		if s != string(b) {
			s = string(b)
		}
		l.stems = append(l.stems, s)
		l.marks = append(l.marks, 0)
		*slot = int32(len(l.stems))
		l.terms.added(func(n int32) string { return l.stems[n] })
		w.term = int32(len(l.stems)) - 1
		return w
	}
	w.term = *slot - 1
	return w
}

// mark reports whether it is called for the first time for the term in text
// n. Texts come in ascending order.
func (l *lexicon) mark(term int32, n int) bool {
	if l.marks[term] == int32(n+1) {
		return false
	}
	l.marks[term] = int32(n + 1)
	return true
}

// folded reports whether fold would leave s as it is.
func folded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '\'' || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// fold puts s in small letters and without the possessive 's into l.buf.
func (l *lexicon) fold(s string) {
	b := l.buf[:0]
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			b = append(b[:0], strings.ToLower(strings.ReplaceAll(s, "’", "'"))...)
			break
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		b = append(b, c)
	}
	l.buf = bytes.TrimSuffix(b, []byte("'s"))
}

// isAcronym reports whether the English word s in capitals would be taken for
// another word in the small letters of form: US, IT, WHO.
func isAcronym(s string, form []byte) bool {
	if len(s) < 2 || len(s) > 4 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return roleOf(string(form))&function != 0
}

func letters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}
