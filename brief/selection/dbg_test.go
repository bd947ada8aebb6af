package selection

import "testing"

func TestTmpRows(t *testing.T) {
	for _, b := range bundles(t) {
		a := read(b.in)
		a.compile()
		a.match()
		a.learn()
		a.weighAll()
		a.learnFrom(a.evidence, teachesAgain)
		a.weighAll()
		a.assign()
		a.judge()
		tl := newTally(a)
		p := a.postings()
		for k, table := range a.Tables {
			for i := range table.Table.Rows {
				pl := a.task(tl, p, k, i)
				t.Log(b.name, table.Table.Rows[i], b.rows[k][i], "got", b.in.Sections[pl.Section].ID, tl.inside, tl.around, tl.links)
				p.similar(func(s, part int) {
					t.Log("      ", part, a.shares(s), b.in.Sentences[s].Text.String())
				})
			}
		}
	}
}
