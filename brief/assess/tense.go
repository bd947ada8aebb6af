package assess

import "strings"

// A tense is where a verb places what it says, seen from the day of writing.
type tense uint8

const (
	untensed  tense = iota
	inPast          // said, was, has been
	inPresent       // is, is asked
	inFuture        // will, is due to, expects to, closes on Sunday
	inDoubt         // would, could, should: neither
	ongoing         // are meeting: future beside a time to come, else present
)

// tenses writes the tense of each word that carries one to dst, which has the
// sentence's length in words, and returns it. It goes by word forms alone.
func (x *lexicon) tenses(dst []tense, ws []word) []tense {
	for i := 0; i < len(ws); i++ {
		if dst[i] != untensed {
			continue
		}
		t, n := x.tenseAt(ws, i)
		for k := i; k < i+n; k++ {
			dst[k] = t
		}
		if t == untensed || t == inPast && n == 1 {
			continue
		}
		// The verbs of one group ("will be signed") have the tense of its head.
		for k := i + n; k < min(i+n+4, len(ws)) && x.continues(ws[k]); k++ {
			dst[k] = t
		}
	}
	return dst
}

// tenseAt returns the tense that begins at word i and how many words show it.
func (x *lexicon) tenseAt(ws []word, i int) (tense, int) {
	w := ws[i]
	switch {
	case !x.is(w, will|is|was|has|would|plans|opens|past):
	case x.is(w, will):
		return inFuture, 1
	case x.is(w, is):
		return x.present(ws, i)
	case x.is(w, was) && x.to(ws, i+1):
		return inDoubt, 2 // "was to sail" says that it did not, or leaves it open
	case x.is(w, has) && x.waitsFor(ws, i):
		return inFuture, 1
	case x.is(w, was|has):
		return inPast, 1
	case x.is(w, would) && !(w.upper && i > 0):
		return inDoubt, 1
	case x.is(w, plans) && x.to(ws, i+1) && !x.noun(ws, i):
		return inFuture, 2
	case x.is(w, opens) && x.timed(ws, i+1):
		return inFuture, 1
	case x.is(w, past):
		return inPast, 1
	}
	return untensed, 0
}

// waitsFor reports whether what has happened at i is what something waits for:
// "until the members have voted" tells of what is to come.
func (x *lexicon) waitsFor(ws []word, i int) bool {
	if x.text(ws[i]) == "had" {
		return false
	}
	for k := max(0, i-5); k < i; k++ {
		switch x.text(ws[k]) {
		case "before", "until", "till":
			return k == 0 || !x.is(ws[k-1], denies)
		}
	}
	return false
}

// present reads what follows is, are or am.
func (x *lexicon) present(ws []word, i int) (tense, int) {
	j := i + 1
	for j < len(ws) && j <= i+2 && isAdverb(x.text(ws[j])) {
		j++
	}
	switch {
	case j >= len(ws), x.is(ws[j], denies):
	case x.is(ws[j], due) && (x.to(ws, j+1) || x.awaited(ws, j)):
		return inFuture, j - i + 1
	case x.to(ws, j) && j+1 < len(ws) && !x.is(ws[j+1], stop) && !x.aims(ws, i):
		return inFuture, j - i + 1
	case x.to(ws, j) && j+1 < len(ws) && x.text(ws[j+1]) == "be":
		return inFuture, j - i + 2
	case strings.HasSuffix(x.text(ws[j]), "ing") && len(x.text(ws[j])) > 4:
		return ongoing, j - i + 1
	}
	return inPresent, 1
}

// awaited reports whether the word at i says that something is to come at the
// time that follows: "due in May", "scheduled for Friday".
func (x *lexicon) awaited(ws []word, i int) bool {
	switch x.text(ws[i]) {
	case "set", "going":
		return false
	}
	return i+1 < len(ws) && x.is(ws[i+1], before)
}

// aims reports whether what is said to be at i is an aim: "the goal is to cut
// costs" announces nothing.
func (x *lexicon) aims(ws []word, i int) bool {
	for k := max(0, i-9); k < i; k++ {
		switch x.text(ws[k]) {
		case "aim", "goal", "purpose", "task", "idea", "way", "objective", "point", "job", "role", "mission", "challenge", "priority", "trick", "aims", "goals", "answer", "option", "choice", "step":
			return true
		}
	}
	return false
}

// timed reports whether a time follows at i, as it does after the verbs of
// timetables: "closes on Sunday", "begins 3 March".
func (x *lexicon) timed(ws []word, i int) bool {
	for k := i; k < min(i+3, len(ws)); k++ {
		if x.is(ws[k], weekday|month) && ws[k].upper || x.text(ws[k]) == "tomorrow" {
			return true
		}
		if !ws[k].digits && !x.is(ws[k], before|pointer) && x.text(ws[k]) != "the" {
			return false
		}
	}
	return false
}

// noun reports whether the word at i, which could be a verb, follows an
// article or the like: "the plan to".
func (x *lexicon) noun(ws []word, i int) bool {
	if i == 0 {
		return false
	}
	switch prev := ws[i-1]; x.text(prev) {
	case "the", "a", "an", "its", "their", "his", "her", "our", "no", "any", "this", "that", "new", "to":
		return true
	default:
		return prev.owns
	}
}

func (x *lexicon) to(ws []word, i int) bool { return i < len(ws) && x.text(ws[i]) == "to" }

// continues reports whether w goes on with the verb before it: "be", "not",
// "soon", "signed".
func (x *lexicon) continues(w word) bool {
	if x.is(w, denies|due|past) {
		return true
	}
	switch t := x.text(w); t {
	case "be", "been", "being", "also", "then", "soon", "now", "still", "have":
		return true
	default:
		return isAdverb(t)
	}
}

// isPast reports whether the word has the form of a regular verb's past.
func isPast(w string) bool {
	if len(w) < 4 || !strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "eed") {
		return false
	}
	switch w {
	case "hundred", "sacred", "naked", "wicked", "kindred", "hatred", "shed", "sled", "unprecedented", "united", "limited":
		return false
	}
	return true
}

func isAdverb(w string) bool {
	switch w {
	case "also", "still", "now", "currently", "already", "soon", "then", "both", "even", "only", "just", "therefore", "all", "yet":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "ly")
}
