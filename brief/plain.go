package brief

import (
	"bytes"
	"fmt"

	"readahead/brief/doc"
)

// DocumentText returns the words of a document: a line for each paragraph, heading, list item
// and row of a table, whose cells are separated by tabs, and an empty line
// between blocks.
func DocumentText(d doc.Document) []byte {
	var b bytes.Buffer
	if hasOwnTitle(d) {
		fmt.Fprintf(&b, "%s\n", oneLine(d.Title))
	}
	for _, block := range d.Blocks {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		if t, ok := block.(doc.Table); ok {
			for _, row := range append([][]doc.Text{t.Header}, t.Rows...) {
				for i, c := range row {
					if i > 0 {
						b.WriteByte('\t')
					}
					b.WriteString(oneLine(c))
				}
				b.WriteByte('\n')
			}
			continue
		}
		for _, t := range doc.Texts(block) {
			fmt.Fprintf(&b, "%s\n", oneLine(t))
		}
	}
	return b.Bytes()
}
