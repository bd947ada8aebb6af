package selection

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A statement is a sentence as the rules for standing alone see it.
type statement struct {
	text    string
	toks    []token
	roles   []role
	quoted  []bool // which words stand in a quotation; quotation fills it in
	lex     *lexicon
	item    bool // of a list
	english bool
}

// reset makes s ready for another sentence.
func (s *statement) reset(text string, toks []token) {
	s.text, s.toks = text, toks
	s.roles, s.quoted = s.roles[:0], s.quoted[:0]
	for _, t := range toks {
		s.roles = append(s.roles, s.lex.words[t.word].role)
		s.quoted = append(s.quoted, false)
	}
}

// A rule refuses a sentence, saying why, or prices it.
type rule func(*statement) (price int, why string)

// The rules that judge applies, in this order.
var (
	inAnyLanguage = []rule{(*statement).ending, (*statement).length, (*statement).capitals}
	inEnglish     = []rule{
		(*statement).quotation, (*statement).furniture, (*statement).person, (*statement).notice, (*statement).invitation, (*statement).publication,
		(*statement).document,
		(*statement).subject, (*statement).opening, (*statement).reference, (*statement).label, (*statement).fragment,
		(*statement).verbless, (*statement).hollow,
	}
)

// fine is the price of a sentence with nothing against it.
const fine = 1000

// judge says whether the sentence can be printed as a bullet. If it cannot,
// why says so in plain words; otherwise price is what is left of its quality,
// in thousandths. A bullet has no sentence before it, and no word may be
// added or replaced to mend one that leans on its neighbours.
func (s *statement) judge() (price int, why string) {
	price = fine
	for _, r := range inAnyLanguage {
		p, why := r(s)
		if why != "" {
			return 0, why
		}
		price = price * p / fine
	}
	if !s.english {
		return price, ""
	}
	for _, r := range inEnglish {
		p, why := r(s)
		if why != "" {
			return 0, why
		}
		price = price * p / fine
	}
	return price, ""
}

// is reports whether there is a word i and it has one of the roles r.
func (s *statement) is(i int, r role) bool {
	return i >= 0 && i < len(s.roles) && s.roles[i]&r != 0
}

// form returns word i in small letters, or "".
func (s *statement) form(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.lex.words[s.toks[i].word].form
}

// gap returns what stands between word i and the one before.
func (s *statement) gap(i int) string {
	if i <= 0 || i >= len(s.toks) {
		return ""
	}
	return s.text[s.toks[i-1].end:s.toks[i].start]
}

// comma reports whether a comma stands before word i.
func (s *statement) comma(i int) bool { return strings.Contains(s.gap(i), ",") }

// specific reports whether the sentence has a figure or a name.
func (s *statement) specific() bool {
	for i := range s.toks {
		if s.is(i, numeral) || i > 0 && s.toks[i].upper {
			return true
		}
	}
	return false
}

// first returns the first letter or digit of the sentence.
func (s *statement) first() rune {
	if len(s.toks) == 0 {
		return utf8.RuneError
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.toks[0].start:])
	return r
}

// cased returns how many capitals the sentence has, and whether it has other
// letters.
func (s *statement) cased() (capitals int, others bool) {
	for _, r := range s.text {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLetter(r):
			return capitals, true
		}
	}
	return capitals, false
}
