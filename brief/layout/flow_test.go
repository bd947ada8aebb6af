package layout

import (
	"math/rand/v2"
	"testing"

	"readahead/brief/doc"
)

// randomStream is what sections and trackers of random sizes come to.
func randomStream(w *work, rnd *rand.Rand) []piece {
	var pieces []piece
	for range 1 + rnd.IntN(5) {
		p := &part{continued: w.text(0, &w.sheet.continued, balanced, "Dredging", w.column())}
		pieces = append(pieces, piece{kind: headingPiece, part: p, gap: w.t.Space.Section, height: 18 * Pt, keep: true})
		for range rnd.IntN(4) {
			n := Length(1 + rnd.IntN(4))
			pieces = append(pieces, piece{kind: itemPiece, part: p, gap: w.t.Space.Item, height: n * 12 * Pt, leads: n - 1})
		}
		if rows := rnd.IntN(5); rows > 0 {
			p.table = &table{head: []paragraph{w.cell(0, &w.sheet.columnHead, "To do", 0)}}
			w.fit(&p.table.head[0], w.column())
			pieces = append(pieces, piece{kind: tableHeadPiece, part: p, gap: w.t.Space.Table, height: 11 * Pt, keep: true})
			for r := range rows {
				pieces = append(pieces, piece{kind: rowPiece, part: p, row: r, height: Length(1+rnd.IntN(3)) * 14 * Pt, grow: 3 * Pt})
			}
		} else if pieces[len(pieces)-1].kind == headingPiece {
			pieces = append(pieces, piece{kind: emptyPiece, part: p, height: 12 * Pt})
		}
	}
	return pieces
}

func TestDivide(t *testing.T) {
	w := setter(t, "letter").work(10 * Pt)
	rnd := rand.New(rand.NewPCG(1, 9))
	for range 2000 {
		pieces := randomStream(w, rnd)
		room := Length(60+rnd.IntN(500)) * Pt
		f := w.divide(pieces, room)
		k := f.left.end
		if f.left.first != 0 || f.right.first != k || f.right.end != len(pieces) {
			t.Fatalf("pieces are lost: %+v", f)
		}
		if k < len(pieces) && pieces[k-1].keep {
			t.Fatalf("a heading stands alone at the end of a column: %d of %d", k, len(pieces))
		}
		higher := max(f.left.height, f.right.height)
		for other := 1; other <= len(pieces) && higher > room; other++ {
			if other < len(pieces) && pieces[other-1].keep {
				continue
			}
			if h := max(w.columnOf(pieces, 0, other).height, w.columnOf(pieces, other, len(pieces)).height); h < higher {
				t.Fatalf("%.1f high, the room is %.1f; divided at %d it is only %.1f", higher.Points(), room.Points(), other, h.Points())
			}
		}
		if higher > room {
			continue
		}
		f.feather(room, w.t.Space.Line)
		for _, c := range f.filled() {
			end := c.height + c.leads*c.leading + c.extra
			if c.extra < 0 || c.leading < 0 || c.leading > w.t.Space.Line || end > room || c.extra > atMost.Of(c.stretch) {
				t.Fatalf("stretched by %d, %d to %d of %d: %+v", c.extra, c.leading, end, room, c)
			}
		}
	}
}

// Two sections of one size stand side by side.
func TestDivideBetweenSections(t *testing.T) {
	s := setter(t, "a4")
	b := harbour()
	b.Sections = append([]doc.Section{}, b.Sections[2], b.Sections[2], b.Sections[2], b.Sections[2])
	b.Trackers = nil
	f, err := s.Set(b, 10*Pt)
	if err != nil || f.Overflow > 0 {
		t.Fatal(err, f.Overflow)
	}
	if f.Uneven != 0 {
		t.Errorf("one column is %.2f points higher", f.Uneven.Points())
	}
	for _, r := range runsOf(f.Page) {
		if r.Text == s.template.Words.Continued {
			t.Error("a section is divided")
		}
	}
}

// What goes on in the next column has its heading and its header there, as
// decoration that is not read out twice.
func TestContinued(t *testing.T) {
	s := setter(t, "letter")
	b := harbour()
	b.Trackers = nil
	b.Sections = b.Sections[:1]
	for range 4 {
		b.Sections[0].Tasks = append(b.Sections[0].Tasks, b.Sections[0].Tasks...)
	}
	f, err := s.Set(b, s.template.Body.Floor)
	if err != nil {
		t.Fatal(err)
	}
	b.Sections[0].Tasks = b.Sections[0].Tasks[:18]
	if f, err = s.Set(b, s.template.Body.Floor); err != nil || f.Overflow > 0 {
		t.Fatal(err, f.Overflow.Points())
	}
	heads, continued := map[bool]int{}, 0
	for _, r := range runsOf(f.Page) {
		if r.Text == s.template.Words.Todo {
			heads[r.Element == Artifact]++
		}
		if r.Text == s.template.Words.Continued {
			continued++
		}
	}
	if continued != 1 || heads[true] != 1 || heads[false] != 1 {
		t.Errorf("%d headings that go on, %d headers, %d repeated", continued, heads[false], heads[true])
	}
	if n := len(elementsOf(f.Page, TableTag)); n != 1 {
		t.Errorf("%d tables", n)
	}
}

// elementsOf returns the elements of one type.
func elementsOf(p Page, tag Tag) (found []int) {
	for i, e := range p.Elements {
		if e.Tag == tag {
			found = append(found, i)
		}
	}
	return found
}
