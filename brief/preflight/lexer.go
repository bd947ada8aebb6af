package preflight

import (
	"bytes"
	"errors"
	"strconv"
)

// Limits on what is read. They are far beyond what briefings have, and keep
// time and memory in proportion to the size of a hostile file.
const (
	maxNesting = 100     // of arrays and dictionaries
	maxValues  = 1 << 20 // values in a file, and operands in all content
)

// scanned is how many bytes that are gone through cost as much as a value: what
// holds none takes time, too.
const scanned = 64

var (
	errEnd     = errors.New("ends in the middle of an object")
	errSyntax  = errors.New("holds something that is no object")
	errNesting = errors.New("nests its objects too deeply")
	errMany    = errors.New("holds too many objects")
)

// A lexer reads values one after the other (ISO 32000-1, 7.2, 7.3).
type lexer struct {
	b       []byte
	at      int
	content bool // no references: 1 0 R is two numbers and a keyword
	budget  *int // values that may still be read
	faults  []string
}

// value reads the next value. At the end of the bytes the error is errEnd.
func (l *lexer) value(depth int) (value, error) {
	l.skipSpace()
	if l.at >= len(l.b) {
		return nil, errEnd
	}
	if depth > maxNesting {
		return nil, errNesting
	}
	if *l.budget--; *l.budget < 0 {
		return nil, errMany
	}
	switch c := l.b[l.at]; {
	case c == '/':
		return l.name(), nil
	case c == '(':
		return l.literal()
	case c == '<' && l.at+1 < len(l.b) && l.b[l.at+1] == '<':
		l.at += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		l.at++
		return l.array(depth)
	case c == '+' || c == '-' || c == '.' || isDigit(c):
		return l.numberOrRef()
	case isRegular(c):
		return l.keyword(), nil
	}
	return nil, errSyntax
}

func (l *lexer) array(depth int) (value, error) {
	out := array{}
	for {
		l.skipSpace()
		if l.at < len(l.b) && l.b[l.at] == ']' {
			l.at++
			return out, nil
		}
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, ok := v.(keyword); ok && !l.content {
			return nil, errSyntax
		}
		out = append(out, v)
	}
}

func (l *lexer) dict(depth int) (value, error) {
	out := dict{}
	for {
		l.skipSpace()
		if bytes.HasPrefix(l.b[l.at:], []byte(">>")) {
			l.at += 2
			return out, nil
		}
		k, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		key, ok := k.(name)
		if !ok {
			return nil, errSyntax
		}
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, ok := v.(keyword); ok {
			return nil, errSyntax
		}
		if v != nil {
			out[key] = v
		}
	}
}

// keyword reads a word: true, false, null, or one that is an operator or a
// mark in the file.
func (l *lexer) keyword() value {
	switch w := l.word(); w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return keyword(w)
	}
}

func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.b) && isRegular(l.b[l.at]) {
		l.at++
	}
	return string(l.b[from:l.at])
}

func (l *lexer) name() value {
	l.at++
	raw := l.word()
	if !bytes.Contains([]byte(raw), []byte("#")) {
		return name(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexDigit(raw[i+1]) >= 0 && hexDigit(raw[i+2]) >= 0 {
			out = append(out, byte(hexDigit(raw[i+1])<<4|hexDigit(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return name(out)
}

// numberOrRef reads a number, or the three parts of a reference.
func (l *lexer) numberOrRef() (value, error) {
	w := l.word()
	n, err := strconv.Atoi(w)
	if err != nil {
		return l.real(w)
	}
	if l.content || n < 0 {
		return n, nil
	}
	back := l.at
	l.skipSpace()
	if g := l.word(); isGeneration(g) {
		l.skipSpace()
		if l.word() == "R" {
			return ref(n), nil
		}
	}
	l.at = back
	return n, nil
}

func isGeneration(w string) bool {
	for i := range len(w) {
		if !isDigit(w[i]) {
			return false
		}
	}
	return w != "" && len(w) <= 5
}

func (l *lexer) real(w string) (value, error) {
	for i := range len(w) { // no exponents, no hexadecimal numbers, no infinity
		if c := w[i]; !isDigit(c) && c != '.' && c != '-' && c != '+' {
			return nil, errSyntax
		}
	}
	x, err := strconv.ParseFloat(w, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return nil, errSyntax
	}
	return x, nil
}

// literal reads a string in parentheses, which may be nested in pairs.
func (l *lexer) literal() (value, error) {
	var out []byte
	open := 0
	for ; l.at < len(l.b); l.at++ {
		switch c := l.b[l.at]; c {
		case '(':
			if open++; open > 1 {
				out = append(out, c)
			}
		case ')':
			if open--; open == 0 {
				l.at++
				return text(out), nil
			}
			out = append(out, c)
		case '\\':
			out = l.escape(out)
		case '\r': // any line end stands for a line feed
			if l.at+1 < len(l.b) && l.b[l.at+1] == '\n' {
				l.at++
			}
			out = append(out, '\n')
		default:
			out = append(out, c)
		}
	}
	return nil, errEnd
}

// escape reads what follows a backslash, up to its last byte.
func (l *lexer) escape(out []byte) []byte {
	l.at++
	if l.at >= len(l.b) {
		return out
	}
	switch c := l.b[l.at]; c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\r': // a line that goes on
		if l.at+1 < len(l.b) && l.b[l.at+1] == '\n' {
			l.at++
		}
		return out
	case '\n':
		return out
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := 0
		for i := 0; i < 3 && l.at < len(l.b) && '0' <= l.b[l.at] && l.b[l.at] <= '7'; i++ {
			n = n*8 + int(l.b[l.at]-'0')
			l.at++
		}
		l.at--
		return append(out, byte(n))
	default:
		return append(out, c)
	}
}

// hex reads a string in angle brackets.
func (l *lexer) hex() (value, error) {
	l.at++
	var out []byte
	digits, high := 0, 0
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch d := hexDigit(c); {
		case c == '>':
			l.at++
			if digits%2 == 1 {
				l.faults = append(l.faults, "a hexadecimal string has an odd number of digits")
				out = append(out, byte(high<<4))
			}
			return text(out), nil
		case d >= 0:
			if digits++; digits%2 == 0 {
				out = append(out, byte(high<<4|d))
			}
			high = d
		case !isSpace(c):
			l.faults = append(l.faults, "a hexadecimal string holds what is no digit")
		}
	}
	return nil, errEnd
}

// skipSpace passes over white space and comments.
func (l *lexer) skipSpace() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\r' && l.b[l.at] != '\n' {
				l.at++
			}
		default:
			return
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isRegular(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return !isSpace(c)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// hexDigit returns what the digit c stands for, or -1.
func hexDigit(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
