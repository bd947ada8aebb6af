package selection

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"readahead/brief/doc"
)

func BenchmarkRank(b *testing.B) {
	port := readBundle(b, filepath.Join("testdata", "port.txt")).in
	b.Run("port", func(b *testing.B) { benchmarkRank(b, port) })
	b.Run("us-japan", func(b *testing.B) {
		benchmarkRank(b, readShared(b, filepath.Join(sharedDir(b), "us-japan")).in)
	})
	for _, docs := range []int{20, 200, 2000} {
		b.Run(fmt.Sprintf("%dx50", docs), func(b *testing.B) { benchmarkRank(b, many(port, docs)) })
	}
}

func benchmarkRank(b *testing.B, in Input) {
	n := 0
	for _, s := range in.Sentences {
		n += s.Text.Len()
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		Rank(in)
	}
}

// many makes documents of 50 sentences each with words like those of in, and
// more new ones the more documents there are.
func many(in Input, docs int) Input {
	rnd := rand.New(rand.NewPCG(1, 2))
	var words []string
	for _, s := range in.Sentences {
		words = append(words, strings.Fields(s.Text.String())...)
	}
	out := Input{Sections: in.Sections}
	for d := range docs {
		for i := range 50 {
			var text []string
			for range 12 + rnd.IntN(20) {
				if rnd.IntN(8) == 0 {
					text = append(text, fmt.Sprintf("n%cw%c", 'a'+rnd.IntN(26), 'a'+rnd.IntN(26))+words[rnd.IntN(len(words))])
				} else {
					text = append(text, words[rnd.IntN(len(words))])
				}
			}
			out.Sentences = append(out.Sentences, doc.Sentence{
				Text: doc.NewText(strings.Join(text, " ")+".", 0), Doc: d, Block: i / 4, Item: -1, Index: i,
			})
		}
	}
	return out
}
