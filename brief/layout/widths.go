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
		if lo == hi || countLines(p.atoms, lo) <= k {
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
func (c *cellFit) lines(width Length) int32 {
	for k, need := range c {
		if need <= width {
			return int32(k + 1)
		}
	}
	return int32(maxCellLines*c[maxCellLines-1]/width) + 1
}

// A searchColumn is what the search for widths knows about a column.
type searchColumn struct {
	least   Length    // room for the widest word
	natural Length    // width of all cells side by side
	cells   []cellFit // of the header and of rows
	tries   []Length  // widths worth trying, in ascending order
	lines   []int32   // at the first of them of each cell, at the second, and so on
	width   Length    // the best found
}

// fit adds a cell to the column.
func (col *searchColumn) fit(p *paragraph) {
	cell := fitCell(p, col.least)
	col.natural += cell[0]
	col.cells = append(col.cells, cell)
}

// A widthSearch looks for the widths of columns with which a table is lowest
// and, among those, its cells have the fewest lines. How many lines a cell
// has changes at few widths; these are tried in all combinations for all
// columns but the one with the most text, which gets the rest.
type widthSearch struct {
	columns []searchColumn
	flex    int
	rows    int
	tallest []int32 // by depth of the search, lines of each row in the columns so far
	trial   []Length
	best    int // lines of the best widths, weighted
}

// maxTrials bounds the number of combinations.
const maxTrials = 1000

// reset prepares for a table of n columns. What the last one left in the
// columns is storage only.
func (s *widthSearch) reset(n int) {
	s.columns = slices.Grow(s.columns[:0], n)[:n]
	for c := range s.columns {
		col := &s.columns[c]
		*col = searchColumn{cells: col.cells[:0], tries: col.tries[:0], lines: col.lines[:0]}
	}
}

// search chooses widths that add up to room, which has to be at least the
// columns' least widths.
func (s *widthSearch) search(room Length) {
	n := len(s.columns)
	spare := room
	s.flex, s.rows, s.best = 0, len(s.columns[0].cells), -1
	for c := range s.columns {
		spare -= s.columns[c].least
		if s.columns[c].natural > s.columns[s.flex].natural {
			s.flex = c
		}
	}
	each := 1
	for power(each+1, n-1) <= maxTrials && each < 40 {
		each++
	}
	for c := range s.columns {
		if c != s.flex {
			s.columns[c].prepare(spare, each)
		}
	}
	s.tallest = slices.Grow(s.tallest[:0], (n+1)*s.rows)[:(n+1)*s.rows]
	clear(s.tallest[:s.rows])
	s.trial = slices.Grow(s.trial[:0], n)[:n]
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
func (s *widthSearch) try(c int, lines int32, room Length) {
	if c == len(s.columns) {
		s.finish(lines, room)
		return
	}
	before := s.tallest[c*s.rows : (c+1)*s.rows]
	after := s.tallest[(c+1)*s.rows : (c+2)*s.rows]
	if c == s.flex {
		copy(after, before)
		s.try(c+1, lines, room)
		return
	}
	col := &s.columns[c]
	for i, width := range col.tries {
		if room-width < s.columns[s.flex].least {
			break
		}
		sum := int32(0)
		for r, n := range col.lines[i*s.rows : (i+1)*s.rows] {
			after[r] = max(before[r], n)
			sum += n
		}
		if c == 0 {
			sum *= 2 // better to break what explains the name than the name
		}
		s.trial[c] = width
		s.try(c+1, lines+sum, room-width)
	}
}

// A table is cramped if its rows have more lines than this on the average and
// are half as high again as they would be as running text.
const crampedRow = 4

// cramped reports whether the columns are strips of single words at the widths
// that were chosen, so that rows had better be set as running text with the
// names of the columns, in lines of the given measure.
func (s *widthSearch) cramped(measure Length) bool {
	table, text := 0, 0
	for r := 1; r < s.rows; r++ { // 0 is the header
		height, width := int32(0), Length(0)
		for c := range s.columns {
			col := &s.columns[c]
			height = max(height, col.cells[r].lines(col.width))
			width += col.cells[0][0] + col.cells[r][0]
		}
		table += int(height)
		text += int(width/measure) + 1
	}
	return table > crampedRow*(s.rows-1) && 2*table > 3*text
}

// finish gives the flexible column what is left of the room and compares.
func (s *widthSearch) finish(lines int32, room Length) {
	const rowLine = 1 << 12 // a line of a row weighs more than those of all cells
	flex := &s.columns[s.flex]
	if room < flex.least {
		return
	}
	cost := int(lines)
	tallest := s.tallest[len(s.columns)*s.rows:]
	for r := range flex.cells {
		n := flex.cells[r].lines(room)
		cost += int(n) + int(max(n, tallest[r]))*rowLine
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
	widths := append(col.tries, col.least)
	for i := range col.cells {
		for _, w := range col.cells[i] {
			if col.least < w && w <= col.least+spare {
				widths = append(widths, w)
			}
		}
	}
	slices.Sort(widths)
	widths = slices.Compact(widths)
	rows, most := len(col.cells), min(most, len(widths))
	n := 0
	for i := range most {
		w := widths[i*(len(widths)-1)/max(most-1, 1)]
		for r := range col.cells {
			col.lines = append(col.lines, col.cells[r].lines(w))
		}
		if n > 0 && slices.Equal(col.lines[n*rows:], col.lines[(n-1)*rows:n*rows]) {
			col.lines = col.lines[:n*rows]
			continue
		}
		widths[n] = w // which has been looked at
		n++
	}
	col.tries = widths[:n]
}

// needed returns the least width at which no cell gets more lines than it has
// at the width that was chosen.
func (col *searchColumn) needed() Length {
	need := col.least
	for i := range col.cells {
		n := col.cells[i].lines(col.width)
		if n > maxCellLines {
			return col.width
		}
		need = max(need, col.cells[i][n-1])
	}
	return need
}

// lowest returns the least width of the first column at which no row gets
// higher if the others stay as they are.
func (s *widthSearch) lowest() Length {
	first := &s.columns[0]
	need := first.least
	for r := range s.rows {
		height := int32(1)
		for c := range s.columns {
			height = max(height, s.columns[c].cells[r].lines(s.columns[c].width))
		}
		if height > maxCellLines {
			return first.needed()
		}
		need = max(need, first.cells[r][height-1])
	}
	return need
}
