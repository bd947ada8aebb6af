package clean

// trim corrects the choice of the scorecards where the layout of the document
// knows better: at the edges of the article, where single lines are furniture
// and running text is not, and between its paragraphs.
func (l *layout) trim() {
	body, ok := l.body(against)
	if !ok {
		return
	}
	l.trimHead(body.start)
	l.trimMiddle(body)
	l.trimTail(body.end)
}

// body returns the run from the first to the last solid block that is kept.
// It goes on beyond what the scorecards chose, over headings, lists and
// tables, to running text that they do not speak against.
func (l *layout) body(against int32) (span, bool) {
	b := span{-1, -1}
	for i := range l.units {
		if l.keep[i] && l.solid(i) {
			if b.start < 0 {
				b.start = i
			}
			b.end = i + 1
		}
	}
	if b.start < 0 {
		return b, false
	}
	for i := b.end; i < len(l.units) && l.bridges(i); i++ {
		if l.solid(i) && l.units[i].score > against {
			for ; b.end <= i; b.end++ {
				l.keep[b.end] = true
			}
		}
	}
	for i := b.start - 1; i >= 0 && l.bridges(i); i-- {
		if l.solid(i) && l.units[i].score > against {
			for ; b.start > i; b.start-- {
				l.keep[b.start-1] = true
			}
		}
	}
	return b, true
}

// against is the score up to which the scorecards speak against a block so
// much that the article does not go on with it.
const against = -200

// bridges reports whether the article may go on beyond block i.
func (l *layout) bridges(i int) bool { return !l.cluster[i] && !l.units[i].furnished() }

// trimHead leaves of the blocks above the running text only sentences, and a
// heading directly above it.
func (l *layout) trimHead(start int) {
	for i := range start {
		u := &l.units[i]
		l.keep[i] = l.keep[i] && !l.cluster[i] && !u.furnished() &&
			(u.sentence() && u.prose > 0 || i == start-1 && u.kind <= headingUnit && !u.hints() && u.forms == 0)
	}
}

// trimTail leaves of the blocks below the running text only sentences that
// follow it at once.
func (l *layout) trimTail(end int) {
	for i := end; i < len(l.units); i++ {
		u := &l.units[i]
		l.keep[i] = l.keep[i] && l.keep[i-1] && !l.cluster[i] && !u.furnished() && u.sentence()
	}
}

// trimMiddle looks at what stands between two solid blocks. Tables, lists and
// sentences stay; a few lines that speak of the page go, the last of them
// perhaps the heading of what follows.
func (l *layout) trimMiddle(body span) {
	for i := body.start; i < body.end; {
		if l.solid(i) {
			l.keep[i] = true
			i++
			continue
		}
		j := i + 1
		for !l.solid(j) { // the body ends with a solid block
			j++
		}
		l.trimGap(span{i, j})
		i = j
	}
}

// longestGap is how many lines between two solid blocks can be judged by their
// wording alone. More of them are a list without marks, or the like.
const longestGap = 5

func (l *layout) trimGap(gap span) {
	hints, lines := 0, gap.end-gap.start
	for i := gap.start; i < gap.end; i++ {
		if l.units[i].hints() {
			hints++
		}
	}
	if l.heads(gap.end - 1) {
		lines--
	}
	furniture := hints > 0 && lines <= longestGap && (hints >= lines || l.clustered(gap) && hints*3 >= lines)
	for i := gap.start; i < gap.end; i++ {
		u := &l.units[i]
		switch {
		case u.forms&(credit|byline|legal) != 0 && u.furnished():
			l.keep[i] = false
		case furniture && (u.hints() || l.cluster[i]):
			l.keep[i] = false
		case u.kind == listUnit, u.sentence() && u.words > 3:
			l.keep[i] = true
		}
	}
}

// dropLabels takes the labels of a page whose lines are all alike out of its
// article: words that only pages use, as above an advertisement or
// teasers.
func (l *layout) dropLabels(body span) {
	for i := body.start; i < body.end; i++ {
		u := &l.units[i]
		if u.kind == paragraphUnit && u.words <= 4 && u.furniture == u.words && u.words > 0 && u.end == endsBare {
			l.keep[i] = false
		}
	}
}

// clustered reports whether the gap begins with a cluster that no colon
// introduces.
func (l *layout) clustered(gap span) bool {
	return l.cluster[gap.start] && l.units[gap.start-1].end != endsColon && l.units[gap.start].end != endsColon
}

// dropAsides takes out of a page with markup, which the scorecards know well,
// only what they can't see: above the running text what is no text, and between
// two blocks of it a few that are worded like furniture or stand in a box of
// their own.
func (l *layout) dropAsides() {
	body, ok := l.body(0)
	if !ok {
		return
	}
	l.trimHead(body.start)
	for i := body.start; i < body.end; {
		j := l.boxEnd(i)
		if l.solid(i-1) && (l.solid(j) || l.heads(j)) {
			for k := i; k < j; k++ {
				if u := &l.units[k]; u.furnished() || !u.sentence() && l.boxed(i, j) {
					l.keep[k] = false
				}
			}
		}
		i = max(j, i+1)
	}
	for i := body.end; i < len(l.units); i++ {
		l.keep[i] = l.keep[i] && !l.units[i].furnished()
	}
}

// boxEnd returns the end of a paragraph at block i that is no running text, or
// of a short line there and one more in the same element; i if there is none.
func (l *layout) boxEnd(i int) int {
	const longest = 100 // characters of both
	single := func(k int) bool { return k < len(l.units) && l.units[k].kind == paragraphUnit && !l.solid(k) }
	if !single(i) {
		return i
	}
	a := &l.units[i]
	if single(i+1) && !a.sentence() {
		b := &l.units[i+1]
		if !b.sentence() && a.context.Path == b.context.Path && a.chars+b.chars <= longest && l.boxed(i, i+2) {
			return i + 2
		}
	}
	return i + 1
}

// boxed reports whether the blocks from i to j stand in an element that their
// neighbours are not in.
func (l *layout) boxed(i, j int) bool {
	path := func(k int) string {
		if k < 0 || k >= len(l.units) {
			return ""
		}
		return l.units[k].context.Path
	}
	own, before, after := path(i), path(i-1), path(j)
	return parent(own) != parent(before) && !isWithin(before, own) && !isWithin(after, own)
}

// isWithin reports whether the path inner is outer or goes on from it.
func isWithin(inner, outer string) bool {
	return len(inner) >= len(outer) && inner[:len(outer)] == outer && (len(inner) == len(outer) || inner[len(outer)] == ' ')
}
