package pdf

import "readahead/brief/font"

// A face is a typeface with the glyphs that the file uses, by their numbers.
// Characters that look the same, space and no-break space, say, have two, so
// that each copies out as what it was.
type face struct {
	*font.Face
	name  string     // in content streams
	plain *font.Face // without ligatures; made when first needed
	codes *coding
	ids   []uint16 // the typeface's glyph, by number; absent where there is none
}

const absent = 0xFFFF

func newFace(of *font.Face, name string, codes *coding) *face {
	f := &face{Face: of, name: name, codes: codes}
	f.ids = make([]uint16, 0, 2*afterASCII)
	f.reach(afterASCII)
	return f
}

func (f *face) withoutLigatures() *font.Face {
	if f.plain == nil {
		f.plain = f.WithoutLigatures()
	}
	return f.plain
}

// reach gives the face room for n numbers.
func (f *face) reach(n int) {
	for len(f.ids) < n {
		f.ids = append(f.ids, absent)
	}
}

// wordJoiner is what a glyph copies out as that stands for no text of its own:
// nothing to see, and nothing to break a word.
const wordJoiner = "\u2060"

// number returns the number for a glyph: never 0, also for the box that stands
// for a missing character.
func (f *face) number(g font.Glyph) uint16 {
	text := g.Text
	if text == "" {
		text = wordJoiner
	}
	var n, last uint16
	if c := text[0]; len(text) == 1 && firstASCII <= c && c < afterASCII {
		n = uint16(c)
		f.codes.texts[n] = text
	} else {
		n = f.codes.first[text]
	}
	for ; n != 0; last, n = n, f.codes.next[n] {
		f.reach(int(n) + 1)
		if f.ids[n] == absent {
			f.ids[n] = g.ID
		}
		if f.ids[n] == g.ID {
			return n
		}
	}
	n = f.codes.add(text)
	f.reach(int(n) + 1)
	if n == lastNumber-1 && f.ids[n] != absent {
		return n // shared
	}
	f.ids[n] = g.ID
	if last != 0 {
		f.codes.next[last] = n
	} else {
		f.codes.first[text] = n
	}
	return n
}

// program returns the typeface's glyphs by number: the blank one where the
// face uses none, and for .notdef, which nothing is drawn with.
func (f *face) program() []uint16 {
	blank := f.Shape(nil, " ")[0].ID
	for i, id := range f.ids {
		if id == absent {
			f.ids[i] = blank
		}
	}
	return f.ids
}
