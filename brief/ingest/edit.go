package ingest

import (
	"strings"

	"readahead/brief/doc"
)

// maxEdits is how many changes to one text keep exact places. After that the
// rest of the text has one place as a whole, so that a file made of nothing but
// things to mend cannot use up the memory.
const maxEdits = 1 << 20

// An edit is a text in the making that differs from old in places. Edits come
// in the order of the text.
type edit struct {
	old  doc.Text
	b    doc.Builder
	done int // how much of old is dealt with
	n    int // how many changes there were

	rest strings.Builder // the text after maxEdits changes
	from int             // where it begins in old
}

// keep keeps the text up to position i as it is.
func (e *edit) keep(i int) {
	switch {
	case e.done >= i:
		return
	case e.n > maxEdits:
		e.rest.WriteString(e.old.String()[e.done:i])
	default:
		e.b.Append(e.old.Slice(e.done, i))
	}
	e.done = i
}

// replace puts s in place of [i, j).
func (e *edit) replace(i, j int, s string) {
	e.keep(i)
	if e.count() {
		e.rest.WriteString(s)
	} else {
		e.b.Replace(s, e.old.Slice(i, j))
	}
	e.done = j
}

// cut leaves out [i, j): what stands there belongs to no character.
func (e *edit) cut(i, j int) {
	e.keep(i)
	e.count()
	e.done = j
}

// count counts a change and reports whether they have become too many.
func (e *edit) count() bool {
	if e.n++; e.n == maxEdits+1 {
		e.from = e.done
	}
	return e.n > maxEdits
}

// text returns the edited text, which is old itself if nothing was edited.
func (e *edit) text() doc.Text {
	if e.done == 0 {
		return e.old
	}
	e.keep(e.old.Len())
	if e.rest.Len() > 0 {
		at := e.old.Slice(e.from, e.old.Len()).Bounds()
		e.b.Map(e.rest.String(), at.Start, at.End)
	}
	return e.b.Text()
}
