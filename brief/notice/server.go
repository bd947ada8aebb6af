package notice

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/url"
	"strings"

	gomail "github.com/wneessen/go-mail"
)

// maxReplies is the most bytes that a mail server may send in all.
const maxReplies = 1 << 20

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

// options returns how a server is spoken to: encrypted where it offers that,
// and always before a password, but not on this machine.
func (srv *server) options(login login) []gomail.Option {
	policy, auth := gomail.TLSOpportunistic, gomail.SMTPAuthAutoDiscover
	switch {
	case srv.tls: // it is encrypted already, and offers no more of it
	case srv.isHere():
		// The library would find no way to log in without encryption.
		policy, auth = gomail.NoTLS, gomail.SMTPAuthPlainNoEnc
	case login.user != "":
		policy = gomail.TLSMandatory
	}
	options := []gomail.Option{gomail.WithTLSPolicy(policy)}
	if login.user != "" {
		options = append(options, gomail.WithSMTPAuth(auth), gomail.WithUsername(login.user), gomail.WithPassword(login.password))
	}
	return options
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
