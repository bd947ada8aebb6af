package selection

import "strings"

// reference refuses or prices sentences that lean on an earlier one further
// on than their opening.
func (s *statement) reference() (price int, why string) {
	price = fine
	named := false // somebody was
	for i := range s.toks {
		w := s.form(i)
		switch {
		case w == "then" && i > 0 && i < 3 && s.is(i-1, preposition): // "until then"
			return 0, backward(w)
		case i == len(s.toks)-1 && s.is(i, pointer|that) && s.is(i-1, preposition): // "pay for that"
			return 0, backward(w)
		case w == "there" && s.locates(i):
			switch {
			case s.placed(i):
				price = min(price, 900)
			case s.acted(i):
				price = min(price, 500)
			default: // "work there was stopped"
				return 0, backward(w)
			}
		case w == "instead" && i > 0 && s.form(i+1) != "of" && s.clauseEnds(i+1) && !s.contrasts(i):
			if !s.acted(i) { // "Use the north gate instead"
				return 0, backward(w)
			}
			price = min(price, 600)
		case i > 0 && i < 6 && s.is(i, pointer|that) && s.is(i-1, preposition) && s.demonstrates(i):
			price = min(price, 500)
		case s.is(i, he|they) && s.is(i+1, saying) && !named && !s.quoted[i]: // "he said"
			price = min(price, 500)
		case i > 0 && i < 6 && (w == "also" || w == "meanwhile" || w == "instead"):
			price = min(price, 950)
		}
		named = named || i > 0 && s.toks[i].upper && !s.is(i, function)
	}
	return price, ""
}

// locates reports whether the "there" at word i means a place, as in "met
// there", and does not introduce one, as in "but there is".
func (s *statement) locates(i int) bool {
	return i > 0 && !s.comma(i) && (!s.is(i-1, function) || s.is(i-1, preposition|verbal))
}

// placed reports whether a place may be named before word i: a name, a phrase
// like "at the quay", or anything in an earlier clause.
func (s *statement) placed(i int) bool {
	for j := range min(i, farBack) {
		if s.comma(j) || j > 0 && s.toks[j].upper && !s.is(j, function) || j < i-1 && s.is(j, preposition) {
			return true
		}
	}
	return false
}

// acted reports whether a finite verb stands before word i.
func (s *statement) acted(i int) bool {
	for j := range min(i, farBack) {
		if s.is(j, auxiliary) || j > 0 && (s.is(j, verbal) || past(s.form(j))) {
			return true
		}
	}
	return false
}

// clauseEnds reports whether word i, if there is one, begins another clause.
func (s *statement) clauseEnds(i int) bool {
	return i >= len(s.toks) || strings.ContainsAny(s.gap(i), ",;:–—")
}

// contrasts reports whether what an "instead" at word i replaces can stand
// before it: in a clause of its own, or behind a "not".
func (s *statement) contrasts(i int) bool {
	for j := range min(i, farBack) {
		switch w := s.form(j); {
		case w == "not", w == "no", w == "never", w == "cannot", strings.HasSuffix(w, "n't"):
			return true
		case j > 0 && (s.comma(j) || w == "and" || w == "but"):
			return true
		}
	}
	return false
}

// demonstrates reports whether the word at i, behind a preposition, points to
// a thing named before: "of that unit", but not "by this week" or "of those
// who".
func (s *statement) demonstrates(i int) bool {
	switch s.form(i + 1) {
	case "stage", "point", "moment", "rate", "kind", "sort":
		return false
	}
	return s.form(i) != "such" && !s.is(i+1, function|clock) && !s.defined(i)
}
