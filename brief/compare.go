package brief

import (
	"slices"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// Changes are what differs between two editions: of what is printed among
// items and tables, and among all to-do rows, printed or left out for space.
type Changes struct {
	Since   int            `json:"since"` // the edition before
	Text    string         `json:"text"`  // as the page says it
	New     []ChangedText  `json:"new"`
	Gone    []ChangedText  `json:"gone"`
	Changed []ChangedText  `json:"changed"`
	Tables  []ChangedText  `json:"tables"`
	Todo    ChangesInTasks `json:"todo"`
}

// A ChangedText is an item or a table that differs.
type ChangedText struct {
	Section string `json:"section,omitempty"`
	Text    string `json:"text"`           // of a table its title, or else its header
	What    string `json:"what,omitempty"` // what changed: text or flags; of a table new, gone or changed
	Was     string `json:"was,omitempty"`  // before
	Now     string `json:"now,omitempty"`
	Why     string `json:"why,omitempty"` // it is gone
}

// ChangesInTasks are to-do rows that differ.
type ChangesInTasks struct {
	New     []ChangedTask `json:"new"`
	Changed []ChangedTask `json:"changed"` // once for everything that changed of a row
	Done    []ChangedTask `json:"done"`
	Carried []ChangedTask `json:"carried"` // no source has them any more, and they are kept
	Gone    []ChangedTask `json:"gone"`    // and these are not
}

// A ChangedTask is a to-do row that differs.
type ChangedTask struct {
	Section string `json:"section"`
	ID      string `json:"id"`
	Text    string `json:"text"`
	What    string `json:"what,omitempty"` // what changed: text, owner, due, status, overdue or source
	Was     string `json:"was,omitempty"`
	Now     string `json:"now,omitempty"`
	Why     string `json:"why,omitempty"` // it is gone
}

// Compare tells what changed from one edition to another. Places, scores and
// numbers of sources are no changes, nor is another order.
func Compare(was, now Sidecar) Changes {
	c := Changes{
		Since: was.Edition,
		New:   []ChangedText{}, Gone: []ChangedText{}, Changed: []ChangedText{}, Tables: []ChangedText{},
	}
	c.items(was.items(), now.items(), &now)
	c.tables(was.printedTables(), now.printedTables())
	c.Todo = compareTasks(was.rows(), now.rows(), &now)
	return c
}

// An item is a printed sentence as it is compared.
type item struct {
	SidecarItem
	plain string
	words []string
}

func (s *Sidecar) items() (out []item) {
	add := func(section string, it SidecarItem) {
		it.Section = section
		text := plain(it.Text)
		out = append(out, item{it, text, wordsOf(text)})
	}
	if s.BottomLine != nil {
		add("", *s.BottomLine)
	}
	for _, sec := range s.Sections {
		for _, it := range sec.Items {
			add(sec.ID, it)
		}
	}
	return out
}

func (c *Changes) items(was, now []item, present *Sidecar) {
	p := newPairing(len(was), len(now))
	p.byKey(func(i int) string { return was[i].plain }, func(k int) string { return now[k].plain })
	p.byLikeness(func(i, k int) int { return shared(was[i].words, now[k].words) })
	for k, it := range now {
		i := p.was[k]
		if i < 0 {
			c.New = append(c.New, ChangedText{Section: it.Section, Text: it.Text})
			continue
		}
		before := was[i]
		if before.plain != it.plain {
			c.Changed = append(c.Changed, ChangedText{Section: it.Section, Text: it.Text, What: "text", Was: before.Text, Now: it.Text})
		}
		if a, b := rowText(before.Flags), rowText(it.Flags); a != b {
			c.Changed = append(c.Changed, ChangedText{Section: it.Section, Text: it.Text, What: "flags", Was: a, Now: b})
		}
	}
	for i, it := range was {
		if p.now[i] < 0 {
			c.Gone = append(c.Gone, ChangedText{Section: it.Section, Text: it.Text, Why: present.whyLeft(it.Text, "no longer in the sources")})
		}
	}
}

// whyLeft says why a text is not on the page.
func (s *Sidecar) whyLeft(text, otherwise string) string {
	for _, o := range s.Omitted {
		if o.Text == text {
			return o.Why
		}
	}
	return otherwise
}

func (s *Sidecar) printedTables() (out []SidecarTable) {
	for _, t := range s.Tables {
		if t.Printed {
			out = append(out, t)
		}
	}
	return out
}

// tables compares tables of one title and header, in whatever file they stand.
func (c *Changes) tables(was, now []SidecarTable) {
	p := newPairing(len(was), len(now))
	for _, key := range []func(t *SidecarTable) string{
		func(t *SidecarTable) string { return join(rowText(t.Header), t.Title) },
		func(t *SidecarTable) string { return join(t.File, rowText(t.Header)) },
		func(t *SidecarTable) string { return join(t.File, t.Title) },
	} {
		p.byKey(func(i int) string { return key(&was[i]) }, func(k int) string { return key(&now[k]) })
	}
	text := func(t *SidecarTable) string { return or(t.Title, rowText(t.Header)) }
	for k := range now {
		i := p.was[k]
		switch {
		case i < 0:
			c.Tables = append(c.Tables, ChangedText{Text: text(&now[k]), What: "new"})
		case was[i].Title != now[k].Title || !slices.Equal(was[i].Header, now[k].Header) || !slices.EqualFunc(was[i].Rows, now[k].Rows, slices.Equal[[]string]):
			c.Tables = append(c.Tables, ChangedText{Text: text(&now[k]), What: "changed"})
		}
	}
	for i := range was {
		if p.now[i] < 0 {
			c.Tables = append(c.Tables, ChangedText{Text: text(&was[i]), What: "gone"})
		}
	}
}

func compareTasks(was, now []row, present *Sidecar) ChangesInTasks {
	c := ChangesInTasks{New: []ChangedTask{}, Changed: []ChangedTask{}, Done: []ChangedTask{}, Carried: []ChangedTask{}, Gone: []ChangedTask{}}
	p := pairRows(was, now)
	for k := range now {
		r, i := &now[k], p.was[k]
		switch {
		case i < 0:
			c.New = append(c.New, r.changed())
		case r.Carried && !was[i].Carried:
			c.Carried = append(c.Carried, r.changed())
		case r.State == doc.TaskDone && was[i].State != doc.TaskDone:
			c.Done = append(c.Done, r.changed())
		}
		if i >= 0 {
			c.Changed = append(c.Changed, was[i].differences(r)...)
		}
	}
	for i := range was {
		if p.now[i] < 0 {
			gone := was[i].changed()
			gone.Why = present.whyLeft(rowText(was[i].Cells), "no longer in the sources")
			c.Gone = append(c.Gone, gone)
		}
	}
	return c
}

func (r *row) changed() ChangedTask {
	return ChangedTask{Section: r.section, ID: r.ID, Text: rowText(r.Cells)}
}

// differences returns what of a row differs from what it was, but for that it
// has been done or lost its source.
func (r *row) differences(now *row) (out []ChangedTask) {
	add := func(what, was, is string) {
		c := now.changed()
		c.What, c.Was, c.Now = what, was, is
		out = append(out, c)
	}
	if r.action != now.action || r.detail != now.detail {
		add("text", rowText(r.Cells), rowText(now.Cells))
	}
	if r.owner != now.owner {
		add("owner", r.Owner, now.Owner)
	}
	if plain(r.Due) != plain(now.Due) {
		add("due", r.Due, now.Due)
	}
	switch {
	case now.State == doc.TaskDone && r.State != doc.TaskDone:
	case plain(r.Status) != plain(now.Status):
		add("status", r.Status, now.Status)
	}
	if now.Overdue && !r.Overdue {
		add("overdue", "", "overdue")
	}
	if r.Carried && !now.Carried {
		add("source", "", now.File)
	}
	return out
}

// tallies counts the changes for what the page says of them. That a row that
// was done, or closed in the config, is gone is no news to the reader.
func (c *Changes) tallies() layout.Changes {
	out := layout.Changes{Items: layout.Tally{New: len(c.New), Gone: len(c.Gone)}}
	out.Items.Things = out.Items.New + out.Items.Gone
	seen := map[string]bool{}
	for _, x := range c.Changed {
		switch x.What {
		case "text":
			out.Items.Reworded++
		case "flags":
			out.Items.Flagged++
		}
		if !seen[x.Text] {
			seen[x.Text] = true
			out.Items.Things++
		}
	}
	for _, x := range c.Tables {
		out.Tables.Things++
		switch x.What {
		case "new":
			out.Tables.New++
		case "gone":
			out.Tables.Gone++
		default:
			out.Tables.Changed++
		}
	}
	t := &out.Tasks
	t.New, t.Done, t.Lost = len(c.Todo.New), len(c.Todo.Done), len(c.Todo.Carried)
	t.Things = t.New + t.Done + t.Lost
	rows := map[ChangedTask]bool{}
	for _, x := range c.Todo.Changed {
		switch x.What {
		case "text":
			t.Reworded++
		case "due":
			t.Moved++
		case "overdue":
			t.Late++
		default:
			t.Changed++
		}
		if r := (ChangedTask{Section: x.Section, ID: x.ID, Text: x.Text}); !rows[r] {
			rows[r] = true
			t.Things++
		}
	}
	return out
}
