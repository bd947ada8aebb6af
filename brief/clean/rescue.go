package clean

// rescue keeps what reads like running text where the scorecards found none
// of it in the article: they know pages that have much around their article,
// not notes of a few lines. Failing that it keeps what ends as sentences do,
// and failing that what has a sentence in it.
func (l *layout) rescue() {
	text := func(i int) bool { return l.solid(i) && l.units[i].kind != tableUnit }
	for i := range l.units {
		if l.keep[i] && text(i) {
			return
		}
	}
	_ = l.keepAll(text) ||
		l.keepAll(func(i int) bool {
			u := &l.units[i]
			return u.words > 3 && (u.sentence() || u.foreign*2 > u.chars) && !u.furnished()
		}) ||
		l.keepAll(func(i int) bool { return l.units[i].prose > 0 })
}

// keepAll keeps the blocks that are worth it, and reports whether there are
// any.
func (l *layout) keepAll(worth func(int) bool) bool {
	found := false
	for i := range l.units {
		if worth(i) {
			l.keep[i], found = true, true
		}
	}
	return found
}
