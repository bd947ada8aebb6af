package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ends reports whether the stop at i, of kind k, ends a sentence when f
// follows it after white space. quoted says that a quotation closes between.
func (r *reader) ends(i int, k ending, quoted bool, f follower) bool {
	switch {
	case f.paren && remark(r.s[f.at:]):
		return false
	case isLower(f.first) && !capital(f.word):
		return !quoted && (k == period || k == question) && r.lowerCase(i, f)
	case !isLetter(f.first) && !isNumeral(f.first):
		return k != ellipsis && !(quoted && isDash(f.first)) && r.sign(f)
	}
	switch k {
	case ellipsis:
		return isLetter(f.first) && (f.word != "I" || r.words(i, 4) == 4)
	case question:
		return !quoted || !attributed(r.s[f.at:])
	case exclaim:
		if quoted {
			return !attributed(r.s[f.at:])
		}
		return !isExclaimedName(r.wordBefore(i)) || isStarter(f.word)
	}
	return r.periodEnds(i, f)
}

// sign reports whether a sentence can begin with f, which begins with neither a
// letter nor a number.
func (r *reader) sign(f follower) bool {
	switch c := f.first; c {
	case '#', '@', '*', '©':
		return true
	case '.', '…': // “... and then”
		return f.end > f.at && (c == '…' || strings.HasPrefix(r.s[f.end:], ".."))
	case '-', '–', '—': // a list's, or a dateline's
		p := f.end + utf8.RuneLen(c)
		m := skipSpace(r.s, p)
		return m > p && m < len(r.s) && !isLower(follow(r.s, m).first)
	default:
		return isBullet(c) || c >= utf8.RuneSelf && unicode.IsSymbol(c) && c != utf8.RuneError
	}
}

// periodEnds reports whether the single full stop at i ends a sentence when f
// follows, which begins with a capital, a number or a letter without case.
func (r *reader) periodEnds(i int, f follower) bool {
	w := strings.TrimLeft(r.wordBefore(i), "'’")
	w = w[strings.LastIndexByte(w, '-')+1:]
	first, size := utf8.DecodeRuneInString(w)
	switch {
	case w == "":
		return true
	case isDigit(first):
		return r.numberEnds(i, w, f)
	case size == len(w) && isLetter(first):
		return r.initialEnds(i, first, f)
	case isInitialism(w):
		return r.initialismEnds(i, w, f)
	}
	switch classOf(w) {
	case never:
		return false
	case title:
		return isLower(first) && isStarter(f.word)
	case place:
		return isStarter(f.word)
	case counted:
		return !isNumeral(f.first) && !isRoman(f.word)
	case last:
		return r.clearStart(i, f) || isVerb(nextWord(r.s, f.end))
	}
	return true
}

// numberEnds reports whether the full stop after number w ends a sentence.
func (r *reader) numberEnds(i int, w string, f follower) bool {
	switch {
	case strings.HasPrefix(r.s[i:], ".)") && r.depth == 0 && len(w) < 3:
		return false // the mark of an item inside the sentence
	case isDigit(f.first):
		return len(w) > 3 // "9. 3 billion" is one number, "in 2022. 24 states" are two
	case len(w) <= 2 && isGermanMonth(f.word):
		return false // "am 3. Oktober"
	}
	return !isPart(strings.TrimSpace(r.s[r.start : i-len(w)]))
}

// initialEnds reports whether the full stop after the single letter c ends a
// sentence: seldom, as most are initials, and list marks.
func (r *reader) initialEnds(i int, c rune, f follower) bool {
	if isNumeral(f.first) || c == 'v' {
		return false
	}
	if c == 'I' {
		switch strings.TrimSpace(r.wordBefore(i - 2)) {
		case "and", "or", "than", "as", "nor", "but":
			return true
		}
	}
	return isStarter(f.word) && !isSurname(f.word, r.s[f.end:])
}

// initialismEnds reports whether the full stop after w, the last one of an
// initialism such as "U.S.", ends a sentence.
func (r *reader) initialismEnds(i int, w string, f follower) bool {
	var buf [foldLimit]byte
	switch string(fold(buf[:], w)) {
	case "e.g", "i.e", "a.k.a", "z.b", "d.h", "p.ex", "t.ex", "f.eks":
		return false
	case "a.m", "p.m":
		return !isTimeZone(f.word) && !isDay(f.word) && isLetter(f.first) && !r.opensWithTime(i)
	case "u.s", "u.s.a", "u.k", "u.n", "e.u", "u.a.e", "d.c":
		return r.clearStart(i, f) || r.inCountry(i-len(w), f)
	}
	return r.clearStart(i, f)
}
