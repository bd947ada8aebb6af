package assess

import "strings"

// misread reports whether a scanned page was read wrongly where letters and
// figures look alike: a figure among the letters of a word, "va1ue", or a
// letter among the figures of a number, "2OO,OOO", "l926".
func misread(s string) bool {
	for word := range strings.FieldsSeq(s) {
		word = strings.Trim(word, ".,;:!?()[]\"'“”‘’")
		if len(word) >= 3 && misreadNumber(word) || len(word) >= 5 && misreadWord(word) {
			return true
		}
	}
	return false
}

// misreadNumber reports whether w is a number with a letter O, or with an l or
// I, in it or in front of it.
func misreadNumber(w string) bool {
	digits, round, slim := 0, 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case isDigit(c):
			digits++
		case c == 'O':
			round++
		case c == 'l' || c == 'I':
			slim++
		case c == ',' || c == '.':
		default:
			return false
		}
	}
	last := w[len(w)-1]
	switch {
	case digits == 0:
		return false
	case slim > 0: // "40l" are litres
		return digits >= 3 && last != 'l' && last != 'I'
	}
	return round > 0 && (round > 1 || isDigit(last) && digits >= 3)
}

// misreadWord reports whether w is a word in lower case, after its first letter,
// with a single 0, 1 or 5 between letters.
func misreadWord(w string) bool {
	at := -1
	for i := range len(w) {
		switch c := w[i]; {
		case 'a' <= c && c <= 'z', i == 0 && 'A' <= c && c <= 'Z':
		case (c == '0' || c == '1' || c == '5') && at < 0:
			at = i
		default:
			return false
		}
	}
	return at > 1 && at < len(w)-1
}
