package selection

import (
	"testing"
	"time"

	"readahead/brief/cover"
)

func TestTmpMin(t *testing.T) {
	for _, b := range bundles(t) {
		best, first := time.Hour, time.Duration(0)
		for i := range 300 {
			t0 := time.Now()
			Rank(b.in)
			d := time.Since(t0)
			if i == 0 {
				first = d
			}
			best = min(best, d)
		}
		gs := groups(b, Rank(b.in))
		cb := time.Hour
		for range 100 {
			t0 := time.Now()
			cover.New(gs, 0).Best(900)
			cb = min(cb, time.Since(t0))
		}
		t.Log(b.name, len(b.in.Sentences), "first", first, "min", best, "cover", cb)
	}
}
