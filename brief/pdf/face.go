package pdf

import "readahead/brief/font"

// A face is a typeface with the glyphs that the page uses, numbered anew:
// ASCII characters by their codes, others by what is left, in the order in
// which they come. A number stands for a glyph with its text. Characters that
// look the same, space and no-break space, say, have two, so that each copies
// out as what it was.
type face struct {
	*font.Face
	name    string     // in content streams
	plain   *font.Face // without ligatures; made when first needed
	ids     []uint16   // the typeface's glyph, by our number
	texts   []string   // "" where a number is not used
	numbers []uint16   // our number, by the typeface's glyph: for the first text that it stood for
	others  map[font.Glyph]uint16
	free    int // the next number to give
}

const (
	firstASCII = ' '
	afterASCII = '~' + 1
)

func newFace(of *font.Face, name string) *face {
	f := &face{Face: of, name: name, free: 1} // 0 is .notdef, which must not be drawn
	f.numbers = make([]uint16, f.NumGlyphs())
	f.ids = make([]uint16, afterASCII, 2*afterASCII)
	f.texts = make([]string, afterASCII, 2*afterASCII)
	blank := f.Shape(nil, " ")[0].ID
	for i := range f.ids[1:] {
		f.ids[i+1] = blank
	}
	return f
}

func (f *face) withoutLigatures() *font.Face {
	if f.plain == nil {
		f.plain = f.WithoutLigatures()
	}
	return f.plain
}

// number returns our number for a glyph: never 0, also for the box that
// stands for a missing character.
func (f *face) number(g font.Glyph) uint16 {
	if g.Text == "" {
		g.Text = "\u200B" // every glyph has to have a text (ISO 14289-1, 7.21.7)
	}
	// A bracket has another glyph where the text runs from right to left.
	if c := g.Text[0]; len(g.Text) == 1 && firstASCII <= c && c < afterASCII && (f.texts[c] == "" || f.ids[c] == g.ID) {
		f.ids[c], f.texts[c] = g.ID, g.Text
		return uint16(c)
	}
	n := uint16(0)
	if g.ID != font.Blank {
		n = f.numbers[g.ID]
	}
	if n != 0 && f.texts[n] == g.Text {
		return n
	}
	if n == 0 && g.ID != font.Blank {
		n = f.add(g)
		f.numbers[g.ID] = n
		return n
	}
	key := font.Glyph{ID: g.ID, Text: g.Text} // advance and offsets do not matter
	n, ok := f.others[key]
	if !ok {
		if f.others == nil {
			f.others = map[font.Glyph]uint16{}
		}
		n = f.add(g)
		f.others[key] = n
	}
	return n
}

// add gives the next number to a glyph. Should the numbers be used up, by a
// page with tens of thousands of characters that the face lacks, the rest
// share one.
func (f *face) add(g font.Glyph) uint16 {
	const last = 1<<16 - 2
	n := f.free
	switch {
	case n == last:
		return last - 1
	case n+1 == firstASCII:
		f.free = afterASCII
	default:
		f.free = n + 1
	}
	if n == len(f.ids) {
		f.ids = append(f.ids, 0)
		f.texts = append(f.texts, "")
	}
	f.ids[n], f.texts[n] = g.ID, g.Text
	return uint16(n)
}
