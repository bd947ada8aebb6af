package selection

import (
	"strings"
	"testing"
)

// forms returns the forms of the words of s, those that carry no topic in
// brackets.
func forms(s string, english bool) string {
	l := newLexicon(0)
	var out []string
	for _, t := range l.tokens(nil, s, english) {
		w := l.words[t.word]
		if w.role&function != 0 {
			out = append(out, "("+w.form+")")
		} else {
			out = append(out, w.form)
		}
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		english        bool
	}{
		{"small letters", "The Harbour master", "(the) harbour master", true},
		{"possessive", "the port’s cranes, the ports' quay", "(the) port cranes (the) ports quay", true},
		{"contraction", "they don't", "(they) (don't)", true},
		{"initials", "U.S. and US forces", "u.s (and) u.s forces", true},
		{"pronoun or country", "tell us", "tell (us)", true},
		{"acronym that is a word", "IT staff at WHO", "IT staff (at) WHO", true},
		{"acronym that is none", "LNG is gas", "lng (is) gas", true},
		{"decimals and thousands", "4.7 of 1,204, in 2025.", "4.7 (of) 1,204 (in) 2025", true},
		{"hyphens part", "step-free quay-side", "step free quay side", true},
		{"accents", "Café Müller", "café müller", true},
		{"other language", "Die Brücke ist zu", "die brücke ist zu", false},
		{"characters", "港湾の予算", "港 湾 の 予 算", false},
		{"signs only", "— … *", "", true},
		{"broken encoding", "a\xff\xfeb", "(a) b", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := forms(tt.in, tt.english); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTableGrows(t *testing.T) {
	l := newLexicon(0)
	var s strings.Builder
	for i := range 3000 {
		s.Reset()
		for n := i + 1; n > 0; n /= 26 {
			s.WriteByte('a' + byte(n%26))
		}
		w := s.String() + "k"
		first := l.word(w, true)
		if again := l.word(w, true); again != first || l.words[first].form != w {
			t.Fatalf("word %q has numbers %d and %d", w, first, again)
		}
		if plain := l.word(w, false); plain == first {
			t.Fatalf("%q is one word in two languages", w)
		}
	}
}
