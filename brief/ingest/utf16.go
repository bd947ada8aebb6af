package ingest

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"readahead/brief/doc"
)

// utf16Order tells which kind of UTF-16 data is, by its byte order mark or,
// without one, by what its units look like; notUTF16 if it is something else.
func utf16Order(data []byte) encoding {
	if len(data) >= 2 {
		switch {
		case data[0] == 0xff && data[1] == 0xfe:
			return utf16LE
		case data[0] == 0xfe && data[1] == 0xff:
			return utf16BE
		}
	}
	if len(data) < 4 || utf8.Valid(data) && !hasNUL(data) {
		return notUTF16
	}
	le, be := resemblance(data, binary.LittleEndian), resemblance(data, binary.BigEndian)
	switch {
	case le > be && le > 0:
		return utf16LE
	case be > le && be > 0:
		return utf16BE
	}
	return notUTF16
}

// resemblance measures how much the beginning of data is like text in UTF-16
// of the given byte order: the share in percent of units that are letters,
// digits and spaces of the scripts that a space, a full stop or a line end is
// used with; 0 if there are units that no text has, or hardly any spaces.
func resemblance(data []byte, order binary.ByteOrder) int {
	units, good, spaces := 0, 0, 0
	var high rune // the first half of a pair
	for i := 0; i+1 < len(data) && units < 2048; i += 2 {
		u := rune(order.Uint16(data[i:]))
		units++
		switch {
		case 0xdc00 <= u && u <= 0xdfff:
			if high == 0 {
				return 0
			}
			high = 0
			continue
		case high != 0, u == 0, u == 0xfffe, u == 0xffff:
			return 0
		case 0xd800 <= u && u <= 0xdbff:
			high = u
		case u == ' ', u == '\n', u == '\r', u == '\t', u == 0x3000, u == 0x3001, u == 0x3002:
			spaces++
			good++
		case u < 0x20, 0x7f <= u && u < 0xa0:
			return 0
		case u < 0x0600, 0x2010 <= u && u < 0x2040, 0x3040 <= u && u < 0x3100, 0xff01 <= u && u < 0xff5f:
			good++
		case 0x4e00 <= u && u < 0xa000, 0xac00 <= u && u < 0xd7a4:
			good++
		}
	}
	if spaces*60 < units || good*10 < units*9 {
		return 0
	}
	return 100*good/units + 100*spaces/units
}

func isOnlyBOM16(data []byte) bool {
	return len(data) == 2 && utf16Order(data) != notUTF16
}

// decodeUTF16 decodes data after its byte order mark. Halves of pairs and a
// last odd byte become U+FFFD.
func decodeUTF16(data []byte, enc encoding) doc.Text {
	var order binary.ByteOrder = binary.LittleEndian
	if enc == utf16BE {
		order = binary.BigEndian
	}
	i := 0
	if len(data) >= 2 && order.Uint16(data) == 0xfeff {
		i = 2
	}
	var b doc.Builder
	buf := make([]byte, 0, 4096)
	for i < len(data) {
		buf = buf[:0]
		j, kind := i, -1 // kind: bytes of UTF-8 for each unit of this run
		for ; j+1 < len(data) && len(buf) < cap(buf)-utf8.UTFMax; j += 2 {
			u := rune(order.Uint16(data[j:]))
			n := utf8.RuneLen(u) // -1 for halves of pairs
			if n < 0 || n == 3 {
				break
			}
			if kind < 0 {
				kind = n
			}
			if n != kind {
				break
			}
			buf = utf8.AppendRune(buf, u)
		}
		switch {
		case kind == 1:
			b.MapWide(string(buf), i)
		case kind == 2:
			b.Map(string(buf), i, j)
		default:
			r, n := unit16(data[i:], order)
			j = i + n
			b.Map(string(r), i, j)
		}
		i = j
	}
	return b.Text()
}

// unit16 decodes the first character of data and returns it with its length
// in bytes.
func unit16(data []byte, order binary.ByteOrder) (rune, int) {
	if len(data) < 2 {
		return utf8.RuneError, 1
	}
	u := rune(order.Uint16(data))
	if !utf16.IsSurrogate(u) {
		return u, 2
	}
	if len(data) >= 4 {
		if r := utf16.DecodeRune(u, rune(order.Uint16(data[2:]))); r != utf8.RuneError {
			return r, 4
		}
	}
	return utf8.RuneError, 2
}
