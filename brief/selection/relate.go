package selection

// relate lets terms that no source names stand for those they are formed
// from: traders for trade, cyberattack for cyber. Words of phrases are too
// weak for that.
func (a *analysis) relate() {
	q := &a.query
	var byFirst [256][]int32 // terms with entries by their first byte
	for t, i := range q.at {
		if s := a.lex.stems[t]; i > 0 && len(s) >= shared {
			byFirst[s[0]] = append(byFirst[s[0]], int32(t))
		}
	}
	for t, s := range a.lex.stems {
		if len(s) < shared || q.lookup(int32(t)) != nil {
			continue
		}
		for _, from := range byFirst[s[0]] {
			part := related(a.lex.stems[from], s)
			if part == 0 {
				continue
			}
			for _, h := range q.lookup(from).hits {
				if q.sources[h.source].weight >= titleWeight {
					e := q.entry(int32(t))
					e.hits = append(e.hits, hit{h.source, h.part * part / 1000, false})
				}
			}
		}
	}
}

// shared is how many letters related stems have in common at least.
const shared = 4

// related returns how far stem t stands for stem s, in thousandths: if both
// are formed from the same stem, or t is a compound that begins with s.
func related(s, t string) int {
	n := 0
	for n < len(s) && n < len(t) && s[n] == t[n] {
		n++
	}
	switch {
	case n < shared:
		return 0
	case n == len(s) && n > shared && len(t) > n+3:
		return 700
	case derivation(s[n:]) && derivation(t[n:]):
		return 600
	}
	return 0
}

// derivation reports whether s is what Porter's algorithm leaves of an ending
// that makes a new word of the same topic.
func derivation(s string) bool {
	switch s {
	case "", "e", "er", "or", "r", "ag", "eti", "ti", "ment", "al", "anc", "ion", "iv", "ist":
		return true
	}
	return false
}
