package layout

import (
	"math/rand/v2"
	"testing"
)

// Bullets of the right column come in line with those of the left where they
// missed them by a hair; spaces stay spaces, and the ends stay where they are.
func TestRegister(t *testing.T) {
	w := setter(t, "letter").work(10 * Pt)
	rnd := rand.New(rand.NewPCG(8, 8))
	stream := func() (pieces []piece, places []place) {
		y := 100 * Pt
		for range 12 {
			text := paragraph{style: &w.sheet.body, lines: 1 + rnd.IntN(4)}
			p := piece{kind: itemPiece, text: &text, height: text.height(), leads: text.leads()}
			pieces, places = append(pieces, p), append(places, place{y: y})
			y += p.height + 2*Pt + Length(rnd.IntN(4))*Pt
		}
		return pieces, places
	}
	inLine := func(left, right []piece, l, r []place) int {
		n := 0
		for i := range right {
			for k := Length(0); k <= right[i].leads; k++ {
				for j := range left {
					d := r[i].y + k*w.sheet.body.leading - l[j].y
					if d >= 0 && d <= left[j].leads*w.sheet.body.leading && d%w.sheet.body.leading == 0 {
						n++
					}
				}
			}
		}
		return n
	}
	before, after := 0, 0
	for range 200 {
		left, inLeft := stream()
		right, inRight := stream()
		pieces := append(left, right...)
		f := flow{left: column{first: 0, end: len(left)}, right: column{first: len(left), end: len(pieces)}}
		first, last := inRight[0], inRight[len(inRight)-1]
		before += inLine(left, right, inLeft, inRight)
		register(pieces, &f, inLeft, inRight)
		after += inLine(left, right, inLeft, inRight)
		if inRight[0] != first || inRight[len(inRight)-1] != last {
			t.Fatal("the column begins or ends elsewhere")
		}
		for i := 1; i < len(inRight); i++ {
			if gap := inRight[i].y - endOf(pieces, &f, inRight, i-1); gap < Pt {
				t.Fatalf("%.2f points are left of a space", gap.Points())
			}
		}
	}
	if 2*after < 3*before {
		t.Errorf("%d lines are in line, %d were before", after, before)
	}
}
