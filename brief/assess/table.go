package assess

import (
	"slices"
	"strings"

	"readahead/brief/doc"
)

// readTable says what the table is for and what part its columns play.
//
// A table that sets what was expected against what came tracks outcomes. One
// whose header names actions, with something that belongs to actions beside
// them (a description, an owner, a day, a status), is a to-do table; so is one
// of labels with descriptions that are activities. Any other is data: its
// first column may be called a job or a step and still hold prices.
func (x *lexicon) readTable(t *doc.SourceTable) {
	r := tableReader{lexicon: x, Table: t.Table, heads: make([]head, len(t.Table.Header))}
	for i, c := range r.Header {
		r.heads[i] = readHead(c.String())
	}
	t.Kind = doc.DataTable
	if r.tracksOutcomes() {
		t.Kind = doc.OutcomeTable
	} else if parts := r.todo(); parts != nil {
		t.Kind, t.Columns = doc.TodoTable, parts
	}
}

// A tableReader reads one table.
type tableReader struct {
	*lexicon
	doc.Table
	heads []head
	parts []doc.Column // of a to-do table, as far as known
}

// tracksOutcomes reports whether one column holds what was expected and
// another what came.
func (r *tableReader) tracksOutcomes() bool {
	expected, actual := false, false
	for _, h := range r.heads {
		switch {
		case h&expectedHead != 0:
			expected = true
		case h&actualHead != 0:
			actual = true
		}
	}
	return expected && actual
}

// todo returns the parts that the columns of a to-do table play, or nil if the
// table is none.
func (r *tableReader) todo() []doc.Column {
	r.parts = make([]doc.Column, len(r.heads))
	for i, h := range r.heads {
		if h&numberHead != 0 && r.codes(i) && r.take(i, doc.NumberColumn) {
			break
		}
	}
	for i, h := range r.heads {
		if h&actionHead != 0 && !r.numeric(i) && r.take(i, doc.ActionColumn) {
			break
		}
	}
	for i, h := range r.heads {
		switch {
		case r.numeric(i) && !r.dated(i) && h&dueHead == 0: // days in other languages look like figures
		case h&ownerHead != 0:
			r.take(i, doc.OwnerColumn)
		case h&dueHead != 0 || r.dated(i):
			r.take(i, doc.DueColumn)
		case h&statusHead != 0:
			r.take(i, doc.StatusColumn)
		case h&(detailHead|actionHead) != 0:
			r.take(i, doc.DetailColumn)
		}
	}
	if !r.isTodo() {
		return nil
	}
	for i := range r.parts {
		if r.parts[i] == "" {
			r.parts[i] = doc.DetailColumn
		}
	}
	return r.parts
}

// take gives column i the part c, unless it or another column has one.
func (r *tableReader) take(i int, c doc.Column) bool {
	if r.parts[i] != "" || r.column(c) >= 0 {
		return false
	}
	r.parts[i] = c
	return true
}

// column returns the column that plays the part c, or -1.
func (r *tableReader) column(c doc.Column) int { return slices.Index(r.parts, c) }

// isTodo decides whether the table is one of things to do. Where no header
// names actions it finds their column.
func (r *tableReader) isTodo() bool {
	if r.column(doc.ActionColumn) >= 0 && r.column(doc.OwnerColumn) < 0 && r.byForm() {
		return true
	}
	action, owner, due := r.column(doc.ActionColumn), r.column(doc.OwnerColumn), r.column(doc.DueColumn)
	firm := func(i int) bool { return i >= 0 && r.heads[i]&weakHead == 0 }
	switch {
	case action < 0:
		// "Issue | Owner | Deadline"; "Component | Description"
		k := r.firstOfWords()
		if k < 0 || !(firm(owner) && (firm(due) || due >= 0 && r.dated(due))) && !r.activities(k) {
			return r.byForm()
		}
		return r.take(k, doc.ActionColumn)
	case owner >= 0 || firm(due):
		return true
	case !firm(action):
		return r.activities(action)
	}
	return (due >= 0 || r.column(doc.DetailColumn) >= 0 || r.column(doc.StatusColumn) >= 0) && !r.hasFigures()
}

// firstOfWords returns the first column that plays no part and holds words, or
// -1.
func (r *tableReader) firstOfWords() int {
	for i, p := range r.parts {
		if p == "" && !r.numeric(i) {
			return i
		}
	}
	return -1
}

// activities reports whether column k, the first of two, holds the names of
// undertakings, and the other says of most of them what is done.
func (r *tableReader) activities(k int) bool {
	if k != 0 || len(r.heads) != 2 || r.heads[0]&(labelHead|actionHead) == 0 || r.heads[1]&detailHead == 0 {
		return false
	}
	n := 0
	for _, row := range r.Rows {
		if len(row) > 1 && isActivity(row[1].String()) {
			n++
		}
	}
	return 3*n >= 2*len(r.Rows) && n > 0
}

// codes reports whether each cell of column i is a number or a code without
// spaces, "7", "A12", "7.3", of which no two are the same.
func (r *tableReader) codes(i int) bool {
	const longest = 12 // bytes
	seen := make(map[string]bool, len(r.Rows))
	for _, row := range r.Rows {
		if i >= len(row) {
			return false
		}
		s := row[i].String()
		if s == "" || len(s) > longest || seen[s] || !strings.ContainsAny(s, "0123456789") || strings.ContainsAny(s, " $€£%") {
			return false
		}
		seen[s] = true
	}
	return true
}

// hasFigures reports whether a column that plays no part holds figures.
func (r *tableReader) hasFigures() bool {
	for i, p := range r.parts {
		if p == "" && r.numeric(i) {
			return true
		}
	}
	return false
}

// numeric reports whether most cells of column i that are not empty are
// figures.
func (r *tableReader) numeric(i int) bool {
	return r.most(i, func(s string) bool {
		digits, letters := 0, 0
		for _, c := range []byte(s) {
			switch {
			case isDigit(c):
				digits++
			case isLetter(c):
				letters++
			}
		}
		return digits > 0 && letters <= 4
	})
}

// dated reports whether most cells of column i that are not empty are days or
// months: "Oct. 12", "7 June 2031", "end of May", "Friday".
func (r *tableReader) dated(i int) bool {
	return r.most(i, func(s string) bool {
		var words [8]word
		var times [2]expression
		if len(s) > 40 {
			return false
		}
		ws := r.split(words[:0], s)
		return len(ws) <= 6 && len(r.expressions(times[:0], s, ws)) > 0 ||
			len(ws) == 1 && ws[0].upper && r.is(ws[0], month|weekday)
	})
}

// most reports whether f holds for more than half of the cells of column i
// that are not empty.
func (r *tableReader) most(i int, f func(string) bool) bool {
	n, all := 0, 0
	for _, row := range r.Rows {
		if i >= len(row) || row[i].Len() == 0 {
			continue
		}
		all++
		if f(row[i].String()) {
			n++
		}
	}
	return 2*n > all
}

// isActivity reports whether the text is of the form that says what is done:
// "Training of volunteers …", "Inspection of …", "Joint testing of …".
func isActivity(s string) bool {
	for i, w := range strings.Fields(s) {
		w = strings.ToLower(strings.Trim(w, ",.;:()"))
		switch {
		case i > 3:
			return false
		case i > 0 && preposition(w):
			return false
		case strings.HasSuffix(w, "ing") && len(w) > 5:
			return true
		case strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "sion") || strings.HasSuffix(w, "ment"):
			return len(w) > 6
		case i == 0 && imperative(w):
			return true
		}
	}
	return false
}

func preposition(w string) bool {
	switch w {
	case "of", "on", "for", "with", "to", "in", "at", "by", "from", "through", "is", "are", "was", "per":
		return true
	}
	return false
}

// imperative reports whether w is a verb that tasks begin with.
func imperative(w string) bool {
	switch w {
	case "create", "develop", "establish", "organize", "organise", "conduct", "build", "improve", "strengthen", "expand", "promote", "provide", "review", "update", "launch", "support", "train", "share", "set", "draft", "prepare", "hold", "hire", "publish", "introduce", "increase", "reduce", "replace", "install", "test", "jointly", "regularly", "deploy", "upgrade", "identify", "ensure", "coordinate", "plan", "open", "sign":
		return true
	}
	return false
}
