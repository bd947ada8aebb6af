package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"testing"
)

// The profile is computed with floating-point numbers; it must not differ by
// machine.
func TestProfileIsTheSameEverywhere(t *testing.T) {
	const want = "355f9dbcdc83494bc1e454a39d28f9bfba7f83146ba121516f0c90f531e78d2b"
	if got := fmt.Sprintf("%x", sha256.Sum256(srgb())); got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
}

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
	at := func(i int) float64 { return float64(be.Uint16(curve[12+2*i:])) / 65535 }
	if n := be.Uint32(curve[8:]); n != 256 || at(0) != 0 || at(255) != 1 {
		t.Fatalf("curve of %d values from %g to %g", n, at(0), at(255))
	}
	if mid := at(128); mid < 0.2158 || mid > 0.2159 { // ((128/255+0.055)/1.055)^2.4
		t.Errorf("half the value gives %g of the light", mid)
	}
}
