package preflight

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"readahead/brief"
	"readahead/brief/doc"
	"readahead/brief/profile"
	"readahead/templates"
)

// A generator makes up briefings with whatever text may hold. The same number
// gives the same briefing, as far as the same fonts are installed.
type generator struct {
	*rand.Rand
	logos []string // files
	fonts []string // files with letters that the built-in typeface lacks
}

// hostileBriefing returns the nth made-up briefing.
func hostileBriefing(n int, logos, fonts []string) brief.Options {
	g := generator{rand.New(rand.NewPCG(1911, uint64(n))), logos, fonts}
	p := profile.Profile{
		Name: "made-up", Title: g.phrase(1 + g.IntN(12)), Marking: g.maybe(g.phrase(2)),
		Language:    g.pick("en", "en-GB", "ar", "he-IL", "ja", "de-CH-1996", "und", ""),
		PreparedFor: g.maybe(g.phrase(3)), From: g.maybe(g.phrase(3)), Purpose: g.maybe(g.phrase(20)),
		Meeting: profile.Meeting{With: g.maybe(g.phrase(3)), Place: g.maybe(g.phrase(2)), Minutes: g.IntN(90)},
		TLP:     g.pick("", "", "CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"),
		Page:    g.page(),
	}
	if g.IntN(4) == 0 {
		p.CUI = &doc.CUI{ControlledBy: []string{g.phrase(2)}, Categories: []string{g.word()}, Dissemination: g.maybe(g.word()), POC: g.maybe(g.phrase(2))}
	}
	for range g.IntN(3) {
		p.Objectives = append(p.Objectives, g.phrase(8))
		p.Asks = append(p.Asks, g.phrase(6))
		p.Talking = append(p.Talking, g.phrase(12))
	}
	for i := range 1 + g.IntN(5) {
		s := section(fmt.Sprintf("s%d", i), g.phrase(1+g.IntN(4)), "tide", "rope", "crew")
		if g.IntN(3) == 0 {
			s.Keywords = []string{"nothing has this word"}
		}
		p.Sections = append(p.Sections, s)
	}
	files := map[string]string{}
	var names []string
	for i := range 1 + g.IntN(4) {
		file := fmt.Sprintf("%d.%s", i, g.pick("txt", "md", "html"))
		names = append(names, file)
		files[file] = g.document()
		p.Sources = append(p.Sources, profile.Source{
			Match: file, Title: g.pick("", g.phrase(5), g.phrase(5), g.url()), Publisher: g.maybe(g.phrase(2)),
			Published: doc.Date{Year: 2020 + g.IntN(6), Month: time.Month(1 + g.IntN(12)), Day: 1 + g.IntN(28)},
			URL:       g.maybe(g.url()),
		})
	}
	o := memory(p, names, files)
	o.AttachSources = g.IntN(3) == 0
	return o
}

// page says how the page is to look: each template in each size, with and
// without a logo, a second page, fonts from outside.
func (g generator) page() profile.Page {
	p := profile.Page{Size: g.pick("a4", "letter"), Template: g.pick(templates.Names()...)}
	if g.IntN(3) == 0 {
		p.Logo = profile.Logo{File: g.pick(g.logos...), Alt: g.pick("A lighthouse", g.phrase(3)), Height: float64(12 + g.IntN(30))}
	}
	for _, block := range []string{"talking_points", "todo", "sources"} {
		if g.IntN(3) == 0 {
			p.Second = append(p.Second, block)
		}
	}
	if g.IntN(2) == 0 {
		p.Fonts = g.fonts
	}
	return p
}

func (g generator) pick(from ...string) string { return from[g.IntN(len(from))] }

func (g generator) maybe(s string) string {
	if g.IntN(3) == 0 {
		return ""
	}
	return s
}

// word returns a word: mostly one that a section looks for, or one of those
// that break things.
func (g generator) word() string {
	if g.IntN(4) > 0 {
		return g.pick("tide", "rope", "crew", "the", "harbour", "mends", "before", "winter", "of", "pilots", "and", "have", "buoys", "new")
	}
	return g.pick(
		"\u202Eevil\u202C", "\u2066isolate", "pop\u2069", "\u200Fmark", // bidi controls
		"مرحبا", "שלום", "नमस्ते", "ひらがな", "漢字", "\U00020000", // scripts that faces may lack
		"تقول الشركة إن 42 رحلة", "الحوض (9.5 م) harbour", "המזח נסגר", "港湾局は9月1日に始める。", "「水深」は12メートル", // and in earnest
		"representatives", "characterization", "unquestionable", "recommendations", // words to hyphenate
		"👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☃️", "1️⃣", // emoji
		"e\u0301\u0323\u0300\u0302", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L", "\u0301alone", // combining marks
		strings.Repeat("long", 60), strings.Repeat("W", 200), "dash—dash–dash-"+strings.Repeat("x", 90),
		"<b>bold</b>", "<script>x()</script>", "&amp;&lt;", "](http://x)", "**", "| a | b |", "]]>", "<!--", "%PDF-1.7", "endstream endobj", ") Tj (", "\\051",
		"\x00", "\x1b[31m", "\x07", "\r", "\f", "\v", "\u0085", "\ufeff", "\ufffe", "\uffff", "\ue000", "\U000f0000",
		"\u00ad", "soft\u00adhy\u00adphen", "\u00a0", "\u200b", "\u2028", "\u2029", "\u2011", "ﬁ", "ﬃ", "µ", "Ω", "\u037e", "½", "№",
		"3.14", "−5", "$1,000", "10%", "U.S.", "e.g.", "\xff\xfe", "\xed\xa0\x80", "\xc0\x80",
	)
}

// phrase returns n words.
func (g generator) phrase(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = g.word()
	}
	return strings.Join(words, g.pick(" ", " ", " ", "  ", "\u00a0", ""))
}

func (g generator) url() string {
	return g.pick("https://a.example/", "http://[::1]/", "javascript:alert(1)", "file:///etc/passwd", "https://a.example/"+strings.Repeat("x/", 900),
		"https://a.example/?q="+g.phrase(2), "not an address", "HTTPS://A.EXAMPLE/(x)\\y", "mailto:a@b.example", "https://münchen.example/ü")
}

// document returns paragraphs, lists and tables.
func (g generator) document() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", g.phrase(4))
	for range 1 + g.IntN(12) {
		switch g.IntN(6) {
		case 0:
			g.table(&b)
		case 1:
			for range g.IntN(6) {
				fmt.Fprintf(&b, "- The crew %s.\n", g.phrase(8))
			}
		case 2:
			fmt.Fprintf(&b, "## %s\n", g.phrase(3))
		default:
			for range 1 + g.IntN(4) {
				fmt.Fprintf(&b, "The tide %s. ", g.phrase(5+g.IntN(20)))
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func (g generator) table(b *strings.Builder) {
	header := g.pick("Action | Owner | Due", "Task | Responsible | Deadline | Status", "Anticipated outcome | Actual outcome", "A | B | C | D | E | F | G | H")
	wide := strings.Count(header, "|") + 1
	fmt.Fprintf(b, "| %s |\n|%s\n", header, strings.Repeat("---|", wide))
	for range g.IntN(12) {
		for range wide + g.IntN(2)*g.IntN(2) {
			fmt.Fprintf(b, "| %s ", strings.NewReplacer("\n", " ", "\r", " ").Replace(g.maybe(g.phrase(1+g.IntN(6)))))
		}
		b.WriteString("|\n")
	}
}
