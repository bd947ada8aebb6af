package layout

import "testing"

func BenchmarkSet(b *testing.B) {
	s, brief := hyphenating(b, "sparing"), harbour()
	b.ReportAllocs()
	for b.Loop() {
		if f, err := s.Set(brief, 10*Pt); err != nil || f.Overflow > 0 {
			b.Fatal(err, f.Overflow)
		}
	}
}

func BenchmarkRoom(b *testing.B) {
	s, brief := hyphenating(b, "sparing"), harbour()
	b.ReportAllocs()
	for b.Loop() {
		s.Room(brief, 10*Pt)
	}
}

func BenchmarkItemHeight(b *testing.B) {
	s, item := hyphenating(b, "sparing"), harbour().Sections[0].Items[2]
	b.ReportAllocs()
	b.SetBytes(int64(len(item.Text)))
	for b.Loop() {
		s.ItemHeight(item, 10*Pt)
	}
}

func BenchmarkParseTemplate(b *testing.B) {
	text := builtin(b)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := ParseTemplate("read-ahead", text); err != nil {
			b.Fatal(err)
		}
	}
}
