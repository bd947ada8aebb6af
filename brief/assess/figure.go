package assess

import "strings"

// A figure is a quantity in a sentence.
type figure struct {
	first, last int // words, both included
	kind        figureKind
	value       int64 // in thousandths; of a share in millionths of the whole
	of          int64 // of a part: the number of all, in ones
	unit        int32 // term of the currency or of what is counted, or 0
	rough       bool  // about, nearly, up to
	rest        bool  // of a share: another takes the rest
}

// A figureKind says what a figure measures. Only figures of one kind compare.
type figureKind uint8

const (
	count figureKind = iota // 600 cars, 12 knots
	money                   // $4.5 billion
	share                   // 60 percent, a third, evenly
	part                    // two of the six, each of the six
	clock                   // 17:45, 7 p.m.: minutes from midnight
)

// figures appends to dst the figures of the reading, without those that are
// part of a time.
func (c *corpus) figures(dst []figure, r *reading) []figure {
	p := scanner{c.lexicon, r.text, r.words}
	times := r.times
	for i := 0; i < len(r.words); i++ {
		for len(times) > 0 && times[0].last < i {
			times = times[1:]
		}
		if len(times) > 0 && times[0].first <= i {
			i = times[0].last
			continue
		}
		f, ok := p.figure(i)
		if !ok {
			continue
		}
		f.rough = p.rough(i)
		dst = append(dst, f)
		i = f.last
	}
	return dst
}

// figure reads the figure that begins at word i.
func (p *scanner) figure(i int) (figure, bool) {
	w := p.ws[i]
	switch {
	case !w.digits && !p.is(w, all|numeral|fraction):
		return figure{}, false
	case p.is(w, all):
		return p.allOf(i)
	case p.reads(i, "half"):
		return figure{first: i, last: i, kind: share, value: million / 2, rest: p.rest(i)}, true
	case p.reads(i, "evenly"), p.reads(i, "equally"):
		return figure{first: i, last: i, kind: share, value: million / 2, rest: true}, true
	case !w.digits && !p.is(w, numeral):
		return figure{}, false
	}
	if f, ok := p.partOf(i); ok {
		return f, true
	}
	if f, ok := p.fraction(i); ok {
		return f, true
	}
	if p.is(w, stop) { // "a" alone counts nothing
		return figure{}, false
	}
	return p.amount(i)
}

const million = 1_000_000

// amount reads "$4.5 billion", "60 percent", "600 cars".
func (p *scanner) amount(i int) (figure, bool) {
	if f, ok := p.clock(i); ok {
		return f, true
	}
	v, j, ok := p.quantity(i)
	if !ok {
		return figure{}, false
	}
	if at := p.ws[i].start; at > 1 && p.s[at-1] == '-' && isLetter(p.s[at-2]) {
		return figure{}, false // "omega-3", "B-52"
	}
	f := figure{first: i, last: j, value: v}
	switch {
	case p.reads(j+1, "percent"):
		f.kind, f.value, f.rest, f.last = share, v*10, p.rest(j), j+1
	case p.reads(j+1, "per") && p.reads(j+2, "cent"):
		f.kind, f.value, f.rest, f.last = share, v*10, p.rest(j), j+2
	case strings.HasPrefix(p.after(j), "%"):
		f.kind, f.value, f.rest = share, v*10, p.rest(j)
	case p.currency(i) != "":
		f.kind, f.unit = money, p.term(p.currency(i))
	default:
		k := j + 1
		if p.designates(i) {
			return figure{}, false
		}
		if p.joined(p.ws, j) && !p.is(p.ws[k], stop|before) && (i > 0 || !p.ws[k].upper) {
			if t := p.text(p.ws[k]); (t == "cubic" || t == "square") && p.joined(p.ws, k) {
				k++
			}
			f.last, f.unit = k, p.entry(p.ws[k]).term
			if t := p.text(p.ws[k]); t == "dollars" || t == "euros" || t == "pounds" || t == "yen" {
				f.kind = money
			}
		}
	}
	return f, true
}

// designates reports whether the number at i is part of a name: "Room 6". The
// first word of a sentence is taken for one if it is not a small word.
func (p *scanner) designates(i int) bool {
	if i == 0 || !p.ws[i-1].upper || !p.joined(p.ws, i-1) {
		return false
	}
	return i > 1 || !p.is(p.ws[0], stop|common|before|numeral) && !isAdverb(p.text(p.ws[0]))
}

// clock reads "17:45", "7 p.m.", "7:30 am".
func (p *scanner) clock(i int) (figure, bool) {
	hour, minute, ok := strings.Cut(p.text(p.ws[i]), ":")
	h, ok1 := integer(hour)
	m, ok2 := integer(minute)
	f := figure{first: i, last: i, kind: clock}
	switch {
	case !ok1 || ok && !ok2 || h > 24 || m > 59:
		return figure{}, false
	case p.reads(i+1, "p.m"), p.reads(i+1, "pm"):
		f.last = i + 1
		h = h%12 + 12
	case p.reads(i+1, "a.m"), p.reads(i+1, "am"):
		f.last = i + 1
		h %= 12
	case !ok:
		return figure{}, false
	}
	f.value = int64(h*60+m) * 1000
	return f, true
}

// quantity reads a number with the magnitude after it, in thousandths, and
// returns the last word of it.
func (p *scanner) quantity(i int) (v int64, last int, ok bool) {
	w := p.ws[i]
	if w.digits {
		v, ok = thousandths(p.text(w))
	} else {
		v, ok = int64(p.entry(w).value)*1000, true
		if p.reads(i+1, "hundred") {
			v, i = v*100, i+1
		}
	}
	if !ok {
		return 0, i, false
	}
	for i+1 < len(p.ws) && p.joined(p.ws, i) && v < 9e9 {
		switch p.text(p.ws[i+1]) {
		case "thousand":
			v *= 1000
		case "million":
			v *= 1_000_000
		case "billion":
			v *= 1_000_000_000
		default:
			return v, i, true
		}
		i++
	}
	return v, i, true
}

// thousandths reads a number in figures with up to three decimals.
func thousandths(s string) (int64, bool) {
	whole, frac, _ := strings.Cut(s, ".")
	if len(whole) > 12 || len(frac) > 3 || strings.ContainsAny(s, ":") || strings.Contains(frac, ".") {
		return 0, false
	}
	var v int64
	for _, d := range []byte(whole + frac + "000"[len(frac):]) {
		v = v*10 + int64(d-'0')
	}
	return v, true
}

// currency returns the sign of the currency before the number at word i.
func (p *scanner) currency(i int) string {
	s := p.s[:p.ws[i].start]
	if i > 0 {
		s = s[p.ws[i-1].end:]
	}
	s = strings.TrimRight(s, " \u00a0")
	for _, sign := range []string{"$", "€", "£", "¥"} {
		if strings.HasSuffix(s, sign) {
			return sign
		}
	}
	return ""
}

// after returns what follows word i.
func (p *scanner) after(i int) string { return strings.TrimLeft(p.s[p.ws[i].end:], " \u00a0") }

// rough reports whether the words before the figure at i make it a bound or
// an estimate.
func (p *scanner) rough(i int) bool {
	for k := max(0, i-3); k < i; k++ {
		switch p.text(p.ws[k]) {
		case "about", "around", "nearly", "almost", "roughly", "some", "approximately", "over", "than", "least", "most", "up", "under", "estimated", "between":
			return true
		}
	}
	return false
}
