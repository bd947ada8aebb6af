package assess

// An axis is a question that has a yes and a no.
type axis uint8

const (
	noAxis axis = iota
	assent
	openness
	presence
	verdict
	start
	custody
)

// answer returns the axis that the word speaks on, and 1 for yes or -1 for no.
func answer(w string) (axis, int) {
	switch w {
	case "approved", "approve", "approves", "accepted", "accept", "accepts", "granted", "grant", "grants", "adopted", "backed", "endorsed", "ratified", "passed", "allowed", "permitted":
		return assent, 1
	case "rejected", "reject", "rejects", "refused", "refuse", "refuses", "denied", "blocked", "vetoed", "forbidden", "banned", "prohibited":
		return assent, -1
	case "open", "opened", "opens", "reopened", "reopens":
		return openness, 1
	case "closed", "close", "closes", "shut":
		return openness, -1
	case "stay", "stays", "stayed", "remain", "remains", "remained":
		return presence, 1
	case "leave", "leaves", "left", "quit", "resign", "resigns", "resigned":
		return presence, -1
	case "convicted", "guilty":
		return verdict, 1
	case "acquitted", "innocent", "cleared":
		return verdict, -1
	case "begun", "began", "started":
		return start, 1
	case "cancelled", "canceled", "abandoned", "scrapped":
		return start, -1
	case "detained", "arrested", "jailed":
		return custody, 1
	case "freed", "released":
		return custody, -1
	}
	return noAxis, 0
}

// otherAnswer: "members rejected the terms" and "the terms were accepted by
// the members". "Stays open" speaks of open, and not of staying.
func (r *review) otherAnswer(c claim) string {
	if c.a.traits&c.b.traits&answers == 0 || c.like.rare < 2 || c.anchor < leastAnchor || c.a.general() || c.b.general() || r.otherNames(c) || timesBeyond(c.a, c.b) && timesBeyond(c.b, c.a) {
		return ""
	}
	if r.wishes(c.a) || r.wishes(c.b) {
		return ""
	}
	i, x, v := r.answer(c.a)
	j, y, w := r.answer(c.b)
	if x == noAxis || x != y || v == w || !r.sameMoment(c, i, j) {
		return ""
	}
	a, b := r.core(c.a, i, i), r.core(c.b, j, j)
	two := changing | atFirst | remaining
	if x != presence {
		two |= inAddition
	}
	if (a.scope|b.scope)&two != 0 {
		return ""
	}
	if n := r.evidence(a, b) - 2*(r.extraNames(c)/2); n < leastEvidence || r.agents(c, i, j) || x == openness && r.head(c.a, i) != r.head(c.b, j) {
		return ""
	}
	return "said and denied: " + c.a.text[c.a.words[i].start:c.a.words[i].end] + " or " + c.b.text[c.b.words[j].start:c.b.words[j].end]
}

// answer returns the word that answers a question, if there is one such axis
// in the sentence, and how it answers it, a denial before it counted in.
func (c *corpus) answer(r *reading) (at int, on axis, yes int) {
	for k, w := range r.words {
		x, v := answer(c.text(w))
		if x == noAxis || k == 0 || w.upper {
			continue
		}
		if on == presence && x == openness { // "stays open"
			on, yes = noAxis, 0
		}
		if on != noAxis {
			return 0, noAxis, 0
		}
		if !c.asserted(r, k) {
			return 0, noAxis, 0
		}
		for i := max(0, k-3); i < k; i++ {
			if c.is(r.words[i], denies) {
				v = -v
			}
		}
		at, on, yes = k, x, v
	}
	return at, on, yes
}

// asserted reports whether word k is said to be so: it is no infinitive, no
// noun, no adjective before a noun, and not in doubt.
func (c *corpus) asserted(r *reading, k int) bool {
	prev := r.words[k-1]
	switch c.text(prev) {
	case "to", "the", "a", "an", "of", "whether", "its", "their", "his", "her", "our", "for", "if", "be":
		return k >= 2 && c.text(prev) == "be" && c.is(r.words[k-2], will)
	}
	if r.tenses[k] == inDoubt || k > 1 && r.tenses[k-1] == inDoubt {
		return false
	}
	if k+1 < len(r.words) && (c.text(r.words[k]) == "open" || c.text(r.words[k]) == "closed" || c.text(r.words[k]) == "close") {
		n := r.words[k+1]
		return c.is(n, stop|before|weekday|month) || n.digits || !c.joined(r.words, k)
	}
	return true
}

// sameMoment reports whether the words i of a and j of b speak of one moment:
// both of what was done, or both of what is to come, or of what is if the
// sources were written at about the same time.
func (r *review) sameMoment(c claim, i, j int) bool {
	p, q := r.moment(c.a, i), r.moment(c.b, j)
	switch {
	case p != q:
		return false
	case p == inPast, p == inFuture:
		return true
	}
	return r.near(c, 3)
}

// moment returns the tense of word k: what stays so is to come.
func (r *review) moment(x *reading, k int) tense {
	switch r.text(x.words[k]) {
	case "stay", "stays", "remain", "remains", "leave", "leaves":
		return inFuture
	}
	if k > 0 {
		switch r.text(x.words[k-1]) {
		case "stay", "stays", "remain", "remains":
			return inFuture
		}
	}
	for n := k; n >= max(0, k-4); n-- {
		if x.tenses[n] != untensed && x.tenses[n] != inPast || x.tenses[n] == inPast && n < k {
			return x.tenses[n]
		}
	}
	return x.tenses[k]
}

// agents reports whether the two who answer are others: the last term before
// the verb is of each sentence alone, and neither verb is a passive.
func (r *review) agents(c claim, i, j int) bool {
	if r.passive(c.a, i) || r.passive(c.b, j) {
		return false
	}
	p, q := r.clauseOf(c.a, i, i), r.clauseOf(c.b, j, j)
	if r.beyond(c.a, i+1, p.hi, c.b, withPlain) && r.beyond(c.b, j+1, q.hi, c.a, withPlain) {
		return true
	}
	s, t := r.agent(c.a, i), r.agent(c.b, j)
	return s >= 0 && t >= 0 && !c.b.has(s) && !c.a.has(t)
}

// wishes reports whether the sentence tells of what somebody would like.
func (r *review) wishes(x *reading) bool {
	for _, w := range x.words {
		switch r.text(w) {
		case "want", "wants", "wanted", "urge", "urges", "urged", "demand", "demands", "demanded", "hope", "hopes", "hoped", "wish", "wishes", "ask", "asks", "asked", "propose", "proposes", "recommend", "recommends", "recommended", "fear", "fears", "whether", "should":
			return true
		}
	}
	return false
}

// head returns the head of the subject of the verb at word k: the last term
// before the first preposition, or -1.
func (r *review) head(x *reading, k int) int32 {
	lo, _ := r.clause(x, k, k)
	t := int32(-1)
	for _, w := range x.words[lo:k] {
		e := r.entry(w)
		if t >= 0 && e.class&(before|is|was|will|has) != 0 || e.text == "through" || e.text == "with" || e.text == "along" {
			break
		}
		if e.class&stop == 0 && !isAdverb(e.text) {
			t = e.term
		}
	}
	return t
}

// passive reports whether the verb at word k is one.
func (r *review) passive(x *reading, k int) bool {
	for n := max(0, k-2); n < k; n++ {
		if r.is(x.words[n], is|was) || r.text(x.words[n]) == "be" || r.text(x.words[n]) == "been" {
			return true
		}
	}
	return false
}

func (r *review) agent(x *reading, k int) int32 {
	for n := k - 1; n >= 0; n-- {
		if e := r.entry(x.words[n]); e.class&stop == 0 && !isAdverb(e.text) {
			return e.term
		}
	}
	return -1
}

// turns reports whether the verb answers a question; what it answers is told
// by the other words.
func turns(w string) bool {
	x, _ := answer(w)
	return x != noAxis
}
