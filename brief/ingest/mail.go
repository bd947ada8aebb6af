package ingest

import (
	"mime"
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// mailHeader takes the header of a mail off the top of t: two known header
// fields or more (RFC 5322, section 3.6), one of them From, Date, Sent or
// Subject, in front of everything else. It fills in what they say.
func (r *reader) mailHeader(t doc.Text) doc.Text {
	s := t.String()
	start := len(s) - len(strings.TrimLeft(s, "\r\n\ufeff"))
	var fields []field
	telling := false
	at := start
	for at < len(s) && len(fields) < 200 {
		f, next := readField(t, at)
		if f.name == "" {
			break
		}
		telling = telling || f.name == "from" || f.name == "date" || f.name == "sent" || f.name == "subject"
		fields = append(fields, f)
		at = next
	}
	if len(fields) < 2 || !telling {
		return t
	}
	for _, f := range fields {
		value := collapse(r.mend.spaces(decodeWords(f.value))).TrimSpace()
		switch f.name {
		case "subject":
			r.doc.Title = value
			r.doc.Meta.Title = value.String()
		case "from":
			r.doc.Meta.Author = displayName(value.String())
		case "date", "sent":
			r.doc.Meta.Published = writtenDate(value.String())
		}
	}
	r.drop(t.Slice(start, at), "mail header")
	return t.Slice(at, len(s))
}

// A field is one field of a mail header.
type field struct {
	name  string // in lower case; empty if this is none
	value doc.Text
}

// readField reads the field at position at of t with the lines that continue
// it. next is where the line after it begins.
func readField(t doc.Text, at int) (f field, next int) {
	s := t.String()
	end, next := endOfLine(s, at)
	name, _, ok := strings.Cut(s[at:min(end, at+40)], ":")
	if name = strings.ToLower(name); !ok || !isMailField(name) {
		return field{}, at
	}
	for next < len(s) && (s[next] == ' ' || s[next] == '\t') {
		e, n := endOfLine(s, next)
		if strings.TrimSpace(s[next:e]) == "" {
			break
		}
		end, next = e, n
	}
	return field{name, t.Slice(at+len(name)+1, end).TrimSpace()}, next
}

// endOfLine returns where the line at position at ends and where the next
// begins.
func endOfLine(s string, at int) (end, next int) {
	n := strings.IndexAny(s[at:], "\r\n")
	if n < 0 {
		return len(s), len(s)
	}
	end = at + n
	k, _ := lineEnd(s, end)
	return end, end + k
}

func isMailField(name string) bool {
	switch name {
	case "from", "to", "cc", "bcc", "date", "sent", "subject", "reply-to", "sender", "message-id", "in-reply-to",
		"references", "received", "return-path", "delivered-to", "mime-version", "content-type", "content-language",
		"content-transfer-encoding", "content-disposition", "user-agent", "importance", "priority", "precedence",
		"list-id", "list-unsubscribe", "list-unsubscribe-post", "list-post", "list-help", "list-archive",
		"dkim-signature", "authentication-results", "received-spf", "thread-topic", "thread-index", "auto-submitted",
		"feedback-id", "organization", "keywords", "comments", "resent-from", "resent-date", "resent-to":
		return true
	}
	return strings.HasPrefix(name, "x-") || strings.HasPrefix(name, "arc-")
}

// decodeWords decodes the encoded words of a header field (RFC 2047). The
// decoded value stands for the field's value as a whole.
func decodeWords(t doc.Text) doc.Text {
	if !strings.Contains(t.String(), "=?") {
		return t
	}
	var dec mime.WordDecoder
	s, err := dec.DecodeHeader(t.String())
	if err != nil || s == t.String() || !utf8.ValidString(s) {
		return t
	}
	var b doc.Builder
	b.Replace(s, t)
	return b.Text()
}

// displayName returns the name in an address, "Ada Vale <ada@vale.example>",
// or the address if it has no name.
func displayName(from string) string {
	name, address, ok := strings.Cut(from, "<")
	if name = strings.Trim(name, " \t\""); ok && name == "" {
		name = strings.TrimRight(address, "> ")
	}
	return name
}
