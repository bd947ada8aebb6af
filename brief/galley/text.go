package galley

import (
	"strings"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// behind returns a printable text that follows another: the space that it may
// begin with stays.
func behind(s string) string {
	if s != "" && s[0] == ' ' {
		return " " + printable(s)
	}
	return printable(s)
}

// printable returns s as a page draws it, with U+FFFD for noncharacters, which
// neither HTML nor XML can hold.
func printable(s string) string {
	s = layout.Printable(s)
	if strings.IndexFunc(s, isNoncharacter) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isNoncharacter(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// isNoncharacter reports whether r is one of the 66 that Unicode keeps for the
// inside of programs.
func isNoncharacter(r rune) bool { return 0xFDD0 <= r && r <= 0xFDEF || r&0xFFFE == 0xFFFE }

func plain(s string) Text { return Text{Words: printable(s)} }

func printables(texts []string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = printable(t)
	}
	return out
}

// statement returns an item. That it is new is said first among its flags.
func statement(w *layout.Words, it *doc.Item) Text {
	flags, news := w.FlagsOf(it.Flags), w.NewsOf(it.News)
	if flags != "" && news != "" {
		news += w.BetweenFlags
	}
	flags = news + flags
	return Text{
		Words: printable(it.Text), Cites: layout.Citations(it), Flags: printable(flags),
	}
}

// task returns a to-do row of n cells. That it is new is said in the first,
// what is to be done.
func task(w *layout.Words, t *doc.Task, row []string, n, cited int) []Text {
	out := cells(row, n, cited, t.Citation)
	if n > 0 {
		out[0].Flags = printable(w.NewsOf(t.News))
	}
	return out
}

// cells returns a row of n cells, of which one cites a source.
func cells(row []string, n, cited, citation int) []Text {
	out := make([]Text, n)
	for c, text := range row {
		out[c] = plain(text)
	}
	if citation > 0 && cited >= 0 && cited < n {
		out[cited].Cites = []int{citation}
	}
	return out
}
