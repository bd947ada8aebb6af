package layout

import (
	"strings"
	"unicode/utf8"
)

// The typeface's figures are all equally wide, so numbers one below the other
// can be compared by their looks if they stand flush right, or by their decimal
// points.

// alignFigures finds the columns that have nothing but numbers below their
// headers. The first column, which names the rows, is left as it is.
func (w *work) alignFigures(t *table) {
	for c := range t.columns {
		col := &t.columns[c]
		numbers, before, behind := 0, Length(0), Length(0)
		for r := range t.rows {
			p := &t.rows[r][c]
			if p.empty() {
				continue
			}
			point, ok := p.decimalPoint()
			if !ok {
				numbers = 0
				break
			}
			numbers++
			fraction := p.fraction(point)
			before, behind = max(before, p.natural()-fraction), max(behind, fraction)
		}
		col.figures = c > 0 && numbers > 1
		col.fraction = 0
		if before+behind <= col.width {
			col.fraction = behind
		}
	}
}

// decimalPoint returns where the fraction of a cell's number begins in its
// text, at the end if it has none. It returns false for what is no number.
func (p *paragraph) decimalPoint() (int, bool) {
	if len(p.spans) != 1 || p.lines != 1 {
		return 0, false
	}
	return decimalPoint(p.spans[0].text)
}

// fraction returns how much of the width of a cell's number is behind its
// decimal point and that.
func (p *paragraph) fraction(point int) Length {
	text := p.spans[0].text
	if point == len(text) {
		return 0
	}
	return p.spans[0].style.width(text[point:])
}

// figureIndent returns how far a cell of a column of figures begins from the
// column's left edge.
func (col *tableColumn) figureIndent(p *paragraph) Length {
	indent := col.width - p.natural()
	if point, ok := p.decimalPoint(); ok && col.fraction > 0 {
		indent -= col.fraction - p.fraction(point)
	}
	return max(indent, 0)
}

// decimalPoint is the same of a text. Before the figures there may be a sign
// and a currency, behind them a percent sign. A point or comma with three
// figures behind it groups them, unless nothing but 0 is before it.
func decimalPoint(s string) (int, bool) {
	head := strings.TrimLeft(s, "+-−±~≈<>≤≥ $€£¥\u00A0")
	tail := strings.TrimRight(head, "%‰ \u00A0")
	if tail == "" || !isDigit(tail[0]) || !isDigit(tail[len(tail)-1]) {
		return 0, false
	}
	point, figures := len(s), 0
	for i := len(tail); i > 0; {
		r, n := utf8.DecodeLastRuneInString(tail[:i])
		i -= n
		switch {
		case r < utf8.RuneSelf && isDigit(byte(r)):
			figures++
		case r == '.' || r == ',':
			if figures == len(tail)-i-1 && (figures != 3 || tail[:i] == "0") {
				point = len(s) - len(head) + i
			}
		case r == ' ' || r == '\u00A0' || r == '\u202F' || r == '’' || r == '\'':
		default:
			return 0, false
		}
	}
	return point, true
}
