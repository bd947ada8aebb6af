package main

import (
	"strings"

	"readahead/brief/layout"
)

// A content is the words of a page with the template they are set by. Lengths
// are in scaled points, as in package layout.
type content struct {
	Template   layout.Template
	Body       layout.Length
	Width      layout.Length
	Height     layout.Length
	Marking    string
	Kicker     string
	Title      string
	Purpose    string
	Facts      []fact
	Objectives []string
	BottomLine rich
	Asks       []string
	Parts      []part
	Notes      []note // of the foot
	NotesLeft  int    // how many of them are in its first column
	About      []rich // below them
}

// A fact is a line beside the title.
type fact struct{ Label, Value string }

// A part is a section or a tracker.
type part struct {
	Heading rich
	Count   string
	Items   []rich
	Checks  bool // its rows have a box to tick
	Head    []string
	Rows    [][]rich
}

// A note is a source.
type note struct {
	Number string
	Text   rich
}

// A rich text is spans of different style.
type rich []span

// A span is text of one style.
type span struct {
	Face   string // regular, semibold, bold or italic
	Size   layout.Length
	Color  layout.Color
	Raised bool // a citation mark
	Text   string
}

func (r rich) String() string {
	var b strings.Builder
	for _, s := range r {
		b.WriteString(s.Text)
	}
	return b.String()
}

// newContent takes the words from the typeset page, so that all of them, in
// the wording of the template, are there.
func newContent(t layout.Template, body layout.Length, set layout.Fitted) *content {
	c := &content{Template: t, Body: body, Width: set.Page.Width, Height: set.Page.Height}
	for i, u := range set.Units {
		all := texts(set.Page, i)
		if len(all) == 0 {
			continue
		}
		first := all[0].text
		switch u.Kind {
		case layout.MarkingUnit:
			c.Marking = first.String()
		case layout.KickerUnit:
			c.Kicker = first.String()
		case layout.TitleUnit:
			c.Title = first.String()
		case layout.PurposeUnit:
			c.Purpose = first.String()
		case layout.FactUnit:
			c.Facts = append(c.Facts, fact{strings.TrimSpace(first[0].Text), first[1:].String()})
		case layout.ObjectiveUnit:
			c.Objectives = append(c.Objectives, first.String())
		case layout.BottomLineUnit:
			c.BottomLine = first
		case layout.AskUnit:
			c.Asks = append(c.Asks, first.String())
		case layout.HeadingUnit, layout.TrackerUnit:
			p := part{Heading: first, Items: []rich{}, Head: []string{}, Rows: [][]rich{}}
			for _, x := range all[1:] {
				if x.tag == layout.TH {
					p.Head = append(p.Head, x.text.String())
				} else {
					p.Count = x.text.String()
				}
			}
			c.Parts = append(c.Parts, p)
		case layout.ItemUnit:
			p := &c.Parts[len(c.Parts)-1]
			p.Items = append(p.Items, first)
		case layout.TaskHeadUnit:
			p := &c.Parts[len(c.Parts)-1]
			p.Checks = true
			for _, x := range all {
				p.Head = append(p.Head, x.text.String())
			}
		case layout.TaskUnit, layout.TrackerRowUnit:
			p := &c.Parts[len(c.Parts)-1]
			row := make([]rich, len(all))
			for k := range all {
				row[k] = all[k].text
			}
			p.Rows = append(p.Rows, row)
			for len(p.Head) < len(row) {
				p.Head = append(p.Head, "") // the column of the citations
			}
		case layout.SourceUnit:
			c.Notes = append(c.Notes, note{first.String(), all[1].text})
			if all[0].x < c.Width/2 {
				c.NotesLeft++
			}
		case layout.LabelUnit:
			if strings.HasPrefix(first.String(), t.Words.Sources) {
				c.About = append(c.About, first)
			}
		case layout.SummaryUnit, layout.ChangesUnit, layout.LeftOutUnit:
			c.About = append(c.About, first)
		}
	}
	return c
}

// An element is the text of an element of the structure tree.
type element struct {
	index int
	tag   layout.Tag
	x     layout.Length // of its first run
	text  rich
}

// texts returns the text of a unit by the elements it is in. Citation marks
// belong to the element around them; bullets and artifacts are left out.
func texts(p layout.Page, unit int) (all []element) {
	for _, box := range p.Boxes {
		r, ok := box.(layout.Run)
		if !ok || r.From != unit || r.Element == layout.Artifact {
			continue
		}
		at, raised := around(p, r.Element)
		tag := p.Elements[at].Tag
		if tag == layout.Lbl && r.Text == "•" {
			continue
		}
		s := span{Face: r.Face.Name, Size: r.Size, Color: r.Color, Raised: raised, Text: r.Text}
		if n := len(all); n == 0 || all[n-1].index != at {
			all = append(all, element{index: at, tag: tag, x: r.X})
		}
		e := &all[len(all)-1]
		if n := len(e.text); n > 0 && e.text[n-1].like(s) {
			e.text[n-1].Text += s.Text
		} else {
			e.text = append(e.text, s)
		}
	}
	return all
}

// around returns the innermost element around the one given that is neither a
// link nor a citation, and whether there is a citation between them.
func around(p layout.Page, at int) (outer int, cited bool) {
	for {
		switch p.Elements[at].Tag {
		case layout.Reference:
			cited = true
		case layout.Link, layout.SpanTag:
		default:
			return at, cited
		}
		at = p.Elements[at].Parent
	}
}

// like reports whether s and t are of one style.
func (s span) like(t span) bool {
	s.Text, t.Text = "", ""
	return s == t
}
