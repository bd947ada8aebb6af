package clean

import (
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// requote repairs the spaces at quotation marks: none inside them, one on
// their outer side where a word follows at once. Marks that point the wrong
// way round throughout the text are turned. Text with low marks („so“) has
// other rules and is left alone.
func requote(t doc.Text) (doc.Text, bool) {
	s := t.String()
	switch {
	case strings.Contains(s, "„"):
		return t, false
	case strings.Contains(s, "“") || strings.Contains(s, "”"):
		t, turned := turnQuotes(t)
		u, spaced := respaceQuotes(t, curlyQuotes(t.String()))
		return u, turned || spaced
	case strings.Contains(s, "\""):
		return respaceQuotes(t, straightQuotes(s))
	}
	return t, false
}

// A quoteMark is a quotation mark whose direction is known.
type quoteMark struct {
	at, size int
	opens    bool
}

// curlyQuotes returns the marks of s that have a partner, and closing marks
// without one only if they follow a word: a quotation may begin paragraphs
// earlier.
func curlyQuotes(s string) []quoteMark {
	const size = len("“")
	var marks []quoteMark
	for i := 0; i < len(s); i++ {
		if s[i] != 0xe2 {
			continue
		}
		switch {
		case strings.HasPrefix(s[i:], "“"):
			rest := s[i+size:]
			next := strings.Index(rest, "”")
			if again := strings.Index(rest, "“"); next >= 0 && (again < 0 || next < again) {
				marks = append(marks, quoteMark{i, size, true}, quoteMark{i + size + next, size, false})
				i += size + next + size - 1
			}
		case strings.HasPrefix(s[i:], "”") && !strings.HasSuffix(s[:i], " "):
			marks = append(marks, quoteMark{i, size, false})
		}
	}
	return marks
}

// straightQuotes returns the marks of s, taken in turns as opening and
// closing. It returns none if their number is odd or one stands behind a
// digit, where it may be a sign for inches.
func straightQuotes(s string) []quoteMark {
	var marks []quoteMark
	for i := range len(s) {
		if s[i] != '"' {
			continue
		}
		if i > 0 && isDigit(s[i-1]) {
			return nil
		}
		marks = append(marks, quoteMark{i, 1, len(marks)%2 == 0})
	}
	if len(marks)%2 == 1 {
		return nil
	}
	return marks
}

// respaceQuotes sets the spaces of t around its quotation marks.
func respaceQuotes(t doc.Text, marks []quoteMark) (doc.Text, bool) {
	s := t.String()
	var b doc.Builder
	done := 0
	changed := false
	remove := func(i, j int) {
		if i < j {
			b.Append(t.Slice(done, i))
			b.Replace("", t.Slice(i, j))
			done, changed = j, true
		}
	}
	insert := func(i int) {
		b.Append(t.Slice(done, i))
		b.Insert(" ")
		done, changed = i, true
	}
	for _, m := range marks {
		end := m.at + m.size
		if m.opens {
			if before := s[done:m.at]; isWordEnd(before) || hasAnySuffix(before, ",", ".", ":", ";", "!", "?", "”") {
				insert(m.at)
			}
			remove(end, end+len(s[end:])-len(strings.TrimLeft(s[end:], " ")))
			continue
		}
		remove(max(done, len(strings.TrimRight(s[:m.at], " "))), m.at)
		if isWordStart(s[end:]) {
			insert(end)
		}
	}
	if !changed {
		return t, false
	}
	b.Append(t.Slice(done, len(s)))
	return b.Text(), true
}

// turnQuotes turns the marks of t if every one of them points the wrong way:
// closing before words, opening behind them, in turns.
func turnQuotes(t doc.Text) (doc.Text, bool) {
	s := t.String()
	opens := true
	var at []int
	for i, r := range s {
		if r != '“' && r != '”' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len("“"):])
		wrong := r == '“' && !opens && before != ' ' && !isWordRune(after) ||
			r == '”' && opens && (i == 0 || before == ' ') && isWordRune(after)
		if !wrong {
			return t, false
		}
		at = append(at, i)
		opens = !opens
	}
	if !opens { // the last one lacks its partner
		return t, false
	}
	var b doc.Builder
	done := 0
	for k, i := range at {
		b.Append(t.Slice(done, i))
		done = i + len("“")
		if k%2 == 0 {
			b.Replace("“", t.Slice(i, done))
		} else {
			b.Replace("”", t.Slice(i, done))
		}
	}
	b.Append(t.Slice(done, len(s)))
	return b.Text(), len(at) > 0
}
