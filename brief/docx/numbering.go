package docx

import (
	"strconv"
	"strings"
)

// The identifiers of lists: all with bullets are one, the sources are one,
// each counted list is one of its own.
const (
	bulletList = 1 + iota
	sourceList
	firstCounted
)

// numbering returns the part that says how lists are numbered.
func (d *document) numbering() string {
	c := &d.Counting
	format := "decimal"
	if c.Letters {
		format = "lowerLetter"
	}
	var lists strings.Builder
	for i := range d.counted {
		lists.WriteString(`<w:num w:numId="` + strconv.Itoa(firstCounted+i) +
			`"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`)
	}
	text := strings.ReplaceAll(c.Before, "%", "") + "%1" + strings.ReplaceAll(c.Behind, "%", "")
	return strings.NewReplacer("{format}", format, "{text}", escape(text), "{counted}", lists.String()).Replace(numberings)
}
