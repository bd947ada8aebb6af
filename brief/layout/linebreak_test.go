package layout

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// set breaks a text in the body style and returns its lines.
func set(t *testing.T, text string, measure Length, s shape) []string {
	t.Helper()
	w := setter(t, "letter").work(10 * Pt)
	p := w.text(0, &w.sheet.body, s, text, measure)
	starts := w.breakParagraph(&p)
	if len(starts)-1 != p.lines {
		t.Errorf("%q has %d lines, counted were %d", text, len(starts)-1, p.lines)
	}
	var lines []string
	for i := range len(starts) - 1 {
		atoms := p.atoms[starts[i]:starts[i+1]]
		if width := lineWidth(atoms); width > measure {
			t.Errorf("%q: line %d is %.2f points wide, the measure is %.2f", text, i, width.Points(), measure.Points())
		}
		lines = append(lines, p.spans[0].text[atoms[0].from:atoms[len(atoms)-1].to])
	}
	return lines
}

func TestBreakLines(t *testing.T) {
	for _, tt := range []struct {
		name    string
		text    string
		measure Length
		shape   shape
		want    string
	}{
		{"one line", "The quay is closed.", 200 * Pt, prose, "The quay is closed."},
		{"no word alone at the end", "The northern quay is closed to all ships until the dredgers have left for good.", 160 * Pt, prose,
			"The northern quay is closed to|all ships until the dredgers have|left for good."},
		{"even lines of a title", "Talks about the northern quay", 120 * Pt, balanced, "Talks about the|northern quay"},
		{"word wider than the measure", "A " + strings.Repeat("m", 12) + " word", 50 * Pt, prose, "A mmmmm|mmmmmm|m word"},
		{"lines without spaces are filled", "大型のフェリーも満潮を待たずに外の港へ入港できる。", 142 * Pt, prose, "大型のフェリーも満潮を待たずに外の港へ入港|できる。"},
		{"glued words wider than the measure", "of 9300 million", 40 * Pt, prose, "of 9300|million"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(set(t, tt.text, tt.measure, tt.shape), "|"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// The search finds what trying every way of breaking finds, and counting
// lines is right about their number.
func TestBreakLinesIsOptimal(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	w := &work{}
	for range 3000 {
		atoms := make([]atom, 1+rnd.IntN(11))
		for i := range atoms {
			ink := Length(5+rnd.IntN(40)) * Pt
			atoms[i] = atom{ink: ink, advance: ink, end: never}
			if rnd.IntN(5) > 0 {
				atoms[i] = atom{ink: ink, advance: ink + 3*Pt, end: chance(rnd.IntN(3) * 50), spaces: 1, next: int32(rnd.IntN(4))}
			}
			if rnd.IntN(4) == 0 && i+1 < len(atoms) {
				atoms[i] = atom{ink: ink, advance: ink, end: atHyphen, hyphen: 3 * Pt}
			}
		}
		measure := Length(60+rnd.IntN(80)) * Pt
		whole := slices.Clone(atoms)
		for i := range whole {
			if whole[i].hyphen > 0 {
				whole[i].end = never
			}
		}
		if p := (&paragraph{atoms: whole}); p.widest() > measure {
			continue
		}
		tolerance := Length(rnd.IntN(4)) * measure / 8
		for _, s := range []shape{prose, balanced} {
			starts := w.breakLines(atoms, measure, s, tolerance)
			got := costOf(atoms, starts, measure, s)
			lines, best := tryAll(atoms, nil, measure, s, tolerance)
			if len(starts)-1 != lines || got != best {
				t.Fatalf("%d lines, %d demerits; possible are %d, %d: %v in %d", len(starts)-1, got, lines, best, atoms, measure)
			}
			if n := countLines(atoms, measure); n != lines && tolerance == measure {
				t.Fatalf("counted %d lines, there are %d", n, lines)
			}
		}
	}
}

func costOf(atoms []atom, starts []int32, measure Length, s shape) int64 {
	cost := int64(0)
	for i := range len(starts) - 1 {
		of := atoms[starts[i]:starts[i+1]]
		last := i == len(starts)-2
		words := int32(1)
		for k := range of {
			words += of[k].spaces
		}
		l := line{short: thousandths(measure).of(measure - lineWidth(of)), words: words, last: last, only: last && i == 0, solid: last && isSolid(of)}
		cost += l.demerits(s) + int64(max(of[len(of)-1].end, 0))
	}
	return cost
}

// tryAll returns the least lines and, of so many, the least demerits, over
// all ways that begin with the given starts.
func tryAll(atoms []atom, starts []int32, measure Length, s shape, tolerance Length) (lines int, best int64) {
	from := 0
	if len(starts) > 0 {
		from = int(starts[len(starts)-1])
	} else {
		starts = []int32{0}
	}
	if from == len(atoms) {
		return len(starts) - 1, costOf(atoms, starts, measure, s)
	}
	lines = -1
	for to := from + 1; to <= len(atoms); to++ {
		if lineWidth(atoms[from:to]) > measure || atoms[to-1].end == never && to < len(atoms) {
			continue
		}
		if atoms[to-1].hyphen > 0 && !mayHyphenate(atoms, from, to, measure, tolerance) {
			continue
		}
		n, cost := tryAll(atoms, append(starts[:len(starts):len(starts)], int32(to)), measure, s, tolerance)
		if n >= 0 && (lines < 0 || n < lines || n == lines && cost < best) {
			lines, best = n, cost
		}
	}
	return lines, best
}

// mayHyphenate reports whether the line of the atoms [from, to) may end in a
// hyphen: the line before does not, and there is room for neither the whole
// word nor is the line long enough without it.
func mayHyphenate(atoms []atom, from, to int, measure, tolerance Length) bool {
	if from > 0 && atoms[from-1].hyphen > 0 {
		return false
	}
	whole := to // end of the word
	for whole < len(atoms) && (atoms[whole-1].hyphen > 0 || atoms[whole-1].end == never) {
		whole++
	}
	before := to - 1 // end of what precedes it
	for before > from && (atoms[before-1].hyphen > 0 || atoms[before-1].end == never) {
		before--
	}
	fits := lineWidth(atoms[from:whole]) <= measure
	short := measure
	if before > from {
		short -= lineWidth(atoms[from:before])
	}
	return !fits && short > tolerance
}

func BenchmarkBreakLines(b *testing.B) {
	w := setter(b, "letter").work(10 * Pt)
	p := w.text(0, &w.sheet.body, prose, strings.Repeat("The northern quay is closed to all ships. ", 8), 240*Pt)
	b.ReportAllocs()
	for b.Loop() {
		w.breakParagraph(&p)
	}
}
