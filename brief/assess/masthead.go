package assess

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// masthead returns the name of the publisher as one of the first lines of the
// document gives it, or "". Only a line, or a part of one between separators,
// that is a name throughout and has a word that publishers have in theirs
// counts; so does the sender of a mail.
func (f furniture) masthead() string {
	for _, l := range f.top[:min(len(f.top), 4)] {
		l, _, _ = strings.Cut(l, " <") // an address after the sender's name
		if name, ok := strings.CutPrefix(l, "From: "); ok {
			if name = strings.Trim(name, `"' `); f.isSender(name) {
				return name
			}
		}
		for _, part := range parts(withoutCode(l)) {
			if f.isPublisher(part) {
				return unshout(part)
			}
		}
	}
	if l := f.edge; len(f.top) == 0 && len(l) > 0 && strings.ToUpper(l[0]) == l[0] { // a letterhead
		for _, part := range parts(l[0]) {
			if f.isPublisher(part) {
				return unshout(part)
			}
		}
	}
	return ""
}

// withoutCode returns the line without the number or code that letterheads have
// at their end, "HARBOUR COMPANY  HC 7/31", and the letters before it.
func withoutCode(l string) string {
	fields := strings.Fields(l)
	n := len(fields)
	for n > 0 && strings.ContainsAny(fields[n-1], "0123456789") {
		n--
	}
	if n == len(fields) || n < 3 || len(fields)-n > 2 {
		return l
	}
	if last := fields[n-1]; len(last) <= 3 && strings.ToUpper(last) == last {
		n--
	}
	return strings.Join(fields[:n], " ")
}

// isSender reports whether the name under which a mail was sent is not a
// person's: it has three words or more, or one that publishers have in theirs.
func (f furniture) isSender(name string) bool {
	if len(name) > 80 || strings.ContainsAny(name, "@<>0123456789") {
		return false
	}
	words := strings.Fields(name)
	for _, w := range words {
		if publishes(strings.ToLower(strings.Trim(w, ",.'’"))) {
			return true
		}
	}
	return len(words) >= 3
}

// parts cuts a line at the separators that menus and mastheads use.
func parts(line string) []string {
	fields := strings.FieldsFunc(line, func(r rune) bool {
		return strings.ContainsRune("|/•·—–»›:\t", r)
	})
	for i, s := range fields {
		fields[i] = strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != ')' })
	}
	return fields
}

// isPublisher reports whether s is the name of a paper, an agency or a public
// body, two to seven words long.
func (f furniture) isPublisher(s string) bool {
	var room [10]word
	if len(s) > 80 || strings.ContainsAny(s, "0123456789.;!?@<>[]{}\"“”") || !officeOf(s) {
		return false
	}
	ws := f.split(room[:0], s)
	if len(ws) < 2 || len(ws) > 7 {
		return false
	}
	named := false
	for i, w := range ws {
		switch t := f.text(w); t {
		case "of", "the", "for", "and":
			if i == 0 && !w.upper {
				return false
			}
		case "room", "release", "releases", "information", "contact", "contacts", "freedom", "sign", "subscribe", "read", "more", "latest", "archive", "archives":
			return false // a part of a site, not its owner
		default:
			if !w.upper {
				return false
			}
			named = named || publishes(t)
		}
	}
	return named
}

// officeOf reports whether s has no comma, or one between a house and a part of
// it: "Vesterby University, Office of Records".
func officeOf(s string) bool {
	house, office, ok := strings.Cut(s, ", ")
	return !ok && !strings.Contains(s, ",") ||
		ok && !strings.Contains(office, ",") && len(strings.Fields(house)) > 1 && strings.Contains(office, " of ")
}

// publishes reports whether the word is one that the names of papers, agencies
// and public bodies are made with.
func publishes(w string) bool {
	switch w {
	case "times", "post", "herald", "observer", "wire", "telegraph", "journal", "gazette", "digest", "tribune", "chronicle", "courier", "dispatch", "examiner", "guardian", "mail", "mirror", "monitor", "register", "sentinel", "standard", "star", "argus", "bulletin", "echo", "press", "review", "record", "daily", "weekly", "quarterly", "magazine", "newsletter", "broadcasting", "agency",
		"ministry", "department", "council", "commission", "authority", "institute", "university", "district", "bureau", "parliament", "senate", "association", "foundation", "federation", "society", "committee", "municipality", "inspectorate", "secretariat", "board",
		"reporter", "company", "hospital", "hospitals", "partnership", "administration", "corporation", "union", "college", "laboratory":
		return true
	}
	return false
}

// unshout returns a name that is all in capitals in the usual way of writing:
// "NORTH BAY HERALD" is North Bay Herald. Words that cannot be spoken, and the
// shortest, are taken for abbreviations.
func unshout(s string) string {
	if strings.ToUpper(s) != s {
		return s
	}
	words := strings.Fields(s)
	for i, w := range words {
		lower := strings.ToLower(w)
		switch {
		case i > 0 && (lower == "of" || lower == "the" || lower == "for" || lower == "and" || lower == "in" || lower == "on" || lower == "to" || lower == "at"):
			words[i] = lower
		case len(w) > 2 && strings.ContainsAny(lower, "aeiouyäöüáéíóúåæø"):
			_, n := utf8.DecodeRuneInString(w)
			words[i] = w[:n] + strings.ToLower(w[n:])
		}
	}
	return strings.Join(words, " ")
}
