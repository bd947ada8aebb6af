package main

import (
	"encoding/binary"
	"fmt"
)

// encode lays the face out as package font reads it; see blob.go there.
func encode(f *trueType, s *shaped) ([]byte, error) {
	le := binary.LittleEndian
	index, blocks, err := pages(s)
	if err != nil {
		return nil, err
	}
	angle := int(int32(be.Uint32(f.post[4:]))) * 100 / 65536

	b := []byte("FACE")
	for _, v := range []int{
		1,                                                                                   // version
		int(be.Uint16(f.head[18:])), int(be.Uint16(f.os2[68:])), int(be.Uint16(f.os2[70:])), // em, ascender, descender
		int(be.Uint16(f.os2[88:])), int(be.Uint16(f.os2[86:])), // heights of H and x
		int(be.Uint16(f.os2[4:])), angle, // weight, slant
		len(f.name), len(index), len(blocks), len(s.glyphs),
		len(s.leftRows), len(s.rightCols), len(s.ligatures), len(s.compositions),
	} {
		b = le.AppendUint16(b, uint16(v))
	}
	b = append(b, f.head...)
	b = append(b, f.hhea...)
	b = append(b, f.maxp...)
	b = pad(append(b, f.name...))
	b = append(b, index...)
	for _, block := range blocks {
		for _, id := range block {
			b = le.AppendUint16(b, id)
		}
	}
	heads := map[uint16]bool{}
	for _, j := range s.ligatures {
		heads[j.left] = true
	}
	for i, g := range s.glyphs {
		left, right := s.left[i], s.right[i]
		if heads[uint16(i)] {
			left |= 1 << 15
		}
		if g.mark {
			right |= 1 << 15
		}
		b = le.AppendUint16(b, g.advance)
		b = le.AppendUint16(b, g.lsb)
		b = le.AppendUint16(b, uint16(left))
		b = le.AppendUint16(b, uint16(right))
	}
	for _, row := range s.kern {
		for _, v := range row {
			b = le.AppendUint16(b, uint16(v))
		}
	}
	for _, js := range [][]join{s.ligatures, s.compositions} {
		for _, j := range js {
			b = le.AppendUint16(b, j.left)
			b = le.AppendUint16(b, j.right)
			b = le.AppendUint16(b, j.joined)
		}
	}
	loca, glyf := outlines(f, s)
	for _, at := range loca {
		b = le.AppendUint32(b, uint32(at))
	}
	return append(b, glyf...), nil
}

// pages makes the table from characters to glyphs: an index of blocks of 64
// characters, equal blocks being one.
func pages(s *shaped) (index []byte, blocks [][64]uint16, err error) {
	all := make([][64]uint16, (s.runes[len(s.runes)-1]>>6+2)&^1)
	for i, r := range s.runes {
		all[r>>6][r&63] = s.ids[i]
	}
	blocks = [][64]uint16{{}}
	seen := map[[64]uint16]int{{}: 0}
	for _, block := range all {
		k, ok := seen[block]
		if !ok {
			k = len(blocks)
			seen[block] = k
			blocks = append(blocks, block)
		}
		if k > 255 {
			return nil, nil, fmt.Errorf("more than 256 blocks of characters")
		}
		index = append(index, byte(k))
	}
	return index, blocks, nil
}

// outlines returns the glyph descriptions one after the other, with component
// numbers changed to ours, and where each begins.
func outlines(f *trueType, s *shaped) (loca []int, glyf []byte) {
	number := map[int]uint16{}
	for i, g := range s.glyphs {
		number[g.source] = uint16(i)
	}
	for _, g := range s.glyphs {
		loca = append(loca, len(glyf))
		if g.source < 0 {
			continue
		}
		o := f.outline(g.source)
		if isComposite(o) {
			components(o, func(at int) { be.PutUint16(o[at+2:], number[int(be.Uint16(o[at+2:]))]) })
		}
		glyf = pad(append(glyf, o...))
	}
	return append(loca, len(glyf)), glyf
}

func pad(b []byte) []byte {
	if len(b)%2 != 0 {
		b = append(b, 0)
	}
	return b
}
