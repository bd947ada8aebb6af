package hyphen

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"readahead/brief/doc"
)

const (
	maxFile     = 4 << 20 // bytes of a pattern file; Hungarian, the largest in use, has under 1 MB
	maxPatterns = 1 << 18
)

// Levels of an exception, above those of any pattern.
const (
	notHere = 8
	here    = 9
)

// Parse reads the patterns of a language (BCP 47) in UTF-8: a TeX file with
// \patterns{…} and \hyphenation{…}, a plain list of patterns as of hyph-utf8,
// or a dictionary of the kind that LibreOffice uses. Name is the file's, for
// errors, which are of type [*doc.Error].
//
// Patterns that change the spelling at a hyphen ("Schif1fahrt/ff=f,5,2") are
// passed over: a page prints the letters that its source has.
func Parse(name, lang string, data []byte) (*Patterns, error) {
	fail := func(line int, msg, hint string) (*Patterns, error) {
		return nil, &doc.Error{File: name, Line: line, Msg: msg, Hint: hint}
	}
	switch {
	case len(data) > maxFile:
		return fail(0, "is too large for hyphenation patterns", "a pattern file has under 4 MB")
	case !utf8.Valid(data):
		return fail(0, "is not UTF-8", "the collection hyph-utf8 has patterns in UTF-8 for most languages")
	}
	r := reader{}
	r.patterns.Left, r.patterns.Right = minima(lang)
	r.patterns.Nouns = hasNouns(lang)
	line := 0
	for text := range strings.Lines(strings.TrimPrefix(string(data), "\uFEFF")) {
		line++
		if err := r.line(text); err != nil {
			return fail(line, err.Error(), "")
		}
	}
	if len(r.list) == 0 {
		return fail(0, "has no hyphenation patterns", "one of the collection hyph-utf8 has them, like hyph-fr.pat.txt")
	}
	var err error
	if r.patterns.trie, err = newTrie(r.list); err != nil {
		return fail(0, err.Error(), "")
	}
	return &r.patterns, nil
}

// minima returns the fewest letters before and behind a hyphen that the
// collection hyph-utf8 recommends for a language.
func minima(lang string) (left, right int) {
	switch primary(lang) {
	case "en", "cs", "ga", "pt", "sk":
		return 2, 3
	}
	return 2, 2
}

// hasNouns reports whether a language writes its nouns with capitals.
func hasNouns(lang string) bool {
	switch primary(lang) {
	case "de", "lb", "gsw":
		return true
	}
	return false
}

func primary(lang string) string {
	language, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return language
}

// A reader reads a pattern file line by line.
type reader struct {
	patterns Patterns
	list     []pattern
	words    bool // inside \hyphenation{…}
	skip     bool // behind \endinput, or in a second level of a dictionary
}

func (r *reader) line(text string) error {
	text, _, _ = strings.Cut(text, "%")
	text, _, _ = strings.Cut(text, "#")
	fields := strings.Fields(text)
	if len(fields) == 0 || r.skip {
		return nil
	}
	switch fields[0] {
	case "UTF-8":
		return nil
	case "NEXTLEVEL", `\endinput`:
		r.skip = true
		return nil
	case "LEFTHYPHENMIN", "RIGHTHYPHENMIN":
		return r.minimum(fields)
	}
	if isUpper(fields[0]) { // another setting of a dictionary
		return nil
	}
	for _, field := range fields {
		if err := r.field(field); err != nil {
			return err
		}
	}
	return nil
}

// minimum reads a dictionary's line with a fewest number of letters.
func (r *reader) minimum(fields []string) error {
	if len(fields) != 2 {
		return fmt.Errorf("%s has no number", fields[0])
	}
	n, err := strconv.Atoi(fields[1])
	if err != nil || n < 1 || n > MaxWord {
		return fmt.Errorf("%s cannot be %q", fields[0], fields[1])
	}
	if fields[0] == "LEFTHYPHENMIN" {
		r.patterns.Left = n
	} else {
		r.patterns.Right = n
	}
	return nil
}

// field reads a pattern, an exception, or what stands around them in TeX.
func (r *reader) field(s string) error {
	for {
		head, rest, ok := strings.Cut(s, "{")
		if !ok {
			break
		}
		r.words = head == `\hyphenation`
		s = rest
	}
	s, _, closed := strings.Cut(s, "}")
	defer func() {
		if closed {
			r.words = false
		}
	}()
	if s == "" || s[0] == '\\' || strings.ContainsRune(s, '/') {
		return nil
	}
	var p pattern
	var err error
	if r.words {
		p, err = parseException(s)
	} else {
		p, err = parsePattern(s)
	}
	if err != nil {
		return err
	}
	if len(r.list) == maxPatterns {
		return errTooMany
	}
	r.list = append(r.list, p)
	return nil
}

var errBadPattern = errors.New("is no pattern")

// parsePattern reads a pattern: ".ach4".
func parsePattern(s string) (pattern, error) {
	p := pattern{levels: []uint8{0}}
	for _, c := range s {
		switch {
		case '0' <= c && c <= '9':
			p.levels[len(p.text)] = uint8(c - '0')
		case c == '.' || c == '\'' || c == '’' || c == '-' || unicode.IsLetter(c) || unicode.Is(unicode.M, c) || unicode.Is(unicode.Cf, c):
			p.text = utf8.AppendRune(p.text, unicode.ToLower(c))
			p.levels = append(p.levels, make([]uint8, len(p.text)+1-len(p.levels))...)
		default:
			return p, fmt.Errorf("%q %w", s, errBadPattern)
		}
	}
	if len(p.text) == 0 || len(p.text) > MaxWord+2 {
		return p, fmt.Errorf("%q %w", s, errBadPattern)
	}
	return p, nil
}

// parseException reads a word with all of its hyphens, "ta-ble", as a pattern
// that overrides all others.
func parseException(s string) (pattern, error) {
	word := strings.ReplaceAll(s, "-", "")
	text, ok := lower(nil, word)
	if !ok {
		return pattern{}, fmt.Errorf("%q is no word", s)
	}
	p := pattern{text: text, levels: bytes.Repeat([]uint8{notHere}, len(text)+1)}
	at := 1
	for _, c := range s {
		if c == '-' {
			p.levels[at] = here
		} else {
			at += utf8.RuneLen(c)
		}
	}
	return p, nil
}

func isUpper(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return s != ""
}
