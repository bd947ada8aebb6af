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
	if s.changesFit(edition, body, text) {
		return text
	}
	return fill(words.ManyChanges,
		"items", number(c.Items.Things+c.Tables.Things, words.CountOne, words.CountAll),
		"todos", number(c.Tasks.Things, words.TodoOne, words.Todos))
}

// Legend explains the sign before what is new, or says nothing where that has
// no room behind what changed.
func (s *Setter) Legend(edition int, changes string, body Length) string {
	words := &s.template.Words
	if Printable(words.BulletNew) == "" {
		return ""
	}
	legend := fill(words.NewMeans, "sign", words.BulletNew)
	if !s.changesFit(edition, body, changes, legend) {
		return ""
	}
	return legend
}

// changesFit reports whether texts fit into the lines that are kept for what
// changed.
func (s *Setter) changesFit(edition int, body Length, texts ...string) bool {
	measure := s.half()
	if slices.Contains(s.template.Arrange.Top, ChangesBlock) {
		measure = s.measure()
	}
	w := s.work(body)
	defer w.done()
	pieces := w.about(nil, ChangesUnit, s.template.Words.ChangesLabel(edition), texts...)
	if len(pieces) == 0 {
		return true
	}
	w.fit(&pieces[0].text, measure)
	return pieces[0].text.lines <= changesLines
}

func (w *Words) changesText(c Changes) string {
	var kinds []string
	for _, k := range []struct {
		tally     Tally
		one, many string
	}{{c.Items, w.CountOne, w.CountAll}, {c.Tables, w.TableOne, w.Tables}, {c.Tasks, w.TodoOne, w.Todos}} {
		if text := w.tally(k.tally, k.one, k.many); text != "" {
			kinds = append(kinds, text)
		}
	}
	if len(kinds) == 0 {
		return w.NoChanges
	}
	return fill(w.AllChanges, "changes", strings.Join(kinds, w.BetweenKinds))
}

// tally says how many of one kind there are of each change. What they are,
// one or many, is said once.
func (w *Words) tally(t Tally, one, many string) string {
	var parts []string
	named := false
	add := func(n int, pattern string) {
		if n == 0 {
			return
		}
		what := strconv.Itoa(n)
		if !named && strings.Contains(pattern, "{what}") {
			what, named = number(n, one, many), true
		}
		parts = append(parts, fill(pattern, "what", what, "n", strconv.Itoa(n)))
	}
	add(t.New, w.New)
	add(t.Gone, w.Gone)
	add(t.Reworded, w.Reworded)
	add(t.Flagged, w.Flagged)
	add(t.Changed, w.Changed)
	if t.Moved == 1 {
		add(1, w.MovedOne)
	} else {
		add(t.Moved, w.Moved)
	}
	add(t.Late, w.Late)
	add(t.Done, w.Finished)
	add(t.Lost, w.Lost)
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
	pieces = w.about(pieces, ChangesUnit, w.t.Words.ChangesLabel(b.Edition), b.Changes, b.Legend)
	if b.Edition > 0 && len(pieces) > before {
		pieces[before].least = changesLines * w.sheet.note.leading
	}
	return pieces
}
