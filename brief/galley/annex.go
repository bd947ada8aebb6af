package galley

import (
	"slices"

	"readahead/brief/layout"
)

// annex sets what is on a second page.
func (s *setter) annex(second *Second) *Annex {
	w, b, a := s.w, s.brief, &second.Annex
	out := &Annex{Title: printable(b.Title), Page: printable(w.PageOfPages(2, max(b.Pages, 2)))}
	for _, block := range a.Blocks {
		switch block {
		case "talking_points":
			var items []Text
			for i, t := range a.Talking {
				if t = printable(t); t != "" && !second.left(layout.TalkingUnit, i) {
					items = append(items, Text{Words: t})
				}
			}
			if len(items) > 0 {
				add(&out.Parts, Part{Kind: Talking, Title: plain(w.TalkingPoints)}, s.list(items))
			}
		case "todo":
			s.tasks(&out.Parts, a.Sections, second.Left)
		case "sources":
			s.endnotes(&out.Parts, second)
		}
	}
	if f, ok := about(w.LeftOut, w.LeftOutOf(len(second.Left))); ok {
		out.Remarks = append(out.Remarks, f)
	}
	return out
}

// left reports whether a point or a source had no room.
func (s *Second) left(kind layout.UnitKind, i int) bool {
	return slices.Contains(s.Left, layout.Unit{Kind: kind, Section: -1, Index: i})
}

// endnotes appends the sources with everything that is known of them.
func (s *setter) endnotes(parts *[]Part, second *Second) {
	a := &second.Annex
	var notes Endnotes
	for i := range a.Sources {
		if second.left(layout.SourceUnit, i) {
			continue
		}
		title, rest := s.w.AnnexSourceOf(&a.Sources[i])
		notes.Sources = append(notes.Sources, Source{
			Number: a.Sources[i].Citation, Title: printable(title), Rest: behind(rest), URL: webAddress(a.Sources[i].URL),
		})
	}
	if len(notes.Sources) == 0 {
		return
	}
	blocks := []Block{notes}
	if f, ok := about(s.w.Summary, a.Summary...); ok && len(notes.Sources) == len(a.Sources) {
		blocks = append(blocks, f)
	}
	add(parts, Part{Kind: Notes, Title: plain(s.w.Sources)}, blocks...)
}
