package art

import (
	"fmt"
	"math"

	"readahead/brief/layout"
)

type point = [2]float64

// A pen draws outlines in the drawing's own units.
type pen struct {
	out         []layout.ArtSegment
	at, start   point
	control     point // of the last curve, for smooth ones
	cubic, quad bool  // what the last step was
}

func (p *pen) add(op layout.SegmentOp, pts ...point) {
	s := layout.ArtSegment{Op: op}
	copy(s.P[:], pts)
	p.out = append(p.out, s)
	if len(pts) > 0 {
		p.at = pts[len(pts)-1]
	}
}

func (p *pen) move(to point) { p.add(layout.MoveTo, to); p.start = to }
func (p *pen) line(to point) { p.add(layout.LineTo, to) }
func (p *pen) close()        { p.add(layout.Close); p.at = p.start }

// quadratic adds a quadratic curve as the cubic that it is.
func (p *pen) quadratic(c, to point) {
	a := p.at
	p.add(layout.CurveTo,
		point{a[0] + (c[0]-a[0])*2/3, a[1] + (c[1]-a[1])*2/3},
		point{to[0] + (c[0]-to[0])*2/3, to[1] + (c[1]-to[1])*2/3}, to)
}

// data draws the data of a path (SVG 2, 9.3).
func (p *pen) data(d string) error {
	sc := scanner{d}
	op := byte(0)
	for sc.more() {
		if len(p.out) > maxSegments {
			return fmt.Errorf("more than %d lines and curves", maxSegments)
		}
		c := sc.s[0]
		if 'A' <= c&^0x20 && c&^0x20 <= 'Z' && c != 'e' && c != 'E' {
			op = c
			sc.s = sc.s[1:]
		} else if op == 'z' || op == 'Z' {
			op = 0
		}
		if len(p.out) == 0 && op != 'M' && op != 'm' {
			return fmt.Errorf("a path begins with M, not %q", c)
		}
		if !p.step(op, &sc) {
			return fmt.Errorf("the path is not understood at %.20q", sc.s)
		}
		switch op {
		case 'M':
			op = 'L'
		case 'm':
			op = 'l'
		}
	}
	return nil
}

// step draws one command with its numbers.
func (p *pen) step(op byte, sc *scanner) (ok bool) {
	base := point{}
	if op >= 'a' {
		base = p.at
	}
	ok = true
	num := func() float64 {
		v, good := sc.number()
		ok = ok && good
		return v
	}
	pt := func() point { x := num(); y := num(); return point{base[0] + x, base[1] + y} }
	reflected := func(known bool) point {
		if !known {
			return p.at
		}
		return point{2*p.at[0] - p.control[0], 2*p.at[1] - p.control[1]}
	}
	cubic, quad := p.cubic, p.quad
	p.cubic, p.quad = false, false
	switch op &^ 0x20 {
	case 'M':
		p.move(pt())
	case 'L':
		p.line(pt())
	case 'H':
		p.line(point{base[0] + num(), p.at[1]})
	case 'V':
		p.line(point{p.at[0], base[1] + num()})
	case 'C', 'S':
		c1 := reflected(cubic)
		if op&^0x20 == 'C' {
			c1 = pt()
		}
		p.control, p.cubic = pt(), true
		p.add(layout.CurveTo, c1, p.control, pt())
	case 'Q', 'T':
		c := reflected(quad)
		if op&^0x20 == 'Q' {
			c = pt()
		}
		p.control, p.quad = c, true
		p.quadratic(c, pt())
	case 'A':
		rx, ry, turn := num(), num(), num()
		large, ok1 := sc.flag()
		sweep, ok2 := sc.flag()
		ok = ok && ok1 && ok2
		p.arc(rx, ry, turn, large, sweep, pt())
	case 'Z':
		p.close()
	default:
		return false
	}
	return ok
}

// arc draws an elliptical arc as cubic curves of at most a quarter turn (SVG
// 2, B.2.4 and B.2.5).
func (p *pen) arc(rx, ry, turn float64, large, sweep bool, to point) {
	from := p.at
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || from == to {
		p.line(to)
		return
	}
	sin, cos := math.Sincos(turn * math.Pi / 180)
	dx, dy := (from[0]-to[0])/2, (from[1]-to[1])/2
	x, y := (cos*dx+sin*dy)/rx, (cos*dy-sin*dx)/ry
	d := x*x + y*y
	if d > 1 { // too small to reach: scaled up
		s := math.Sqrt(d)
		rx, ry, x, y, d = rx*s, ry*s, x/s, y/s, 1
	}
	k := math.Sqrt(max(1/d-1, 0))
	if large == sweep {
		k = -k
	}
	cx, cy := k*y, -k*x // centre, on the unit circle
	start := math.Atan2(y-cy, x-cx)
	sweepBy := math.Atan2(-y-cy, -x-cx) - start
	if sweep && sweepBy < 0 {
		sweepBy += 2 * math.Pi
	} else if !sweep && sweepBy > 0 {
		sweepBy -= 2 * math.Pi
	}
	mid := point{(from[0] + to[0]) / 2, (from[1] + to[1]) / 2}
	place := func(u, v float64) point {
		u, v = (u+cx)*rx, (v+cy)*ry
		return point{mid[0] + cos*u - sin*v, mid[1] + sin*u + cos*v}
	}
	n := int(math.Ceil(math.Abs(sweepBy)/(math.Pi/2) - 1e-9))
	step := sweepBy / float64(max(n, 1))
	h := 4.0 / 3 * math.Tan(step/4)
	for i := range n {
		s1, c1 := math.Sincos(start + step*float64(i))
		s2, c2 := math.Sincos(start + step*float64(i+1))
		end := place(c2, s2)
		if i == n-1 {
			end = to
		}
		p.add(layout.CurveTo, place(c1-h*s1, s1+h*c1), place(c2+h*s2, s2-h*c2), end)
	}
}

// rect draws a rectangle, with rounded corners where it has rx or ry.
func (p *pen) rect(attrs map[string]string) error {
	v, err := values(attrs, "x", "y", "width", "height", "rx", "ry")
	if err != nil || v[2] <= 0 || v[3] <= 0 {
		return err
	}
	x, y, w, h, rx, ry := v[0], v[1], v[2], v[3], v[4], v[5]
	if attrs["rx"] == "" {
		rx = ry
	}
	if attrs["ry"] == "" {
		ry = rx
	}
	rx, ry = min(max(rx, 0), w/2), min(max(ry, 0), h/2)
	corner := func(to point) {
		if rx > 0 && ry > 0 {
			p.arc(rx, ry, 0, false, true, to)
		}
	}
	p.move(point{x + rx, y})
	p.line(point{x + w - rx, y})
	corner(point{x + w, y + ry})
	p.line(point{x + w, y + h - ry})
	corner(point{x + w - rx, y + h})
	p.line(point{x + rx, y + h})
	corner(point{x, y + h - ry})
	p.line(point{x, y + ry})
	corner(point{x + rx, y})
	p.close()
	return nil
}

func (p *pen) ellipse(attrs map[string]string) error {
	v, err := values(attrs, "cx", "cy", "rx", "ry")
	if err != nil || v[2] <= 0 || v[3] <= 0 {
		return err
	}
	p.move(point{v[0] + v[2], v[1]})
	p.arc(v[2], v[3], 0, false, true, point{v[0] - v[2], v[1]})
	p.arc(v[2], v[3], 0, false, true, point{v[0] + v[2], v[1]})
	p.close()
	return nil
}

func (p *pen) polygon(points string) error {
	v, err := numbers(points)
	if err != nil || len(v) < 4 {
		return err
	}
	if len(v)/2 > maxSegments {
		return fmt.Errorf("more than %d lines", maxSegments)
	}
	p.move(point{v[0], v[1]})
	for i := 2; i+1 < len(v); i += 2 {
		p.line(point{v[i], v[i+1]})
	}
	p.close()
	return nil
}

// values reads attributes that are numbers.
func values(attrs map[string]string, names ...string) ([]float64, error) {
	out := make([]float64, len(names))
	for i, name := range names {
		v, err := number(attrs[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[i] = v
	}
	return out, nil
}
