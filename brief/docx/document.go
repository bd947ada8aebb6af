package docx

import (
	"math"
	"strings"

	"readahead/brief/galley"
)

// A document is a main part under way.
type document struct {
	*galley.Galley
	measure   int      // the width of the column under way, in twips
	counted   int      // how many counted lists there are so far
	numbered  bool     // Word's own numbering gives the sources their numbers
	addresses []string // what sources link to
	sections  int      // of Word's, so far
	bookmarks int      // so far
}

// A builder gathers markup.
type builder struct{ strings.Builder }

func (b *builder) s(markup ...string) {
	for _, m := range markup {
		b.WriteString(m)
	}
}

// run writes text in a character style. Direction comes from its letters, and
// its language where they tell that it is not the document's.
func (d *document) run(b *builder, style, text string) {
	if text == "" {
		return
	}
	for _, s := range d.Stretches(text) {
		b.s("<w:r>")
		b.properties(style, langElement("w:lang", s.Language), galley.IsRTL(s.Text))
		b.s(`<w:t xml:space="preserve">`, escape(s.Text), "</w:t></w:r>")
	}
}

func (b *builder) properties(style, lang string, rtl bool) {
	if style == "" && lang == "" && !rtl {
		return
	}
	b.s("<w:rPr>")
	if style != "" {
		b.s(`<w:rStyle w:val="`, style, `"/>`)
	}
	if rtl {
		b.s("<w:rtl/>")
	}
	b.s(lang, "</w:rPr>")
}

// open begins a paragraph in a style; more are further properties that come
// behind the style and before the direction, which the text decides.
func (d *document) open(b *builder, style, more, text string) {
	b.s("<w:p><w:pPr>")
	if style != "" {
		b.s(`<w:pStyle w:val="`, style, `"/>`)
	}
	b.s(more)
	if galley.IsRTL(text) || d.RTL() && !strings.ContainsFunc(text, isLatin) {
		b.s("<w:bidi/>")
	}
	b.s("</w:pPr>")
}

func isLatin(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }

// twips returns a length in twentieths of a point.
func twips(points float64) int { return int(math.Round(points * 20)) }

// fullMeasure returns the width of the text in twips.
func (d *document) fullMeasure() int { return twips(d.Paper.Width - 2*d.Paper.Side) }

// columnMeasure returns the width of a column of the body.
func (d *document) columnMeasure() int {
	if d.Columns < 2 {
		return d.fullMeasure()
	}
	return (d.fullMeasure() - gutter) / 2
}

// plain writes a paragraph of one text, unless that is empty.
func (d *document) plain(b *builder, style, text string) {
	if text != "" {
		d.open(b, style, "", text)
		d.run(b, "", text)
		b.s("</w:p>")
	}
}
