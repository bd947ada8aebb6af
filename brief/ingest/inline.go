package ingest

import (
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// A piece is a part of a text that markup leaves standing: the bytes [lo, hi).
// An empty piece is a space where the markup breaks words apart.
type piece struct {
	lo, hi int
	linked bool // in a hyperlink
}

// inline puts the pieces of src together to a text of words with single
// spaces. linked is how many bytes of it are in hyperlinks.
func (m *mender) inline(src doc.Text, pieces []piece, strict bool) (t doc.Text, linked int) {
	if len(pieces) == 1 {
		p := pieces[0]
		t = collapse(m.piece(src.Slice(p.lo, p.hi), strict)).TrimSpace()
		if p.linked {
			linked = t.Len()
		}
		return t, linked
	}
	var b doc.Builder
	spaced := true // whether a space at the beginning of the next part is one too many
	for len(pieces) > 0 {
		n := 1
		for n < len(pieces) && pieces[n].linked == pieces[0].linked {
			n++
		}
		part := collapse(m.signs(m.joinPieces(src, pieces[:n], strict)))
		if spaced && strings.HasPrefix(part.String(), " ") {
			part = part.Slice(1, part.Len())
		}
		if part.Len() > 0 {
			spaced = strings.HasSuffix(part.String(), " ")
			b.Append(part)
			if pieces[0].linked {
				linked += part.Len()
			}
		}
		pieces = pieces[n:]
	}
	t = b.Text().TrimSpace()
	return t, min(linked, t.Len())
}

// joinPieces puts pieces together as they stand but for entities, which do not
// reach over markup.
func (m *mender) joinPieces(src doc.Text, pieces []piece, strict bool) doc.Text {
	if len(pieces) == 1 && pieces[0].lo < pieces[0].hi {
		return m.references(src.Slice(pieces[0].lo, pieces[0].hi), strict)
	}
	var b doc.Builder
	for _, p := range pieces {
		if p.lo == p.hi {
			b.Insert(" ")
		}
		b.Append(m.references(src.Slice(p.lo, p.hi), strict))
	}
	return b.Text()
}

// collapse puts one plain space for every run of white space, line ends among
// it.
func collapse(t doc.Text) doc.Text {
	s := t.String()
	e := edit{old: t}
	for i := 0; i < len(s); {
		if c := s[i]; c > ' ' && c != 0xc2 && c != 0xe2 || c == ' ' && (i+1 == len(s) || s[i+1] > ' ' && s[i+1] < 0xc2) {
			i++
			continue
		}
		n := whiteSpace(s[i:])
		k := n
		if n > 1 && len(t.Slice(i, i+n).Ranges()) > 1 {
			_, k = utf8.DecodeRuneInString(s[i:]) // there is markup in it, which must not become part of the text
		}
		if k > 1 || k == 1 && s[i] != ' ' {
			e.replace(i, i+k, " ")
		}
		if k < n {
			e.cut(i+k, i+n)
		}
		i += max(n, 1)
	}
	return e.text()
}

// whiteSpace returns the length of the white space that s begins with.
func whiteSpace(s string) int {
	i := 0
	for i < len(s) {
		switch s[i] {
		case ' ', '\t':
			i++
			continue
		}
		n, _ := lineEnd(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}
