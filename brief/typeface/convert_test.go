package typeface

import (
	"math"
	"math/rand/v2"
	"testing"

	ot "github.com/go-text/typesetting/font/opentype"
)

// The quadratic curves stay within a thousandth of the em of the cubic one.
func TestQuadratics(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 1))
	const em = 1000
	for range 60 {
		var p [4]point
		for i := range p {
			p[i] = point{float64(rnd.IntN(em)), float64(rnd.IntN(em)), true}
		}
		quads := appendQuadratics([]point{p[0]}, p[0], p[1], p[2], p[3], em*tolerance)
		for k := range 40 {
			u := float64(k) / 40
			v := 1 - u
			x := v*v*v*p[0].x + 3*v*v*u*p[1].x + 3*v*u*u*p[2].x + u*u*u*p[3].x
			y := v*v*v*p[0].y + 3*v*v*u*p[1].y + 3*v*u*u*p[2].y + u*u*u*p[3].y
			if d := distance(quads, x, y); d > em/1000 {
				t.Fatalf("%v: %.2f units away at %g", p, d, u)
			}
		}
	}
}

// distance returns how far a place is from a chain of quadratic curves.
func distance(quads []point, x, y float64) float64 {
	least := math.Inf(1)
	for i := 0; i+2 < len(quads); i += 2 {
		a, c, b := quads[i], quads[i+1], quads[i+2]
		for k := range 1001 {
			u := float64(k) / 1000
			v := 1 - u
			least = min(least, math.Hypot(v*v*a.x+2*u*v*c.x+u*u*b.x-x, v*v*a.y+2*u*v*c.y+u*u*b.y-y))
		}
	}
	return least
}

func TestDescribe(t *testing.T) {
	at := func(op ot.SegmentOp, x, y float32) ot.Segment {
		return ot.Segment{Op: op, Args: [3]ot.SegmentPoint{{X: x, Y: y}}}
	}
	c := describe([]ot.Segment{
		at(ot.SegmentOpMoveTo, 10, 20), at(ot.SegmentOpLineTo, 310, 20), at(ot.SegmentOpLineTo, 310, 420), at(ot.SegmentOpLineTo, 10, 20),
	}, 1)
	if c.left != 10 {
		t.Errorf("left edge at %d", c.left)
	}
	if got := simple(append([]byte(nil), c.outline...)); got == nil || len(got) != len(c.outline) {
		t.Fatalf("not a sound glyph: % x", c.outline)
	}
	if n := int(be.Uint16(c.outline[10:])) + 1; n != 3 {
		t.Errorf("%d points, want 3: the last is the first again", n)
	}
	if describe(nil, 1).outline != nil {
		t.Error("something was drawn of nothing")
	}
}
