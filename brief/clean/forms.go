package clean

import "strings"

// A form is a way in which page furniture is worded, whatever it says. Forms
// are bits.
type form uint16

const (
	bracketed form = 1 << iota // all of it in brackets: (fold away)
	pointing                   // leads elsewhere with an arrow: In focus » …
	menuLike                   // short phrases between bars
	byline                     // names who wrote it
	dated                      // a date or a time and hardly more
	credit                     // says who took a picture, or numbers it
	labelled                   // a label of the page and what it points to: Related: …
	invite                     // asks the reader to do something with the page
	hook                       // a short question and a short answer: Too long? Skip to …
	contact                    // a mail address or a telephone number
	legal                      // whose the page is
	counted                    // 12 comments, 3 min
	priced                     // what something costs

	formCount = iota
)

// longestForm is the number of characters up to which a text can have a form.
const longestForm = 200

// formsOf returns the forms of s, of which v is the sight.
func formsOf(s string, v *sight) form {
	if v.words == 0 || v.chars > longestForm {
		return 0
	}
	var f form
	ends := v.sentence()
	if isBracketed(s) {
		f |= bracketed
	}
	if isPointing(s) {
		f |= pointing
	}
	if v.bars > 0 && !ends && v.words < 12*(v.bars+1)/2 {
		f |= menuLike
	}
	if isByline(s, v) {
		f |= byline
	}
	if v.words <= 16 && !ends && (v.date > 0 && v.numbers > 0 || hasClock(s)) {
		f |= dated
	}
	if isCredit(s, v) {
		f |= credit
	}
	if isLabelled(s) && !(ends && v.function*3 > v.words) {
		f |= labelled
	}
	if v.words <= 16 && isWebVerb(s[:firstWord(s)]) && (!ends || v.furniture+v.reader > 1) {
		f |= invite
	}
	if v.words <= 16 && isHook(s) {
		f |= hook
	}
	if v.addresses > 0 && v.words <= 20 || v.digits >= 7 && v.words <= 16 && hasPhone(s) {
		f |= contact
	}
	if v.copyright && v.words < 40 || v.words <= 20 && isLegal(s) {
		f |= legal
	}
	if v.numbers > 0 && v.words <= 8 && !ends && v.furniture > 0 && v.function < 2 {
		f |= counted
	}
	if v.money > 0 && v.words <= 10 && !ends {
		f |= priced
	}
	return f
}

func isBracketed(s string) bool {
	switch s[0] {
	case '(':
		return s[len(s)-1] == ')' && strings.IndexByte(s, ')') == len(s)-1
	case '[':
		return strings.IndexByte(s, ']') > 0 && !endsSentence(s)
	}
	return false
}

// isPointing reports whether s begins or ends with an arrow, or has one
// between a short label and what it leads to.
func isPointing(s string) bool {
	s = strings.Trim(s, " .")
	for _, a := range [...]string{"»", "›", "→", "►", "▶", "▸", "➤", "➜", "⟶", "☞", ">>", "<<", "«", "‹", "←", "↑", "↓", "▼", "▲"} {
		i := strings.Index(s, a)
		if i < 0 || a == "«" && strings.Contains(s, "»") && i > 0 {
			continue
		}
		if i == 0 || i+len(a) == len(s) || i < 40 && s[i-1] == ' ' && s[i+len(a)] == ' ' {
			return true
		}
	}
	return false
}

// isByline reports whether s says who wrote the text: "By Ann Other",
// "Words: Ann Other", "Story and photos by Ann Other".
func isByline(s string, v *sight) bool {
	if v.words > 24 {
		return false
	}
	rest := s
	for range 9 {
		n := firstWord(rest)
		if n == 0 {
			return false
		}
		w := strings.ToLower(rest[:n])
		rest = strings.TrimLeft(rest[n:], " ,")
		if isDigit(w[0]) || isMonth(w) {
			continue
		}
		switch w {
		case "by", "von", "par", "por":
			return isName(rest) || strings.HasPrefix(rest, "the ")
		case "story", "words", "text", "texts", "written", "reported", "reporting", "posted", "published", "filed",
			"photos", "pictures", "author", "editor", "writer", "reporter", "edited", "compiled", "updated", "translated",
			"photographs", "illustrations", "and", "analysis", "opinion", "review", "interview", "column", "report", "on", "last", "issued":
		default:
			return false
		}
		if after, ok := strings.CutPrefix(rest, ":"); ok {
			return isName(strings.TrimLeft(after, " "))
		}
	}
	return false
}

func isMonth(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

// isName reports whether s begins like a name, with a capital and not with
// a small word.
func isName(s string) bool {
	if !startsUpper(s) {
		return false
	}
	switch s[:firstWord(s)] {
	case "The", "A", "An", "This", "In", "It", "We", "No", "All":
		return false
	}
	return true
}

// hasClock reports whether s holds a time of day, "7:45" or "06.55".
func hasClock(s string) bool {
	for i := 1; i+2 < len(s); i++ {
		if s[i] == ':' && isDigit(s[i-1]) && isDigit(s[i+1]) && isDigit(s[i+2]) && (i+3 == len(s) || !isAlnum(s[i+3])) {
			return true
		}
	}
	return false
}

// isCredit reports whether s is the caption or the credit of a picture by its
// wording: "Photo: …", "PHOTO 2 of 5", "… Image: …", "(Ann Other/Agency)".
func isCredit(s string, v *sight) bool {
	if v.words > 40 {
		return false
	}
	lower := strings.ToLower(s)
	for _, w := range [...]string{"photo", "picture", "image", "photographer", "photograph", "illustration", "credit", "courtesy", "graphic", "caption", "source"} {
		for i := 0; ; {
			k := strings.Index(lower[i:], w)
			if k < 0 {
				break
			}
			i += k
			if i > 0 && isWordEnd(lower[:i]) {
				i += len(w)
				continue
			}
			rest := strings.TrimPrefix(lower[i+len(w):], "s")
			bare := strings.TrimLeft(rest, " ")
			switch {
			case strings.HasPrefix(bare, ":"):
				return w != "source" || v.words < 16
			case w == "source":
			case strings.HasPrefix(bare, "by ") && (i == 0 || i < 3 || v.words < 16), w == "courtesy" && (strings.HasPrefix(bare, "of ") || i == 0):
				return true
			case i == 0 && bare != "" && isDigit(bare[0]):
				return true
			}
			i += len(w)
		}
	}
	return strings.Contains(lower, "getty images") || strings.Contains(lower, "shutterstock")
}

// isLabelled reports whether s begins with a label that speaks of the page
// itself, followed by a colon: "More from Schools: …", "Tags: …".
func isLabelled(s string) bool {
	i := strings.IndexByte(s, ':')
	if i < 0 || i > 40 || i+1 == len(s) || s[i+1] != ' ' {
		return false
	}
	var v sight
	v.look(s[:i])
	if v.words > 5 || v.words == 0 || v.commas > 0 || v.stops > 0 {
		return false
	}
	switch strings.ToLower(s[:firstWord(s)]) {
	case "the", "a", "an", "one", "this", "these", "its", "their", "his", "her":
		return false
	}
	return v.furniture > 0 || v.reader > 0 || isPointer(s[:firstWord(s)])
}

// isPointer reports whether w, at the head of a label, leads the reader on.
func isPointer(w string) bool {
	switch strings.ToLower(w) {
	case "also", "don", "don’t", "elsewhere", "further", "listen", "more", "next", "read", "recommended", "related", "see", "watch":
		return true
	}
	return false
}

// isWebVerb reports whether w, at the head of a text, may ask the reader to do
// something with the page.
func isWebVerb(w string) bool {
	switch strings.ToLower(w) {
	case "accept", "add", "advertise", "allow", "answer", "apply", "ask", "become", "bookmark", "browse", "buy",
		"call", "change", "check", "choose", "clap", "click", "close", "comment", "contact", "continue", "copy",
		"discover", "discuss", "donate", "download", "email", "enter", "explore", "find", "flag", "fold", "follow",
		"forward", "get", "gift", "give", "go", "help", "hide", "join", "jump", "keep", "leave", "like", "listen",
		"load", "log", "mail", "manage", "mark", "mute", "order", "pass", "pause", "phone", "pin", "play",
		"post", "press", "print", "rate", "react", "read", "recommend", "refresh", "register", "reject", "reload",
		"remember", "reply", "report", "republish", "request", "return", "reuse", "save", "scroll", "search", "see",
		"send", "share", "show", "sign", "skip", "sort", "start", "stop", "submit", "subscribe", "suggest", "support",
		"switch", "tap", "tell", "text", "thank", "tip", "toggle", "translate", "try", "turn", "tweet", "unfold",
		"unsubscribe", "upgrade", "view", "visit", "vote", "watch", "write", "zoom":
		return true
	}
	return false
}

// isHook reports whether s is a short question with a short answer behind it.
func isHook(s string) bool {
	i := strings.IndexByte(s, '?')
	if i < 4 || i > 45 || i+3 > len(s) || s[i+1] != ' ' || strings.Count(s[:i], " ") > 6 {
		return false
	}
	answer := s[i+2:]
	return strings.Count(answer, " ") < 10 && strings.IndexByte(answer, '?') < 0 && strings.Count(answer, ". ") == 0
}

// hasPhone reports whether s holds a number like one of a telephone: seven
// digits or more with single spaces, dashes or brackets between them.
func hasPhone(s string) bool {
	digits, groups := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isDigit(c):
			if digits == 0 || !isDigit(s[i-1]) {
				groups++
			}
			if digits++; digits >= 7 && groups > 1 {
				return true
			}
		case (c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')') && digits > 0 && i+1 < len(s) && (isDigit(s[i+1]) || c == ')' || s[i+1] == '('):
		default:
			digits, groups = 0, 0
		}
	}
	return false
}

// isLegal reports whether s says whose the page is or how it may be used.
func isLegal(s string) bool {
	lower := strings.ToLower(s)
	for _, w := range [...]string{"all rights reserved", "(c) 19", "(c) 20", "copyright", "terms of use", "terms of service", "privacy policy", "reproduction", "reprint", "trademark", "imprint", "registered in", "registered office", "without permission"} {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return false
}
