package selection

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"readahead/brief/cover"
	"readahead/brief/doc"
)

func groups(b bundle, r Ranking) []cover.Group {
	var gs []cover.Group
	for k, c := range r.Sections {
		g := cover.Group{Weights: c.Weights, Min: 3}
		if m := b.in.Sections[k].MinItems; m >= 0 {
			g.Min = m
		}
		for _, it := range c.Items {
			n := b.in.Sentences[it.Sentence].Text.Len()
			lines := (n + 104) / 105
			g.Items = append(g.Items, cover.Item{Height: 24*lines + 7, Gain: it.Gain, Concepts: it.Concepts, Class: -1})
		}
		gs = append(gs, g)
	}
	return gs
}

func TestTmpCover(t *testing.T) {
	for _, b := range bundles(t) {
		b.in.Sentences = append([]doc.Sentence(nil), b.in.Sentences...)
		r := Rank(b.in)
		gs := groups(b, r)
		for _, c := range []int{600, 900, 1100} {
			sol := cover.New(gs, 0).Best(c)
			var l [][]ranked
			n := 0
			for k, ch := range sol.Chosen {
				var x []ranked
				for _, i := range ch {
					x = append(x, ranked{i: r.Sections[k].Items[i].Sentence})
					n++
				}
				l = append(l, x)
			}
			f, _, off, wrong := macroF1(b, l, 1000)
			t.Log(b.name, c, sol.Height, sol.Optimal, sol.Bound-sol.Value, "items", n, fmt.Sprintf("F1 %.3f off %d wrong %d", f, off, wrong))
			if c == 900 && os.Getenv("V") != "" && strings.Contains(b.name, os.Getenv("V")) {
				for k, x := range l {
					for _, i := range x {
						t.Log(b.in.Sections[k].ID, b.gold[i.i], b.in.Sentences[i.i].Text.String())
					}
				}
			}
		}
	}
}

func BenchmarkTmpCover(b *testing.B) {
	for _, bb := range bundles(b) {
		gs := groups(bb, Rank(bb.in))
		n := 0
		for _, g := range gs {
			n += len(g.Items)
		}
		for _, c := range []int{600, 900} {
			b.Run(fmt.Sprint(bb.name, c, "items", n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					cover.New(gs, 0).Best(c)
				}
			})
		}
	}
}
func BenchmarkTmpRank(b *testing.B) {
	for _, bb := range bundles(b) {
		b.Run(fmt.Sprint(bb.name, len(bb.in.Sentences)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Rank(bb.in)
			}
		})
	}
}
