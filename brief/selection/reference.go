package selection

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
		case w == "there" && i > 0 && !s.is(i-1, function) && !s.comma(i): // "met there"
			price = min(price, 800)
		case s.is(i, he|they) && s.is(i+1, saying) && !named && !s.quoted[i]: // "he said"
			price = min(price, 500)
		case i > 0 && i < 6 && (w == "also" || w == "meanwhile" || w == "instead"):
			price = min(price, 950)
		}
		named = named || i > 0 && s.toks[i].upper && !s.is(i, function)
	}
	return price, ""
}
