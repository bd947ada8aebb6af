// Package notice tells people of a new edition of a briefing: by webhook, by
// e-mail, or by a command.
//
// [Compose] makes a [Notice] when an edition is published; it is plain data
// that can be kept as JSON until everybody was told. [Sender.Send] makes one
// attempt to tell one channel. Whether it is worth another is said by
// [Permanent] and [RetryAfter]; when to make it, and how often, is up to the
// caller. An attempt may reach its receiver and yet fail, for example when the
// connection breaks before the answer. So all attempts have one identifier,
// that of [DeliveryID], by which receivers tell repeats, and are alike but for
// their number and time.
package notice

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// An Edition is what Compose cannot learn from the briefing itself.
type Edition struct {
	Digest    string // of the content: SHA-256 in hexadecimal
	Published time.Time
	PDF       []byte
	PDFFile   string // where the edition's files are kept
	Sidecar   string
	Text      []byte // the briefing as plain text; nil: no e-mail is to be sent
}

// A Notice is what is told of an edition.
type Notice struct {
	Profile   string    `json:"profile"`
	Title     string    `json:"title"`
	Edition   int       `json:"edition"`
	AsOf      string    `json:"as_of"` // like 2031-03-02, or empty
	Published time.Time `json:"published"`
	Digest    string    `json:"digest"`
	Changes   string    `json:"changes"` // since the edition before, or empty
	Items     int       `json:"items"`
	Todo      int       `json:"todo"`
	Sources   int       `json:"sources"`
	Marking   string    `json:"marking"`
	TLP       string    `json:"tlp"` // like AMBER, or empty
	PDF       string    `json:"pdf"` // path
	PDFSize   int64     `json:"pdf_size"`
	PDFSHA256 string    `json:"pdf_sha256"`
	Sidecar   string    `json:"sidecar"` // path
	Mail      *Mail     `json:"mail,omitempty"`
}

// A Mail is what a message about an edition says, in the words of the
// template.
type Mail struct {
	Subject  string   `json:"subject"`
	Marking  []string `json:"marking"` // what stands above all else, a line each
	Changes  string   `json:"changes"`
	Attached string   `json:"attached"` // said if the PDF is attached
	Apart    string   `json:"apart"`    // said if it is too large for that
	Reason   string   `json:"reason"`   // why the message was sent
	Text     string   `json:"text"`     // the briefing
}

// maxText is the most bytes of a briefing's text in a message. A briefing of
// two full pages has some 20 KB.
const maxText = 256 << 10

// Compose says of an edition what there is to tell. Texts are as the page
// prints them: on one line, without control characters.
func Compose(w *layout.Words, b *doc.Brief, e Edition) Notice {
	sum := sha256.Sum256(e.PDF)
	n := Notice{
		Profile: b.Profile, Title: layout.Printable(b.Title), Edition: b.Edition,
		Published: e.Published.UTC().Truncate(time.Second), Digest: e.Digest,
		Changes: layout.Printable(b.Changes), Sources: len(b.Sources),
		Marking: layout.Printable(b.Marking), TLP: b.TLP,
		PDF: e.PDFFile, PDFSize: int64(len(e.PDF)), PDFSHA256: hex.EncodeToString(sum[:]), Sidecar: e.Sidecar,
	}
	if !b.AsOf.IsZero() {
		n.AsOf = b.AsOf.String()
	}
	for i := range b.Sections {
		n.Items += len(b.Sections[i].Items)
		n.Todo += len(b.Sections[i].Tasks)
	}
	if e.Text == nil {
		return n
	}
	n.Mail = &Mail{
		Subject:  w.MailSubjectOf(b),
		Changes:  w.MailChangesOf(b),
		Attached: w.MailAttachedAs(n.attachment()),
		Apart:    w.MailKeptAs(e.PDFFile),
		Reason:   w.MailReason,
		Text:     shortened(string(e.Text)),
	}
	for _, line := range []string{n.Marking, layout.TLPOf(b)} {
		if line != "" {
			n.Mail.Marking = append(n.Mail.Marking, line)
		}
	}
	return n
}

// attachment returns the name that the PDF has in a message. In a header each
// byte may take three, and no line may have more than 998 (RFC 5322, 2.1.1).
func (n *Notice) attachment() string {
	return cut(layout.Printable(n.Profile), 240) + "-" + strconv.Itoa(n.Edition) + ".pdf"
}

// lines makes every line of a text end with a line feed alone, since the
// writer of quoted-printable loses those that follow a lone carriage return.
var lines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// shortened ends a text of more than maxText bytes after its last line that
// fits, and says so.
func shortened(text string) string {
	text = lines.Replace(strings.ToValidUTF8(text, "\uFFFD"))
	if len(text) <= maxText {
		return text
	}
	head := text[:strings.LastIndexByte(text[:maxText], '\n')+1]
	return head + "[…]\n"
}

// DeliveryID returns the identifier of telling a channel of an edition: 39
// letters, digits and underscores, always the same for the same arguments.
func DeliveryID(profile string, edition int, digest, channel string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %d %q %q", profile, edition, digest, channel))
	return "notice_" + hex.EncodeToString(sum[:16])
}
