package layout

// A block is a part of the page that spans the measure and is set in one
// piece.
type block struct {
	height Length
	draw   func(top Length)
}

// stack returns one block of several, with gaps above all but the first.
// Blocks without height are left out.
func stack(gap Length, blocks ...block) block {
	var kept []block
	var all block
	for _, b := range blocks {
		if b.height == 0 {
			continue
		}
		if len(kept) > 0 {
			all.height += gap
		}
		all.height += b.height
		kept = append(kept, b)
	}
	all.draw = func(top Length) {
		for _, b := range kept {
			b.draw(top)
			top += b.height + gap
		}
	}
	return all
}
