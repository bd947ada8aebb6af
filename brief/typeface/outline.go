package typeface

// maxDescription is the greatest length of a glyph's description in bytes.
const maxDescription = 1 << 17

// checked returns a glyph's description without instructions and padded to an
// even length, or nil if it is blank or damaged.
func (s *source) checked(id uint16) []byte {
	budget := maxParts
	if !s.sound(id, 0, &budget) {
		return nil
	}
	g := s.description(id)
	if len(g) < 10 {
		return nil
	}
	if int16(be.Uint16(g)) < 0 {
		return s.composite(g)
	}
	return simple(g)
}

// Composite glyphs are this deep at most, and have so many parts with the
// parts of parts.
const (
	maxDepth = 8
	maxParts = 256
)

// sound reports whether a glyph is simple, or made of sound ones.
func (s *source) sound(id uint16, depth int, budget *int) bool {
	*budget--
	if depth > maxDepth || *budget < 0 {
		return false
	}
	g := s.description(id)
	if len(g) < 10 || int16(be.Uint16(g)) >= 0 {
		return true
	}
	_, ok := components(g, func(at int) bool {
		part := be.Uint16(g[at+2:])
		return int(part) < s.glyphs && s.sound(part, depth+1, budget)
	})
	return ok
}

// description returns what the table glyf has of a glyph, or nil.
func (s *source) description(id uint16) []byte {
	n, from, to := int(id), int64(0), int64(0)
	switch {
	case n >= s.glyphs:
		return nil
	case s.long && 4*n+8 <= len(s.loca):
		from, to = int64(be.Uint32(s.loca[4*n:])), int64(be.Uint32(s.loca[4*n+4:]))
	case !s.long && 2*n+4 <= len(s.loca):
		from, to = 2*int64(be.Uint16(s.loca[2*n:])), 2*int64(be.Uint16(s.loca[2*n+2:]))
	}
	if from >= to || to > s.glyf.bytes || to-from > maxDescription {
		return nil
	}
	b, err := s.file.bytes(s.glyf.at+from, to-from)
	if err != nil {
		return nil
	}
	return b
}

// composite strips a composite glyph of its instructions (OpenType, glyf).
func (s *source) composite(g []byte) []byte {
	const haveInstructions = 1 << 8
	end, ok := components(g, func(at int) bool {
		be.PutUint16(g[at:], be.Uint16(g[at:])&^haveInstructions)
		return true
	})
	if !ok {
		return nil
	}
	return even(g[:end])
}

// components calls yield with the offset of each component record of a
// composite glyph, and returns the offset behind the last. It stops where the
// records reach beyond the description or yield returns false.
func components(g []byte, yield func(at int) bool) (end int, ok bool) {
	const (
		wordArgs = 1 << 0
		scale    = 1 << 3
		more     = 1 << 5
		xyScale  = 1 << 6
		matrix   = 1 << 7
	)
	for at := 10; at+4 <= len(g); {
		flags := be.Uint16(g[at:])
		size := 6
		if flags&wordArgs != 0 {
			size += 2
		}
		switch {
		case flags&scale != 0:
			size += 2
		case flags&xyScale != 0:
			size += 4
		case flags&matrix != 0:
			size += 8
		}
		if at+size > len(g) || !yield(at) {
			return 0, false
		}
		at += size
		if flags&more == 0 {
			return at, true
		}
	}
	return 0, false
}

// simple strips a simple glyph of its instructions and of what stands behind
// its points; nil if they are not all there.
func simple(g []byte) []byte {
	contours := int(be.Uint16(g))
	at := 10 + 2*contours
	if contours == 0 || at+2 > len(g) {
		return nil
	}
	last := -1
	for i := range contours {
		end := int(be.Uint16(g[10+2*i:]))
		if end < last {
			return nil
		}
		last = end
	}
	skip := int(be.Uint16(g[at:]))
	if at+2+skip > len(g) {
		return nil
	}
	n := pointsLen(g[at+2+skip:], last+1)
	if n < 0 {
		return nil
	}
	be.PutUint16(g[at:], 0)
	points := g[at+2+skip:][:n]
	return even(append(g[:at+2], points...))
}

// pointsLen returns the length of the flags and coordinates of n points, -1 if
// they reach beyond b.
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
		if at+2 > len(b) {
			return -1
		}
		flags, times := b[at], 1
		at++
		if flags&repeat != 0 {
			times += int(b[at])
			at++
		}
		if n -= times; n < 0 {
			return -1
		}
		for _, axis := range [2][2]byte{{xShort, xSame}, {yShort, ySame}} {
			switch {
			case flags&axis[0] != 0:
				coords += times
			case flags&axis[1] == 0:
				coords += 2 * times
			}
		}
	}
	if at+coords > len(b) {
		return -1
	}
	return at + coords
}

func even(b []byte) []byte {
	if len(b)%2 != 0 {
		b = append(b[:len(b):len(b)], 0)
	}
	return b
}
