package plaintext

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// columnsOf returns how many columns of a terminal or of a mail reader's
// typewriter face a character takes: two for the wide ones of East Asia (UAX
// 11), none for marks that stand on another, else one.
func columnsOf(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

func textColumns(s string) (n int) {
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

// wrap divides a text into lines of at most most columns, at spaces or between
// wide characters. What is longer than a line is divided anywhere.
func wrap(s string, most int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	end := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ' ' }) {
		for i, piece := range pieces(word) {
			n := textColumns(piece)
			gap := 0
			if i == 0 && used > 0 {
				gap = 1
			}
			if used > 0 && used+gap+n > most {
				end()
				gap = 0
			}
			if gap > 0 {
				line.WriteByte(' ')
				used++
			}
			for _, r := range piece {
				c := columnsOf(r)
				if used > 0 && used+c > most {
					end()
				}
				line.WriteRune(r)
				used += c
			}
		}
	}
	if used > 0 || len(lines) == 0 {
		end()
	}
	return lines
}

// pieces divides a word where a line may end inside it: beside wide
// characters, but not before a closing bracket or stop and not behind an
// opening bracket.
func pieces(word string) []string {
	var out []string
	start, last := 0, rune(0)
	for i, r := range word {
		if i > start && (columnsOf(r) == 2 || columnsOf(last) == 2) && !closes(r) && !opens(last) {
			out = append(out, word[start:i])
			start = i
		}
		if columnsOf(r) > 0 {
			last = r
		}
	}
	return append(out, word[start:])
}

func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po, unicode.Mn, unicode.Lm) ||
		strings.ContainsRune("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々", r)
}
