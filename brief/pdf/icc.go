package pdf

import (
	"encoding/binary"
	"sync"
	"unicode/utf16"

	"readahead/brief/deflate"
)

// srgbPacked returns the deflated color profile of the page. It is made once.
var srgbPacked = sync.OnceValue(func() []byte { return deflate.Zlib(srgb()) })

// srgb returns a profile of the color space sRGB (IEC 61966-2-1), of class
// display, version 4.2 (ISO 15076-1), with the primaries adapted to D50. From
// that version on, the transfer curve can be told as what it is, a formula,
// which takes the place of a table.
func srgb() []byte {
	curve := iccNumbers("para", 3<<16, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B)
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", iccText("sRGB")},
		{"cprt", iccText("CC0")},
		{"wtpt", iccNumbers("XYZ ", d50X, d50Y, d50Z)},
		{"chad", iccNumbers("sf32", // from D65, by the Bradford transform
			0x10C42, 0x005DE, 0xFFFFF325,
			0x00793, 0x0FD90, 0xFFFFFBA1,
			0xFFFFFDA2, 0x003DC, 0x0C06E)},
		{"rXYZ", iccNumbers("XYZ ", 0x6FA2, 0x38F5, 0x0390)},
		{"gXYZ", iccNumbers("XYZ ", 0x6299, 0xB785, 0x18DA)},
		{"bXYZ", iccNumbers("XYZ ", 0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", curve},
		{"gTRC", nil}, // the same curve
		{"bTRC", nil},
	}
	be := binary.BigEndian
	b := make([]byte, 128+4+12*len(tags))
	copy(b[8:], []byte{4, 0x20}) // version
	copy(b[12:], "mntrRGB XYZ ")
	copy(b[24:], []byte{0x07, 0xE0, 0, 1, 0, 1}) // date: 2016-01-01
	copy(b[36:], "acsp")
	copy(b[68:], iccNumbers("", d50X, d50Y, d50Z)[4:]) // illuminant
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

// The illuminant D50.
const d50X, d50Y, d50Z = 0xF6D6, 0x10000, 0xD32D

// iccNumbers returns a tag of a type, with 16.16 fixed-point numbers.
func iccNumbers(kind string, values ...uint32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, v := range values {
		b = binary.BigEndian.AppendUint32(b, v)
	}
	return b
}

// iccText returns a tag with a text in American English.
func iccText(s string) []byte {
	const head = 28 // of a tag with one language
	b := iccNumbers("mluc", 1, 12)
	b = append(b, "enUS"...)
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(s)))
	b = binary.BigEndian.AppendUint32(b, head)
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
