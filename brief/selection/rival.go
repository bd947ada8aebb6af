package selection

import "slices"

// joinRivals brings the sentences of a conflict to one section: a side with
// too little evidence of its own goes where the side with most belongs, so
// that the reader sees what both say.
func (a *analysis) joinRivals() {
	own := slices.Clone(a.places)
	for i := range a.Sentences {
		if own[i].strength >= enough {
			continue
		}
		for _, note := range conflicts(&a.Sentences[i]) {
			for _, j := range a.disputes[note] {
				if own[j].strength >= enough && a.places[i].strength < enough {
					a.places[i] = place{own[j].section, enough}
				}
			}
		}
	}
}
