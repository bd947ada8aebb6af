package clean

import (
	"strings"
	"unicode/utf8"

	"readahead/brief/doc"
)

// widestTable is the length in bytes up to which a line may be a row of an
// aligned table.
const widestTable = 400

// columnTable reads a table whose cells stand under each other: a header and
// two rows, or one row if there are three columns. A column begins after a
// strip of two blanks or more that runs through all rows. A row with a cell
// that runs over the edge of its column is cut at its own gaps, if they make
// as many cells as there are columns.
func columnTable(lines []doc.Text) (doc.Table, int) {
	var g grid
	n := 0
	for n < len(lines) && g.add(lines[n].String()) {
		n++
	}
	for n > 0 && isUnderline(lines[n-1].String()) {
		n--
	}
	if n < 2 {
		return doc.Table{}, 0
	}
	edges := g.edges()
	var rows [][]doc.Text
	for _, line := range lines[:n] {
		s := line.String()
		if isUnderline(s) {
			continue
		}
		at := byteEdges(s, edges)
		if own := gaps(s); g.overruns(s) {
			at = own
		}
		row := make([]doc.Text, len(at))
		for k, c := range at {
			row[k] = line.Slice(c[0], c[1]).TrimSpace()
		}
		rows = append(rows, row)
	}
	if len(rows) < 2 || len(rows) == 2 && len(edges) < 3 {
		return doc.Table{}, 0
	}
	return newTable(rows), n
}

// isUnderline reports whether s is a row of dashes under a header.
func isUnderline(s string) bool {
	return len(s) > 2 && strings.Trim(s, "-=_ ") == "" && strings.Trim(s, " ") != ""
}

// A grid is the strips of characters that the rows of a table use.
type grid struct {
	used    [widestTable]bool
	columns int // so far; 0 before the first row
}

// add takes s for a row and reports whether it can be one.
func (g *grid) add(s string) bool {
	s = strings.TrimRight(s, " ")
	if len(s) > widestTable || strings.IndexByte(s, '\t') >= 0 {
		return false
	}
	if isUnderline(s) {
		return g.columns > 0
	}
	own := len(gaps(s))
	if own < 2 {
		return false
	}
	was := g.used
	g.use(s)
	switch n := len(g.edges()); {
	case n < 2, n < g.columns:
		g.used = was
		return own == g.columns
	default:
		g.columns = n
	}
	return true
}

// use marks the characters of s that are not blank.
func (g *grid) use(s string) {
	col := 0
	for _, r := range s {
		if r != ' ' {
			g.used[col] = true
		}
		col++
	}
}

// overruns reports whether s uses characters between the columns.
func (g *grid) overruns(s string) bool {
	col := 0
	for _, r := range strings.TrimRight(s, " ") {
		if r != ' ' && !g.used[col] {
			return true
		}
		col++
	}
	return false
}

// edges returns the characters at which the columns begin.
func (g *grid) edges() []int {
	var edges []int
	blank := 2
	for col, used := range g.used {
		if !used {
			blank++
			continue
		}
		if blank >= 2 {
			edges = append(edges, col)
		}
		blank = 0
	}
	return edges
}

// byteEdges returns the byte ranges of s that stand in the columns.
func byteEdges(s string, edges []int) [][2]int {
	out := make([][2]int, len(edges))
	col, k, i := 0, 0, 0
	for i < len(s) {
		for k+1 < len(edges) && col == edges[k+1] {
			out[k][1] = i
			k++
			out[k][0] = i
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
		col++
	}
	out[k][1] = len(s)
	return out
}

// gaps returns the byte ranges of s between gaps of two blanks or more.
func gaps(s string) [][2]int {
	var out [][2]int
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		j := strings.Index(s[i:], "  ")
		if j < 0 {
			j = len(s) - i
		}
		out = append(out, [2]int{i, i + j})
		i += j
	}
	return out
}
