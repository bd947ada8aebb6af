package pdf

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
)

// A lexer reads values as ISO 32000-1, 7.3 writes them. Operators of a content
// stream come as type operator.
type lexer struct {
	b  []byte
	at int
}

type operator string

func (l *lexer) space() {
	for l.at < len(l.b) && strings.IndexByte(" \n\r\t\f\x00", l.b[l.at]) >= 0 {
		l.at++
	}
}

func (l *lexer) literal(s string) {
	expect(bytes.HasPrefix(l.b[l.at:], []byte(s)), "want %q at %d, not %.20q", s, l.at, l.b[l.at:])
	l.at += len(s)
}

// all reads values up to the end.
func (l *lexer) all() []any {
	var out []any
	for l.space(); l.at < len(l.b); l.space() {
		out = append(out, l.value())
	}
	return out
}

func (l *lexer) value() any {
	l.space()
	expect(l.at < len(l.b), "unexpected end")
	switch c := l.b[l.at]; {
	case c == '/':
		l.at++
		return l.name()
	case c == '(':
		l.at++
		return l.str()
	case c == '[':
		l.at++
		a := []any{}
		for l.space(); l.b[l.at] != ']'; l.space() {
			a = append(a, l.value())
		}
		l.at++
		return a
	case bytes.HasPrefix(l.b[l.at:], []byte("<<")):
		l.at += 2
		return l.dict()
	case c == '<':
		end := bytes.IndexByte(l.b[l.at:], '>')
		s, err := hex.DecodeString(string(l.b[l.at+1 : l.at+end]))
		expect(err == nil, "hexadecimal string: %v", err)
		l.at += end + 1
		return string(s)
	case c == '-' || c == '.' || '0' <= c && c <= '9':
		return l.number()
	}
	return l.word()
}

func (l *lexer) word() any {
	word := l.token()
	switch word {
	case "true":
		return true
	case "false":
		return false
	}
	expect(word != "", "stray %q at %d", l.b[l.at], l.at)
	return operator(word)
}

func (l *lexer) token() string {
	start := l.at
	for l.at < len(l.b) && strings.IndexByte(" \n\r\t\f\x00()<>[]{}/%", l.b[l.at]) < 0 {
		l.at++
	}
	return string(l.b[start:l.at])
}

func (l *lexer) name() name {
	s := l.token()
	for i := 0; i < len(s); i++ {
		expect(s[i] > ' ' && s[i] < 0x7F, "name %q", s)
		if s[i] == '#' {
			c, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
			expect(err == nil, "name %q", s)
			s = s[:i] + string([]byte{byte(c)}) + s[i+3:]
		}
	}
	return name(s)
}

// str reads a literal string; only the escapes that this package writes are
// known.
func (l *lexer) str() string {
	var out []byte
	for depth := 0; ; l.at++ {
		switch c := l.b[l.at]; c {
		case '(':
			depth++
		case ')':
			if depth == 0 {
				l.at++
				expect(len(out) <= 32767, "string of %d bytes", len(out))
				return string(out)
			}
			depth--
		case '\r':
			expect(false, "bare carriage return in a string")
		case '\\':
			l.at++
			c = l.b[l.at]
			if c == 'r' {
				c = '\r'
			} else {
				expect(c == '(' || c == ')' || c == '\\', "escape %q", c)
			}
			out = append(out, c)
			continue
		}
		out = append(out, l.b[l.at])
	}
}

func (l *lexer) dict() dict {
	d := dict{}
	for l.space(); !bytes.HasPrefix(l.b[l.at:], []byte(">>")); l.space() {
		key, ok := l.value().(name)
		expect(ok, "dictionary key at %d is no name", l.at)
		_, twice := d[key]
		expect(!twice, "key %s twice", key)
		d[key] = l.value()
	}
	l.at += 2
	return d
}

// number reads a number, or a reference.
func (l *lexer) number() any {
	s := l.token()
	if n, err := strconv.Atoi(s); err == nil {
		if bytes.HasPrefix(l.b[l.at:], []byte(" 0 R")) {
			l.literal(" 0 R")
			return reference(n)
		}
		return n
	}
	f, err := strconv.ParseFloat(s, 64)
	expect(err == nil && !strings.ContainsAny(s, "eE"), "number %q", s)
	return f
}
