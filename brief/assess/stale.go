package assess

import (
	"fmt"
	"slices"
	"strings"

	"readahead/brief/doc"
)

// stale marks the sentences that were true when they were written and are not
// now. There are three kinds:
//
//   - it announces something for a day before the briefing's;
//   - it names the holder of an office whom a later source shows replaced;
//   - it announces something, for no day that is known, in a document that is
//     over a year old or that has no date and names such a holder.
//
// What is only old is not stale.
func (r *review) stale() {
	for i := range r.readings {
		r.pastDue(i)
	}
	r.byNews()
	changes, earlier := r.incumbents()
	r.outOfOffice(changes)
	for i := range r.readings {
		x := &r.readings[i]
		switch published := r.published(i); {
		case published.IsZero() && earlier[x.doc] && r.planned(x):
			r.overtaken(i, -1, "plan from an earlier source", "time: another held office then")
		case !published.IsZero() && published.AddDays(365).Before(r.a.AsOf) && r.planned(x) && r.byWhom(x):
			s := fmt.Sprintf("%s %d", published.Month, published.Year)
			r.overtaken(i, -1, "plan of "+s, "time: a plan of "+s)
		}
	}
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

// pastDue marks sentence i if it announces something for a time that is over,
// or says that something lasts until then.
func (r *review) pastDue(i int) {
	x := &r.readings[i]
	if r.a.AsOf.IsZero() || x.general() {
		return
	}
	for k, e := range x.times {
		if !e.to.IsZero() && e.to.Before(r.a.AsOf) && !r.lasting(x, k) && r.announced(x, e) {
			s := humanDate(e)
			r.overtaken(i, r.outcome(i, e), "was for "+s, "time: "+s+" has passed")
			return
		}
	}
}

// announced reports whether the sentence speaks of e as of something to come,
// by its verb or because e was to come when the source was published; or says
// that something lasts until e.
func (r *review) announced(x *reading, e expression) bool {
	published := r.a.Sources[x.doc].Published
	if e.to.Before(published) || r.aside(x, e) {
		return false
	}
	k := verbOf(x, e)
	t := untensed
	if k >= 0 {
		t = x.tenses[k]
	}
	switch r.limit(x, e) {
	case "since", "from", "after":
		return false
	case "until", "till":
		return t != inDoubt && (t != inPast || r.perfect(x, k) || !published.IsZero() && published.Before(e.from))
	}
	switch {
	case t == inFuture, t == ongoing && k < e.first && e.form != yearForm:
		return true
	case e.form == unitForm || published.IsZero(), t == inPast && r.tenseOfTime(x, e) != inFuture: // a page is changed after its date
		return false
	case e.form == yearForm:
		return r.bound(x, e) == upTo && published.Before(e.from)
	}
	return published.Before(e.from) && len(x.words) > e.last-e.first+4
}

// aside reports whether e is no time of what the sentence says: it stands in
// brackets, is what something is compared with ("up from 40 in 2023"), or
// there is no verb and no preposition, as in lists and headings.
func (r *review) aside(x *reading, e expression) bool {
	at := x.words[e.first].start
	if at > 0 && x.text[at-1] == '(' {
		return true
	}
	for k := e.first - 1; k >= max(0, e.first-6); k-- {
		switch r.text(x.words[k]) {
		case "from", "than":
			return k < e.first-1 && slices.ContainsFunc(x.figures, func(f figure) bool { return k < f.first && f.last < e.first })
		case "of":
			if k > 0 && k == e.first-1 && r.text(x.words[k-1]) == "as" {
				return true
			}
		}
	}
	verbless := !slices.ContainsFunc(x.tenses, func(t tense) bool { return t != untensed })
	switch r.limit(x, e) {
	case "by", "until", "till", "before", "on":
		return false
	}
	return verbless
}

// lasting reports whether e opens a stretch of days that is not yet over: "26
// November – 3 December".
func (r *review) lasting(x *reading, k int) bool {
	if k+1 >= len(x.times) {
		return false
	}
	e, f := x.times[k], x.times[k+1]
	return f.first-e.last <= 2 && !f.to.IsZero() && !f.to.Before(r.a.AsOf)
}

// perfect reports whether the verb group that ends at word k begins with has
// or have.
func (r *review) perfect(x *reading, k int) bool {
	for from := max(0, k-4); k >= from && x.tenses[k] == inPast; k-- {
		if t := r.text(x.words[k]); t == "has" || t == "have" {
			return true
		}
	}
	return false
}

// planned reports whether the sentence announces an act, by a verb that does
// not merely say how things will be, or tells of something going on at a time
// that is not known.
func (r *review) planned(x *reading) bool {
	if x.general() {
		return false
	}
	for _, e := range x.times {
		if !e.to.IsZero() && !e.to.Before(r.a.AsOf) {
			return false // not yet over
		}
		if e.leans() && r.announced(x, e) {
			return true
		}
	}
	for k := 0; k < len(x.words); k++ {
		if x.tenses[k] == inFuture {
			return !r.state(x, k)
		}
	}
	return false
}

// byWhom reports whether somebody or something that the reader can tell is
// said to plan the first act that the sentence announces: a name stands before
// the verb, or an institution. "Sandwiches will work well", "we'll look at
// trends" and "you'll learn" are advice, and plans of nobody.
func (r *review) byWhom(x *reading) bool {
	k := slices.Index(x.tenses, inFuture)
	for k > 0 && isAdverb(r.text(x.words[k-1])) {
		k--
	}
	if k <= 0 {
		return false
	}
	if v := r.act(x, k); v < len(x.words) && eventOf(r.text(x.words[v])) != 0 && r.certain(x.words[:k]) {
		return true
	}
	w := x.words[k-1]
	if stops(x.text[w.end:x.words[k].start], ",;:()") {
		return false
	}
	return r.isName(w) && (k > 1 || w.owns) && !initials(x.text[w.start:w.end]) || institution(r.text(w))
}

// initials reports whether the word is in capitals throughout, as the names of
// techniques are ("VR will emerge").
func initials(w string) bool { return len(w) > 1 && w == strings.ToUpper(w) }

// certain reports whether the words speak of a certain thing: after "the", and
// not after "a".
func (r *review) certain(ws []word) bool {
	has := func(t string) bool { return slices.ContainsFunc(ws, func(w word) bool { return r.text(w) == t }) }
	return has("the") && !has("a") && !has("an")
}

// act returns the verb of the group that begins at word k: "sign" of "will
// soon sign" and of "are expected to sign".
func (r *review) act(x *reading, k int) int {
	for k < len(x.words) && (r.is(x.words[k], will|is|due|plans|denies|stop) || isAdverb(r.text(x.words[k]))) {
		k++
	}
	return k
}

// institution reports whether the word is that of a body that decides.
func institution(w string) bool {
	switch w {
	case "council", "government", "ministry", "court", "board", "parliament", "senate", "agency", "authority", "commission", "committee", "cabinet", "department", "union", "city", "bank", "university", "company", "party", "police", "minister", "mayor", "president":
		return true
	}
	return false
}

// state reports whether the future at word k is that of a state: "will remain
// strong", "will also be needed".
func (r *review) state(x *reading, k int) bool {
	for k < len(x.words) && x.tenses[k] == inFuture && (r.is(x.words[k], will|stop|denies) || isAdverb(r.text(x.words[k]))) {
		if r.text(x.words[k]) == "be" {
			return true
		}
		k++
	}
	if k+1 < len(x.words) && r.is(x.words[k], due|plans) && r.to(x.words, k+1) {
		k += 2
	}
	if k == len(x.words) {
		return true
	}
	switch r.text(x.words[k]) {
	case "be", "remain", "stay", "continue", "need", "require", "mean", "become", "have", "help", "define", "depend", "ensure", "allow", "enable", "always", "experience", "see", "grow", "emerge", "lessen", "reach", "decline", "increase", "cost", "find":
		return true
	}
	return false
}

// What a sentence must share with the announcement whose outcome it tells, by
// weight; less if it gives the day that was announced, or a later one for the
// same act.
const (
	leastOutcome = 17
	sameOutcome  = 4
)

// outcome returns the sentence of a newer source that tells what came of what
// sentence i announced for e, or -1: one about the same things, in the past.
// One that gives the same day, or a later one for the act, is preferred.
func (r *review) outcome(i int, e expression) int {
	x := &r.readings[i]
	best, most := -1, 0
	if len(x.words) > longest {
		return best
	}
	r.pairs.of(i, 0, sameOutcome, func(j int) {
		y := &r.readings[j]
		if y.doc == x.doc || !r.published(i).Before(r.published(j)) || announces(y) || !slices.Contains(y.tenses, inPast) {
			return
		}
		score := r.anchor(x, y)
		if score >= sameOutcome && (slices.ContainsFunc(y.times, e.sameAs) || r.cameLater(x, y, e)) {
			score += leastOutcome
		}
		if score >= leastOutcome && score > most {
			best, most = j, score
		}
	})
	return best
}

// cameLater reports whether y tells that the act which x announces for e came
// on e or within two months after it.
func (r *review) cameLater(x, y *reading, e expression) bool {
	var act event
	for k, w := range x.words {
		if x.tenses[k] == inFuture || k > 0 && x.tenses[k-1] == inFuture {
			act |= eventOf(r.text(w))
		}
	}
	if act == 0 || e.to.IsZero() {
		return false
	}
	for _, f := range y.times {
		if f.form == dayForm && !f.from.IsZero() && !f.from.Before(e.from) && f.from.Before(e.to.AddDays(60)) && act&r.eventBefore(y, f.first) != 0 {
			return true
		}
	}
	return false
}

// humanDate returns the end of e, or the year or month that it is, for people.
func humanDate(e expression) string {
	switch e.form {
	case monthForm:
		return fmt.Sprintf("%s %d", e.to.Month, e.to.Year)
	case yearForm:
		return fmt.Sprint(e.to.Year)
	}
	return human(e.to)
}

// human returns the date as people write it: 3 March 2025.
func human(d doc.Date) string {
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}
