package selection

// hollow prices sentences with words that announce importance and say
// nothing, as machine-made articles are full of.
func (s *statement) hollow() (int, string) {
	n := 0
	for i := range s.toks {
		switch s.form(i) {
		case "landscape", "landscapes", "multifaceted", "pivotal", "crucial", "crucially", "imperative", "overstated",
			"focal", "juncture", "trajectory", "holistic", "vital", "testament", "realm", "tapestry", "underscore",
			"underscores", "embark", "embarks", "navigate", "navigating", "leverage", "leveraging", "foster",
			"fosters", "fostering", "seamless", "seamlessly", "evolving", "proactive", "actionable", "paramount",
			"well-rounded", "unprecedented":
			n++
		}
	}
	switch n {
	case 0:
		return fine, ""
	case 1:
		return 850, ""
	}
	return 700, ""
}
