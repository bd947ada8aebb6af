package ingest

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func BenchmarkParse(b *testing.B) {
	const sentence = "The ferry to the outer islands now leaves at seven, and it is full by six. "
	paragraph := strings.Repeat(sentence, 5)
	wrapped := strings.Repeat(strings.TrimSpace(sentence)+"\n", 8) + "\n"
	curly := strings.ReplaceAll(paragraph, "it is", "it’s") + "\n\n"
	page := `<div class="text"><p>` + strings.ReplaceAll(paragraph, "ferry", `<a href="/ferry?a=1&amp;b=2">ferry</a>`) + "</p></div>\n"
	for _, bb := range []struct{ name, file, data string }{
		{"ascii", "a.txt", strings.Repeat(wrapped, 200)},
		{"utf-8", "a.txt", strings.Repeat(curly, 300)},
		{"windows-1252", "a.txt", strings.ReplaceAll(strings.Repeat(curly, 300), "’", "\x92")},
		{"utf-16", "a.txt", wide(strings.Repeat(curly, 300))},
		{"markdown", "a.md", "# Ferries\n\n" + strings.Repeat(strings.ReplaceAll(wrapped, "ferry", "*ferry*"), 200)},
		{"html", "a.html", "<!doctype html><body>" + strings.Repeat(page, 300)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			data := []byte(bb.data)
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Parse(bb.file, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// wide returns s in UTF-16, little end first, with a byte order mark.
func wide(s string) string {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}
