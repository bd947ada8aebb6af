package clean

import "sync"

// A scorecard tells parts of the article from page furniture: each quantity
// gives points by the step that it reaches, and the sum says how much speaks
// for the article (250 points are odds of e to one).
//
// The points were found by logistic regression; see cards.go.
type scorecard []step

// A step gives points for a quantity: points[k] if it is at[k-1] or more and
// less than at[k].
type step struct {
	of     quantity
	at     []uint8
	points []int16
}

// A scoring is a scorecard made ready: for each of its quantities the points
// for each value.
type scoring struct {
	of     []quantity
	points [][256]int16
}

func (c scorecard) ready() *scoring {
	s := &scoring{of: make([]quantity, len(c)), points: make([][256]int16, len(c))}
	for i, st := range c {
		s.of[i] = st.of
		k := 0
		for v := range 256 {
			for k < len(st.at) && v >= int(st.at[k]) {
				k++
			}
			s.points[i][v] = st.points[k]
		}
	}
	return s
}

// score adds up the points of each of ms.
func (s *scoring) score(ms []measurement) []int32 {
	sums := make([]int32, len(ms))
	for k, q := range s.of {
		points := &s.points[k]
		for i := range ms {
			sums[i] += int32(points[ms[i][q]])
		}
	}
	return sums
}

// A reader reads a document twice: the first scorecard looks at the text, the
// second also at what the first made of the neighbourhood. The most probable
// course through the document, with a cost for every border of the article,
// decides (Viterbi).
type reader struct {
	first, second *scoring
	border        int32
}

var (
	plainReader  = sync.OnceValue(func() *reader { return &reader{plainFirst.ready(), plainSecond.ready(), plainBorder} })
	markupReader = sync.OnceValue(func() *reader { return &reader{markupFirst.ready(), markupSecond.ready(), markupBorder} })
)

// choose says which units belong to the article and leaves their scores in
// them. Tables of plain text have no vote, since the pages that the scorecards
// were made from have none: they stay with the text before or behind them.
func choose(units []unit, markup bool) []bool {
	if markup {
		return markupReader().read(units, true)
	}
	voters, tables := units, 0
	for i := range units {
		if units[i].kind == tableUnit {
			tables++
		}
	}
	if tables > 0 {
		voters = make([]unit, 0, len(units)-tables)
		for i := range units {
			if units[i].kind != tableUnit {
				voters = append(voters, units[i])
			}
		}
	}
	chosen := plainReader().read(voters, false)
	if tables == 0 {
		return chosen
	}
	keep := make([]bool, len(units))
	k := 0
	for i := range units {
		if units[i].kind != tableUnit {
			units[i].score, keep[i] = voters[k].score, chosen[k]
			k++
		}
	}
	for i := range units {
		if units[i].kind == tableUnit {
			keep[i] = i > 0 && keep[i-1] || i+1 < len(units) && keep[i+1]
		}
	}
	return keep
}

// read reads units twice and says which belong to the article.
func (r *reader) read(units []unit, markup bool) []bool {
	ms := measure(units, markup)
	remeasure(units, ms, r.first.score(ms))
	scores := r.second.score(ms)
	for i := range units {
		units[i].score = scores[i]
	}
	return course(scores, r.border)
}

// remeasure adds what the second reading needs: the scores of the first.
func remeasure(units []unit, ms []measurement, scores []int32) {
	const bad = -1000 // what the scores are cut off at, and what the edges count as
	for i := range scores {
		scores[i] = max(bad, min(scores[i], -bad))
	}
	scale := func(score int) int { return (score - bad) >> 3 }
	good := 0
	var best span
	most, sum, start := 0, 0, 0
	for i, s := range scores {
		if s > 0 {
			good += units[i].weight()
		}
		if sum <= 0 {
			sum, start = 0, i
		}
		if sum += int(s); sum > most {
			most, best = sum, span{start, i + 1}
		}
	}
	before := 0
	past, top := fading{}, bad
	for i := range scores {
		m, s := &ms[i], int(scores[i])
		m.set(scoreOwn, scale(s))
		for d := range 3 {
			if i > d {
				m.set(scoreBefore1+quantity(d), scale(int(scores[i-d-1])))
			}
			if i+d+1 < len(scores) {
				m.set(scoreAfter1+quantity(d), scale(int(scores[i+d+1])))
			}
		}
		m.set(scoresBeforeNear, past.near())
		m.set(scoresBeforeMid, past.mid())
		m.set(scoresBeforeFar, past.far())
		past.add(scale(s))
		m.set(bestBefore, scale(top))
		top = max(top, s)
		m.set(goodShareBefore, share(before, good))
		if s > 0 {
			before += units[i].weight()
		}
		m.set(goodShareAfter, share(good-before, good))
		m.set(docGood, lg(good))
		m.set(goodRunStart, 128+i-best.start)
		m.set(goodRunEnd, 128+best.end-1-i)
	}
	past, top = fading{}, bad
	for i := len(scores) - 1; i >= 0; i-- {
		m, s := &ms[i], int(scores[i])
		m.set(scoresAfterNear, past.near())
		m.set(scoresAfterMid, past.mid())
		m.set(scoresAfterFar, past.far())
		past.add(scale(s))
		m.set(bestAfter, scale(top))
		top = max(top, s)
	}
}

// weight returns how much u counts for in the article.
func (u *unit) weight() int { return min(u.chars, 400) }

// course returns the states, in the article or not, with the greatest sum of
// scores less the cost of each border.
func course(scores []int32, border int32) []bool {
	type step struct{ out, in bool } // whether the best way there comes from the article
	from := make([]step, len(scores))
	var out, in int32
	for i, s := range scores {
		from[i].out = in-border > out
		from[i].in = in >= out-border
		out, in = max(out, in-border), max(in, out-border)+s
	}
	keep := make([]bool, len(scores))
	inside := in > out
	for i := len(scores) - 1; i >= 0; i-- {
		keep[i] = inside
		if inside {
			inside = from[i].in
		} else {
			inside = from[i].out
		}
	}
	return keep
}
