package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"readahead/brief/doc"
)

// This file finds the rows and items of one edition again in another.

// likeness is the share of their words, in percent, that two texts must have
// in common to be two wordings of one.
const likeness = 60

// maxReworded bounds how many texts of an edition are compared with each of
// the other in search of rewordings; a page holds fewer.
const maxReworded = 300

// plain returns a text in the form in which texts are compared: small letters
// and digits in words with a space between them. One without either is
// compared as it is.
func plain(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	if len(words) == 0 {
		return strings.TrimSpace(s)
	}
	return strings.Join(words, " ")
}

// wordsOf returns the words of a plain text in the order of the alphabet.
func wordsOf(plain string) []string {
	words := strings.Fields(plain)
	slices.Sort(words)
	return words
}

// shared returns what share of the words of the longer of two texts the other
// has, too, in percent. A word counts as often as it stands in both.
func shared(a, b []string) int {
	longer := max(len(a), len(b))
	if longer == 0 {
		return 0
	}
	n := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch c := cmp.Compare(a[i], b[k]); {
		case c == 0:
			n, i, k = n+1, i+1, k+1
		case c < 0:
			i++
		default:
			k++
		}
	}
	return 100 * n / longer
}

// A pairing tells for each thing of the edition before which of the present
// one it has become, or -1, and the same the other way round.
type pairing struct{ now, was []int }

func newPairing(was, now int) pairing {
	return pairing{slices.Repeat([]int{-1}, was), slices.Repeat([]int{-1}, now)}
}

func (p pairing) join(was, now int) { p.now[was], p.was[now] = now, was }

// byKey pairs in order what has the same key; "" is none.
func (p pairing) byKey(was, now func(i int) string) {
	waiting := map[string][]int{}
	for k, at := range p.was {
		if at < 0 {
			waiting[now(k)] = append(waiting[now(k)], k)
		}
	}
	for i, at := range p.now {
		if at >= 0 {
			continue
		}
		if key := was(i); key != "" && len(waiting[key]) > 0 {
			p.join(i, waiting[key][0])
			waiting[key] = waiting[key][1:]
		}
	}
}

// byLikeness pairs what is left and has a likeness, in percent: the likest
// first.
func (p pairing) byLikeness(like func(was, now int) int) {
	type pair struct{ like, was, now int }
	var pairs []pair
	left := func(of []int) (out []int) {
		for i, at := range of {
			if at < 0 && len(out) < maxReworded {
				out = append(out, i)
			}
		}
		return out
	}
	nows := left(p.was)
	for _, i := range left(p.now) {
		for _, k := range nows {
			if n := like(i, k); n >= likeness {
				pairs = append(pairs, pair{n, i, k})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.like, a.like) })
	for _, x := range pairs {
		if p.now[x.was] < 0 && p.was[x.now] < 0 {
			p.join(x.was, x.now)
		}
	}
}

// A row is a to-do row as it is compared.
type row struct {
	SidecarTask
	section                string
	number, action, detail string   // plain
	owner                  string   // plain
	words                  []string // of the action
}

func newRow(section string, t SidecarTask) row {
	r := row{SidecarTask: t, section: section, owner: plain(t.Owner)}
	columns := t.Columns
	if columns == nil {
		columns = guessColumns(t)
	}
	for i, c := range t.Cells {
		if i >= len(columns) || c == "" {
			continue
		}
		switch columns[i] {
		case doc.NumberColumn:
			r.number = plain(c)
		case doc.ActionColumn:
			r.action = plain(c)
		case doc.DetailColumn:
			r.detail += plain(c) + " "
		}
	}
	if r.action == "" {
		r.action = plain(r.detail)
	}
	r.words = wordsOf(r.action)
	return r
}

// guessColumns says what the cells of a row are for whose sidecar does not:
// the first that is neither owner, day nor status is the action.
func guessColumns(t SidecarTask) []doc.Column {
	columns := make([]doc.Column, len(t.Cells))
	action := false
	for i, c := range t.Cells {
		switch {
		case c == t.Owner:
			columns[i] = doc.OwnerColumn
		case c == t.Due:
			columns[i] = doc.DueColumn
		case c == t.Status:
			columns[i] = doc.StatusColumn
		case !action:
			columns[i], action = doc.ActionColumn, true
		default:
			columns[i] = doc.DetailColumn
		}
	}
	return columns
}

// rows returns all to-do rows that an edition knows, printed or left out.
func (s *Sidecar) rows() (out []row) {
	for _, sec := range s.Sections {
		for _, t := range sec.Todo {
			out = append(out, newRow(sec.ID, t))
		}
	}
	for _, o := range s.Omitted {
		if o.Todo != nil {
			out = append(out, newRow(o.Section, *o.Todo))
		}
	}
	return out
}

// pairRows finds the to-do rows of the edition before again, in whatever file
// they stand now: by what is to be done, and where that was reworded by most
// of its words with the number or the owner.
func pairRows(was, now []row) pairing {
	p := newPairing(len(was), len(now))
	for _, key := range []func(r *row) string{
		func(r *row) string { return join(r.action, r.detail, r.number, r.owner, plain(r.Due)) },
		func(r *row) string { return join(r.action, r.detail, r.owner) },
		func(r *row) string { return join(r.action, r.detail) },
		func(r *row) string { return join(r.action, r.number) },
		func(r *row) string { return join(r.action, r.owner) },
		func(r *row) string { return r.action },
	} {
		p.byKey(func(i int) string { return key(&was[i]) }, func(k int) string { return key(&now[k]) })
	}
	p.byLikeness(func(i, k int) int {
		a, b := &was[i], &now[k]
		if (a.number == "" || a.number != b.number) && (a.owner == "" || a.owner != b.owner) {
			return 0
		}
		return shared(a.words, b.words)
	})
	return p
}

// join makes one key of several, none if the first is empty.
func join(parts ...string) string {
	if parts[0] == "" {
		return ""
	}
	return strings.Join(parts, "\x00")
}
