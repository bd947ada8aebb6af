package layout

import (
	"strconv"
	"strings"
)

// parseDecimal reads a decimal number with up to three places, in
// thousandths: "9.5" is 9500.
func parseDecimal(s string) (thousandths int64, ok bool) {
	s, minus := strings.CutPrefix(s, "-")
	whole, frac, point := strings.Cut(s, ".")
	if whole == "" || len(whole) > 6 || point && (frac == "" || len(frac) > 3) {
		return 0, false
	}
	n, err := strconv.ParseUint(whole+(frac + "000")[:3], 10, 63)
	if err != nil {
		return 0, false
	}
	if minus {
		return -int64(n), true
	}
	return int64(n), true
}

func parseLength(s string) (Length, bool) {
	n, ok := parseDecimal(s)
	return Length(n) * Pt / 1000, ok && n >= 0 && n <= 2000e3
}

func parseShare(s string) (Share, bool) {
	digits, percent := strings.CutSuffix(s, "%")
	n, ok := parseDecimal(digits)
	return Share(n / 100), ok && percent && -100e3 <= n && n <= 1000e3
}

func parseSize(s string) (Size, bool) {
	if of, ok := parseShare(s); ok {
		return Size{OfBody: of}, of > 0
	}
	fixed, ok := parseLength(s)
	return Size{Fixed: fixed}, ok && fixed > 0
}

func parseElastic(s string) (Elastic, bool) {
	from, to, two := strings.Cut(s, "..")
	is, ok := parseLength(strings.TrimSpace(from))
	if !ok || !two {
		return Elastic{is, is}, ok
	}
	most, ok := parseLength(strings.TrimSpace(to))
	return Elastic{is, most}, ok && most >= is
}

func parseColor(s string) (Color, bool) {
	hex, ok := strings.CutPrefix(s, "#")
	if !ok || len(hex) != 6 {
		return 0, false
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	return Color(n), err == nil
}

// A Count is a small whole number.
type Count int

func parseCount(s string) (Count, bool) {
	n, err := strconv.Atoi(s)
	return Count(n), err == nil && 1 <= n && n <= 2 && len(s) == 1
}
