package clean

import (
	"strings"

	"readahead/brief/doc"
)

// How many paragraphs of a transcript at least begin with the name of who
// speaks, and the share of all paragraphs that they are, one in so many.
const fewestSpeeches, speechShare = 4, 4

// freeSpeech takes the sentences of a transcript out of their clusters: the
// speeches in it are short and have no blank lines between them.
func (l *layout) freeSpeech(d doc.Document) {
	speakers := make(map[string]int)
	n := 0
	for _, b := range d.Blocks {
		if p, ok := b.(doc.Paragraph); ok {
			if who := speakerOf(p.Text.String()); who != "" {
				speakers[who]++
				n++
			}
		}
	}
	if n < fewestSpeeches || n*speechShare < len(l.units) || len(speakers)*2 > n {
		return
	}
	for i := range l.units {
		if l.units[i].sentence() {
			l.cluster[i] = false
		}
	}
}

// speakerOf returns the name with a colon that s begins with, or "".
func speakerOf(s string) string {
	who, text, ok := strings.Cut(s[:min(len(s), 60)], ": ")
	if !ok || text == "" || !isSpeaker(who) {
		return ""
	}
	return who
}
