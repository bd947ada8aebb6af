package notice

import (
	"encoding/base64"
	"errors"
	"net/smtp"
	"slices"
)

// errNoLogin says that a server offers no way to log in that we know.
var errNoLogin = errors.New("no way to log in")

// A login proves to a mail server who we are, by PLAIN (RFC 4616), or by LOGIN
// where a server, like some of Microsoft's, has nothing else. It implements
// smtp.Auth, whose own does not know the latter; that the connection is
// encrypted was made sure of before.
type login struct {
	user, password string
	answers        []string // still to be given
}

func newLogin(user, password string) *login { return &login{user: user, password: password} }

// Start implements smtp.Auth.
func (l *login) Start(server *smtp.ServerInfo) (string, []byte, error) {
	switch {
	case slices.Contains(server.Auth, "PLAIN"):
		return "PLAIN", []byte("\x00" + l.user + "\x00" + l.password), nil
	case slices.Contains(server.Auth, "LOGIN"):
		l.answers = []string{l.user, l.password}
		return "LOGIN", nil, nil
	}
	return "", nil, errNoLogin
}

// Next implements smtp.Auth.
func (l *login) Next(_ []byte, more bool) ([]byte, error) {
	if !more {
		return nil, nil
	}
	if len(l.answers) == 0 {
		return nil, errors.New("it asks for more than name and password")
	}
	answer := l.answers[0]
	l.answers = l.answers[1:]
	return []byte(answer), nil
}

// secrets returns in what forms the password is sent.
func (l *login) secrets() []string {
	if l == nil {
		return nil
	}
	return []string{
		base64.StdEncoding.EncodeToString([]byte("\x00" + l.user + "\x00" + l.password)),
		base64.StdEncoding.EncodeToString([]byte(l.password)),
		l.password,
	}
}
