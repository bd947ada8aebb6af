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
	p := &page{Galley: &g, cited: map[int][]int{}}
	p.head()
	p.s("<body>\n")
	p.header()
	p.s("<main>\n")
	i := 0
	for ; i < len(g.Parts) && isLead(g.Parts[i].Kind); i++ {
		p.part(i)
	}
	p.s("<div class=\"columns\">\n")
	for ; i < len(g.Parts); i++ {
		p.part(i)
	}
	p.s("</div>\n</main>\n")
	p.footer()
	p.s("</body>\n</html>\n")
	_, err := io.WriteString(w, p.out.String())
	return err
}

// A page is a file under way.
type page struct {
	*galley.Galley
	out   strings.Builder
	at    int           // index of the part under way
	cited map[int][]int // the parts that cite a source, by its number
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
		p.s("<", tag, ` class="`, class, `"`, p.dir(text), ">", escape(text), "</", tag, ">\n")
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
	p.text("p", "marking", p.Marking)
	p.text("p", "kicker", p.Kicker)
	p.s("<h1", p.dir(p.Title), ">", escape(p.Title), "</h1>\n")
	p.text("p", "purpose", p.Purpose)
	if len(p.Facts) > 0 {
		p.s("<dl class=\"facts\">\n")
		for _, f := range p.Facts {
			p.s("<div><dt>", escape(f.Label), "</dt><dd", p.dir(f.Value), ">", escape(f.Value), "</dd></div>\n")
		}
		p.s("</dl>\n")
	}
	p.s("</header>\n")
}
