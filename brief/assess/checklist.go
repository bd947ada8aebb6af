package assess

import (
	"slices"
	"strings"

	"readahead/brief/doc"
)

// A checklist gathers the lines of a document that are things to do: items
// with a box ("- [ ] Paint the door", "☑ Oil the hinge") and lines that say so
// ("TODO: …", "ACTION – Moen – buy paint – by 3 May"). Those that stand
// together become the rows of one table of actions, owners and days.
type checklist struct {
	boxes []box // of the boxes that reading took off, by where they end
	table doc.SourceTable
}

// What is longer, in bytes, is no task but an account of several; and no day.
const (
	longestTask = 400
	longestDay  = 40
)

// A box is a mark that stood before an item.
type box struct {
	end  int
	done bool
}

func newChecklist(d doc.Document) *checklist {
	c := &checklist{}
	for _, x := range d.Dropped {
		if x.Reason == "check box" {
			_, done := cutBox(x.Text.String() + " ")
			c.boxes = append(c.boxes, box{x.Text.Bounds().End, done})
		}
	}
	slices.SortFunc(c.boxes, func(a, b box) int { return a.end - b.end })
	return c
}

// take adds the line t of the block to the rows if it is a thing to do, and reports whether
// it is. before is the sentence before it, which a bare "ACTION – Moen – by 3
// May" is about.
func (c *checklist) take(block int, t, before doc.Text) bool {
	s := t.String()
	n, done := cutBox(s)
	boxed := n > 0
	if !boxed {
		if k, ok := slices.BinarySearchFunc(c.boxes, t.Start(), func(b box, at int) int {
			switch {
			case b.end > at:
				return 1
			case b.end+2 < at:
				return -1
			}
			return 0
		}); ok {
			boxed, done = true, c.boxes[k].done
		}
	}
	if !boxed {
		if n = taskPrefix(s); n == 0 {
			return false
		}
	}
	if len(s) > longestTask {
		return false
	}
	p := readTask(t.Slice(n, t.Len()).TrimSpace(), !boxed)
	if p.action.Len() == 0 {
		p.action = before
	}
	if p.action.Len() == 0 {
		return false
	}
	state := doc.TaskOpen
	if done {
		state = doc.TaskDone
	}
	if len(c.table.Table.Rows) == 0 {
		c.table.Block = block
	}
	c.table.Table.Rows = append(c.table.Table.Rows, []doc.Text{p.action, p.owner, p.due})
	c.table.States = append(c.table.States, state)
	return true
}

// flush returns the table of the rows gathered, if there are any, and begins
// another.
func (c *checklist) flush() (doc.SourceTable, bool) {
	t := c.table
	if len(t.Table.Rows) == 0 {
		return t, false
	}
	c.table = doc.SourceTable{}
	t.Kind = doc.TodoTable
	t.Columns = []doc.Column{doc.ActionColumn, doc.OwnerColumn, doc.DueColumn}
	t.Table.Header = make([]doc.Text, len(t.Columns))
	return t, true
}

// cutBox returns the length of the box that s begins with, with the space
// after it, and whether it is ticked. A tick without a box is no mark of a task
// but the bullet of many a list that praises something.
func cutBox(s string) (n int, done bool) {
	for _, b := range [...]struct {
		mark string
		done bool
	}{{"[ ] ", false}, {"[] ", false}, {"[x] ", true}, {"[X] ", true}, {"☐ ", false}, {"☑ ", true}, {"☒ ", true}} {
		if strings.HasPrefix(s, b.mark) {
			return len(b.mark), b.done
		}
	}
	return 0, false
}

// taskPrefix returns the length of the word that makes a line a thing to do,
// with the mark after it: "TODO:", "Action 3:", "ACTION –"; 0 if there is none.
func taskPrefix(s string) int {
	n := 0
	for _, w := range [...]string{"TODO", "To do", "To-do", "TO DO", "ACTION POINT", "ACTION ITEM", "ACTION", "Action point", "Action item", "Action"} {
		if strings.HasPrefix(s, w) {
			n = len(w)
			break
		}
	}
	if n == 0 {
		return 0
	}
	word := s[:n]
	rest := strings.TrimLeft(s[n:], " 0123456789.#")
	if strings.HasPrefix(rest, ":") {
		return len(s) - len(rest) + 1
	}
	if word == "ACTION" || word == "TODO" {
		for _, dash := range [...]string{"– ", "— ", "- "} {
			if strings.HasPrefix(rest, dash) {
				return len(s) - len(rest) + len(dash)
			}
		}
	}
	return 0
}

// A taskLine is a thing to do, taken apart. What is not there is empty.
type taskLine struct{ action, owner, due doc.Text }

// readTask takes the line apart, as far as that is certain: parts between
// dashes, "(Ida Moen)" or "by 3 May" at its end, "Ida Moen: " at its beginning
// and, of lines called actions, "Ida Moen to buy paint".
func readTask(t doc.Text, named bool) taskLine {
	if p, ok := dashed(t); ok {
		return p
	}
	p := taskLine{action: t}
	p.cutEnd()
	s := p.action.String()
	if i := strings.LastIndex(s, " ("); i > 0 && strings.HasSuffix(s, ")") {
		inner := p.action.Slice(i+2, len(s)-1)
		q := taskLine{action: inner}
		q.cutEnd()
		if q.due.Len() > 0 && q.action.Len() == 0 || isPerson(q.action.String()) {
			p.owner, p.action = q.action, p.action.Slice(0, i)
			if q.due.Len() > 0 {
				p.due = q.due
			}
			p.cutEnd()
		}
	}
	s = p.action.String()
	if i := strings.Index(s, ": "); i > 0 && p.owner.Len() == 0 && isPerson(s[:i]) {
		p.owner, p.action = p.action.Slice(0, i), p.action.Slice(i+2, len(s))
	} else if i := strings.Index(s, " to "); i > 0 && named && p.owner.Len() == 0 && isPerson(s[:i]) {
		p.owner, p.action = p.action.Slice(0, i), p.action.Slice(i+1, len(s))
	}
	return p
}

// cutEnd takes the day off the end of the action, if there is one and none has
// been found.
func (p *taskLine) cutEnd() {
	if p.due.Len() > 0 {
		return
	}
	s := strings.TrimRight(p.action.String(), " .;")
	for _, w := range [...]string{"by ", "until ", "before ", "due ", "due: ", "Due: ", "Due "} {
		i := strings.LastIndex(s, w)
		if i < 0 || i > 0 && s[i-1] != ' ' || !isDay(s[i+len(w):]) {
			continue
		}
		p.due = p.action.Slice(i, len(s))
		p.action = p.action.Slice(0, len(strings.TrimRight(s[:i], " ,;–—-")))
		return
	}
}

// dashed reads "Moen – buy paint – by 3 May", its parts in any order.
func dashed(t doc.Text) (taskLine, bool) {
	s := t.String()
	dash := ""
	for _, d := range [...]string{" – ", " — ", " - "} {
		if strings.Contains(s, d) {
			dash = d
			break
		}
	}
	if dash == "" {
		return taskLine{}, false
	}
	var p taskLine
	at := 0
	for _, part := range strings.Split(s, dash) {
		x := t.Slice(at, at+len(part)).TrimSpace()
		at += len(part) + len(dash)
		q := taskLine{action: x}
		q.cutEnd()
		switch {
		case p.due.Len() == 0 && (q.due.Len() > 0 && q.action.Len() == 0 || isDay(strings.TrimRight(part, " ."))):
			p.due = x
		case p.owner.Len() == 0 && isPerson(part):
			p.owner = x
		case p.action.Len() == 0:
			p.action = x
		default:
			return taskLine{}, false
		}
	}
	return p, p.owner.Len() > 0 || p.due.Len() > 0
}

// isPerson reports whether s is a name of up to three words, or two of them:
// "R. Adair", "Moen and Berg", "@moen".
func isPerson(s string) bool {
	s = strings.TrimSpace(s)
	if strings.HasPrefix(s, "@") {
		return len(s) > 1 && !strings.Contains(s, " ")
	}
	words := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(s, " and ", " "), ", ", " "))
	if len(words) == 0 || len(words) > 4 || len(s) > 40 || strings.ContainsAny(s, "0123456789%:") {
		return false
	}
	for _, w := range words {
		if c := w[0]; c < 0x80 && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return !imperative(strings.ToLower(words[0]))
}

// isDay reports whether s is a time and nothing else: "3 May", "the end of
// June".
func isDay(s string) bool {
	if len(s) == 0 || len(s) > longestDay {
		return false
	}
	_, ok := dayIn(s)
	return ok
}

// dayIn reads the time that s is, perhaps after a preposition or an article.
func dayIn(s string) (expression, bool) {
	x := newLexicon(8)
	ws := x.split(nil, "by "+s)
	es := x.expressions(nil, "by "+s, ws)
	if len(es) != 1 || es[0].last != len(ws)-1 {
		return expression{}, false
	}
	for _, w := range ws[:es[0].first] {
		if !x.is(w, before|stop) && x.text(w) != "due" {
			return expression{}, false
		}
	}
	return es[0], true
}
