package preflight

// A cell is a place in the grid of a table.
type cell struct {
	e          *element
	row, col   int
	rows, cols int
}

// Limits on the grid of a table; spans can be any number.
const (
	maxGridRows = 10000
	maxGridCols = 1000
)

// checkTable checks that a table is regular, and that readers can tell which
// header belongs to a cell (ISO 14289-1, 7.2, 7.5).
func (c *checker) checkTable(table *element) {
	c.checkParts(table)
	var rows []*element
	for _, k := range table.kids {
		switch k.tag {
		case "TR":
			rows = append(rows, k)
		case "THead", "TBody", "TFoot":
			for _, r := range k.kids {
				if r.tag == "TR" {
					rows = append(rows, r)
				}
			}
		}
	}
	if len(rows) > maxGridRows {
		c.pdf("14.8.4.3.4", table.object, "a table has more rows than are checked here")
		return
	}
	grid, regular := c.layCells(table, rows)
	if regular {
		c.checkHeaders(grid)
	}
}

// checkParts checks that the parts of a table are there in the numbers in
// which they may be.
func (c *checker) checkParts(table *element) {
	count := map[name]int{}
	for i, k := range table.kids {
		count[k.tag]++
		if k.tag == "Caption" && i > 0 && i < len(table.kids)-1 {
			c.ua("7.2", table.object, "a caption is in the middle of its table")
		}
	}
	for _, k := range []name{"THead", "TFoot", "Caption"} {
		if count[k] > 1 {
			c.ua("7.2", table.object, "a table has more than one %s", k)
		}
	}
	if count["THead"]+count["TFoot"] > 0 && count["TBody"] == 0 {
		c.ua("7.2", table.object, "a table has a THead or TFoot, and no TBody")
	}
}

// layCells lays the cells out in a grid, and reports whether it has neither
// gaps nor overlaps.
func (c *checker) layCells(table *element, rows []*element) (grid [][]*cell, regular bool) {
	grid = make([][]*cell, len(rows))
	regular = true
	wide := 0
	for y, row := range rows {
		x := 0
		for _, e := range row.kids {
			if e.tag != "TH" && e.tag != "TD" {
				continue
			}
			for x < len(grid[y]) && grid[y][x] != nil {
				x++
			}
			k := &cell{e: e, row: y, col: x, rows: c.span(e, "RowSpan"), cols: c.span(e, "ColSpan")}
			if y+k.rows > len(rows) {
				c.ua("7.2", e.object, "a cell reaches over the end of its table")
				regular = false
			}
			if c.room -= min(k.rows, len(rows)) * min(k.cols, maxGridCols); x+k.cols > maxGridCols || c.room < 0 {
				c.pdf("14.8.4.3.4", table.object, "a table has more cells than are checked here")
				return grid, false
			}
			for i := y; i < min(y+k.rows, len(rows)); i++ {
				for len(grid[i]) < x+k.cols {
					grid[i] = append(grid[i], nil)
				}
				for j := x; j < x+k.cols; j++ {
					if grid[i][j] != nil {
						c.ua("7.2", e.object, "two cells of a table overlap")
						regular = false
					}
					grid[i][j] = k
				}
			}
		}
		wide = max(wide, len(grid[y]))
	}
	for y := range grid {
		full := len(grid[y]) == wide
		for _, k := range grid[y] {
			full = full && k != nil
		}
		if !full {
			c.ua("7.2", rows[y].object, "the rows of a table are not of the same length")
			regular = false
		}
	}
	return grid, regular
}

// span returns over how many rows or columns a cell reaches.
func (c *checker) span(e *element, key name) int {
	if n, ok := c.f.integer(c.attribute(e, "Table", key)); ok && n > 0 {
		return n
	}
	return 1
}

// attribute returns an attribute of an element (ISO 32000-1, 14.7.5) that has
// the owner.
func (c *checker) attribute(e *element, owner, key name) value {
	for _, v := range c.f.list(e.dict["A"]) {
		if d := c.f.dict(v); c.f.name(d["O"]) == owner && d[key] != nil {
			return c.f.resolve(d[key])
		}
	}
	classes := c.f.dict(c.f.in(c.catalog["StructTreeRoot"], "ClassMap"))
	for _, class := range c.f.list(e.dict["C"]) {
		for _, v := range c.f.list(classes[c.f.name(class)]) {
			if d := c.f.dict(v); c.f.name(d["O"]) == owner && d[key] != nil {
				return c.f.resolve(d[key])
			}
		}
	}
	return nil
}

// checkHeaders checks that every data cell has a header: one that it names,
// or one in its row or column that says that it is theirs. Tables without
// headers are left alone.
func (c *checker) checkHeaders(grid [][]*cell) {
	ids := map[string]bool{}
	headers, unscoped := 0, 0
	each(grid, func(k *cell) {
		if k.e.tag != "TH" {
			return
		}
		headers++
		if c.scope(k.e) == "" {
			unscoped++
		}
		if id, ok := c.f.text(k.e.dict["ID"]); ok {
			ids[id] = true
		}
	})
	if headers == 0 || unscoped == 0 {
		return
	}
	each(grid, func(k *cell) {
		if k.e.tag == "TD" && !c.namesHeaders(k.e, ids) && !c.underHeader(grid, k) {
			c.ua("7.5", k.e.object, "a cell of a table has no header")
		}
	})
}

// each calls visit for each cell once.
func each(grid [][]*cell, visit func(*cell)) {
	for y, row := range grid {
		for x, k := range row {
			if k != nil && k.row == y && k.col == x {
				visit(k)
			}
		}
	}
}

func (c *checker) scope(e *element) name { return c.f.name(c.attribute(e, "Table", "Scope")) }

func (c *checker) namesHeaders(e *element, ids map[string]bool) bool {
	list := c.f.array(c.attribute(e, "Table", "Headers"))
	for _, v := range list {
		if id, _ := c.f.text(v); !ids[id] {
			return false
		}
	}
	return len(list) > 0
}

// underHeader reports whether each column of a cell has a header above it, or
// each row one to the left.
func (c *checker) underHeader(grid [][]*cell, k *cell) bool {
	above := true
	for x := k.col; x < k.col+k.cols && above; x++ {
		above = false
		for y := k.row - 1; y >= 0 && !above; y-- {
			above = grid[y][x].e.tag == "TH" && oneOf(c.scope(grid[y][x].e), "Column Both")
		}
	}
	left := true
	for y := k.row; y < k.row+k.rows && left; y++ {
		left = false
		for x := k.col - 1; x >= 0 && !left; x-- {
			left = grid[y][x].e.tag == "TH" && oneOf(c.scope(grid[y][x].e), "Row Both")
		}
	}
	return above || left
}
