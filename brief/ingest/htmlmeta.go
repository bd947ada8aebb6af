package ingest

import (
	"strings"

	"readahead/brief/doc"
)

// A page is what a page's head, and the data in its body that is meant for
// machines, say about it.
type page struct {
	title    doc.Text // of the title element
	shared   doc.Text // og:title
	headings []doc.Text
	lang     string
	site     string
	author   string
	url      string
	dates    [3]string // published, from the surest to the least sure kind of place
	data     linkedData
}

// meta takes in a <meta>.
func (p *page) meta(h *htmlReader, a attributes) {
	if a.hi <= a.lo || a.hi-a.lo > 4096 {
		return
	}
	t := h.plain(h.src.Slice(a.lo, a.hi))
	name, value := a.name, t.String()
	if name == "" {
		name = a.itemprop
	}
	switch name {
	case "og:title", "twitter:title":
		if p.shared.Len() == 0 {
			p.shared = t
		}
	case "og:site_name":
		p.site = value
	case "author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author":
		if p.author == "" && !strings.Contains(value, "://") {
			p.author = value
		}
	case "publisher", "dc.publisher":
		if p.site == "" && !strings.Contains(value, "://") {
			p.site = value
		}
	case "og:url":
		first(&p.url, value)
	case "og:locale", "content-language":
		first(&p.lang, strings.ReplaceAll(value, "_", "-"))
	case "article:published_time", "og:article:published_time", "datepublished":
		first(&p.dates[0], value)
	case "date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued", "dcterms.created",
		"dcterms.issued", "dc.date.created", "sailthru.date", "parsely-pub-date", "article.published", "citation_publication_date",
		"citation_date", "originalpublicationdate", "cxenseparse:recs:publishtime":
		first(&p.dates[1], value)
	}
}

// link takes in a <link>.
func (p *page) link(a attributes) {
	if a.rel == "canonical" {
		p.url = a.url
	}
}

// time takes in a <time>.
func (p *page) time(a attributes) {
	switch {
	case a.datetime == "":
	case strings.Contains(a.itemprop, "datepublished"):
		first(&p.dates[0], a.datetime)
	case strings.Contains(a.class, "publish"), strings.Contains(a.class, "entry-date"):
		first(&p.dates[2], a.datetime)
	}
}

// describe fills in what the page says about itself.
func (p *page) describe(r *reader) {
	title, site := p.bestTitle()
	m := &r.doc.Meta
	if title.Len() > 0 {
		r.doc.Title = title
	}
	m.Title = firstOf(title.String(), p.data.headline, m.Title)
	m.Publisher = firstOf(p.site, p.data.publisher, site)
	m.Author = firstOf(p.author, p.data.author, m.Author)
	if strings.HasPrefix(p.url, "http://") || strings.HasPrefix(p.url, "https://") {
		m.URL = p.url
	}
	for _, s := range []string{p.dates[0], p.data.published, p.dates[1], p.dates[2]} {
		if d := writtenDate(s); !d.IsZero() {
			m.Published = d
			break
		}
	}
	r.doc.Lang = p.lang
}

// bestTitle returns the title of the page, and the name of the site if it
// stands beside the title in the title element: "Title | Site". The longest
// first-level heading that is part of what the page calls itself elsewhere is
// the title (a shorter one may be the site's name); then comes what is shared
// with others, then a heading that is the only one.
func (p *page) bestTitle() (title doc.Text, site string) {
	full, shared := p.title.String(), p.shared.String()
	for _, h := range p.headings {
		s := h.String()
		known := strings.Contains(full, s) || strings.Contains(shared, s) || s == p.data.headline
		if known && s != p.site && h.Len() > title.Len() {
			title = h
		}
	}
	if title.Len() > 0 {
		return title, siteBeside(full, title.String())
	}
	if p.shared.Len() > 0 {
		return p.withoutSite(p.shared), siteBeside(full, shared)
	}
	if len(p.headings) == 1 {
		return p.headings[0], ""
	}
	if p.title.Len() > 0 {
		return p.withoutSite(p.title), ""
	}
	if len(p.headings) > 0 {
		return p.headings[0], ""
	}
	return doc.Text{}, ""
}

// separators are what stands between a title and the name of the site.
const separators = "|-–—:·•»«/"

// siteBeside returns what follows title in full after a separator.
func siteBeside(full, title string) string {
	rest, ok := strings.CutPrefix(full, title)
	if !ok {
		return ""
	}
	site := strings.TrimLeft(rest, separators+" ")
	if len(site) == len(rest) || len(site) > 80 || strings.ContainsAny(site, "|»") {
		return ""
	}
	return site
}

// withoutSite returns the title t without the name of the site at its end.
func (p *page) withoutSite(t doc.Text) doc.Text {
	s, site := t.String(), firstOf(p.site, p.data.publisher)
	if site == "" || !strings.HasSuffix(s, site) {
		return t
	}
	head := s[:len(s)-len(site)]
	if n := len(strings.TrimRight(head, separators+" ")); n > 0 && n < len(head) {
		return t.Slice(0, n)
	}
	return t
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
