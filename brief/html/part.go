package html

import (
	"slices"
	"strconv"

	"readahead/brief/galley"
)

// isLead reports whether a part stands before the sections, across the page.
func isLead(k galley.Kind) bool {
	return k == galley.Objectives || k == galley.BottomLine || k == galley.Asks
}

// part writes a part as a section that its heading names.
func (p *page) part(i int) {
	part := &p.Parts[i]
	p.at = i
	id := partID(i)
	class := string(part.Kind)
	if isLead(part.Kind) {
		class = "lead " + class
	}
	p.s(`<section class="`, class, `" aria-labelledby="`, id, "\">\n")
	if part.Aside != "" {
		p.s("<div class=\"top\">\n")
	}
	p.s(`<h2 id="`, id, `"`, p.dir(part.Title.Words), ">")
	if part.Number > 0 {
		p.s(strconv.Itoa(part.Number), " ")
	}
	p.inline(part.Title)
	p.s("</h2>\n")
	if part.Aside != "" {
		p.text("p", "aside", part.Aside)
		p.s("</div>\n")
	}
	for _, b := range part.Blocks {
		switch b := b.(type) {
		case galley.Paragraph:
			p.s("<p")
			if b.Quiet {
				p.s(` class="quiet"`)
			}
			p.s(p.dir(b.Text.Words), ">")
			p.inline(b.Text)
			p.s("</p>\n")
		case galley.List:
			p.list(b)
		case galley.Table:
			p.table(b)
		}
	}
	p.s("</section>\n")
}

func partID(i int) string { return "part-" + strconv.Itoa(i+1) }

func (p *page) list(l galley.List) {
	p.s("<ul>\n")
	for _, t := range l.Items {
		p.s("<li", p.dir(t.Words), ">")
		p.inline(t)
		p.s("</li>\n")
	}
	p.s("</ul>\n")
}

func (p *page) table(t galley.Table) {
	// A wide table scrolls on a narrow screen, by keyboard too.
	p.s(`<div class="scroll" role="group" tabindex="0" aria-label="`, escape(t.Caption), "\">\n<table")
	if t.Checks {
		p.s(` class="todo"`)
	}
	p.s(">\n<caption>", escape(t.Caption), "</caption>\n<thead>\n<tr>")
	for _, name := range t.Head {
		if name == "" {
			p.s("<td></td>") // a heading that says nothing is none
			continue
		}
		p.s(`<th scope="col"`, p.dir(name), ">", escape(name), "</th>")
	}
	p.s("</tr>\n</thead>\n<tbody>\n")
	for _, row := range t.Rows {
		p.s("<tr>")
		for c, cell := range row {
			open, end := "<td", "</td>"
			if c == 0 && cell.Words != "" {
				open, end = `<th scope="row"`, "</th>"
			}
			p.s(open, p.dir(cell.Words), ">")
			p.inline(cell)
			p.s(end)
		}
		p.s("</tr>\n")
	}
	p.s("</tbody>\n</table>\n</div>\n")
}

// inline writes a text with its citation marks and flags.
func (p *page) inline(t galley.Text) {
	p.s(escape(t.Words))
	if len(t.Cites) > 0 {
		p.s(`<span class="cites">`)
		for i, n := range t.Cites {
			if i > 0 {
				p.s(",")
			}
			p.cite(n)
		}
		p.s("</span>")
	}
	if t.Flags != "" {
		p.s(` <span class="flag"`, p.dir(t.Flags), ">", escape(t.Flags), "</span>")
	}
}

// cite writes a citation mark: a link to the endnote, if there is one. The
// first of a source in a part is what the endnote leads back to.
func (p *page) cite(n int) {
	number := strconv.Itoa(n)
	if p.Find(n) < 0 {
		p.s(number)
		return
	}
	p.s(`<a role="doc-noteref" href="#source-`, number, `"`)
	if places := p.cited[n]; !slices.Contains(places, p.at) {
		p.cited[n] = append(places, p.at)
		p.s(` id="`, citeID(n, p.at), `"`)
	}
	p.s(` aria-label="`, escape(p.SourcesTitle), " ", number, `">`, number, "</a>")
}

func citeID(source, part int) string {
	return "cite-" + strconv.Itoa(source) + "-" + strconv.Itoa(part+1)
}

// footer writes the endnotes and what is to be said of them.
func (p *page) footer() {
	p.s("<footer>\n<div class=\"notes\">\n")
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
	for _, r := range p.Remarks {
		p.s("<p", p.dir(r.Value), `><span class="label">`, escape(r.Label), "</span> ", escape(r.Value), "</p>\n")
	}
	p.s("</div>\n")
	p.text("p", "marking", p.Marking)
	p.s("</footer>\n")
}

// endnote writes a source, with links back to the parts that cite it.
func (p *page) endnote(i int) {
	src := &p.Sources[i]
	number := strconv.Itoa(src.Number)
	p.s("<li")
	if p.Find(src.Number) == i { // an id stands once
		p.s(` id="source-`, number, `"`)
	}
	p.s(` value="`, number, `"`, p.dir(src.Title+src.Rest), "><cite>")
	if src.URL != "" {
		p.s(`<a href="`, escape(src.URL), `" rel="noopener noreferrer">`, escape(src.Title), "</a>")
	} else {
		p.s(escape(src.Title))
	}
	p.s("</cite>", escape(src.Rest))
	if places := p.cited[src.Number]; len(places) > 0 && p.Find(src.Number) == i {
		p.s(` <span class="back">↩`)
		for _, at := range places {
			p.back(src.Number, at)
		}
		p.s("</span>")
	}
	p.s("</li>\n")
}

// back writes a link to where a part cites the source: by the part's number
// or, where it has none, its title.
func (p *page) back(source, at int) {
	part := &p.Parts[at]
	shown, name := part.Title.Words, part.Title.Words
	if part.Number > 0 {
		shown = strconv.Itoa(part.Number)
		name = shown + " " + name
	}
	p.s(` <a role="doc-backlink" href="#`, citeID(source, at), `" aria-label="`, escape(name), `">`, escape(shown), "</a>")
}
