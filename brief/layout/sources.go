package layout

import (
	"slices"
	"strconv"
	"strings"

	"readahead/brief/doc"
)

// statement adds an item to the paragraph under way: its text, the numbers of
// its sources, its flags.
func (w *work) statement(it *doc.Item, st, mark *style) {
	numbers, flags := citations(it), w.flags(it.Flags)
	beforeFlags := ""
	if flags != "" {
		beforeFlags = " "
	}
	if len(numbers) == 0 {
		w.add(span{style: st, text: it.Text}, beforeFlags)
	} else {
		w.add(span{style: st, text: it.Text}, "")
		w.cite(mark, beforeFlags, numbers...)
	}
	w.add(span{style: &w.sheet.flag, text: flags, aside: true}, "")
}

// cite adds citation marks to the paragraph under way: raised numbers of
// sources.
func (w *work) cite(mark *style, behind string, numbers ...int) {
	for i, n := range numbers {
		last := i == len(numbers)-1
		after := ""
		if last {
			after = behind
		}
		w.add(span{style: mark, text: strconv.Itoa(n), tag: Reference, target: noteID(n)}, after)
		w.atoms[len(w.atoms)-1].spaces = 0 // a flag behind it is no word
		if !last {
			w.add(span{style: mark.comma, text: ","}, "")
			w.atoms[len(w.atoms)-1].end = insideGlue
		}
	}
}

// noteID names the note that the marks of a source lead to.
func noteID(citation int) string { return "source-" + strconv.Itoa(citation) }

// citations returns the numbers of the sources of an item in order, each once.
func citations(it *doc.Item) []int {
	numbers := append([]int{it.Citation}, it.Also...)
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	for len(numbers) > 0 && numbers[0] <= 0 {
		numbers = numbers[1:] // from no source
	}
	return numbers
}

// flags returns what is printed of an item's cautions.
func (w *work) flags(flags []doc.Flag) string {
	var texts []string
	for _, f := range flags {
		if text := w.flag(f); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, w.t.Words.BetweenFlags)
}

func (w *work) flag(f doc.Flag) string {
	kind := string(f.Kind)
	switch f.Kind {
	case doc.Dated:
		kind = "" // the note is the date
	case doc.Stale:
		kind = w.t.Words.Stale
	case doc.Undated:
		kind = w.t.Words.Undated
	case doc.Conflict:
		kind = w.t.Words.Conflict
	case doc.Garbled:
		kind = w.t.Words.Garbled
	}
	switch {
	case f.Note == "" || f.Note == kind:
		return kind
	case kind == "" || strings.HasPrefix(f.Note, kind):
		return f.Note
	}
	return fill(w.t.Words.Flag, "kind", kind, "note", f.Note)
}
