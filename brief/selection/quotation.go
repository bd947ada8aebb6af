package selection

import "strings"

// quotation refuses parts of quotations and quotations without their speaker.
// It also notes which words are quoted.
func (s *statement) quotation() (int, string) {
	var open, inside, outside, saidBy int
	quotes := 0
	k := 0
	for i := range s.toks {
		for _, r := range s.text[k:s.toks[i].start] {
			open, quotes = quoteMark(r, open, quotes)
		}
		k = int(s.toks[i].end)
		if open < 0 {
			return 0, "part of a quotation"
		}
		s.quoted[i] = open > 0
		if open > 0 {
			inside++
			continue
		}
		outside++
		if i > 0 && s.toks[i].upper || !s.is(i, function) {
			saidBy++
		}
	}
	for _, r := range s.text[k:] {
		open, quotes = quoteMark(r, open, quotes)
	}
	switch {
	case open != 0:
		return 0, "part of a quotation"
	case inside == 0:
		return fine, ""
	case saidBy == 0:
		return 0, "a quotation without its speaker"
	case strings.IndexAny(s.text, "\"“„«") <= 1 && inside > outside:
		return 800, ""
	}
	return fine, ""
}

// quoteMark returns how many quotations are open after r, and how many
// straight quotation marks there were.
func quoteMark(r rune, open, straight int) (int, int) {
	switch r {
	case '“', '„', '«':
		open++
	case '”', '»':
		open--
	case '"':
		if straight++; straight%2 == 1 {
			open++
		} else {
			open--
		}
	}
	return open, straight
}
