package selection

import "strings"

// opening refuses sentences whose first words point to an earlier sentence:
// "It will", "These plans", "In this context", "The rest". Words that only
// join the sentence to the one before are priced.
func (s *statement) opening() (int, string) {
	price := fine
	i, joined := s.skipConnective()
	if joined {
		price = 850
	}
	if why := s.pointsBack(i); why != "" {
		return 0, why
	}
	if j := s.introEnd(i); j > 0 {
		if why := s.introPointsBack(i, j); why != "" {
			return 0, why
		}
		if why := s.subjectPointsBack(i, j); why != "" {
			return 0, why
		}
	} else if s.is(i, preposition) && s.is(i+1, pointer|that) && !s.is(i+2, clock) {
		return 0, backward(s.form(i + 1))
	}
	switch {
	case s.is(i, counter) && s.form(i) == "another", s.form(i) == "both",
		s.form(i) == "the" && s.several(i+1):
		price = price * 900 / fine
	}
	return price, ""
}

// backward is the reason for refusing a sentence that points back with w.
func backward(w string) string { return "points to an earlier sentence: “" + w + "”" }

// skipConnective returns the first word after the words that join the
// sentence to the one before, and whether there are any.
func (s *statement) skipConnective() (i int, joined bool) {
	for s.is(i, connective) && i < 3 {
		i++
	}
	if i > 0 {
		return i, true
	}
	for j := 1; j <= 4 && j < len(s.toks); j++ {
		if s.comma(j) {
			switch strings.ToLower(s.text[s.toks[0].start:s.toks[j-1].end]) {
			case "in addition", "as a result", "for example", "for instance", "in other words", "in turn", "in short",
				"on the other hand", "on the one hand", "at the same time", "in contrast", "by contrast", "of course",
				"in fact", "indeed", "first and foremost", "first", "second", "third", "next", "last", "in particular",
				"firstly", "secondly", "thirdly", "lastly", "then", "overall", "in general", "as such":
				return j, true
			}
			break
		}
	}
	return 0, false
}

// pointsBack says why a sentence cannot open with word i and those after it.
func (s *statement) pointsBack(i int) string {
	w := s.form(i)
	switch {
	case w == "it" && s.expletive(i):
		return ""
	case s.is(i, he|they):
		return backward(w)
	case s.is(i, pointer):
		if s.is(i+1, clock) || w == "those" && (s.is(i+1, preposition) || s.form(i+1) == "who") {
			return ""
		}
		return backward(w)
	case s.is(i, that):
		return backward(w)
	case s.is(i, counter) && s.stands(i+1):
		return backward(w)
	case s.is(i, article) && s.is(i+1, counter) && s.stands(i+2):
		return backward(w + " " + s.form(i+1))
	case w == "the" && s.bare(s.form(i+1)) && s.form(i+2) != "of":
		return backward(w + " " + s.form(i+1))
	case (w == "yes" || w == "no" || w == "well") && s.comma(i+1):
		return "answers something before it"
	}
	for j := i; j < i+4 && j+1 < len(s.toks); j++ {
		if s.form(j) == "of" && s.is(j+1, he|they|pointer) {
			return backward(s.form(j + 1))
		}
	}
	return s.object(i)
}

// expletive reports whether the "it" at word i stands for a clause that
// follows: "it is essential to", "it was clear that".
func (s *statement) expletive(i int) bool {
	be := false
	for j := i + 1; j < i+8 && j < len(s.toks); j++ {
		switch s.form(j) {
		case "is", "was", "be", "been", "seems", "appears", "remains", "becomes", "became":
			be = true
		case "to", "that", "whether":
			return be && j > i+2
		}
	}
	return false
}

// stands reports whether word i shows that the one before stands for
// something named before: "both have", "the first was", "two of them".
func (s *statement) stands(i int) bool {
	return s.is(i, auxiliary) || s.is(i, verbal) && !strings.HasSuffix(s.form(i), "ed") ||
		s.form(i) == "of" && s.is(i+1, he|they|pointer)
}

// several reports whether word i counts things without saying which.
func (s *statement) several(i int) bool {
	switch s.form(i) {
	case "two", "three", "four", "five", "other", "same", "former":
		return true
	}
	return false
}

// bare reports whether w after "the" stands for something named before,
// whatever follows.
func (s *statement) bare(w string) bool {
	switch w {
	case "rest", "others", "latter", "same":
		return true
	}
	return false
}

// object says why a pronoun among the first words has nothing to stand for:
// as the object of the sentence's first verb it cannot stand for the subject
// (Chomsky 1981, principle B), and there is nothing else before it.
func (s *statement) object(i int) string {
	for j := i + 1; j <= i+4 && j < len(s.toks); j++ {
		w := s.form(j)
		if w != "it" && w != "them" && w != "him" {
			continue
		}
		if s.comma(j) || s.is(j-1, saying|connective|that|auxiliary) {
			continue
		}
		if j > i+1 && s.is(j+1, auxiliary|verbal) {
			continue // the subject of a clause
		}
		if s.is(j-1, function) && !s.is(j-1, preposition|verbal) {
			continue
		}
		return backward(w)
	}
	return ""
}

// introEnd returns the first word after the comma that ends an introductory
// phrase or clause from word i on, or 0 if there is none.
func (s *statement) introEnd(i int) int {
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
		"only", "just", "instead":
		return true
	default:
		return strings.HasSuffix(w, "ing")
	}
}

// introPointsBack says why the introductory phrase from word i up to j leans
// on an earlier sentence.
func (s *statement) introPointsBack(i, j int) string {
	for k := i; k < j; k++ {
		switch {
		case s.is(k, pointer) && !s.is(k+1, clock) && s.form(k+1) != "who" && s.form(k) != "such":
			return backward(s.form(k))
		case s.is(k, that) && k > 0 && (s.is(k-1, preposition) || k == i+1):
			return backward("that")
		case s.form(k) == "then" && k > 0:
			return backward("then")
		}
	}
	return ""
}

// subjectPointsBack says why the word j, after an introductory phrase from
// word i on, has nothing to stand for.
func (s *statement) subjectPointsBack(i, j int) string {
	switch {
	case s.is(j, he):
		for k := i + 1; k < j; k++ {
			if s.toks[k].upper {
				return ""
			}
		}
		return backward(s.form(j))
	case s.is(j, pointer) && !s.is(j+1, clock):
		return backward(s.form(j))
	}
	return ""
}

// reference prices or refuses words further on that lean on an earlier
// sentence.
func (s *statement) reference() (int, string) {
	price := fine
	named := false
	for i := range s.toks {
		w := s.form(i)
		switch {
		case i < 3 && w == "then" && s.is(i-1, preposition):
			return 0, backward(w)
		case w == "there" && i > 0 && !s.is(i-1, function) && !s.comma(i):
			price = min(price, 800)
		case s.is(i, he|they) && s.is(i+1, saying) && !named && !s.quoted[i]:
			price = min(price, 500) // somebody said it
		case (w == "also" || w == "meanwhile" || w == "instead") && i > 0 && i < 6:
			price = min(price, 950)
		}
		named = named || i > 0 && s.toks[i].upper && !s.is(i, function)
	}
	if n := strings.Index(s.text, ": "); n > 0 && n < 30 && s.label() {
		price = price * 750 / fine
	}
	return price, ""
}

// label reports whether the sentence opens with up to three words in capitals
// and a colon: a heading that was set in the same line.
func (s *statement) label() bool {
	for i := 1; i <= 3 && i < len(s.toks); i++ {
		if strings.HasPrefix(s.gap(i), ":") {
			return true
		}
		if !s.toks[i].upper && !s.is(i, function) {
			return false
		}
	}
	return false
}
