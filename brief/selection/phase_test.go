package selection

import (
	"testing"
	"time"
)

func TestTmpPhase(t *testing.T) {
	b := bundles(t)[0]
	names := []string{"read", "compile", "match", "learn", "weigh", "learn2", "weigh2", "assign", "judge", "cand", "tasks", "left"}
	best := make([]time.Duration, len(names))
	total := time.Hour
	for range 2000 {
		var a *analysis
		steps := []func(){
			func() { a = read(b.in) }, func() { a.compile() }, func() { a.match() }, func() { a.learn() }, func() { a.weighAll() },
			func() { a.learnFrom(a.evidence, teachesAgain) }, func() { a.weighAll() }, func() { a.assign() }, func() { a.judge() },
			func() { a.candidates() }, func() { a.tasks() }, func() { a.left() },
		}
		t1 := time.Now()
		for i, s := range steps {
			t0 := time.Now()
			s()
			if d := time.Since(t0); best[i] == 0 || d < best[i] {
				best[i] = d
			}
		}
		total = min(total, time.Since(t1))
	}
	for i, n := range names {
		t.Log(n, best[i])
	}
	t.Log("total", total)
}
