package assess

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readahead/brief/doc"
)

// garbled marks the sentences that show the traces of spinning, machine
// translation or a damaged copy: a full stop in the middle of a sentence, a
// scrap of a sentence on its own, quotation marks that do not pair. Odd words
// are not seen; they would take an understanding of the text.
func (r *review) garbled() {
	carried := false
	for lo := 0; lo < len(r.readings); {
		hi := lo + 1
		for hi < len(r.readings) && sameText(r.a.Sentences[lo], r.a.Sentences[hi]) {
			hi++
		}
		carried = r.garbledQuotes(lo, hi, carried && lo > 0 && r.a.Sentences[lo-1].Doc == r.a.Sentences[lo].Doc)
		for i := lo; i < hi; i++ {
			text := r.readings[i].text
			if breaks(text) || collides(text) || misread(text) {
				r.flag(i, doc.Garbled, "broken in source")
			}
			if i > lo && r.scrap(i) {
				r.flag(i-1, doc.Garbled, "broken in source")
				r.flag(i, doc.Garbled, "broken in source")
			}
		}
		lo = hi
	}
}

// sameText reports whether the sentences stand in the same paragraph or item.
func sameText(a, b doc.Sentence) bool {
	return a.Doc == b.Doc && a.Block == b.Block && a.Item == b.Item
}

// scrap reports whether sentence i is a piece of the one before it: it begins
// in lower case, is short and has no verb.
func (r *review) scrap(i int) bool {
	x := r.readings[i]
	if len(x.words) == 0 || len(x.words) > 6 || x.words[0].upper || x.words[0].digits || x.words[0].start > 0 {
		return false
	}
	for _, t := range x.tenses {
		if t != untensed {
			return false
		}
	}
	return strings.HasSuffix(x.text, ".")
}

// breaks reports whether a full stop stands inside the sentence before a word
// in lower case: "at the opening. of the hall".
func breaks(s string) bool {
	if s != "" && 'a' <= s[0] && s[0] <= 'z' {
		return false // its writer does without capitals
	}
	for i := 0; ; {
		k := strings.Index(s[i:], ". ")
		if k < 0 {
			return false
		}
		k += i
		i = k + 2
		if i == len(s) || s[i] < 'a' || s[i] > 'z' || abbreviated(s[:k]) {
			continue
		}
		if next, _, _ := strings.Cut(s[i:], " "); !strings.Contains(strings.TrimRight(next, "."), ".") && next != "p." {
			return true // and the next word is not the name of a site
		}
	}
}

// abbreviated reports whether s, which a full stop follows, ends in something
// that a full stop shortens and does not end: "approx", "a.m", "Inc", "J".
func abbreviated(s string) bool {
	from := strings.LastIndexAny(s, " (“\"—–-/") + 1
	w := s[from:]
	if len(w) < 2 || strings.ContainsAny(w, ".…0123456789") || w[0] < 'a' {
		return true
	}
	switch w {
	case "ago", "it", "us", "him", "her", "up", "out", "so", "too", "now", "one", "two", "six", "ten", "day", "way", "men", "man", "war", "law", "end", "old", "new", "all", "own", "sea", "air", "oil", "gas", "car", "bus":
		return false
	case "approx", "dept", "govt", "incl", "excl", "prof", "resp", "tech", "univ", "corp", "misc", "temp", "assn", "bros", "transl", "illus":
		return true
	}
	return len(w) < 4 || !strings.ContainsAny(w, "aeiouy")
}

// collides reports whether a quotation runs into a new sentence without a stop
// between them, “so” Is this; or a quotation mark clings to words on both of
// its sides.
func collides(s string) bool {
	if strings.Contains(s, "„") { // German, where “ closes
		return false
	}
	for i := 0; ; {
		k := strings.Index(s[i:], "“"[:2]) // what both marks begin with
		if k < 0 || i+k+3 > len(s) {
			return false
		}
		k += i
		i = k + 3
		before, _ := utf8.DecodeLastRuneInString(s[:k])
		after, _ := utf8.DecodeRuneInString(s[i:])
		switch s[k:i] {
		case "“":
			if unicode.IsLetter(before) && (unicode.IsLetter(after) || after == ' ') {
				return true
			}
		case "”":
			if !unicode.IsLetter(before) && !unicode.IsDigit(before) {
				continue
			}
			if unicode.IsLetter(after) {
				return true
			}
			if w, _, ok := strings.Cut(s[min(i+1, len(s)):], " "); ok && after == ' ' && opensClause(w) {
				return true
			}
		}
	}
}

// opensClause reports whether w is a word that is written with a capital only
// where a sentence begins.
func opensClause(w string) bool {
	switch w {
	case "Will", "Is", "Are", "Was", "Were", "Has", "Have", "Had", "Would", "Can", "Could", "Should", "Of", "And", "But", "Or", "To", "In", "For", "With", "The", "A", "An", "It", "He", "She", "They", "We", "This", "That", "Said", "According":
		return true
	}
	return false
}

// garbledQuotes looks at the curly quotation marks of the sentences from lo to
// hi, which make up one paragraph. One that closes what was never opened, or
// opens what stays open, is damage. A quotation that is open at the end of a
// paragraph is not: it may go on in the next, where another mark may open it
// again. carried says that the paragraph before left one open; garbledQuotes
// reports whether this one does.
func (r *review) garbledQuotes(lo, hi int, carried bool) bool {
	const note = "quotation marks do not pair"
	depth, twice := 0, -1
	for i := lo; i < hi; i++ {
		s := r.readings[i].text
		if strings.Contains(s, "„") || strings.Contains(s, `"`) { // German, where “ closes; or marks of two kinds
			return false
		}
		for {
			k := strings.Index(s, "“"[:2]) // what both marks begin with
			if k < 0 {
				break
			}
			if !strings.HasPrefix(s[k:], "“") && !strings.HasPrefix(s[k:], "”") {
				s = s[k+2:]
				continue
			}
			switch {
			case strings.HasPrefix(s[k:], "“"):
				depth++
			case depth > 0 || k == 0 || !isDigit(s[k-1]): // 5’11” is a measure
				depth--
			}
			s = s[k+len("“"):]
			switch {
			case depth < 0 && !carried:
				r.flag(i, doc.Garbled, note)
				depth = 0
			case depth < 0:
				depth = 0
			case depth > 1:
				twice = i
			}
			carried = false
		}
	}
	if twice >= 0 && depth > 0 {
		r.flag(twice, doc.Garbled, note)
	}
	return depth > 0
}
