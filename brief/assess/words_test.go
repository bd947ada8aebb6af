package assess

import (
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "Three boats left.", "three boats left"},
		{"possessive", "Norway’s ferry and the Smiths' boat", "norway ferry and the smiths boat"},
		{"contraction", "They don’t and we'll", "they don't and we'll"},
		{"hyphen", "a snow-covered pass", "a snow covered pass"},
		{"abbreviation", "U.S. troops at 6 p.m. sharp", "u.s troops at 6 p.m sharp"},
		{"capitals", "the US told us", "the u.s told us"},
		{"number", "5,300 boats, 3.5 knots at 17:45", "5300 boats 3.5 knots at 17:45"},
		{"ordinal", "the 21st ship", "the 21 ship"},
		{"number and letters", "350MW from a B52", "350 mw from a b52"},
		{"other letters", "Ærø’s Käthe sings", "ærø käthe sings"},
		{"decomposed", "Cafe\u0301 noir", "cafe\u0301 noir"},
		{"signs only", "— “…” —", ""},
		{"trailing apostrophe", "rock 'n' roll'", "rock n roll"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x := newLexicon(8)
			var got []string
			for _, w := range x.split(nil, tt.in) {
				got = append(got, x.text(w))
				if w.start >= w.end || w.end > len(tt.in) {
					t.Fatalf("word %q has place %d:%d", x.text(w), w.start, w.end)
				}
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("split(%q) = %q, want %q", tt.in, s, tt.want)
			}
		})
	}
}

func TestLexiconGrows(t *testing.T) {
	x := newLexicon(1)
	var text strings.Builder
	for i := range 5000 {
		text.WriteString(" w")
		for n := i; n > 0; n /= 7 {
			text.WriteByte(byte('a' + n%7))
		}
	}
	first := x.split(nil, text.String())
	again := x.split(nil, text.String())
	for i := range first {
		if first[i].entry != again[i].entry {
			t.Fatalf("word %d is entry %d and then %d", i, first[i].entry, again[i].entry)
		}
	}
}

func TestIsName(t *testing.T) {
	c := corpusOf(t, "2025-01-01", "Harbour dues rose. In Lindby the harbour froze on Monday.")
	got := map[string]bool{}
	for _, r := range c.readings {
		for _, w := range r.words {
			if c.isName(w) {
				got[c.text(w)] = true
			}
		}
	}
	if len(got) != 1 || !got["lindby"] {
		t.Errorf("names: %v, want only lindby", got)
	}
}
