package font

import (
	"encoding/binary"
	"sync"
)

// Face data is little-endian and read where it lies, so that loading a face
// costs nothing. It begins with "FACE" and sixteen 16-bit numbers, in the
// order of the fields of header. Then follow
//
//	head, hhea, maxp   as the TrueType file had them (54, 36, 32 bytes)
//	name               PostScript name, padded to an even length
//	index              block of each 64 characters, a byte each
//	blocks             64 glyph numbers each, 0 for a character not there
//	glyphs             advance, left side bearing, classes before and after
//	                   another glyph; the high bits mark a glyph that begins
//	                   a ligature, and a combining mark
//	kern               left × right classes, what to add between two glyphs
//	joins              left, right, joined glyph, sorted: ligatures, then
//	                   letters with combining marks
//	loca, glyf         as TrueType has them, offsets 32 bits wide
//
// Command bake writes it.
type header struct {
	version                           int
	em, ascent, descent, capH, xH     int
	weight, angle                     int
	name, index, blocks, glyphs       int
	left, right, ligatures, composite int
}

const (
	magic       = "FACE"
	blobVersion = 1
	glyphSize   = 8
	joinSize    = 6
)

var (
	le = binary.LittleEndian
	be = binary.BigEndian
)

// load takes the parts out of face data, which is trusted: it is embedded.
func load(name string, data []byte) *Face {
	var h header
	rest := data[len(magic):]
	for _, v := range []*int{
		&h.version,
		&h.em, &h.ascent, &h.descent, &h.capH, &h.xH,
		&h.weight, &h.angle,
		&h.name, &h.index, &h.blocks, &h.glyphs,
		&h.left, &h.right, &h.ligatures, &h.composite,
	} {
		*v, rest = int(int16(le.Uint16(rest))), rest[2:]
	}
	if string(data[:len(magic)]) != magic || h.version != blobVersion {
		panic("font: face data of another version; run go generate")
	}
	take := func(n int) []byte {
		b := rest[:n:n]
		rest = rest[n:]
		return b
	}
	f := &Face{
		Name:        name,
		UnitsPerEm:  h.em,
		Ascent:      h.ascent,
		Descent:     h.descent,
		CapHeight:   h.capH,
		XHeight:     h.xH,
		Weight:      h.weight,
		ItalicAngle: h.angle,
	}
	f.head, f.hhea, f.maxp = take(54), take(36), take(32)
	f.PostScriptName = string(take((h.name + 1) &^ 1)[:h.name])
	f.index = take(h.index)
	f.blocks = take(h.blocks * 128)
	f.glyphs = take(h.glyphs * glyphSize)
	f.kern, f.columns = take(h.left*h.right*2), h.right
	f.ligatures = take(h.ligatures * joinSize)
	f.composed = take(h.composite * joinSize)
	f.loca = take((h.glyphs + 1) * 4)
	f.glyf = rest
	for i := range f.BBox {
		f.BBox[i] = int(int16(be.Uint16(f.head[36+2*i:])))
	}
	for r := range f.ascii {
		f.ascii[r] = f.glyph(rune(r))
	}
	f.superior = sync.OnceValue(f.withSuperiors)
	return f
}

// A record is what the data says of a glyph: advance, left side bearing, class
// before another glyph, class after one, 16 bits each from the lowest.
type record uint64

func (f *Face) record(id uint16) record { return record(le.Uint64(f.glyphs[int(id)*glyphSize:])) }

func (r record) advance() int         { return int(uint16(r)) }
func (r record) left() int            { return int(r >> 32 & 0x7FFF) }
func (r record) right() int           { return int(r >> 48 & 0x7FFF) }
func (r record) beginsLigature() bool { return r>>47&1 != 0 }
func (r record) isMark() bool         { return r>>63 != 0 }
