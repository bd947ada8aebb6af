package assess

import (
	"strings"

	"readahead/brief/doc"
)

// byForm finds the parts of a to-do table whose header does not name them by
// what the cells look like: one column of commands, one of names and one of
// days or words for days. It reports whether all three are there.
func (r *tableReader) byForm() bool {
	action := r.column(doc.ActionColumn)
	if action < 0 {
		action = r.firstOfWords()
	}
	if action < 0 || !r.most(action, isCommand) {
		return false
	}
	due, owner := r.column(doc.DueColumn), r.column(doc.OwnerColumn)
	for i, p := range r.parts {
		switch {
		case i == action || p != "":
		case due < 0 && r.most(i, isDueWord):
			due = i
		case owner < 0 && !r.numeric(i) && !isPlaceHead(r.Header[i].String()) && r.most(i, isOwnerName):
			owner = i
		}
	}
	if due < 0 || owner < 0 {
		return false
	}
	r.parts[action], r.parts[due], r.parts[owner] = doc.ActionColumn, doc.DueColumn, doc.OwnerColumn
	return true
}

// isCommand reports whether the cell tells somebody to do something: a verb
// that tasks begin with, or the plain form of a word with what the thing done
// begins with after it, "Paint the", "Hand out".
func isCommand(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || strings.HasSuffix(s, "?") {
		return false
	}
	first, second := strings.ToLower(words[0]), strings.ToLower(words[1])
	if imperative(first) {
		return true
	}
	switch {
	case len(first) < 3, strings.Trim(first, "abcdefghijklmnopqrstuvwxyz-") != "",
		strings.HasSuffix(first, "ing"), strings.HasSuffix(first, "ed"), strings.HasSuffix(first, "ion"), strings.HasSuffix(first, "ly"),
		strings.HasSuffix(first, "s") && !strings.HasSuffix(first, "ss"):
		return false
	}
	switch second {
	case "the", "a", "an", "all", "each", "every", "any", "both", "its", "their", "our", "your", "his", "her", "these", "those", "out", "up", "off", "down", "back", "new", "whether", "how", "why", "what", "that":
		return true
	}
	return false
}

// isOwnerName reports whether the cell is short and begins as a name does.
func isOwnerName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || strings.HasSuffix(s, ".") || strings.ContainsAny(s, "0123456789%") {
		return false
	}
	c := words[0][0]
	return 'A' <= c && c <= 'Z' || c >= 0x80
}

// isDueWord reports whether the cell says when in a word or two that is no day.
func isDueWord(s string) bool {
	switch strings.ToLower(strings.Trim(s, " .!")) {
	case "asap", "at once", "now", "soon", "today", "tomorrow", "immediately", "ongoing", "daily", "weekly", "monthly", "next week", "next month", "this week", "this month", "next meeting", "year end", "end of year":
		return true
	}
	return false
}

// isPlaceHead reports whether the header cell names a column whose names are
// not those of people or offices.
func isPlaceHead(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "place", "where", "room", "venue", "location", "site", "topic", "subject", "type", "category", "kind", "priority", "cost", "price", "budget", "area", "region", "town", "city", "country", "material", "tool", "part", "product":
		return true
	}
	return false
}
