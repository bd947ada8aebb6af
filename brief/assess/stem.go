package assess

import "strings"

// stem takes the endings off an English word in lower case, so that "inspect",
// "inspected" and "inspection" are one. It is lighter than Porter's stemmer
// (M. F. Porter, An algorithm for suffix stripping, 1980): what it returns is
// compared and never shown, and a stem too many does less harm than two words
// in one. Irregular verbs are left to [concept].
func stem(w string) string {
	if len(w) <= 3 {
		return w
	}
	w = singular(w)
	switch {
	case strings.HasSuffix(w, "ing") && long(w, 3):
		w = undouble(w[:len(w)-3])
	case strings.HasSuffix(w, "ed") && long(w, 2):
		w = undouble(w[:len(w)-2])
	case strings.HasSuffix(w, "ation") && len(w) >= 9:
		w = w[:len(w)-3]
	case strings.HasSuffix(w, "ion") && len(w) >= 8:
		w = w[:len(w)-3]
	case strings.HasSuffix(w, "ment") && len(w) >= 8:
		w = w[:len(w)-4]
	case strings.HasSuffix(w, "ness") && len(w) >= 8:
		w = w[:len(w)-4]
	case strings.HasSuffix(w, "ly") && len(w) >= 6:
		w = w[:len(w)-2]
	}
	switch {
	case len(w) > 3 && w[len(w)-1] == 'e':
		w = w[:len(w)-1]
	case len(w) > 3 && w[len(w)-1] == 'y':
		w = w[:len(w)-1] + "i"
	}
	return w
}

// singular takes off the ending of a plural or of a third person.
func singular(w string) string {
	n := len(w)
	switch {
	case w[n-1] != 's' || w == "news" || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-2] // as if of "-i", which "-y" becomes too
	case strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes"):
		return w[:n-2]
	}
	return w[:n-1]
}

// long reports whether at least three letters, a vowel among them, are left
// of w without its last n.
func long(w string, n int) bool {
	w = w[:len(w)-n]
	return len(w) >= 3 && strings.ContainsAny(w, "aeiouy")
}

// undouble makes "stopp" of "stopped" one with "stop".
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// concept returns the term that stands for the stem and its synonyms. Only
// words whose sense hardly depends on what stands around them are in it, and
// verbs whose past tense has no ending.
func concept(s string) string {
	switch s {
	case "doubl", "twic":
		return "twice"
	case "tripl", "threefold":
		return "thrice"
	case "met":
		return "meet"
	case "held":
		return "hold"
	case "paid":
		return "pay"
	case "built", "erect", "construct", "construction":
		return "build"
	case "bought", "purchas":
		return "buy"
	case "sold":
		return "sell"
	case "sent":
		return "send"
	case "spent":
		return "spend"
	case "fell", "fallen", "drop", "declin", "decreas", "shrink", "shrank":
		return "fall"
	case "ris", "rose", "risen", "climb", "grew", "grow", "grown", "increas":
		return "rise"
	case "began", "begun", "begin", "commenc", "launch":
		return "start"
	case "wrote", "written":
		return "writ"
	case "chose", "chosen":
		return "choos"
	case "taught":
		return "teach"
	case "broke", "broken":
		return "break"
	case "lost":
		return "los"
	case "won":
		return "win"
	case "led":
		return "lead"
	case "found":
		return "find"
	case "died", "dead", "death":
		return "di"
	case "shut", "clos", "closur":
		return "close"
	case "mend":
		return "repair"
	case "harm":
		return "damag"
	case "pupil":
		return "student"
	case "automobil":
		return "car"
	case "defenc":
		return "defens"
	case "organis", "organisat":
		return "organiz"
	case "cent":
		return "percent"
	}
	return s
}
