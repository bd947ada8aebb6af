package clean

import "readahead/brief/doc"

// dropRepeats takes out the blocks that repeat earlier ones. Scraped pages
// often hold their article twice, whole or in another edition ("print
// version"). The first copy stays; Dropped says of each other block which
// bytes it repeats.
//
// A long block that repeats another word for word goes wherever it stands.
// One with small changes goes only in a run of repeats in the order of the
// first copy, since two sentences may differ in the one figure that matters;
// and only in such a run do short lines go, which may repeat for good reason.
// So does a line above the run that announces it. A teaser, cut off at an
// ellipsis, goes for the later block that goes on.
func dropRepeats(d doc.Document) doc.Document {
	p := newPrints(d.Blocks)
	of := make([]int, len(d.Blocks)) // the block that each one repeats, or -1
	found := false
	for i := range of {
		of[i] = p.match(i)
		found = found || of[i] >= 0
	}
	drop := make([]bool, len(of))
	if found {
		p.markRuns(of, drop)
	}
	if p.markTeasers(of, drop) {
		found = true
	}
	if !found {
		return d
	}
	e := startEdit(d)
	for i, block := range d.Blocks {
		if !drop[i] {
			e.keep(block)
			continue
		}
		var r doc.Range
		if of[i] >= 0 {
			r = blockBounds(d.Blocks[of[i]])
		}
		for _, t := range doc.Texts(block) {
			if t.Len() > 0 {
				e.doc.Dropped = append(e.doc.Dropped, doc.Dropped{Text: t, Reason: "repeat", Of: r})
			}
		}
	}
	return e.done()
}

// longRepeat is the number of letters and digits from which on a block is not
// expected to repeat.
const longRepeat = 65

// markRuns marks in drop which of the repeats go.
func (p *prints) markRuns(of []int, drop []bool) {
	for i := 0; i < len(of); {
		if of[i] < 0 {
			i++
			continue
		}
		end := p.runEnd(of, i)
		copied := p.isCopy(of, i, end)
		for j := i; j < end; j++ {
			if of[j] >= 0 {
				drop[j] = copied || p.blocks[j].letters >= longRepeat && p.blocks[j].words == p.blocks[of[j]].words
			}
		}
		if copied && i > 0 && !drop[i-1] && p.blocks[i-1].announces {
			drop[i-1] = true
		}
		i = end
	}
}

// runEnd returns the end of the run of repeats that begins at i: blocks whose
// originals follow each other, with no more than two blocks between them that
// the first copy lacks.
func (p *prints) runEnd(of []int, i int) int {
	end, last := i+1, of[i]
	for j := i + 1; j < len(of) && j <= end+2; j++ {
		if of[j] >= 0 && of[j] > last-3 && of[j] < last+12 {
			end, last = j+1, of[j]
		}
	}
	return end
}

// isCopy reports whether the run [i, end) is another copy of a text and not
// text made after a pattern: it has at least two long blocks, and half of
// the long ones or more have the same figures as their originals.
func (p *prints) isCopy(of []int, i, end int) bool {
	long, faithful := 0, 0
	for j := i; j < end; j++ {
		if of[j] < 0 || p.blocks[j].letters < longRepeat {
			continue
		}
		long++
		if p.blocks[j].figures == p.blocks[of[j]].figures {
			faithful++
		}
	}
	return long > 1 && faithful*2 >= long
}

// markTeasers marks the blocks that break off at an ellipsis where a later
// block goes on with the same words. It reports whether there are any.
func (p *prints) markTeasers(of []int, drop []bool) bool {
	var later map[uint32]int // the last block for each opening of four words
	found := false
	for i := range drop {
		b := &p.blocks[i]
		if drop[i] || b.cut < teaserWords {
			continue
		}
		if later == nil {
			later = make(map[uint32]int)
			for k := range p.blocks {
				if s := p.blocks[k].shingles; len(s) > 1 {
					later[s[0]^s[1]*31] = k
				}
			}
		}
		k := later[b.shingles[0]^b.shingles[1]*31]
		if k <= i || drop[k] || len(p.blocks[k].shingles) <= len(b.shingles) {
			continue
		}
		same := 0
		for same < b.cut-3 && b.shingles[same] == p.blocks[k].shingles[same] {
			same++
		}
		if same >= b.cut-3 {
			of[i], drop[i], found = k, true, true
		}
	}
	return found
}

// teaserWords is how many words a teaser must have before its ellipsis.
const teaserWords = 5

// blockBounds returns the range of the file that b stands in.
func blockBounds(b doc.Block) doc.Range {
	var r doc.Range
	for _, t := range doc.Texts(b) {
		x := t.Bounds()
		if r == (doc.Range{}) {
			r = x
		} else if x != (doc.Range{}) {
			r.Start, r.End = min(r.Start, x.Start), max(r.End, x.End)
		}
	}
	return r
}
