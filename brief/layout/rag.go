package layout

// The search for line ends prices each line by itself. What only several lines
// show is mended behind it: a paragraph's right edge that runs like stairs or a
// saw, and neighbouring lines that begin or end with the same word. Line ends
// are moved by a word or two as long as the whole gets better.

// What shapes of the edge cost; the demerits of lines are the measure.
const (
	sameWord   = 150 // lines one above the other begin, or end, with one word
	stairs     = 100 // of three lines, by the square of the smaller step
	saw        = 200 // the same where the steps go to and fro
	smoothings = 4   // rounds, at most

	littleApart = 40 // what lines together may cost without being looked into
)

// smooth moves line ends, which the search has just found, where that makes the
// paragraph look better. Hyphenated lines are left alone.
func (w *work) smooth(p *paragraph, starts []int32) {
	if len(starts) < 4 {
		return
	}
	for _, at := range starts[1:] {
		if p.atoms[at-1].hyphen > 0 {
			return
		}
	}
	cost, together := w.edgeCost(p, starts, 1<<40)
	if together < littleApart {
		return
	}
	for range smoothings {
		before := cost
		for k := 1; k < len(starts)-1; k++ {
			for _, by := range [...]int32{-1, 1, -2, 2} {
				at := starts[k]
				if at+by <= starts[k-1] || at+by >= starts[k+1] {
					continue
				}
				starts[k] = at + by
				if c, _ := w.edgeCost(p, starts, cost); c < cost {
					cost = c
				} else {
					starts[k] = at
				}
			}
		}
		if cost == before {
			return
		}
	}
}

// edgeCost returns the demerits of a paragraph's lines, and how much of them is
// for what lines look like together. The demerits are most if they are not
// below it, or if a line does not fit or ends where none may.
func (w *work) edgeCost(p *paragraph, starts []int32, most int64) (cost, together int64) {
	per := thousandths(p.measure)
	var widths [3]Length // of this line and those before it
	for i := 0; i+1 < len(starts); i++ {
		from, to := starts[i], starts[i+1]
		a := &p.atoms[to-1]
		last := i+2 == len(starts)
		width := w.nodes[to-1].x + a.ink - w.nodes[from].x
		if width > p.measure || a.hyphen > 0 || a.end == never && !last {
			return most, together
		}
		l := line{
			short: per.of(p.measure - width), last: last,
			words: w.nodes[to].spaces - w.nodes[from].spaces + 1,
		}
		l.solid = last && isSolid(p.atoms[from:to])
		cost += l.demerits(p.shape) + int64(max(a.end, 0))
		if i > 0 {
			together += p.repeats(starts[i-1], from, to)
		}
		widths[0], widths[1], widths[2] = width, widths[0], widths[1]
		if i > 1 && !last {
			together += unevenness(widths, p.measure)
		}
		if cost+together >= most {
			return most, together
		}
	}
	return cost + together, together
}

// unevenness says how bad the edge of three lines looks.
func unevenness(widths [3]Length, measure Length) int64 {
	down, up := widths[1]-widths[0], widths[2]-widths[1]
	step := min(max(down, -down), max(up, -up)) * 1000 / measure
	if (down < 0) == (up < 0) {
		return int64(step * step / stairs)
	}
	return int64(step * step / saw)
}

// repeats prices two lines, one from atom first up to second, the other up to
// end, by the words that stand one above the other.
func (p *paragraph) repeats(first, second, end int32) int64 {
	cost := int64(0)
	if p.sameWord(first, second) {
		cost += sameWord
	}
	if p.sameWord(second-1, end-1) {
		cost += sameWord
	}
	return cost
}

// sameWord reports whether two atoms have the same text.
func (p *paragraph) sameWord(i, k int32) bool {
	a, b := &p.atoms[i], &p.atoms[k]
	return a.to-a.from == b.to-b.from &&
		p.spans[a.span].text[a.from:a.to] == p.spans[b.span].text[b.from:b.to]
}
