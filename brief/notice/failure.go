package notice

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// A failure is why an attempt failed. Causes are kept as text, never as
// errors: those of the standard library quote addresses with their passwords
// and what servers answered.
type failure struct {
	problem   doc.Error
	permanent bool
	after     time.Duration
	ended     error // the context's error if the caller ended the attempt
}

func (f *failure) Error() string { return f.problem.Error() }

func (f *failure) Unwrap() []error {
	if f.ended != nil {
		return []error{&f.problem, f.ended}
	}
	return []error{&f.problem}
}

// temporary returns a failure of which the next attempt may know nothing.
func temporary(hint, format string, args ...any) *failure {
	return &failure{problem: doc.Error{Msg: fmt.Sprintf(format, args...), Hint: hint}}
}

// permanent returns a failure that would be that of every attempt.
func permanent(hint, format string, args ...any) *failure {
	f := temporary(hint, format, args...)
	f.permanent = true
	return f
}

// Permanent reports whether it is no use to try again: the receiver refuses,
// or the channel cannot work as it is configured. What may be mended outside
// of the config, like a secret's file, is not permanent.
func Permanent(err error) bool {
	var f *failure
	return errors.As(err, &f) && f.permanent
}

// RetryAfter returns how long the receiver asked to be left alone, a day at
// most, or 0.
func RetryAfter(err error) time.Duration {
	var f *failure
	if errors.As(err, &f) {
		return f.after
	}
	return 0
}

// maxQuote is the most bytes of an answer in a message.
const maxQuote = 200

// quoted returns what somebody else said so that it can be printed: on one
// line, without control characters, not long, and without the secrets, which a
// server may send back.
func quoted(text string, secrets ...string) string {
	for _, secret := range secrets {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "***")
		}
	}
	text = layout.Printable(text)
	if short := cut(text, maxQuote); short != text {
		return short + "…"
	}
	return text
}

// cut returns the characters of a text that fit into so many bytes.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// firstLine returns the first line of a text with anything on it.
func firstLine(text string) string {
	for line := range strings.Lines(text) {
		if layout.Printable(line) != "" {
			return line
		}
	}
	return ""
}

// lastLine returns the last line of a text with anything on it.
func lastLine(text string) string {
	last := ""
	for line := range strings.Lines(text) {
		if layout.Printable(line) != "" {
			last = line
		}
	}
	return last
}
