package ingest

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"readahead/brief/doc"
)

// An encoding names how a file's bytes stand for characters, by its label in
// the WHATWG Encoding standard.
type encoding string

const (
	inUTF8   encoding = "utf-8"
	in1252   encoding = "windows-1252"
	utf16LE  encoding = "utf-16le"
	utf16BE  encoding = "utf-16be"
	notUTF16 encoding = ""
)

var bomUTF8 = []byte("\ufeff")

// maxForeign is how large a file in an encoding other than UTF-8 may be, in
// bytes: each of its characters needs a place of its own.
const maxForeign = 4 << 20

// decode turns the bytes of a file into text and names their encoding. A byte
// order mark decides; then UTF-16 is known by its look, UTF-8 by its validity;
// then what the file declares counts. What is left is Windows-1252, or UTF-8
// with passages in Windows-1252. c is the census of data. The error's File is
// left to the caller.
func decode(data []byte, c *census) (t doc.Text, enc string, warnings []doc.Warning, err *doc.Error) {
	start := 0
	if bytes.HasPrefix(data, bomUTF8) {
		start = len(bomUTF8)
	}
	wide, legacy := notUTF16, charset{}
	if start == 0 && (c[0] || c[0x1b] || !c.ascii()) {
		if wide = utf16Order(data); wide == notUTF16 {
			legacy = declared(data, c)
		}
	}
	if wide == notUTF16 && legacy.name == "" && (c.ascii() || utf8.Valid(data[start:])) {
		return doc.NewText(string(data[start:]), start), string(inUTF8), nil, nil
	}
	if len(data) > maxForeign {
		return doc.Text{}, "", nil, &doc.Error{
			Msg:  fmt.Sprintf("is larger than %d MB and not in UTF-8", maxForeign>>20),
			Hint: "save it as UTF-8, or keep the part that matters in a file of its own",
		}
	}
	switch {
	case wide != notUTF16:
		return decodeUTF16(data, wide), string(wide), nil, nil
	case legacy.name != "":
		return legacy.decode(data), legacy.name, nil, nil
	}
	t, enc, warnings = decodeMixed(data, start)
	return t, enc, warnings, nil
}

// decodeMixed decodes data, which is not wholly UTF-8, from start on. A line
// is read as Windows-1252 if at least half of its characters beyond ASCII are
// no UTF-8; in other lines only the bytes that are none are.
func decodeMixed(data []byte, start int) (doc.Text, string, []doc.Warning) {
	var b doc.Builder
	valid, other := 0, 0 // lines in UTF-8 and in Windows-1252 with characters beyond ASCII
	first := -1          // offset of the first byte that is not UTF-8
	kept := start        // where the valid bytes begin that b lacks
	for i := start; i < len(data); {
		j := len(data)
		if n := bytes.IndexAny(data[i:], "\r\n"); n >= 0 {
			j = i + n + 1
		}
		line := data[i:j]
		switch {
		case isASCII(line):
		case utf8.Valid(line):
			valid++
		default:
			if first < 0 {
				first = i + invalidAt(line)
			}
			keep(&b, data[kept:i], kept)
			if decodeLine(&b, line, i) {
				valid++
			} else {
				other++
			}
			kept = j
		}
		i = j
	}
	keep(&b, data[kept:], kept)
	if valid*4 < other {
		return b.Text(), string(in1252), nil
	}
	return b.Text(), string(inUTF8), []doc.Warning{{
		At:   first,
		Text: "some bytes are not UTF-8 and were read as Windows-1252",
		Hint: "save the file as UTF-8",
	}}
}

// decodeLine decodes a line with bytes that are not UTF-8, from offset at on,
// and reports whether it is UTF-8 for the most part.
func decodeLine(b *doc.Builder, line []byte, at int) bool {
	valid, invalid := 0, 0
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			invalid++
		case n > 1:
			valid++
		}
		i += n
	}
	kept := 0
	for i := 0; i < len(line); {
		_, n := utf8.DecodeRune(line[i:])
		if line[i] < utf8.RuneSelf || n > 1 && valid > invalid {
			i += n
			continue
		}
		r := decode1252(line[i])
		if n = 1; valid > invalid {
			if n = truncated(line[i:]); n > 1 {
				r = utf8.RuneError
			}
		}
		keep(b, line[kept:i], at+kept)
		b.Map(string(r), at+i, at+i+n)
		i += n
		kept = i
	}
	keep(b, line[kept:], at+kept)
	return valid > invalid
}

// keep adds the bytes s, which stand in the file from offset at on, as they
// are.
func keep(b *doc.Builder, s []byte, at int) {
	if len(s) > 0 {
		b.Map(string(s), at, at+len(s))
	}
}

// truncated returns the length of the cut-off UTF-8 sequence that s begins
// with: 2 or 3 if its first byte is followed by some, but not all, of the
// bytes it asks for, otherwise 1.
func truncated(s []byte) int {
	want := 1
	switch c := s[0]; {
	case 0xe0 <= c && c <= 0xef:
		want = 3
	case 0xf0 <= c && c <= 0xf4:
		want = 4
	}
	n := 1
	for n < want && n < len(s) && s[n]&0xc0 == 0x80 {
		n++
	}
	return n
}

// invalidAt returns the offset of the first byte of s that is not UTF-8.
func invalidAt(s []byte) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(s)
}

func isASCII[T string | []byte](s T) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func hasNUL(s []byte) bool { return bytes.IndexByte(s, 0) >= 0 }
