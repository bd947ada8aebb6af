package clean

import (
	"math/bits"

	"readahead/brief/doc"
)

// A quantity is something measured of a block and its surroundings, from
// which the scorecard takes its points.
type quantity int

const (
	ownChars quantity = iota
	ownWords
	ownFunctionShare
	ownFunctionWords
	ownEnd
	ownStart
	ownStops
	ownCommas
	ownCapitalShare
	ownShoutedShare
	ownDigitShare
	ownFurniture
	ownFurnitureShare
	ownReader
	ownWriter
	ownSpeech
	ownQuotes
	ownBars
	ownAddresses
	ownMoney
	ownCopyright
	ownDate
	ownRepeats
	ownForeign
	ownSentenceChars
	ownKind
	ownItemChars
	ownLinkShare
	beforeChars1
	beforeChars2
	beforeChars3
	afterChars1
	afterChars2
	afterChars3
	beforeFunction1
	beforeFunction2
	afterFunction1
	afterFunction2
	beforeEnd1
	beforeEnd2
	afterEnd1
	afterEnd2
	beforeCapital1
	afterCapital1
	beforeFurniture1
	beforeFurniture2
	afterFurniture1
	afterFurniture2
	proseBeforeNear
	proseBeforeMid
	proseBeforeFar
	proseAfterNear
	proseAfterMid
	proseAfterFar
	shortBeforeNear
	shortBeforeMid
	shortBeforeFar
	shortAfterNear
	shortAfterMid
	shortAfterFar
	furnitureBeforeNear
	furnitureBeforeMid
	furnitureBeforeFar
	furnitureAfterNear
	furnitureAfterMid
	furnitureAfterFar
	proseShareBefore
	proseShareAfter
	blocksBefore
	blocksAfter
	docProse
	docBlocks
	docProseBlocks
	runA
	runAEnd
	runB
	runBEnd
	sinceProse
	tillProse
	formBracketed
	formPointing
	formMenuLike
	formByline
	formDated
	formCredit
	formLabelled
	formInvite
	formHook
	formContact
	formLegal
	formCounted
	formPriced
	formsBeforeNear
	formsBeforeMid
	formsBeforeFar
	formsAfterNear
	formsAfterMid
	formsAfterFar
	sinceEnding
	tillEnding
	inBody
	inNav
	inShare
	inRelated
	inComment
	inFoot
	inSide
	inHead
	inAd
	inMeta
	inForm
	inPicture
	inList
	inQuote
	inElement
	containerShare
	containerMissing
	containerExtra
	containerDepth
	beforeSame
	afterSame
	firstQuantities
)

const (
	scoreOwn quantity = firstQuantities + iota
	scoreBefore1
	scoreBefore2
	scoreBefore3
	scoreBefore4
	scoreAfter1
	scoreAfter2
	scoreAfter3
	scoreAfter4
	scoresBefore1
	scoresBefore2
	scoresBefore3
	scoresBefore4
	scoresBefore5
	scoresAfter1
	scoresAfter2
	scoresAfter3
	scoresAfter4
	scoresAfter5
	goodShareBefore
	goodShareAfter
	goodTotal
	goodRun
	goodRunEnd
	bestBefore
	bestAfter
	quantities
)

// A unit is a block as the choice of the article sees it.
type unit struct {
	sight
	kind    blockKind
	forms   form
	context doc.Context
	bytes   int
	score   int32 // of the second reading
	texts   int
	prose   int // characters in sentences of a length worth counting
}

type blockKind int

const (
	paragraphKind blockKind = iota
	headingKind
	listKind
	tableKind
)

// unitOf sums up a block.
func unitOf(block doc.Block) unit {
	var u unit
	u.context = contextOf(block)
	for _, t := range doc.Texts(block) {
		u.bytes += t.Len()
	}
	switch b := block.(type) {
	case doc.Paragraph:
		u.sight = look(b.Text.String())
		u.forms = formsOf(b.Text.String(), &u.sight)
		u.texts = 1
	case doc.Heading:
		u.sight, u.kind = look(b.Text.String()), headingKind
		u.forms = formsOf(b.Text.String(), &u.sight)
		u.texts = 1
	case doc.List:
		u.kind = listKind
		for _, t := range b.Items {
			u.merge(look(t.String()))
			u.texts++
		}
	case doc.Table:
		u.kind = tableKind
		for _, t := range doc.Texts(b) {
			u.merge(look(t.String()))
			u.texts++
		}
	}
	if u.function*100 >= u.words*18 || u.foreign*2 > u.chars {
		switch {
		case u.end == endsStop || u.end == endsQuestion || u.end == endsCall || u.stops > 0:
			u.prose = min(u.chars, 400)
		case u.chars > 80:
			u.prose = min(u.chars, 400) / 2
		}
	}
	return u
}

func (v *sight) merge(w sight) {
	v.chars += w.chars
	v.words += w.words
	v.function += w.function
	v.furniture += w.furniture
	v.reader += w.reader
	v.writer += w.writer
	v.speech += w.speech
	v.date += w.date
	v.capitals += w.capitals
	v.shouted += w.shouted
	v.digits += w.digits
	v.numbers += w.numbers
	v.stops += w.stops
	v.commas += w.commas
	v.quotes += w.quotes
	v.bars += w.bars
	v.addresses += w.addresses
	v.money += w.money
	v.foreign += w.foreign
	v.copyright = v.copyright || w.copyright
	v.hash = v.hash*31 + w.hash
	if v.words == w.words {
		v.start = w.start
	}
	v.end = w.end
}

func share(n, of int) int {
	if of == 0 {
		return 0
	}
	return n * 100 / of
}

// measure returns the quantities of all units.
func measure(us []unit) [][quantities]int32 {
	n := len(us)
	out := make([][quantities]int32, n)
	count := make(map[uint64]int, n)
	total, proseBlocks := 0, 0
	for i := range us {
		count[us[i].hash]++
		total += us[i].prose
		if us[i].prose > 80 {
			proseBlocks++
		}
	}
	for i := range us {
		u, q := &us[i], &out[i]
		set := func(k quantity, v int) { q[k] = int32(v) }
		set(ownChars, u.chars)
		set(ownWords, u.words)
		set(ownFunctionShare, share(u.function, u.words))
		set(ownFunctionWords, u.function)
		set(ownEnd, int(u.end))
		set(ownStart, int(u.start))
		set(ownStops, u.stops)
		set(ownCommas, u.commas)
		set(ownCapitalShare, share(u.capitals, max(1, u.words-1)))
		set(ownShoutedShare, share(u.shouted, u.words))
		set(ownDigitShare, share(u.digits, u.chars))
		set(ownFurniture, u.furniture)
		set(ownFurnitureShare, share(u.furniture, u.words))
		set(ownReader, u.reader)
		set(ownWriter, u.writer)
		set(ownSpeech, u.speech)
		set(ownQuotes, u.quotes)
		set(ownBars, u.bars)
		set(ownAddresses, u.addresses)
		set(ownMoney, u.money)
		if u.copyright {
			set(ownCopyright, 1)
		}
		if u.date > 0 || u.numbers > 0 {
			d := min(u.words, 20)
			if u.date > 0 {
				d += 30
			}
			set(ownDate, d)
		}
		set(ownRepeats, count[u.hash])
		set(ownForeign, share(u.foreign, u.chars))
		if u.end == endsStop || u.end == endsCall || u.end == endsQuestion {
			set(ownSentenceChars, u.chars)
		}
		set(ownKind, int(u.kind))
		set(ownItemChars, u.chars/max(1, u.texts))
		set(ownLinkShare, share(u.context.Linked, u.bytes))
		for k := range 13 {
			set(formBracketed+quantity(k), int(u.forms>>k&1))
		}
	}
	at := func(i int) *unit {
		if i < 0 || i >= n {
			return &unit{sight: sight{chars: -1, end: -1}}
		}
		return &us[i]
	}
	for i := range us {
		q := &out[i]
		b1, b2, b3, a1, a2, a3 := at(i-1), at(i-2), at(i-3), at(i+1), at(i+2), at(i+3)
		q[beforeChars1], q[beforeChars2], q[beforeChars3] = int32(b1.chars), int32(b2.chars), int32(b3.chars)
		q[afterChars1], q[afterChars2], q[afterChars3] = int32(a1.chars), int32(a2.chars), int32(a3.chars)
		q[beforeFunction1], q[beforeFunction2] = int32(share(b1.function, b1.words)), int32(share(b2.function, b2.words))
		q[afterFunction1], q[afterFunction2] = int32(share(a1.function, a1.words)), int32(share(a2.function, a2.words))
		q[beforeEnd1], q[beforeEnd2], q[afterEnd1], q[afterEnd2] = int32(b1.end), int32(b2.end), int32(a1.end), int32(a2.end)
		q[beforeCapital1], q[afterCapital1] = int32(share(b1.capitals, b1.words)), int32(share(a1.capitals, a1.words))
		q[beforeFurniture1], q[beforeFurniture2] = int32(share(b1.furniture, b1.words)), int32(share(b2.furniture, b2.words))
		q[afterFurniture1], q[afterFurniture2] = int32(share(a1.furniture, a1.words)), int32(share(a2.furniture, a2.words))
	}
	fade := func(value func(*unit) int, before, after [3]quantity) {
		for k, shift := range [3]uint{1, 3, 5} {
			sum := 0
			for i := range us {
				out[i][before[k]] = int32(sum >> shift)
				sum += value(&us[i]) - sum>>shift
			}
			sum = 0
			for i := n - 1; i >= 0; i-- {
				out[i][after[k]] = int32(sum >> shift)
				sum += value(&us[i]) - sum>>shift
			}
		}
	}
	fade(func(u *unit) int { return u.prose << 4 }, [3]quantity{proseBeforeNear, proseBeforeMid, proseBeforeFar}, [3]quantity{proseAfterNear, proseAfterMid, proseAfterFar})
	fade(func(u *unit) int {
		if u.chars < 40 {
			return 1024
		}
		return 0
	}, [3]quantity{shortBeforeNear, shortBeforeMid, shortBeforeFar}, [3]quantity{shortAfterNear, shortAfterMid, shortAfterFar})
	fade(func(u *unit) int { return min(u.furniture, 4) << 8 }, [3]quantity{furnitureBeforeNear, furnitureBeforeMid, furnitureBeforeFar}, [3]quantity{furnitureAfterNear, furnitureAfterMid, furnitureAfterFar})
	fade(func(u *unit) int { return bits.OnesCount16(uint16(u.forms)) << 9 }, [3]quantity{formsBeforeNear, formsBeforeMid, formsBeforeFar}, [3]quantity{formsAfterNear, formsAfterMid, formsAfterFar})
	measureContext(us, out, total)
	aS, aE := bestRun(us, 8)
	bS, bE := bestRun(us, 22)
	before, since, ending := 0, 99, 99
	for i := range us {
		q := &out[i]
		q[proseShareBefore] = int32(before * 1000 / max(1, total))
		before += us[i].prose
		q[proseShareAfter] = int32((total - before) * 1000 / max(1, total))
		q[blocksBefore], q[blocksAfter] = int32(i), int32(n-1-i)
		q[docProse], q[docBlocks], q[docProseBlocks] = int32(total), int32(n), int32(proseBlocks)
		q[runA], q[runAEnd], q[runB], q[runBEnd] = int32(i-aS), int32(aE-1-i), int32(i-bS), int32(bE-1-i)
		q[sinceProse] = int32(since)
		q[sinceEnding] = int32(ending)
		ending = min(ending+1, 99)
		if us[i].ending > 0 && us[i].words < 8 && us[i].end != endsStop {
			ending = 0
		}
		since = min(since+1, 99)
		if us[i].prose > 80 {
			since = 0
		}
	}
	till := 99
	ending = 99
	for i := n - 1; i >= 0; i-- {
		out[i][tillProse] = int32(till)
		out[i][tillEnding] = int32(ending)
		ending = min(ending+1, 99)
		if us[i].ending > 0 && us[i].words < 8 && us[i].end != endsStop {
			ending = 0
		}
		till = min(till+1, 99)
		if us[i].prose > 80 {
			till = 0
		}
	}
	return out
}

// bestRun returns the run of units whose words, less cost for each unit, sum
// up to the most.
func bestRun(us []unit, cost int) (int, int) {
	best, from, to, sum, start := 0, 0, 0, 0, 0
	for i := range us {
		v := min(us[i].words, 60) - cost
		if us[i].foreign*3 > us[i].chars {
			v = min(us[i].chars/3, 60) - cost
		} else if v > 0 && us[i].function*5 < us[i].words {
			v = -cost
		}
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += v
		if sum > best {
			best, from, to = sum, start, i+1
		}
	}
	return from, to
}

// remeasure adds the quantities of the second reading.
func remeasure(us []unit, qs [][quantities]int32, scores []int32) {
	n := len(us)
	at := func(i int) int32 {
		if i < 0 || i >= n {
			return -1500
		}
		return scores[i]
	}
	total := 0
	for i := range us {
		if scores[i] > 0 {
			total += min(us[i].chars, 400)
		}
	}
	for k := range 5 {
		acc := int32(-1000 << 5)
		for i := range us {
			qs[i][scoresBefore1+quantity(k)] = acc >> 5
			acc += (scores[i]<<5 - acc) >> (k + 1)
		}
		acc = -1000 << 5
		for i := n - 1; i >= 0; i-- {
			qs[i][scoresAfter1+quantity(k)] = acc >> 5
			acc += (scores[i]<<5 - acc) >> (k + 1)
		}
	}
	best, from, to, sum, start := int32(0), 0, 0, int32(0), 0
	for i := range us {
		if sum <= 0 {
			sum, start = 0, i
		}
		if sum += scores[i]; sum > best {
			best, from, to = sum, start, i+1
		}
	}
	before, top := 0, int32(-1000)
	for i := range us {
		q := &qs[i]
		q[scoreOwn] = scores[i]
		for d := 1; d <= 4; d++ {
			q[scoreBefore1+quantity(d-1)] = at(i - d)
			q[scoreAfter1+quantity(d-1)] = at(i + d)
		}
		q[goodShareBefore] = int32(before * 1000 / max(1, total))
		if scores[i] > 0 {
			before += min(us[i].chars, 400)
		}
		q[goodShareAfter] = int32((total - before) * 1000 / max(1, total))
		q[goodTotal] = int32(total)
		q[goodRun], q[goodRunEnd] = int32(max(-30, min(30, i-from))), int32(max(-30, min(30, to-1-i)))
		q[bestBefore] = top
		top = max(top, scores[i])
	}
	top = -1000
	for i := n - 1; i >= 0; i-- {
		qs[i][bestAfter] = top
		top = max(top, scores[i])
	}
}

// A step gives points for a quantity: points[k] if it is at[k-1] or more and
// less than at[k].
type step struct {
	of     quantity
	at     []int32
	points []int32
}

func total(card []step, q *[quantities]int32) int32 {
	sum := int32(0)
	for i := range card {
		c := &card[i]
		v, k := q[c.of], 0
		for k < len(c.at) && v >= c.at[k] {
			k++
		}
		sum += c.points[k]
	}
	return sum
}

// choose says which units belong to the article. Tables don't vote: they
// stay if the text before them stays, or the text behind.
func choose(us []unit, markup bool) []bool {
	first, second, cost := plainFirst, plainSecond, int32(plainSwitch)
	if markup {
		first, second, cost = markupFirst, markupSecond, markupSwitch
	}
	var text []unit
	var at []int
	for i := range us {
		if markup || us[i].kind != tableKind {
			text = append(text, us[i])
			at = append(at, i)
		}
	}
	qs := measure(text)
	scores := make([]int32, len(text))
	for i := range qs {
		scores[i] = max(-1000, min(1000, total(first, &qs[i])))
	}
	remeasure(text, qs, scores)
	for i := range qs {
		scores[i] = total(second, &qs[i])
	}
	keep := make([]bool, len(us))
	for k, v := range viterbi(scores, cost) {
		keep[at[k]] = v
		us[at[k]].score = scores[k]
	}
	for i := range us {
		if !markup && us[i].kind == tableKind {
			keep[i] = i > 0 && keep[i-1] || i+1 < len(us) && keep[i+1]
		}
	}
	return keep
}

// viterbi returns the most probable states.
func viterbi(scores []int32, cost int32) []bool {
	type back struct{ out, in bool }
	from := make([]back, len(scores))
	out, in := int32(0), int32(0)
	for i, s := range scores {
		o, n := out, in
		if in-cost > out {
			o, from[i].out = in-cost, true
		}
		if in >= out-cost {
			from[i].in = true
		} else {
			n = out - cost
		}
		out, in = o, n+s
	}
	keep := make([]bool, len(scores))
	state := in > out
	for i := len(scores) - 1; i >= 0; i-- {
		keep[i] = state
		if state {
			state = from[i].in
		} else {
			state = from[i].out
		}
	}
	return keep
}

// measureContext adds what the markup says.
func measureContext(us []unit, out [][quantities]int32, total int) {
	mass := make(map[string]int)
	marked := false
	for i := range us {
		if p := us[i].context.Path; p != "" {
			mass[parent(p)] += us[i].prose
			marked = true
		}
	}
	if !marked {
		return
	}
	best := ""
	for i := range us {
		if p := parent(us[i].context.Path); mass[p] > mass[best] {
			best = p
		}
	}
	depth := placeOf(best).steps
	for i := range us {
		path := us[i].context.Path
		p := placeOf(path)
		q := &out[i]
		for k, v := range p.kinds {
			q[inBody+quantity(k)] = int32(v)
		}
		switch p.element {
		case "p":
			q[inElement] = 1
		case "div", "body", "section", "article", "main":
			q[inElement] = 2
		case "span", "a", "b", "strong", "em":
			q[inElement] = 3
		case "h1":
			q[inElement] = 4
		case "h2", "h3":
			q[inElement] = 5
		case "h4", "h5", "h6":
			q[inElement] = 6
		case "ul", "ol", "li", "dl":
			q[inElement] = 7
		case "td", "th", "table", "tr":
			q[inElement] = 8
		case "blockquote", "pre", "code":
			q[inElement] = 9
		case "figcaption", "figure", "label", "button", "form", "address", "time", "small":
			q[inElement] = 10
		}
		shared := sharedSteps(path, best)
		q[containerShare] = int32(share(mass[parent(path)], total))
		q[containerMissing] = int32(depth - shared)
		q[containerExtra] = int32(p.steps - shared)
		q[containerDepth] = int32(p.steps)
		if i > 0 && parent(us[i-1].context.Path) == parent(path) {
			q[beforeSame] = 1
		}
		if i+1 < len(us) && parent(us[i+1].context.Path) == parent(path) {
			q[afterSame] = 1
		}
	}
}
