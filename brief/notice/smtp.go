package notice

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"errors"
	"io"
	"net"
	"net/mail"
	"net/smtp"
	"net/textproto"
	"net/url"
	"os"
	"strconv"
	"strings"

	"readahead/brief/profile"
)

// maxAttachment is the most bytes of a PDF that is attached. Many servers
// refuse messages of 25 to 35 MB, and base64 makes 20 MB 27.
const maxAttachment = 20 << 20

// patience is the number of attempts in which nothing is sent as long as a
// server will not take one of the recipients for now. After them the others
// are told without that one.
const patience = 3

// maxReplies is the most bytes that a mail server may send in all.
const maxReplies = 1 << 20

// mail sends the message about an edition.
func (s *Sender) mail(parent context.Context, e *profile.Email, n Notice, id string, attempt int) *failure {
	if n.Mail == nil {
		return permanent("", "the notice was composed without a message")
	}
	env, f := addresses(e)
	if f != nil {
		return f
	}
	server, f := mailServer(e.Server)
	if f != nil {
		return f
	}
	l := letter{envelope: env, id: id, agent: s.agent(), notice: &n}
	if n.PDFSize <= maxAttachment {
		if l.pdf, f = n.readPDF(); f != nil {
			return f
		}
	}
	var login *login
	if e.User != "" {
		password, f := s.secret(e.Password, "password of "+quoted(e.User))
		if f != nil {
			return f
		}
		login = newLogin(e.User, password)
	}
	ctx, cancel := context.WithTimeout(parent, mailTime)
	defer cancel()
	f = s.deliver(ctx, server, login, &l, attempt)
	if f != nil && parent.Err() == nil && ctx.Err() != nil {
		return temporary("", "%s took more than %v", server.host, mailTime)
	}
	return f
}

// A server is a mail server.
type server struct {
	host, port string
	tls        bool // from the first byte
}

// mailServer reads the address of a mail server.
func mailServer(address string) (server, *failure) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" {
		return server{}, permanent("like smtp://mail.example.org:587 or smtps://mail.example.org:465", "the mail server's address is no smtp or smtps address")
	}
	srv := server{u.Hostname(), u.Port(), u.Scheme == "smtps"}
	if srv.port == "" {
		srv.port = map[bool]string{false: "587", true: "465"}[srv.tls] // RFC 6409, RFC 8314
	}
	return srv, nil
}

// isHere reports whether a server is on this machine.
func (srv *server) isHere() bool {
	ip := net.ParseIP(srv.host)
	return srv.host == "localhost" || ip != nil && ip.IsLoopback()
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
func (s *Sender) deliver(ctx context.Context, srv server, login *login, l *letter, attempt int) *failure {
	conn, err := s.dial(ctx, srv)
	if err != nil {
		return temporary("", "%s cannot be reached: %s", srv.host, quoted(err.Error()))
	}
	defer conn.Close()
	// All that waits for the server ends with the context.
	defer context.AfterFunc(ctx, func() { conn.Close() })()

	failed := func(err error, doing string) *failure { return refused(srv, err, doing, login.secrets()) }
	c, err := smtp.NewClient(conn, srv.host)
	if err != nil {
		return failed(err, "the connection")
	}
	defer c.Close()
	if err := c.Hello(addressLiteral(conn)); err != nil {
		return failed(err, "the greeting")
	}
	secure := srv.tls
	if offered, _ := c.Extension("STARTTLS"); offered && !secure && !srv.isHere() {
		if err := c.StartTLS(s.tlsFor(srv)); err != nil {
			return failed(err, "encryption")
		}
		secure = true
	}
	if login != nil {
		if !secure && !srv.isHere() {
			return temporary("use smtps://, or a server with STARTTLS", "%s offers no encryption, so the password was not sent", srv.host)
		}
		if err := c.Auth(login); err != nil {
			if errors.Is(err, errNoLogin) {
				_, offered := c.Extension("AUTH")
				return permanent("the ways that are known are PLAIN and LOGIN", "%s offers no way to log in that is known: %s", srv.host, quoted(offered))
			}
			return failed(err, "the login")
		}
	}
	return hand(c, srv, l, attempt, failed)
}

// hand hands a message to a server that knows us.
func hand(c *smtp.Client, srv server, l *letter, attempt int, failed func(error, string) *failure) *failure {
	all := append(append([]*mail.Address{l.from}, l.to...), l.cc...)
	if foreign, _ := c.Extension("SMTPUTF8"); !foreign { // RFC 6531
		for _, a := range all {
			if strings.ContainsFunc(a.Address, func(r rune) bool { return r >= 0x80 }) {
				return permanent("", "%s takes no addresses with letters beyond ASCII, like %s", srv.host, quoted(a.Address))
			}
		}
	}
	message := l.message()
	if _, size := c.Extension("SIZE"); size != "" && l.pdf != nil { // RFC 1870; 0: no limit
		if most, err := strconv.Atoi(size); err == nil && most > 0 && most < len(message) {
			l.pdf = nil
			message = l.message()
		}
	}
	if err := c.Mail(l.from.Address); err != nil {
		return failed(err, "the sender "+l.from.Address)
	}
	var missed *failure // why somebody is not told
	taken := 0
	for _, to := range all[1:] {
		err := c.Rcpt(to.Address)
		if err == nil {
			taken++
			continue
		}
		f := failed(err, to.Address)
		if code(err) == 0 || !f.permanent && attempt <= patience {
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

// dial connects to a server. What it may send is limited.
func (s *Sender) dial(ctx context.Context, srv server) (net.Conn, error) {
	dial := s.Dial
	if dial == nil {
		dial = new(net.Dialer).DialContext
	}
	conn, err := dial(ctx, "tcp", net.JoinHostPort(srv.host, srv.port))
	if err != nil {
		return nil, err
	}
	conn = &limited{conn, maxReplies}
	if srv.tls {
		conn = tls.Client(conn, s.tlsFor(srv))
	}
	return conn, nil
}

func (s *Sender) tlsFor(srv server) *tls.Config {
	return &tls.Config{ServerName: srv.host, RootCAs: s.Roots, MinVersion: tls.VersionTLS12}
}

// limited is a connection from which only so many bytes can be read.
type limited struct {
	net.Conn
	left int
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errors.New("it sends without end")
	}
	n, err := l.Conn.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

// addressLiteral says who we are to a server by our end of the connection,
// since machines seldom know their name in the world (RFC 5321, 4.1.4).
func addressLiteral(conn net.Conn) string {
	host, _, err := net.SplitHostPort(conn.LocalAddr().String())
	if err != nil {
		return "localhost"
	}
	if host, _, _ = strings.Cut(host, "%"); strings.Contains(host, ":") {
		host = "IPv6:" + host
	}
	return "[" + host + "]"
}

// code returns the reply code of an error, or 0 if it is none of the server's.
func code(err error) int {
	var reply *textproto.Error
	if errors.As(err, &reply) {
		return reply.Code
	}
	return 0
}

// refused says what a server, or the way to it, had against something.
func refused(srv server, err error, what string, secrets []string) *failure {
	var reply *textproto.Error
	if !errors.As(err, &reply) {
		return temporary("", "%s broke off at %s: %s", srv.host, what, quoted(err.Error(), secrets...))
	}
	f := temporary("", "%s refused %s: %d %s", srv.host, what, reply.Code, quoted(reply.Msg, secrets...))
	f.permanent = reply.Code >= 500
	return f
}
