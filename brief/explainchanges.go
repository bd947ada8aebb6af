package brief

import (
	"fmt"
	"text/tabwriter"
)

// changes lists what differs from the edition before.
func (e *explainer) changes(c Changes) {
	fmt.Fprintf(&e.b, "\nSince edition %d\n", c.Since)
	tw := tabwriter.NewWriter(&e.b, 0, 8, 2, ' ', 0)
	any := false
	line := func(what, section, text, note string) {
		any = true
		fmt.Fprintf(tw, "  %s\t%s\t%s", what, or(section, "-"), shorten(text, 90))
		if note != "" {
			fmt.Fprintf(tw, " (%s)", note)
		}
		fmt.Fprintln(tw)
	}
	for _, x := range c.New {
		line("new item", x.Section, x.Text, "")
	}
	for _, x := range c.Changed {
		line("item: "+x.What, x.Section, x.Text, "was: "+or(shorten(x.Was, 90), "none"))
	}
	for _, x := range c.Gone {
		line("item gone", x.Section, x.Text, x.Why)
	}
	for _, x := range c.Tables {
		line("table "+x.What, "", x.Text, "")
	}
	for _, x := range c.Todo.New {
		line("new to-do row", x.Section, x.Text, "")
	}
	for _, x := range c.Todo.Changed {
		line("to-do row: "+x.What, x.Section, x.Text, "was: "+or(shorten(x.Was, 90), "none"))
	}
	for _, x := range c.Todo.Done {
		line("to-do row done", x.Section, x.Text, "")
	}
	for _, x := range c.Todo.Carried {
		line("to-do row kept", x.Section, x.Text, "no source has it any more")
	}
	for _, x := range c.Todo.Gone {
		line("to-do row gone", x.Section, x.Text, x.Why)
	}
	if !any {
		fmt.Fprintln(tw, "  no item or to-do row changed")
	}
	tw.Flush()
}
