package selection

import "readahead/brief/doc"

// What the cells of a row count, in thousandths, by the part their column
// plays, and what counts that stands around the table.
const (
	actionFactor  = 1000
	ownerFactor   = 500
	tableFactor   = 250  // its heading, and the sentence before it
	similarFactor = 1500 // what belongs to a sentence with the same words
	similarLeast  = 300  // thousandths of the row's words that it has to have
)

// tasks places the rows of the to-do tables. Each goes to a section.
func (a *analysis) tasks() []TaskPlace {
	var out []TaskPlace
	if len(a.Sections) == 0 {
		return nil
	}
	t := newTally(a)
	p := a.postings()
	for k, table := range a.Tables {
		if table.Kind != doc.TodoTable {
			continue
		}
		for i := range table.Table.Rows {
			out = append(out, a.task(t, p, k, i))
		}
	}
	return out
}

// task places row i of table k.
func (a *analysis) task(t *tally, p *postings, k, i int) TaskPlace {
	table := &a.Tables[k]
	t.clear()
	p.clear()
	for j := range table.Table.Rows[i] {
		factor := cellFactor(table, j)
		if factor == 0 {
			continue
		}
		x := a.texts[a.cells[cell{k, i, j}]]
		t.add(x, factor)
		a.learnt(t.links, x, -1)
		p.add(x)
	}
	t.addContext(table.Lead, tableFactor)
	t.addContext(table.Heading, tableFactor)
	evidence := make([]int, len(a.Sections))
	for j := range evidence {
		evidence[j] = t.total(j)
	}
	p.similar(func(sentence, part int) {
		for j, s := range a.shares(sentence) {
			evidence[j] += int(s) * part / 1000 * similarFactor / 1000
		}
	})
	section, most, _ := best(evidence)
	place := TaskPlace{Table: k, Row: i, Section: section, Why: "its words"}
	if most <= 0 {
		place.Section, place.Why = a.usual(table)
		return place
	}
	place.Score = relevance(most)
	return place
}

// cellFactor returns what column j of the table counts. Where the columns are
// not known the first two are taken for the action.
func cellFactor(table *doc.SourceTable, j int) int {
	if j >= len(table.Columns) {
		if j < 2 {
			return actionFactor
		}
		return ownerFactor
	}
	switch table.Columns[j] {
	case doc.ActionColumn, doc.DetailColumn:
		return actionFactor
	case doc.OwnerColumn:
		return ownerFactor
	}
	return 0
}

// usual returns the section for a row that says nothing of its own: that of
// the table's heading or document, or the one most of the document's
// sentences belong to, or the first.
func (a *analysis) usual(table *doc.SourceTable) (section int, why string) {
	t := newTally(a)
	t.addContext(table.Heading, headingFactor)
	t.addContext(a.title(table.Doc), titleFactor)
	if section, most, _ := best(t.around); most > 0 {
		return section, "its heading"
	}
	count := make([]int, len(a.Sections))
	for i, s := range a.Sentences {
		if p := a.places[i]; s.Doc == table.Doc {
			count[p.section] += p.strength
		}
	}
	if section, most, _ := best(count); most > 0 {
		return section, "most of its document belongs here"
	}
	return 0, "no words tell; the first section takes it"
}

// shares returns how the evidence for sentence i is shared out among the
// sections, in thousandths.
func (a *analysis) shares(i int) []int {
	k := len(a.Sections)
	out := make([]int, k)
	sum := 0
	for _, e := range a.evidence[i*k : i*k+k] {
		sum += max(e, 0)
	}
	if sum < 100 {
		return out
	}
	for j, e := range a.evidence[i*k : i*k+k] {
		out[j] = max(e, 0) * 1000 / sum
	}
	return out
}
