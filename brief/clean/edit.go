package clean

import (
	"slices"

	"readahead/brief/doc"
)

// An edit is a pass at work: the blocks it has put out so far and what it has
// dropped. The document it started from stays as it was.
type edit struct {
	doc doc.Document
	out []doc.Block
}

// startEdit returns an edit of d that has put out nothing yet.
func startEdit(d doc.Document) *edit {
	d.Dropped = slices.Clip(d.Dropped)
	return &edit{doc: d, out: make([]doc.Block, 0, len(d.Blocks))}
}

// keep puts b out.
func (e *edit) keep(b doc.Block) { e.out = append(e.out, b) }

// keepLines puts lines out as a block of their own, if there are any.
func (e *edit) keepLines(lines []doc.Text) {
	if len(lines) > 0 {
		e.out = append(e.out, doc.Lines{Lines: lines})
	}
}

// drop notes that t was taken out.
func (e *edit) drop(t doc.Text, reason string) {
	if t.Len() > 0 {
		e.doc.Dropped = append(e.doc.Dropped, doc.Dropped{Text: t, Reason: reason})
	}
}

// dropBlock notes that all of b was taken out.
func (e *edit) dropBlock(b doc.Block, reason string) {
	for _, t := range doc.Texts(b) {
		e.drop(t, reason)
	}
}

// done returns the document with what was put out.
func (e *edit) done() doc.Document {
	e.doc.Blocks = e.out
	return e.doc
}

// mapTexts puts out every block with f applied to its texts; f says whether
// it changed anything. Lines, items and paragraphs that f leaves empty go;
// cells of tables stay as empty cells.
func (e *edit) mapTexts(f func(doc.Text) (doc.Text, bool)) {
	for _, block := range e.doc.Blocks {
		switch b := block.(type) {
		case doc.Lines:
			var changed bool
			if b.Lines, changed = mapAll(b.Lines, f, true); changed {
				block = b
			}
			if len(b.Lines) == 0 {
				continue
			}
		case doc.Heading:
			if t, changed := f(b.Text); changed {
				b.Text = t
				block = b
			}
			if b.Text.Len() == 0 {
				continue
			}
		case doc.Paragraph:
			if t, changed := f(b.Text); changed {
				b.Text = t
				block = b
			}
			if b.Text.Len() == 0 {
				continue
			}
		case doc.List:
			var changed bool
			if b.Items, changed = mapAll(b.Items, f, true); changed {
				block = b
			}
			if len(b.Items) == 0 {
				continue
			}
		case doc.Table:
			if mapTable(&b, f) {
				block = b
			}
		}
		e.keep(block)
	}
}

// mapTable applies f to the cells of t, in new slices where it changes any.
func mapTable(t *doc.Table, f func(doc.Text) (doc.Text, bool)) bool {
	header, changed := mapAll(t.Header, f, false)
	t.Header = header
	own := false
	for i, row := range t.Rows {
		row, c := mapAll(row, f, false)
		if !c {
			continue
		}
		if !own {
			t.Rows, own = slices.Clone(t.Rows), true
		}
		t.Rows[i] = row
	}
	return changed || own
}

// mapAll applies f to each of ts. The result is ts itself if nothing changed.
// With shrink set, texts that end up empty are left out.
func mapAll(ts []doc.Text, f func(doc.Text) (doc.Text, bool), shrink bool) ([]doc.Text, bool) {
	out, changed := ts, false
	for i, t := range ts {
		u, c := f(t)
		if !changed && !c && (!shrink || u.Len() > 0) {
			continue
		}
		if !changed {
			changed = true
			out = append(make([]doc.Text, 0, len(ts)), ts[:i]...)
		}
		if !shrink || u.Len() > 0 {
			out = append(out, u)
		}
	}
	return out, changed
}
