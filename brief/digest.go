package brief

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"readahead/brief/doc"
	"readahead/brief/font"
	"readahead/brief/layout"
	"readahead/brief/profile"
)

// Digest returns a SHA-256, in hex, of what decides the published page: the
// version of the program, the profile, the template, the contents of the logo,
// fonts and hyphenation patterns that are named, and all that is printed but
// for what the edition says of itself. Two editions with the same digest say
// the same in the same form. Where in a source a text stands, how it scored,
// and the rest of its source do not matter, nor does the machine.
func (p *Prepared) Digest() string {
	s := p.stages
	h := sha256.New()
	// A value of fixed types has one form in JSON, and no two values share it.
	if err := json.NewEncoder(h).Encode(s.contents()); err != nil {
		panic(err) // no content of a briefing is beyond JSON
	}
	return hex.EncodeToString(h.Sum(nil))
}

// contents is what a digest is of.
type contents struct {
	Version     string
	Profile     string
	Language    string
	Sections    []profile.Section
	Size        string
	Formats     []string
	Template    layout.Template
	Fonts       []string // digests of the named ones that are printed in
	Hyphenation string   // digest of the patterns' file
	Brief       doc.Brief
	At          string // of the meeting, with its zone as it is printed
	Annex       doc.Annex
	Attached    [][2]string // names and texts of sources in the PDF
}

func (s *stages) contents() contents {
	p := s.options.Profile
	c := contents{
		Version: s.options.Version, Profile: p.Name, Language: p.Language,
		Sections: slices.Clone(p.Sections), Size: p.Page.Size, Formats: p.Page.Formats,
		Template: s.setter.Template(), Fonts: s.namedFonts(), Brief: printed(s.page.brief),
	}
	for i := range c.Sections {
		c.Sections[i].Weight = float64(tenths(c.Sections[i].Weight))
	}
	if at := s.page.brief.At; !at.IsZero() {
		c.At = at.Format("2006-01-02 15:04 -0700 MST")
	}
	// A template is what it says, wherever it lies.
	c.Template.Name, c.Template.Extends = "", ""
	c.Template.Logo.File, c.Template.Logo.Art = "", layout.Art{}
	if text := s.options.Hyphenation; text != nil {
		c.Hyphenation = digest(text)
	}
	if s.second != nil {
		c.Annex = s.second.annex
		c.Annex.Sections = printedSections(c.Annex.Sections)
		c.Annex.Sources = printedSources(c.Annex.Sources, true)
	}
	if s.attachesSources() {
		for _, a := range s.sourceTexts() {
			c.Attached = append(c.Attached, [2]string{a.Name, string(a.Data)})
		}
	}
	return c
}

// namedFonts returns the digests of the fonts that the profile names and the
// pages are printed in.
func (s *stages) namedFonts() (sums []string) {
	var seen []*font.Face
	for _, p := range s.pages() {
		for _, box := range p.Boxes {
			run, ok := box.(layout.Run)
			if !ok || !run.Face.IsOutside() || slices.Contains(seen, run.Face) {
				continue
			}
			seen = append(seen, run.Face)
			if sum, ok := s.options.Fonts.Sum(run.Face); ok {
				sums = append(sums, sum)
			}
		}
	}
	slices.Sort(sums)
	return sums
}

// printed returns b without what is not printed, and without what the edition
// says of itself. What a later version adds to a brief counts until it is
// taken out here.
func printed(b doc.Brief) doc.Brief {
	b.Edition, b.Changes, b.Legend, b.At = 0, "", "", time.Time{}
	if b.BottomLine != nil {
		it := printedItem(*b.BottomLine)
		b.BottomLine = &it
	}
	b.Sections = printedSections(b.Sections)
	b.Trackers = slices.Clone(b.Trackers)
	for i := range b.Trackers {
		t := &b.Trackers[i]
		t.File, t.Line, t.From = "", 0, nil
	}
	b.Sources = printedSources(b.Sources, false)
	return b
}

func printedSections(sections []doc.Section) []doc.Section {
	sections = slices.Clone(sections)
	for i := range sections {
		sec := &sections[i]
		sec.Items = slices.Clone(sec.Items)
		for k := range sec.Items {
			sec.Items[k] = printedItem(sec.Items[k])
		}
		sec.Tasks = slices.Clone(sec.Tasks)
		for k := range sec.Tasks {
			t := &sec.Tasks[k]
			t.ID, t.File, t.Line, t.From, t.Score, t.News = "", "", 0, nil, 0, ""
		}
	}
	return sections
}

func printedItem(it doc.Item) doc.Item {
	it.File, it.Line, it.From, it.Repeats, it.Score, it.Why, it.News = "", 0, nil, nil, 0, "", ""
	return it
}

// printedSources keeps of a source's file what is printed: its name where
// there is no title, and its base name on the second page.
func printedSources(sources []doc.Source, second bool) []doc.Source {
	sources = slices.Clone(sources)
	for i := range sources {
		src := &sources[i]
		src.SHA256 = ""
		switch {
		case second:
			src.File = layout.BaseName(src.File)
		case layout.Printable(src.Title) != "":
			src.File = ""
		}
	}
	return sources
}
