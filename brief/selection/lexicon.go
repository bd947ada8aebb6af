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
	l.fold(s)
	if english && isAcronym(s, l.buf) {
		l.buf = append(l.buf[:0], s...)
		if s == "US" {
			l.buf = append(l.buf[:0], "u.s"...) // as U.S. has it
		}
	}
	slot := l.forms.find(l.buf, func(n int32) bool {
		w := &l.words[n]
		return w.english == english && w.form == string(l.buf)
	})
	if *slot > 0 {
		return *slot - 1
	}
	w := word{form: share(s, l.buf), english: english}
	if english {
		w.role = roleOf(w.form)
		if letters(w.form) {
			l.buf = stem(l.buf)
		}
	}
	w.term = l.term(w.form)
	l.words = append(l.words, w)
	*slot = int32(len(l.words))
	l.forms.added(func(n int32) string { return l.words[n].form })
	return int32(len(l.words)) - 1
}

// term returns the number of the term whose stem stands in l.buf; it is that
// of form.
func (l *lexicon) term(form string) int32 {
	slot := l.terms.find(l.buf, func(n int32) bool { return l.stems[n] == string(l.buf) })
	if *slot > 0 {
		return *slot - 1
	}
	l.stems = append(l.stems, share(form, l.buf))
	l.marks = append(l.marks, 0)
	*slot = int32(len(l.stems))
	l.terms.added(func(n int32) string { return l.stems[n] })
	return int32(len(l.stems)) - 1
}

// share returns b as a string, as part of s if s begins with it.
func share(s string, b []byte) string {
	if len(b) <= len(s) && s[:len(b)] == string(b) {
		return s[:len(b)]
	}
	return string(b)
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
