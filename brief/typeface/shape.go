package typeface

import (
	"errors"
	"slices"
	"unicode"
	"unicode/utf8"

	otfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"readahead/brief/font"
)

// A shaper is what one goroutine needs to shape text.
type shaper struct {
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
	starts []int // offset of each character in the text
}

// Shape appends the glyphs of s from the left of the line; see [font.Source].
// Scripts whose letters stand side by side unchanged need the character map
// only; all others go through an OpenType shaper.
func (s *source) Shape(dst []font.Glyph, text string, rtl bool) []font.Glyph {
	if rtl || !isPlain(text) {
		if out, ok := s.shape(dst, text, rtl); ok {
			return out
		}
	}
	from := len(dst)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if rtl {
			if m := font.Mirror(r); s.Glyph(m) != 0 {
				r = m
			}
		}
		id := s.Glyph(r)
		advance, _ := s.Metrics(id)
		dst = append(dst, font.Glyph{ID: id, Advance: int32(advance), Text: text[i : i+n]})
		i += n
	}
	if rtl {
		slices.Reverse(dst[from:])
	}
	return dst
}

// isPlain reports whether text is of letters that do not change beside each
// other: Chinese, kana, Hangul syllables, ASCII, punctuation.
func isPlain(text string) bool {
	for _, r := range text {
		switch {
		case r < 0x80, 0x2010 <= r && r < 0x2028, 0x2030 <= r && r < 0x2060, 0x2070 <= r && r < 0x20D0, 0x2100 <= r && r < 0x2C00:
		case 0x2E80 <= r && r < 0x302A, 0x3030 <= r && r < 0x3099, 0x309B <= r && r < 0xA000:
		case 0xAC00 <= r && r < 0xD7B0, 0xF900 <= r && r < 0xFB00, 0xFF00 <= r && r < 0xFFF0, 0x20000 <= r && r < 0x40000:
		default:
			return false
		}
	}
	return true
}

// shape shapes text with a port of HarfBuzz. It fails with a damaged font.
func (s *source) shape(dst []font.Glyph, text string, rtl bool) (out []font.Glyph, ok bool) {
	sh, _ := s.shapers.Get().(*shaper)
	if sh == nil {
		all, err := s.layout()
		if err != nil {
			return dst, false
		}
		sh = &shaper{font: harfbuzz.NewFont(otfont.NewFace(all)), buffer: harfbuzz.NewBuffer()}
	}
	err := guard(func() error {
		sh.run(text, rtl)
		if len(sh.buffer.Info) == 0 {
			return errors.New("the font makes text disappear")
		}
		out = s.collect(dst, sh, text)
		return nil
	})
	if err != nil {
		return dst, false // and the shaper is not used again
	}
	s.shapers.Put(sh)
	return out, true
}

func (sh *shaper) run(text string, rtl bool) {
	b := sh.buffer
	b.Clear()
	sh.starts = sh.starts[:0]
	script := language.Common
	for i, r := range text {
		if script == language.Common || script == language.Inherited || script == language.Unknown {
			script = language.LookupScript(r)
		}
		b.AddRune(r, len(sh.starts))
		sh.starts = append(sh.starts, i)
	}
	sh.starts = append(sh.starts, len(text))
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.Flags = harfbuzz.Bot | harfbuzz.Eot | harfbuzz.DoNotinsertDottedCircle
	b.Props.Script = script
	b.Props.Direction = harfbuzz.LeftToRight
	if rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Shape(sh.font, nil)
}

// collect appends the shaped glyphs. Of glyphs that stand for some characters
// together, the one that is first on the line has their text; from right to
// left each has one character, so that programs that read the page's text
// backwards, glyph by glyph, get it right.
func (s *source) collect(dst []font.Glyph, sh *shaper, text string) []font.Glyph {
	info, pos := sh.buffer.Info, sh.buffer.Pos
	ends := make([]int, len(sh.starts)) // where the characters from each cluster's first on end
	next := len(sh.starts) - 1
	begins := make([]bool, len(sh.starts))
	for i := range info {
		begins[info[i].Cluster] = true
	}
	for c := len(sh.starts) - 2; c >= 0; c-- {
		ends[c] = sh.starts[next]
		if begins[c] {
			next = c
		}
	}
	rtl := sh.buffer.Props.Direction == harfbuzz.RightToLeft
	first := len(dst)
	for i := range info {
		g := font.Glyph{Advance: int32(pos[i].XAdvance), DX: int32(pos[i].XOffset), DY: int32(pos[i].YOffset)}
		if id := uint32(info[i].Glyph); id < uint32(s.glyphs) {
			g.ID = uint16(id)
		}
		if c := info[i].Cluster; i == 0 || info[i-1].Cluster != c {
			g.Text = text[sh.starts[c]:ends[c]]
		}
		if r, _ := utf8.DecodeRuneInString(g.Text); g.Advance == 0 && unicode.Is(unicode.Join_Control, r) {
			g.ID = font.Blank
		}
		dst = append(dst, g)
	}
	if rtl {
		return spread(dst, first)
	}
	return dst
}

// spread gives the characters of a ligature to glyphs of their own, the last
// one to the first, from the glyph with a given index on.
func spread(gs []font.Glyph, from int) []font.Glyph {
	for i := from; i < len(gs); i++ {
		for {
			_, n := utf8.DecodeRuneInString(gs[i].Text)
			if n == len(gs[i].Text) {
				break
			}
			_, n = utf8.DecodeLastRuneInString(gs[i].Text)
			cut := len(gs[i].Text) - n
			gs = slices.Insert(gs, i, font.Glyph{ID: font.Blank, Text: gs[i].Text[cut:]})
			i++
			gs[i].Text = gs[i].Text[:cut]
		}
	}
	return gs
}
