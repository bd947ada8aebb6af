package layout

// mirror turns what is drawn until the returned function is called over, left
// to right, between two edges. Pages and paragraphs from right to left are
// drawn like others and then turned over, so that nothing else has to know of
// them; only the glyphs of a line are put so that they come out in order.
func (w *work) mirror(left, right Length) (turn func()) {
	first := len(w.page.Boxes)
	w.mirrored = true
	return func() {
		w.mirrored = false
		boxes := w.page.Boxes[first:]
		for i, box := range boxes {
			boxes[i] = turned(box, left+right)
		}
	}
}

// turned returns a box at the place where it is in a mirror; sum is of the
// edges. What is inside of it keeps its sides.
func turned(box Box, sum Length) Box {
	switch b := box.(type) {
	case Run:
		b.X = sum - b.X - b.Width
		return b
	case Rect:
		b.X = sum - b.X - b.W
		return b
	case Image:
		b.X = sum - b.X - b.W
		return b
	case Path:
		return turnedPath(b, sum)
	}
	return box
}

func turnedPath(p Path, sum Length) Path {
	var least, most Length
	points := 0
	each := func(s *Segment, f func(*Point)) {
		switch s.Op {
		case MoveTo, LineTo:
			f(&s.P[0])
		case CurveTo:
			for k := range s.P {
				f(&s.P[k])
			}
		}
	}
	segments := append([]Segment(nil), p.Segments...)
	for i := range segments {
		each(&segments[i], func(at *Point) {
			if points == 0 {
				least, most = at.X, at.X
			}
			least, most = min(least, at.X), max(most, at.X)
			points++
		})
	}
	for i := range segments {
		each(&segments[i], func(at *Point) { at.X += sum - least - most })
	}
	p.Segments = segments
	return p
}
