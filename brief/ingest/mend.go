package ingest

import (
	"fmt"
	"strings"

	"readahead/brief/doc"
)

// A mender repairs the characters of texts. Words stay as they are: what it
// changes is how they were encoded, and what cannot be seen. Its methods take
// a text and return it mended, every character with its place.
type mender struct {
	bytes   census        // of the whole text
	foreign bool          // entities have brought in more than ASCII
	dropped []doc.Dropped // what control codes carried

	garbled  note // mojibake
	controls note
	bidi     note
	unseen   note
}

// A note counts what was found, and remembers where first.
type note struct{ n, at int }

func (n *note) add(t doc.Text) {
	if n.n == 0 {
		n.at = t.Start()
	}
	n.n++
}

// whole mends what has to be mended before markup is read: it works on the
// text of a whole file.
func (m *mender) whole(t doc.Text) doc.Text {
	if m.bytes[0xc3] {
		t = m.mojibake(t)
	}
	latin := (m.bytes[0xc2] || m.bytes[0xc3]) && hasLatinControl(t.String())
	if latin {
		t = latinControls(t)
	}
	if latin || m.bytes.controls() || m.bytes[0xef] {
		t = m.controlCodes(t)
	}
	return t
}

// piece mends the content of a piece of text between marks.
func (m *mender) piece(t doc.Text, strict bool) doc.Text {
	return m.signs(m.references(t, strict))
}

// references decodes the entities in t. Strict ones need their semicolon, as
// everywhere but in HTML. They may have hidden mojibake.
func (m *mender) references(t doc.Text, strict bool) doc.Text {
	if !m.bytes['&'] || strings.IndexByte(t.String(), '&') < 0 {
		return t
	}
	u := entities(t, strict)
	if isASCII(u.String()) {
		return u
	}
	m.foreign = true
	return latinControls(m.mojibake(u))
}

// signs mends spaces and what cannot be seen.
func (m *mender) signs(t doc.Text) doc.Text {
	if m.bytes.ascii() && !m.foreign {
		return t
	}
	return m.spaces(t)
}

// warnings returns what was found as warnings.
func (m *mender) warnings() []doc.Warning {
	var out []doc.Warning
	for _, w := range []struct {
		note
		text, hint string
	}{
		{m.garbled, "text in a wrong encoding (mojibake) was repaired in %s", "check names and signs there against the original"},
		{m.controls, "control codes were taken out in %s", ""},
		{m.bidi, "bidirectional controls, which can show text in another order than it is stored, were taken out in %s", "check the order of words there"},
		{m.unseen, "characters that cannot be seen were taken out in %s", ""},
	} {
		if w.n > 0 {
			places := "one place"
			if w.n > 1 {
				places = fmt.Sprintf("%d places", w.n)
			}
			out = append(out, doc.Warning{At: w.at, Text: fmt.Sprintf(w.text, places), Hint: w.hint})
		}
	}
	return out
}
