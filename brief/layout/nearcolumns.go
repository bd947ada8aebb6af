package layout

// nearColumn is how far apart columns of two tables begin that look as if they
// were meant to begin at one place.
const nearColumn = 8 * Pt

// joinColumns moves columns that begin a little to the left of those of another
// table of as many columns to where those begin. Tables whose columns begin at
// one place stay together: all of them move, or none.
func (w *work) joinColumns(tables []*table) {
	for _, t := range tables {
		for c := 1; c < len(t.columns); c++ {
			var together []*table
			x, target := t.columns[c].x, Length(-1)
			for _, u := range tables {
				if len(u.columns) != len(t.columns) {
					continue
				}
				switch at := u.columns[c].x; {
				case at == x:
					together = append(together, u)
				case x < at && at-x <= nearColumn && (target < 0 || at < target):
					target = at
				}
			}
			by, room := target-x, target >= 0
			for _, u := range together {
				room = room && u.columns[c].width-by >= u.columns[c].least
			}
			if !room {
				continue
			}
			for _, u := range together {
				w.moveColumn(u, c, by)
			}
		}
	}
}

// moveColumn lets column c of a table begin further to the right. The one before
// it gets the room.
func (w *work) moveColumn(t *table, c int, by Length) {
	before, col := &t.columns[c-1], &t.columns[c]
	before.width += by
	col.x, col.width = col.x+by, col.width-by
	for k := c - 1; k <= c; k++ {
		w.fit(&t.head[k], t.columns[k].width)
		for r := range t.rows {
			w.fit(&t.rows[r][k], t.columns[k].width)
		}
	}
}
