package notice

import (
	"bytes"
	"mime"
	"net/url"
	"strings"

	gomail "github.com/wneessen/go-mail"

	"readahead/brief/profile"
)

// A letter is a message, and who it is from and to, in the forms of SMTP.
type letter struct {
	from    string // like <desk@example.org>
	to      []string
	message []byte // with the PDF, if that is attached
	apart   []byte // without it
}

// maxSubject is the most bytes of a subject, so that a word without end makes
// no line of more than 998 (RFC 5322, 2.1.1).
const maxSubject = 900

// newLetter writes the message about an edition; pdf is nil if it is not to be
// attached. All of it but User-Agent is fixed by the notice: mail systems drop
// what has a Message-ID that they know.
func newLetter(e *profile.Email, n *Notice, id, agent string, pdf []byte) (*letter, *failure) {
	// No part can hold the boundary: the identifier is a hash over the content.
	m := gomail.NewMsg(gomail.WithBoundary(id))
	if err := addressed(m, e); err != nil {
		return nil, permanent("addresses are like Desk <desk@example.org>", "%s", quoted(err.Error()))
	}
	from := m.GetFrom()[0].Address
	domain := from[strings.LastIndexByte(from, '@')+1:]
	m.SetMessageIDWithValue(id + "@" + url.PathEscape(domain)) // in ASCII, which it has to be
	m.SetDateWithValue(n.Published.UTC())
	// "=?" would be read as the beginning of an encoded word (RFC 2047).
	m.Subject(strings.ReplaceAll(cut(n.Mail.Subject, maxSubject), "=?", "= ?"))
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: not to be answered by machines
	m.SetGenHeader("X-Auto-Response-Suppress", "All")  // the same for Exchange
	m.SetGenHeader(gomail.HeaderUserAgent, agent)

	l := &letter{}
	var err error
	if l.from, err = m.GetSender(false); err != nil {
		return nil, permanent("", "%s", quoted(err.Error()))
	}
	if l.to, err = m.GetRecipients(); err != nil {
		return nil, permanent("", "the message is to nobody")
	}
	m.SetBodyString(gomail.TypeTextPlain, n.Mail.body(n.Mail.Apart))
	l.apart = written(m)
	l.message = l.apart
	if pdf != nil {
		m.SetBodyString(gomail.TypeTextPlain, n.Mail.body(n.Mail.Attached))
		m.AttachReadSeeker(n.attachment(), bytes.NewReader(pdf), attached)
		l.message = written(m)
	}
	return l, nil
}

// attached writes the headers of the PDF: the library would write names beyond
// ASCII otherwise than RFC 2231 has it.
func attached(f *gomail.File) {
	f.Header.Set("Content-Type", "application/pdf")
	f.Header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": f.Name}))
}

// written returns a message as it is sent.
func written(m *gomail.Msg) []byte {
	var b bytes.Buffer
	_, _ = m.WriteTo(&b) // into memory
	return b.Bytes()
}

// addressed gives a message the mailboxes of a channel. A header without any
// would be written all the same.
func addressed(m *gomail.Msg, e *profile.Email) error {
	err := m.From(e.From)
	if err == nil && len(e.To) > 0 {
		err = m.To(e.To...)
	}
	if err == nil && len(e.Cc) > 0 {
		err = m.Cc(e.Cc...)
	}
	return err
}

// body returns the part that is read: the marking before all else, what
// changed, where the page is, the briefing.
func (m *Mail) body(page string) string {
	var paragraphs []string
	for _, p := range []string{strings.Join(m.Marking, "\n"), m.Changes, page, m.Reason, m.Text} {
		if p != "" {
			paragraphs = append(paragraphs, strings.TrimRight(p, "\n")+"\n")
		}
	}
	return strings.Join(paragraphs, "\n")
}
