package clean

import (
	"strings"

	"readahead/brief/doc"
)

// splitSingleLine takes apart a page that came as one line, or a few, of
// thousands of characters with menus and all: into sentences, and into
// phrases where what is no sentence touches its neighbours without a stop.
// Each piece becomes a paragraph, so that the article can be chosen from
// them; joinParagraphs puts together again what stays side by side.
func splitSingleLine(d doc.Document) doc.Document {
	if d.Format != doc.PlainText || !isSingleLine(d.Blocks) {
		return d
	}
	e := startEdit(d)
	for _, b := range d.Blocks {
		p, ok := b.(doc.Paragraph)
		if !ok || p.Text.Len() < longestParagraph {
			e.keep(b)
			continue
		}
		for _, t := range pieces(p.Text) {
			e.keep(doc.Paragraph{Text: t})
		}
	}
	return e.done()
}

// longestParagraph is the length in bytes from which on a paragraph may be a
// whole page.
const longestParagraph = 1200

// isSingleLine reports whether most of the text stands in paragraphs too long
// to be paragraphs.
func isSingleLine(blocks []doc.Block) bool {
	total, long := 0, 0
	for _, b := range blocks {
		if p, ok := b.(doc.Paragraph); ok {
			total += p.Text.Len()
			if p.Text.Len() >= longestParagraph {
				long += p.Text.Len()
			}
			continue
		}
		for _, t := range doc.Texts(b) {
			total += t.Len()
		}
	}
	return long > 0 && long*10 >= total*6
}

// pieces cuts t after its sentences and before its phrases.
func pieces(t doc.Text) []doc.Text {
	s := t.String()
	var out []doc.Text
	start := 0
	for i := 1; i < len(s); i++ {
		if s[i-1] != ' ' || !mayCut(s[start:i-1], s[i:]) {
			continue
		}
		if p := t.Slice(start, i-1).TrimSpace(); p.Len() > 0 {
			out = append(out, p)
		}
		start = i
	}
	if p := t.Slice(start, len(s)).TrimSpace(); p.Len() > 0 {
		out = append(out, p)
	}
	return out
}

// mayCut reports whether a piece may end with before and another begin with
// after. A cut too many does no harm: pieces that stay are joined again.
func mayCut(before, after string) bool {
	if before == "" {
		return false
	}
	c := after[0]
	quoted := strings.HasPrefix(after, "“") || c == '"' || c == '(' || c == '['
	if endsSentence(before) {
		return (startsUpper(after) || quoted || isDigit(c)) && !endsAbbreviation(before, after)
	}
	switch {
	case quoted:
		return c == '[' || hasAnySuffix(before, ")", "]")
	case strings.HasPrefix(after, "©"), strings.HasPrefix(after, "►"), strings.HasPrefix(after, "»"):
		return true
	case !startsUpper(after):
		return false
	}
	last := before[lastWord(before):]
	if last == "" {
		return hasAnySuffix(before, ")", "]", "»", "”")
	}
	if isUnfinished(last) {
		return false
	}
	first := after[:firstWord(after)]
	return isOpener(first) || isWebVerb(first) && !startsUpper(last) || beginsForm(after)
}

// endsAbbreviation reports whether the stop at the end of before is that of an
// abbreviation which goes on with after.
func endsAbbreviation(before, after string) bool {
	if before[len(before)-1] != '.' {
		return false
	}
	word := before[lastWord(before[:len(before)-1]) : len(before)-1]
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "st", "prof", "gen", "col", "lt", "sgt", "capt", "rev", "sen", "rep", "gov", "no", "vs", "fig", "jr", "sr":
		return true
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "p", "pp", "approx", "est":
		return isDigit(after[0])
	}
	return len(word) == 1 && isUpper(word[0]) && !isOpener(after[:firstWord(after)])
}

// isUnfinished reports whether a text that stops with word is certainly not at
// its end.
func isUnfinished(word string) bool {
	switch word {
	case "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or", "our",
		"than", "that", "the", "their", "to", "was", "were", "with", "The", "A", "An", "Of", "In", "And", "At", "By", "For":
		return true
	}
	return false
}

// isOpener reports whether word, with its capital, is one that sentences begin
// with and names hardly do.
func isOpener(word string) bool {
	switch word {
	case "A", "About", "According", "After", "All", "Although", "Among", "An", "And", "Another", "As", "At", "Because",
		"Before", "Between", "Both", "But", "Despite", "Each", "Eight", "Eleven", "Even", "Every", "Everyone", "Few",
		"Five", "For", "Four", "From", "Half", "He", "Her", "His", "How", "However", "If", "In", "It", "Its", "Last",
		"Many", "Meanwhile", "More", "Most", "My", "Nearly", "Nine", "No", "Nobody", "Nothing", "Of", "On", "One", "Only",
		"Our", "Seven", "She", "Since", "Six", "So", "Some", "Something", "Such", "Ten", "That", "The", "Their", "Then",
		"There", "These", "They", "This", "Those", "Three", "To", "Today", "Too", "Twelve", "Two", "Under", "Until", "We",
		"What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With", "Would", "Yesterday", "You", "Your":
		return true
	}
	return false
}

// beginsForm reports whether s begins with the words of a byline, a picture's
// caption or a label.
func beginsForm(s string) bool {
	end := min(len(s), 40)
	head := s[:end]
	switch strings.ToLower(s[:firstWord(s)]) {
	case "by", "story", "words", "text", "written", "photo", "photos", "picture", "image", "illustration", "credit",
		"related", "advertisement", "sponsored", "paid", "promoted", "updated", "published", "posted", "filed", "tags",
		"keywords", "topics", "copyright", "next", "previous", "trending", "recommended", "comments", "newsletter":
		return true
	}
	i := strings.IndexByte(head, ':')
	return i > 0 && isLabelled(s)
}
