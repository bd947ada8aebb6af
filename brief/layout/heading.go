package layout

// headingTag returns the tag of a section's heading: of the second level, under
// the page's title. Where the title shows nothing, having no character that
// can be seen, the first section's heading takes its place: levels must begin
// with the first (ISO 14289-1, 7.4.2).
func (w *work) headingTag() Tag {
	for i := range w.page.Elements {
		if w.page.Elements[i].Tag == H1 {
			return H2
		}
	}
	return H1
}
