package assess

import (
	"fmt"

	"readahead/brief/doc"
)

// A review is an Assessment in the making.
type review struct {
	*corpus
	a       *Assessment
	docs    []doc.Document
	pairs   *pairs
	first   []int32 // by sentence: the first one of the same words
	clashes []clash
	names   namesOf
	cores   [2]core // of the pair at hand
}

// flag puts the caution on sentence i, once for each kind.
func (r *review) flag(i int, kind doc.FlagKind, note string) {
	s := &r.a.Sentences[i]
	if !flagged(*s, kind) {
		s.Flags = append(s.Flags, doc.Flag{Kind: kind, Note: note})
	}
}

func flagged(s doc.Sentence, kind doc.FlagKind) bool {
	for _, f := range s.Flags {
		if f.Kind == kind {
			return true
		}
	}
	return false
}

// place returns where sentence i stands.
func (r *review) place(i int) doc.Place {
	s := r.a.Sentences[i]
	d := r.docs[s.Doc]
	return doc.Place{File: d.File, Line: d.Line(s.Text.Start()), Text: s.Text.String()}
}

// published returns the date of the source of sentence i, or zero.
func (r *review) published(i int) doc.Date {
	return r.a.Sources[r.a.Sentences[i].Doc].Published
}

// oldSource is the age in days from which on a source's "last month" and "on
// Friday" mislead a reader who is not told when they were written.
const oldSource = 60

// dated marks the sentences that speak of a time as counted from the day on
// which they were written, where that day is long past.
func (r *review) dated() {
	for i := range r.readings {
		day := r.published(i)
		if day.IsZero() || !day.AddDays(oldSource).Before(r.a.AsOf) {
			continue
		}
		for _, e := range r.readings[i].times {
			if !e.leans() {
				continue
			}
			when := fmt.Sprintf("%s %d", day.Month, day.Year)
			if e.form == unitForm && e.n == 0 && e.unit != "year" && !r.readings[i].general() && r.goesOn(&r.readings[i], e) { // "this week" is over
				r.overtaken(i, -1, "of "+when, "time: written in "+when+" of what was then going on")
			} else {
				r.flag(i, doc.Dated, when)
			}
			break
		}
	}
}

// goesOn reports whether what the sentence says of e goes on or is to come.
func (r *review) goesOn(x *reading, e expression) bool {
	switch x.tenseOf(e) {
	case inPresent, inFuture, ongoing:
		return true
	}
	return false
}

// undated marks the sentences that speak of a time ("on Wednesday", "last
// month", "3 March") which nobody can place, because their source has no date.
func (r *review) undated() {
	for i := range r.readings {
		if !r.published(i).IsZero() {
			continue
		}
		for _, e := range r.readings[i].times {
			if e.leans() {
				r.flag(i, doc.Undated, "no date in source")
				break
			}
		}
	}
}
