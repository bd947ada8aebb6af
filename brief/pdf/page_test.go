package pdf

import (
	"math/rand/v2"
	"strings"
	"time"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// A sheet sets text on a page the simple way: lines as full as they go.
type sheet struct {
	layout.Page
	y layout.Length
}

const margin = 48 * layout.Pt

func newSheet(title string) *sheet {
	s := &sheet{Page: layout.Page{Width: 612 * layout.Pt, Height: 792 * layout.Pt, Lang: "en-GB", Title: title}, y: margin}
	s.Elements = []layout.Element{{Tag: layout.Document, Parent: -1}}
	return s
}

func (s *sheet) element(parent int, tag layout.Tag) int {
	s.Elements = append(s.Elements, layout.Element{Tag: tag, Parent: parent})
	return len(s.Elements) - 1
}

// run sets text at x on the present line and returns where it ends.
func (s *sheet) run(element int, x layout.Length, text, face string, size layout.Length) layout.Length {
	width := widthOf(text, face, size)
	s.Boxes = append(s.Boxes, layout.Run{Element: element, X: x, Y: s.y, Width: width, Text: text, Face: font.Builtin(face), Size: size, Color: 0x222222})
	return x + width
}

// paragraph sets text from x to the right margin.
func (s *sheet) paragraph(element int, x layout.Length, text, face string, size layout.Length) {
	line := ""
	flush := func() {
		s.y += size * 5 / 4
		s.run(element, x, line, face, size)
		line = ""
	}
	for word := range strings.FieldsSeq(text) {
		if line != "" && x+widthOf(line+word, face, size) > s.Width-margin {
			flush()
		}
		line += word + " "
	}
	line = strings.TrimSuffix(line, " ")
	flush()
}

func (s *sheet) rule(x, w, h layout.Length) {
	s.Boxes = append(s.Boxes, layout.Rect{Element: layout.Artifact, X: x, Y: s.y, W: w, H: h, Color: 0x335577})
}

func widthOf(text, face string, size layout.Length) layout.Length {
	f := font.Builtin(face)
	return layout.Length(f.Width(text)) * size / layout.Length(f.UnitsPerEm)
}

var words = strings.Fields(`harbour ferry pilot berth dredging quay crane tide lock basin
lighthouse channel breakwater timetable warehouse customs manifest tonnage cargo freight passenger crew
officer council ministry treasurer auditor union operator contractor surveyor engineer inspector committee
approved delayed reviewed published renewed cancelled measured repaired financed inspected requested agreed
before after during within against between across beyond without because although therefore meanwhile
annual northern southern outer inner temporary permanent coastal municipal regional federal joint quarterly
office traffic affair efficient sufficient draft shift craft raft difference coffee staff
the the the the of of of and and to to in in a a for on with by from at as is was will has have its their
12 30 2031 4.5 per cent million fund share price tariff rate loan bond grant budget levy permit treaty`)

// prose returns about n invented words in sentences, always the same for the
// same seed.
func prose(seed uint64, n int) string {
	rnd := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for n > 0 {
		length := min(8+rnd.IntN(14), max(n, 4))
		for i := range length {
			w := words[rnd.IntN(len(words))]
			if i == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			} else {
				b.WriteByte(' ')
			}
			b.WriteString(w)
			if i > 2 && rnd.IntN(11) == 0 && i < length-1 {
				b.WriteByte(',')
			}
		}
		b.WriteString(". ")
		n -= length
	}
	return strings.TrimSpace(b.String())
}

// fullPage returns a page of about 700 words in four faces with lists, a
// table, links, notes and rules.
func fullPage(seed uint64) layout.Page {
	const body = 95 * layout.Pt / 10
	s := newSheet("Harbour works: note for the Thursday meeting")
	s.run(layout.Artifact, margin, "FOR THE COUNCIL", "semibold", 8*layout.Pt)
	s.y += 20 * layout.Pt
	s.run(s.element(0, layout.H1), margin, s.Title, "bold", 18*layout.Pt)
	s.y += 4 * layout.Pt
	s.rule(margin, s.Width-2*margin, layout.Pt/2)
	s.paragraph(s.element(0, layout.P), margin, prose(seed, 30), "italic", body)
	for n := range uint64(4) {
		sect := s.element(0, layout.Sect)
		s.y += 18 * layout.Pt
		x := s.run(s.element(sect, layout.H2), margin, strings.ToUpper("Priority "+words[n]), "semibold", 10*layout.Pt)
		last := s.Boxes[len(s.Boxes)-1].(layout.Run)
		last.Tracking = layout.Pt / 2
		s.Boxes[len(s.Boxes)-1] = last
		s.rule(x, s.Width-margin-x, layout.Pt/4)
		list := s.element(sect, layout.L)
		for i := range uint64(4) {
			item := s.element(list, layout.LI)
			label := s.element(item, layout.Lbl)
			s.y += body * 5 / 4
			s.run(label, margin, "•", "regular", body)
			s.y -= body * 5 / 4
			lbody := s.element(item, layout.LBody)
			s.paragraph(lbody, margin+12*layout.Pt, prose(seed*100+n*10+i, 28), "regular", body)
			end := s.Boxes[len(s.Boxes)-1].(layout.Run)
			s.run(s.element(lbody, layout.Reference), end.X+end.Width, " [1]", "semibold", 7*layout.Pt)
		}
	}
	s.y += 8 * layout.Pt
	table := s.element(0, layout.TableTag)
	for r := range uint64(6) {
		section := layout.TBody
		if r == 0 {
			section = layout.THead
		}
		row := s.element(s.element(table, section), layout.TR)
		s.y += 12 * layout.Pt
		s.rule(margin, s.Width-2*margin, layout.Pt/4)
		for c := range uint64(5) {
			cell := s.element(row, layout.TD)
			face := "regular"
			if r == 0 {
				s.Elements[cell].Tag, s.Elements[cell].Scope, face = layout.TH, "Column", "semibold"
			}
			s.run(cell, margin+layout.Length(c)*100*layout.Pt, prose(seed+r*5+c, 4)[:14], face, 8*layout.Pt)
		}
	}
	for range 3 {
		note := s.element(0, layout.Note)
		s.y += 11 * layout.Pt
		x := s.run(note, margin, "1. Harbour gazette, 4 March. ", "regular", 8*layout.Pt)
		link := s.element(note, layout.Link)
		s.Elements[link].URL = "https://harbour.example/gazette?issue=4&lang=en"
		s.run(link, x, "harbour.example/gazette", "italic", 8*layout.Pt)
	}
	return s.Page
}

func fullMeta() Meta {
	return Meta{
		Author:   "Harbour office",
		Subject:  "Works, traffic & fees",
		Keywords: "harbour, dredging",
		Creator:  "a test",
		Producer: "package pdf",
		Date:     time.Date(2031, 3, 4, 5, 6, 7, 0, time.UTC),
		Attachments: []Attachment{{
			Name: "notes.json", MIME: "application/json", Description: "What the page says", Relationship: "Data",
			Data: []byte(`{"items":["` + prose(3, 300) + `"]}`),
		}},
	}
}
