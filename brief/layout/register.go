package layout

// Lines of both columns that stand at nearly the same height are set at the
// same height. A strict grid of lines would cost a tenth of the page, most of
// whose lines are those of tables with a leading of their own; what the eye
// minds is lines that miss each other by a hair.

const (
	nearMiss = 3 * Pt / 2 // as far as lines may be moved
	// mostOfGap is how much of the space above or below a bullet it may take.
	mostOfGap Share = 400
)

// register moves bullets of the right column up or down by a hair where that
// brings them in line with those of the left. All else stays, so that the
// columns end where they did.
func register(pieces []piece, f *flow, left, right []place) {
	leading := f.left.leading
	var lines []Length // baselines at the left
	for i := range left {
		if p := &pieces[f.left.first+i]; p.kind == itemPiece {
			for k := Length(0); k <= p.leads; k++ {
				lines = append(lines, left[i].y+p.text.style.ascent+k*(p.text.style.leading+leading))
			}
		}
	}
	for i := 1; i+1 < len(right); i++ {
		p := &pieces[f.right.first+i]
		if p.kind != itemPiece {
			continue
		}
		first := right[i].y + p.text.style.ascent
		bottom := right[i].y + p.height + p.leads*leading
		above := mostOfGap.Of(right[i].y - endOf(pieces, f, right, i-1))
		below := mostOfGap.Of(right[i+1].y - bottom)
		by, nearest := Length(0), nearMiss+1
		for k := Length(0); k <= p.leads; k++ {
			for _, line := range lines {
				d := line - first - k*(p.text.style.leading+leading)
				if -above <= d && d <= below && max(d, -d) < nearest {
					by, nearest = d, max(d, -d)
				}
			}
		}
		right[i].y += by
	}
}

// endOf returns where a piece of the right column ends.
func endOf(pieces []piece, f *flow, right []place, i int) Length {
	p := &pieces[f.right.first+i]
	return right[i].y + p.height + p.leads*f.right.leading + right[i].larger
}
