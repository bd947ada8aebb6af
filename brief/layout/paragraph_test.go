package layout

import "testing"

// What opens a line of a bullet hangs by half; elsewhere it does not.
func TestOverhang(t *testing.T) {
	w := setter(t, "letter").work(10 * Pt)
	st := &w.sheet.body
	for text, want := range map[string]Length{
		"“Closed” quay": st.width("“") / 2, "(closed)": st.width("(") / 2, "Closed “quay”": 0,
	} {
		w.page = Page{}
		p := w.text(0, st, prose, text, 200*Pt)
		w.listItem(&p, "•", "", 0, 0, Artifact, 0)
		runs := runsOf(w.page)
		if got := w.t.Space.BulletIndent - runs[1].X; got != want {
			t.Errorf("%q hangs by %d, want %d", text, got, want)
		}
		p = w.text(0, st, prose, text, 200*Pt)
		w.page = Page{}
		w.draw(&p, 0, 0, Artifact, 0)
		if runs = runsOf(w.page); runs[0].X != 0 {
			t.Errorf("%q hangs by %d outside of a list", text, -runs[0].X)
		}
	}
}
