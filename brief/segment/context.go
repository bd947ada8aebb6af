package segment

import (
	"strings"
	"unicode/utf8"
)

// window is how many bytes before a stop are looked at, so that a paragraph of
// nothing but doubtful stops takes linear time too.
const window = 96

// words returns the number of words from the start of the sentence to i, or
// limit if there are more.
func (r *reader) words(i, limit int) int {
	if i-r.start > window {
		return limit
	}
	n, in := 0, false
	for p := r.start; p < i && n < limit; p++ {
		space := r.s[p] == ' ' || r.s[p] == '\n'
		if !space && !in {
			n++
		}
		in = !space
	}
	return n
}

// clearStart reports whether f begins a sentence even after an abbreviation
// that may well stand before a name.
func (r *reader) clearStart(i int, f follower) bool {
	if !isStarter(f.word) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.s[f.end:])
	return (isSpace(c) || c == ',') && !r.headline(i, f)
}

// headline reports whether the text around the stop at i has capitals
// throughout, as titles have: "What the U.S. And Japan Want". They say nothing
// then.
func (r *reader) headline(i int, f follower) bool {
	if !capital(nextWord(r.s, f.end)) {
		return false
	}
	for p := max(r.start, i-window); p < i; {
		q := strings.IndexByte(r.s[p:i], ' ')
		if q < 0 {
			break
		}
		w := r.s[p : p+q]
		if c, _ := utf8.DecodeRuneInString(w); len(w) > 3 && isLower(c) {
			return false
		}
		p += q + 1
	}
	return true
}

// inCountry reports whether the initialism at p ends a phrase such as "in the
// U.S." or "Washington, D.C.", and f after it is the subject of a sentence:
// one capital, in no name that the initialism begins.
func (r *reader) inCountry(p int, f follower) bool {
	phrase := strings.TrimSpace(r.s[max(r.start, p-window):p])
	if the, ok := strings.CutSuffix(phrase, " the"); ok {
		phrase = the
		switch phrase[strings.LastIndexByte(phrase, ' ')+1:] {
		case "in", "In", "across", "Across", "throughout", "Throughout", "within", "outside", "around", "into", "to", "from":
		default:
			return false
		}
	} else if !strings.HasSuffix(phrase, "Washington,") {
		return false
	}
	next := nextWord(r.s, f.end)
	c, _ := utf8.DecodeRuneInString(next)
	return isLower(c) && next != "of" && next != "and" && !isInstitution(f.word)
}

// opensWithTime reports whether the time of day that the stop at i ends is
// still part of the opening of the sentence: "On Monday at 5 a.m. Mr. Tan".
func (r *reader) opensWithTime(i int) bool {
	n := r.words(i, 8)
	return n < 4 || n < 8 && isPreposition(wordFrom(r.s, r.start))
}

// remark reports whether s begins with a reference or the like in round
// brackets, four words at most, after which the sentence goes on: `(Smith 55).`
func remark(s string) bool {
	p := strings.IndexByte(s[:min(len(s), 60)], ')')
	if p < 0 || p+1 >= len(s) || strings.Count(s[:p], " ") > 3 {
		return false
	}
	switch s[p+1] {
	case '.', ',', ';', ':', '?', '!':
		return s[p-1] != '.' && s[p-1] != '?' && s[p-1] != '!'
	case ' ':
		c, _ := utf8.DecodeRuneInString(s[p+2:])
		return isLower(c)
	}
	return false
}

// attributed reports whether s begins with a name that is said to have said
// something: “Will they come?” President Ruiz asked.
func attributed(s string) bool {
	for p, n := 0, 0; n < 4; n++ {
		w := wordFrom(s, p)
		if n > 0 && isSpeechVerb(w) {
			return true
		}
		if !capital(w) || n == 0 && isStarter(w) {
			return false
		}
		p += len(w)
		if strings.HasPrefix(s[p:], ".") {
			p++
		}
		if !strings.HasPrefix(s[p:], " ") {
			return false
		}
		p++
	}
	return false
}
