package galley

import "slices"

// maxColumns is how many columns a table may have: Word opens none of more
// than 63.
const maxColumns = 60

// narrow returns a table or, in place of one that is too wide, a list of its
// rows: each the cells that are not empty behind the names of their columns.
func (s *setter) narrow(t Table) Block {
	if len(t.Head) <= maxColumns {
		return t
	}
	var items []Text
	for _, row := range t.Rows {
		var item Text
		for c, cell := range row {
			if cell.Words == "" {
				continue
			}
			if item.Words != "" {
				item.Words += "; "
			}
			if t.Head[c] != "" {
				item.Words += t.Head[c] + ": "
			}
			item.Words += cell.Words
			item.Cites = append(item.Cites, cell.Cites...)
		}
		if item.Words != "" {
			slices.Sort(item.Cites)
			items = append(items, item)
		}
	}
	return s.list(items)
}
