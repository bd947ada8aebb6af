package ingest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// overstrikes applies backspaces: each takes back the character before it on
// its line, as on a terminal. Printers once made bold type by printing a
// letter twice in a place, and underlined with _: the letter remains. Letters
// that something else was printed over are dropped.
func (m *mender) overstrikes(t doc.Text) doc.Text {
	s := t.String()
	e := edit{old: t}
	for start := 0; start < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
			end = start + n + 1
		}
		if strings.IndexByte(s[start:end], '\b') >= 0 {
			m.overstrikeLine(&e, start, end)
		}
		start = end
	}
	return e.text()
}

// overstrikeLine edits the line [start, end) of the text.
func (m *mender) overstrikeLine(e *edit, start, end int) {
	s := e.old.String()
	type place struct{ lo, hi int }
	var kept, lost []place
	for i := start; i < end; {
		_, n := utf8.DecodeRuneInString(s[i:end])
		if s[i] != '\b' {
			kept = append(kept, place{i, i + n})
			i += n
			continue
		}
		i++
		if len(kept) == 0 {
			continue
		}
		last := kept[len(kept)-1]
		_, n = utf8.DecodeRuneInString(s[i:end])
		switch over := s[i : i+n]; {
		case over == "_":
			i++ // the letter before stays
			continue
		case over != s[last.lo:last.hi] && s[last.lo:last.hi] != "_":
			lost = append(lost, last)
		}
		kept = kept[:len(kept)-1]
	}
	e.keep(start)
	for _, p := range kept {
		e.cut(e.done, p.lo)
		e.keep(p.hi)
	}
	e.cut(e.done, end)
	var b doc.Builder
	slices.SortFunc(lost, func(a, b place) int { return a.lo - b.lo })
	for _, p := range lost {
		b.Append(e.old.Slice(p.lo, p.hi))
	}
	if b.Len() > 0 {
		m.dropped = append(m.dropped, doc.Dropped{Text: b.Text(), Reason: "overstruck"})
	}
}
