package segment

import "unicode/utf8"

// clauseLimit is how many bytes of what follows a stop are searched for a
// verb.
const clauseLimit = 160

// lowerCase reports whether the stop at i ends a sentence although f, which
// follows it, has no capital. Scraped texts lose capitals ("threats. a fourth
// has come") but also gain full stops ("at the opening. of the talks") and
// use abbreviations that no list knows ("approx. five"). So an ordinary word
// must stand before the stop, a few words before that, and a clause of its own
// after it.
func (r *reader) lowerCase(i int, f follower) bool {
	return r.words(i, 3) == 3 && ordinary(r.wordBefore(i)) && clause(r.s[f.end-len(f.word):])
}

// ordinary reports whether w is a word that is hardly an abbreviation: of
// letters, with a vowel, not all in capitals, not in the list.
func ordinary(w string) bool {
	vowel, n := false, 0
	var c rune
	for _, c = range w {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U':
			vowel = true
		case '’', '\'', '-':
		default:
			if !isLetter(c) {
				return year(w)
			}
			vowel = vowel || c >= utf8.RuneSelf
		}
		n++
	}
	if n < 3 {
		switch w {
		case "it", "us", "so", "up", "on", "me", "be", "do", "go", "is", "in", "we":
			return true
		}
		return false
	}
	return vowel && isLower(c) && classOf(w) == none
}

// year reports whether w is a number of four digits.
func year(w string) bool {
	for i := 0; i < len(w); i++ {
		if !isDigit(rune(w[i])) {
			return false
		}
	}
	return len(w) == 4
}

// clause reports whether s begins with a clause that can stand alone: four
// words or more with a verb in sight, behind a comma where it opens with a
// preposition or a conjunction. A pronoun, an article or an adverb that opens
// sentences does without the verb.
func clause(s string) bool {
	opening := openingOf(wordFrom(s, 0))
	if opening == dependent {
		return false
	}
	article := isArticle(wordFrom(s, 0))
	n, relative, comma, verb := 0, 0, false, false
	for p := 0; p < min(len(s), clauseLimit); {
		w := wordFrom(s, p)
		if w == "" {
			c, size := utf8.DecodeRuneInString(s[p:])
			if c == '.' || c == '!' || c == '?' || c == ';' || c == ':' {
				break
			}
			comma = comma || c == ','
			p += size
			continue
		}
		n++
		p += len(w)
		switch {
		case article && w == "who" && n > 2 && relative == 0: // "a pilot who saw it said": the next verb is not the main one
			relative = n
		case isRelative(w) && opening == other && !verb:
			return false
		}
		verb = verb || n > 1 && n != relative+1 && isVerb(w) && (opening != phrase || comma)
	}
	return n >= 4 && (verb || opening == subject)
}

// An opening is what the first word of a clause tells about it.
type opening uint8

const (
	other     opening = iota // a noun or name, perhaps
	subject                  // begins main clauses
	phrase                   // begins a phrase or clause before the main one
	dependent                // continues what stands before
)

func openingOf(w string) opening {
	switch w {
	case "the", "this", "these", "those", "he", "she", "it", "they", "we", "you", "there", "his", "its", "their", "our",
		"however", "furthermore", "moreover", "meanwhile", "nevertheless", "therefore", "additionally", "also",
		"it's", "it’s", "that's", "that’s", "let's", "let’s", "i'm", "i’m":
		return subject
	case "in", "on", "at", "by", "for", "from", "with", "to", "during", "under", "over", "after", "before", "since",
		"until", "through", "among", "between", "despite", "within", "without", "as", "when", "while", "if", "because",
		"although", "though", "once", "unless", "whether", "according", "like", "unlike", "beyond", "against":
		return phrase
	case "of", "and", "or", "nor", "than", "that", "which", "who", "whose", "whom", "where", "into", "onto", "upon",
		"per", "via", "be", "been", "being", "is", "are", "was", "were", "has", "had", "have", "will", "would", "can",
		"could", "may", "might", "must", "should", "said", "says":
		return dependent
	}
	return other
}

func isArticle(w string) bool { return w == "a" || w == "an" }

func isRelative(w string) bool {
	switch w {
	case "that", "which", "who", "whose", "whom", "where":
		return true
	}
	return false
}
