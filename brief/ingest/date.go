package ingest

import (
	"strings"
	"time"

	"readahead/brief/doc"
)

// writtenDate reads a date as metadata gives it: ISO 8601, with or without a
// time of day; RFC 5322, "Mon, 3 Mar 2025 09:15:00 +0200"; and in words in
// either order, "3 March 2025", "Mar. 3, 2025". Figures in an order that
// countries do not agree on, 3/4/2025, are not guessed at: it returns the zero
// Date for them and for anything else that it cannot read.
func writtenDate(s string) doc.Date {
	s = strings.TrimSpace(s)
	if len(s) >= 10 {
		iso := s[:10]
		if iso[4] == '/' && iso[7] == '/' {
			iso = strings.ReplaceAll(iso, "/", "-")
		}
		if d, err := doc.ParseDate(iso); err == nil {
			return d
		}
	}
	if len(s) == 8 && leadingNumber(s) > 1900_00_00 {
		n := leadingNumber(s)
		return doc.NewDate(n/10000, time.Month(n/100%100), n%100)
	}
	return dateInWords(s)
}

// dateInWords reads a date with a month in words: the first day number, month
// and year of s, in any order.
func dateInWords(s string) doc.Date {
	var day, year int
	var month time.Month
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,.-/\t\u00a0", r) }) {
		n := leadingNumber(word)
		switch {
		case strings.Contains(word, ":"): // a time of day
		case n >= 1900 && n < 2200 && year == 0:
			year = n
		case n >= 1 && n <= 31 && day == 0 && len(word) <= 4: // "3", "3rd"
			day = n
		case n < 0 && month == 0:
			month = monthOf(word)
		}
	}
	if day == 0 || month == 0 || year == 0 {
		return doc.Date{}
	}
	return doc.NewDate(year, month, day)
}

// monthOf returns the month that word names in English, in full or shortened
// to three letters or four; 0 for other words.
func monthOf(word string) time.Month {
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		if len(word) >= 3 && len(word) <= len(name) && strings.EqualFold(word, name[:len(word)]) {
			return m
		}
	}
	return 0
}

// leadingNumber returns the number that s begins with, -1 if it begins with
// none.
func leadingNumber(s string) int {
	n := -1
	for i := 0; i < len(s) && '0' <= s[i] && s[i] <= '9' && n < 1e9; i++ {
		n = max(n, 0)*10 + int(s[i]-'0')
	}
	return n
}
