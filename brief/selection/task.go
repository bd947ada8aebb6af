package selection

import (
	"strings"

	"readahead/brief/doc"
)

const (
	ownerFactor   = 500  // what clues in the name of an owner count, in thousandths
	tableFactor   = 250  // and in the table's heading and the sentence before it
	similarFactor = 1500 // what a sentence counts with all the words of the row
)

// tasks places the rows of the to-do tables. Each goes to a section.
func (a *analysis) tasks() []TaskPlace {
	if len(a.Sections) == 0 {
		return nil
	}
	var out []TaskPlace
	t := newTally(a)
	p := newPostings(a)
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

// task places row i of table k, by the clues in its cells and around the
// table, by the words that go with a section, and by where the sentences
// belong that share most words with it.
func (a *analysis) task(t *tally, p *postings, k, i int) TaskPlace {
	table := &a.Tables[k]
	t.clear()
	p.clear()
	for j := range table.Table.Rows[i] {
		x := a.texts[a.cells[cell{k, i, j}]]
		switch part(table, j) {
		case doc.ActionColumn, doc.DetailColumn:
			t.add(t.inside, x, 1000)
			a.learnt(t.links, x, -1)
			p.add(x)
		case doc.OwnerColumn:
			t.add(t.inside, x, ownerFactor)
		}
	}
	t.addContext(table.Lead, tableFactor)
	t.addContext(table.Heading, tableFactor)
	evidence := make([]int, len(a.Sections))
	for s := range evidence {
		evidence[s] = t.total(s)
	}
	similar := p.similar()
	for _, m := range similar {
		for s, share := range a.shares(m.sentence) {
			evidence[s] += share * m.part / 1000 * similarFactor / 1000
		}
	}
	section, most, _ := best(evidence)
	place := TaskPlace{Table: k, Row: i, Section: section, Score: relevance(most)}
	if most == 0 {
		place.Section, place.Why = a.usual(table)
	} else {
		place.Why = a.whyTask(place, similar)
	}
	return place
}

// part returns the part that column j of the table plays. Of a table without
// an action the first column is the action.
func part(table *doc.SourceTable, j int) doc.Column {
	action := false
	for _, c := range table.Columns {
		action = action || c == doc.ActionColumn || c == doc.DetailColumn
	}
	switch {
	case !action && j == 0:
		return doc.ActionColumn
	case j < len(table.Columns) && table.Columns[j] != "":
		return table.Columns[j]
	}
	return doc.OwnerColumn
}

// whyTask says why a row is in its section.
func (a *analysis) whyTask(p TaskPlace, similar []match) string {
	var words []string
	for j := range a.Tables[p.Table].Table.Rows[p.Row] {
		x := a.texts[a.cells[cell{p.Table, p.Row, j}]]
		if w := a.found(x, p.Section); w != "" {
			words = append(words, w)
		}
	}
	switch {
	case words != nil:
		return "keywords: " + strings.Join(words, ", ")
	case len(similar) > 0:
		return "shares words with “" + excerpt(a.Sentences[similar[0].sentence].Text.String()) + "”"
	}
	return "words that go with this section"
}

// usual returns the section for a row that says nothing of its own: that of
// its document's title, else the one most of its document belongs to, else
// the first.
func (a *analysis) usual(table *doc.SourceTable) (section int, why string) {
	t := newTally(a)
	t.addContext(a.title(table.Doc), titleFactor)
	if section, most, _ := best(t.around); most > 0 {
		return section, "the title of its document"
	}
	sums := make([]int, len(a.Sections))
	for i, s := range a.Sentences {
		if s.Doc == table.Doc {
			sums[a.places[i].section] += a.places[i].strength
		}
	}
	if section, most, _ := best(sums); most > 0 {
		return section, "most of its document belongs here"
	}
	return 0, "nothing tells; the first section takes it"
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
		return out // next to nothing
	}
	for j, e := range a.evidence[i*k : i*k+k] {
		out[j] = max(e, 0) * 1000 / sum
	}
	return out
}
