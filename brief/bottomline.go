package brief

import (
	"slices"
	"strings"

	"readahead/brief/doc"
)

// takeBottomLine moves the strongest item of the draft from its section to
// the bottom line: the one that by itself says most of what its section is
// about, as the optimiser counts it. There is none if something speaks against
// every item.
func takeBottomLine(d draft) draft {
	section, at := -1, -1
	var best int64
	for i, sec := range d.sections {
		for k, c := range sec.items {
			if v := sec.alone(c); v > best && d.mayLead(c.item) {
				section, at, best = i, k, v
			}
		}
	}
	if at < 0 {
		return d
	}
	d.sections = slices.Clone(d.sections)
	sec := &d.sections[section]
	lead := sec.items[at].item
	d.brief.BottomLine = &lead
	sec.items = slices.Delete(slices.Clone(sec.items), at, at+1)
	return d
}

// alone is what the page would be worth with c as its only item.
func (sec material) alone(c candidate) int64 {
	v := c.gain
	for _, k := range c.concepts {
		v += sec.weights[k]
	}
	return v
}

// What keeps a sentence from being the page's one message: to be longer than
// can be taken in at once (bytes), or to stand in a source that is so much
// older than the newest (days).
const (
	maxLead    = 320
	maxLeadAge = 366
)

// mayLead reports whether an item can be the bottom line. Somebody's words in
// quotation marks are no message of the page, nor is an example.
func (d draft) mayLead(it doc.Item) bool {
	old := slices.ContainsFunc(d.brief.Sources, func(s doc.Source) bool {
		return s.Citation == it.Citation && !s.Published.IsZero() && s.Published.AddDays(maxLeadAge).Before(d.brief.AsOf)
	})
	return len(it.Text) <= maxLead && len(it.Flags) == 0 && !old && !isExample(it.Text) && !strings.ContainsAny(it.Text[:min(3, len(it.Text))], "\"“‘«„")
}

// isExample reports whether the sentence says near its beginning that it is one
// example of what another states.
func isExample(s string) bool {
	s = strings.ToLower(s[:min(len(s), 60)])
	return strings.Contains(s, "for instance,") || strings.Contains(s, "for example,")
}
