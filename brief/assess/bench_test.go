package assess

import (
	"fmt"
	"strings"
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

// BenchmarkSample assesses the three sample seeds.
func BenchmarkSample(b *testing.B) {
	docs := loadBundle(b, "us-japan").documents(b)
	b.SetBytes(size(docs))
	b.ReportAllocs()
	for b.Loop() {
		Assess(docs, profile.Profile{})
	}
}

// BenchmarkDocuments shows how the time grows with the number of documents:
// MB/s stays about the same.
func BenchmarkDocuments(b *testing.B) {
	for _, n := range []int{25, 100, 400} {
		docs := invented(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(size(docs))
			b.ReportAllocs()
			for b.Loop() {
				Assess(docs, profile.Profile{})
			}
		})
	}
}

// size returns the length of the documents' paragraphs.
func size(docs []doc.Document) int64 {
	n := 0
	for _, d := range docs {
		for _, b := range d.Blocks {
			for _, t := range doc.Texts(b) {
				n += t.Len()
			}
		}
	}
	return int64(n)
}

// invented returns n documents of 40 sentences. Words are as frequent as in
// English (Zipf's law), dates and figures occur, and every tenth sentence
// stands in several documents.
func invented(n int) []doc.Document {
	seed := uint64(1)
	next := func(n int) int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int(seed >> 33 % uint64(n))
	}
	word := func() string {
		r := next(20000)
		r = r * r / 20000 * r / 20000 // rare words rarely
		return string(rune('a'+r%23)) + "e" + string(rune('b'+r/23%20)) + "o" + string(rune('c'+r/460%20)) + "a" + string(rune('d'+r/9200))
	}
	var docs []doc.Document
	for i := range n {
		d := doc.Document{File: fmt.Sprint(i)}
		d.Meta.Published = doc.Date{Year: 2025, Month: 1, Day: 1}.AddDays(i)
		at := 0
		for k := range 40 {
			if k%10 == 9 {
				seed = uint64(i % 7 * k)
			}
			var s strings.Builder
			s.WriteString("The")
			for range 8 + next(16) {
				s.WriteByte(' ')
				switch next(24) {
				case 0:
					fmt.Fprintf(&s, "on %d March", 1+next(28))
				case 1:
					fmt.Fprintf(&s, "will %s %d metres", word(), next(90))
				case 2:
					s.WriteString("of Lindby")
				default:
					s.WriteString(word())
				}
			}
			s.WriteByte('.')
			d.Lines = append(d.Lines, at)
			d.Blocks = append(d.Blocks, doc.Paragraph{Text: doc.NewText(s.String(), at)})
			at += s.Len() + 1
			seed += uint64(i*100 + k)
		}
		docs = append(docs, d)
	}
	return docs
}
