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
	quoted  []bool // which tokens stand in a quotation
	lex     *lexicon
	item    bool // of a list
	english bool
}

// reset makes s ready for another sentence.
func (s *statement) reset(text string, toks []token) {
	s.text, s.toks = text, toks
	s.quoted = append(s.quoted[:0], make([]bool, len(toks))...)
}

// judge says whether the sentence can be printed as a bullet. If it cannot,
// why says so in plain words; otherwise price is what is left of its quality,
// in thousandths. A bullet has no sentence before it, and no word may be
// added or replaced to mend one that leans on its neighbours.
func (s *statement) judge() (price int, why string) {
	rules := always
	if s.english {
		rules = inEnglish
	}
	price = fine
	for _, rule := range rules {
		p, why := rule(s)
		if why != "" {
			return 0, why
		}
		price = price * p / fine
	}
	return price, ""
}

// The rules that judge applies, in this order.
var (
	always = []func(*statement) (int, string){
		(*statement).ending, (*statement).length, (*statement).capitals,
	}
	inEnglish = []func(*statement) (int, string){
		(*statement).ending, (*statement).length, (*statement).capitals, (*statement).quotation,
		(*statement).person, (*statement).document, (*statement).opening, (*statement).reference,
		(*statement).fragment, (*statement).hollow,
	}
)

// fine is the price of a sentence with nothing against it.
const fine = 1000

func (s *statement) role(i int) role {
	if i < 0 || i >= len(s.toks) {
		return 0
	}
	return s.lex.words[s.toks[i].word].role
}

func (s *statement) is(i int, r role) bool { return s.role(i)&r != 0 }

// form returns word i in small letters.
func (s *statement) form(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.lex.words[s.toks[i].word].form
}

// gap returns what stands between words i-1 and i.
func (s *statement) gap(i int) string {
	switch {
	case i <= 0 || i > len(s.toks):
		return ""
	case i == len(s.toks):
		return s.text[s.toks[i-1].end:]
	}
	return s.text[s.toks[i-1].end:s.toks[i].start]
}

// comma reports whether a comma stands before word i.
func (s *statement) comma(i int) bool { return strings.Contains(s.gap(i), ",") }

// ending refuses sentences that lead on to something.
func (s *statement) ending() (int, string) {
	text := strings.TrimRight(s.text, " \"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(text)
	switch r {
	case ':', '：':
		return 0, "introduces a list"
	case '?', '？':
		return 0, "asks a question"
	case ',', ';', '-', '–', '—', '…':
		return 0, "breaks off"
	case '.', '!', '。', '！':
		if strings.HasSuffix(text, "...") {
			return 0, "breaks off"
		}
		return fine, ""
	}
	if s.item {
		return fine, ""
	}
	return 700, ""
}

// length refuses what is too short and prices what is very long.
func (s *statement) length() (int, string) {
	content := 0
	for i := range s.toks {
		if !s.is(i, function) {
			content++
		}
	}
	switch {
	case len(s.toks) < 3 || content < 2:
		return 0, "too short to stand alone"
	case len(s.toks) > 45:
		return 850, ""
	}
	return fine, ""
}

// capitals refuses lines in capital letters.
func (s *statement) capitals() (int, string) {
	upper := 0
	for _, r := range s.text {
		switch {
		case unicode.IsLower(r) || unicode.Is(unicode.Lo, r):
			return fine, ""
		case unicode.IsUpper(r):
			upper++
		}
	}
	if upper > 3 {
		return 0, "reads like a heading"
	}
	return fine, ""
}

// person prices sentences whose speaker the reader does not know.
func (s *statement) person() (int, string) {
	price := fine
	for i := range s.toks {
		if s.quoted[i] {
			continue
		}
		switch {
		case s.is(i, self):
			return 0, "speaks in the first person"
		case s.is(i, us|you):
			price = 600
		}
	}
	return price, ""
}

// document refuses sentences about the text they stand in.
func (s *statement) document() (int, string) {
	for i := range min(len(s.toks), 8) {
		switch s.form(i) {
		case "following", "this":
			switch s.form(i + 1) {
			case "table", "chart", "figure", "graph", "list", "image", "picture", "map", "article", "report", "post",
				"page", "section", "chapter", "paper", "essay", "piece", "guide", "newsletter", "bulletin":
				return 0, "speaks of its own document"
			}
		}
	}
	return fine, ""
}

// fragment refuses what has no verb, unless it is the item of a list.
func (s *statement) fragment() (int, string) {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s.text, " \"'“‘«(["))
	small := unicode.IsLower(first)
	if s.item {
		return 750, ""
	}
	if small && len(s.toks) < 6 {
		return 0, "fragment"
	}
	for i := range s.toks {
		if s.is(i, auxiliary|verbal) {
			return fine, ""
		}
	}
	if len(s.toks) < 6 {
		for i := 1; i < len(s.toks); i++ { // "fears a": a verb before an article
			if f := s.form(i); strings.HasSuffix(f, "s") && s.is(i+1, article|preposition|that|function) && !s.is(i-1, article|preposition) {
				return fine, ""
			}
		}
		return 0, "fragment"
	}
	return fine, ""
}

// specific reports whether the sentence has a figure or a name.
func (s *statement) specific() bool {
	for i := range s.toks {
		if s.is(i, numeral) || i > 0 && s.toks[i].upper {
			return true
		}
	}
	return false
}
