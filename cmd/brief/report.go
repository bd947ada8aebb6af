package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readahead/brief"
	"readahead/brief/doc"
)

// errReported is returned by commands that have reported what went wrong.
var errReported = errors.New("reported")

// A message is what a user is told: what is wrong, where, and what to do.
type message struct {
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
	Msg  string `json:"message"`
	Hint string `json:"hint,omitempty"`
}

// messages returns what err says, one for each of joined errors.
func messages(err error) []message {
	var (
		joined  interface{ Unwrap() []error }
		problem *doc.Error
		usage   *usageError
		path    *os.PathError
		link    *os.LinkError
	)
	switch {
	case errors.As(err, &joined):
		var out []message
		for _, e := range joined.Unwrap() {
			out = append(out, messages(e)...)
		}
		return out
	case errors.As(err, &problem):
		return []message{{File: problem.File, Line: problem.Line, Msg: problem.Msg, Hint: problem.Hint}}
	case errors.As(err, &usage):
		return []message{{Msg: usage.msg, Hint: usage.hint}}
	case errors.As(err, &path):
		return []message{{File: path.Path, Msg: path.Err.Error()}}
	case errors.As(err, &link):
		return []message{{File: link.New, Msg: link.Err.Error()}}
	case errors.Is(err, context.Canceled):
		return []message{{Msg: "interrupted", Hint: "what was there before is unchanged"}}
	}
	return []message{{Msg: err.Error()}}
}

func fromWarning(w brief.Warning) message {
	return message{File: w.File, Line: w.Line, Msg: w.Msg, Hint: w.Hint}
}

// warnings returns what there is to say about a document that was read.
func warnings(d doc.Document) []message {
	out := []message{}
	for _, w := range d.Warnings {
		out = append(out, message{File: d.File, Line: d.Line(w.At), Msg: w.Text, Hint: w.Hint})
	}
	return out
}

// report writes what err says.
func report(w io.Writer, err error) { write(w, messages(err)) }

// write writes messages in the form that scripts rely on: "brief: FILE: what
// is wrong", then "hint: what to do".
func write(w io.Writer, ms []message) {
	var b strings.Builder
	for _, m := range ms {
		b.WriteString("brief: ")
		if m.File != "" {
			b.WriteString(visible(m.File))
			if m.Line > 0 {
				fmt.Fprintf(&b, ":%d", m.Line)
			}
			b.WriteString(": ")
		}
		b.WriteString(visible(m.Msg))
		b.WriteByte('\n')
		if m.Hint != "" {
			fmt.Fprintf(&b, "hint: %s\n", visible(m.Hint))
		}
	}
	io.WriteString(w, b.String())
}

// visible returns s with an escape in the place of whatever would steer a
// terminal or is no text: names of files may hold anything.
func visible(s string) string {
	steers := func(r rune) bool { return !unicode.IsPrint(r) && r != '\u00a0' }
	if utf8.ValidString(s) && strings.IndexFunc(s, steers) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case steers(r):
			q := strconv.QuoteRuneToASCII(r)
			b.WriteString(q[1 : len(q)-1])
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}
