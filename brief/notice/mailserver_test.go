package notice

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/textproto"
	"strings"
	"testing"
	"time"
)

// A mailbox is a mail server that speaks as much of RFC 5321 as clients of
// ours hear, and keeps what it is sent. Fields are set before it is dialled.
type mailbox struct {
	offers   []string          // extensions
	replies  map[string]string // to commands that begin like this, in place of 250
	greeting string
	implicit bool // TLS from the first byte
	drop     bool // breaks off within the message

	got chan session // one for each connection
	pem *x509.CertPool
	tls *tls.Config
}

// A session is what a mail server was told in a connection.
type session struct {
	hello, from, login string
	to                 []string
	secure             bool
	message            []byte // with the dots of transport taken off
	lines              []string
}

// newMailbox returns a server whose certificate is for mail.example.
func newMailbox(t *testing.T) *mailbox {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	self := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "quay test"}, DNSNames: []string{"mail.example"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	der, err := x509.CreateCertificate(rand.Reader, self, self, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	m := &mailbox{
		greeting: "220 mail.example", got: make(chan session, 10), replies: map[string]string{}, pem: x509.NewCertPool(),
		tls: &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}},
	}
	m.pem.AddCert(leaf)
	return m
}

// sender returns a sender that finds the server under any name.
func (m *mailbox) sender(t *testing.T) *Sender {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer conn.Close()
				m.got <- m.serve(conn)
			}()
		}
	}()
	return &Sender{
		Version: "1.2", Roots: m.pem, Now: at(1930000000),
		Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, listener.Addr().String())
		},
	}
}

func (m *mailbox) serve(conn net.Conn) (s session) {
	if m.implicit {
		conn = tls.Server(conn, m.tls)
		s.secure = true
	}
	say := func(format string, args ...any) { fmt.Fprintf(conn, format+"\r\n", args...) }
	in := textproto.NewReader(bufio.NewReader(conn))
	say("%s", m.greeting)
	for {
		line, err := in.ReadLine()
		if err != nil {
			return s
		}
		s.lines = append(s.lines, line)
		verb, rest, _ := strings.Cut(line, " ")
		if reply, ok := m.reply(line); ok {
			say("%s", reply)
			continue
		}
		switch verb {
		case "EHLO":
			s.hello = rest
			say("250-mail.example")
			for _, offer := range m.offers {
				if offer != "STARTTLS" || !s.secure {
					say("250-%s", offer)
				}
			}
			say("250 ok")
		case "STARTTLS":
			say("220 go")
			conn = tls.Server(conn, m.tls)
			in = textproto.NewReader(bufio.NewReader(conn))
			s.secure = true
		case "AUTH":
			s.login = line
			if rest == "LOGIN" {
				for _, prompt := range []string{"Username:", "Password:"} {
					say("334 %s", base64.StdEncoding.EncodeToString([]byte(prompt)))
					answer, _ := in.ReadLine()
					plain, _ := base64.StdEncoding.DecodeString(answer)
					s.login += " " + string(plain)
				}
			}
			say("235 welcome")
		case "MAIL":
			s.from = rest
			say("250 ok")
		case "RCPT":
			s.to = append(s.to, rest)
			say("250 ok")
		case "DATA":
			say("354 go on")
			if m.drop {
				_, _ = in.ReadLine()
				return s
			}
			s.message, err = io.ReadAll(in.DotReader())
			if err != nil {
				return s
			}
			if reply, ok := m.reply("."); ok {
				say("%s", reply)
				continue
			}
			say("250 kept")
		case "QUIT":
			say("221 bye")
			return s
		default:
			say("500 what?")
		}
	}
}

// reply returns what was asked for in place of the usual reply.
func (m *mailbox) reply(line string) (string, bool) {
	for begin, reply := range m.replies {
		if strings.HasPrefix(line, begin) {
			return reply, true
		}
	}
	return "", false
}
