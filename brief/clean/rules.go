package clean

import "readahead/brief/doc"

// dropRules takes out what holds no letter and no digit: ruled lines, rows of
// stars, lone symbols. A rule parts what stands before it from what follows,
// also where there is no blank line.
func dropRules(d doc.Document) doc.Document {
	e := startEdit(d)
	for _, block := range d.Blocks {
		switch b := block.(type) {
		case doc.Lines:
			start := 0
			for i, t := range b.Lines {
				if !hasWord(t.String()) {
					e.keepLines(b.Lines[start:i])
					e.drop(t, "rule")
					start = i + 1
				}
			}
			if start == 0 {
				e.keep(block)
			} else {
				e.keepLines(b.Lines[start:])
			}
		case doc.Paragraph:
			if !hasWord(b.Text.String()) {
				e.drop(b.Text, "rule")
				continue
			}
			e.keep(block)
		case doc.Heading:
			if !hasWord(b.Text.String()) {
				e.drop(b.Text, "rule")
				continue
			}
			e.keep(block)
		default:
			e.keep(block)
		}
	}
	return e.done()
}
