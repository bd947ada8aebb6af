package clean

import "math/bits"

// A quantity is something measured of a unit and of what stands around it, for
// the scorecards.
type quantity int

// What is measured. Before and After look at the neighbours in that direction;
// Near, Mid and Far at sums that fade with distance.
const (
	ownWords    quantity = iota
	ownSentence          // characters, if the unit ends like a sentence
	ownFunctionShare
	ownFunctionWords
	ownEnd
	ownStart
	ownCapitalShare
	ownDigitShare
	ownFurnitureShare
	ownReader
	ownSpeech
	ownBars
	ownDate
	ownRepeats // how often the same words stand in the document
	ownKind
	ownTextChars // of an item or cell, on average

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

	beforeChars1
	beforeChars2
	beforeEnd
	beforeCapitalShare
	beforeFurnitureShare1
	beforeFurnitureShare2
	afterChars1
	afterChars2
	afterEnd
	afterCapitalShare
	afterFurnitureShare1
	afterFurnitureShare2

	proseBeforeNear
	proseBeforeMid
	proseBeforeFar
	proseAfterNear
	proseAfterMid
	proseAfterFar
	shortBeforeNear
	shortBeforeFar
	shortAfterNear
	shortAfterFar
	furnitureBeforeFar
	furnitureAfterFar
	formsBeforeFar
	formsAfterFar

	proseShareBefore
	proseShareAfter
	unitsBefore
	unitsAfter
	docProse
	docUnits
	docProseUnits
	tightRunStart // how far behind the start, before the end of the best run
	tightRunEnd
	looseRunStart
	looseRunEnd
	sinceEnding // units since a line that heads what follows an article
	tillEnding

	// What markup adds.
	ownLinkShare
	inBody // the places of package context, in their order
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
	ownElement
	containerProse   // share of the document's running text in the same element
	containerMissing // elements of the main container that the unit is not in
	containerExtra   // elements that the unit is in and the main container is not
	containerDepth
	beforeSame // the neighbour is in the same element
	afterSame

	// What the second reading adds: the scores of the first.
	scoreOwn
	scoreBefore1
	scoreBefore2
	scoreBefore3
	scoreAfter1
	scoreAfter2
	scoreAfter3
	scoresBeforeNear
	scoresBeforeMid
	scoresBeforeFar
	scoresAfterNear
	scoresAfterMid
	scoresAfterFar
	goodShareBefore
	goodShareAfter
	docGood
	goodRunStart
	goodRunEnd
	bestBefore
	bestAfter

	quantityCount
)

// A measurement holds the quantities of a unit. Each fits in a byte: counts
// and shares in hundredths as they are, large numbers on the scale of lg,
// distances to both sides from 128 on.
type measurement [quantityCount]uint8

// set stores v, cut off at what a byte can hold.
func (m *measurement) set(q quantity, v int) { m[q] = uint8(max(0, min(v, 255))) }

// mark stores whether b.
func (m *measurement) mark(q quantity, b bool) {
	if b {
		m[q] = 1
	}
}

// lg returns v on a logarithmic scale, in eighths of a doubling: 8 for 1, 16
// for 2, 24 for 4, with straight lines between.
func lg(v int) int {
	if v <= 0 {
		return 0
	}
	n := bits.Len(uint(v))
	return n*8 + (v<<3>>(n-1))&7
}

// share returns n as hundredths of of.
func share(n, of int) int {
	if of == 0 {
		return 0
	}
	return n * 100 / of
}

// measure returns what the first reading needs to know of units.
func measure(units []unit, markup bool) []measurement {
	ms := make([]measurement, len(units))
	for i := range units {
		ms[i].own(&units[i])
	}
	measureRepeats(units, ms)
	measureNeighbours(units, ms)
	measureSurroundings(units, ms)
	measurePosition(units, ms)
	if markup {
		measureContext(units, ms)
	}
	return ms
}

// own measures u alone.
func (m *measurement) own(u *unit) {
	m.set(ownWords, lg(u.words))
	if u.sentence() {
		m.set(ownSentence, lg(u.chars))
	}
	m.set(ownFunctionShare, share(u.function, u.words))
	m.set(ownFunctionWords, u.function)
	m.set(ownEnd, int(u.end))
	m.set(ownStart, int(u.start))
	m.set(ownCapitalShare, share(u.capitals, max(1, u.words-1)))
	m.set(ownDigitShare, share(u.digits, u.chars))
	m.set(ownFurnitureShare, share(u.furniture, u.words))
	m.set(ownReader, u.reader)
	m.set(ownSpeech, u.speech)
	m.set(ownBars, u.bars)
	switch n := min(u.words, 20); {
	case u.date > 0:
		m.set(ownDate, n+30)
	case u.numbers > 0:
		m.set(ownDate, n)
	}
	m.set(ownKind, int(u.kind))
	m.set(ownTextChars, lg(u.chars/max(1, u.texts)))
	for k := range formCount {
		m[formBracketed+quantity(k)] = uint8(u.forms >> k & 1)
	}
}

// measureRepeats counts the units with the same words.
func measureRepeats(units []unit, ms []measurement) {
	count := make(map[uint64]int, len(units))
	for i := range units {
		count[units[i].hash]++
	}
	for i := range units {
		ms[i].set(ownRepeats, count[units[i].hash])
	}
}

// measureNeighbours looks at one and two units in each direction.
func measureNeighbours(units []unit, ms []measurement) {
	for i := range units {
		u := &units[i]
		chars, furniture := lg(u.chars+1), share(u.furniture, u.words)+1 // 0 is for the edge
		if i > 0 {
			m := &ms[i-1]
			m.set(afterChars1, chars)
			m.set(afterEnd, int(u.end)+1)
			m.set(afterCapitalShare, share(u.capitals, u.words)+1)
			m.set(afterFurnitureShare1, furniture)
		}
		if i > 1 {
			ms[i-2].set(afterChars2, chars)
			ms[i-2].set(afterFurnitureShare2, furniture)
		}
		if i+1 < len(units) {
			m := &ms[i+1]
			m.set(beforeChars1, chars)
			m.set(beforeEnd, int(u.end)+1)
			m.set(beforeCapitalShare, share(u.capitals, u.words)+1)
			m.set(beforeFurnitureShare1, furniture)
		}
		if i+2 < len(units) {
			ms[i+2].set(beforeChars2, chars)
			ms[i+2].set(beforeFurnitureShare2, furniture)
		}
	}
}

// shortLine is the number of characters up to which a unit may be an entry of
// a menu.
const shortLine = 40

// measureSurroundings adds up running text, short lines, words of furniture
// and forms in each direction.
func measureSurroundings(units []unit, ms []measurement) {
	var prose, short, furniture, forms fading
	for k := range 2 * len(units) {
		i, before := k, true
		if k >= len(units) {
			i, before = 2*len(units)-1-k, false
		}
		if k == len(units) {
			prose, short, furniture, forms = fading{}, fading{}, fading{}, fading{}
		}
		u, m := &units[i], &ms[i]
		if before {
			m.set(proseBeforeNear, lg(prose.near()))
			m.set(proseBeforeMid, lg(prose.mid()))
			m.set(proseBeforeFar, lg(prose.far()))
			m.set(shortBeforeNear, short.near())
			m.set(shortBeforeFar, short.far())
			m.set(furnitureBeforeFar, furniture.far())
			m.set(formsBeforeFar, forms.far())
		} else {
			m.set(proseAfterNear, lg(prose.near()))
			m.set(proseAfterMid, lg(prose.mid()))
			m.set(proseAfterFar, lg(prose.far()))
			m.set(shortAfterNear, short.near())
			m.set(shortAfterFar, short.far())
			m.set(furnitureAfterFar, furniture.far())
			m.set(formsAfterFar, forms.far())
		}
		prose.add(u.prose)
		furniture.add(min(u.furniture, 4) * 60)
		forms.add(bits.OnesCount16(uint16(u.forms)) * 60)
		if u.chars < shortLine {
			short.add(240)
		} else {
			short.add(0)
		}
	}
}

// A fading is a running mean that forgets: what was added last counts for a
// half, an eighth and a thirty-second of near, mid and far.
type fading [3]int

func (f *fading) add(v int) {
	for k := range f {
		f[k] += (v<<8 - f[k]) >> (2*k + 1)
	}
}

func (f *fading) near() int { return f[0] >> 8 }
func (f *fading) mid() int  { return f[1] >> 8 }
func (f *fading) far() int  { return f[2] >> 8 }

// measurePosition tells where in the document a unit stands.
func measurePosition(units []unit, ms []measurement) {
	prose, proseUnits := 0, 0
	for i := range units {
		prose += units[i].prose
		if units[i].prose > 80 {
			proseUnits++
		}
	}
	tight, loose := bestRun(units, 22), bestRun(units, 8)
	before, since := 0, 255
	for i := range units {
		u, m := &units[i], &ms[i]
		m.set(proseShareBefore, share(before, prose))
		before += u.prose
		m.set(proseShareAfter, share(prose-before, prose))
		m.set(unitsBefore, lg(i))
		m.set(unitsAfter, lg(len(units)-1-i))
		m.set(docProse, lg(prose))
		m.set(docUnits, lg(len(units)))
		m.set(docProseUnits, lg(proseUnits))
		m.set(tightRunStart, 128+i-tight.start)
		m.set(tightRunEnd, 128+tight.end-1-i)
		m.set(looseRunStart, 128+i-loose.start)
		m.set(looseRunEnd, 128+loose.end-1-i)
		m.set(sinceEnding, since)
		if since++; u.headsEnding() {
			since = 0
		}
	}
	till := 255
	for i := len(units) - 1; i >= 0; i-- {
		ms[i].set(tillEnding, till)
		if till++; units[i].headsEnding() {
			till = 0
		}
	}
}

// headsEnding reports whether u may head what follows an article: related
// articles, comments, the author.
func (u *unit) headsEnding() bool { return u.ending > 0 && u.words < 8 && u.end != endsStop }

// A span is a run of units, half-open.
type span struct{ start, end int }

// bestRun returns the run of units whose words, less cost for each unit, sum
// up to the most. A unit with few words of grammar only costs.
func bestRun(units []unit, cost int) span {
	var best span
	most, sum, start := 0, 0, 0
	for i := range units {
		u := &units[i]
		v := min(u.words, 60) - cost
		switch {
		case u.foreign*3 > u.chars:
			v = min(u.chars/3, 60) - cost
		case v > 0 && u.function*5 < u.words:
			v = -cost
		}
		if sum <= 0 {
			sum, start = 0, i
		}
		if sum += v; sum > most {
			most, best = sum, span{start, i + 1}
		}
	}
	return best
}
