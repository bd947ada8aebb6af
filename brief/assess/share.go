package assess

// fraction reads "a third", "two thirds", "three quarters".
func (p *scanner) fraction(i int) (figure, bool) {
	j := i + 1
	if !p.joined(p.ws, i) || !p.is(p.ws[j], fraction) {
		return figure{}, false
	}
	n, d := int64(p.entry(p.ws[i]).value), int64(p.entry(p.ws[j]).value)
	if n == 0 || n >= d || p.is(p.ws[j], ordinal) && n == 1 && p.joined(p.ws, j) && !p.is(p.ws[j+1], stop) {
		return figure{}, false // "a third crane" counts
	}
	return figure{first: i, last: j, kind: share, value: million * n / d, rest: p.rest(j)}, true
}

// partOf reads "two of the six", "two of six", "one in four".
func (p *scanner) partOf(i int) (figure, bool) {
	if !p.reads(i+1, "of") && !p.reads(i+1, "in") && !p.reads(i+1, "out") {
		return figure{}, false
	}
	j := i + 2
	for j < len(p.ws) && j <= i+4 && (p.reads(j, "of") || p.reads(j, "the") || p.reads(j, "our") || p.reads(j, "its") || p.reads(j, "their")) {
		j++
	}
	n, ok1 := p.small(i)
	of, ok2 := p.small(j)
	if !ok1 || !ok2 || n > of {
		return figure{}, false
	}
	if p.reads(i+1, "in") {
		return figure{first: i, last: j, kind: share, value: million * n / of}, true
	}
	return figure{first: i, last: j, kind: part, value: n * 1000, of: of}, true
}

// allOf reads "all six", "all of the six", "every one of six", "each of the
// six".
func (p *scanner) allOf(i int) (figure, bool) {
	j := i + 1
	for j < len(p.ws) && j <= i+4 && (p.reads(j, "one") || p.reads(j, "of") || p.reads(j, "the") || p.reads(j, "our") || p.reads(j, "its") || p.reads(j, "their")) {
		j++
	}
	n, ok := p.small(j)
	if !ok || n < 2 || (p.reads(i, "every") || p.reads(i, "each")) && !p.reads(j-1, "the") && !p.reads(j-1, "of") {
		return figure{}, false // "every two weeks"
	}
	return figure{first: i, last: j, kind: part, value: n * 1000, of: n}, true
}

// small returns the whole number at word i.
func (p *scanner) small(i int) (int64, bool) {
	if n, ok := p.integer(i); ok {
		return int64(n), true
	}
	if i < len(p.ws) && p.is(p.ws[i], numeral) && !p.is(p.ws[i], stop) {
		return int64(p.entry(p.ws[i]).value), true
	}
	return 0, false
}

// rest reports whether another's share, the rest, is spoken of soon after word
// i.
func (p *scanner) rest(i int) bool {
	for k := i + 1; k < min(i+25, len(p.ws)); k++ {
		switch p.text(p.ws[k]) {
		case "rest", "remainder", "remaining", "balance", "other":
			return true
		}
	}
	return false
}
