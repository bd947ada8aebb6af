package layout

import "slices"

// Lines are broken over the whole paragraph at once, as Knuth and Plass do
// ("Breaking paragraphs into lines", Software: Practice and Experience 11,
// 1981), for ragged-right text: no space is stretched, so what counts is how
// evenly the lines are filled and how the last one ends. The number of lines
// is always the least possible; only among breakings of that many lines the
// demerits choose. So a paragraph's height can be told by filling line after
// line, without the search, unless words are hyphenated, which is rare.

// countLines returns how many lines of the given measure the atoms take, none
// of which is hyphenated.
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

// fillLines is countLines that also returns by how much the shortest line but
// for the last falls short.
func fillLines(atoms []atom, measure Length) (lines int, short Length) {
	lines = 1
	var x, behind, ink Length // from the line's start to this atom; to where a line may end, with and without the space
	chance := false
	for i := range atoms {
		a := &atoms[i]
		end := x + a.ink
		if end > measure && chance {
			lines++
			short = max(short, measure-ink)
			x -= behind
			end -= behind
			chance = false
		}
		x += a.advance
		if a.end != never {
			chance, behind, ink = true, x, end
		}
	}
	return lines, short
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

// breakParagraph returns where the lines of a fitted paragraph begin, as
// breakLines does.
func (w *work) breakParagraph(p *paragraph) []int32 {
	if p.lines == 1 { // most are
		w.starts = append(w.starts[:0], 0, int32(len(p.atoms)))
		return w.starts
	}
	starts := w.breakLines(p.atoms, p.measure, p.shape, w.tolerance(p))
	w.smooth(p, starts)
	return starts
}

// breakLines returns where the lines begin, as indices of atoms, and the end.
// A line is hyphenated only if it is too short without by more than the
// tolerance. The result is valid until the next call.
func (w *work) breakLines(atoms []atom, measure Length, s shape, tolerance Length) []int32 {
	n := len(atoms)
	nodes, per := append(w.nodes[:0], node{}), thousandths(measure)
	first := 0 // node at which the longest line begins that may end here
	word := 0  // node at which the last word begins
	for j := 1; j <= n; j++ {
		a, before := &atoms[j-1], &nodes[j-1]
		to := node{lines: unreachable, x: before.x + a.advance, spaces: before.spaces + a.spaces}
		if a.end != never || j == n {
			end := before.x + a.ink + a.hyphen
			start := first
			for start < j-1 && (nodes[start].lines == unreachable || end-nodes[start].x > measure) {
				start++
			}
			if a.hyphen == 0 {
				first = start // a hyphen may need more room than what follows it
			}
			for nodes[start].lines == unreachable {
				start-- // a word wider than the measure: let it stick out
			}
			sparing := a.end == atHyphen
			var h hyphenation
			if sparing {
				h = hyphenation{most: measure, short: tolerance, behind: end - a.hyphen}
				if word > 0 {
					h.before = nodes[word-1].x + atoms[word-1].ink
				}
				for k := j; k < n && (atoms[k-1].hyphen > 0 || atoms[k-1].end == never); k++ {
					h.behind += atoms[k-1].advance - atoms[k-1].ink + atoms[k].ink
				}
			}
			for i := start; i < j; i++ {
				from := &nodes[i]
				if from.lines == unreachable || to.lines != unreachable && from.lines+1 > to.lines {
					continue
				}
				if sparing && (i > word || i > 0 && atoms[i-1].hyphen > 0 || !h.due(from.x)) {
					continue
				}
				l := line{
					short: per.of(measure - end + from.x),
					words: to.spaces - from.spaces + 1,
					last:  j == n,
					only:  j == n && i == 0,
				}
				l.solid = l.last && isSolid(atoms[i:j])
				d := from.demerits + l.demerits(s) + int64(max(a.end, 0))
				if to.lines == unreachable || from.lines+1 < to.lines || d < to.demerits {
					to.lines, to.prev, to.demerits = from.lines+1, int32(i), d
				}
			}
			if a.hyphen == 0 {
				word = j
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
	short int64 // by how much, in thousandths of the measure
	words int32
	last  bool // of its paragraph
	only  bool // the paragraph has no other
	solid bool // the last, in a script without spaces
}

// isSolid reports whether a line has at least two places without a space where
// it could end, as lines of Chinese or Japanese have.
func isSolid(line []atom) bool {
	n := 0
	for i := 0; i < len(line) && n < 2; i++ {
		if a := &line[i]; a.end == 0 && a.next == a.to {
			n++
		}
	}
	return n == 2
}

// A scale turns lengths into thousandths of one length, without dividing by it
// each time.
type scale int64

func thousandths(measure Length) scale { return scale(1000 << 24 / max(measure, 1)) }

func (s scale) of(l Length) int64 { return int64(max(l, 0)) * int64(s) >> 24 }

// demerits says how bad the line looks. A line that is a tenth of the measure
// short has 100, and it grows with the square.
func (l line) demerits(s shape) int64 {
	if l.only {
		return 0
	}
	if s == balanced || !l.last {
		return l.short * l.short / 100
	}
	if l.solid {
		return 0 // to fill the lines before matters more than its length
	}
	d := int64(0)
	switch { // words alone on the last line
	case l.words <= 1:
		d = 1500
	case l.words == 2 && l.short > 750:
		d = 1000
	case l.words == 2:
		d = 150
	}
	if l.short > 700 {
		d += (l.short - 700) * (l.short - 700) / 20
	}
	return d
}
