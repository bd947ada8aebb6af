package brief

import "readahead/brief/doc"

// This file marks on the page what is new or differs since the edition before.
// It does so when everything is chosen, as with the statement of what changed.

// news says of items and to-do rows in which way they differ.
type news struct {
	items map[ChangedText]doc.News // by section and text
	tasks map[ChangedTask]doc.News // by section, ID and text
}

// news returns what is new, nothing if there is no edition before.
func (c *Changes) news() news {
	n := news{map[ChangedText]doc.News{}, map[ChangedTask]doc.News{}}
	if c == nil {
		return n
	}
	for _, x := range c.Changed {
		if x.What == "text" {
			n.items[ChangedText{Section: x.Section, Text: x.Text}] = doc.IsReworded
		}
	}
	for _, x := range c.New {
		n.items[x] = doc.IsNew
	}
	for _, x := range c.Todo.Changed {
		n.tasks[ChangedTask{Section: x.Section, ID: x.ID, Text: x.Text}] = doc.IsChanged
	}
	for _, x := range c.Todo.New {
		n.tasks[x] = doc.IsNew
	}
	return n
}

// mark marks the items and to-do rows of a page, and reports whether there
// were any to mark.
func (n news) mark(b *doc.Brief) bool {
	any := n.markTasks(b.Sections)
	item := func(section string, it *doc.Item) {
		it.News = n.items[ChangedText{Section: section, Text: it.Text}]
		any = any || it.News != ""
	}
	if b.BottomLine != nil {
		item("", b.BottomLine)
	}
	for i := range b.Sections {
		for k := range b.Sections[i].Items {
			item(b.Sections[i].ID, &b.Sections[i].Items[k])
		}
	}
	return any
}

// markTasks is mark for to-do rows only.
func (n news) markTasks(sections []doc.Section) bool {
	any := false
	for _, sec := range sections {
		for k := range sec.Tasks {
			t := &sec.Tasks[k]
			t.News = n.tasks[ChangedTask{Section: sec.ID, ID: t.ID, Text: rowText(t.Cells)}]
			any = any || t.News != ""
		}
	}
	return any
}
