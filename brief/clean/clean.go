// Package clean turns a document as it was read into the article that it
// holds: whole sentences, headings, lists and tables, each once, without the
// furniture of the page around them.
//
// Start with [Clean]. It is a straight list of passes; each is a function
// from document to document in a file of its own. No pass writes a word: what
// it takes away it puts into Dropped with the reason, and what it repairs is
// white space, line ends and the marks of lists and tables.
package clean

import "readahead/brief/doc"

// passes are the steps of cleaning in their order. The first ones take out
// what no reader was meant to see, so that lines are only lines of text;
// then plain text gets its structure; then the text is repaired, so that the
// same sentence reads the same everywhere; only then is it compared with
// itself and the article chosen.
var passes = [...]func(doc.Document) doc.Document{
	dropMessageHeads,
	dropShortcodes,
	dropPageMarks,
	findTables,
	dropRules,
	findLists,
	joinLines,
	splitSingleLine,
	repairSpaces,
	dropRepeats,
	keepArticle,
	joinParagraphs,
	findHeadings,
	dropNumbers,
	cutDatelines,
}

// Clean returns the article in d. No [doc.Lines] remain. A document that was
// cleaned is returned as it is: what is furniture shows by what stands around
// it, and that is gone.
func Clean(d doc.Document) doc.Document {
	if d.Cleaned {
		return d
	}
	for _, pass := range passes {
		d = pass(d)
	}
	d.Cleaned = true
	return d
}
