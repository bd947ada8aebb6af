package font

// Subset returns a TrueType program in which glyph i is the face's glyph
// ids[i]. By custom ids[0] is 0. A glyph may come more than once, so that
// characters that look the same can keep numbers of their own. The parts of
// composite glyphs follow behind. There are no character map and no names: the
// program is for embedding where glyphs are called by number.
func (f *Face) Subset(ids []uint16) []byte {
	ids, outlines, place := f.withParts(ids)
	size := 0
	for _, g := range outlines {
		size += len(g)
	}
	p := newProgram(len(ids), size)
	f.subsetHeaders(p, len(ids))
	if f.source != nil {
		p.count(outlines)
	}
	end := 0
	for i, id := range ids {
		advance, bearing := f.metrics(id)
		be.PutUint16(p.hmtx[4*i:], uint16(advance))
		be.PutUint16(p.hmtx[4*i+2:], uint16(bearing))
		p.setOffset(i, end)
		g := p.glyf[end:]
		g = g[:copy(g, outlines[i])]
		for at := range components(g) {
			be.PutUint16(g[at:], place[be.Uint16(g[at:])])
		}
		end += len(g)
	}
	p.setOffset(len(ids), end)
	return p.finish()
}

// metrics returns a glyph's advance and left side bearing.
func (f *Face) metrics(id uint16) (advance, bearing int) {
	if id == Blank {
		return 0, 0
	}
	if f.source != nil {
		return f.source.Metrics(id)
	}
	m := f.glyphs[int(id)*glyphSize:]
	return int(le.Uint16(m)), int(int16(le.Uint16(m[2:])))
}

// withParts returns ids with the parts of composite glyphs behind them, their
// descriptions, and for every glyph of the face where it stands in that list.
func (f *Face) withParts(ids []uint16) (all []uint16, outlines [][]byte, place []uint16) {
	const absent = 0xFFFF
	place = make([]uint16, f.NumGlyphs())
	for i := range place {
		place[i] = absent
	}
	for i, id := range ids {
		if id != Blank && place[id] == absent {
			place[id] = uint16(i)
		}
	}
	all = ids[:len(ids):len(ids)]
	for i := 0; i < len(all); i++ {
		g := f.outline(all[i])
		outlines = append(outlines, g)
		for at := range components(g) {
			if part := be.Uint16(g[at:]); place[part] == absent {
				place[part] = uint16(len(all))
				all = append(all, part)
			}
		}
	}
	return all, outlines, place
}

func (f *Face) subsetHeaders(p *program, glyphs int) {
	copy(p.head, f.head)
	be.PutUint32(p.head[8:], 0) // checksumAdjustment: finish sets it
	clear(p.head[20:36])        // created, modified
	be.PutUint16(p.head[50:], 0)
	if p.long {
		be.PutUint16(p.head[50:], 1) // indexToLocFormat
	}
	copy(p.hhea, f.hhea)
	be.PutUint16(p.hhea[34:], uint16(glyphs)) // numberOfHMetrics
	copy(p.maxp, f.maxp)
	be.PutUint16(p.maxp[4:], uint16(glyphs))
	be.PutUint16(p.maxp[14:], 1) // maxZones: no twilight zone,
	clear(p.maxp[16:28])         // and nothing else for instructions
}

// outline returns the glyph's description, empty for a blank one.
func (f *Face) outline(id uint16) []byte {
	if id == Blank {
		return nil
	}
	if f.source != nil {
		return f.source.Outline(id)
	}
	at := f.loca[4*int(id):]
	return f.glyf[le.Uint32(at):le.Uint32(at[4:])]
}

// components yields the offset of the glyph number in each component record
// of a composite glyph (OpenType, glyf table).
func components(g []byte) func(yield func(int) bool) {
	const (
		wordArgs = 1 << 0
		scale    = 1 << 3
		more     = 1 << 5
		xyScale  = 1 << 6
		matrix   = 1 << 7
	)
	return func(yield func(int) bool) {
		if len(g) == 0 || int16(be.Uint16(g)) >= 0 {
			return
		}
		for at := 10; ; {
			flags := be.Uint16(g[at:])
			if !yield(at + 2) {
				return
			}
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
				return
			}
		}
	}
}
