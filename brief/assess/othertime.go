package assess

// otherTime: "the full hearing is fixed for 17 November" and "the full hearing
// will be on 24 November". Both announce, and the evidence that it is one event
// is weighed.
func (r *review) otherTime(c claim) string {
	if len(c.a.times) != 1 || len(c.b.times) != 1 || c.a.times[0].form != c.b.times[0].form || c.a.general() || c.b.general() {
		return ""
	}
	e, f := c.a.times[0], c.b.times[0]
	if e.form != f.form || e.form != dayForm && e.form != monthForm && e.form != seasonForm || e.lastDay != f.lastDay || e.edge != f.edge ||
		e.sameAs(f) || e.year != 0 && f.year != 0 && e.year != f.year && e.form != dayForm || r.bound(c.a, e) != r.bound(c.b, f) {
		return ""
	}
	if e.form == monthForm && e.month == f.month || e.form == dayForm && e.month == f.month && e.day == f.day || r.inRow(c.a, e) || r.inRow(c.b, f) {
		return ""
	}
	if p, q := r.phase(c.a), r.phase(c.b); p != q && p != 0 && q != 0 {
		return ""
	}
	if !awaits(c.a.tenseOf(e)) || !awaits(c.b.tenseOf(f)) {
		return "" // what has happened may have happened twice
	}
	if r.otherNames(c) || r.beyond(c.a, 0, e.first, c.b, withAnswers) && r.beyond(c.b, 0, f.first, c.a, withAnswers) {
		return ""
	}
	r.cores[0] = r.coreIn(r.cores[0], c.a, e.first, e.last)
	r.cores[1] = r.coreIn(r.cores[1], c.b, f.first, f.last)
	x, y := r.cores[0], r.cores[1]
	if (x.scope|y.scope)&(changing|perEach|atFirst) != 0 || (x.scope^y.scope)&^(lastOf|inAddition|bounded) != 0 {
		return ""
	}
	n := r.evidence(x, y)
	v, w := r.eventBefore(c.a, e.first), r.eventBefore(c.b, f.first)
	switch {
	case v&w != 0:
		n += 2
	case v != 0 && w != 0:
		return ""
	}
	if n < leastEvidence+2*(r.extraNames(c)) {
		return ""
	}
	return "date: " + c.a.span(e) + " or " + c.b.span(f)
}

// tenseOf returns the tense of the verb that governs e.
func (r *reading) tenseOf(e expression) tense {
	if k := verbOf(r, e); k >= 0 {
		return r.tenses[k]
	}
	return untensed
}

// phase returns 1 for a sentence that tells of a beginning, -1 for one that
// tells of an end, 0 for others.
func (r *review) phase(x *reading) int {
	n := 0
	for _, w := range x.words {
		switch r.text(w) {
		case "begin", "begins", "beginning", "start", "starts", "open", "opens", "opening", "launch", "launches":
			n |= 1
		case "end", "ends", "finish", "finishes", "expire", "expires", "stop", "stops", "close", "closes", "closing", "deadline":
			n |= 2
		}
	}
	switch n {
	case 1:
		return 1
	case 2:
		return -1
	}
	return 0
}

// awaits reports whether a verb of the tense may speak of what is to come.
func awaits(t tense) bool { return t != inPast && t != inDoubt }

// inRow reports whether e is one of several days or ends a stretch of them:
// "18 and 19 July", "3 to 5 May".
func (r *review) inRow(x *reading, e expression) bool {
	return e.first > 0 && (x.words[e.first-1].digits || e.first > 1 && x.words[e.first-2].digits && r.is(x.words[e.first-1], stop))
}

// A side says of what stretch a time is the end.
type side uint8

const (
	onIt side = iota
	upTo
	fromIt
)

// bound returns the side of e.
func (r *review) bound(x *reading, e expression) side {
	switch r.limit(x, e) {
	case "by", "until", "till", "before", "through", "to":
		return upTo
	case "from", "since", "after", "starting", "beginning":
		return fromIt
	}
	return onIt
}
