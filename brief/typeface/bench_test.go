package typeface

import (
	"testing"

	"readahead/brief/font"
)

// BenchmarkSystem finds a face for a Japanese text that no named font shows, as
// a run of the program does.
func BenchmarkSystem(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l, err := Open(nil, "ja", System()...)
		if err != nil {
			b.Fatal(err)
		}
		for _, r := range "港湾の工事" {
			if l.Face(font.Builtin("regular"), string(r)) == nil {
				b.Skip("no Japanese font is installed")
			}
		}
	}
}
