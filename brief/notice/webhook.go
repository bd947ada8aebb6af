package notice

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"readahead/brief/profile"
)

// maxAnswer is how much of an answer is looked at.
const maxAnswer = 64 << 10

// post sends the event to a webhook. Headers and signature are those of the
// Standard Webhooks specification, 1.0.0.
func (s *Sender) post(parent context.Context, hook *profile.Webhook, n Notice, id string, attempt int) *failure {
	to, err := url.Parse(hook.URL)
	if err != nil || to.Scheme != "http" && to.Scheme != "https" || to.Host == "" {
		return permanent("like https://example.org/hooks/briefing", "the webhook's address is no http or https address")
	}
	ctx, cancel := context.WithTimeout(parent, webhookTime)
	defer cancel()
	body := n.payload(id)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, hook.URL, bytes.NewReader(body))
	if err != nil {
		return permanent("", "the webhook's address cannot be used")
	}
	stamp := strconv.FormatInt(s.now().Unix(), 10)
	for name, value := range map[string]string{
		"Content-Type":      "application/json",
		"User-Agent":        s.agent(),
		"Idempotency-Key":   id,
		"Readahead-Attempt": strconv.Itoa(attempt),
		"Webhook-Id":        id,
		"Webhook-Timestamp": stamp,
	} {
		req.Header.Set(name, value)
	}
	var secret string
	if !hook.Secret.IsZero() {
		var f *failure
		if secret, f = s.secret(hook.Secret, "key of the signature"); f != nil {
			return f
		}
		key, f := signingKey(secret)
		if f != nil {
			return f
		}
		req.Header.Set("Webhook-Signature", sign(key, id, stamp, body))
	}
	answer, err := s.client().Do(req)
	if err != nil {
		if parent.Err() == nil && ctx.Err() != nil {
			return temporary("", "%s gave no answer in %v", to.Host, webhookTime)
		}
		var outer *url.Error // which quotes the whole address
		if errors.As(err, &outer) {
			err = outer.Err
		}
		return temporary("", "%s cannot be reached: %s", to.Host, quoted(err.Error(), secret))
	}
	defer answer.Body.Close()
	if answer.StatusCode/100 == 2 {
		return nil
	}
	said, _ := io.ReadAll(io.LimitReader(answer.Body, maxAnswer)) // what came before it broke off
	return s.refusal(to.Host, answer, quoted(firstLine(string(said)), secret))
}

// refusal says what became of an event that was answered with another status
// than success.
func (s *Sender) refusal(host string, answer *http.Response, said string) *failure {
	status := strconv.Itoa(answer.StatusCode)
	if text := http.StatusText(answer.StatusCode); text != "" {
		status += " " + text
	}
	if said != "" {
		status += ": " + said
	}
	f := temporary("", "%s answered %s", host, status)
	switch code := answer.StatusCode; {
	case code/100 == 3:
		f.problem.Hint = "redirects are not followed; put the address that it leads to into the config"
		f.permanent = code == http.StatusMovedPermanently || code == http.StatusPermanentRedirect
	case code == http.StatusTooManyRequests, code == http.StatusServiceUnavailable:
		f.after = retryAfter(answer.Header.Get("Retry-After"), s.now())
	case code == http.StatusRequestTimeout, code == http.StatusTooEarly:
	case code/100 == 4:
		f.permanent = true
	}
	return f
}

// client returns the client that sends webhooks.
func (s *Sender) client() *http.Client {
	c := http.Client{Transport: &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		DisableKeepAlives:      true, // there are hours between two editions
		MaxResponseHeaderBytes: maxAnswer,
	}}
	if s.HTTP != nil {
		c = *s.HTTP
	}
	// Who answers with a redirect could have what was meant for one place
	// sent to another.
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &c
}

// signingKey returns the key that a secret stands for: what is in base64
// behind whsec_, or the secret itself.
func signingKey(secret string) ([]byte, *failure) {
	if strings.HasPrefix(secret, "whsk_") {
		return nil, temporary("make one that begins with whsec_", "the key of the signature is one of ed25519, which is not supported")
	}
	coded, ok := strings.CutPrefix(secret, "whsec_")
	if !ok {
		return []byte(secret), nil
	}
	key, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(coded, "="))
	if err != nil || len(key) == 0 {
		return nil, temporary("copy it again from the receiver", "the key of the signature begins with whsec_ and is no base64 behind it")
	}
	return key, nil
}

// sign returns the signature of an attempt (Standard Webhooks, "Signature
// scheme").
func sign(key []byte, id, stamp string, body []byte) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + stamp + "."))
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// retryAfter reads the header of that name: seconds, or a date (RFC 9110,
// 10.2.3).
func retryAfter(value string, now time.Time) time.Duration {
	const day = 24 * time.Hour
	wait := time.Duration(0)
	if seconds, err := strconv.ParseUint(value, 10, 63); err == nil {
		wait = time.Duration(min(seconds, uint64(day/time.Second))) * time.Second
	} else if at, err := http.ParseTime(value); err == nil {
		wait = at.Sub(now)
	}
	return min(max(wait, 0), day)
}
