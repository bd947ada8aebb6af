package clean

import "strings"

// mailHeads finds the heads of mails inside a text: two header fields or more
// in lines under each other, and the lines that announce a mail.
func (m *messages) mailHeads() bool {
	found := false
	for i := 0; i < len(m.lines); {
		n, telling := 0, false
		for i+n < len(m.lines) && m.reasons[i+n] == "" {
			field := mailField(m.lines[i+n])
			if field == "" || n > 0 && m.starts[i+n] {
				break
			}
			telling = telling || field != "to" && field != "cc"
			n++
		}
		if n < 2 || !telling {
			n = 0
		}
		for k := range n {
			m.reasons[i+k] = "mail header"
		}
		if n == 0 && m.announces(i) {
			n = 1
		}
		found = found || n > 0
		i += max(n, 1)
	}
	return found
}

// mailField returns the field of a mail header that s is, in lower case and in
// English, as mail programs print it above a quoted mail; "" if it is none.
func mailField(s string) string {
	s = strings.TrimLeft(s, "*_")
	name, _, ok := strings.Cut(s[:min(len(s), 24)], ":")
	if !ok {
		return ""
	}
	switch strings.ToLower(strings.TrimRight(name, "*_ ")) {
	case "from", "von", "de":
		return "from"
	case "sent", "date", "gesendet", "datum", "envoyé":
		return "sent"
	case "subject", "betreff", "objet":
		return "subject"
	case "to", "an", "à":
		return "to"
	case "cc", "bcc", "reply-to", "attachments", "importance":
		return "cc"
	}
	return ""
}

// announces reports whether line i tells that a mail follows, and notes it:
// "-----Original Message-----", "On 4 May at 9:14, Ann Other wrote:".
func (m *messages) announces(i int) bool {
	s := m.lines[i]
	if core := strings.Trim(s, "-_= "); len(core)+6 <= len(s) && len(core) < 40 && strings.Contains(strings.ToLower(core), "message") {
		m.reasons[i] = "head of a message"
		return true
	}
	if len(s) > 160 || !strings.HasSuffix(s, ":") {
		return false
	}
	on := func(s string) bool {
		return (strings.HasPrefix(s, "On ") || strings.HasPrefix(s, "Am ") || strings.HasPrefix(s, "Le ")) &&
			len(s) < 160 && strings.ContainsAny(s, "0123456789")
	}
	switch {
	case !saysWho(s):
		return false
	case on(s):
	case i > 0 && !m.starts[i] && on(m.lines[i-1]):
		m.reasons[i-1] = "head of a message"
	case !strings.Contains(s, "@") || !strings.ContainsAny(s, "<("):
		return false
	}
	m.reasons[i] = "head of a message"
	return true
}

// saysWho reports whether s, which ends in a colon, tells who wrote what
// follows.
func saysWho(s string) bool {
	for _, verb := range [...]string{"wrote:", " schrieb ", "schrieb:", "a écrit :", "a écrit:", "escribió:"} {
		if strings.HasSuffix(s, ":") && strings.Contains(s, verb) {
			return true
		}
	}
	return false
}

// letters takes from each mail the salutation at its head and what stands
// under the closing: names, addresses, what lawyers want said. Running text
// that is none of it stays, as a postscript does. top says that the text
// begins with a mail whose header is gone already.
func (m *messages) letters(top bool) {
	if top {
		m.salutation(0)
	}
	closed := false
	for i := 0; i < len(m.lines); i++ {
		s := m.lines[i]
		switch {
		case m.reasons[i] != "":
			if closed = false; i+1 < len(m.lines) && m.reasons[i+1] == "" {
				m.salutation(i + 1)
			}
		case isClosing(s):
			closed = true
			m.reasons[i] = "closing of a mail"
		case isDisclaimer(s, closed):
			m.dropBlock(i, "disclaimer")
		case !closed:
		case isPostscript(s), m.isText(i):
			closed = false
		default:
			m.reasons[i] = "signature"
		}
	}
}

// salutation takes out line i if it greets somebody.
func (m *messages) salutation(i int) {
	if i >= len(m.lines) || len(m.lines[i]) > 60 {
		return
	}
	s := m.lines[i]
	switch strings.ToLower(s[:firstWord(s)]) {
	case "hi", "hello", "dear", "hallo", "liebe", "lieber", "bonjour", "hey":
		if !endsSentence(s) && strings.Count(s, " ") < 8 {
			m.reasons[i] = "salutation"
		}
	}
}

// isClosing reports whether s is the words before the name under a letter.
func isClosing(s string) bool {
	if len(s) > 40 {
		return false
	}
	switch strings.ToLower(strings.TrimRight(s, " ,.!")) {
	case "regards", "best", "best regards", "kind regards", "warm regards", "with kind regards", "with best regards",
		"best wishes", "all the best", "many thanks", "thanks", "thank you", "with thanks", "thanks and regards",
		"thanks and best regards", "sincerely", "yours sincerely", "sincerely yours", "yours faithfully", "yours truly",
		"yours", "cheers", "respectfully", "cordially", "br", "kr", "mfg", "viele grüße", "mit freundlichen grüßen",
		"cordialement", "saludos", "--":
		return true
	}
	return false
}

func isPostscript(s string) bool {
	return strings.HasPrefix(s, "PS") || strings.HasPrefix(s, "P.S.") || strings.HasPrefix(s, "P.P.S.")
}

// isText reports whether the block that line i begins is running text and not
// a part of a signature: a sentence of some length.
func (m *messages) isText(i int) bool {
	if i > 0 && !m.starts[i] {
		return false
	}
	var v sight
	end := m.blockEnd(i)
	for _, s := range m.lines[i:end] {
		v.look(s)
	}
	return v.words > 8 && v.sentence() && v.function*5 > v.words && v.bars == 0
}

// blockEnd returns the line after the block that holds line i.
func (m *messages) blockEnd(i int) int {
	for i++; i < len(m.lines) && !m.starts[i] && m.reasons[i] == ""; i++ {
	}
	return i
}

// dropBlock takes out line i and the rest of its block.
func (m *messages) dropBlock(i int, reason string) {
	for k := i; k < m.blockEnd(i); k++ {
		m.reasons[k] = reason
	}
}

// isDisclaimer reports whether s speaks of the mail itself and what may be done
// with it. Under a closing less of that is enough.
func isDisclaimer(s string, closed bool) bool {
	lower := strings.ToLower(s)
	n := 0
	for _, w := range [...]string{"this message", "this e-mail", "this email", "attachment", "recipient", "intended for", "confidential",
		"privileged", "in error", "delete it", "notify", "the sender", "before you print", "before printing", "virus", "unauthorised", "unauthorized"} {
		if strings.Contains(lower, w) {
			n++
		}
	}
	return n >= 3 || closed && n > 0
}
