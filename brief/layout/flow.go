package layout

// A flow is a stream divided into two columns.
type flow struct {
	left, right column
}

// A column is the pieces of a stream from one index up to another.
type column struct {
	first, end int
	again      Length // height of the heading and table header that it repeats
	height     Length
	stretch    Length // by how much its spaces may grow
	leads      Length // how often the leading is in it

	extra   Length // what its spaces grow by together
	leading Length // what the leading grows by
}

// What a division of the columns costs, against a point of difference between
// their heights.
const (
	insideSection = 24 * Pt
	insideTable   = 36 * Pt
	nearEdge      = 12 * Pt    // only one bullet or row stands before or behind
	roomy         = 4          // times as much on a page with room to spare
	tooHigh       = 10000 * Pt // more than any division of columns that fit
)

// divide cuts the stream where the columns come out best: both no higher than
// the room if that is possible, else the higher one as low as possible; then
// between two parts rather than inside one, unless that leaves the columns
// more uneven than stretching can mend.
func (w *work) divide(pieces []piece, room Length) flow {
	n := len(pieces)
	if w.columns() == 1 {
		return flow{left: w.columnOf(pieces, 0, n), right: w.columnOf(pieces, n, n)}
	}
	var best flow
	least := Length(-1)
	for k := min(1, n); k <= n; k++ {
		if k > 0 && pieces[k-1].keep && k < n {
			continue
		}
		f := flow{w.columnOf(pieces, 0, k), w.columnOf(pieces, k, n)}
		if cost := w.cost(pieces, &f, room); least < 0 || cost < least {
			best, least = f, cost
		}
	}
	return best
}

func (w *work) cost(pieces []piece, f *flow, room Length) Length {
	low, high := &f.left, &f.right
	if low.height > high.height {
		low, high = high, low
	}
	if high.height > room {
		return tooHigh + (high.height-room)*1000
	}
	apart := high.height - low.height
	cost := apart / 4
	if apart > low.stretch {
		cost += (apart - low.stretch) * 2
	}
	cut := cutCost(pieces, f.right.first)
	if high.height+high.stretch < room {
		cost, cut = cost/2, cut*roomy // no need to break anything
	}
	return cost + cut
}

// cutCost says how bad it looks to begin a column at piece k.
func cutCost(pieces []piece, k int) Length {
	if k == 0 || k == len(pieces) {
		return 0
	}
	p := &pieces[k]
	if p.kind == headingPiece {
		return 0
	}
	cost := Length(insideSection)
	if p.kind == rowPiece {
		cost = insideTable
	}
	if pieces[k-1].kind != p.kind && p.kind != tableHeadPiece || k >= 2 && pieces[k-2].keep {
		cost += nearEdge // one alone before
	}
	if k+1 == len(pieces) || pieces[k+1].part != p.part {
		cost += nearEdge // one alone behind
	}
	return cost
}

// columnOf measures the column of the pieces [first, end).
func (w *work) columnOf(pieces []piece, first, end int) column {
	c := column{first: first, end: end}
	if first == end {
		return c
	}
	if p := &pieces[first]; p.kind != headingPiece {
		c.again = w.continuedHeight(p.part)
		if p.kind == rowPiece {
			c.again += w.tableHeadHeight(p.part.table)
		}
	}
	c.height = c.again
	for i := first; i < end; i++ {
		p := &pieces[i]
		c.height += p.height
		c.stretch += p.grow
		c.leads += p.leads
		if i > first {
			c.height += p.gap.Is
			c.stretch += p.gap.Max - p.gap.Is
		}
	}
	return c
}

// feather stretches the columns so that they end on one line, at the foot of
// the room if they can reach it. Leading grows by the same in both; the
// spaces of each take the rest. Columns that cannot be made to end together
// are each stretched as far as they go.
func (f *flow) feather(room, mostLeading Length) {
	columns := f.filled()
	leading := mostLeading
	for _, c := range columns { // as its share of all that can be stretched
		leading = min(leading, share(room-c.height, c.stretch+c.leads*mostLeading, mostLeading))
	}
	most := mostLeading // and more if a column needs it and no other gets too high
	for _, c := range columns {
		leading = max(leading, min(mostLeading, share(room-c.height-c.stretch, c.leads, 1)))
		most = min(most, share(room-c.height, c.leads, 1))
	}
	leading = max(min(leading, most), 0)
	comfortable, farthest, least := room, room, Length(0)
	for _, c := range columns {
		c.leading = leading
		natural := c.height + c.leads*leading
		comfortable = min(comfortable, natural+c.stretch)
		farthest = min(farthest, natural+atMost.Of(c.stretch))
		least = max(least, natural)
	}
	for _, c := range columns {
		natural := c.height + c.leads*leading
		switch {
		case farthest == room:
			c.extra = room - natural
		case comfortable >= least:
			c.extra = comfortable - natural
		case farthest >= least && room-least < nearlyFull:
			c.extra = least - natural
		default:
			c.extra = min(room-natural, c.stretch)
		}
	}
}

// nearlyFull is the height that may be left below columns for them to be
// stretched beyond the limits to end together.
const nearlyFull = 36 * Pt

// atMost is how far spaces are stretched in need, of their limits: to reach
// the foot of the page, or to end where the other column does.
const atMost Share = 1400

// height returns the height of the higher column.
func (f *flow) height() Length { return max(f.left.height, f.right.height) }

// filled returns the columns that have pieces.
func (f *flow) filled() []*column {
	if f.right.first == f.right.end {
		return []*column{&f.left}
	}
	return []*column{&f.left, &f.right}
}

// share returns part/whole of n, n if there is no whole.
func share(part, whole, n Length) Length {
	if whole <= 0 {
		return n
	}
	return part * n / whole
}

// A place is where a piece stands in its column.
type place struct {
	y      Length
	larger Length // by how much it has grown itself
}

// place finds the places of a column's pieces as it was stretched, and where it
// ends.
func (w *work) place(pieces []piece, c column, top Length) (places []place, end Length) {
	given, stretched := Length(0), Length(0) // of extra, and the stretch that got it
	grow := func(by Length) Length {
		if c.stretch == 0 {
			return 0
		}
		stretched += by
		due := c.extra*stretched/c.stretch - given
		given += due
		return due
	}
	places = make([]place, 0, c.end-c.first)
	y := top + c.again
	for i := c.first; i < c.end; i++ {
		p := &pieces[i]
		if i > c.first {
			y += p.gap.Is + grow(p.gap.Max-p.gap.Is)
		}
		at := place{y, grow(p.grow)}
		places = append(places, at)
		y += p.height + p.leads*c.leading + at.larger
	}
	return places, y
}

// drawAlone draws a column that has no neighbour, and returns its height.
func (w *work) drawAlone(pieces []piece, c column, x, top Length) Length {
	places, end := w.place(pieces, c, top)
	w.drawColumn(pieces, c, x, top, places)
	return end - top
}

// drawColumn draws a column with its pieces at their places.
func (w *work) drawColumn(pieces []piece, c column, x, top Length, places []place) {
	if c.again > 0 {
		p := &pieces[c.first]
		w.drawContinued(p.part, x, top)
		if p.kind == rowPiece {
			w.drawTableHead(p.part, x, top+w.continuedHeight(p.part), true)
		}
	}
	for i, at := range places {
		w.drawPiece(&pieces[c.first+i], x, at.y, at.larger, c.leading)
	}
}

func (w *work) drawPiece(p *piece, x, y, larger, leading Length) {
	switch p.kind {
	case headingPiece:
		w.drawHeading(p.part, x, y)
	case itemPiece:
		if p.part.list == 0 {
			p.part.list = w.tag(L, w.openPart(p.part))
		}
		w.listItem(p.text, p.mark, p.news, x, y, p.part.list, leading)
	case recordPiece:
		w.drawRecord(p, x, y, leading)
	case emptyPiece:
		w.draw(p.text, x, y, w.tag(P, w.openPart(p.part)), 0)
	case tableHeadPiece:
		w.drawTableHead(p.part, x, y, false)
	case rowPiece:
		w.drawRow(p, x, y, larger, leading)
	}
}
