package notice

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
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
	password string // for SCRAM
	implicit bool   // TLS from the first byte
	drop     bool   // breaks off within the message

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
		greeting: "220 mail.example", password: canary, got: make(chan session, 10), replies: map[string]string{}, pem: x509.NewCertPool(),
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
			ask := func(challenge string) string {
				say("334 %s", base64.StdEncoding.EncodeToString([]byte(challenge)))
				answer, _ := in.ReadLine()
				plain, _ := base64.StdEncoding.DecodeString(answer)
				return string(plain)
			}
			s.login = line
			switch rest {
			case "LOGIN":
				s.login += " " + ask("Username:") + " " + ask("Password:")
			case "SCRAM-SHA-256":
				user, ok := m.scram(ask)
				if !ok {
					say("535 5.7.8 wrong proof")
					continue
				}
				s.login = "AUTH SCRAM-SHA-256 " + user
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

// scram asks for the proof that somebody knows the password, and proves the
// same (RFC 5802, RFC 7677).
func (m *mailbox) scram(ask func(string) string) (user string, ok bool) {
	mac := func(key []byte, text string) []byte {
		h := hmac.New(sha256.New, key)
		h.Write([]byte(text))
		return h.Sum(nil)
	}
	encoded := base64.StdEncoding.EncodeToString
	bare := strings.TrimPrefix(ask(""), "n,,")
	name, nonce, _ := strings.Cut(strings.TrimPrefix(bare, "n="), ",r=")
	challenge := "r=" + nonce + "quay,s=" + encoded([]byte("salt")) + ",i=4096"
	final := ask(challenge)
	without, proof, _ := strings.Cut(final, ",p=")
	salted, err := pbkdf2.Key(sha256.New, m.password, []byte("salt"), 4096, sha256.Size)
	if err != nil {
		return "", false
	}
	signed := bare + "," + challenge + "," + without
	client := mac(salted, "Client Key")
	stored := sha256.Sum256(client)
	want := mac(stored[:], signed)
	subtle.XORBytes(want, want, client)
	if proof != encoded(want) {
		return "", false
	}
	ask("v=" + encoded(mac(mac(salted, "Server Key"), signed)))
	return name, true
}
