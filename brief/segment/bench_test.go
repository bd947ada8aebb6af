package segment

import (
	"strings"
	"testing"

	"readahead/brief/doc"
)

// wire is a paragraph as newswire has them, with every kind of doubtful stop.
const wire = `OSLO — Norwegian and Latvian officials said on Tuesday that their ` +
	`coast guards would share radar pictures from next spring, a step that the U.S. delegation in the room ` +
	`welcomed. “Nobody can watch 3,400 kilometres of coast alone,” Gen. Arvid Moe told reporters. The plan, ` +
	`worth $41.5 million, was drafted by Lt. Col. Inga Ozola and Dr. P. J. Lund, who first met in Riga on ` +
	`Sept. 9. It covers two radar sites (the older one was built in 1962), a shared duty room and a fleet of ` +
	`drones that Fjordtek Inc. has yet to deliver. Will the drones come in time? Ms. Ozola would not say. ` +
	`At 7 a.m. Wednesday the first crews began to move into their quarters, a former school that stands ` +
	`between the harbour and the railway yard. Its heating failed twice in the first week. `

func BenchmarkCuts(b *testing.B) {
	text := strings.Repeat(wire, 4)
	cuts := make([]int, 0, 128)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		cuts = Cuts(cuts[:0], text)
	}
}

func BenchmarkSentences(b *testing.B) {
	text := doc.NewText(strings.Repeat(wire, 4), 0)
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(text)
	}
}
