package pdf

import (
	"encoding/binary"
	"math"
	"testing"
)

func TestProfile(t *testing.T) {
	b := srgb()
	be := binary.BigEndian
	if int(be.Uint32(b)) != len(b) || string(b[36:40]) != "acsp" || string(b[12:24]) != "mntrRGB XYZ " {
		t.Fatalf("header % x", b[:128])
	}
	tags := map[string][]byte{}
	for i := range int(be.Uint32(b[128:])) {
		entry := b[132+12*i:]
		at, n := int(be.Uint32(entry[4:])), int(be.Uint32(entry[8:]))
		if at%4 != 0 || at+n > len(b) {
			t.Fatalf("tag %.4s lies at %d, %d bytes", entry, at, n)
		}
		tags[string(entry[:4])] = b[at : at+n]
	}
	var sum [3]int
	for _, tag := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		for i := range sum {
			sum[i] += int(be.Uint32(tags[tag][8+4*i:]))
		}
	}
	for i := range sum { // red, green and blue make white, but for rounding
		if white := int(be.Uint32(tags["wtpt"][8+4*i:])); sum[i]-white > 16 || white-sum[i] > 16 {
			t.Errorf("the primaries add up to %#x in place of %#x", sum[i], white)
		}
	}
	curve := tags["gTRC"]
	at := func(i int) float64 { return float64(int32(be.Uint32(curve[12+4*i:]))) / 65536 }
	if string(curve[:4]) != "para" || be.Uint16(curve[8:]) != 3 || len(curve) != 32 {
		t.Fatalf("curve % x", curve)
	}
	light := func(v float64) float64 {
		if v < at(4) {
			return at(3) * v
		}
		return math.Pow(at(1)*v+at(2), at(0))
	}
	for _, tt := range []struct{ value, want float64 }{{0, 0}, {0.04, 0.04 / 12.92}, {0.5, math.Pow((0.5+0.055)/1.055, 2.4)}, {1, 1}} {
		if got := light(tt.value); math.Abs(got-tt.want) > 1e-4 {
			t.Errorf("%g gives %g of the light, want %g", tt.value, got, tt.want)
		}
	}
}
