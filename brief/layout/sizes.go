package layout

// Sizes returns the body sizes that the template allows, smallest first.
func (s *Setter) Sizes() []Length {
	b := s.template.Body
	sizes := []Length{b.Floor}
	for size := b.Floor + b.Step; b.Step > 0 && size <= b.Ceiling; size += b.Step {
		sizes = append(sizes, size)
	}
	return sizes
}
