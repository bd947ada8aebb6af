package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readahead/brief/bidi"
	"readahead/brief/font"
)

// A Fallback finds faces for characters that a style's own face lacks. It may
// be used by many goroutines at once, and always answers the same.
type Fallback interface {
	// Face returns a face that has all characters of a cluster, a letter with
	// its marks, and is as much like another one as there is; nil if none has.
	Face(like *font.Face, cluster string) *font.Face
}

// A fragment is a part of a text in one face, one direction, one language.
type fragment struct {
	from, to int
	face     *font.Face
	level    bidi.Level
	language string // of its script where that is certain, else ""
}

// isMixed reports whether a text needs more than the style's face: characters
// that it lacks, or a direction that is not its own.
func (s *style) isMixed(text string) bool {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !s.base.Has(r) {
			return true
		}
		i += n
	}
	return false
}

// fragments divides a text that stands in a paragraph of level base.
func (s *style) fragments(text string, base bidi.Level) []fragment {
	levels := levelsOf(text, base)
	faces := s.facesOf(text)
	var out []fragment
	for _, c := range faces {
		c.level = levels[c.from]
		if n := len(out); n > 0 && out[n-1].face == c.face && out[n-1].level == c.level {
			out[n-1].to = c.to
			continue
		}
		out = append(out, c)
	}
	setLanguages(out, text)
	return out
}

// levelsOf isolates a text from its neighbours: its first strong character
// gives its direction, and what stands before the first and behind the last
// letter, digit or bracket belongs to the paragraph.
func levelsOf(text string, base bidi.Level) []bidi.Level {
	inside := func(r rune) bool {
		return isLetterOrDigit(r) || unicode.In(r, unicode.M, unicode.Ps, unicode.Pe, unicode.Sc)
	}
	own := bidi.First(text, base)
	if own == base {
		return bidi.Levels(text, base)
	}
	from := max(strings.IndexFunc(text, inside), 0)
	to := len(text)
	if k := strings.LastIndexFunc(text, inside); k >= from {
		_, n := utf8.DecodeRuneInString(text[k:])
		to = k + n
	}
	out := make([]bidi.Level, 0, len(text))
	out = append(out, bidi.Levels(text[:from], base)...)
	out = append(out, bidi.Levels(text[from:to], own)...)
	return append(out, bidi.Levels(text[to:], base)...)
}

// facesOf gives each cluster of a text the first face that has it. Signs that
// no script owns are set in a face from outside where the letters on both
// sides are, so that it does not change for a comma, and else in the style's.
func (s *style) facesOf(text string) []fragment {
	var out []fragment
	for i := 0; i < len(text); {
		f := fragment{from: i, to: i + clusterLen(text[i:])}
		cluster := text[f.from:f.to]
		if r, _ := utf8.DecodeRuneInString(cluster); isLetterOrDigit(r) || !hasAll(s.base, cluster) {
			f.face = s.faceOf(cluster)
		}
		out = append(out, f)
		i = f.to
	}
	for i := 0; i < len(out); {
		if out[i].face != nil {
			i++
			continue
		}
		j := i
		for j < len(out) && out[j].face == nil {
			j++
		}
		face := s.base
		switch {
		case i > 0 && j < len(out) && out[i-1].face == out[j].face:
			face = out[j].face
		case i > 0 && j == len(out) && out[0].face == out[i-1].face: // at the end of a sentence that began in it
			face = out[i-1].face
		}
		for ; i < j; i++ {
			if out[i].face = face; !hasAll(face, text[out[i].from:out[i].to]) {
				out[i].face = s.base
			}
		}
	}
	return out
}

// faceOf returns the face for a cluster: the style's own, else one from
// outside, else again its own, which shows a box.
func (s *style) faceOf(cluster string) *font.Face {
	if hasAll(s.base, cluster) || s.fallback == nil {
		return s.base
	}
	if f := s.fallback.Face(s.base, cluster); f != nil {
		return f
	}
	r, n := utf8.DecodeRuneInString(cluster)
	if n < len(cluster) && !s.base.Has(r) {
		if f := s.fallback.Face(s.base, cluster[:n]); f != nil { // without the marks
			return f
		}
	}
	return s.base
}

// clusterLen returns the length of the letter that s begins with and the
// marks and joiners behind it.
func clusterLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		if s[n] < utf8.RuneSelf {
			return n
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Join_Control, r) {
			return n
		}
		n += size
	}
	return n
}

func hasAll(face *font.Face, cluster string) bool {
	for _, r := range cluster {
		if !face.Has(r) && !unicode.Is(unicode.Join_Control, r) {
			return false
		}
	}
	return true
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// shapeMixed returns what stands for the clusters of a text, in the order of
// its reading, with their widths in units of the style's own face.
func (s *style) shapeMixed(dst []font.Glyph, text string) []font.Glyph {
	for _, f := range s.fragments(text, 0) {
		part := text[f.from:f.to]
		if f.face == s.base && !f.level.RTL() {
			dst = s.face.Shape(dst, part)
			continue
		}
		first := len(dst)
		for _, g := range shaped(nil, f.face, part, f.level.RTL()) {
			width := ceilRatio(int(g.Advance)*s.base.UnitsPerEm, f.face.UnitsPerEm)
			if g.Text == "" {
				dst[len(dst)-1].Advance += int32(width)
				continue
			}
			dst = append(dst, font.Glyph{Advance: int32(width), Text: g.Text})
		}
		if f.level.RTL() {
			for i, j := first, len(dst)-1; i < j; i, j = i+1, j-1 {
				dst[i], dst[j] = dst[j], dst[i]
			}
		}
	}
	return dst
}

func shaped(dst []font.Glyph, face *font.Face, text string, rtl bool) []font.Glyph {
	if rtl {
		return face.ShapeRTL(dst, text)
	}
	return face.Shape(dst, text)
}

// ceilRatio returns a/b rounded up, for positive b.
func ceilRatio(a, b int) int {
	q := a / b
	if a%b > 0 {
		q++
	}
	return q
}

// mixedWidth returns the width of a mixed text on a line of its own.
func (s *style) mixedWidth(text string) (sum Length) {
	for _, f := range s.fragments(text, 0) {
		sum += s.widthOf(&f, text[f.from:f.to])
	}
	return sum
}

// widthOf returns the width of a fragment's text, or of a part of it.
func (s *style) widthOf(f *fragment, text string) Length {
	switch {
	case f.face == s.base && !f.level.RTL():
		return s.ownWidth(text)
	case f.level.RTL():
		return unitsOf(f.face, f.face.WidthRTL(text), s.size)
	}
	return unitsOf(f.face, f.face.Width(text), s.size)
}

// unitsOf returns a distance in a face's units as a length, rounded up.
func unitsOf(face *font.Face, n int, size Length) Length {
	em := Length(face.UnitsPerEm)
	return (Length(n)*size + em - 1) / em
}

// missingFragments returns the characters of a mixed text that no face has.
func (s *style) missingFragments(text string) (out []rune) {
	for _, f := range s.fragments(text, 0) {
		for _, r := range missingFrom(f.face, text[f.from:f.to]) {
			if !unicode.Is(unicode.Join_Control, r) && !containsRune(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

func containsRune(rs []rune, r rune) bool {
	for _, have := range rs {
		if have == r {
			return true
		}
	}
	return false
}
