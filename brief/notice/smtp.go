package notice

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"os"
	"strconv"
	"strings"

	gomail "github.com/wneessen/go-mail"
	"github.com/wneessen/go-mail/smtp"

	"readahead/brief/profile"
)

// maxAttachment is the most bytes of a PDF that is attached. Many servers
// refuse messages of 25 to 35 MB, and base64 makes 20 MB 27.
const maxAttachment = 20 << 20

// patience is the number of attempts in which nothing is sent as long as a
// server will not take one of the recipients for now. After them the others
// are told without that one.
const patience = 3

// mail sends the message about an edition.
func (s *Sender) mail(parent context.Context, e *profile.Email, n Notice, id string, attempt int) *failure {
	if n.Mail == nil {
		return permanent("", "the notice was composed without a message")
	}
	srv, f := mailServer(e.Server)
	if f != nil {
		return f
	}
	var pdf []byte
	if n.PDFSize <= maxAttachment {
		if pdf, f = n.readPDF(); f != nil {
			return f
		}
	}
	l, f := newLetter(e, &n, id, s.agent(), pdf)
	if f != nil {
		return f
	}
	login := login{user: e.User}
	if e.User != "" {
		if login.password, f = s.secret(e.Password, "password of "+quoted(e.User)); f != nil {
			return f
		}
	}
	ctx, cancel := context.WithTimeout(parent, mailTime)
	defer cancel()
	f = s.deliver(ctx, srv, login, l, attempt)
	if f != nil && parent.Err() == nil && ctx.Err() != nil {
		return temporary("", "%s took more than %v", srv.host, mailTime)
	}
	return f
}

// A login is how a mail server knows us; no user: not at all.
type login struct{ user, password string }

// secrets returns in what forms the password is sent, and may be answered.
func (l login) secrets() []string {
	if l.user == "" {
		return nil
	}
	return []string{
		base64.StdEncoding.EncodeToString([]byte("\x00" + l.user + "\x00" + l.password)),
		base64.StdEncoding.EncodeToString([]byte(l.password)),
		l.password,
		strings.Trim(strconv.Quote(l.password), `"`),
	}
}

// readPDF reads the edition's PDF and makes sure that it is the one that was
// published.
func (n *Notice) readPDF() ([]byte, *failure) {
	f, err := os.Open(n.PDF)
	if err != nil {
		return nil, temporary("", "%s, which is to be attached, cannot be read: %v", n.PDF, reason(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, n.PDFSize+1))
	if err != nil {
		return nil, temporary("", "%s, which is to be attached, cannot be read: %v", n.PDF, reason(err))
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != n.PDFSHA256 {
		return nil, temporary("put back the file that was published", "%s, which is to be attached, is another file than was published", n.PDF)
	}
	return data, nil
}

// deliver hands a message to a server.
func (s *Sender) deliver(ctx context.Context, srv server, login login, l *letter, attempt int) *failure {
	conn, err := s.dial(ctx, srv)
	if err != nil {
		return temporary("", "%s cannot be reached: %s", srv.host, quoted(err.Error()))
	}
	defer conn.Close()
	// All that waits for the server ends with the context.
	defer context.AfterFunc(ctx, func() { conn.Close() })()

	failed := func(err error, doing string) *failure { return refused(srv, err, doing, login.secrets()) }
	client, err := gomail.NewClient(srv.host, append(srv.options(login),
		gomail.WithDialContextFunc(func(context.Context, string, string) (net.Conn, error) { return conn, nil }),
		gomail.WithHELO(addressLiteral(conn)),
		gomail.WithTLSConfig(s.tlsFor(srv)))...)
	if err != nil {
		return failed(err, "the connection")
	}
	c, err := client.DialToSMTPClientWithContext(ctx)
	if err != nil {
		return failed(err, "the connection")
	}
	return hand(c, srv, l, attempt, failed)
}

// hand hands a message to a server that knows us. It is not left to the
// library's Send, which sends nothing when one recipient is refused and does
// not say which, and which fails when the server has the message but breaks
// off after it.
func hand(c *smtp.Client, srv server, l *letter, attempt int, failed func(error, string) *failure) *failure {
	if foreign, _ := c.Extension("SMTPUTF8"); !foreign { // RFC 6531
		for _, address := range append([]string{l.from}, l.to...) {
			if strings.ContainsFunc(address, func(r rune) bool { return r >= 0x80 }) {
				return permanent("", "%s takes no addresses with letters beyond ASCII, like %s", srv.host, quoted(address))
			}
		}
	}
	message := l.message
	_, size := c.Extension("SIZE") // RFC 1870; 0: no limit
	if most, err := strconv.Atoi(size); err == nil && 0 < most && most < len(message) {
		message = l.apart
	}
	if err := c.Mail(l.from); err != nil {
		return failed(err, "the sender "+l.from)
	}
	var missed *failure // why somebody is not told
	taken := 0
	for _, to := range l.to {
		err := c.Rcpt(to)
		if err == nil {
			taken++
			continue
		}
		f := failed(err, to)
		if !f.permanent && attempt <= patience {
			return f
		}
		if missed == nil || missed.permanent && !f.permanent {
			missed = f
		}
	}
	if taken == 0 {
		return missed
	}
	w, err := c.Data()
	if err != nil {
		return failed(err, "the message")
	}
	if _, err = w.Write(message); err == nil {
		err = w.Close()
	}
	if err != nil {
		return failed(err, "the message")
	}
	_ = c.Quit() // the message is the server's
	if missed != nil {
		return permanent("the others were told", "%s", missed.problem.Msg)
	}
	return nil
}

// refused says what a server, or the way to it, had against something.
func refused(srv server, err error, what string, secrets []string) *failure {
	var reply *textproto.Error
	if errors.As(err, &reply) {
		// As errors print replies, a secret could hide behind escapes.
		text := strings.Replace(err.Error(), reply.Error(), fmt.Sprintf("%d %s", reply.Code, reply.Msg), 1)
		f := temporary("", "%s refused %s: %s", srv.host, what, quoted(text, secrets...))
		f.permanent = reply.Code >= 500
		return f
	}
	f := temporary("", "%s failed at %s: %s", srv.host, what, quoted(err.Error(), secrets...))
	f.permanent = errors.Is(err, gomail.ErrNoSupportedAuthDiscovered) || errors.Is(err, gomail.ErrPlainAuthNotSupported)
	return f
}
