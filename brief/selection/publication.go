package selection

import "strings"

// publication refuses the entries of lists of publications and sentences that
// begin with the reference to one: "Eel Stocks in Cold Lakes (HB-12, May
// 2031).", "(HB-12, May 2031) To count eels, nets were set."
func (s *statement) publication() (price int, why string) {
	text := strings.TrimRight(s.text, ". ")
	if strings.HasPrefix(text, "(") {
		if end := strings.IndexByte(text, ')'); end > 0 && hasYear(text[:end]) && strings.Contains(text[:end], ", ") {
			return 0, "begins with a reference"
		}
	}
	start := strings.LastIndexByte(text, '(')
	if start <= 0 || !strings.HasSuffix(text, ")") || !hasYear(text[start:]) {
		return fine, ""
	}
	capitals, all := 0, 0
	for i := range s.toks {
		if int(s.toks[i].start) >= start {
			break
		}
		if !s.is(i, function) {
			all++
			if s.toks[i].upper {
				capitals++
			}
		}
	}
	if all > 2 && capitals*10 >= all*8 {
		return 0, "the title of a publication"
	}
	return fine, ""
}

// hasYear reports whether four figures of a year from 1900 to 2099 stand in s.
func hasYear(s string) bool {
	digits := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			digits++
			continue
		}
		if y := s[i-digits : i]; digits == 4 && (y[:2] == "19" || y[:2] == "20") {
			return true
		}
		digits = 0
	}
	return false
}

// invitation refuses what sends the readers of the source on to another text:
// "Learn more about …", "See also …", "Find out how …".
func (s *statement) invitation() (price int, why string) {
	const reason = "a notice to its readers"
	switch w, next := s.form(0), s.form(1); w {
	case "learn", "read", "discover", "explore", "see", "find", "hear":
		switch {
		case next == "more", next == "also", w == "find" && next == "out", next == "our", next == "how" && w != "see":
			return 0, reason
		}
	case "get":
		if len(s.toks) <= 5 && !s.specific() {
			return 0, reason
		}
	}
	return fine, ""
}
