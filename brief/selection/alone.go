package selection

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers may stand behind the sign at the end of a sentence.
const closers = " \"'”’»)]」』）"

// ending refuses sentences that lead on to something.
func (s *statement) ending() (price int, why string) {
	text := strings.TrimRight(s.text, closers)
	r, _ := utf8.DecodeLastRuneInString(text)
	switch r {
	case ':', '：':
		return 0, "introduces a list"
	case '?', '？', '؟':
		return 0, "asks a question"
	case ',', ';', '-', '–', '—', '…', '、', '،', '؛':
		return 0, "breaks off"
	case '.', '!', '。', '！', '۔', '।', '։':
		if strings.HasSuffix(text, "...") {
			return 0, "breaks off"
		}
		return fine, ""
	}
	if s.item || !s.english {
		return fine, ""
	}
	return 700, ""
}

// unfinished reports whether s has no sign at its end.
func unfinished(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// length refuses what is too short to say something, and prices what is very
// long.
func (s *statement) length() (price int, why string) {
	topics := 0
	for i := range s.toks {
		if !s.is(i, function) {
			topics++
		}
	}
	switch {
	case len(s.toks) < 3 || topics < 2:
		return 0, "too short to stand alone"
	case len(s.toks) > 45:
		return 850, ""
	}
	return fine, ""
}

// capitals refuses lines all in capitals.
func (s *statement) capitals() (price int, why string) {
	if n, others := s.cased(); n > 3 && !others {
		return 0, "reads like a heading"
	}
	return fine, ""
}

// person refuses or prices sentences whose speaker the reader does not know.
func (s *statement) person() (price int, why string) {
	price = fine
	for i := range s.toks {
		switch {
		case s.quoted[i]:
		case s.form(i) == "mine" && !s.possesses(i): // the pit
		case s.is(i, self):
			return 0, "speaks in the first person"
		case s.is(i, us|you):
			price = 600
		}
	}
	return price, ""
}

// possesses reports whether the "mine" at word i is a pronoun: "a friend of
// mine", "the fault was mine".
func (s *statement) possesses(i int) bool {
	return (i == 0 || s.form(i-1) == "of" || s.is(i-1, auxiliary)) && (i+1 >= len(s.toks) || s.is(i+1, function))
}

// weSpeak reports whether the sentence tells, outside quotations, of a "we"
// that it does not name. In "told us" somebody else speaks.
func (s *statement) weSpeak() bool {
	for i := range s.toks {
		if s.is(i, us) && !s.quoted[i] && !(s.form(i) == "us" && s.is(i-1, saying)) {
			return true
		}
	}
	return false
}

// notice refuses what is said to the readers of the source, not of the page.
func (s *statement) notice() (price int, why string) {
	const reason = "a notice to its readers"
	switch s.form(0) {
	case "congratulations", "thank", "welcome", "dear", "hello", "please", "sorry":
		return 0, reason
	case "well":
		if s.form(1) == "done" {
			return 0, reason
		}
	case "thanks":
		for i := 1; i < min(len(s.toks), 12); i++ {
			if s.comma(i) {
				return fine, "" // "Thanks to the new pump, the cellar is dry."
			}
		}
		return 0, reason
	}
	for i := range s.toks {
		if w := s.form(i); w == "click" && clicked(s.form(i+1)) || w == "scroll" && s.form(i+1) == "down" {
			return 0, reason
		}
	}
	return fine, ""
}

// clicked reports whether w, after "click", goes on as an
// instruction to somebody who looks at a screen.
func clicked(w string) bool {
	switch w {
	case "here", "on", "the", "to", "below", "above", "through", "down", "a", "this", "any", "your", "and", "next":
		return true
	}
	return false
}

// document refuses sentences about the text they stand in.
func (s *statement) document() (price int, why string) {
	for i := range min(len(s.toks), 8) {
		if w := s.form(i); w != "following" && w != "this" {
			continue
		}
		switch s.form(i + 1) {
		case "table", "chart", "figure", "graph", "list", "image", "picture", "map", "article", "report", "post",
			"page", "section", "chapter", "paper", "essay", "piece", "guide", "newsletter", "bulletin":
			return 0, "speaks of its own document"
		}
	}
	return fine, ""
}

// label prices sentences that open with up to three words in capitals and a
// colon: a heading set in the same line, as teasers have it.
func (s *statement) label() (price int, why string) {
	for i := 1; i <= 3; i++ {
		if strings.HasPrefix(s.gap(i), ":") {
			return 750, ""
		}
		if !s.is(i, function) && i < len(s.toks) && !s.toks[i].upper {
			break
		}
	}
	return fine, ""
}

// fragment refuses what has no verb, as far as forms tell, unless it is the
// item of a list.
func (s *statement) fragment() (price int, why string) {
	if s.item {
		return 750, ""
	}
	if len(s.toks) >= 6 {
		return fine, ""
	}
	if unicode.IsLower(s.first()) {
		return 0, "fragment"
	}
	for i := range s.toks {
		if s.is(i, auxiliary|verbal) || i > 0 && s.present(i) {
			return fine, ""
		}
	}
	return 0, "fragment"
}

// present reports whether word i may be a verb of the present: it ends in s
// and stands between a noun and a word that begins an object or adverbial.
func (s *statement) present(i int) bool {
	return strings.HasSuffix(s.form(i), "s") && s.is(i+1, function) && !s.is(i-1, article|preposition)
}

// hollow refuses or prices sentences with words that promise and say nothing,
// as machine-made articles are full of.
func (s *statement) hollow() (price int, why string) {
	price = fine
	first := ""
	for i := range s.toks {
		switch w := s.form(i); {
		case !s.is(i, flourish) || w == first:
		case first == "":
			first, price = w, 850
		default:
			return 0, "promises much and says little"
		}
	}
	return price, ""
}
