package notice

import (
	"context"
	"crypto/x509"
	"net"
	"net/http"
	"os"
	"time"

	"readahead/brief/profile"
)

// How long an attempt may take.
const (
	webhookTime = 15 * time.Second
	commandTime = time.Minute
	mailTime    = 5 * time.Minute // 27 MB of message through 1 Mbit/s
)

// A Sender tells people of editions. Its zero value works; it may be used by
// several goroutines at once.
type Sender struct {
	Version string // of the program, said to receivers
	Getenv  func(string) string
	Now     func() time.Time

	// HTTP sends webhooks; nil: a client of TLS 1.2 and newer that goes
	// through the environment's proxy. Redirects are not followed in any case.
	HTTP *http.Client

	// Dial connects to mail servers, Roots are whose certificates they may
	// have; nil: the system's.
	Dial  func(ctx context.Context, network, address string) (net.Conn, error)
	Roots *x509.CertPool
}

// Send makes one attempt to tell a channel of an edition. The identifier is
// one of DeliveryID; attempts are counted from 1. An error is of the receiver
// or of what was configured, holds no secrets, and is known to Permanent and
// RetryAfter; it wraps the context's if that ended the attempt.
func (s *Sender) Send(ctx context.Context, ch profile.Channel, n Notice, id string, attempt int) error {
	var f *failure
	switch {
	case !isIdentifier(id):
		f = permanent("", "%q is no identifier of a delivery", id)
	case ch.Webhook != nil:
		f = s.post(ctx, ch.Webhook, n, id, attempt)
	case ch.Email != nil:
		f = s.mail(ctx, ch.Email, n, id, attempt)
	case len(ch.Command) > 0:
		f = s.run(ctx, ch.Command, n, id, attempt)
	default:
		f = permanent("give it a webhook, an email or a command", "it has no way to be told")
	}
	if f == nil {
		return nil
	}
	f.problem.Msg = "telling " + ch.Name + ": " + f.problem.Msg
	if f.ended = ctx.Err(); f.ended != nil {
		f.permanent = false
	}
	return f
}

// isIdentifier reports whether an identifier can stand in headers, and in what
// is signed, where a full stop would end it.
func isIdentifier(id string) bool {
	for _, c := range []byte(id) {
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-') {
			return false
		}
	}
	return 0 < len(id) && len(id) <= 64
}

func (s *Sender) getenv(name string) string {
	if s.Getenv == nil {
		return os.Getenv(name)
	}
	return s.Getenv(name)
}

func (s *Sender) now() time.Time {
	if s.Now == nil {
		return time.Now()
	}
	return s.Now()
}

// agent says which program sends.
func (s *Sender) agent() string {
	version := s.Version
	if version == "" {
		version = "unknown"
	}
	return "Readahead/" + version
}
