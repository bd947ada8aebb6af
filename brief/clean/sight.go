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
	function  int // words of each class
	furniture int
	reader    int
	writer    int
	speech    int
	date      int
	ending    int
	capitals  int // words with a capital, the first word aside
	shouted   int // words all in capitals, of two letters or more
	digits    int // characters
	numbers   int // words with digits
	stops     int // ends of sentences inside the text
	commas    int
	quotes    int
	bars      int // | » › · • → and the like: the separators of menus
	addresses int // web and mail addresses
	money     int
	copyright bool
	foreign   int // letters of scripts for which there are no function words
	start     startKind
	end       endKind
	hash      uint64 // of the words
}

// A startKind says how a text begins.
type startKind int

const (
	startsSmall startKind = iota
	startsBig
	startsNumber
	startsQuote
	startsSymbol
)

// An endKind says how a text ends.
type endKind int

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

// look takes in s.
func look(s string) sight {
	var v sight
	lex := words()
	hash := uint32(0)
	var big, small, digit, any bool // of the word in hand
	stop := false                   // a sentence may just have ended
	endWord := func() {
		if !any {
			return
		}
		c := lex.class(hash)
		v.words++
		v.hash = v.hash*0x9e3779b97f4a7c15 + uint64(hash)
		if c != 0 {
			v.count(c)
		}
		if big && v.words > 1 {
			v.capitals++
		}
		if big && !small && !digit {
			v.shouted++
		}
		if digit {
			v.numbers++
		}
		hash, big, small, digit, any = 0, false, false, false, false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c&0xc0 != 0x80 {
			v.chars++
		}
		switch {
		case isLower(c):
			hash = hashByte(hash, c)
			small, any = true, true
			stop = false
		case c == ' ':
			endWord()
		case isUpper(c):
			if !any {
				big = true
				if stop {
					v.stops++
				}
			}
			hash = hashByte(hash, c)
			any = true
			stop = false
		case isDigit(c):
			if stop && !any {
				v.stops++
			}
			hash = hashByte(hash, c)
			v.digits++
			digit, any = true, true
			stop = false
		case c >= utf8.RuneSelf:
			n, letter := v.foreignRune(s[i:])
			if letter {
				for _, x := range []byte(s[i : i+n]) {
					hash = hashByte(hash, x)
				}
				if !any && stop {
					v.stops++
				}
				any, small = true, true
				stop = false
			} else if !strings.HasPrefix(s[i:], "’") {
				endWord()
			}
			i += n - 1
		case c == '\'':
			if any {
				hash = hashByte(hash, c)
			}
		default:
			endWord()
			switch c {
			case '.', '!', '?':
				stop = v.words > 0
				if c == '.' && i > 0 && i+1 < len(s) && isAlpha(s[i-1]) && isAlpha(s[i+1]) && (strings.HasPrefix(s[i:], ".com") || strings.HasPrefix(s[i:], ".org") || strings.HasSuffix(s[:i], "www")) {
					v.addresses++
				}
			case ',':
				v.commas++
			case '"':
				v.quotes++
			case '|', '>', '<':
				v.bars++
			case '@':
				v.addresses++
			case '$':
				v.money++
			case ':':
				if strings.HasPrefix(s[i:], "://") {
					v.addresses++
				}
			}
		}
	}
	endWord()
	v.start, v.end = startOf(s), endOf(s)
	return v
}

func (v *sight) count(c wordClass) {
	v.function += int(c & functionWord / functionWord)
	v.furniture += int(c & furnitureWord / furnitureWord)
	v.reader += int(c & readerWord / readerWord)
	v.writer += int(c & writerWord / writerWord)
	v.speech += int(c & speechWord / speechWord)
	v.date += int(c & dateWord / dateWord)
	v.ending += int(c & endingWord / endingWord)
}

// foreignRune takes in the character outside ASCII that s begins with. It
// returns its length and whether it is a letter.
func (v *sight) foreignRune(s string) (int, bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r < 0xc0, 0x2000 <= r && r < 0x2e80:
		switch r {
		case '“', '”', '«':
			v.quotes++
		case '|', '»', '›', '·', '•', '→', '►', '▶', '←', '‹', '▸', '▼', '▾', '⟶':
			v.bars++
		case '©', '®', '™':
			v.copyright = v.copyright || r == '©'
		case '€', '£', '¥':
			v.money++
		}
		return n, false
	case r < 0x370:
		return n, true
	case isWordRune(r):
		v.foreign++
		return n, true
	case r == '。' || r == '！' || r == '？':
		v.stops++
	case r == '、' || r == '，':
		v.commas++
	}
	return n, false
}

func startOf(s string) startKind {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case startsLower(s):
		return startsSmall
	case isWordStart(s) && !isDigit(s[0]):
		return startsBig
	case s != "" && isDigit(s[0]):
		return startsNumber
	case r == '"' || r == '“' || r == '‘' || r == '\'' || r == '«':
		return startsQuote
	}
	return startsSymbol
}

func endOf(s string) endKind {
	bare := endsBare
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
			bare = endsBracket
		default:
			return bare
		}
		s = s[:len(s)-n]
	}
	return bare
}
