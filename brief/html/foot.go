package html

import (
	"slices"
	"strconv"

	"readahead/brief/galley"
)

// footer writes the endnotes and what is to be said of them.
func (p *page) footer() {
	p.s("<footer>\n<div class=\"notes\">\n")
	p.remarks(p.Before)
	if len(p.Sources) > 0 {
		p.s("<section role=\"doc-endnotes\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">", escape(p.SourcesTitle), "</h2>\n")
		if p.SourcesNote != "" {
			p.s("<p>", escape(p.SourcesNote), "</p>\n")
		}
		p.s("<ol>\n")
		for i := range p.Sources {
			p.endnote(i)
		}
		p.s("</ol>\n</section>\n")
	}
	p.remarks(p.Remarks)
	p.s("</div>\n")
	p.facts("designation", p.Designation)
	p.marking()
	p.s("</footer>\n")
}

// remarks writes short texts behind their labels.
func (p *page) remarks(facts []galley.Fact) {
	for _, r := range facts {
		p.s("<p", p.dir(r.Value), `><span class="label">`, escape(r.Label), "</span> ")
		p.words(r.Value)
		p.s("</p>\n")
	}
}

// endnote writes a source, with links back to the parts that cite it.
func (p *page) endnote(i int) {
	src := &p.Sources[i]
	number := strconv.Itoa(src.Number)
	p.s("<li")
	if p.Find(src.Number) == i { // an id stands once
		p.s(` id="source-`, number, `"`)
	}
	p.s(` value="`, number, `"`, p.dir(src.Title+src.Rest), ">")
	p.source(src)
	if places := p.cited[src.Number]; len(places) > 0 && p.Find(src.Number) == i {
		p.s(` <span class="back">↩`)
		for _, at := range places {
			p.back(src.Number, at)
		}
		p.s("</span>")
	}
	p.s("</li>\n")
}

// annexNote writes a source on the second page. It is led to if the first has
// none of its number.
func (p *page) annexNote(src *galley.Source) {
	number := strconv.Itoa(src.Number)
	p.s("<li")
	if p.InAnnex(src.Number) && !slices.Contains(p.noted, src.Number) {
		p.noted = append(p.noted, src.Number)
		p.s(` id="annex-source-`, number, `"`)
	}
	p.s(` value="`, number, `"`, p.dir(src.Title+src.Rest), ">")
	p.source(src)
	p.s("</li>\n")
}

// source writes what is said of a source, with a link to it.
func (p *page) source(src *galley.Source) {
	p.s("<cite>")
	if src.URL != "" {
		p.s(`<a href="`, escape(src.URL), `" rel="noopener noreferrer">`)
		p.words(src.Title)
		p.s("</a>")
	} else {
		p.words(src.Title)
	}
	p.s("</cite>")
	p.words(src.Rest)
}

// back writes a link to where a part cites the source: by the part's number
// or, where it has none, its title.
func (p *page) back(source, at int) {
	part := p.all[at]
	p.s(` <a role="doc-backlink" href="#`, citeID(source, at), `" aria-label="`, escape(part.Title.Words), `">`, escape(part.Short), "</a>")
}
