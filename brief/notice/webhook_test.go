package notice

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"readahead/brief/profile"
)

// A heard is a request as a receiver got it.
type heard struct {
	header http.Header
	body   []byte
	user   string
}

// receiver answers as it is told and keeps what it hears.
func receiver(t *testing.T, answer http.HandlerFunc) (url string, requests chan heard) {
	t.Helper()
	requests = make(chan heard, 10)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		user, _, _ := r.BasicAuth()
		requests <- heard{r.Header, body, user}
		answer(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL, requests
}

func accept(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusAccepted) }

func hook(url string, secret profile.Secret) profile.Channel {
	return profile.Channel{Name: "desk", Webhook: &profile.Webhook{URL: url, Secret: secret}}
}

func at(unix int64) func() time.Time {
	return func() time.Time { return time.Unix(unix, 0) }
}

func TestWebhook(t *testing.T) {
	url, requests := receiver(t, accept)
	key := []byte("\x00\x01 some bytes that are no text \xff")
	n := composed(t)
	for _, tt := range []struct {
		name   string
		secret profile.Secret
		key    []byte
	}{
		{"base64", keep(t, "whsec_"+base64.StdEncoding.EncodeToString(key)+"\n"), key},
		{"base64 without padding", keep(t, "whsec_"+base64.RawStdEncoding.EncodeToString(key)), key},
		{"text", keep(t, canary), []byte(canary)},
		{"unsigned", profile.Secret{}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			first := Sender{Now: at(1930000000), Version: "1.2"}
			if err := first.Send(t.Context(), hook(url, tt.secret), n, id, 1); err != nil {
				t.Fatal(err)
			}
			again := Sender{Now: at(1930009999), Version: "1.2"}
			if err := again.Send(t.Context(), hook(url, tt.secret), n, id, 2); err != nil {
				t.Fatal(err)
			}
			a, b := <-requests, <-requests
			if !bytes.Equal(a.body, b.body) {
				t.Errorf("the second attempt says\n%s\nthe first\n%s", b.body, a.body)
			}
			for name, want := range map[string]string{
				"Webhook-Id": id, "Idempotency-Key": id, "Webhook-Timestamp": "1930009999", "Readahead-Attempt": "2",
				"User-Agent": "Readahead/1.2", "Content-Type": "application/json",
			} {
				if got := b.header.Get(name); got != want {
					t.Errorf("%s is %q, want %q", name, got, want)
				}
			}
			if tt.key == nil {
				if got := a.header.Get("Webhook-Signature"); got != "" {
					t.Errorf("signed with no key: %q", got)
				}
				return
			}
			mac := hmac.New(sha256.New, tt.key)
			io.WriteString(mac, id+".1930000000."+string(a.body))
			if got, want := a.header.Get("Webhook-Signature"), "v1,"+base64.StdEncoding.EncodeToString(mac.Sum(nil)); got != want {
				t.Errorf("signature %q, want %q", got, want)
			}
		})
	}
}

// The example of the specification's own libraries has these values.
func TestSignatureOfTheSpecification(t *testing.T) {
	key, f := signingKey("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
	if f != nil {
		t.Fatal(f)
	}
	got := sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", []byte(`{"test": 2432232314}`))
	if want := "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; got != want {
		t.Errorf("signature %q, want %q", got, want)
	}
}

func TestWebhookPayload(t *testing.T) {
	url, requests := receiver(t, accept)
	n := composed(t)
	var s Sender
	if err := s.Send(t.Context(), hook(url, profile.Secret{}), n, id, 1); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal((<-requests).body, &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"type": "edition.published", "id": id, "timestamp": "2031-03-02T05:30:00Z", "profile": "quay", "title": "The quay – état",
		"edition": 4., "as_of": "2031-03-01", "digest": n.Digest, "changes": "Two items are new.", "items": 3., "todo": 3.,
		"sources": 5., "marking": "INTERNAL", "tlp": "AMBER", "pdf": n.PDF, "pdf_sha256": n.PDFSHA256, "sidecar": n.Sidecar,
	}
	for name, value := range want {
		if got[name] != value {
			t.Errorf("%s is %v, want %v", name, got[name], value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d fields, want %d: %v", len(got), len(want), got)
	}
}

func TestWebhookAnswers(t *testing.T) {
	status := func(code int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code); io.WriteString(w, body) }
	}
	retry := func(code int, after string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", after)
			w.WriteHeader(code)
		}
	}
	for _, tt := range []struct {
		name      string
		answer    http.HandlerFunc
		want      string
		permanent bool
		after     time.Duration
	}{
		{"server's error", status(500, "\n\tout of\x1b[2J \x00ink\nmore"), "answered 500 Internal Server Error: out of[2J ink", false, 0},
		{"gone", status(410, ""), "410 Gone", true, 0},
		{"forbidden, and it quotes the key", status(403, "no "+canary+"!"), "403 Forbidden: no ***!", true, 0},
		{"timeout", status(408, ""), "408", false, 0},
		{"too early", status(425, ""), "425", false, 0},
		{"unknown status", status(599, "x"), "answered 599: x", false, 0},
		{"seconds", retry(429, "90"), "429", false, 90 * time.Second},
		{"date", retry(503, "Sat, 28 Feb 2026 12:01:00 GMT"), "503", false, time.Minute},
		{"past date", retry(503, "Sat, 28 Feb 2026 11:01:00 GMT"), "503", false, 0},
		{"ages", retry(503, "99999999999999"), "503", false, 24 * time.Hour},
		{"ages too long to count", retry(503, "99999999999999999999999"), "503", false, 0},
		{"negative", retry(429, "-5"), "429", false, 0},
		{"elsewhere than asked for", retry(500, "90"), "500", false, 0},
		{"huge", func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(500)
			for range 64 {
				if _, err := w.Write(bytes.Repeat([]byte("x"), 1<<20)); err != nil {
					return
				}
			}
		}, ": " + strings.Repeat("x", maxQuote) + "…", false, 0},
		{"huge header", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X", strings.Repeat("x", 1<<20))
		}, "cannot be reached", false, 0},
		{"broken off", func(w http.ResponseWriter, _ *http.Request) { panic(http.ErrAbortHandler) }, "cannot be reached", false, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			url, _ := receiver(t, tt.answer)
			s := Sender{Now: func() time.Time { return time.Date(2026, 2, 28, 12, 0, 0, 0, time.UTC) }}
			err := s.Send(t.Context(), hook(url, keep(t, canary)), composed(t), id, 1)
			failedAs(t, err, tt.want, tt.permanent)
			if got := RetryAfter(err); got != tt.after {
				t.Errorf("to be tried after %v, want %v", got, tt.after)
			}
		})
	}
}

func TestWebhookRedirects(t *testing.T) {
	other, requests := receiver(t, accept)
	for code, isPermanent := range map[int]bool{301: true, 302: false, 303: false, 307: false, 308: true} {
		url, _ := receiver(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, other, code) })
		for _, s := range []Sender{{}, {HTTP: new(http.Client)}} {
			failedAs(t, s.Send(t.Context(), hook(url, keep(t, canary)), composed(t), id, 1), "answered 30", isPermanent)
		}
	}
	if len(requests) > 0 {
		t.Error("a redirect was followed")
	}
}

// Who ends the service ends the attempt, which then counts for nothing.
func TestWebhookEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	free := make(chan struct{})
	url, _ := receiver(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-free
	})
	defer close(free)
	var s Sender
	err := s.Send(ctx, hook(url, keep(t, canary)), composed(t), id, 1)
	failedAs(t, err, "telling desk", false)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v does not say that it was ended", err)
	}
}

func TestWebhookCannotBeSent(t *testing.T) {
	for _, tt := range []struct {
		name, url string
		secret    profile.Secret
		want      string
		permanent bool
	}{
		{"nobody there", "http://user:" + canary + "@127.0.0.1:1/" + canary + "?key=" + canary, profile.Secret{}, "127.0.0.1:1 cannot be reached", false},
		{"another scheme", "ftp://127.0.0.1/" + canary, profile.Secret{}, "no http or https address", true},
		{"no address", "http://[" + canary, profile.Secret{}, "no http or https address", true},
		{"no host", "https:///" + canary, profile.Secret{}, "no http or https address", true},
		{"no secret", "http://127.0.0.1:1", profile.Secret{File: "no/such"}, "no/such, which cannot be read", false},
		{"no base64", "http://127.0.0.1:1", keep(t, "whsec_"+canary), "no base64", false},
		{"nothing in base64", "http://127.0.0.1:1", keep(t, "whsec_"), "no base64", false},
		{"ed25519", "http://127.0.0.1:1", keep(t, "whsk_"+canary), "not supported", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var s Sender
			failedAs(t, s.Send(t.Context(), hook(tt.url, tt.secret), composed(t), id, 1), tt.want, tt.permanent)
		})
	}
}

func TestWebhookEncryption(t *testing.T) {
	server := httptest.NewUnstartedServer(http.HandlerFunc(accept))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	var s Sender
	failedAs(t, s.Send(t.Context(), hook(server.URL, profile.Secret{}), composed(t), id, 1), "certificate", false)
	s.HTTP = server.Client()
	if err := s.Send(t.Context(), hook(server.URL, profile.Secret{}), composed(t), id, 1); err != nil {
		t.Error(err)
	}
}
