package assess

import (
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// document makes a document of paragraphs with a date, or without if that is
// "". Each paragraph stands on a line of its own.
func document(tb testing.TB, file, date string, paragraphs ...string) doc.Document {
	tb.Helper()
	d := doc.Document{File: file}
	if date != "" {
		day, err := doc.ParseDate(date)
		if err != nil {
			tb.Fatal(err)
		}
		d.Meta.Published = day
	}
	at := 0
	for _, p := range paragraphs {
		d.Lines = append(d.Lines, at)
		d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.NewText(p, at)})
		at += len(p) + 1
	}
	d.Size = at
	return d
}

// filler returns two documents on other things, so that a few words that two
// short documents share do not look frequent.
func filler(tb testing.TB) []doc.Document {
	return []doc.Document{
		document(tb, "filler1.txt", "2025-02-01",
			"The bakery on the square sells rye bread, poppy rolls and plum cake until noon.",
			"Snow lay on the football pitch for eleven weeks, and the goalkeeper learned to ski.",
			"Nobody has yet explained why the clock of the town hall strikes thirteen.",
			"A heron stands on the weir, and the anglers have stopped counting their trout.",
			"The choir sings sea songs although the sea is four hundred kilometres away."),
		document(tb, "filler2.txt", "2025-02-02",
			"Bees swarmed into the post box, so the letters were carried to the next village.",
			"The cinema shows silent films on a bedsheet while the screen is being washed.",
			"Chestnuts fell on the band during the slow march and on the drummer above all.",
			"Her grandmother kept the recipe for elderflower vinegar in a locked drawer.",
			"The museum of keys has lost its key, and visitors climb in through a window."),
	}
}

// flags returns what is said of each sentence, "kind: note" or "", joined with
// commas.
func flags(a Assessment) []string {
	var out []string
	for _, s := range a.Sentences {
		var notes []string
		for _, f := range s.Flags {
			notes = append(notes, string(f.Kind)+": "+f.Note)
		}
		out = append(out, strings.Join(notes, ", "))
	}
	return out
}

// corpusOf reads sentences as one document written on the day.
func corpusOf(tb testing.TB, published string, sentences ...string) *corpus {
	tb.Helper()
	a := Assess([]doc.Document{document(tb, "a.txt", published, sentences...)}, profile.Profile{})
	c := read(a.Sentences)
	c.date(a.Sources)
	return c
}
