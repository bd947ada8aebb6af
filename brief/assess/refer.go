package assess

import "slices"

// A reference is a name of several words by its last: Vik Siren by siren.
type reference struct {
	head int32 // term
	name []int32
}

// Only so many names of a document are remembered, the latest.
const remembered = 32

// refer adds to what a sentence is about the names that it speaks of by their
// last word alone: after "the Vik Siren", "the siren" is about Vik too.
func (c *corpus) refer() {
	var known []reference
	for i := range c.readings {
		r := &c.readings[i]
		if i > 0 && c.readings[i-1].doc != r.doc {
			known = known[:0]
		}
		for k := 1; k < len(r.words); k++ {
			w := r.words[k]
			if c.is(w, stop) || c.text(r.words[k-1]) != "the" {
				continue
			}
			for n := len(known) - 1; n >= 0; n-- {
				if known[n].head == c.entry(w).term {
					r.about = c.join(r.about, known[n].name)
					break
				}
			}
		}
		known = c.names(known, r)
	}
}

// names appends the names of two to four words in the reading to known.
func (c *corpus) names(known []reference, r *reading) []reference {
	for i := 0; i < len(r.words); {
		j := i
		for j < len(r.words) && r.words[j].upper && !c.is(r.words[j], stop|month|weekday) &&
			(j == i || r.words[j].start-r.words[j-1].end == 1 && !r.words[j-1].owns) {
			j++
		}
		if n := j - i; 2 <= n && n <= 4 {
			x := reference{head: c.entry(r.words[j-1]).term}
			for _, w := range r.words[i : j-1] {
				x.name = append(x.name, c.entry(w).term)
			}
			if len(known) == remembered {
				known = slices.Delete(known, 0, 1)
			}
			known = append(known, x)
		}
		i = max(j, i+1)
	}
	return known
}

// join returns the union of the ascending terms a and of b.
func (c *corpus) join(a, b []int32) []int32 {
	out := append(slices.Clone(a), b...)
	slices.Sort(out)
	return slices.Compact(out)
}
