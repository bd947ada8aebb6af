package layout

import "readahead/brief/font"

// A style is a [Style] at one body size.
type style struct {
	base     *font.Face
	fallback Fallback   // for what base lacks, or nil
	face     *font.Face // base, without ligatures where there is tracking
	size     Length
	leading  Length
	ascent   Length // from the upper edge of a line to its baseline
	tracking Length
	rise     Length // of the baseline above that of the line
	color    Color
	comma    *style // of a mark: what stands between two of them

	hyphenated bool // its words may be, where the template allows it
}

// A sheet is a template's styles at one body size.
type sheet struct {
	marking, kicker, title, longTitle, purpose style
	factLabel, fact                            style
	label, point, lead                         style
	heading, count, continued                  style
	body, bullet, citation, flag, empty        style
	leadMark, headingMark                      style
	columnHead, rowHead, cell, cellMark        style
	noteLabel, note, noteTitle                 style
	tlp                                        style // of the brief that is set
}

func newSheet(t *Template, body Length, fallback Fallback) *sheet {
	at := func(from Style) style {
		s := newStyle(t, from, body)
		s.fallback = fallback
		return s
	}
	from := &t.Styles
	s := &sheet{
		marking: at(from.Marking), kicker: at(from.Kicker), title: at(from.Title), longTitle: at(from.LongTitle), purpose: at(from.Purpose),
		factLabel: at(from.FactLabel), fact: at(from.Fact),
		label: at(from.Label), point: at(from.Point), lead: at(from.Lead),
		heading: at(from.Heading), count: at(from.Count), continued: at(from.Continued),
		body: at(from.Body), bullet: at(from.Bullet), citation: at(from.Citation), flag: at(from.Flag), empty: at(from.Empty),
		columnHead: at(from.ColumnHead), rowHead: at(from.RowHead), cell: at(from.Cell),
		noteLabel: at(from.NoteLabel), note: at(from.Note), noteTitle: at(from.NoteTitle),
	}
	s.leadMark, s.cellMark, s.headingMark = s.mark(t, &s.lead), s.mark(t, &s.cell), s.mark(t, &s.heading)
	s.citation = s.mark(t, &s.body)
	s.body.hyphenated, s.cell.hyphenated, s.rowHead.hyphenated = true, true, true
	return s
}

func newStyle(t *Template, from Style, body Length) style {
	s := style{base: font.Builtin(from.Face), size: from.Size.At(body)}
	s.leading = from.Leading.Of(s.size)
	s.tracking = from.Tracking.Of(s.size)
	s.setFace(s.base)
	s.color, _ = t.Palette.color(from.Color)
	// The room that the leading adds lies half above, half below the text.
	up, down := s.units(s.face.Ascent), s.units(-s.face.Descent)
	s.ascent = (s.leading-up-down)/2 + up
	return s
}

// setFace gives the style another face.
func (s *style) setFace(f *font.Face) {
	s.base, s.face = f, f
	if s.tracking != 0 {
		s.face = f.WithoutLigatures()
	}
}

// mark returns the style of a citation mark in a text: the superior figures of
// the typeface, which are drawn for the size of that text. A comma between two
// of them, which has no superior form, is a raised one of the citation's size.
func (s *sheet) mark(t *Template, text *style) style {
	comma := s.citation
	comma.rise = t.Space.Rise.Of(text.size)
	m := s.citation
	m.size, m.comma = text.size, &comma
	m.setFace(m.base.Superior())
	return m
}

// units returns a distance in font units as a length, rounded up.
func (s *style) units(n int) Length {
	if s.face.UnitsPerEm == 1000 {
		return (Length(n)*s.size + 999) / 1000 // a division by a constant is faster
	}
	em := Length(s.face.UnitsPerEm)
	return (Length(n)*s.size + em - 1) / em
}
