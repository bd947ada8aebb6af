package ingest

import "readahead/brief/doc"

// A sink takes in the blocks of an element until it is closed and it is known
// what they make up together.
type sink struct {
	kind    sinkKind
	context doc.Context
	blocks  []doc.Block

	// a list
	ordered bool
	items   []doc.Text // since the last of blocks

	// a table
	layout bool
	rows   [][]*sink

	// a cell
	head             bool
	colspan, rowspan int
}

type sinkKind int

const (
	pageSink sinkKind = iota
	listSink
	itemSink
	tableSink
	cellSink
)

// add takes in a block. Text of a list that stands in no item is one, and text
// among the rows of a table is a cell.
func (s *sink) add(b doc.Block) {
	switch {
	case s.kind == listSink:
		s.addItem([]doc.Block{b})
	case s.kind == tableSink && len(s.rows) > 0:
		s.take(&sink{kind: cellSink, blocks: []doc.Block{b}})
	default:
		s.blocks = append(s.blocks, b)
	}
}

// addBulleted takes in a paragraph that a bullet made an item of a list. The
// paragraphs around it that are in the same place make up the list with it.
func (s *sink) addBulleted(item doc.Text, c doc.Context) {
	if s.kind == pageSink && len(s.blocks) > 0 {
		if list, ok := s.blocks[len(s.blocks)-1].(doc.List); ok && !list.Ordered && list.Context.Path == c.Path {
			list.Items = append(list.Items, item)
			list.Context.Linked += c.Linked
			s.blocks[len(s.blocks)-1] = list
			return
		}
	}
	s.add(doc.List{Items: []doc.Text{item}, Context: c})
}

// addLines takes in a text whose lines are as the author set them.
func (s *sink) addLines(t doc.Text) {
	for _, b := range lineBlocks(t) {
		s.add(b)
	}
}

// take takes in what a closed sink has become.
func (s *sink) take(c *sink) {
	switch c.kind {
	case itemSink:
		s.addItem(c.blocks)
	case cellSink:
		if len(s.rows) == 0 {
			s.rows = append(s.rows, nil)
		}
		last := len(s.rows) - 1
		s.rows[last] = append(s.rows[last], c)
	case listSink:
		c.endItems()
		for _, b := range c.blocks {
			s.add(b)
		}
	case tableSink:
		for _, b := range c.table() {
			s.add(b)
		}
	}
}

// addItem takes the blocks of an item into a list: as one item with those of
// the lists in it after it. An item that is a little page of its own, with a
// heading, a table, set lines or several paragraphs, interrupts the list.
func (s *sink) addItem(blocks []doc.Block) {
	if isPage(blocks) {
		s.endItems()
		s.blocks = append(s.blocks, blocks...)
		return
	}
	var parts []doc.Text
	end := func() {
		if len(parts) > 0 {
			s.items = append(s.items, doc.Join(parts, " "))
			parts = nil
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case doc.Paragraph:
			parts = append(parts, b.Text)
			s.context.Linked += b.Context.Linked
		case doc.List:
			end()
			s.items = append(s.items, b.Items...)
			s.context.Linked += b.Context.Linked
		}
	}
	end()
}

// isPage reports whether an item of these blocks is more than an item.
func isPage(blocks []doc.Block) bool {
	paragraphs := 0
	for _, b := range blocks {
		switch b.(type) {
		case doc.Heading, doc.Table, doc.Lines:
			return true
		case doc.Paragraph:
			paragraphs++
		}
	}
	return paragraphs > 2
}

// endItems makes a list of the items so far.
func (s *sink) endItems() {
	if len(s.items) > 0 {
		s.blocks = append(s.blocks, doc.List{Items: s.items, Ordered: s.ordered, Context: s.context})
		s.items, s.context.Linked = nil, 0
	}
}
