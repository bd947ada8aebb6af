package assess

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// grade gives each source its grade in the Admiralty code (NATO AJP-2.1,
// Allied Joint Doctrine for Intelligence Procedures): the reliability of the
// source by a letter, the credibility of what it says by a digit.
//
// The letter is the profile's; F, "cannot be judged", without one. The digit
// follows from the other sources:
//
//	2  at least a tenth of its sentences are said by an independent source in
//	   other words, none is contradicted, and it is not a copy
//	3  an independent source says at least one of its sentences
//	4  it is contradicted by a source with a better letter, and not supported
//	6  anything else: it cannot be judged
//
// 1, "confirmed", and 5, "improbable", are a person's judgement and are never
// given. Independent sources have different publishers and different sites. A
// source of which half the sentences stand word for word in another is a copy
// or has been copied; sentences that agree word for word support nothing.
func (r *review) grade(p profile.Profile) {
	n := len(r.docs)
	letters := make([]byte, n)
	for d := range letters {
		letters[d] = 'F'
		if g := given(r.docs[d].File, p).Reliability; len(g) == 1 && 'A' <= g[0] && g[0] <= 'F' {
			letters[d] = g[0]
		}
	}
	sentences, supported := make([]int, n), r.supported()
	for _, s := range r.a.Sentences {
		sentences[s.Doc]++
	}
	copied := r.copied()
	contradicted, worse := make([]bool, n), make([]bool, n)
	for _, c := range r.clashes {
		a, b := r.readings[c.a].doc, r.readings[c.b].doc
		contradicted[a], contradicted[b] = true, true
		worse[a] = worse[a] || letters[b] < letters[a]
		worse[b] = worse[b] || letters[a] < letters[b]
	}
	for d := range r.a.Sources {
		digit := "6"
		switch {
		case supported[d] > 0 && 10*supported[d] >= sentences[d] && !contradicted[d] && !copied[d]:
			digit = "2"
		case supported[d] > 0:
			digit = "3"
		case worse[d]:
			digit = "4"
		}
		r.a.Sources[d].Grade = string(letters[d]) + digit
	}
}

// Only so many wordings of what a group says are compared with each other.
const manyWordings = 8

// supported returns for each document how many of its sentences an independent
// document says in other words.
func (r *review) supported() []int {
	n := make([]int, len(r.docs))
	order := make([]int, len(r.readings))
	for i := range order {
		order[i] = i
	}
	group := func(i int) int { return r.a.Sentences[i].Group }
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(group(i), group(j)) })
	var wordings []int
	for len(order) > 0 {
		size := 1
		for size < len(order) && group(order[size]) == group(order[0]) {
			size++
		}
		same := order[:size]
		order = order[size:]
		if size == 1 {
			continue
		}
		wordings = wordings[:0]
		for _, i := range same {
			if int(r.first[i]) == i && len(wordings) < manyWordings {
				wordings = append(wordings, i)
			}
		}
		for _, i := range same {
			a := &r.readings[i]
			for _, j := range wordings {
				if b := &r.readings[j]; a.doc != b.doc && !r.verbatim(a, b) && r.independent(a.doc, b.doc) {
					n[a.doc]++
					break
				}
			}
		}
	}
	return n
}

// verbatim reports whether b repeats a but for a few words.
func (r *review) verbatim(a, b *reading) bool {
	l := r.likeness(a, b)
	return l.shared*100 >= 80*max(l.a, l.b)
}

// copied returns which documents share at least half of their sentences word
// for word with others.
func (r *review) copied() []bool {
	shared := make([]bool, len(r.readings)) // by first sentence: other documents have it too
	for i, k := range r.first {
		if r.readings[k].doc != r.readings[i].doc {
			shared[k] = true
		}
	}
	same, all := make([]int, len(r.docs)), make([]int, len(r.docs))
	for i, k := range r.first {
		d := r.readings[i].doc
		all[d]++
		if shared[k] {
			same[d]++
		}
	}
	out := make([]bool, len(r.docs))
	for d := range out {
		out[d] = same[d] > 0 && 2*same[d] >= all[d]
	}
	return out
}

// independent reports whether nothing ties the two sources: neither the
// publisher nor the site.
func (r *review) independent(d, e int) bool {
	a, b := r.a.Sources[d], r.a.Sources[e]
	if a.Publisher != "" && strings.EqualFold(a.Publisher, b.Publisher) {
		return false
	}
	h := host(a)
	return h == "" || h != host(b)
}

// host returns the source's site.
func host(s doc.Source) string {
	u, err := url.Parse(s.URL)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
