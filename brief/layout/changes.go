package layout

import (
	"slices"
	"strconv"
	"strings"

	"readahead/brief/doc"
)

// Changes say how much differs from the edition before.
type Changes struct{ Items, Tables, Tasks Tally }

// A Tally counts the things of one kind that differ, each once for every way
// in which it does.
type Tally struct {
	New, Gone int
	Reworded  int
	Flagged   int // items with other cautions
	Changed   int // in any other way
	Moved     int // tasks with another due date
	Late      int // tasks that have become overdue
	Done      int // tasks that have been done
	Lost      int // tasks that no source has any more, which are kept
	Things    int // how many differ in any way
}

// changesLines is how many lines the statement of what changed has at most,
// and how many are kept for it on every counted page: what is chosen for a
// page must not depend on what the statement says, or editions would follow
// each other for no other reason.
const changesLines = 2

// ChangesText says what changed in the words of the template: all of it, or
// where that is more than two lines on a page of the given body size, how
// much.
func (s *Setter) ChangesText(edition int, c Changes, body Length) string {
	words := &s.template.Words
	text := words.changesText(c)
	measure := s.half()
	if slices.Contains(s.template.Arrange.Top, ChangesBlock) {
		measure = s.measure()
	}
	w := s.work(body)
	defer w.done()
	pieces := w.about(nil, ChangesUnit, words.ChangesLabel(edition), text)
	if len(pieces) == 0 {
		return text
	}
	if w.fit(&pieces[0].text, measure); pieces[0].text.lines <= changesLines {
		return text
	}
	return fill(words.ManyChanges, "n", strconv.Itoa(c.Items.Things+c.Tables.Things), "m", strconv.Itoa(c.Tasks.Things))
}

func (w *Words) changesText(c Changes) string {
	var kinds []string
	for _, k := range []struct {
		pattern string
		tally   Tally
	}{{w.ItemChanges, c.Items}, {w.TableChanges, c.Tables}, {w.TodoChanges, c.Tasks}} {
		if text := w.tally(k.tally); text != "" {
			kinds = append(kinds, fill(k.pattern, "changes", text))
		}
	}
	if len(kinds) == 0 {
		return w.NoChanges
	}
	return fill(w.AllChanges, "changes", strings.Join(kinds, w.BetweenKinds))
}

func (w *Words) tally(t Tally) string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{t.New, w.New, w.New},
		{t.Gone, w.Gone, w.Gone},
		{t.Reworded, w.Reworded, w.Reworded},
		{t.Flagged, w.Flagged, w.Flagged},
		{t.Changed, w.Changed, w.Changed},
		{t.Moved, w.MovedOne, w.Moved},
		{t.Late, w.Late, w.Late},
		{t.Done, w.Finished, w.Finished},
		{t.Lost, w.Lost, w.Lost},
	} {
		if p.n == 1 {
			parts = append(parts, fill(p.one, "n", "1"))
		} else if p.n > 1 {
			parts = append(parts, fill(p.many, "n", strconv.Itoa(p.n)))
		}
	}
	return strings.Join(parts, w.BetweenChanges)
}

// ChangesLabel names what stands before the changes since the last edition.
func (w *Words) ChangesLabel(edition int) string {
	if edition > 1 {
		return fill(w.ChangesSince, "n", strconv.Itoa(edition-1))
	}
	return w.Changes
}

// changes appends the statement of what changed, with the room that is kept
// for it where editions are counted.
func (w *work) changes(pieces []footPiece, b *doc.Brief) []footPiece {
	before := len(pieces)
	pieces = w.about(pieces, ChangesUnit, w.t.Words.ChangesLabel(b.Edition), b.Changes)
	if b.Edition > 0 && len(pieces) > before {
		pieces[before].least = changesLines * w.sheet.note.leading
	}
	return pieces
}
