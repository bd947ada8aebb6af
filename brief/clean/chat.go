package clean

import "strings"

// Of how many heads of messages on a text is a chat. What stands above the
// first of them is no more than a fifth of it: where more does, the messages
// are the comments on it.
const fewestHeads, mostAbove = 3, 5

// chat finds the heads of the messages of a chat, and what its program put
// between the messages: reactions, counts of replies, who came and went.
// Names come again in a chat; in a timetable they don't.
func (m *messages) chat() bool {
	type head struct {
		line, lines, cut int
	}
	var heads []head
	names := make(map[string]bool)
	for i, s := range m.lines {
		if i+1 < len(m.lines) && !m.starts[i+1] && isStamp(m.lines[i+1]) && isSpeaker(s) { // on two lines
			heads = append(heads, head{line: i, lines: 2})
			names[s] = true
		} else if name, cut, ok := chatHead(s); ok {
			heads = append(heads, head{i, 1, cut})
			names[name] = true
		}
	}
	if len(heads) < fewestHeads || len(names) == len(heads) {
		return false
	}
	above, all := 0, 0
	for i, s := range m.lines {
		if i < heads[0].line && leadingStamp(s) == 0 {
			above += len(s)
		}
		all += len(s)
	}
	if above*mostAbove > all {
		return false
	}
	for _, h := range heads {
		for k := range h.lines {
			m.reasons[h.line+k] = "head of a message"
		}
		m.cuts[h.line] = h.cut
	}
	for i, s := range m.lines {
		cut := m.cuts[i]
		_, said, _ := strings.Cut(s[cut:], ": ")
		switch {
		case cut > 0 && isChatNotice(said):
			m.reasons[i], m.cuts[i] = "notice of a chat", 0
		case m.reasons[i] == "" && (isChatNotice(s) || leadingStamp(s) > 0),
			m.reasons[i] == "" && i > 0 && isReaction(m.lines[i-1]) && strings.Trim(s, "0123456789") == "":
			m.reasons[i] = "notice of a chat"
		}
	}
	return true
}

// chatHead reads who wrote and when at the head of a message: a line of its
// own, "Ann Other  9:14 AM", "[09:14] Other, Ann", or with the message behind
// it, "2031-05-04, 09:14 - Ann: …". cut is where the name begins there, 0 if
// all of the line is the head.
func chatHead(s string) (name string, cut int, ok bool) {
	if len(s) < 6 || strings.IndexByte(s, ':') < 0 {
		return "", 0, false
	}
	if n := leadingStamp(s); n > 0 {
		rest := s[n:]
		if who, _, found := strings.Cut(rest, ": "); found && isSpeaker(who) {
			return who, n, true
		}
		return rest, 0, s[0] == '[' && isSpeaker(rest)
	}
	if len(s) > 80 {
		return "", 0, false
	}
	// the name comes first: the stamp is what stands from the first digit on,
	// with the words of a date before it
	i := strings.IndexAny(s, "0123456789[")
	for i > 0 {
		k := strings.LastIndexByte(strings.TrimRight(s[:i], " "), ' ')
		if k < 0 || !isStampWord(strings.Trim(s[k:i], " ,[(")) {
			break
		}
		i = k + 1
	}
	if i < 3 {
		return "", 0, false
	}
	const between = " ,·|–-[(\t"
	name = strings.TrimRight(s[:i], between)
	stamp := strings.TrimLeft(s[len(name):], between)
	return name, 0, stamp != "" && stampLen(stamp) == len(stamp) && isSpeaker(name) && !isStampWord(name)
}

// leadingStamp returns the length of the time that s begins with, with what
// parts it from the name; 0 if there is none.
func leadingStamp(s string) int {
	n := 0
	if s == "" {
		return 0
	}
	if s[0] == '[' || s[0] == '(' {
		end := strings.IndexAny(s, "])")
		if end < 0 || end > 40 || stampLen(s[1:end]) != end-1 {
			return 0
		}
		n = end + 1
	} else if isDigit(s[0]) {
		end := strings.Index(s, " - ")
		if end < 0 || end > 40 || stampLen(s[:end]) != end {
			return 0
		}
		n = end + 3
	}
	for n > 0 && n < len(s) && s[n] == ' ' {
		n++
	}
	return n
}

// stampLen returns how much of s reads like a day and a time; 0 if there is no
// time of day in it.
func stampLen(s string) int {
	clock := false
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], " ,\t])")
		if n < 0 {
			n = len(s) - i
		}
		word := s[i : i+n]
		switch {
		case word == "", isStampWord(word):
		case isDigit(word[0]):
			if len(word) > 11 || strings.Trim(strings.TrimRight(word, "ampstndrhAMPZ"), "0123456789:./-") != "" {
				return i
			}
			clock = clock || strings.IndexByte(word, ':') > 0
		default:
			return i
		}
		i += n + 1
	}
	if !clock {
		return 0
	}
	return len(s)
}

// isStamp reports whether s is a time of day, perhaps with the day, and nothing
// else.
func isStamp(s string) bool {
	return len(s) >= 4 && len(s) <= 40 && strings.IndexByte(s, ':') > 0 && stampLen(s) == len(s)
}

// isStampWord reports whether word may stand in a day and a time.
func isStampWord(word string) bool {
	switch w := strings.ToLower(strings.TrimRight(word, ".")); w {
	case "am", "pm", "a.m", "p.m", "at", "today", "yesterday", "utc", "gmt", "cet", "est", "pst",
		"mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	default:
		return isMonth(w)
	}
}

// isSpeaker reports whether s is the name of one who writes: up to five words
// with capitals, "Other, Ann (Guest)", or a single handle, "@ann_o".
func isSpeaker(s string) bool {
	const longest = 50
	if s == "" || len(s) > longest || endsSentence(s) || strings.ContainsAny(s, ":;!?") {
		return false
	}
	n := 0
	for word := range strings.FieldsSeq(s) {
		n++
		word = strings.Trim(word, "()@,")
		if word == "" || !startsUpper(word) && n > 1 && !isParticle(word) {
			return false
		}
	}
	return n <= 5 && (n > 1 || strings.IndexByte(s, ' ') < 0) && hasWord(s) && !isDigit(s[0])
}

// isParticle reports whether word may stand in a name without a capital.
func isParticle(word string) bool {
	switch word {
	case "van", "von", "de", "der", "den", "da", "di", "dos", "del", "la", "le", "bin", "al", "of", "the", "and":
		return true
	}
	return false
}

// isChatNotice reports whether s was written by the program of a chat:
// reactions, counts, files, who joined.
func isChatNotice(s string) bool {
	if s == "" || len(s) > 120 {
		return false
	}
	lower := strings.ToLower(s)
	switch strings.Trim(lower, "()[]<>. ") {
	case "edited", "new", "pinned", "seen", "delivered", "media omitted", "image omitted", "video omitted", "message deleted":
		return true
	}
	if isReaction(s) {
		return true
	}
	var v sight
	v.look(s)
	switch {
	case v.words == 2 && v.numbers == 1 && !v.sentence() && (isDigit(s[0]) || isLower(s[0])):
		return true // "like 3", "4 replies"
	case isDigit(s[0]) && v.words <= 12 && strings.Contains(lower, " repl") && !v.sentence():
		return true
	case strings.HasPrefix(lower, "this message ") && v.words <= 8:
		return true
	}
	return v.words <= 16 && isComingAndGoing(lower)
}

// isReaction reports whether s is short names between colons, ":wave: 3", or
// signs without any word.
func isReaction(s string) bool {
	names := 0
	for word := range strings.FieldsSeq(s) {
		switch {
		case len(word) > 2 && word[0] == ':' && word[len(word)-1] == ':':
			names++
		case strings.Trim(word, "0123456789") == "":
		default:
			return false
		}
	}
	return names > 0
}

// isComingAndGoing reports whether s, in lower case, says that somebody came,
// went or changed the room: one of the verbs and one of the things.
func isComingAndGoing(s string) bool {
	verb := false
	for _, w := range [...]string{" joined", " left", " added", " removed", " renamed", " pinned", " created", " changed", " set the", " started", " ended", " deleted", " invited"} {
		verb = verb || strings.Contains(s, w)
	}
	if !verb {
		return false
	}
	for _, w := range [...]string{" the group", " the channel", " the chat", " the conversation", " the topic", " this channel", " a message", " the call", " group to ", " #", " group name", "group description", "’s icon", "'s icon"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
