package galley

import "testing"

func TestCountingOf(t *testing.T) {
	for bullet, want := range map[string]Counting{
		"•":     {},
		"":      {},
		"{n}.":  {Counted: true, Behind: "."},
		"({a})": {Counted: true, Letters: true, Before: "(", Behind: ")"},
		"{n}":   {Counted: true},
		"{x}":   {},
	} {
		if got := countingOf(bullet); got != want {
			t.Errorf("countingOf(%q) = %+v, want %+v", bullet, got, want)
		}
	}
}

func TestHex(t *testing.T) {
	if got := hex(0xFFC00A); got != "FFC00A" {
		t.Errorf("hex gives %s", got)
	}
}

// The second page's endnotes are found where the first page has none of the
// number.
func TestInAnnex(t *testing.T) {
	g := Galley{Sources: []Source{{Number: 1}}, Annex: &Annex{Parts: []Part{{Blocks: []Block{Endnotes{Sources: []Source{{Number: 1}, {Number: 2}}}}}}}}
	for number, want := range map[int]bool{0: false, 1: false, 2: true, 3: false} {
		if g.InAnnex(number) != want {
			t.Errorf("InAnnex(%d) is %v", number, !want)
		}
	}
	g.Annex = nil
	if g.InAnnex(2) {
		t.Error("there is no annex")
	}
}
