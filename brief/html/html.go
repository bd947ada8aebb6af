// Package html writes a galley as one HTML file.
//
// The file stands alone: its style sheet is inside, it has no scripts, and its
// content security policy lets it load nothing. It is read by screen readers
// in the order of the page, has a dark look where the reader prefers one, and
// prints on the paper of the config.
package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"readahead/brief/galley"
)

//go:embed style.css
var style string

// Write writes the galley.
func Write(w io.Writer, g galley.Galley) error {
	p := &page{Galley: &g, all: g.Parts(), heading: "h2", cited: map[int][]int{}}
	p.head()
	p.s("<body>\n")
	p.header()
	p.s("<main>\n")
	for range g.Top {
		p.part()
	}
	class := "columns"
	if g.Columns == 1 {
		class = "column"
	}
	p.s(`<div class="`, class, "\">\n")
	for range g.Body {
		p.part()
	}
	p.s("</div>\n</main>\n")
	p.footer()
	if g.Annex != nil {
		p.annex()
	}
	p.s("</body>\n</html>\n")
	_, err := io.WriteString(w, p.out.String())
	return err
}

// A page is a file under way.
type page struct {
	*galley.Galley
	out     strings.Builder
	all     []*galley.Part
	at      int           // index of the part under way
	heading string        // the tag of a part's heading
	cited   map[int][]int // the parts that cite a source, by its number
	noted   []int         // the numbers of the sources that the second page has noted
}

// s writes markup.
func (p *page) s(markup ...string) {
	for _, m := range markup {
		p.out.WriteString(m)
	}
}

// text writes an element with a text, unless that is empty.
func (p *page) text(tag, class, text string) {
	if text != "" {
		p.s("<", tag, ` class="`, class, `"`, p.dir(text), ">")
		p.words(text)
		p.s("</", tag, ">\n")
	}
}

// words writes a text, and where its script tells that it is in another
// language, in which.
func (p *page) words(text string) {
	for _, s := range p.Stretches(text) {
		if s.Language == "" {
			p.s(escape(s.Text))
			continue
		}
		p.s(`<span lang="`, s.Language, `">`, escape(s.Text), "</span>")
	}
}

// dir lets a text find its own direction where that may not be the page's.
func (p *page) dir(text string) string {
	if !p.RTL() && galley.HasRTL(text) || p.RTL() && !galley.IsRTL(text) {
		return ` dir="auto"`
	}
	return ""
}

func (p *page) head() {
	sheet := fmt.Sprintf("@page{size:%spt %spt;margin:%spt}\n%s",
		points(p.Paper.Width), points(p.Paper.Height), points(p.Paper.Side*0.75), style)
	if p.Marking.TLP != "" {
		sheet += ".tlp{color:#" + p.Marking.Color + "}\n"
	}
	digest := sha256.Sum256([]byte(sheet))
	p.s("<!DOCTYPE html>\n<html")
	if p.Lang != "" {
		p.s(` lang="`, escape(p.Lang), `"`)
	}
	if p.RTL() {
		p.s(` dir="rtl"`)
	}
	p.s(">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-`,
		base64.StdEncoding.EncodeToString(digest[:]), `'; base-uri 'none'; form-action 'none'">`, "\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n",
		`<meta name="referrer" content="no-referrer">`, "\n",
		"<title>", escape(p.Title), "</title>\n")
	for _, m := range [...]struct{ name, content string }{
		{"author", p.Author}, {"description", p.Subtitle()}, {"date", p.AsOf.String()},
	} {
		if m.content != "" {
			p.s(`<meta name="`, m.name, `" content="`, escape(m.content), "\">\n")
		}
	}
	p.s("<style>", sheet, "</style>\n</head>\n")
}

// points writes a length to the hundredth of a point.
func points(f float64) string { return strconv.FormatFloat(math.Round(f*100)/100, 'f', -1, 64) }

func (p *page) header() {
	p.s("<header>\n")
	p.marking()
	p.text("p", "kicker", p.Kicker)
	p.facts("above", p.Above)
	p.text("p", "kicker", p.TitleLabel)
	p.s("<h1", p.dir(p.Title), ">")
	p.words(p.Title)
	p.s("</h1>\n")
	p.text("p", "purpose", p.Purpose)
	p.facts("facts", p.Facts)
	p.s("</header>\n")
}

func (p *page) facts(class string, facts []galley.Fact) {
	if len(facts) == 0 {
		return
	}
	p.s(`<dl class="`, class, "\">\n")
	for _, f := range facts {
		p.s("<div><dt>", escape(f.Label), "</dt><dd", p.dir(f.Value), ">")
		p.words(f.Value)
		p.s("</dd></div>\n")
	}
	p.s("</dl>\n")
}

// marking writes the marking, and the label of the Traffic Light Protocol
// beside it.
func (p *page) marking() {
	if p.Marking.IsEmpty() {
		return
	}
	p.s("<div class=\"markings\">\n")
	p.text("p", "marking", p.Marking.Text)
	p.text("p", "tlp", p.Marking.TLP)
	p.s("</div>\n")
}

// annex writes the second page.
func (p *page) annex() {
	p.s("<section class=\"annex\" aria-labelledby=\"annex\">\n<header>\n")
	p.marking()
	p.s("<div class=\"top\">\n<h2 id=\"annex\"", p.dir(p.Annex.Title), ">")
	p.words(p.Annex.Title)
	p.s("</h2>\n")
	p.text("p", "aside", p.Annex.Page)
	p.s("</div>\n</header>\n")
	p.heading = "h3"
	for range p.Annex.Parts {
		p.part()
	}
	p.remarks(p.Annex.Remarks)
	p.marking()
	p.s("</section>\n")
}
