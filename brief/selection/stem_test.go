package selection

import (
	"math/rand/v2"
	"testing"

	"github.com/kljensen/snowball/english"
)

func TestStem(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"at", "at"},
		{"patrols", "patrol"},
		{"berries", "berri"},
		{"ties", "tie"},
		{"gas", "gas"},
		{"agreed", "agre"},
		{"hopping", "hop"},
		{"hoping", "hope"},
		{"youths", "youth"},
		{"relational", "relat"},
		{"technology", "technolog"},
		{"technological", "technolog"},
		{"deterrent", "deterr"},
		{"deterrence", "deterr"},
		{"generously", "generous"},
		{"skies", "sky"},
		{"innings", "inning"},
	} {
		if got := string(stem([]byte(tt.in))); got != tt.want {
			t.Errorf("stem(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Made-up words with real endings stem as the reference library has it.
func TestStemAgrees(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[rnd.IntN(len(list))] }
	starts := []string{"", "b", "cl", "dr", "gener", "commun", "arsen", "h", "pl", "st", "y", "w"}
	vowels := []string{"a", "e", "i", "o", "u", "y", "ee", "ou"}
	middles := []string{"", "b", "bb", "ct", "dd", "l", "ll", "nn", "nt", "r", "ss", "t", "tt", "v", "w", "x", "y"}
	endings := []string{
		"", "s", "ed", "ing", "eed", "ies", "ied", "sses", "us", "ational", "tional", "enci", "anci", "abli", "entli",
		"izer", "ization", "ation", "ator", "alism", "aliti", "alli", "fulness", "ousli", "ousness", "iveness", "iviti",
		"biliti", "bli", "ogi", "fulli", "lessli", "li", "ly", "y", "ative", "icate", "iciti", "ical", "ful", "ness",
		"ement", "ment", "ent", "ance", "ence", "er", "ic", "able", "ible", "ant", "ism", "ate", "iti", "ous", "ive",
		"ize", "ion", "sion", "tion", "al", "e", "l", "ll", "ingly", "edly", "eedly",
	}
	for range 50_000 {
		w := pick(starts) + pick(vowels) + pick(middles)
		if rnd.IntN(2) == 0 {
			w += pick(vowels) + pick(middles)
		}
		w += pick(endings)
		if got, want := string(stem([]byte(w))), english.Stem(w, true); got != want {
			t.Fatalf("stem(%q) = %q, the library has %q", w, got, want)
		}
	}
}

func BenchmarkStem(b *testing.B) {
	words := []string{"cooperation", "exercises", "harbour", "strengthening", "ministers", "policies", "crane", "tide"}
	var buf []byte
	n := 0
	for _, w := range words {
		n += len(w)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			buf = append(buf[:0], w...)
			stem(buf)
		}
	}
}
