package typeface

import (
	"math"

	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// A converted is an outline of the table CFF with its cubic curves made
// quadratic, described as the table glyf would have it.
type converted struct {
	outline []byte
	left    int
}

// tolerance is how far a quadratic curve may be from the cubic one, in ems.
const tolerance = 1.0 / 2000

// maxPoints is the greatest number of points of an outline.
const maxPoints = 1 << 14

// convert returns the outline of a glyph of a font with cubic outlines, blank
// if it is damaged.
func (s *source) convert(id uint16) converted {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c, ok := s.converted[id]; ok {
		return c
	}
	var c converted
	if f, err := s.cubics(); err == nil {
		_ = guard(func() error {
			segments, _, err := f.LoadGlyph(tables.GlyphID(id))
			if err == nil {
				c = describe(segments, float64(s.em)*tolerance)
			}
			return err
		})
	}
	if s.converted == nil {
		s.converted = map[uint16]converted{}
	}
	s.converted[id] = c
	return c
}

// A point is one of a contour, on the curve or the control point of one.
type point struct {
	x, y float64
	on   bool
}

// describe writes an outline as the table glyf has it (OpenType, glyf, simple
// glyph). Contours of either format are closed, and those of CFF turn the
// other way, which the nonzero winding rule does not mind.
func describe(segments []ot.Segment, within float64) converted {
	var contours [][]point
	var open []point
	total := 0
	finish := func() {
		if n := len(open); n > 1 && open[0].x == open[n-1].x && open[0].y == open[n-1].y {
			open = open[:n-1]
		}
		if len(open) > 1 {
			contours = append(contours, open)
			total += len(open)
		}
		open = nil
	}
	at := func(p ot.SegmentPoint, on bool) point { return point{float64(p.X), float64(p.Y), on} }
	for _, seg := range segments {
		switch seg.Op {
		case ot.SegmentOpMoveTo:
			finish()
			open = append(open, at(seg.Args[0], true))
		case ot.SegmentOpLineTo:
			open = append(open, at(seg.Args[0], true))
		case ot.SegmentOpQuadTo:
			open = append(open, at(seg.Args[0], false), at(seg.Args[1], true))
		case ot.SegmentOpCubeTo:
			if len(open) == 0 {
				return converted{}
			}
			open = appendQuadratics(open, open[len(open)-1], at(seg.Args[0], false), at(seg.Args[1], false), at(seg.Args[2], true), within)
		}
		if total+len(open) > maxPoints {
			return converted{}
		}
	}
	finish()
	if len(contours) == 0 {
		return converted{}
	}
	return encode(contours)
}

// appendQuadratics appends a cubic curve as quadratic ones. Halving a cubic
// into n parts makes the distance to the best quadratic of each n³ times
// smaller; of the whole it is √3/36 |d - 3c + 3b - a| (Sederberg, Computer
// Aided Geometric Design, 2012, on degree reduction).
func appendQuadratics(dst []point, a, b, c, d point, within float64) []point {
	far := math.Hypot(d.x-3*c.x+3*b.x-a.x, d.y-3*c.y+3*b.y-a.y) * math.Sqrt(3) / 36
	n := min(max(int(math.Ceil(math.Cbrt(far/within))), 1), 16)
	value := func(t float64) point {
		u := 1 - t
		return point{
			u*u*u*a.x + 3*u*u*t*b.x + 3*u*t*t*c.x + t*t*t*d.x,
			u*u*u*a.y + 3*u*u*t*b.y + 3*u*t*t*c.y + t*t*t*d.y, true,
		}
	}
	slope := func(t float64) (x, y float64) {
		u := 1 - t
		return 3 * (u*u*(b.x-a.x) + 2*u*t*(c.x-b.x) + t*t*(d.x-c.x)), 3 * (u*u*(b.y-a.y) + 2*u*t*(c.y-b.y) + t*t*(d.y-c.y))
	}
	from := a
	for i := range n {
		t0, t1 := float64(i)/float64(n), float64(i+1)/float64(n)
		to := value(t1)
		// The control point is the mean of what the two ends' tangents ask for.
		x0, y0 := slope(t0)
		x1, y1 := slope(t1)
		h := (t1 - t0) / 2
		control := point{(from.x + x0*h + to.x - x1*h) / 2, (from.y + y0*h + to.y - y1*h) / 2, false}
		if i == n-1 {
			to = d
		}
		dst = append(dst, control, point{to.x, to.y, true})
		from = to
	}
	return dst
}

// encode writes contours as a simple glyph, coordinates in whole units.
func encode(contours [][]point) converted {
	type whole struct {
		x, y int
		on   bool
	}
	var all []whole
	var ends []int
	left, bottom, right, top := math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16
	for _, c := range contours {
		for _, p := range c {
			w := whole{round(p.x), round(p.y), p.on}
			left, right = min(left, w.x), max(right, w.x)
			bottom, top = min(bottom, w.y), max(top, w.y)
			all = append(all, w)
		}
		ends = append(ends, len(all)-1)
	}
	g := make([]byte, 0, 12+2*len(ends)+5*len(all))
	for _, v := range []int{len(ends), left, bottom, right, top} {
		g = be.AppendUint16(g, uint16(v))
	}
	for _, end := range ends {
		g = be.AppendUint16(g, uint16(end))
	}
	g = be.AppendUint16(g, 0) // no instructions
	var flags, xs, ys []byte
	x, y := 0, 0
	for _, p := range all {
		flag := byte(0)
		if p.on {
			flag = 1
		}
		var short, same byte
		xs, short, same = appendStep(xs, p.x-x)
		flag |= short<<1 | same<<4
		ys, short, same = appendStep(ys, p.y-y)
		flag |= short<<2 | same<<5
		flags = append(flags, flag)
		x, y = p.x, p.y
	}
	return converted{even(append(append(append(g, flags...), xs...), ys...)), left}
}

// appendStep appends a coordinate as the distance from the one before: no byte
// for none, one up to 255 with the sign in the flag, else two.
func appendStep(b []byte, d int) (out []byte, short, same byte) {
	switch {
	case d == 0:
		return b, 0, 1
	case 0 < d && d < 256:
		return append(b, byte(d)), 1, 1
	case -256 < d && d < 0:
		return append(b, byte(-d)), 1, 0
	}
	return be.AppendUint16(b, uint16(d)), 0, 0
}

// round rounds to a whole unit that fits in 15 bits, so that distances fit in
// 16.
func round(v float64) int {
	return int(math.Round(min(max(v, -16383), 16383)))
}
