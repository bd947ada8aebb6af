package brief

import (
	"slices"

	"readahead/brief/doc"
)

// This file numbers the editions of a briefing. What is chosen for a page must
// not depend on the number, nor on what is said of the changes since the
// edition before, or each edition would call for another: the choice is made
// for a number as wide as it may get and for the room that package layout
// keeps for the changes. So the same input gives the same digest whatever the
// edition before was, but for the to-do rows that are carried from it.

// widestEdition stands for the number of the edition while the page is filled.
const widestEdition = 9999

// fitEdition chooses what of d and of the rows carried from the edition before
// is printed, then puts in what the edition says of itself.
func (s *stages) fitEdition(d draft) error {
	s.carry()
	d = s.withCarried(d)
	d.brief.Changes = s.setter.Words().FirstEdition // anything that has words
	for _, d.brief.Edition = range []int{widestEdition, s.options.Edition} {
		var err error
		if s.page, err = fit(s.setter, d); err != nil {
			return err
		}
		s.compare()
		if err := s.announce(); err != nil || s.page.set.Overflow <= 0 {
			return err
		}
		// A head that is higher with the narrower number: choose for that.
	}
	return &doc.Error{
		File: s.options.Profile.Name,
		Msg:  "the page has no room for the number of its edition",
		Hint: "shorten the title or the purpose",
	}
}

// withCarried returns d with the rows that are carried and their sources.
func (s *stages) withCarried(d draft) draft {
	if len(s.carried) > 0 {
		d.tasks = append(d.tasks, s.carried...)
		d.rankTasks()
	}
	for i, src := range s.gone {
		src.Citation = len(s.assessed.Sources) + i + 1
		d.brief.Sources = append(d.brief.Sources, src)
	}
	d.brief.Summary = d.summary(d.brief.Sources)
	d.omitted = append(d.omitted, s.closed...)
	return d
}

// compare finds what changed since the edition before.
func (s *stages) compare() {
	if s.options.Previous == nil {
		return
	}
	c := Compare(*s.options.Previous, s.sidecar())
	s.changes = &c
}

// announce sets the page again with its number and what changed.
func (s *stages) announce() (err error) {
	b, words := &s.page.brief, s.setter.Words()
	b.Edition = s.options.Edition
	switch {
	case s.changes != nil:
		b.Changes = s.setter.ChangesText(b.Edition, s.changes.tallies(), s.page.size)
		s.changes.Text = b.Changes
		n, second := s.changes.news(), slices.Contains(s.options.Profile.Page.Second, "todo")
		if n.mark(b) || second && len(n.tasks) > 0 { // there the second page has a sign
			b.Legend = s.setter.Legend(b.Edition, b.Changes, s.page.size)
		}
	case b.Edition == 1:
		b.Changes = words.FirstEdition
	default:
		b.Changes = words.NoPrevious
	}
	if s.page.set, err = s.setter.Set(*b, s.page.size); err != nil {
		return err
	}
	s.page.info.Fill = round(s.page.set.Fill, 1000)
	return nil
}

// sidecarOf returns the finished sidecar. The digest is for counted editions.
func (s *stages) sidecarOf(digest string) Sidecar {
	out := s.sidecar()
	if s.options.Edition > 0 {
		out.Digest, out.Changes = digest, s.changes
	}
	return out
}
