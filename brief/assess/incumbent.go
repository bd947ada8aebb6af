package assess

import "slices"

// A change of office: the holder old, whom an earlier document names, and the
// holder new of a later one.
type change struct{ old, new holder }

// incumbents compares who holds which office in which document. It returns
// the changes of office, and which documents are earlier than another because
// of them.
//
// A document is earlier if its date is, or, where a date is lacking, if the
// other calls its holder new and it does not. A document without a date that
// names at least two holders whom earlier ones name too is of their time, and
// earlier as well.
func (r *review) incumbents() (changes []change, earlier []bool) {
	earlier = make([]bool, len(r.docs))
	held := make([][]holder, len(r.docs))
	for i := range r.readings {
		if d := r.readings[i].doc; len(held[d]) < manyHolders {
			held[d] = r.holders(held[d], i)
		}
	}
	offices := map[string][]holder{}
	var order []string
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

// settle returns the holders with a name, each person once for each office,
// and new in it if any mention says so. Where a document gives an office to
// several persons, only those new in it remain: the others went before, or
// there are several such offices.
func (r *review) settle(hs []holder) []holder {
	var named []holder
	for _, h := range hs {
		if h.name == nil {
			continue
		}
		k := slices.IndexFunc(named, func(g holder) bool { return g.office == h.office && g.samePerson(h) })
		if k < 0 {
			named = append(named, h)
			continue
		}
		named[k].fresh = named[k].fresh || h.fresh
		if named[k].land == "" {
			named[k].land = h.land
		}
		if len(h.name) > len(named[k].name) {
			named[k].name = h.name
		}
	}
	for _, h := range hs {
		if h.name == nil && h.fresh {
			r.freshen(named, h)
		}
	}
	var out []holder
	for _, h := range named {
		if !slices.ContainsFunc(named, func(g holder) bool { return g.sameOffice(h) && !g.samePerson(h) && (g.fresh || !h.fresh) }) {
			out = append(out, h)
		}
	}
	return out
}

// freshen marks the one of the named holders who follows soon after the office
// h, which had no name beside it: "As the new finance minister, Moen has".
func (r *review) freshen(named []holder, h holder) {
	ws := r.readings[h.reading].words
	for k := h.after + 1; k < min(h.after+4, len(ws)); k++ {
		for n := range named {
			if named[n].office == h.office && r.text(ws[k]) == named[n].family() {
				named[n].fresh, named[n].reading = true, h.reading
			}
		}
	}
}

// Only so many holders of offices of a document, or holders of an office, are
// compared. With more than that the office is not one that one person holds.
const manyHolders = 100

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
// least two holders of offices whom earlier ones without a date name too.
func (r *review) contemporaries(held [][]holder, earlier []bool) {
	then := map[string][]holder{}
	for d, hs := range held {
		if earlier[d] && r.a.Sources[d].Published.IsZero() {
			for _, h := range hs {
				then[h.office] = append(then[h.office], h)
			}
		}
	}
	for d, hs := range held {
		if earlier[d] || !r.a.Sources[d].Published.IsZero() {
			continue
		}
		same := 0
		for _, h := range hs {
			if slices.ContainsFunc(then[h.office][:min(len(then[h.office]), manyHolders)], h.samePerson) {
				same++
			}
		}
		earlier[d] = same >= 2
	}
}

const earlierHolder = "names an earlier office-holder"

// outOfOffice marks the sentences of a document that name or speak for an
// earlier holder of an office.
func (r *review) outOfOffice(changes []change) {
	for _, c := range changes {
		d := r.readings[c.old.reading].doc
		i := c.old.reading
		for i > 0 && r.readings[i-1].doc == d {
			i--
		}
		for ; i < len(r.readings) && r.readings[i].doc == d; i++ {
			if r.mentions(&r.readings[i], c.old.family()) {
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
