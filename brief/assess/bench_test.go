package assess

import (
	"testing"

	"readahead/brief/profile"
)

func BenchmarkAssess(b *testing.B) {
	g := loadBundle(b, "us-japan")
	docs := g.documents(b)
	size := 0
	for _, x := range g.Documents {
		for _, s := range x.Body {
			size += len(s.Text)
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		Assess(docs, profile.Profile{})
	}
}
