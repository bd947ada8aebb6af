package assess

import "slices"

// byFollower marks the sentences that name in an office somebody whom, as
// sentence i of a newer source says, another has followed: "took over from
// Maud Teller as chief executive".
func (r *review) byFollower(i int) {
	y := &r.readings[i]
	name := r.followed(y)
	if name < 0 {
		return
	}
	r.pairs.of(i, 0, leastAnchor, func(j int) {
		x := &r.readings[j]
		if x.doc == y.doc || !r.published(j).Before(r.published(i)) || !x.has(name) {
			return
		}
		for _, w := range x.words {
			if r.is(w, office) && !w.upper && y.has(r.entry(w).term) {
				r.overtaken(j, i, earlierHolder, "office-holder: "+excerptOf(y))
				return
			}
		}
	})
}

// followed returns the last name of the person whom another follows in the
// sentence, or -1.
func (r *review) followed(y *reading) int32 {
	at := slices.IndexFunc(y.words, func(w word) bool {
		switch r.text(w) {
		case "succeeded", "succeeds", "replaced", "replaces", "over":
			return true
		}
		return false
	})
	if at <= 0 || at+2 >= len(y.words) {
		return -1
	}
	k := at + 1
	if r.text(y.words[at]) == "over" {
		if t := r.text(y.words[at-1]); t != "took" && t != "taken" && t != "takes" || r.text(y.words[k]) != "from" {
			return -1
		}
		k++
	}
	name := int32(-1)
	for ; k < len(y.words) && r.isName(y.words[k]); k++ {
		name = r.entry(y.words[k]).term
		if !r.joined(y.words, k) {
			break
		}
	}
	return name
}
