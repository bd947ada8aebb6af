// Package hyphen finds where words may be hyphenated, with Liang's algorithm
// (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", Stanford 1983).
//
// A pattern is a few letters with numbers between them: "hy3ph" speaks for a
// hyphen between y and p wherever these letters meet, "he2n" against one. At
// each place of a word the largest number that any matching pattern has there
// decides; a hyphen is right where it is odd.
//
// Start with [For], which has American and British English built in, or with
// [Parse] for other languages. The patterns in the folder data are those of the
// hyph-utf8 collection, with their copyright notices and licences at the head
// of each file; to renew them, put newer files there and run go generate.
package hyphen

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:generate go run ./bake data en-us en-gb

//go:embed data/en-us.bin
var enUS []byte

//go:embed data/en-gb.bin
var enGB []byte

var (
	american = sync.OnceValue(func() *Patterns { return load("en-us", enUS) })
	british  = sync.OnceValue(func() *Patterns { return load("en-gb", enGB) })
)

// Patterns are what is known of a language's hyphens. They never change and
// may be used by many goroutines at once.
type Patterns struct {
	// Left and Right are the fewest letters before and behind a hyphen.
	Left, Right int

	// Nouns says that the language writes nouns with a capital, so that a
	// capital does not tell a name.
	Nouns bool

	trie trie
}

// For returns the built-in patterns for a language (BCP 47): British for
// English outside of North America, nil for a language without. English of no
// country is American.
func For(lang string) *Patterns {
	language, region, _ := strings.Cut(strings.ToLower(lang), "-")
	if language != "en" {
		return nil
	}
	switch region {
	case "", "us", "ca", "ph", "pr":
		return american()
	}
	return british()
}

// MaxWord is the length in bytes of the longest word that is hyphenated.
const MaxWord = 64

// Points appends the places to dst at which the word may be hyphenated, as
// offsets in bytes of what follows the hyphen. The word consists of letters
// only; anything else in it, and a word beyond [MaxWord], has no such places.
func (p *Patterns) Points(dst []int, word string) []int {
	var buf [MaxWord + 2]byte
	text, ok := lower(buf[:0], word)
	if !ok {
		return dst
	}
	var levels [MaxWord + 3]uint8 // before each byte of text
	for i := range text {
		if utf8.RuneStart(text[i]) {
			p.trie.apply(text[i:], levels[i:])
		}
	}
	letters, behind := 0, utf8.RuneCountInString(word)
	for i := range word {
		if letters >= p.Left && behind >= p.Right && levels[i+1]&1 != 0 {
			dst = append(dst, i)
		}
		letters++
		behind--
	}
	return dst
}

// lower appends the word in small letters between two periods, as patterns
// have it. It returns false for what cannot be looked up byte by byte.
func lower(text []byte, word string) ([]byte, bool) {
	if len(word) > MaxWord || len(word) == 0 {
		return nil, false
	}
	text = append(text, '.')
	for _, r := range word {
		small := unicode.ToLower(r)
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) || utf8.RuneLen(small) != utf8.RuneLen(r) {
			return nil, false
		}
		text = utf8.AppendRune(text, small)
	}
	return append(text, '.'), true
}
