package pdf

import "readahead/brief/layout"

// path fills an outline (ISO 32000-1, 8.5).
func (d *pen) path(p layout.Path) {
	if len(p.Segments) == 0 {
		return
	}
	d.mark(p.Element)
	d.endText()
	d.setFill(p.Color)
	first := p.Segments[0].P[0]
	bounds := rectangle{first.X, first.Y, first.X, first.Y}
	for _, s := range p.Segments {
		points, operator := s.P[:1], " m\n"
		switch s.Op {
		case layout.LineTo:
			operator = " l\n"
		case layout.CurveTo:
			points, operator = s.P[:3], " c\n"
		case layout.Close:
			points, operator = nil, "h\n"
		}
		for i, p := range points {
			if i > 0 {
				d.buf = append(d.buf, ' ')
			}
			d.buf = appendLength(d.buf, p.X, 2)
			d.buf = append(d.buf, ' ')
			d.buf = appendLength(d.buf, d.page.Height-p.Y, 2)
			bounds = bounds.union(rectangle{p.X, p.Y, p.X, p.Y})
		}
		d.buf = append(d.buf, operator...)
	}
	if p.EvenOdd {
		d.buf = append(d.buf, "f*\n"...)
	} else {
		d.buf = append(d.buf, "f\n"...)
	}
	d.cover(bounds)
}
