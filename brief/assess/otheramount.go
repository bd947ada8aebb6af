package assess

import "readahead/brief/doc"

// otherAmount: "put the deficit of the clinics at £11 million" and "the deficit
// of the clinics is forecast at £9 million". The evidence that both are of one
// thing is weighed; what makes them two (another time, place, part, rate or
// stage) speaks against it.
func (r *review) otherAmount(c claim) string {
	if len(c.a.figures) == 0 || len(c.b.figures) == 0 || !plainStatement(c.a) || !plainStatement(c.b) || c.a.general() || c.b.general() || (c.a.traits|c.b.traits)&changes != 0 {
		return ""
	}
	if timesBeyond(c.a, c.b) || timesBeyond(c.b, c.a) {
		return ""
	}
	for _, f := range c.a.figures {
		g, ok := counterpart(f, c.a, c.b)
		if !ok || f.kind == clock || !r.comparable(c, f, g) || r.otherNames(c) || r.denials(c.a)%2 != r.denials(c.b)%2 {
			continue
		}
		x, y := r.core(c.a, f.first, f.last), r.core(c.b, g.first, g.last)
		if (x.scope|y.scope)&changing != 0 {
			continue
		}
		n := r.evidence(x, y)
		if v := r.leadsTo(c.a, f); v != "" && v == r.leadsTo(c.b, g) {
			n += 2
		}
		if (r.told(c.a, f) == inPast) != (r.told(c.b, g) == inPast) {
			n -= 3
		}
		if n -= 2 * r.extraNames(c); n >= firmEvidence-1 {
			return "figure: " + c.a.raw(f) + " or " + c.b.raw(g)
		}
	}
	return ""
}

// told returns the tense of the verb before f; that of an estimate ("now put
// at") is present.
func (r *review) told(x *reading, f figure) tense {
	for k := f.first - 1; k >= 0; k-- {
		if x.tenses[k] != untensed {
			if r.text(x.words[k]) == "put" {
				return inPresent
			}
			return x.tenses[k]
		}
	}
	return untensed
}

// agrees reports whether one figure may be the other, rounded: it has fewer
// significant digits, is what the other comes to with as many, and is within
// three percent of it.
func agrees(f, g figure) bool {
	x, y := max(f.value, g.value), min(f.value, g.value)
	if x == y {
		return true
	}
	if x-y > x/100*3 {
		return false
	}
	for unit := int64(10); unit <= x; unit *= 10 {
		if x%unit == 0 && (y+unit/2)/unit*unit == x || y%unit == 0 && (x+unit/2)/unit*unit == y {
			return true
		}
		if unit > x/10 {
			break // the next one may be more than an int64 holds
		}
	}
	return false
}

// near reports whether the sources were written within n days of each other,
// or the date of one is not known.
func (r *review) near(c claim, n int) bool {
	p, q := r.a.Sources[c.a.doc].Published, r.a.Sources[c.b.doc].Published
	return p.IsZero() || q.IsZero() || !apart(p, q, n)
}

// apart reports whether the days are more than n days apart.
func apart(p, q doc.Date, n int) bool { return p.AddDays(n).Before(q) || q.AddDays(n).Before(p) }
