package html

import (
	"slices"
	"strconv"

	"readahead/brief/galley"
)

// isLead reports whether a part stands across the page with its heading at
// the left.
func isLead(k galley.Kind) bool {
	return k == galley.Objectives || k == galley.BottomLine || k == galley.Asks
}

// part writes the next part as a section that its heading names, or as
// paragraphs if it has none.
func (p *page) part() {
	part := p.all[p.at]
	if part.Title.Words == "" {
		p.blocks(part)
		p.at++
		return
	}
	id, class := partID(p.at), string(part.Kind)
	if isLead(part.Kind) {
		class = "lead " + class
	}
	p.s(`<section class="`, class, `" aria-labelledby="`, id, "\">\n")
	if part.Aside != "" {
		p.s("<div class=\"top\">\n")
	}
	p.s("<", p.heading, ` id="`, id, `"`, p.dir(part.Title.Words), ">")
	p.inline(part.Title)
	p.s("</", p.heading, ">\n")
	if part.Aside != "" {
		p.text("p", "aside", part.Aside)
		p.s("</div>\n")
	}
	p.blocks(part)
	p.s("</section>\n")
	p.at++
}

func (p *page) blocks(part *galley.Part) {
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
		case galley.Fact:
			p.remarks([]galley.Fact{b})
		case galley.Endnotes:
			p.s("<ol>\n")
			for i := range b.Sources {
				p.annexNote(&b.Sources[i])
			}
			p.s("</ol>\n")
		}
	}
}

func partID(i int) string { return "part-" + strconv.Itoa(i+1) }

func (p *page) list(l galley.List) {
	if l.Marks != nil {
		p.s("<ul class=\"counted\">\n")
	} else {
		p.s("<ul>\n")
	}
	for i, t := range l.Items {
		p.s("<li", p.dir(t.Words), ">")
		if l.Marks != nil {
			p.s(`<span class="mark">`, escape(l.Marks[i]), " </span>")
		}
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
		p.s(`<th scope="col"`, p.dir(name), ">")
		p.words(name)
		p.s("</th>")
	}
	p.s("</tr>\n</thead>\n<tbody>\n")
	for r, row := range t.Rows {
		if t.IsDone(r) {
			p.s(`<tr class="done">`)
		} else {
			p.s("<tr>")
		}
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
	p.words(t.Words)
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
		p.s(` <span class="flag"`, p.dir(t.Flags), ">")
		p.words(t.Flags)
		p.s("</span>")
	}
}

// cite writes a citation mark: a link to the endnote, if there is one. The
// first of a source in a part is what the endnote leads back to.
func (p *page) cite(n int) {
	number := strconv.Itoa(n)
	id := "source-" + number
	switch {
	case p.Find(n) >= 0:
	case p.InAnnex(n):
		id = "annex-" + id
	default:
		p.s(number)
		return
	}
	p.s(`<a role="doc-noteref" href="#`, id, `"`)
	if places := p.cited[n]; !slices.Contains(places, p.at) {
		p.cited[n] = append(places, p.at)
		p.s(` id="`, citeID(n, p.at), `"`)
	}
	p.s(` aria-label="`, escape(p.SourcesTitle), " ", number, `">`, number, "</a>")
}

func citeID(source, part int) string {
	return "cite-" + strconv.Itoa(source) + "-" + strconv.Itoa(part+1)
}
