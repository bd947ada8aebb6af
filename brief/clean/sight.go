package clean

import (
	"strings"
	"unicode/utf8"
)

// A sight is what can be seen of a text without reading it: how long it is,
// what kinds of words it has, how it begins and ends.
type sight struct {
	chars     int // characters
	words     int
	function  int // words of the classes of the lexicon
	furniture int
	reader    int
	speech    int
	date      int
	ending    int
	capitals  int // words with a capital, the first one of a text aside
	digits    int // characters
	numbers   int // words with digits
	stops     int // ends of sentences inside the text
	commas    int
	bars      int // the separators of menus: | » · and the like
	addresses int // web and mail addresses
	money     int // signs of currencies
	foreign   int // letters of scripts whose grammar words are not known
	copyright bool
	start     startKind
	end       endKind
	hash      uint64 // of the words
}

// A startKind says how a text begins.
type startKind uint8

const (
	startsWithSmall startKind = iota
	startsWithCapital
	startsWithDigit
	startsWithQuote
	startsWithSymbol
)

// An endKind says how a text ends.
type endKind uint8

const (
	endsBare endKind = iota
	endsStop
	endsQuestion
	endsCall
	endsColon
	endsEllipsis
	endsComma
	endsBracket
)

// sentence reports whether the text ends like a sentence.
func (v *sight) sentence() bool {
	return v.end == endsStop || v.end == endsQuestion || v.end == endsCall
}

// look takes in s. More than one text adds up.
func (v *sight) look(s string) {
	if v.words == 0 {
		v.start = startOf(s)
	}
	v.end = endOf(s)
	lex := words()
	first := true
	stop := false // a sentence may have ended before the word in hand
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && !isAlnum(c) {
			switch c {
			case ' ':
			case '.', '!', '?':
				stop = !first
				if c == '.' && isDomain(s, i) {
					v.addresses++
				}
			case '@':
				v.addresses++
			case ',':
				v.commas++
			case '|', '<', '>':
				v.bars++
			case '$':
				v.money++
			case ':':
				if strings.HasPrefix(s[i:], "://") {
					v.addresses++
				}
			}
			v.chars++
			i++
			continue
		}
		n := v.word(s[i:], lex, first, stop)
		if n > 0 {
			first, stop = false, false
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		v.symbol(r)
		v.chars++
		i += n
	}
}

// word takes in the word that s begins with and returns its length, or 0 if s
// begins with a symbol outside ASCII.
func (v *sight) word(s string, lex *lexicon, first, stop bool) int {
	hash := uint32(0)
	digits := 0
	i := 0
	for i < len(s) {
		c := s[i]
		switch {
		case isAlpha(c):
		case isDigit(c):
			digits++
		case c == '\'':
			if i+1 == len(s) || !isAlpha(s[i+1]) {
				goto end
			}
		case c < utf8.RuneSelf:
			goto end
		default:
			n, known := letterLen(s[i:])
			if n == 0 {
				goto end
			}
			if !known {
				v.foreign++
			}
			for _, x := range []byte(s[i : i+n-1]) {
				hash = hashByte(hash, x)
			}
			i += n - 1
			v.chars -= n - 1
			c = s[i]
		}
		hash = hashByte(hash, c)
		i++
	}
end:
	if i == 0 {
		return 0
	}
	v.chars += i
	v.words++
	v.hash = v.hash*0x9e3779b97f4a7c15 + uint64(hash)
	v.count(lex.class(hash))
	switch {
	case digits > 0:
		v.digits += digits
		v.numbers++
		if stop {
			v.stops++
		}
	case !isLower(s[0]):
		if !first {
			v.capitals++
		}
		if stop {
			v.stops++
		}
	}
	return i
}

// count adds a word of classes c.
func (v *sight) count(c wordClass) {
	if c == 0 {
		return
	}
	v.function += int(c & functionWord / functionWord)
	v.furniture += int(c & furnitureWord / furnitureWord)
	v.reader += int(c & readerWord / readerWord)
	v.speech += int(c & speechWord / speechWord)
	v.date += int(c & dateWord / dateWord)
	v.ending += int(c & endingWord / endingWord)
}

// letterLen returns the length of the letter outside ASCII that s begins with,
// and whether it belongs to a script that has words in the lexicon. It is 0
// for symbols.
func letterLen(s string) (n int, known bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r < 0xc0:
		return 0, false
	case r < 0x370:
		return n, true
	case r == '’' && len(s) > n && isAlpha(s[n]):
		return n, true
	case isWordRune(r):
		return n, false
	}
	return 0, false
}

// symbol takes in a symbol outside ASCII.
func (v *sight) symbol(r rune) {
	switch r {
	case '»', '›', '·', '•', '→', '►', '▶', '←', '‹', '▸', '▼', '▾', '⟶':
		v.bars++
	case '©':
		v.copyright = true
	case '€', '£', '¥':
		v.money++
	case '。', '！', '？':
		v.stops++
	case '、', '，':
		v.commas++
	}
}

// isDomain reports whether the stop at i of s stands in the name of a domain.
func isDomain(s string, i int) bool {
	return strings.HasSuffix(s[:i], "www") || strings.HasPrefix(s[i:], ".com") || strings.HasPrefix(s[i:], ".org")
}

func startOf(s string) startKind {
	switch {
	case s == "":
		return startsWithSymbol
	case isDigit(s[0]):
		return startsWithDigit
	case startsLower(s):
		return startsWithSmall
	case isWordStart(s):
		return startsWithCapital
	case s[0] == '"', s[0] == '\'', strings.HasPrefix(s, "“"), strings.HasPrefix(s, "‘"), strings.HasPrefix(s, "«"):
		return startsWithQuote
	}
	return startsWithSymbol
}

func endOf(s string) endKind {
	kind := endsBare
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', '。', '।':
			if strings.HasSuffix(s, "..") {
				return endsEllipsis
			}
			return endsStop
		case '?', '？':
			return endsQuestion
		case '!', '！':
			return endsCall
		case '…':
			return endsEllipsis
		case ':', '：':
			return endsColon
		case ',', ';', '，', '、':
			return endsComma
		case '"', '\'', '”', '’', '»', '」', '』':
		case ')', ']':
			kind = endsBracket
		default:
			return kind
		}
		s = s[:len(s)-n]
	}
	return kind
}
