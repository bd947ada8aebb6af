// Package layout sets a brief on one page: it measures text, breaks lines,
// chooses the widths of tables and divides the content into columns, and
// returns a [Page], which is a plain value.
//
// Start with [ParseTemplate] and [NewSetter]. A [Setter] answers what fits
// ([Setter.Room], [Setter.ItemHeight]) and sets the page ([Setter.Set]). The
// way of a page:
//
//	text       Printable → atoms (breaks, atoms) → lines (linebreak) → runs (paragraph)
//	page       head, lead, stream of sections and trackers, foot
//	stream     headings, bullets, rows (part, grid, table, rows) → two columns (flow)
//
// All lengths are whole numbers, and nothing depends on the machine, the clock
// or the order of a map.
package layout
