package selection

import "strings"

// quotation refuses parts of quotations and quotations without their speaker,
// and notes which words are quoted.
func (s *statement) quotation() (price int, why string) {
	if !hasMarks(s.text) {
		return fine, ""
	}
	var open, straight, inside, outside, speakers int
	at := 0
	for i, t := range s.toks {
		open, straight = marks(s.text[at:t.start], open, straight)
		at = int(t.end)
		if open < 0 {
			return 0, "part of a quotation"
		}
		if open > 0 {
			s.quoted[i] = true
			inside++
			continue
		}
		outside++
		if !s.is(i, function) {
			speakers++
		}
	}
	open, _ = marks(s.text[at:], open, straight)
	switch {
	case open != 0:
		return 0, "part of a quotation"
	case inside > 0 && speakers == 0:
		return 0, "a quotation without its speaker"
	case s.quoted[0] && inside > outside:
		return 800, "" // what somebody said is less than what is
	}
	return fine, ""
}

// hasMarks reports whether s has quotation marks. Single ones do not count:
// they may be apostrophes.
func hasMarks(s string) bool {
	if strings.IndexByte(s, '"') >= 0 {
		return true
	}
	for _, q := range [...]string{"“", "”", "„", "«", "»"} {
		if strings.Contains(s, q) {
			return true
		}
	}
	return false
}

// marks returns how many quotations are open after s, and how many straight
// marks there were, which open and close in turn.
func marks(s string, open, straight int) (int, int) {
	for _, r := range s {
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
	}
	return open, straight
}
