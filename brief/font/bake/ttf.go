package main

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

var be = binary.BigEndian

// A trueType is a TrueType file taken apart. Tables are as the OpenType
// specification describes them, big-endian.
type trueType struct {
	head, hhea, maxp, hmtx, loca, glyf, os2, post []byte

	name     string // PostScript name
	glyphs   int
	hMetrics int // glyphs with an advance of their own in hmtx
}

func parse(data []byte) (*trueType, error) {
	tables := map[string][]byte{}
	for i := range int(be.Uint16(data[4:])) {
		rec := data[12+16*i:]
		off, n := be.Uint32(rec[8:]), be.Uint32(rec[12:])
		tables[string(rec[:4])] = data[off : off+n]
	}
	for _, tag := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "OS/2", "post", "name"} {
		if tables[tag] == nil {
			return nil, fmt.Errorf("no %s table", tag)
		}
	}
	f := &trueType{
		head: tables["head"][:54],
		hhea: tables["hhea"][:36],
		maxp: tables["maxp"][:32],
		hmtx: tables["hmtx"],
		loca: tables["loca"],
		glyf: tables["glyf"],
		os2:  tables["OS/2"],
		post: tables["post"],
		name: postScriptName(tables["name"]),
	}
	f.glyphs = int(be.Uint16(f.maxp[4:]))
	f.hMetrics = int(be.Uint16(f.hhea[34:]))
	if f.name == "" {
		return nil, fmt.Errorf("no PostScript name")
	}
	return f, nil
}

// postScriptName returns name 6 in the form that Windows reads (platform 3,
// UTF-16).
func postScriptName(name []byte) string {
	strs := name[be.Uint16(name[4:]):]
	for i := range int(be.Uint16(name[2:])) {
		rec := name[6+12*i:]
		if be.Uint16(rec) != 3 || be.Uint16(rec[6:]) != 6 {
			continue
		}
		b := strs[be.Uint16(rec[10:]):][:be.Uint16(rec[8:])]
		u := make([]uint16, len(b)/2)
		for k := range u {
			u[k] = be.Uint16(b[2*k:])
		}
		return string(utf16.Decode(u))
	}
	return ""
}

// metrics returns the advance and the left side bearing of a glyph.
func (f *trueType) metrics(g int) (advance, lsb uint16) {
	if g < f.hMetrics {
		return be.Uint16(f.hmtx[4*g:]), be.Uint16(f.hmtx[4*g+2:])
	}
	return be.Uint16(f.hmtx[4*(f.hMetrics-1):]), be.Uint16(f.hmtx[4*f.hMetrics+2*(g-f.hMetrics):])
}

// outline returns a copy of the glyph's description without instructions; nil
// for an empty glyph.
func (f *trueType) outline(g int) []byte {
	var start, end int
	if be.Uint16(f.head[50:]) == 1 {
		start, end = int(be.Uint32(f.loca[4*g:])), int(be.Uint32(f.loca[4*g+4:]))
	} else {
		start, end = 2*int(be.Uint16(f.loca[2*g:])), 2*int(be.Uint16(f.loca[2*g+2:]))
	}
	if start == end {
		return nil
	}
	return stripHints(append([]byte(nil), f.glyf[start:end]...))
}

// components calls yield with the offset of each component record of a
// composite glyph, and returns the offset behind the last.
func components(g []byte, yield func(at int)) (end int) {
	const (
		wordArgs = 1 << 0
		scale    = 1 << 3
		more     = 1 << 5
		xyScale  = 1 << 6
		matrix   = 1 << 7
	)
	for at := 10; ; {
		yield(at)
		flags := be.Uint16(g[at:])
		at += 6
		if flags&wordArgs != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&xyScale != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			return at
		}
	}
}

func isComposite(g []byte) bool { return len(g) > 0 && int16(be.Uint16(g)) < 0 }

// stripHints removes a glyph's instructions and padding: print needs none,
// and without them the font needs no cvt, fpgm and prep tables.
func stripHints(g []byte) []byte {
	const haveInstructions = 1 << 8
	if isComposite(g) {
		end := components(g, func(at int) {
			be.PutUint16(g[at:], be.Uint16(g[at:])&^haveInstructions)
		})
		return g[:end]
	}
	contours := int(be.Uint16(g))
	at := 10 + 2*contours
	points := int(be.Uint16(g[at-2:])) + 1
	rest := g[at+2+int(be.Uint16(g[at:])):]
	be.PutUint16(g[at:], 0)
	return append(g[:at+2], rest[:pointsLen(rest, points)]...)
}

// pointsLen returns the length of the flags and coordinates of n points.
func pointsLen(b []byte, n int) int {
	const (
		xShort = 1 << 1
		yShort = 1 << 2
		repeat = 1 << 3
		xSame  = 1 << 4
		ySame  = 1 << 5
	)
	at, coords := 0, 0
	for n > 0 {
		flags, times := b[at], 1
		at++
		if flags&repeat != 0 {
			times += int(b[at])
			at++
		}
		n -= times
		switch {
		case flags&xShort != 0:
			coords += times
		case flags&xSame == 0:
			coords += 2 * times
		}
		switch {
		case flags&yShort != 0:
			coords += times
		case flags&ySame == 0:
			coords += 2 * times
		}
	}
	return at + coords
}
