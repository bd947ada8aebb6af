package selection

import (
	"strings"
	"unicode/utf8"
)

// What page furniture that cleaning took for text looks like.
const (
	mostMenuWords = 2 // capitalised, in one line
	longestName   = 7 // words with capitals in a row
)

// furniture refuses what was not written as a sentence: bylines, menus, rows
// of links, headlines glued to them.
func (s *statement) furniture() (price int, why string) {
	const reason = "looks like page furniture"
	if hasSymbol(s.text) && (strings.ContainsAny(s.text, "|▶►➤★☰©") || s.bullets()) {
		return 0, reason
	}
	menu, row := 0, 0
	for i := range s.toks {
		capital := s.toks[i].upper && !s.quoted[i]
		if capital && menuWord(s.form(i)) {
			menu++
		}
		if capital && i > 0 && strings.TrimSpace(s.gap(i)) == "" {
			row++
		} else {
			row = 0
		}
		if menu > mostMenuWords || row >= longestName || row >= longestName/2 && menu == mostMenuWords {
			return 0, reason
		}
	}
	if s.byline() || s.readingTime() {
		return 0, reason
	}
	return fine, ""
}

// hasSymbol reports whether s may have one of the marks above; most sentences
// have none, and looking for each of them takes time.
func hasSymbol(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '|' || c == '/' {
			return true
		}
	}
	return false
}

// bullets reports whether a bullet or a mark like it stands between words,
// as it does between links and between the parts of a byline.
func (s *statement) bullets() bool {
	for i := 1; i < len(s.toks); i++ {
		gap := s.gap(i)
		for _, mark := range [...]string{"•", " · ", "»", "«", " › ", " / "} {
			if strings.Contains(gap, mark) && !s.guillemets(mark) {
				return true
			}
		}
	}
	return false
}

// guillemets reports whether mark is one that the text uses as a quotation
// mark, in pairs.
func (s *statement) guillemets(mark string) bool {
	return (mark == "»" || mark == "«") && strings.Count(s.text, "»") == strings.Count(s.text, "«")
}

// menuWord reports whether w, with a capital, is what menus and the buttons
// of web pages say.
func menuWord(w string) bool {
	switch w {
	case "home", "news", "sport", "sports", "arts", "culture", "opinion", "podcast", "podcasts", "video", "videos",
		"newsletter", "newsletters", "donate", "subscribe", "login", "log", "sign", "register", "search", "menu",
		"contact", "share", "save", "print", "listen", "follow", "like", "reply", "comments", "claps", "read", "copy",
		"link", "email", "tweet", "bookmark", "jobs", "classifieds", "advertise", "help", "faq", "cookies", "privacy",
		"terms", "imprint", "sitemap", "archive", "weather", "events", "shop", "account", "send", "more", "next",
		"previous", "skip", "back":
		return true
	}
	return false
}

// byline reports whether the text begins or, with no stop at its end, ends
// with who wrote it: "By Ida Lund, 3 May", "reported by Ida Lund".
func (s *statement) byline() bool {
	if s.form(0) == "by" && s.names(1) > 1 {
		j := 1 + s.names(1)
		if j == len(s.toks) || s.is(j, numeral|clock) || s.form(j) == "may" && s.toks[j].upper || strings.ContainsAny(s.gap(j), "/•|") {
			return true
		}
	}
	if !unfinished(s.text) {
		return false
	}
	for i := 1; i < len(s.toks); i++ {
		if s.form(i) == "by" && s.toks[i-1].upper && credit(s.form(i-1)) && s.names(i+1) > 1 &&
			i+1+s.names(i+1) == len(s.toks) {
			return true
		}
	}
	return false
}

// names returns how many words in a row from word i on have capitals.
func (s *statement) names(i int) int {
	n := 0
	for i+n < len(s.toks) && s.toks[i+n].upper && (n == 0 || strings.TrimSpace(s.gap(i+n)) == "") {
		n++
	}
	return n
}

// credit reports whether w with "by" names an author.
func credit(w string) bool {
	switch w {
	case "reported", "written", "posted", "published", "filed", "edited", "text", "words", "photo", "photos", "story",
		"compiled", "photographed", "drawn", "illustration":
		return true
	}
	return false
}

// readingTime reports whether the text says how long it takes to read: "4 min
// read".
func (s *statement) readingTime() bool {
	for i := range s.toks {
		switch w := s.form(i); {
		case w == "read" && s.is(i-2, numeral) && strings.HasPrefix(s.form(i-1), "min"):
			return true
		case w == "reading" && s.form(i+1) == "time" && s.is(i+2, numeral):
			return true
		}
	}
	return false
}

// verbless refuses what has no finite verb, as far as forms tell: captions
// and headlines. The items of a list may do without.
func (s *statement) verbless() (price int, why string) {
	if s.item {
		return fine, ""
	}
	for _, r := range s.roles {
		if r&(auxiliary|verbal) != 0 {
			return fine, ""
		}
	}
	for i := range s.toks {
		if s.acts(i) {
			return fine, ""
		}
	}
	return 0, "has no verb"
}

// acts reports whether word i may be a finite verb by where it stands. Nouns
// and verbs of the present look the same, so that much passes.
func (s *statement) acts(i int) bool {
	w := s.form(i)
	switch {
	case light(w):
		return !s.is(i-1, article|preposition)
	case s.is(i, function|numeral):
		return false
	case i == 0: // an order: "Check the pumps"
		return s.is(1, article|they|he|us|you|preposition|pointer) && !strings.HasSuffix(w, "s")
	case s.toks[i].upper || strings.TrimSpace(s.gap(i)) != "":
		return false
	case past(w), strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
		return !s.is(i-1, article|preposition)
	case s.is(i-1, preposition|article):
		return false
	}
	switch before := s.form(i - 1); before { // what subjects end with, and adverbs
	case "who", "which", "not", "now", "still", "never", "also", "to", "people", "men", "women", "children":
		return true
	default:
		return strings.HasSuffix(before, "s") || strings.HasSuffix(before, "ly") ||
			s.is(i-1, he|they|us|you|pointer|that|counter) ||
			s.is(i+1, function) && !s.is(i-1, function) && s.plural(i)
	}
}

// farBack is how many words are searched for what a later one refers to.
const farBack = 64

// plural reports whether a word before word i may be a plural, whose verb has
// no ending: "Entries for the prize close on".
func (s *statement) plural(i int) bool {
	for j := range min(i, farBack) {
		if w := s.form(j); strings.HasSuffix(w, "s") && !s.is(j, function) || w == "people" || w == "children" {
			return true
		}
	}
	return false
}

// light reports whether w is one of the verbs that carry no topic.
func light(w string) bool {
	switch w {
	case "make", "take", "get", "give", "go", "come", "put", "keep", "let", "want", "need", "use", "uses", "mean", "show",
		"include":
		return true
	}
	return false
}

// past reports whether w is the past of an irregular verb that is not among
// those of [finite], which have few other readings.
func past(w string) bool {
	switch w {
	case "laid", "lay", "rode", "wrote", "ate", "slept", "sat", "hung", "shook", "stole", "tore", "wore", "flew",
		"froze", "forgot", "fought", "swam", "sang", "swung", "dug", "fed", "fled", "bled", "bent", "lent", "dealt",
		"heard", "read", "slid", "stuck", "sprang", "withdrew", "overtook", "undertook", "underwent", "rebuilt", "cost",
		"quit", "burst", "shed", "hurt", "beat", "bit", "blew", "crept", "wept", "lit", "shot", "shone", "sought",
		"swore", "trod", "understood", "upheld", "withheld", "woke", "wove", "bound", "wound", "bade", "bid", "rid",
		"saw", "did", "went", "lose", "let", "drank", "sped", "bred", "clung", "flung", "wrung", "spun", "strove",
		"thrust", "cast", "forecast", "broadcast", "overran", "forbade", "arose", "rose", "forgave", "foresaw":
		return true
	}
	return utf8.RuneCountInString(w) > 4 && strings.HasSuffix(w, "ied")
}
