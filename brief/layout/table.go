package layout

import "readahead/brief/doc"

// A table is the columns and the header of a table, and its rows' cells. The
// rows are pieces of their own, so that a column of the page can end between
// them.
type table struct {
	head    []paragraph
	rows    [][]paragraph
	checks  bool   // a box to tick stands before each row
	done    []bool // of each row whether it is ticked
	news    []doc.News
	columns []tableColumn
	slack   Length // width that no column needs
	pressed Length // by how much the first column may be narrower than it needs, with no row higher

	elem, body int // its elements once it is drawn, else 0
}

// A tableColumn is a column of a table.
type tableColumn struct {
	x, width Length // of the text
	least    Length // what it needs with the lines that the cells have
	indent   Length // before the text: room for the check box
	figures  bool   // there are only numbers in it; they and the header stand flush right
	fraction Length // of these, what is behind the decimal point and that; 0: they have none
}

const (
	// maxSample is the number of rows by which a table's widths are chosen.
	maxSample = 40
	// widestWord is the share of a table that a word may claim before it is
	// broken.
	widestWord Share = 400
)

// measureTable chooses the widths that make the table lowest. It returns
// false if there are too many columns to stand side by side, or to be read.
func (w *work) measureTable(t *table) bool {
	n := len(t.head)
	t.columns = make([]tableColumn, n)
	room := w.column() - Length(n-1)*w.t.Space.Cell
	if t.checks {
		t.columns[0].indent = w.t.Space.CheckIndent
		room -= w.t.Space.CheckIndent
	}
	if Length(n)*MinSize > room {
		return false
	}
	s := &w.search
	s.reset(n)
	spare := room
	for c := range s.columns {
		s.columns[c].least = t.widestWord(c, widestWord.Of(room))
		spare -= s.columns[c].least
	}
	if spare < 0 {
		return false
	}
	sample := min(len(t.rows), maxSample)
	for c := range s.columns {
		col := &s.columns[c]
		col.fit(&t.head[c])
		for i := range sample {
			col.fit(&t.rows[i*len(t.rows)/sample][c])
		}
	}
	s.search(room)
	if s.cramped(w.column()) {
		return false
	}
	t.slack = room
	for c := range s.columns {
		t.columns[c].least = s.columns[c].needed()
		t.slack -= t.columns[c].least
	}
	t.pressed = 0
	if sample == len(t.rows) {
		t.pressed = t.columns[0].least - s.lowest()
	}
	return true
}

// widestWord returns the width of the widest word in a column, or most.
func (t *table) widestWord(c int, most Length) Length {
	widest := t.head[c].widest()
	for r := range t.rows {
		widest = max(widest, t.rows[r][c].widest())
	}
	return min(widest, most)
}

// firstNeeds returns how wide the first column has to be.
func (t *table) firstNeeds() Length { return t.columns[0].least + t.columns[0].indent }

// align spreads the columns of tables so that second columns begin at the same
// place in as many tables as possible, and then in as many of the others. Each
// table allows its first column the widths at which no row gets higher, up to
// what it needs with all of the table's slack. Of the widths that most of them
// allow, one is taken at which cells get more lines in the fewest, and near the
// smallest of those.
func (w *work) align(tables []*table) {
	defer w.joinColumns(tables)
	for len(tables) > 0 {
		best, width := 0, Length(0)
		for i := range 2 * len(tables) {
			t := tables[i/2]
			least, most, score := t.firstNeeds(), w.column(), 0
			if i%2 != 0 {
				least -= t.pressed
			}
			for k, u := range tables {
				if !u.allowsFirst(least) {
					continue
				}
				most = min(most, u.firstNeeds()+u.slack)
				score += 3 * len(tables)
				if len(u.columns) == len(t.columns) {
					score += len(tables) // of one kind, they look alike
				}
				if k > 0 && tables[k-1].allowsFirst(least) {
					score += len(tables) // neighbours are seen together
				}
				if least < u.firstNeeds() {
					score--
				}
			}
			if score > best || score == best && least < width {
				best, width = score, least+min((most-least)/3, w.t.Space.Cell)
			}
		}
		var these, others []*table
		for _, t := range tables {
			if t.allowsFirst(width) {
				these = append(these, t)
			} else {
				others = append(others, t)
			}
		}
		w.alignRest(these, width)
		for _, t := range these {
			w.spread(t, width)
		}
		tables = others
	}
}

// alignRest lets the other columns, too, begin at the same places: of tables
// with a first column of the given width and as many columns as each other,
// each column has what the neediest of them needs. Where that is too much for
// a table, the places are other ones from there on.
func (w *work) alignRest(tables []*table, first Length) {
	for n := 3; n <= maxAligned; n++ {
		room := w.column() - first - Length(n-1)*w.t.Space.Cell
		var group []*table
		var needs [maxAligned]Length
		for _, t := range tables {
			if len(t.columns) != n {
				continue
			}
			both, sum := needs, Length(0)
			for c := 1; c < n; c++ {
				both[c] = max(both[c], t.columns[c].least)
				sum += both[c]
			}
			if sum > room {
				widen(group, &needs)
				group, both = nil, [maxAligned]Length{}
				for c := 1; c < n; c++ {
					both[c] = t.columns[c].least
				}
			}
			group, needs = append(group, t), both
		}
		widen(group, &needs)
	}
}

// widen lets the tables' columns but the first need as much as is given.
func widen(tables []*table, needs *[maxAligned]Length) {
	for _, t := range tables {
		for c := 1; c < len(t.columns); c++ {
			t.slack -= needs[c] - t.columns[c].least
			t.columns[c].least = needs[c]
		}
	}
}

// maxAligned is the most columns that tables have of which not only the second
// ones are aligned.
const maxAligned = 8

func (t *table) allowsFirst(width Length) bool {
	needs := t.firstNeeds()
	return needs-t.pressed <= width && width <= needs+t.slack
}

// spread gives the columns their places, with a first column of the given
// width. The others get the same part each of what is then left over.
func (w *work) spread(t *table, first Length) {
	wider := first - t.firstNeeds()
	rest := (t.slack - wider) / Length(max(len(t.columns)-1, 1))
	x := Length(0)
	for c := range t.columns {
		col := &t.columns[c]
		col.width = col.least
		switch c {
		case len(t.columns) - 1:
			col.width = w.column() - x - col.indent
		case 0:
			col.width += wider
		default:
			col.width += rest
		}
		col.x = x + col.indent
		x = col.x + col.width + w.t.Space.Cell
		w.fit(&t.head[c], col.width)
		for r := range t.rows {
			w.fit(&t.rows[r][c], col.width)
		}
	}
}
