package main

import (
	"fmt"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// kerning returns what the typeface adds between two of its glyphs. It is
// read from the GPOS table rather than by shaping pairs: the shaper (v0.3.5)
// passes over lookups whose coverage fills one of its three filters, and the
// italic loses most of its kerning to that.
func kerning(gpos font.GPOS) (func(a, b ot.GID) int16, error) {
	lookups, err := kernLookups(gpos)
	if err != nil {
		return nil, err
	}
	return func(a, b ot.GID) int16 {
		var sum int16
		for _, l := range lookups {
			sum += pairAdjustment(l, tables.GlyphID(a), tables.GlyphID(b))
		}
		return sum
	}, nil
}

// kernLookups returns the lookups of the feature kern, which must be the same
// for all scripts and languages and adjust pairs only.
func kernLookups(gpos font.GPOS) ([]font.GPOSLookup, error) {
	var indices []uint16
	for _, f := range gpos.Features {
		if f.Tag != ot.MustNewTag("kern") {
			continue
		}
		if indices != nil && fmt.Sprint(indices) != fmt.Sprint(f.LookupListIndices) {
			return nil, fmt.Errorf("kerning differs by script or language")
		}
		indices = f.LookupListIndices
	}
	var lookups []font.GPOSLookup
	for _, i := range indices {
		l := gpos.Lookups[i]
		for _, sub := range l.Subtables {
			if _, ok := sub.(tables.PairPos); !ok {
				return nil, fmt.Errorf("kerning by %T", sub)
			}
		}
		lookups = append(lookups, l)
	}
	return lookups, nil
}

// pairAdjustment applies the first subtable that knows the pair (OpenType,
// GPOS lookup type 2). Like HarfBuzz it takes a second glyph without a class
// for one that the subtable does not know.
func pairAdjustment(l font.GPOSLookup, a, b tables.GlyphID) int16 {
	for _, sub := range l.Subtables {
		pairs := sub.(tables.PairPos)
		row, ok := pairs.Cov().Index(a)
		if !ok {
			continue
		}
		switch p := pairs.Data.(type) {
		case tables.PairPosData1:
			if rec, ok := p.PairSets[row].FindGlyph(b); ok {
				return rec.ValueRecord1.XAdvance
			}
		case tables.PairPosData2:
			if col, ok := p.ClassDef2.Class(b); ok {
				class, _ := p.ClassDef1.Class(a)
				return p.Record(class, col).ValueRecord1.XAdvance
			}
		}
	}
	return 0
}

// addKerning fills in the kerning matrix, equal rows and equal columns folded
// to classes.
func (s *shaper) addKerning() error {
	between, err := kerning(s.face.GPOS)
	if err != nil {
		return err
	}
	at := func(a, b int) int16 {
		ga, gb := s.glyphs[a], s.glyphs[b]
		if ga.text == nil || gb.text == nil || ga.mark || gb.mark {
			return 0
		}
		return between(ot.GID(ga.source), ot.GID(gb.source))
	}
	n := len(s.glyphs)
	s.left, s.leftRows = classes(n, func(a int) string {
		key := make([]byte, 0, 2*n)
		for b := range n {
			key = be.AppendUint16(key, uint16(at(a, b)))
		}
		return string(key)
	})
	s.right, s.rightCols = classes(n, func(b int) string {
		key := make([]byte, 0, 2*len(s.leftRows))
		for _, a := range s.leftRows {
			key = be.AppendUint16(key, uint16(at(a, b)))
		}
		return string(key)
	})
	for _, a := range s.leftRows {
		row := make([]int16, len(s.rightCols))
		for i, b := range s.rightCols {
			row[i] = at(a, b)
		}
		s.kern = append(s.kern, row)
	}
	return nil
}

// classes numbers 0..n-1 by key, in order of appearance, and returns for each
// its class and for each class its first member.
func classes(n int, key func(int) string) (class, first []int) {
	seen := map[string]int{}
	for i := range n {
		k := key(i)
		c, ok := seen[k]
		if !ok {
			c = len(first)
			seen[k] = c
			first = append(first, i)
		}
		class = append(class, c)
	}
	return class, first
}
