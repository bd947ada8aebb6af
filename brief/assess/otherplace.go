package assess

// otherPlace: "the fair will be held in the meadow by the mill" and "the fair
// takes place in the market hall". A place that is a name, after "in", may lie
// in the other; it is compared only after "at".
func (r *review) otherPlace(c claim) string {
	if c.a.traits&c.b.traits&places == 0 || c.anchor < 4 || c.a.general() || c.b.general() || timesBeyond(c.a, c.b) && timesBeyond(c.b, c.a) {
		return ""
	}
	i, p := r.venue(c.a)
	j, q := r.venue(c.b)
	if i < 0 || j < 0 || r.text(c.a.words[p]) != r.text(c.b.words[q]) {
		return ""
	}
	if s, t := r.agent(c.a, i), r.agent(c.b, j); s != t || s < 0 || r.otherMoment(c, i, j) {
		return ""
	}
	a, b := r.placeTerms(c.a, p), r.placeTerms(c.b, q)
	if len(a) == 0 || len(b) == 0 || inCommon(a, b) == min(len(a), len(b)) {
		return ""
	}
	if (r.scopeOf(c.a, 0, i)|r.scopeOf(c.b, 0, j))&(perEach|inAddition|firstOf|lastOf|atFirst|changing) != 0 || r.otherSubject(c, i, j) {
		return ""
	}
	return "place: " + r.placeText(c.a, p) + " or " + r.placeText(c.b, q)
}

// otherMoment reports whether only one of the verbs i of a and j of b tells of
// the past, or both do in sources written more than three weeks apart.
func (r *review) otherMoment(c claim, i, j int) bool {
	p, q := c.a.tenses[i] == inPast, c.b.tenses[j] == inPast
	return p != q || p && !r.near(c, 21)
}

// otherSubject reports whether each subject has a term that the other lacks.
func (r *review) otherSubject(c claim, i, j int) bool {
	a, b := r.contentOf(c.a, 0, i), r.contentOf(c.b, 0, j)
	n := inCommon(a, b)
	return n < len(a) && n < len(b)
}

// venue returns the verb and the preposition of "will be held in", "takes
// place at", or -1.
func (r *review) venue(x *reading) (verb, preposition int) {
	for k := 1; k+2 < len(x.words); k++ {
		n := 0
		switch r.text(x.words[k]) {
		case "held":
			if !r.passive(x, k) {
				continue
			}
			n = k + 1
		case "takes", "take", "took":
			if r.text(x.words[k+1]) != "place" {
				continue
			}
			n = k + 2
		case "meets", "gathers", "convenes":
			n = k + 1
		default:
			continue
		}
		if n >= len(x.words) {
			return -1, -1
		}
		switch r.text(x.words[n]) {
		case "in", "at", "on":
			if n+1 < len(x.words) && !r.is(x.words[n+1], month|weekday) && !x.words[n+1].digits && (r.text(x.words[n]) == "at" || !x.words[n+1].upper) {
				return k, n
			}
		}
		return -1, -1
	}
	return -1, -1
}

// placeEnd returns where the place after the preposition p ends.
func (r *review) placeEnd(x *reading, p int) int {
	k := p + 1
	for k < min(p+8, len(x.words)) {
		if k > p+1 && stops(x.text[x.words[k-1].end:x.words[k].start], ",;:().") {
			break
		}
		switch r.text(x.words[k]) {
		case "on", "in", "from", "to", "with", "until", "and", "for", "during", "after", "at":
			return k
		}
		if x.words[k].digits || r.is(x.words[k], weekday|nearDay) {
			break
		}
		k++
	}
	return k
}

// placeTerms returns the terms of the place after the preposition p.
func (r *review) placeTerms(x *reading, p int) []int32 {
	return r.contentOf(x, p+1, r.placeEnd(x, p))
}

// placeText returns the place with its preposition p as it is written.
func (r *review) placeText(x *reading, p int) string {
	return x.text[x.words[p].start:x.words[r.placeEnd(x, p)-1].end]
}

// contentOf returns the terms of the words lo to hi, ascending.
func (r *review) contentOf(x *reading, lo, hi int) []int32 {
	return r.subject(nil, x.words[lo:max(lo, hi)])
}
