package layout

import "slices"

// Lines are broken over the whole paragraph at once, as Knuth and Plass do
// ("Breaking paragraphs into lines", Software: Practice and Experience 11,
// 1981), for ragged-right text: no space is stretched, so what counts is how
// evenly the lines are filled and how the last one ends. The number of lines
// is always the least possible; only among breakings of that many lines the
// demerits choose. So a paragraph's height can be told by filling line after
// line, without the search.

// countLines returns how many lines of the given measure the atoms take.
func countLines(atoms []atom, measure Length) int {
	lines := 1
	var x, behind Length // from the line's start to this atom; to where a line may end
	chance := false
	for i := range atoms {
		a := &atoms[i]
		if x+a.ink > measure && chance {
			lines++
			x -= behind
			chance = false
		}
		x += a.advance
		if a.end != never {
			chance, behind = true, x
		}
	}
	return lines
}

// A shape says which paragraphs look good.
type shape int8

const (
	prose    shape = iota // ragged right; the last line is not too short
	balanced              // lines of equal length: titles and cells
)

// A node is a place between atoms with the best way to set what precedes it.
type node struct {
	lines    int32
	prev     int32 // node at which the last of these lines begins
	demerits int64
	x        Length // advance of all atoms before the place
	spaces   int32  // spaces in all atoms before the place
}

// unreachable marks a node at which no line can end.
const unreachable = -1

// breakLines returns where the lines begin, as indices of atoms, and the end.
// The result is valid until the next call.
func (w *work) breakLines(atoms []atom, measure Length, s shape) []int32 {
	n := len(atoms)
	nodes := append(w.nodes[:0], node{})
	first := 0 // node at which the longest line begins that may end here
	for j := 1; j <= n; j++ {
		a, before := &atoms[j-1], &nodes[j-1]
		to := node{lines: unreachable, x: before.x + a.advance, spaces: before.spaces + a.spaces}
		if a.end != never || j == n {
			end := before.x + a.ink
			for first < j-1 && (nodes[first].lines == unreachable || end-nodes[first].x > measure) {
				first++
			}
			start := first
			for nodes[start].lines == unreachable {
				start-- // a word wider than the measure: let it stick out
			}
			for i := start; i < j; i++ {
				from := &nodes[i]
				if from.lines == unreachable || to.lines != unreachable && from.lines+1 > to.lines {
					continue
				}
				l := line{
					width:   end - from.x,
					measure: measure,
					words:   to.spaces - from.spaces + 1,
					last:    j == n,
					only:    j == n && i == 0,
				}
				d := from.demerits + l.demerits(s) + int64(max(a.end, 0))
				if to.lines == unreachable || from.lines+1 < to.lines || d < to.demerits {
					to.lines, to.prev, to.demerits = from.lines+1, int32(i), d
				}
			}
		}
		nodes = append(nodes, to)
	}
	w.nodes = nodes

	starts := append(w.starts[:0], int32(n))
	for j := int32(n); j > 0; j = nodes[j].prev {
		starts = append(starts, nodes[j].prev)
	}
	slices.Reverse(starts)
	w.starts = starts
	return starts
}

// A line is one that the search considers.
type line struct {
	width, measure Length
	words          int32
	last           bool // of its paragraph
	only           bool // the paragraph has no other
}

// demerits says how bad the line looks. A line that is a tenth of the measure
// short has 100, and it grows with the square.
func (l line) demerits(s shape) int64 {
	if l.only {
		return 0
	}
	short := int64(max(l.measure-l.width, 0) * 1000 / max(l.measure, 1))
	if s == balanced || !l.last {
		return short * short / 100
	}
	d := int64(0)
	switch { // words alone on the last line
	case l.words <= 1:
		d = 60000
	case l.words == 2:
		d = 30000
	case l.words == 3 && short > 500:
		d = 4000
	case l.words == 3: // long words: half a line is no widow
		d = 300
	}
	if short > 700 {
		d += (short - 700) * (short - 700) / 20
	}
	return d
}
