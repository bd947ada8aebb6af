package layout

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Of lines that are as good one by one, those win that do not end in the same
// word.
func TestRepeats(t *testing.T) {
	w := setter(t, "letter").work(10 * Pt)
	p := w.text(0, &w.sheet.body, prose, "the quay the tide and the ferry", 100*Pt)
	for _, tt := range []struct {
		first, second, end int32
		want               int64
	}{
		{0, 2, 5, sameWord}, // the quay | the tide and
		{0, 3, 6, sameWord}, // the quay the | tide and the
		{1, 4, 7, 0},        // quay the tide | and the ferry
	} {
		if got := p.repeats(tt.first, tt.second, tt.end); got != tt.want {
			t.Errorf("%v costs %d, want %d", tt, got, tt.want)
		}
	}
}

func TestUnevenness(t *testing.T) {
	even := unevenness([3]Length{100, 100, 100}, 100)
	steps := unevenness([3]Length{60, 80, 100}, 100)
	zigzag := unevenness([3]Length{80, 100, 80}, 100)
	if even != 0 || steps != 400 || zigzag != 200 {
		t.Errorf("even %d, stairs %d, saw %d", even, steps, zigzag)
	}
}

// Smoothing keeps the number of lines and the measure, and what it changes
// looks better than before.
func TestSmoothMends(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	w := setter(t, "letter").work(10 * Pt)
	words := strings.Fields("the quay of and ferry harbourmaster tide dredging a to administration closes until noon in")
	better := 0
	for range 2000 {
		text := make([]string, 10+rnd.IntN(40))
		for i := range text {
			text[i] = words[rnd.IntN(len(words))]
		}
		p := w.text(0, &w.sheet.body, prose, strings.Join(text, " "), Length(120+rnd.IntN(150))*Pt)
		starts := w.breakLines(p.atoms, p.measure, p.shape, p.measure)
		const most = 1 << 40
		before, _ := w.edgeCost(&p, starts, most)
		w.smooth(&p, starts)
		after, _ := w.edgeCost(&p, starts, most)
		if after == most || after > before || len(starts)-1 != p.lines {
			t.Fatalf("%q: %d demerits became %d", text, before, after)
		}
		if after < before {
			better++
		}
	}
	if better < 200 {
		t.Errorf("only %d of 2000 got better", better)
	}
}
