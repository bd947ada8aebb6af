package selection

// subject refuses sentences that have lost their subject, as the items of a
// list do that go on from the line above: "May be repaid early", "Usually
// isn't insured". Questions and wishes begin with an auxiliary too, but with
// their subject behind it: "Should the pilots refuse, the port closes."
func (s *statement) subject() (price int, why string) {
	i := 0
	if i < len(s.toks)-1 && often(s.form(0)) && !s.comma(1) {
		i = 1
	}
	if !modal(s.form(i)) && (i == 0 || !s.is(i, auxiliary)) {
		return fine, ""
	}
	if i+1 >= len(s.toks) || s.toks[i+1].upper || s.is(i+1, numeral|article|pointer|that|he|they|self|us|you|preposition) {
		return fine, ""
	}
	return 0, "has no subject"
}

// modal reports whether w is an auxiliary that no command begins with.
func modal(w string) bool {
	switch w {
	case "may", "might", "can", "cannot", "can't", "could", "couldn't", "must", "shall", "should", "shouldn't",
		"will", "won't", "would", "wouldn't", "isn't", "aren't", "wasn't", "weren't", "doesn't", "hasn't", "haven't":
		return true
	}
	return false
}

// often reports whether w says how often, and may come before a verb.
func often(w string) bool {
	switch w {
	case "usually", "often", "typically", "generally", "normally", "sometimes", "always", "never", "rarely", "also":
		return true
	}
	return false
}
