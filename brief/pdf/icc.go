package pdf

import (
	"encoding/binary"
	"math"
	"sync"

	"readahead/brief/deflate"
)

// srgbPacked returns the deflated color profile of the page. It is made once.
var srgbPacked = sync.OnceValue(func() []byte { return deflate.Zlib(srgb()) })

// srgb returns a profile of the color space sRGB (IEC 61966-2-1), of class
// display, version 2.1 (ICC.1:1998-09), with the primaries adapted to D50.
func srgb() []byte {
	curve := transferCurve()
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", textDescription("sRGB")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright\x00"...)},
		{"wtpt", xyz(0xF6D6, 0x10000, 0xD32D)},
		{"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)},
		{"gXYZ", xyz(0x6299, 0xB785, 0x18DA)},
		{"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", curve},
		{"gTRC", nil}, // the same curve
		{"bTRC", nil},
	}
	be := binary.BigEndian
	b := make([]byte, 128+4+12*len(tags))
	copy(b[8:], []byte{2, 0x10}) // version
	copy(b[12:], "mntrRGB XYZ ")
	copy(b[24:], []byte{0x07, 0xE0, 0, 1, 0, 1}) // date: 2016-01-01
	copy(b[36:], "acsp")
	copy(b[68:], xyz(0xF6D6, 0x10000, 0xD32D)[8:]) // illuminant: D50
	be.PutUint32(b[128:], uint32(len(tags)))
	var at, size int
	for i, tag := range tags {
		if tag.data != nil {
			at, size = len(b), len(tag.data)
			b = append(b, tag.data...)
			for len(b)%4 != 0 {
				b = append(b, 0)
			}
		}
		entry := b[132+12*i:]
		copy(entry, tag.name)
		be.PutUint32(entry[4:], uint32(at))
		be.PutUint32(entry[8:], uint32(size))
	}
	be.PutUint32(b, uint32(len(b)))
	return b
}

// xyz returns a tag of one color in 16.16 fixed-point numbers.
func xyz(x, y, z uint32) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []uint32{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}

// textDescription returns a tag of type textDescriptionType with an ASCII
// part only.
func textDescription(s string) []byte {
	b := binary.BigEndian.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...) // no Unicode, no Macintosh script
}

// transferCurve returns a tag with the light of 256 values. No value lies so
// near to half a step that machines could round it differently; a test holds
// the profile's digest.
func transferCurve() []byte {
	const steps = 256
	b := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(v*65535+0.5))
	}
	return b
}
