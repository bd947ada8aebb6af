package brief

import (
	"fmt"
	"slices"
	"strconv"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// warnings gathers what the maker of the page should know: what was odd in
// the documents, glyphs that no face has, to-do rows that are not printed.
func (s *stages) warnings() []Warning {
	var out []Warning
	for _, d := range s.docs {
		for _, w := range d.Warnings {
			out = append(out, Warning{File: d.File, Line: d.Line(w.At), Msg: w.Text, Hint: w.Hint})
		}
	}
	for _, w := range s.page.set.Warnings {
		out = append(out, s.unitWarning(w))
	}
	if s.second != nil {
		for _, w := range s.second.set.Warnings {
			out = append(out, Warning{File: s.options.Profile.Name, Msg: "second page: " + w.Msg})
		}
		if n := len(s.second.omitted); n > 0 {
			out = append(out, Warning{
				File: s.options.Profile.Name,
				Msg:  fmt.Sprintf("second page: %s left out for space", count(n, "entry is", "entries are")),
				Hint: "the sidecar lists them; ask for fewer blocks under page.second",
			})
		}
	}
	out = append(out, s.fontWarnings()...)
	if n := len(s.carried); n > 0 {
		out = append(out, Warning{
			File: s.options.Profile.Name,
			Msg:  fmt.Sprintf("%s kept from earlier editions, as no source has %s any more", count(n, "to-do row is", "to-do rows are"), pronoun(n)),
			Hint: "brief explain lists them; those that are settled can be named under closed in the config",
		})
	}
	n := 0
	for _, t := range s.page.omitted {
		if t.forSpace && t.task != nil {
			n++
		}
	}
	if n > 0 {
		out = append(out, Warning{
			File: s.options.Profile.Name,
			Msg:  fmt.Sprintf("%s left out for space", count(n, "to-do row is", "to-do rows are")),
			Hint: "the sidecar lists them; shorten the fixed text, or lower min_items",
		})
	}
	return out
}

// fontWarnings names the fonts that nobody named, on which the page depends.
func (s *stages) fontWarnings() (out []Warning) {
	var seen []*font.Face
	for _, box := range s.page.set.Page.Boxes {
		run, ok := box.(layout.Run)
		if !ok || !run.Face.IsOutside() || slices.Contains(seen, run.Face) {
			continue
		}
		seen = append(seen, run.Face)
		if path, ok := s.options.Fonts.FromSystem(run.Face); ok {
			out = append(out, Warning{
				File: s.options.Profile.Name,
				Msg:  fmt.Sprintf("%s is printed in a font of this machine, %s", strconv.Quote(opening(run.Text)), run.Face.Name),
				Hint: "name it under page.fonts, and the page is the same on every machine: " + path,
			})
		}
	}
	return out
}

// opening returns the beginning of a text.
func opening(text string) string {
	const enough = 12
	n := 0
	for i := range text {
		if n++; n > enough {
			return text[:i] + "…"
		}
	}
	return text
}

func pronoun(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// unitWarning says at which line of which source the page cannot show
// something as it should.
func (s *stages) unitWarning(w layout.Warning) Warning {
	out := Warning{File: s.options.Profile.Name, Msg: w.Msg}
	u, b := s.page.set.Units[w.Unit], s.page.brief
	switch u.Kind {
	case layout.ItemUnit:
		it := b.Sections[u.Section].Items[u.Index]
		out.File, out.Line = it.File, it.Line
	case layout.TaskUnit:
		t := b.Sections[u.Section].Tasks[u.Index]
		out.File, out.Line = t.File, t.Line
	case layout.BottomLineUnit:
		out.File, out.Line = b.BottomLine.File, b.BottomLine.Line
	case layout.TrackerUnit, layout.TrackerRowUnit:
		out.File, out.Line = b.Trackers[u.Section].File, b.Trackers[u.Section].Line
	}
	return out
}
