package notice

import (
	"bytes"
	"encoding/base64"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"readahead/brief/profile"
)

// An envelope says who a message is from and to.
type envelope struct {
	from   *mail.Address
	to, cc []*mail.Address
}

// addresses reads the mailboxes of a channel.
func addresses(e *profile.Email) (envelope, *failure) {
	var env envelope
	var f *failure
	read := func(text, what string) *mail.Address {
		a, err := mail.ParseAddress(text)
		if err != nil && f == nil {
			f = permanent("like Desk <desk@example.org>", "%s is no address to send %s", quoted(text), what)
		}
		return a
	}
	env.from = read(e.From, "from")
	for _, text := range e.To {
		env.to = append(env.to, read(text, "to"))
	}
	for _, text := range e.Cc {
		env.cc = append(env.cc, read(text, "to"))
	}
	if f == nil && len(env.to)+len(env.cc) == 0 {
		f = permanent("", "the message is to nobody")
	}
	return env, f
}

// A letter is all that a message is made of.
type letter struct {
	envelope
	id, agent string
	notice    *Notice
	pdf       []byte // nil: not attached
}

// message returns the message as RFC 5322 and MIME (RFC 2045 to 2047, 2231)
// have it, in lines that end with CR LF. All of it but User-Agent is fixed by
// the notice: mail systems drop what has a Message-ID that they know.
func (l *letter) message() []byte {
	n := l.notice
	var b bytes.Buffer
	b.Grow(len(l.pdf)/57*78 + 2*len(n.Mail.Text) + 4096)
	header := func(name, value string) { writeHeader(&b, name, value) }
	_, domain, _ := cutLast(l.from.Address, "@")

	header("Date", n.Published.UTC().Format(time.RFC1123Z))
	header("From", l.from.String())
	header("To", list(l.to))
	header("Cc", list(l.cc))
	header("Message-ID", "<"+l.id+"@"+domain+">")
	header("Subject", encoded(n.Mail.Subject))
	header("Auto-Submitted", "auto-generated") // RFC 3834: not to be answered by machines
	header("X-Auto-Response-Suppress", "All")  // the same for Exchange
	header("User-Agent", l.agent)
	header("MIME-Version", "1.0")
	if l.pdf == nil {
		l.writeText(&b)
		return b.Bytes()
	}
	// Neither quoted-printable nor base64 has "=_", so no part can have the
	// boundary in it (RFC 2045, 6.7).
	boundary := "=_" + l.id
	header("Content-Type", mime.FormatMediaType("multipart/mixed", map[string]string{"boundary": boundary}))
	b.WriteString("\r\n--" + boundary + "\r\n")
	l.writeText(&b)
	b.WriteString("\r\n--" + boundary + "\r\n")
	header("Content-Type", "application/pdf")
	header("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": l.notice.attachment()}))
	header("Content-Transfer-Encoding", "base64")
	b.WriteString("\r\n")
	writeBase64(&b, l.pdf)
	b.WriteString("--" + boundary + "--\r\n")
	return b.Bytes()
}

// writeText writes the part that is read: the marking before all else, what
// changed, where the page is, the briefing.
func (l *letter) writeText(b *bytes.Buffer) {
	writeHeader(b, "Content-Type", "text/plain; charset=utf-8")
	writeHeader(b, "Content-Transfer-Encoding", "quoted-printable")
	b.WriteString("\r\n")
	m := l.notice.Mail
	page := m.Apart
	if l.pdf != nil {
		page = m.Attached
	}
	paragraphs := []string{strings.Join(m.Marking, "\n"), m.Changes, page, m.Reason, m.Text}
	var text strings.Builder
	for _, p := range paragraphs {
		if p != "" {
			text.WriteString(strings.TrimRight(p, "\n") + "\n\n")
		}
	}
	w := quotedprintable.NewWriter(b)
	_, _ = w.Write([]byte(strings.TrimSuffix(text.String(), "\n"))) // into memory
	_ = w.Close()
}

// writeHeader writes a header, if it has a value, folded at its spaces so that
// its lines have at most 76 characters where it has any there (RFC 5322,
// 2.2.3).
func writeHeader(b *bytes.Buffer, name, value string) {
	if value == "" {
		return
	}
	b.WriteString(name + ":")
	width := len(name) + 1
	for i, word := range strings.Split(strings.TrimSpace(strings.Map(visible, value)), " ") {
		if i > 0 && width+1+len(word) > 76 {
			b.WriteString("\r\n")
			width = 0
		}
		b.WriteString(" " + word)
		width += 1 + len(word)
	}
	b.WriteString("\r\n")
}

// visible drops control characters, so that no value ends its line.
func visible(r rune) rune {
	if r < ' ' || r == 0x7F {
		return -1
	}
	return r
}

// list returns mailboxes as a header has them.
func list(mailboxes []*mail.Address) string {
	texts := make([]string, len(mailboxes))
	for i, m := range mailboxes {
		texts[i] = m.String()
	}
	return strings.Join(texts, ", ")
}

// encoded returns a text as a header can have it: as it stands, or in encoded
// words (RFC 2047) if it is not plain ASCII, looks like such words itself, or
// has a word that would make a line too long.
func encoded(text string) string {
	plain := !strings.Contains(text, "=?")
	for word := range strings.SplitSeq(text, " ") {
		plain = plain && len(word) <= 60
	}
	for _, c := range []byte(text) {
		plain = plain && ' ' <= c && c < 0x7F
	}
	if plain {
		return text
	}
	const most = 39 // bytes, of which base64 makes 52: behind "Subject: " the line has 73
	var words []string
	for text != "" {
		head := cut(text, most)
		words = append(words, "=?utf-8?B?"+base64.StdEncoding.EncodeToString([]byte(head))+"?=")
		text = text[len(head):]
	}
	return strings.Join(words, " ")
}

// writeBase64 writes data in lines of 76 characters.
func writeBase64(b *bytes.Buffer, data []byte) {
	var line [76]byte
	for len(data) > 0 {
		n := min(57, len(data))
		end := base64.StdEncoding.EncodedLen(n)
		base64.StdEncoding.Encode(line[:end], data[:n])
		b.Write(line[:end])
		b.WriteString("\r\n")
		data = data[n:]
	}
}

// cutLast cuts s around the last separator.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
