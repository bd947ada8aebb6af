package art

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"readahead/brief/layout"
)

// number reads a number; the empty text is 0.
func number(s string) (float64, error) {
	if s = strings.TrimSpace(s); s == "" {
		return 0, nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) || math.Abs(v) > 1e7 {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	return v, nil
}

// numbers reads numbers with spaces or commas between them.
func numbers(s string) ([]float64, error) {
	sc := scanner{s}
	var out []float64
	for sc.more() {
		v, ok := sc.number()
		if !ok {
			return nil, fmt.Errorf("%.20q is not a number", sc.s)
		}
		out = append(out, v)
	}
	return out, nil
}

// A scanner reads the tokens of path data (SVG 2, 9.3.9).
type scanner struct{ s string }

// more skips what separates, and reports whether anything follows.
func (sc *scanner) more() bool {
	sc.s = strings.TrimLeft(sc.s, " \t\r\n,")
	return sc.s != ""
}

// number reads a number, which ends where it can go no further: "1-.5.5" is
// three.
func (sc *scanner) number() (float64, bool) {
	sc.more()
	s, i, dot, exp := sc.s, 0, false, false
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9':
			continue
		case (c == '-' || c == '+') && (i == 0 || s[i-1] == 'e' || s[i-1] == 'E'):
			continue
		case c == '.' && !dot && !exp:
			dot = true
			continue
		case (c == 'e' || c == 'E') && !exp && i > 0:
			exp = true
			continue
		}
		break
	}
	v, err := number(s[:i])
	sc.s = s[i:]
	return v, err == nil && i > 0
}

// flag reads a flag of an arc, which may stand without a space behind it.
func (sc *scanner) flag() (bool, bool) {
	if !sc.more() || sc.s[0] != '0' && sc.s[0] != '1' {
		return false, false
	}
	v := sc.s[0] == '1'
	sc.s = sc.s[1:]
	return v, true
}

// A matrix is an affine map: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times returns the map that does n first and then m.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

func (m matrix) apply(p [2]float64) [2]float64 {
	return [2]float64{m[0]*p[0] + m[2]*p[1] + m[4], m[1]*p[0] + m[3]*p[1] + m[5]}
}

// parseTransform reads a transform attribute.
func parseTransform(s string) (matrix, error) {
	m := identity
	for s = strings.TrimLeft(s, " \t\r\n,"); s != ""; s = strings.TrimLeft(s, " \t\r\n,") {
		name, rest, ok := strings.Cut(s, "(")
		args, after, closed := strings.Cut(rest, ")")
		v, err := numbers(args)
		if !ok || !closed || err != nil {
			return m, fmt.Errorf("transform %.40q is not understood", s)
		}
		s = after
		var n matrix
		switch name = strings.TrimSpace(name); {
		case name == "matrix" && len(v) == 6:
			n = matrix(v)
		case name == "translate" && len(v) == 1:
			n = matrix{1, 0, 0, 1, v[0], 0}
		case name == "translate" && len(v) == 2:
			n = matrix{1, 0, 0, 1, v[0], v[1]}
		case name == "scale" && len(v) == 1:
			n = matrix{v[0], 0, 0, v[0], 0, 0}
		case name == "scale" && len(v) == 2:
			n = matrix{v[0], 0, 0, v[1], 0, 0}
		case name == "rotate" && (len(v) == 1 || len(v) == 3):
			sin, cos := math.Sincos(v[0] * math.Pi / 180)
			n = matrix{cos, sin, -sin, cos, 0, 0}
			if len(v) == 3 {
				n = matrix{1, 0, 0, 1, v[1], v[2]}.times(n).times(matrix{1, 0, 0, 1, -v[1], -v[2]})
			}
		default:
			return m, fmt.Errorf("transform %s with %d numbers cannot be drawn", name, len(v))
		}
		m = m.times(n)
	}
	return m, nil
}

// parseColor reads #rgb, #rrggbb, rgb(r, g, b) and the usual names.
func parseColor(s string) (layout.Color, bool) {
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		n, err := strconv.ParseUint(hex, 16, 32)
		return layout.Color(n), err == nil && len(hex) == 6
	}
	if inner, ok := strings.CutPrefix(s, "rgb("); ok {
		v, err := numbers(strings.TrimSuffix(inner, ")"))
		if err != nil || len(v) != 3 {
			return 0, false
		}
		c := layout.Color(0)
		for _, x := range v {
			if x < 0 || x > 255 {
				return 0, false
			}
			c = c<<8 | layout.Color(x)
		}
		return c, true
	}
	switch strings.ToLower(s) {
	case "black", "currentcolor":
		return 0x000000, true
	case "white":
		return 0xFFFFFF, true
	case "red":
		return 0xFF0000, true
	case "green":
		return 0x008000, true
	case "blue":
		return 0x0000FF, true
	case "navy":
		return 0x000080, true
	case "yellow":
		return 0xFFFF00, true
	case "gold":
		return 0xFFD700, true
	case "gray", "grey":
		return 0x808080, true
	case "silver":
		return 0xC0C0C0, true
	}
	return 0, false
}
