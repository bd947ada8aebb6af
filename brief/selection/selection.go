// Package selection finds out which sentences and to-do rows of the sources
// belong to which section of the page, and what each sentence would be worth
// there.
//
// Start with [Rank]. It matches the words of the sentences with the sections'
// keywords and titles, learns from the sentences so found which other words go
// with a section, and looks at what stands around a sentence: its heading, the
// line that introduces its list, its neighbours, its document's title. A
// sentence goes to the section with most evidence, or to none if there is too
// little: a line that does not belong is worse than one that is missing.
//
// What cannot be printed as a bullet of its own is left out, because words may
// not be changed to mend it. The rest gets the numbers that package cover
// wants: gains, and concepts with their weights.
//
// All numbers are integers, and nothing depends on the order of a map, so the
// same input gives the same ranking everywhere.
package selection

import (
	"readahead/brief/doc"
	"readahead/brief/profile"
)

// An Input is what Rank looks at. Sentences and tables know by Doc which of
// Docs they come from; of these only Title and Lang are read.
type Input struct {
	Docs      []doc.Document
	Sources   []doc.Source   // one for each of Docs, or none; only Published is read
	Sentences []doc.Sentence // of each document together and in order; of each Group one is a candidate
	Tables    []doc.SourceTable
	Sections  []profile.Section
}

// A Ranking says where everything belongs. Every sentence is either in one of
// Sections, as a candidate, or in Left; every row of a to-do table is in
// Tasks.
type Ranking struct {
	Sections []Candidates // one for each section of the profile
	Tasks    []TaskPlace  // in the order of the tables and their rows
	Left     []Rejected   // in the order of the sentences
}

// Candidates are what may be printed in a section, the best first.
type Candidates struct {
	Items   []Candidate
	Weights []int64 // of the concepts, for package cover
}

// A Candidate is a sentence that may be printed in a section.
type Candidate struct {
	Sentence  int   // index in the input
	Also      []int // other sentences of its Group: they say the same
	Relevance int   // how sure it is that it belongs here, in millionths
	Score     int   // relevance times quality, in millionths; quality may be above 1
	Gain      int64 // what it is worth apart from its concepts; below 0: only for want of others
	Concepts  []int32
	Why       string
}

// A TaskPlace says to which section a row of a to-do table belongs.
type TaskPlace struct {
	Table, Row int // indices in the input
	Section    int // index in the profile
	Score      int // how sure that is, in millionths
	Why        string
}

// A Rejected is a sentence that is not to be printed.
type Rejected struct {
	Sentence int
	Why      string // in plain words: "introduces a list"
}

// Rank ranks the input.
func Rank(in Input) Ranking {
	a := read(in)
	a.compile()
	a.match()
	a.learn()
	a.weigh()
	// Again, with what is known by now of sentences that only their context
	// places.
	a.learnFrom(a.evidence, teachesAgain)
	a.weigh()
	a.assign()
	a.inherit()
	a.joinRivals()
	a.judge()
	return Ranking{
		Sections: a.candidates(),
		Tasks:    a.tasks(),
		Left:     a.left(),
	}
}
