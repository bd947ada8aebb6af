package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readahead/brief/doc"
)

// allNew returns b with every item and to-do row marked.
func allNew(b doc.Brief) doc.Brief {
	if b.BottomLine != nil {
		it := *b.BottomLine
		it.News, b.BottomLine = doc.IsReworded, &it
	}
	b.Sections = slices.Clone(b.Sections)
	for i := range b.Sections {
		sec := &b.Sections[i]
		sec.Items, sec.Tasks = slices.Clone(sec.Items), slices.Clone(sec.Tasks)
		for k := range sec.Items {
			sec.Items[k].News = doc.IsNew
		}
		for k := range sec.Tasks {
			sec.Tasks[k].News = doc.IsChanged
		}
	}
	return b
}

// A page with signs is the page without them: no box is anywhere else. Each
// thing has its sign, or there is no room for any of its kind, and each says
// what it means.
func TestSignsMoveNothing(t *testing.T) {
	for _, look := range looks() {
		for _, lang := range []string{"en", "he"} {
			for _, bullet := range []string{"", "•", "{a}."} {
				t.Run(fmt.Sprint(look, lang, bullet), func(t *testing.T) {
					s := setterOf(t, look[0], look[1])
					if bullet != "" {
						s.template.Words.Bullet, s.template.Space.BulletIndent = bullet, 15*Pt
					}
					b := harbour()
					b.Lang = lang
					plain, err := s.Set(b, 9*Pt+Pt/2)
					for err == nil && plain.Overflow > 0 {
						b.Sections = b.Sections[:len(b.Sections)-1]
						plain, err = s.Set(b, 9*Pt+Pt/2)
					}
					if err != nil {
						t.Fatal(err)
					}
					marked, err := s.Set(allNew(b), 9*Pt+Pt/2)
					if err != nil || marked.Overflow > 0 {
						t.Fatal(err, marked.Overflow)
					}
					said := map[string]int{}
					var rest []Box
					for _, box := range marked.Page.Boxes {
						r, ok := box.(Run)
						if !ok || r.Element == Artifact || marked.Page.Elements[r.Element].Actual == "" {
							rest = append(rest, box)
							continue
						}
						e := marked.Page.Elements[r.Element]
						said[strings.TrimSpace(e.Actual)]++
						if e.Tag == Lbl { // in the place of a bullet
							rest = append(rest, box)
						}
					}
					if len(rest) != len(plain.Page.Boxes) {
						t.Fatalf("%d boxes beside signs, want %d", len(rest), len(plain.Page.Boxes))
					}
					for i, box := range rest {
						x, y, text := placeOf(box)
						px, py, ptext := placeOf(plain.Page.Boxes[i])
						sign := s.template.Words.BulletNew
						if isSign := text == sign || text == "«"; y != py || (x != px || text != ptext) && !isSign {
							t.Errorf("%q at %d, %d, want %q at %d, %d", text, x, y, ptext, px, py)
						}
					}
					items, rows := 0, 0
					for i := range b.Sections {
						items, rows = items+len(b.Sections[i].Items), rows+len(b.Sections[i].Tasks)
					}
					for word, want := range map[string]int{"new": items, "changed": rows, "reworded": 1} {
						if said[word] != want {
							t.Errorf("%q is said %d times, want %d", word, said[word], want)
						}
					}
					for _, problem := range problems(s, b, marked) {
						if !slices.Contains(problems(s, b, plain), problem) {
							t.Error(problem)
						}
					}
				})
			}
		}
	}
}

func placeOf(box Box) (x, y Length, text string) {
	switch box := box.(type) {
	case Run:
		return box.X, box.Y, box.Text
	case Rect:
		return box.X, box.Y, ""
	}
	return 0, 0, ""
}

// The sign is explained where there is room in the lines that are kept.
func TestLegend(t *testing.T) {
	s := setter(t, "letter")
	for _, tt := range []struct{ name, sign, changes, want string }{
		{"room", "»", "1 item new.", "» new or changed."},
		{"another sign", "+", "1 item new.", "+ new or changed."},
		{"no sign", " ", "1 item new.", ""},
		{"two lines are full", "»", strings.Repeat("12 items new, ", 10), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s.template.Words.BulletNew = tt.sign
			if got := s.Legend(2, tt.changes, 10*Pt); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
