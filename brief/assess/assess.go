// Package assess says what of cleaned documents can be printed, and how far it
// can be trusted.
//
// It cuts the documents into sentences, reads the times and figures in them,
// and marks the sentences that time or another source has overtaken, that
// contradict each other, that lean on a day nobody knows, or that are quoted
// from damaged text. It grades the sources by the Admiralty code. Every rule
// prefers silence to a false alarm, and nothing is inferred from what the
// program knows of the world: only the documents and the profile count.
//
// Start with [Assess].
package assess

import (
	"readahead/brief/doc"
	"readahead/brief/profile"
)

// An Assessment is what there is to print, with the cautions that belong to
// it.
type Assessment struct {
	AsOf      doc.Date           // the profile's, else the date of the newest source, else zero
	Sources   []doc.Source       // one for each document, in their order; without Citation
	Sentences []doc.Sentence     // of all documents, in their order
	Tables    []doc.SourceTable  // likewise
	Conflicts []doc.Disagreement // between different sources
	Stale     []doc.Disagreement // A is stale; B overtook it, or is empty where only time did
}

// Assess reads the cleaned documents. The same documents and profile give the
// same Assessment. The time it takes grows with the length of the documents,
// not with its square.
func Assess(docs []doc.Document, p profile.Profile) Assessment {
	a := Assessment{Sentences: make([]doc.Sentence, 0, expected(docs))}
	for i, d := range docs {
		a.sentences(d, i)
	}
	c := read(a.Sentences)
	for i := range a.Tables {
		if a.Tables[i].Kind == "" {
			c.readTable(&a.Tables[i])
		}
	}
	for i, d := range docs {
		a.Sources = append(a.Sources, c.source(d, i, p))
	}
	a.AsOf = asOf(a.Sources, p)
	a.states()
	c.date(a.Sources)

	r := &review{corpus: c, a: &a, docs: docs, pairs: c.pairs()}
	r.undated()
	r.dated()
	r.garbled()
	r.compare()
	r.stale()
	r.grade(p)
	return a
}

// expected returns about how many sentences the documents have.
func expected(docs []doc.Document) int {
	n := 0
	for _, d := range docs {
		n += len(d.Blocks)
		for _, b := range d.Blocks {
			if p, ok := b.(doc.Paragraph); ok {
				n += p.Text.Len() / 140
			}
		}
	}
	return n
}

// asOf returns the day up to which the briefing speaks.
func asOf(sources []doc.Source, p profile.Profile) doc.Date {
	day := p.AsOf
	if day.IsZero() {
		for _, s := range sources {
			if day.Before(s.Published) {
				day = s.Published
			}
		}
	}
	return day
}
