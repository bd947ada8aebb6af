package assess

import "slices"

// A turn is what a sentence tells of something that was planned or stood.
type turn uint8

const (
	noTurn   turn = iota
	reversed      // called off, withdrawn, repealed
	moved         // put off, extended
	done          // granted, opened: what had not been yet
)

// byNews marks the sentences that a newer source has overtaken: what they
// announce was called off or put off, what was not yet has come, what stood
// was withdrawn, who held an office has been followed.
func (r *review) byNews() {
	for i := range r.readings {
		y := &r.readings[i]
		if len(y.words) > longest || y.general() {
			continue
		}
		if y.traits&follows != 0 {
			r.byFollower(i)
		}
		at, t := r.turn(y)
		if t == noTurn {
			if r.deniesPlan(y) {
				r.overtakes(i, func(x *reading) bool { return r.planDenied(x, y) })
			}
			continue
		}
		r.overtakes(i, func(x *reading) bool { return r.turned(x, y, at, t) })
	}
}

const overtakenNote = "overtaken by a newer source"

// overtakes marks the sentences of sources that are not newer which share rare
// terms with sentence i, or come after one that does and speak of it by a
// pronoun, if is says so of them.
func (r *review) overtakes(i int, is func(x *reading) bool) {
	y := &r.readings[i]
	try := func(j int) {
		x := &r.readings[j]
		if x.doc == y.doc || len(x.words) > longest || x.general() && !announces(x) || !r.mayBeOlder(x, y) || !is(x) {
			return
		}
		r.overtaken(j, i, overtakenNote, "overtaken: "+excerptOf(y))
	}
	r.pairs.of(i, 0, leastAnchor, func(j int) {
		try(j)
		if j+1 < len(r.readings) && len(r.readings[j+1].words) > 0 && refersBack(r.text(r.readings[j+1].words[0])) && r.readings[j+1].doc == r.readings[j].doc {
			try(j + 1)
		}
	})
}

// mayBeOlder reports whether x is not known to be as new as y.
func (r *review) mayBeOlder(x, y *reading) bool {
	p, q := r.a.Sources[x.doc].Published, r.a.Sources[y.doc].Published
	return p.IsZero() != q.IsZero() || p.Before(q)
}

// turn returns the verb by which the sentence tells of a turn. Only one in the
// past counts, and none that is denied.
func (r *review) turn(y *reading) (int, turn) {
	if y.traits&turning == 0 {
		return -1, noTurn
	}
	for k := 1; k < len(y.words); k++ {
		next := ""
		if k+1 < len(y.words) {
			next = r.text(y.words[k+1])
		}
		t := turnOf(r.text(y.words[k]), next)
		if t == noTurn || y.tenses[k] != inPast && y.tenses[k-1] != inPast || !r.asserted(y, k) {
			continue
		}
		if slices.ContainsFunc(y.words[max(0, k-4):k], func(w word) bool { return r.is(w, denies) }) {
			continue
		}
		if t == done && y.tenses[k-1] == untensed && !r.passive(y, k) {
			continue // "the fund opened in 1990" may be any
		}
		return k, t
	}
	return -1, noTurn
}

// turnOf returns the turn that the verb form tells of, followed by next.
func turnOf(w, next string) turn {
	switch w {
	case "called":
		if next == "off" {
			return reversed
		}
	case "put":
		if next == "off" || next == "back" {
			return moved
		}
	case "cancelled", "canceled", "withdrawn", "withdrew", "dropped", "abandoned", "scrapped", "shelved", "revoked", "repealed", "overturned", "annulled":
		return reversed
	case "postponed", "extended", "rescheduled", "adjourned", "deferred":
		return moved
	case "granted", "approved", "opened", "signed", "appointed", "published", "elected", "delivered", "completed", "launched", "released", "agreed":
		return done
	}
	return noTurn
}

// turned reports whether y, by its verb at word k, overtakes x.
func (r *review) turned(x, y *reading, k int, t turn) bool {
	b := r.core(y, k, k)
	switch t {
	case done:
		return r.notYet(x, y, k) || r.begun(x, y, k, b)
	}
	at := slices.Index(x.tenses, inFuture)
	a := core{}
	if at >= 0 {
		a = r.core(x, at, at)
	} else if at = r.presentVerb(x); at > 0 && t == reversed { // how it stands is told after the verb
		a = core{terms: r.contentOf(x, 0, at), own: r.rareOf(x, 0, at)}
	} else {
		return false
	}
	if !r.sharesObject(x, y, k) {
		return false
	}
	n := r.evidence(a, b) + 2
	if t == moved && len(x.times) > 0 && len(y.times) > 0 {
		n += 3
	}
	return n >= leastEvidence+2 || n >= leastEvidence && t == moved && len(x.times) > 0 && len(y.times) > 0
}

// presentVerb returns the first word in the present tense, or one that says
// what something has or is, or -1.
func (r *review) presentVerb(x *reading) int {
	for k, w := range x.words {
		switch {
		case x.tenses[k] == inPresent:
			return k
		case x.tenses[k] == inPast && (r.text(w) == "has" || r.text(w) == "have") && (k+1 == len(x.words) || x.tenses[k+1] == untensed && !r.is(x.words[k+1], past)):
			return k
		case x.tenses[k] != untensed:
			return -1
		}
	}
	return -1
}

// sharesObject reports whether x is about what the turn at word k of y
// happened to: a term of its subject if it is a passive, else the first one
// after it.
func (r *review) sharesObject(x, y *reading, k int) bool {
	lo, hi := r.clause(y, k, k)
	if r.passive(y, k) {
		return inCommon(r.rareOf(y, lo, k), x.about) > 0 || r.subjectBack(x, r.rareOf(y, lo, k))
	}
	terms := r.rareOf(y, k+1, hi)
	return inCommon(terms, x.about) > 0 || r.subjectBack(x, terms)
}

// subjectBack reports whether x opens with a pronoun for one of the terms.
func (r *review) subjectBack(x *reading, terms []int32) bool {
	if x.index == 0 || len(x.words) == 0 || !refersBack(r.text(x.words[0])) {
		return false
	}
	p := &r.readings[x.index-1]
	return p.doc == x.doc && inCommon(terms, r.rareOf(p, 0, r.subjectEnd(p))) > 0
}

// rareOf returns the terms of the words lo to hi that are not plain.
func (r *review) rareOf(x *reading, lo, hi int) []int32 {
	return slices.DeleteFunc(r.contentOf(x, lo, hi), func(t int32) bool { return r.terms[t].plain || r.terms[t].numeric })
}

// notYet: "the licence has not been granted yet" and "the licence was granted
// on 3 May".
func (r *review) notYet(x, y *reading, k int) bool {
	verb := r.entry(y.words[k]).term
	for n, w := range x.words {
		if r.entry(w).term != verb || n == 0 {
			continue
		}
		h := r.head(x, n)
		for i := max(0, n-4); i < n; i++ {
			if r.is(x.words[i], denies) && r.perfectAt(x, i) {
				return h >= 0 && h == r.head(y, k) && !r.terms[h].plain && !r.beyond(y, 0, k, x, rareOnly)
			}
		}
	}
	return false
}

// perfectAt reports whether has or have stands before word i, as in "has not".
func (r *review) perfectAt(x *reading, i int) bool {
	return i > 0 && (r.text(x.words[i-1]) == "has" || r.text(x.words[i-1]) == "have")
}

// begun: "applications can be filed from 1 October" and "the fund was opened
// for applications on Monday".
func (r *review) begun(x, y *reading, k int, b core) bool {
	if r.text(y.words[k]) != "opened" && r.text(y.words[k]) != "launched" || len(y.times) == 0 {
		return false
	}
	for _, e := range x.times {
		v := verbOf(x, e)
		if e.form != dayForm && e.form != monthForm || r.bound(x, e) != fromIt || v < 0 || x.tenses[v] == inPast {
			continue
		}
		lo, hi := r.clause(x, e.first, e.last)
		a := core{terms: r.contentOf(x, 0, len(x.words)), own: r.rareOf(x, lo, hi)}
		return r.evidence(a, b) >= leastEvidence-3 && inCommon(a.own, b.own) > 0
	}
	return false
}

// deniesPlan reports whether the sentence says that something will not be.
func (r *review) deniesPlan(y *reading) bool {
	for k, w := range y.words {
		if y.tenses[k] == inFuture && (r.is(w, will) && r.is(w, denies) || k+1 < len(y.words) && r.is(w, will) && r.is(y.words[k+1], denies)) {
			return true
		}
	}
	return false
}

// planDenied reports whether x announces for a time what y says will not be
// then.
func (r *review) planDenied(x, y *reading) bool {
	if r.deniesPlan(x) || !announces(x) {
		return false
	}
	for _, e := range x.times {
		for _, f := range y.times {
			if !e.sameAs(f) || x.tenseOf(e) != inFuture || y.tenseOf(f) != inFuture {
				continue
			}
			a := core{terms: r.contentOf(x, 0, len(x.words)), own: r.rareOf(x, 0, len(x.words))}
			b := core{terms: r.contentOf(y, 0, len(y.words)), own: r.rareOf(y, 0, len(y.words))}
			if n := inCommon(a.own, b.own); n >= 3 || n >= 2 && r.evidence(a, b) >= leastEvidence {
				return true
			}
		}
	}
	return false
}

// excerptOf returns the opening words of the sentence.
func excerptOf(y *reading) string {
	if n := len(y.words); n > 8 {
		return y.text[:y.words[7].end] + " …"
	}
	return y.text
}
