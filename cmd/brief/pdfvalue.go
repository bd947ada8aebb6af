package main

import (
	"bytes"
	"strconv"
)

// Limits on the values of a PDF. They are far beyond what briefings have, and
// keep the work on a damaged file in proportion to its size.
const (
	maxNesting = 50      // of arrays and dictionaries
	maxString  = 1 << 16 // bytes of a string
)

// cutValue returns the first value that b holds (ISO 32000-1, 7.3) as it is
// written, and what follows it. A reference, "12 0 R", is one value. Both are
// empty at the end, and where the value has none.
func cutValue(b []byte) (value, rest []byte) {
	b = skipSpace(b)
	n := valueLen(b, 0)
	if ref := referenceLen(b, n); ref > 0 {
		n = ref
	}
	return b[:n], b[n:]
}

// entry returns the value of the key in a dictionary, or nil.
func entry(dict []byte, key string) []byte {
	b, ok := bytes.CutPrefix(dict, []byte("<<"))
	if !ok {
		return nil
	}
	for {
		var k, v []byte
		k, b = cutValue(b)
		if len(k) == 0 || k[0] != '/' {
			return nil
		}
		v, b = cutValue(b)
		if string(k[1:]) == key {
			return v
		}
	}
}

// elements returns the values in an array.
func elements(array []byte) [][]byte {
	b, ok := bytes.CutPrefix(array, []byte("["))
	if !ok {
		return nil
	}
	var out [][]byte
	for {
		var v []byte
		if v, b = cutValue(b); len(v) == 0 {
			return out
		}
		out = append(out, v)
	}
}

// valueLen returns the length of the value that b begins with, 0 if there is
// none: at the end, or at a bracket that closes.
func valueLen(b []byte, depth int) int {
	switch {
	case len(b) == 0 || depth > maxNesting:
		return 0
	case bytes.HasPrefix(b, []byte("<<")):
		return groupLen(b, "<<", ">>", depth)
	case b[0] == '[':
		return groupLen(b, "[", "]", depth)
	case b[0] == '(':
		return stringLen(b)
	case b[0] == '<':
		return bytes.IndexByte(b[:min(len(b), maxString)], '>') + 1
	case b[0] == '/':
		return 1 + wordLen(b[1:])
	}
	n := wordLen(b)
	switch string(b[:n]) {
	case "obj", "endobj", "stream", "endstream":
		return 0 // the end of an object, before its brackets have closed
	}
	return n
}

// groupLen returns the length of an array or dictionary.
func groupLen(b []byte, open, end string, depth int) int {
	rest := b[len(open):]
	for {
		rest = skipSpace(rest)
		if bytes.HasPrefix(rest, []byte(end)) {
			return len(b) - len(rest) + len(end)
		}
		n := valueLen(rest, depth+1)
		if n == 0 {
			return 0
		}
		rest = rest[n:]
	}
}

// stringLen returns the length of a literal string, in which brackets may be
// nested in pairs.
func stringLen(b []byte) int {
	open := 0
	for i := 0; i < min(len(b), maxString); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return i + 1
			}
		}
	}
	return 0
}

func wordLen(b []byte) int {
	for i, c := range b {
		if isSpace(c) || bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 {
			return i
		}
	}
	return len(b)
}

// referenceLen returns the length of the reference that b begins with, whose
// number has n bytes, or 0.
func referenceLen(b []byte, n int) int {
	if _, err := strconv.Atoi(string(b[:n])); err != nil {
		return 0
	}
	rest := skipSpace(b[n:])
	g := wordLen(rest)
	if _, err := strconv.Atoi(string(rest[:g])); err != nil {
		return 0
	}
	rest = skipSpace(rest[g:])
	if wordLen(rest) == 1 && rest[0] == 'R' {
		return len(b) - len(rest) + 1
	}
	return 0
}

func skipSpace(b []byte) []byte {
	for len(b) > 0 {
		switch {
		case isSpace(b[0]):
			b = b[1:]
		case b[0] == '%': // a comment, to the end of the line
			i := bytes.IndexAny(b, "\r\n")
			if i < 0 {
				return nil
			}
			b = b[i:]
		default:
			return b
		}
	}
	return b
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

// stringBytes returns what a literal or hexadecimal string stands for.
func stringBytes(v []byte) []byte {
	if len(v) < 2 {
		return nil
	}
	inner := v[1 : len(v)-1]
	if v[0] == '<' {
		return hexBytes(inner)
	}
	out := make([]byte, 0, len(inner))
	for i := 0; i < len(inner); i++ {
		if inner[i] != '\\' || i+1 == len(inner) {
			out = append(out, inner[i])
			continue
		}
		i++
		switch c := inner[i]; c {
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case '\n': // a line that goes on
		case '0', '1', '2', '3', '4', '5', '6', '7':
			n, digits := 0, 0
			for ; digits < 3 && i+digits < len(inner) && inner[i+digits] >= '0' && inner[i+digits] <= '7'; digits++ {
				n = n*8 + int(inner[i+digits]-'0')
			}
			i += digits - 1
			out = append(out, byte(n))
		default:
			out = append(out, c)
		}
	}
	return out
}

func hexBytes(b []byte) []byte {
	digits := make([]byte, 0, len(b)+1)
	for _, c := range b {
		if !isSpace(c) {
			digits = append(digits, c)
		}
	}
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, 0, len(digits)/2)
	for i := 0; i < len(digits); i += 2 {
		n, err := strconv.ParseUint(string(digits[i:i+2]), 16, 8)
		if err != nil {
			return nil
		}
		out = append(out, byte(n))
	}
	return out
}
