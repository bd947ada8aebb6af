package notice

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/textproto"
	"os"
	"slices"
	"strings"
	"testing"

	"readahead/brief/profile"
)

func mailTo(server string, to ...string) profile.Channel {
	return profile.Channel{Name: "desk", Email: &profile.Email{Server: server, From: "The Quay <quay@example.org>", To: to}}
}

func withLogin(ch profile.Channel, at profile.Secret) profile.Channel {
	ch.Email.User, ch.Email.Password = "quay", at
	return ch
}

func TestMail(t *testing.T) {
	const far, here = "smtp://mail.example:587", "smtp://127.0.0.1:25"
	plain := "AUTH PLAIN " + base64.StdEncoding.EncodeToString([]byte("\x00quay\x00"+canary))
	for _, tt := range []struct {
		name     string
		server   string
		implicit bool
		offers   []string
		login    bool
		secure   bool
		want     string // the login
	}{
		{"bare", far, false, nil, false, false, ""},
		{"encrypted where offered", far, false, []string{"STARTTLS"}, false, true, ""},
		{"password", far, false, []string{"STARTTLS", "AUTH LOGIN PLAIN"}, true, true, plain},
		{"password for old servers", far, false, []string{"STARTTLS", "AUTH NTLM LOGIN"}, true, true, "AUTH LOGIN quay " + canary},
		{"password that is not sent", far, false, []string{"STARTTLS", "AUTH PLAIN LOGIN SCRAM-SHA-256"}, true, true, "AUTH SCRAM-SHA-256 quay"},
		{"encrypted at once", "smtps://mail.example", true, []string{"AUTH PLAIN"}, true, true, plain},
		{"this machine", here, false, []string{"STARTTLS", "AUTH PLAIN"}, true, false, plain},
		{"this machine by name", "smtp://localhost", false, []string{"AUTH PLAIN"}, true, false, plain},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := newMailbox(t)
			m.offers, m.implicit = tt.offers, tt.implicit
			s := m.sender(t)
			ch := mailTo(tt.server, "a@example.org", "B <b@example.org>")
			ch.Email.Cc = []string{"c@example.org"}
			if tt.login {
				ch = withLogin(ch, keep(t, canary+"\n"))
			}
			if err := s.Send(t.Context(), ch, composed(t), id, 1); err != nil {
				t.Fatal(err)
			}
			got := <-m.got
			if got.secure != tt.secure || got.login != tt.want || got.hello != "[127.0.0.1]" {
				t.Errorf("encrypted %v, login %q, hello %q", got.secure, got.login, got.hello)
			}
			if got.from != "FROM:<quay@example.org>" || !slices.Equal(got.to, []string{"TO:<a@example.org>", "TO:<b@example.org>", "TO:<c@example.org>"}) {
				t.Errorf("from %s to %s", got.from, got.to)
			}
			first, last := got.lines[0], got.lines[len(got.lines)-1]
			if !strings.HasPrefix(first, "EHLO") || last != "QUIT" {
				t.Errorf("it began with %q and ended with %q", first, last)
			}
			if text := read(t, got.message).text; !strings.Contains(text, "\n.The crane") {
				t.Errorf("the text lost a line that begins with a dot:\n%s", text)
			}
		})
	}
}

func TestMailRefused(t *testing.T) {
	for _, tt := range []struct {
		name      string
		change    func(*mailbox)
		login     bool
		attempt   int
		want      string
		permanent bool
		sent      bool // to some
	}{
		{"greeting", func(m *mailbox) { m.greeting = "421 later" }, false, 1, "mail.example refused the connection: 421 later", false, false},
		{"closed", func(m *mailbox) { m.greeting = "554 no mail here" }, false, 1, "554 no mail here", true, false},
		{"without end", func(m *mailbox) { m.greeting = strings.Repeat("2", 2*maxReplies) }, false, 1, "sends without end", false, false},
		{"gibberish", func(m *mailbox) { m.greeting = "* OK IMAP4" }, false, 1, "failed at the connection", false, false},
		{"certificate of another", func(m *mailbox) { m.offers, m.pem = []string{"STARTTLS"}, newMailbox(t).pem }, false, 1, "certificate", false, false},
		{"encryption", func(m *mailbox) { m.offers = []string{"STARTTLS"}; m.replies["STARTTLS"] = "454 no" }, true, 1, "refused the connection: 454 no", false, false},
		{"no encryption", func(m *mailbox) { m.offers = []string{"AUTH PLAIN"} }, true, 1, "does not support STARTTLS", false, false},
		{"no login", func(m *mailbox) { m.offers = []string{"STARTTLS", "AUTH NTLM"} }, true, 1, "not able to detect a supported authentication mechanism", true, false},
		{"wrong password", func(m *mailbox) {
			m.offers = []string{"STARTTLS", "AUTH PLAIN"}
			m.replies["AUTH"] = "535 5.7.8 not " + canary + " or " + base64.StdEncoding.EncodeToString([]byte("\x00quay\x00"+canary))
		}, true, 1, "refused the connection: SMTP AUTH failed: 535 5.7.8 not *** or ***", true, false},
		{"no login at all", func(m *mailbox) { m.offers = []string{"STARTTLS"} }, true, 1, "does not support SMTP AUTH", false, false},
		{"wrong SCRAM proof", func(m *mailbox) { m.offers, m.password = []string{"STARTTLS", "AUTH SCRAM-SHA-256 PLAIN"}, "another" }, true, 1, "SMTP AUTH failed: 535", true, false},
		{"asks on", func(m *mailbox) { m.offers = []string{"STARTTLS", "AUTH PLAIN"}; m.replies["AUTH"] = "334 " }, true, 1, "unexpected server challenge", false, false},
		{"sender", func(m *mailbox) { m.replies["MAIL"] = "550 not you" }, false, 1, "refused the sender <quay@example.org>: 550 not you", true, false},
		{"all", func(m *mailbox) { m.replies["RCPT"] = "550 nobody" }, false, 1, "refused <a@example.org>: 550 nobody", true, false},
		{"all for now", func(m *mailbox) { m.replies["RCPT"] = "450 busy" }, false, 9, "refused <a@example.org>: 450 busy", false, false},
		{"one", func(m *mailbox) { m.replies["RCPT TO:<b@"] = "550 nobody" }, false, 1, "refused <b@example.org>: 550 nobody", true, true},
		{"one for now", func(m *mailbox) { m.replies["RCPT TO:<b@"] = "452 full" }, false, patience, "refused <b@example.org>: 452 full", false, false},
		{"one for long", func(m *mailbox) { m.replies["RCPT TO:<b@"] = "452 full" }, false, patience + 1, "refused <b@example.org>: 452 full", true, true},
		{"data", func(m *mailbox) { m.replies["DATA"] = "451 no room" }, false, 1, "refused the message: 451 no room", false, false},
		{"content", func(m *mailbox) { m.replies["."] = "554 it is\r\n\x1b[2Jspam" }, false, 1, "refused the message: 554 it is", true, true},
		{"broken off", func(m *mailbox) { m.drop = true }, false, 1, "mail.example failed at the message", false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := newMailbox(t)
			tt.change(m)
			s := m.sender(t)
			ch := mailTo("smtp://mail.example:587", "a@example.org", "b@example.org")
			if tt.login {
				ch = withLogin(ch, keep(t, canary))
			}
			failedAs(t, s.Send(t.Context(), ch, composed(t), id, tt.attempt), tt.want, tt.permanent)
			if got := <-m.got; (got.message != nil) != tt.sent {
				t.Errorf("a message of %d bytes was sent", len(got.message))
			}
		})
	}
}

func TestMailCannotBeSent(t *testing.T) {
	n := composed(t)
	without := n
	without.Mail = nil
	gone := n
	gone.PDF = "no/such.pdf"
	other := n
	other.PDFSHA256 = strings.Repeat("0", 64)
	good := mailTo("smtp://127.0.0.1:1", "a@example.org")
	for _, tt := range []struct {
		name      string
		ch        profile.Channel
		n         Notice
		want      string
		permanent bool
	}{
		{"nobody there", good, n, "127.0.0.1 cannot be reached", false},
		{"no message", good, without, "without a message", true},
		{"no PDF", good, gone, "no/such.pdf, which is to be attached, cannot be read", false},
		{"another PDF", good, other, "another file than was published", false},
		{"to nobody", mailTo("smtp://127.0.0.1:1"), n, "to nobody", true},
		{"no address", mailTo("smtp://127.0.0.1:1", "a@b", "the desk\r\nX: y"), n, `failed to parse mail address "the desk\r\nX: y"`, true},
		{"no server", mailTo("https://"+canary, "a@b"), n, "no smtp or smtps address", true},
		{"no password", withLogin(mailTo("smtp://127.0.0.1:1", "a@b"), profile.Secret{File: "no/such"}), n, "password of quay is to be in no/such", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var s Sender
			failedAs(t, s.Send(t.Context(), tt.ch, tt.n, id, 1), tt.want, tt.permanent)
		})
	}
}

// A PDF that is too large for us, or for the server, stays where it is.
func TestMailApart(t *testing.T) {
	b, e := edition(t)
	for _, tt := range []struct {
		name  string
		size  int
		offer string
		apart bool
	}{
		{"small", 1000, "SIZE 9000", false},
		{"larger than the server takes", 10000, "SIZE 9000", true},
		{"no limit", 10000, "SIZE 0", false},
		{"limit not told", 10000, "SIZE", false},
		{"larger than is usual", maxAttachment + 1, "SIZE", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e.PDF = bytes.Repeat([]byte{'%'}, tt.size)
			if err := os.WriteFile(e.PDFFile, e.PDF, 0o600); err != nil {
				t.Fatal(err)
			}
			m := newMailbox(t)
			m.offers = []string{tt.offer}
			if err := m.sender(t).Send(t.Context(), mailTo("smtp://mail.example", "a@example.org"), Compose(&words, &b, e), id, 1); err != nil {
				t.Fatal(err)
			}
			got := read(t, (<-m.got).message)
			if apart := got.pdf == nil; apart != tt.apart || strings.Contains(got.text, "Kept as "+e.PDFFile) != tt.apart {
				t.Errorf("apart is %v, of a message that says\n%s", apart, got.text)
			}
		})
	}
}

func TestMailToForeignAddresses(t *testing.T) {
	ch := mailTo("smtp://mail.example", "émile@exämple.org")
	m := newMailbox(t)
	failedAs(t, m.sender(t).Send(t.Context(), ch, composed(t), id, 1), "beyond ASCII", true)
	<-m.got
	m.offers = []string{"SMTPUTF8"}
	if err := m.sender(t).Send(t.Context(), ch, composed(t), id, 1); err != nil {
		t.Fatal(err)
	}
	if got := <-m.got; got.to[0] != "TO:<émile@exämple.org>" || !strings.HasSuffix(got.from, "SMTPUTF8") {
		t.Errorf("from %s to %s", got.from, got.to)
	}
}

// Who ends the service does not wait for a server that says nothing.
func TestMailEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	m := newMailbox(t)
	m.greeting = "220-mail.example" // and there is more to come
	s := m.sender(t)
	dial := s.Dial
	s.Dial = func(c context.Context, network, address string) (conn net.Conn, err error) {
		conn, err = dial(c, network, address)
		cancel()
		return conn, err
	}
	err := s.Send(ctx, mailTo("smtp://mail.example", "a@example.org"), composed(t), id, 1)
	failedAs(t, err, "telling desk", false)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v does not say that it was ended", err)
	}
}

// A server that answers with the password does not get it into an error, even
// where errors print what has to be escaped.
func TestRefusedHidesSecrets(t *testing.T) {
	l := login{"quay", `a"b\c`}
	for _, err := range []error{
		&textproto.Error{Code: 535, Msg: `not ` + l.password},
		fmt.Errorf("SMTP AUTH failed: %w", &textproto.Error{Code: 535, Msg: `not ` + l.password}),
		textproto.ProtocolError(fmt.Sprintf("short response: %q", `not `+l.password)),
	} {
		f := refused(server{host: "mail.example"}, err, "the connection", l.secrets())
		if text := f.Error(); !strings.Contains(text, "not ***") {
			t.Errorf("it says %s", text)
		}
	}
}
