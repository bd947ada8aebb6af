package assess

import "slices"

// What a pair must share to say the same: terms of these weights, and in
// percent of the smaller or the larger sentence. Found by looking at pairs of
// sentences on one subject that do and do not.
const (
	fullOverlap  = 75 // of the larger
	longShared   = 32
	longOverlap  = 45 // of the smaller
	acrossShared = 16 // by rare terms
	acrossLeast  = 30 // of the smaller
	acrossKinds  = 3
)

// sayTheSame reports whether two sentences do: because nearly all their terms
// are the same; or many are, not only names; or, in different documents, at
// least three rare ones that do not make one phrase. In any case neither may
// have a figure, a name, a time or a denial against the other.
func (r *review) sayTheSame(a, b *reading, l likeness) bool {
	small, large := min(l.a, l.b), max(l.a, l.b)
	full := l.shared*100 >= fullOverlap*large && len(a.terms) >= 4
	long := l.shared >= longShared && l.shared*100 >= longOverlap*small && l.rare >= 2
	across := a.doc != b.doc && l.rareShared >= acrossShared && l.shared*100 >= acrossLeast*small
	if !full && !long && !across || r.disagree(a, b) {
		return false
	}
	names := r.sharedNames(a, b)
	return full && 2*(l.shared-names) >= large-names || long && 2*names <= l.shared || across && r.kinds(a, b) >= acrossKinds
}

// copies joins the sentences of the same words, and those of mostly the same
// that stand in so many documents that none of their terms is rare. It returns
// for each sentence the first of the same words.
//
// The latter are found by min-wise hashing (A. Broder, On the resemblance and
// containment of documents, 1997).
func (r *review) copies(u *union) []int32 {
	first := make([]int32, len(r.readings))
	same := make(map[uint64]int32, len(r.readings))
	alike := map[uint64]int32{}
	for i := range r.readings {
		x := &r.readings[i]
		first[i] = int32(i)
		if len(x.words) == 0 {
			continue
		}
		h := wordsHash(x)
		if j, ok := same[h]; ok {
			first[i] = j
			u.join(i, int(j))
			continue
		}
		same[h] = int32(i)
		for _, key := range r.sketch(x) {
			j, ok := alike[key]
			if !ok {
				alike[key] = int32(i)
			} else if y := &r.readings[j]; u.root(i) != u.root(int(j)) && r.sayTheSame(y, x, r.likeness(y, x)) {
				u.join(i, int(j))
			}
		}
	}
	return first
}

// writeGroups numbers the groups from 0 in the order of their first sentences.
func (r *review) writeGroups(u *union) {
	next := 0
	for i := range r.a.Sentences {
		if k := u.root(i); k == i {
			r.a.Sentences[i].Group = next
			next++
		} else {
			r.a.Sentences[i].Group = r.a.Sentences[k].Group
		}
	}
}

// kinds returns how many of the rare terms that a and b share stand apart from
// the others, up to acrossKinds: terms that are neighbours in both make one
// name or phrase and say as much as one.
func (r *review) kinds(a, b *reading) int {
	var found [acrossKinds]struct{ a, b int } // places of terms that stand apart
	n := 0
	for i, w := range a.words {
		t := r.entry(w).term
		if !r.finds(t) || r.df[t] > 4 || r.isName(w) || !b.has(t) || r.position(a, t) != i {
			continue
		}
		j := r.position(b, t)
		if slices.ContainsFunc(found[:n], func(f struct{ a, b int }) bool { return abs(f.a-i) <= 2 && abs(f.b-j) <= 2 }) {
			continue
		}
		found[n] = struct{ a, b int }{i, j}
		if n++; n == len(found) {
			break
		}
	}
	return n
}

// position returns the first word of r with term t, or -1.
func (c *corpus) position(r *reading, t int32) int {
	for i, w := range r.words {
		if c.entry(w).term == t {
			return i
		}
	}
	return -1
}

func abs(n int) int { return max(n, -n) }
