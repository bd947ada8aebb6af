package clean

import (
	"strings"

	"readahead/brief/doc"
)

// dropMessageHeads takes out of mail threads, chats and transcripts what the
// programs that sent or recorded them wrote: the fields of forwarded mails,
// the lines that say who wrote at what time, marks of quoted text, reactions,
// time marks; and of mails the salutation and what stands under the closing.
// What was said stays, each message apart from the next.
func dropMessageHeads(d doc.Document) doc.Document {
	if d.Format != doc.PlainText {
		return d
	}
	d = unquote(d)
	m := readMessages(d)
	if m == nil {
		return d
	}
	e := startEdit(d)
	k := 0
	for _, block := range d.Blocks {
		b, ok := block.(doc.Lines)
		if !ok {
			e.keep(block)
			continue
		}
		start := 0
		for i, t := range b.Lines {
			reason, cut := m.reasons[k], m.cuts[k]
			k++
			if reason == "" {
				continue
			}
			e.keepLines(b.Lines[start:i])
			start = i + 1
			if cut == 0 {
				e.drop(t, reason)
				continue
			}
			t = t.TrimSpace()
			e.drop(t.Slice(0, cut).TrimSpace(), reason)
			e.keepLines([]doc.Text{t.Slice(cut, t.Len())})
		}
		e.keepLines(b.Lines[start:])
	}
	return e.done()
}

// unquote takes the marks of quoted mail (RFC 3676, section 4.5) off the
// lines that begin with them, in mails or under each other: a lone one elsewhere
// may be an arrow. A line that is only a mark is a blank line.
func unquote(d doc.Document) doc.Document {
	if !anyLine(d, func(s string) bool { return quotedBy(s) > 0 }) {
		return d
	}
	mail := hasMailHeader(d) || anyLine(d, saysWho)
	e := startEdit(d)
	for _, block := range d.Blocks {
		b, ok := block.(doc.Lines)
		if !ok {
			e.keep(block)
			continue
		}
		var lines []doc.Text
		for i, t := range b.Lines {
			n := quotedBy(t.String())
			above := mail || i > 0 && quotedBy(b.Lines[i-1].String()) > 0
			below := i+1 < len(b.Lines) && quotedBy(b.Lines[i+1].String()) > 0
			switch {
			case n == 0 || !above && !below:
				lines = append(lines, t)
			case n < t.Len():
				lines = append(lines, t.Slice(n, t.Len()))
			default:
				e.keepLines(lines)
				lines = nil
			}
		}
		e.keepLines(lines)
	}
	return e.done()
}

// anyLine reports whether f holds for a line of d.
func anyLine(d doc.Document, f func(string) bool) bool {
	for _, block := range d.Blocks {
		if b, ok := block.(doc.Lines); ok {
			for _, t := range b.Lines {
				if f(t.String()) {
					return true
				}
			}
		}
	}
	return false
}

// quotedBy returns the length of the marks of quoted text that s begins with.
func quotedBy(s string) int {
	n := 0
	for n < len(s) && s[n] == '>' {
		if n++; n < len(s) && s[n] == ' ' {
			n++
		}
	}
	if n == 1 && n < len(s) && !isAlpha(s[n]) {
		return 0 // ">5 %", ">="
	}
	return n
}

// messages are the lines of a document and why each of them goes.
type messages struct {
	lines   []string // trimmed
	starts  []bool   // whether a block begins with the line
	reasons []string // "" for lines that stay
	cuts    []int    // bytes of a line that go; 0 for all of it
}

// readMessages finds the lines of d that belong to messages and not to what
// they say; nil if there are none.
func readMessages(d doc.Document) *messages {
	mail := hasMailHeader(d)
	if !mail && !anyLine(d, mayBeHead) {
		return nil
	}
	m := &messages{}
	for _, block := range d.Blocks {
		b, ok := block.(doc.Lines)
		if !ok {
			continue
		}
		for i, t := range b.Lines {
			m.lines = append(m.lines, strings.TrimSpace(t.String()))
			m.starts = append(m.starts, i == 0)
		}
	}
	m.reasons = make([]string, len(m.lines))
	m.cuts = make([]int, len(m.lines))
	found := m.timeMarks()
	found = m.chat() || found
	heads := m.mailHeads()
	if mail || heads {
		found = true
		m.letters(mail)
	}
	if !found {
		return nil
	}
	return m
}

// mayBeHead reports whether the line s may be one of those that readMessages
// looks for: a short one with a time or the name of a field, or one that
// announces a mail.
func mayBeHead(s string) bool {
	const longest = 200 // bytes; a message may stand behind its head
	return strings.IndexByte(s, ':') >= 0 && (hasClock(s[:min(len(s), longest)]) || mailField(s) != "" || strings.HasSuffix(s, ":")) ||
		strings.HasPrefix(s, "--")
}

func hasMailHeader(d doc.Document) bool {
	for _, x := range d.Dropped {
		if x.Reason == "mail header" {
			return true
		}
	}
	return false
}

// timeMarks finds the time marks of transcripts and subtitles: lines that are
// a time alone, in brackets, or two with an arrow between, and the number
// above them.
func (m *messages) timeMarks() bool {
	n := 0
	for i, s := range m.lines {
		if !isTimeMark(s) {
			continue
		}
		m.reasons[i] = "time mark"
		n++
		if strings.Contains(s, "-->") && i > 0 && m.lines[i-1] != "" && strings.Trim(m.lines[i-1], "0123456789") == "" {
			m.reasons[i-1] = "time mark"
		}
	}
	if n > 1 {
		return true
	}
	clear(m.reasons)
	return false
}

// isTimeMark reports whether s is nothing but a time in brackets, "[00:04:31]",
// or a stretch of time, "00:04:31.200 --> 00:04:35.000".
func isTimeMark(s string) bool {
	if len(s) < 6 || len(s) > 40 || strings.IndexByte(s, ':') < 0 {
		return false
	}
	if a, b, ok := strings.Cut(s, " --> "); ok {
		b, _, _ = strings.Cut(b, " ")
		return isTimecode(a) && isTimecode(b)
	}
	last := len(s) - 1
	return (s[0] == '[' && s[last] == ']' || s[0] == '(' && s[last] == ')') && isTimecode(s[1:last])
}

// isTimecode reports whether s is made of the signs of a time, "1:04:31,200".
func isTimecode(s string) bool {
	return strings.IndexByte(s, ':') > 0 && strings.Trim(s, "0123456789:.,") == ""
}
