package assess

import (
	"slices"

	"readahead/brief/doc"
)

// A change of office: the holder old, whom an earlier document names, and the
// holder new of a later one.
type change struct{ old, new holder }

// incumbents compares who holds which office in which document. It returns
// the changes of office, and which documents are earlier than another because
// of them.
//
// A document is earlier if its date is, or, where a date is lacking, if the
// other calls its holder new and it does not. A document without a date that
// shares at least two holders with an earlier one is of its time, and earlier
// too.
func (r *review) incumbents() (changes []change, earlier []bool) {
	earlier = make([]bool, len(r.docs))
	held := make([][]holder, len(r.docs))
	offices := map[string][]holder{}
	var order []string
	for i := range r.readings {
		d := r.readings[i].doc
		held[d] = r.holders(held[d], i)
	}
	for d := range held {
		held[d] = r.settle(held[d])
		for _, h := range held[d] {
			if offices[h.office] == nil {
				order = append(order, h.office)
			}
			offices[h.office] = append(offices[h.office], h)
		}
	}
	for _, o := range order {
		for _, c := range r.changes(offices[o]) {
			changes = append(changes, c)
			earlier[r.readings[c.old.reading].doc] = true
		}
	}
	if len(changes) > 0 {
		r.contemporaries(held, earlier)
	}
	return changes, earlier
}

// settle returns the holders with a name: one known by name for each person
// and office of a document, its first, which is fresh if any mention says so.
// An office that a document gives to several persons is left out: there seem
// to be several of it.
func (r *review) settle(hs []holder) []holder {
	var out []holder
	for _, h := range hs {
		if h.name == nil {
			continue
		}
		k := slices.IndexFunc(out, func(g holder) bool { return g.office == h.office && g.samePerson(h) })
		if k < 0 {
			out = append(out, h)
			continue
		}
		out[k].fresh = out[k].fresh || h.fresh
		if out[k].land == "" {
			out[k].land = h.land
		}
		if len(h.name) > len(out[k].name) {
			out[k].name = h.name
		}
	}
	for _, h := range hs { // "As the new finance minister, she": who it is follows
		if h.name != nil || !h.fresh {
			continue
		}
		ws := r.readings[h.reading].words
		for k := h.after + 1; k < min(h.after+4, len(ws)); k++ {
			for n := range out {
				if out[n].office == h.office && r.text(ws[k]) == out[n].family() {
					out[n].fresh, out[n].reading = true, h.reading
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(out), func(h holder) bool {
		return slices.ContainsFunc(out, func(g holder) bool { return g.sameOffice(h) && !g.samePerson(h) })
	})
}

// Only so many holders of an office are compared: with more than that the
// office is not one that a single person holds.
const manyHolders = 40

// changes finds pairs of holders of one office of whom one follows the other.
func (r *review) changes(hs []holder) []change {
	var out []change
	if len(hs) > manyHolders {
		return nil
	}
	for _, old := range hs {
		var next *holder
		for k := range hs {
			h := &hs[k]
			if old.sameOffice(*h) && !old.samePerson(*h) && r.follows(*h, old) && (next == nil || r.published(next.reading).Before(r.published(h.reading))) {
				next = h
			}
		}
		if next != nil {
			out = append(out, change{old, *next})
		}
	}
	return out
}

// follows reports whether h is certain to hold the office after g.
func (r *review) follows(h, g holder) bool {
	ph, pg := r.published(h.reading), r.published(g.reading)
	if !ph.IsZero() && !pg.IsZero() {
		return pg.Before(ph)
	}
	return h.fresh && !g.fresh
}

// contemporaries marks as earlier the documents without a date that name at
// least two holders of offices whom an earlier document names too.
func (r *review) contemporaries(held [][]holder, earlier []bool) {
	marked := slices.Clone(earlier)
	for d := range held {
		if marked[d] || !r.a.Sources[d].Published.IsZero() {
			continue
		}
		for e := range held {
			if !marked[e] || !r.a.Sources[e].Published.IsZero() {
				continue
			}
			same := 0
			for _, h := range held[d] {
				if slices.ContainsFunc(held[e], func(g holder) bool { return g.office == h.office && g.samePerson(h) }) {
					same++
				}
			}
			earlier[d] = earlier[d] || same >= 2
		}
	}
}

const earlierHolder = "names an earlier office-holder"

// outOfOffice marks the sentences of a document that name or speak for an
// earlier holder of an office.
func (r *review) outOfOffice(changes []change) {
	for _, c := range changes {
		d := r.readings[c.old.reading].doc
		for i := range r.readings {
			if x := &r.readings[i]; x.doc == d && r.mentions(x, c.old.family()) {
				r.overtaken(i, c.new.reading, earlierHolder, "office-holder: "+r.shown(c.old)+" or "+r.shown(c.new))
			}
		}
	}
}

// mentions reports whether the reading has the name.
func (c *corpus) mentions(r *reading, name string) bool {
	return slices.ContainsFunc(r.words, func(w word) bool { return w.upper && c.text(w) == name })
}

// shown returns the holder's family name as it is written.
func (r *review) shown(h holder) string {
	x := &r.readings[h.reading]
	for _, w := range x.words {
		if r.text(w) == h.family() {
			return x.text[w.start:w.end]
		}
	}
	return h.family()
}

// overtaken marks sentence i as stale, overtaken by sentence by, or by the
// calendar where that is -1. A sentence is marked once.
func (r *review) overtaken(i, by int, note, what string) {
	if flagged(r.a.Sentences[i], doc.Stale) {
		return
	}
	r.flag(i, doc.Stale, note)
	d := doc.Disagreement{What: what, A: r.place(i)}
	if by >= 0 {
		d.B = r.place(by)
	}
	r.a.Stale = append(r.a.Stale, d)
}
