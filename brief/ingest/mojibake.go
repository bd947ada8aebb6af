package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readahead/brief/doc"
)

// mojibake repairs text that was UTF-8 and was read as Windows-1252 or
// Latin-1: "Ã©" for "é". What was spoilt several times over is repaired as
// often.
//
// Every run of characters is judged by itself, because pages are often right
// in one half and spoilt in the other: its bytes in Windows-1252 have to be
// valid UTF-8, and have to give a character that belongs in text. A run that
// could be meant as it stands, a capital before a closing quotation mark for
// one, is repaired only if a sure one is near.
func (m *mender) mojibake(t doc.Text) doc.Text {
	for range 3 {
		u := m.mojibakeOnce(t)
		if u.Len() == t.Len() { // every repair makes the text shorter
			return t
		}
		t = u
	}
	return t
}

// A slip is a run of characters that may be one character's UTF-8.
type slip struct {
	lo, hi int
	char   rune
	sure   bool
}

// near is the distance in bytes within which a sure slip makes an unsure one
// credible.
const near = 240

func (m *mender) mojibakeOnce(t doc.Text) doc.Text {
	s := t.String()
	slips := findSlips(s)
	if len(slips) == 0 {
		return t
	}
	e := edit{old: t}
	sure := -near - 1 // end of the last sure slip
	next := 0         // index of the next sure slip
	for i, p := range slips {
		for next < len(slips) && (next < i || !slips[next].sure) {
			next++
		}
		switch {
		case p.sure:
			sure = p.hi
		case p.lo-sure <= near, next < len(slips) && slips[next].lo-p.hi <= near:
		default:
			continue
		}
		m.garbled.add(t.Slice(p.lo, p.hi))
		e.replace(p.lo, p.hi, string(p.char))
	}
	return e.text()
}

// findSlips returns the runs of s that may be mojibake, in order.
func findSlips(s string) []slip {
	var out []slip
	// Every lead byte of UTF-8 reads as a character from U+00C2 to U+00F4,
	// whose own first byte is 0xC3.
	for i := strings.IndexByte(s, 0xc3); i >= 0; {
		next := i + 2
		if group := slipsAt(s, i); len(group) > 0 {
			out = append(out, judge(s, group)...)
			next = group[len(group)-1].hi
		}
		n := strings.IndexByte(s[min(next, len(s)):], 0xc3)
		if n < 0 {
			break
		}
		i = next + n
	}
	return out
}

// slipsAt returns the slips that follow each other without a gap from i on.
func slipsAt(s string, i int) []slip {
	var group []slip
	for i < len(s) {
		p, ok := slipAt(s, i)
		if !ok {
			break
		}
		group = append(group, p)
		i = p.hi
	}
	return group
}

// slipAt reads the characters at i as bytes in Windows-1252 and these as a
// character in UTF-8.
func slipAt(s string, i int) (slip, bool) {
	lead, n := utf8.DecodeRuneInString(s[i:])
	if lead < 0xc2 || lead > 0xf4 {
		return slip{}, false
	}
	buf := [utf8.UTFMax]byte{byte(lead)}
	size := 2
	if lead >= 0xe0 {
		size = 3
	}
	if lead >= 0xf0 {
		size = 4
	}
	j := i + n
	for k := 1; k < size; k++ {
		r, n := utf8.DecodeRuneInString(s[j:])
		c, ok := encode1252(r)
		if !ok || c > 0xbf {
			return lossySlip(s, i, j, buf[:k])
		}
		buf[k] = c
		j += n
	}
	r, n := utf8.DecodeRune(buf[:size])
	if n != size {
		return slip{}, false
	}
	return slip{lo: i, hi: j, char: r, sure: true}, true
}

// lossySlip recognises slips that lost a part: Windows-1252 has no character
// for the last byte of the closing quotation mark ”, straight quotes take the
// place of curly ones, and no-break spaces turn into plain ones. The bytes are
// those of s[i:j].
func lossySlip(s string, i, j int, bytes []byte) (slip, bool) {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	rest := s[j:]
	switch string(bytes) {
	case "\xe2\x80":
		switch {
		case strings.HasSuffix(s[:j], "\u0080"): // Latin-1, which has a character for every byte but this
			return slip{lo: i, hi: j, char: '†', sure: true}, rest == "" || strings.IndexByte(" \r\n", rest[0]) >= 0
		case strings.HasPrefix(rest, `"`): // – or —
			return slip{lo: i, hi: j + 1, char: '—', sure: true}, true
		case strings.HasPrefix(rest, "\ufffd"):
			j += len("\ufffd")
		}
		return slip{lo: i, hi: j, char: '”', sure: true}, true
	case "\xc2": // U+00A0
		sure := unicode.IsLower(before) || unicode.IsDigit(before) || before < utf8.RuneSelf && unicode.IsPunct(before)
		return slip{lo: i, hi: j + 1, char: ' ', sure: sure}, strings.HasPrefix(rest, " ")
	case "\xc3": // U+00E0
		return slip{lo: i, hi: j, char: 'à'}, strings.HasPrefix(rest, " ") && (before == ' ' || unicode.IsLower(before))
	}
	return slip{}, false
}

// judge keeps those slips of a group that are credible, and says which are
// sure. A control code among their characters is proof enough. Letters of other
// alphabets, and ideographs all the more, have to come together.
func judge(s string, group []slip) []slip {
	proven := hasLatinControl(s[group[0].lo:group[len(group)-1].hi])
	kept := group[:0]
	for k, p := range group {
		kind := scriptOf(p.char)
		alike := 0 // how many of its neighbours, itself among them, are of this kind
		for _, q := range group[max(0, k-2):min(len(group), k+3)] {
			if scriptOf(q.char) == kind {
				alike++
			}
		}
		switch {
		case kind == unlikely:
			continue
		case kind == otherAlphabet && alike < 2 && !proven, kind == ideographs && alike < 3 && !proven:
			continue
		}
		p.sure = p.sure && (proven || !couldBeMeant(s, p))
		kept = append(kept, p)
	}
	return kept
}

// couldBeMeant reports whether the slip could be text: a word in capitals, or
// a capital alone, and a sign that may follow it; or an example of mojibake, in
// quotation marks.
func couldBeMeant(s string, p slip) bool {
	lead, n := utf8.DecodeRuneInString(s[p.lo:])
	before, _ := utf8.DecodeLastRuneInString(s[:p.lo])
	after, _ := utf8.DecodeRuneInString(s[p.hi:])
	if isQuote(before) && isQuote(after) {
		return true
	}
	if utf8.RuneCountInString(s[p.lo:p.hi]) != 2 || !unicode.IsUpper(lead) || unicode.IsLower(before) || unicode.IsLetter(after) {
		return false
	}
	word := unicode.IsUpper(before) || isQuote(before)
	switch sign, _ := utf8.DecodeRuneInString(s[p.lo+n:]); sign {
	case '»', '›', '”', '’', '“', '‘', '…', '–', '—':
		return word || lead != 'Â'
	case '®', '™', '©', '\u00a0', 'º', 'ª', '·', '‡', '†':
		return word
	}
	return false
}

func isQuote(r rune) bool { return strings.ContainsRune("\"'`“”„‘’‚«»‹›", r) }

// A script is a group of characters that mojibake is judged by.
type script int

const (
	unlikely script = iota
	common          // Latin, Greek, Cyrillic, accents, signs
	otherAlphabet
	ideographs
)

func scriptOf(r rune) script {
	switch {
	case r == ' ', 0x80 <= r && r < 0x180, r == 'ƒ', 0x218 <= r && r <= 0x21b, r == 'ə', 0x2c6 <= r && r <= 0x2dd,
		0x300 <= r && r < 0x530, 0x1e00 <= r && r < 0x2c00,
		0xfb00 <= r && r < 0xfb07, r == 0xfe0f, r == 0xfeff, r == 0xfffd, 0x1d400 <= r && r < 0x1d800, 0x1f000 <= r && r < 0x1fb00:
		return common
	case 0x530 <= r && r < 0x1e00:
		return otherAlphabet
	case 0x3000 <= r && r < 0xa000, 0xac00 <= r && r < 0xd7b0, 0xff00 <= r && r < 0xfff0:
		return ideographs
	}
	return unlikely
}
