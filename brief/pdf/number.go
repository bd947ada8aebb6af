package pdf

import (
	"strconv"

	"readahead/brief/layout"
)

// appendLength appends l in points with so many decimals, rounded half away
// from zero, without trailing zeros. All of it is integer arithmetic, so that
// every machine writes the same.
func appendLength(b []byte, l layout.Length, decimals int) []byte {
	return appendRatio(b, int64(l), int64(layout.Pt), decimals)
}

// appendRatio appends n/d, d > 0, in the same way. n times 10^decimals must
// fit in 63 bits.
func appendRatio(b []byte, n, d int64, decimals int) []byte {
	unit := int64(1)
	for range decimals {
		unit *= 10
	}
	negative := n < 0
	if negative {
		n = -n
	}
	n = (n*unit + d/2) / d
	if n == 0 {
		return append(b, '0')
	}
	if negative {
		b = append(b, '-')
	}
	b = strconv.AppendInt(b, n/unit, 10)
	if n %= unit; n == 0 {
		return b
	}
	b = append(b, '.')
	for n > 0 {
		unit /= 10
		b = append(b, byte('0'+n/unit))
		n %= unit
	}
	return b
}

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }
