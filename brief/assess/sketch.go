package assess

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
