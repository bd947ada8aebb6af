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
	enough := l.shared*100 >= fullOverlap*large && len(a.terms) >= 4 ||
		l.shared >= longShared && l.shared*100 >= longOverlap*small && l.rare >= 2 && 2*r.sharedNames(a, b) <= l.shared ||
		a.doc != b.doc && l.rareShared >= acrossShared && l.shared*100 >= acrossLeast*small && r.kinds(a, b) >= acrossKinds
	return enough && !r.disagree(a, b)
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

// number writes the groups, from 0 in the order of their first sentences.
func (r *review) number(u *union) {
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

// wordsHash is equal for sentences of the same words.
func wordsHash(x *reading) uint64 {
	h := uint64(len(x.words))
	for _, w := range x.words {
		h = mix(h ^ uint64(w.entry+1))
	}
	return h
}

// sketch returns keys of which two readings of mostly the same terms share one
// in all likelihood: six pairs of minima. Readings that rare terms find are
// not sketched.
func (r *review) sketch(x *reading) []uint64 {
	rare := 0
	for _, t := range x.terms {
		if r.finds(t) || r.df[t] == 1 {
			rare++
		}
	}
	if len(x.terms) < 4 || 2*rare > len(x.terms) {
		return nil
	}
	var least [12]uint64
	for k := range least {
		least[k] = ^uint64(0)
		for _, t := range x.terms {
			least[k] = min(least[k], mix(uint64(t+1)*0x9E3779B97F4A7C15+uint64(k)<<40))
		}
	}
	keys := make([]uint64, 6)
	for k := range keys {
		keys[k] = mix(least[2*k] ^ mix(least[2*k+1]) ^ uint64(k))
	}
	return keys
}

// mix scatters the bits of h (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xFF51AFD7ED558CCD
	h ^= h >> 33
	h *= 0xC4CEB9FE1A85EC53
	return h ^ h>>33
}

// A union keeps which sentences belong together; the root of each set is its
// first sentence.
type union struct{ parent []int32 }

func newUnion(n int) *union {
	u := &union{parent: make([]int32, n)}
	for i := range u.parent {
		u.parent[i] = int32(i)
	}
	return u
}

func (u *union) root(i int) int {
	for int(u.parent[i]) != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = int(u.parent[i])
	}
	return i
}

func (u *union) join(i, j int) {
	a, b := u.root(i), u.root(j)
	u.parent[max(a, b)] = int32(min(a, b))
}

// kinds returns how many of the rare terms that a and b share stand apart from
// the others: terms that are neighbours in both make one name or phrase and
// say as much as one.
func (r *review) kinds(a, b *reading) int {
	var pa, pb [16]int
	n := 0
	for i, w := range a.words {
		t := r.entry(w).term
		if n == len(pa) || !r.finds(t) || r.df[t] > 4 || r.isName(w) {
			continue
		}
		if _, ok := slices.BinarySearch(b.terms, t); !ok || r.seen(a.words[:i], t) {
			continue
		}
		pa[n], pb[n] = i, r.position(b, t)
		n++
	}
	kinds := 0
	for k := range n {
		apart := true
		for m := range k {
			apart = apart && !(abs(pa[k]-pa[m]) <= 2 && abs(pb[k]-pb[m]) <= 2)
		}
		if apart {
			kinds++
		}
	}
	return kinds
}

func (c *corpus) seen(ws []word, t int32) bool {
	for _, w := range ws {
		if c.entry(w).term == t {
			return true
		}
	}
	return false
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
