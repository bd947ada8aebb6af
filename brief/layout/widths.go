package layout

import "slices"

// maxCellLines is the most lines of a cell that the search for widths tells
// apart exactly.
const maxCellLines = 5

// A cellFit is what a cell needs: [k-1] is the width that k lines take.
type cellFit [maxCellLines]Length

// fitCell measures a cell for columns at least so wide.
func fitCell(p *paragraph, least Length) cellFit {
	var c cellFit
	width := max(p.natural(), least)
	c[0] = width
	for k := 2; k <= maxCellLines; k++ {
		lo, hi := least, width // hi is wide enough, lo perhaps
		if countLines(p.atoms, lo) <= k {
			hi = lo
		}
		for hi-lo > Pt/4 {
			if mid := (lo + hi) / 2; countLines(p.atoms, mid) <= k {
				hi = mid
			} else {
				lo = mid
			}
		}
		width = hi
		c[k-1] = width
	}
	return c
}

// lines returns the number of lines in a column of the given width, about
// right where there are many.
func (c *cellFit) lines(width Length) int {
	for k, need := range c {
		if need <= width {
			return k + 1
		}
	}
	return int(maxCellLines*c[maxCellLines-1]/width) + 1
}

// A searchColumn is what the search for widths knows about a column.
type searchColumn struct {
	least Length    // room for the widest word
	cells []cellFit // of the header and of rows
	tries []Length  // widths worth trying, in ascending order
	lines [][]int   // for each of them, of each cell
	width Length    // the best found
}

// A widthSearch looks for the widths of columns with which a table is lowest
// and, among those, its cells have the fewest lines. How many lines a cell
// has changes at few widths; these are tried in all combinations for all
// columns but the one with the most text, which gets the rest.
type widthSearch struct {
	columns []searchColumn
	flex    int
	tallest [][]int // by depth of the search: lines of each row in the columns so far
	trial   []Length
	best    int
}

// maxTrials bounds the number of combinations.
const maxTrials = 1000

// search chooses widths that add up to room, which has to be at least the
// columns' least widths.
func (s *widthSearch) search(room Length) {
	spare, free := room, 0
	for c := range s.columns {
		spare -= s.columns[c].least
		if c != s.flex {
			free++
		}
	}
	each := 1
	for power(each+1, free) <= maxTrials && each < 40 {
		each++
	}
	for c := range s.columns {
		if c != s.flex {
			s.columns[c].prepare(spare, each)
		}
	}
	rows := len(s.columns[0].cells)
	s.tallest = make([][]int, len(s.columns)+1)
	for d := range s.tallest {
		s.tallest[d] = make([]int, rows)
	}
	s.trial = make([]Length, len(s.columns))
	s.best = -1
	s.try(0, 0, room)
}

func power(base, exponent int) int {
	p := 1
	for range exponent {
		p *= base
	}
	return p
}

// try goes through the widths of column c and of those behind it. Lines is
// the number of lines in all cells so far.
func (s *widthSearch) try(c, lines int, room Length) {
	if c == len(s.columns) {
		s.finish(lines, room)
		return
	}
	if c == s.flex {
		copy(s.tallest[c+1], s.tallest[c])
		s.try(c+1, lines, room)
		return
	}
	col := &s.columns[c]
	for i, width := range col.tries {
		if room-width < s.columns[s.flex].least {
			break
		}
		sum := 0
		for r, n := range col.lines[i] {
			s.tallest[c+1][r] = max(s.tallest[c][r], n)
			sum += n
		}
		if c == 0 {
			sum *= 2 // better to break what explains the name than the name
		}
		s.trial[c] = width
		s.try(c+1, lines+sum, room-width)
	}
}

// finish gives the flexible column what is left of the room and compares.
func (s *widthSearch) finish(lines int, room Length) {
	const rowLine = 1 << 12 // a line of a row weighs more than those of all cells
	flex := &s.columns[s.flex]
	if room < flex.least {
		return
	}
	cost := lines
	for r := range flex.cells {
		n := flex.cells[r].lines(room)
		cost += n + max(n, s.tallest[len(s.columns)][r])*rowLine
	}
	if s.best >= 0 && cost >= s.best {
		return
	}
	s.best = cost
	s.trial[s.flex] = room
	for c := range s.columns {
		s.columns[c].width = s.trial[c]
	}
}

// prepare lists the widths worth trying, at most as many as given, when there
// is room to spare beyond the least.
func (col *searchColumn) prepare(spare Length, most int) {
	widths := []Length{col.least}
	for _, cell := range col.cells {
		for _, w := range cell {
			if col.least < w && w <= col.least+spare {
				widths = append(widths, w)
			}
		}
	}
	slices.Sort(widths)
	widths = slices.Compact(widths)
	n := 0
	for i := range min(most, len(widths)) {
		w := widths[i*(len(widths)-1)/max(min(most, len(widths))-1, 1)]
		lines := make([]int, len(col.cells))
		for r := range col.cells {
			lines[r] = col.cells[r].lines(w)
		}
		if n > 0 && slices.Equal(lines, col.lines[n-1]) {
			continue
		}
		col.tries, col.lines = append(col.tries, w), append(col.lines, lines)
		n++
	}
}

// needed returns the least width at which no cell gets more lines than it has
// at the width that was chosen.
func (col *searchColumn) needed() Length {
	need := col.least
	for i := range col.cells {
		cell := &col.cells[i]
		if n := cell.lines(col.width); n <= maxCellLines {
			need = max(need, cell[n-1])
		} else {
			return col.width
		}
	}
	return need
}
