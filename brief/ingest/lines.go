package ingest

import (
	"bytes"
	"encoding/binary"
	"strings"

	"readahead/brief/doc"
)

// lineStarts returns the offset of the start of each line of the file, as an
// editor counts lines: they end in \n, \r\n or \r.
func lineStarts(data []byte, enc string) []int {
	switch encoding(enc) {
	case utf16LE:
		return lineStarts16(data, binary.LittleEndian)
	case utf16BE:
		return lineStarts16(data, binary.BigEndian)
	}
	starts := make([]int, 1, 1+bytes.Count(data, []byte{'\n'}))
	if bytes.IndexByte(data, '\r') < 0 {
		for i := 0; ; {
			n := bytes.IndexByte(data[i:], '\n')
			if n < 0 || i+n+1 == len(data) {
				return starts
			}
			i += n + 1
			starts = append(starts, i)
		}
	}
	for i, c := range data {
		if i+1 < len(data) && (c == '\n' || c == '\r' && data[i+1] != '\n') {
			starts = append(starts, i+1)
		}
	}
	return starts
}

func lineStarts16(data []byte, order binary.ByteOrder) []int {
	starts := []int{0}
	for i := 0; i+3 < len(data); i += 2 {
		c := order.Uint16(data[i:])
		if c == '\n' || c == '\r' && order.Uint16(data[i+2:]) != '\n' {
			starts = append(starts, i+2)
		}
	}
	return starts
}

// splitLines returns the lines of t without their line ends. Beside \n, \r\n
// and \r these are Unicode's next line and line separator, and the vertical
// tab; \r\r\n, which careless conversions leave, ends one line. A form feed
// and the paragraph separator also leave an empty line, so that pages and
// paragraphs are apart.
func splitLines(t doc.Text) []doc.Text {
	s := t.String()
	lines := make([]doc.Text, 0, 1+strings.Count(s, "\n"))
	if !hasOtherLineEnds(s) {
		start := 0
		for {
			n := strings.IndexByte(s[start:], '\n')
			if n < 0 {
				break
			}
			lines = append(lines, t.Slice(start, start+n))
			start += n + 1
		}
		if start < len(s) {
			lines = append(lines, t.Slice(start, len(s)))
		}
		return lines
	}
	start := 0
	for i := 0; i < len(s); {
		if c := s[i]; c > '\r' && c != 0xc2 && c != 0xe2 { // most bytes
			i++
			continue
		}
		n, apart := lineEnd(s, i)
		if n == 0 {
			i++
			continue
		}
		lines = append(lines, t.Slice(start, i))
		if apart {
			lines = append(lines, doc.Text{})
		}
		i += n
		start = i
	}
	if start < len(s) {
		lines = append(lines, t.Slice(start, len(s)))
	}
	return lines
}

// hasOtherLineEnds reports whether s may have line ends other than \n.
func hasOtherLineEnds(s string) bool {
	return strings.IndexByte(s, '\r') >= 0 || strings.IndexByte(s, '\v') >= 0 || strings.IndexByte(s, '\f') >= 0 ||
		strings.Contains(s, "\u0085") || strings.Contains(s, "\u2028") || strings.Contains(s, "\u2029")
}

// lineEnd returns the length of the line end at s[i:], 0 if there is none, and
// whether it sets pages or paragraphs apart.
func lineEnd(s string, i int) (n int, apart bool) {
	switch s[i] {
	case '\n', '\v':
		return 1, false
	case '\f':
		return 1, true
	case '\r':
		switch rest := s[i+1:]; {
		case strings.HasPrefix(rest, "\n"):
			return 2, false
		case strings.HasPrefix(rest, "\r\n"):
			return 3, false
		}
		return 1, false
	case 0xc2: // U+0085
		if i+1 < len(s) && s[i+1] == 0x85 {
			return 2, false
		}
	case 0xe2: // U+2028 and U+2029
		if i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0xa8 || s[i+2] == 0xa9) {
			return 3, s[i+2] == 0xa9
		}
	}
	return 0, false
}
