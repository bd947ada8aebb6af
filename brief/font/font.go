// Package font holds the faces that pages are set in, measures and shapes
// text, and cuts font programs down to the glyphs that a page uses.
//
// The faces are Source Sans 3 by Adobe, under the SIL Open Font License (see
// data/LICENSE). Their data is made from the TrueType files of version 3.52.0
// of the npm package source-sans: to renew it, unpack that package and run go
// generate with SOURCE_SANS naming its folder TTF.
//
// Start with [Builtin]. A [Face] never changes and may be used by many
// goroutines at once.
package font

import (
	_ "embed"
	"sync"
	"unicode/utf8"
)

//go:generate go run ./bake data regular=$SOURCE_SANS/SourceSans3-Regular.ttf semibold=$SOURCE_SANS/SourceSans3-Semibold.ttf bold=$SOURCE_SANS/SourceSans3-Bold.ttf italic=$SOURCE_SANS/SourceSans3-It.ttf

//go:embed data/regular.bin
var regularData []byte

//go:embed data/semibold.bin
var semiboldData []byte

//go:embed data/bold.bin
var boldData []byte

//go:embed data/italic.bin
var italicData []byte

// Each face is loaded when it is first asked for.
var (
	regular  = sync.OnceValue(func() *Face { return load("regular", regularData) })
	semibold = sync.OnceValue(func() *Face { return load("semibold", semiboldData) })
	bold     = sync.OnceValue(func() *Face { return load("bold", boldData) })
	italic   = sync.OnceValue(func() *Face { return load("italic", italicData) })
)

// Builtin returns the face of that name: "regular", "semibold", "bold" or
// "italic". It returns nil for any other.
func Builtin(name string) *Face {
	switch name {
	case "regular":
		return regular()
	case "semibold":
		return semibold()
	case "bold":
		return bold()
	case "italic":
		return italic()
	}
	return nil
}

// A Face is a typeface in one weight and posture. Its measures are in font
// units, of which UnitsPerEm make the type size; heights count upwards from
// the baseline.
type Face struct {
	Name           string // in templates: "regular"; of an outside font its file's
	PostScriptName string
	UnitsPerEm     int
	Ascent         int // room above the baseline, accents included
	Descent        int // room below it, negative
	CapHeight      int
	XHeight        int
	BBox           [4]int // around all glyphs: left, bottom, right, top
	Weight         int    // 400 is regular, 700 bold
	ItalicAngle    int    // hundredths of a degree, counterclockwise

	head, hhea, maxp []byte
	ascii            [utf8.RuneSelf]uint16 // what index and blocks say of ASCII
	index, blocks    []byte
	glyphs           []byte
	kern             []byte
	columns          int
	ligatures        []byte // nil in a face without them
	composed         []byte
	loca, glyf       []byte
	superior         func() *Face
	base             *Face // of a face with superior figures

	source Source // of an outside font; nil: what stands above is the face
}

// WithoutLigatures returns f as it is for text with tracking, in which
// ligatures would stand as tight islands. Glyph numbers are the same.
func (f *Face) WithoutLigatures() *Face {
	g := *f
	g.ligatures = nil
	return &g
}

// Superior returns f with the typeface's superior figures in the place of
// figures, as they mark notes: as strong as letters of the same size, which
// scaled figures are not. It is the same face on every call.
func (f *Face) Superior() *Face { return f.superior() }

// withSuperiors makes what Superior returns.
func (f *Face) withSuperiors() *Face {
	g := *f
	g.base = f
	for i, r := range [...]rune{'⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'} {
		g.ascii['0'+i] = f.glyph(r)
	}
	g.superior = func() *Face { return &g }
	return &g
}

// Base returns the face whose glyphs f has: itself, or, of one that
// [Face.Superior] returned, the face with the usual figures. Glyph numbers are
// the same, so that one subset serves both.
func (f *Face) Base() *Face {
	if f.base != nil {
		return f.base
	}
	return f
}

// Has reports whether the face can show r. A character that it cannot show is
// drawn as a box.
func (f *Face) Has(r rune) bool { return f.glyph(r) != 0 }

// NumGlyphs returns the number of glyphs; theirs are numbers below it.
func (f *Face) NumGlyphs() int {
	if f.source != nil {
		return f.source.NumGlyphs()
	}
	return len(f.glyphs) / glyphSize
}

// Advance returns the width of a glyph that [Face.Shape] returned.
func (f *Face) Advance(id uint16) int {
	if id == Blank {
		return 0
	}
	if f.source != nil {
		width, _ := f.source.Metrics(id)
		return width
	}
	return f.record(id).advance()
}

// glyph returns the number of r's glyph, 0 if there is none.
func (f *Face) glyph(r rune) uint16 {
	if f.source != nil {
		return f.source.Glyph(r)
	}
	block := int(uint32(r) >> 6)
	if block >= len(f.index) {
		return 0
	}
	return le.Uint16(f.blocks[int(f.index[block])<<7|int(r&63)<<1:])
}
