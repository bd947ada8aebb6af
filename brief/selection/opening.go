package selection

import "strings"

// opening refuses sentences whose first words point to an earlier sentence:
// "It will", "These plans", "In this context", "The rest". Words that only
// join the sentence to the one before are priced.
func (s *statement) opening() (price int, why string) {
	i := s.connectives()
	price = fine
	if i > 0 {
		price = 700
	}
	if s.exemplifies() {
		price = 650
	}
	if w := s.pointsBack(i); w != "" {
		return 0, backward(w)
	}
	if w := s.asksBack(i); w != "" {
		return 0, backward(w)
	}
	if j := s.introduction(i); j > 0 {
		if w := s.introPointsBack(i, j); w != "" {
			return 0, backward(w)
		}
		if w := s.subjectPointsBack(i, j); w != "" {
			return 0, backward(w)
		}
	} else if s.is(i, preposition) && s.is(i+1, pointer|that) && !s.is(i+2, clock) {
		return 0, backward(s.form(i + 1))
	}
	if w := s.form(i); w == "another" || w == "both" || w == "the" && several(s.form(i+1)) ||
		w == "a" && ordinal(s.form(i+1)) {
		price = price * 900 / fine
	}
	return price, ""
}

// exemplifies reports whether the sentence, near its beginning, says that it is
// an example of what the one before states.
func (s *statement) exemplifies() bool {
	for i := range min(len(s.toks), 6) {
		if s.form(i) == "for" && (s.form(i+1) == "example" || s.form(i+1) == "instance") && (s.comma(i) || i == 0) && s.comma(i+2) {
			return true
		}
	}
	return false
}

func backward(w string) string { return "points to an earlier sentence: “" + w + "”" }

// connectives returns how many words at the start join the sentence to the
// one before.
func (s *statement) connectives() int {
	i := 0
	for i < 3 && s.is(i, connective) {
		i++
	}
	if i > 0 {
		return i
	}
	for i = 1; i <= 5 && i < len(s.toks); i++ {
		if !s.comma(i) {
			continue
		}
		switch strings.ToLower(s.text[s.toks[0].start:s.toks[i-1].end]) {
		case "in addition", "as a result", "for example", "for instance", "in other words", "in turn", "in short",
			"on the other hand", "on the one hand", "at the same time", "in contrast", "by contrast", "of course",
			"in fact", "indeed", "first and foremost", "first", "second", "third", "next", "last", "in particular",
			"firstly", "secondly", "thirdly", "lastly", "then", "overall", "in general", "plus", "on the flip side",
			"on top of that", "likewise", "in essence", "simply put", "as always":
			return i
		}
		break
	}
	return 0
}

// pointsBack returns what points to an earlier sentence in one that opens
// with word i, or "".
func (s *statement) pointsBack(i int) string {
	w := s.form(i)
	switch {
	case s.is(i, he|they):
		if w == "it" && s.expletive(i) {
			return ""
		}
		return w
	case s.is(i, pointer):
		switch {
		case s.defined(i):
			return s.object(i)
		case s.is(i+1, clock):
			return ""
		}
		return w
	case (w == "there" || w == "here") && s.comma(i+1):
		return w
	case s.is(i, that):
		return w
	case s.is(i, counter) && s.verbAfter(i):
		return w
	case s.is(i, article) && s.is(i+1, counter) && s.verbAfter(i+1):
		return w + " " + s.form(i+1)
	case w == "the" && bare(s.form(i+1)) && s.form(i+2) != "of":
		return w + " " + s.form(i+1)
	case w == "the" && s.form(i+1) == "other" && s.is(i+2, counter):
		return w + " " + s.form(i+1)
	case (w == "yes" || w == "no") && s.comma(i+1):
		return w
	}
	for j := i; j < i+4; j++ { // "two of them"
		if s.form(j) == "of" && s.is(j+1, he|they|pointer) && !s.defined(j+1) {
			return s.form(j + 1)
		}
	}
	return s.object(i)
}

// defined reports whether word i is a "those" that the words after it define:
// "those who", "those in the queue", "those affected".
func (s *statement) defined(i int) bool {
	if s.form(i) != "those" {
		return false
	}
	switch w := s.form(i + 1); w {
	case "who", "whom", "whose", "which", "with", "without":
		return true
	default:
		return s.is(i+1, preposition) || len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing"))
	}
}

// expletive reports whether the "it" at word i stands for a clause that
// follows: "it is essential to", "it was clear that".
func (s *statement) expletive(i int) bool {
	be := false
	for j := i + 1; j < i+8; j++ {
		switch s.form(j) {
		case "is", "was", "be", "been", "seems", "appears", "remains", "becomes", "became":
			be = true
		case "to", "that", "whether":
			return be && j > i+2
		}
	}
	return false
}

// verbAfter reports whether the word after i is a verb, so that word i stands
// for things named before: "both have", "the first was". A form in -ed may as
// well be a participle: "some damaged roofs".
func (s *statement) verbAfter(i int) bool {
	return s.is(i+1, auxiliary) || s.is(i+1, verbal) && !strings.HasSuffix(s.form(i+1), "ed")
}

// bare reports whether "the" with w stands for something named before
// whatever follows.
func bare(w string) bool {
	switch w {
	case "rest", "others", "latter", "same":
		return true
	}
	return false
}

// several reports whether "the" with w are things of which the reader may not
// know which.
func several(w string) bool {
	switch w {
	case "two", "three", "four", "five", "other", "former":
		return true
	}
	return false
}

// ordinal reports whether "a" with w adds to things named before: "a second
// tank".
func ordinal(w string) bool {
	switch w {
	case "second", "third", "fourth", "fifth", "further":
		return true
	}
	return false
}

// object returns a pronoun among the first words that has nothing to stand
// for: as the object of the first verb it cannot stand for the subject
// (Chomsky 1981, principle B), and nothing else is before it.
func (s *statement) object(i int) string {
	for j := i + 1; j <= i+4; j++ {
		w := s.form(j)
		switch {
		case w != "it" && w != "them" && w != "him":
		case s.comma(j):
		case s.is(j-1, function) && !s.is(j-1, preposition|verbal) || s.is(j-1, saying):
		case j > i+1 && s.is(j+1, auxiliary|verbal): // the subject of a clause
		default:
			return w
		}
	}
	return ""
}

// introduction returns the first word after the comma that ends an
// introductory phrase or clause from word i on, or 0 if there is none.
func (s *statement) introduction(i int) int {
	if !s.introduces(i) {
		return 0
	}
	for j := i + 1; j < len(s.toks) && j <= i+14; j++ {
		if s.comma(j) {
			return j
		}
	}
	return 0
}

// introduces reports whether word i can begin an introductory phrase.
func (s *statement) introduces(i int) bool {
	if s.is(i, preposition) {
		return true
	}
	switch w := s.form(i); w {
	case "if", "when", "as", "because", "while", "once", "although", "though", "unless", "whether", "even", "given",
		"only", "just":
		return true
	default:
		return strings.HasSuffix(w, "ing")
	}
}

// introPointsBack returns what points to an earlier sentence in an
// introductory phrase from word i up to j, or "".
func (s *statement) introPointsBack(i, j int) string {
	for k := i; k < j; k++ {
		w := s.form(k)
		switch {
		case s.is(k, pointer) && w != "such" && !s.is(k+1, clock) && !s.defined(k):
			return w
		case s.is(k, that) && k > 0 && (s.is(k-1, preposition) || k == i+1):
			return w
		}
	}
	return ""
}

// subjectPointsBack returns word j, after an introductory phrase from word i
// on, if it is a pronoun with nothing in that phrase to stand for, or "".
func (s *statement) subjectPointsBack(i, j int) string {
	switch {
	case s.is(j, he):
		for k := i + 1; k < j; k++ {
			if s.toks[k].upper {
				return ""
			}
		}
		return s.form(j)
	case s.is(j, pointer) && s.form(j) != "such" && !s.is(j+1, clock): // not "such as"
		return s.form(j)
	}
	return ""
}

// asksBack returns the pronoun in a clause that stands for the subject and
// has no noun of its own for it: "What awaits him", "How they will".
func (s *statement) asksBack(i int) string {
	switch s.form(i) {
	case "what", "how", "why", "where", "whether", "which":
	default:
		return ""
	}
	for j := i + 1; j <= i+3; j++ {
		switch w := s.form(j); w {
		case "he", "she", "him", "her", "his", "they", "them", "their", "it", "its":
			return w
		}
	}
	return ""
}
