package selection

import "strings"

// stem returns the stem of an English word in lower-case ASCII letters by
// Porter's second algorithm (M. F. Porter, Snowball, "The English (Porter2)
// stemming algorithm"). It works in place and may return a part of w.
//
// The program has it anew because a briefing's few hundred words are stemmed
// in a fraction of a millisecond here; the tests hold it against
// kljensen/snowball.
func stem(w []byte) []byte {
	if len(w) <= 2 {
		return w
	}
	if s, ok := irregular(w); ok {
		return append(w[:0], s...)
	}
	for i, c := range w {
		if c == 'y' && (i == 0 || vowel(w[i-1])) {
			w[i] = 'Y' // a consonant
		}
	}
	r1, r2 := regions(w)
	w = plural(w)
	if !invariant(w) {
		w = participle(w, r1)
		if n := len(w); n > 2 && (w[n-1] == 'y' || w[n-1] == 'Y') && !vowel(w[n-2]) {
			w[n-1] = 'i'
		}
		w = derived(w, r1)
		w = adjectival(w, r1, r2)
		w = residual(w, r2)
		w = final(w, r1, r2)
	}
	for i, c := range w {
		if c == 'Y' {
			w[i] = 'y'
		}
	}
	return w
}

// irregular returns the stem of a word that the rules would get wrong.
func irregular(w []byte) (string, bool) {
	switch string(w) {
	case "skis":
		return "ski", true
	case "skies":
		return "sky", true
	case "dying":
		return "die", true
	case "lying":
		return "lie", true
	case "tying":
		return "tie", true
	case "idly":
		return "idl", true
	case "gently":
		return "gentl", true
	case "ugly":
		return "ugli", true
	case "early":
		return "earli", true
	case "only":
		return "onli", true
	case "singly":
		return "singl", true
	case "sky", "news", "howe", "atlas", "cosmos", "bias", "andes":
		return string(w), true
	}
	return "", false
}

// invariant reports whether w is finished once its plural s is gone.
func invariant(w []byte) bool {
	switch string(w) {
	case "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed":
		return true
	}
	return false
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// regions returns where R1 and R2 start: after the first consonant that
// follows a vowel, and the same again from there.
func regions(w []byte) (r1, r2 int) {
	r1 = -1
	switch {
	case starts(w, "gener"), starts(w, "arsen"):
		r1 = 5
	case starts(w, "commun"):
		r1 = 6
	}
	if r1 < 0 {
		r1 = region(w, 0)
	}
	return r1, region(w, r1)
}

func region(w []byte, from int) int {
	for i := from + 1; i < len(w); i++ {
		if vowel(w[i-1]) && !vowel(w[i]) {
			return i + 1
		}
	}
	return len(w)
}

func ends(w []byte, suffix string) bool {
	k := len(w) - len(suffix)
	return k >= 0 && w[k] == suffix[0] && w[len(w)-1] == suffix[len(suffix)-1] && string(w[k:]) == suffix
}

func starts(w []byte, prefix string) bool {
	return len(w) >= len(prefix) && string(w[:len(prefix)]) == prefix
}

func hasVowel(w []byte) bool {
	for _, c := range w {
		if vowel(c) {
			return true
		}
	}
	return false
}

// shortSyllable reports whether w ends in a short syllable: a vowel between
// consonants, the last not w, x or Y, or a vowel at the start and a consonant.
func shortSyllable(w []byte) bool {
	n := len(w)
	if n == 2 {
		return vowel(w[0]) && !vowel(w[1])
	}
	if n < 3 || vowel(w[n-1]) || !vowel(w[n-2]) || vowel(w[n-3]) {
		return false
	}
	return w[n-1] != 'w' && w[n-1] != 'x' && w[n-1] != 'Y'
}

// plural is step 1a.
func plural(w []byte) []byte {
	n := len(w)
	switch {
	case ends(w, "sses"):
		return w[:n-2]
	case ends(w, "ied"), ends(w, "ies"):
		if n > 4 {
			return w[:n-2]
		}
		return w[:n-1]
	case ends(w, "us"), ends(w, "ss"):
		return w
	case ends(w, "s") && hasVowel(w[:n-2]):
		return w[:n-1]
	}
	return w
}

// The endings of step 1b, the longer before the shorter.
var participles = []string{"eedly", "ingly", "edly", "eed", "ing", "ed"}

// participle is step 1b.
func participle(w []byte, r1 int) []byte {
	n := len(w)
	if c := w[n-1]; c != 'd' && c != 'g' && c != 'y' {
		return w
	}
	for _, s := range participles {
		if !ends(w, s) {
			continue
		}
		k := n - len(s)
		if s == "eed" || s == "eedly" {
			if k >= r1 {
				return w[:k+2]
			}
			return w
		}
		if !hasVowel(w[:k]) {
			return w
		}
		w = w[:k]
		switch {
		case ends(w, "at"), ends(w, "bl"), ends(w, "iz"):
			return append(w, 'e')
		case doubled(w):
			return w[:k-1]
		case k <= r1 && shortSyllable(w):
			return append(w, 'e')
		}
		return w
	}
	return w
}

func doubled(w []byte) bool {
	n := len(w)
	if n < 2 || w[n-1] != w[n-2] {
		return false
	}
	switch w[n-1] {
	case 'b', 'd', 'f', 'g', 'm', 'n', 'p', 'r', 't':
		return true
	}
	return false
}

// An ending is a suffix with what stands in its place.
type ending struct{ suffix, stem string }

// The endings of steps 2 to 4 by their last letter, the longer before the
// shorter.
var (
	derivedI = []ending{
		{"biliti", "ble"}, {"lessli", "less"}, {"aliti", "al"}, {"entli", "ent"}, {"fulli", "ful"}, {"iviti", "ive"},
		{"ousli", "ous"}, {"anci", "ance"}, {"abli", "able"}, {"alli", "al"}, {"enci", "ence"}, {"bli", "ble"},
	}
	derivedL = []ending{{"ational", "ate"}, {"tional", "tion"}}
	derivedM = []ending{{"alism", "al"}}
	derivedN = []ending{{"ization", "ize"}, {"ation", "ate"}}
	derivedR = []ending{{"ator", "ate"}, {"izer", "ize"}}
	derivedS = []ending{{"fulness", "ful"}, {"iveness", "ive"}, {"ousness", "ous"}}

	adjectivalE = []ending{{"alize", "al"}, {"icate", "ic"}}
	adjectivalI = []ending{{"iciti", "ic"}}
	adjectivalL = []ending{{"ational", "ate"}, {"tional", "tion"}, {"ical", "ic"}, {"ful", ""}}
	adjectivalS = []ending{{"ness", ""}}

	residualC = []ending{{"ic", ""}}
	residualE = []ending{
		{"ance", ""}, {"ence", ""}, {"able", ""}, {"ible", ""}, {"ate", ""}, {"ive", ""}, {"ize", ""},
	}
	residualI = []ending{{"iti", ""}}
	residualL = []ending{{"al", ""}}
	residualM = []ending{{"ism", ""}}
	residualR = []ending{{"er", ""}}
	residualS = []ending{{"ous", ""}}
	residualT = []ending{{"ement", ""}, {"ment", ""}, {"ant", ""}, {"ent", ""}}
)

// change puts the stem of the first of the endings that w has in its place,
// if the ending starts at or after region, and reports whether w has one.
func change(w []byte, endings []ending, region int) ([]byte, bool) {
	for i := range endings {
		e := &endings[i]
		if ends(w, e.suffix) {
			if k := len(w) - len(e.suffix); k >= region {
				return append(w[:k], e.stem...), true
			}
			return w, true
		}
	}
	return w, false
}

// derived is step 2.
func derived(w []byte, r1 int) []byte {
	n := len(w)
	switch w[n-1] {
	case 'i':
		if w, ok := change(w, derivedI, r1); ok {
			return w
		}
		switch {
		case ends(w, "ogi"):
			if n > 3 && w[n-4] == 'l' && n-3 >= r1 {
				return w[:n-1]
			}
		case ends(w, "li"):
			if n > 2 && n-2 >= r1 && strings.IndexByte("cdeghkmnrt", w[n-3]) >= 0 {
				return w[:n-2]
			}
		}
	case 'l':
		w, _ = change(w, derivedL, r1)
	case 'm':
		w, _ = change(w, derivedM, r1)
	case 'n':
		w, _ = change(w, derivedN, r1)
	case 'r':
		w, _ = change(w, derivedR, r1)
	case 's':
		w, _ = change(w, derivedS, r1)
	}
	return w
}

// adjectival is step 3.
func adjectival(w []byte, r1, r2 int) []byte {
	switch w[len(w)-1] {
	case 'e':
		var ok bool
		if w, ok = change(w, adjectivalE, r1); !ok && ends(w, "ative") && len(w)-5 >= max(r1, r2) {
			w = w[:len(w)-5]
		}
	case 'i':
		w, _ = change(w, adjectivalI, r1)
	case 'l':
		w, _ = change(w, adjectivalL, r1)
	case 's':
		w, _ = change(w, adjectivalS, r1)
	}
	return w
}

// residual is step 4.
func residual(w []byte, r2 int) []byte {
	n := len(w)
	switch w[n-1] {
	case 'c':
		w, _ = change(w, residualC, r2)
	case 'e':
		w, _ = change(w, residualE, r2)
	case 'i':
		w, _ = change(w, residualI, r2)
	case 'l':
		w, _ = change(w, residualL, r2)
	case 'm':
		w, _ = change(w, residualM, r2)
	case 'n':
		if ends(w, "ion") && n > 3 && (w[n-4] == 's' || w[n-4] == 't') && n-3 >= r2 {
			return w[:n-3]
		}
	case 'r':
		w, _ = change(w, residualR, r2)
	case 's':
		w, _ = change(w, residualS, r2)
	case 't':
		w, _ = change(w, residualT, r2)
	}
	return w
}

// final is step 5.
func final(w []byte, r1, r2 int) []byte {
	n := len(w) - 1
	switch {
	case n < 0:
	case w[n] == 'e' && (n >= r2 || n >= r1 && !shortSyllable(w[:n])):
		return w[:n]
	case w[n] == 'l' && n >= r2 && n > 0 && w[n-1] == 'l':
		return w[:n]
	}
	return w
}
