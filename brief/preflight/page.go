package preflight

// maxPages is how many pages are checked; a briefing has one.
const maxPages = 1000

// A page is a leaf of the page tree.
type page struct {
	object int
	dict   dict
	above  []dict // the nodes above it, the nearest first
}

// pages returns the pages in their order (ISO 32000-1, 7.7.3).
func (f *File) pages() []page {
	var out []page
	seen := map[int]bool{}
	var walk func(v value, above []dict)
	walk = func(v value, above []dict) {
		r, ok := v.(ref)
		if !ok || seen[int(r)] || len(above) > maxNesting || len(out) >= maxPages {
			return
		}
		seen[int(r)] = true
		d := f.dict(r)
		if kids := f.array(d["Kids"]); kids != nil && f.name(d["Type"]) != "Page" {
			up := append([]dict{d}, above...)
			for _, k := range kids {
				walk(k, up)
			}
			return
		}
		if d != nil {
			out = append(out, page{int(r), d, above})
		}
	}
	walk(f.dict(f.trailer["Root"])["Pages"], nil)
	return out
}

// inherited returns an entry of the page, or of a node above it (7.7.3.4).
func (p page) inherited(key name) value {
	if v := p.dict[key]; v != nil {
		return v
	}
	for _, d := range p.above {
		if v := d[key]; v != nil {
			return v
		}
	}
	return nil
}

// checkPages checks the pages and what is on them.
func (c *checker) checkPages() {
	pages := c.f.pages()
	if len(pages) == 0 {
		c.pdf("7.7.3", 0, "the document has no page")
	}
	if n, ok := c.f.integer(c.f.in(c.catalog, "Pages", "Count")); !ok || n != len(pages) {
		c.pdf("7.7.3.2", 0, "the page tree has %d pages, and counts %d", len(pages), n)
	}
	for _, p := range pages {
		c.checkPage(p)
	}
}

func (c *checker) checkPage(p page) {
	n := p.object
	if c.f.name(p.dict["Type"]) != "Page" {
		c.pdf("7.7.3.3", n, "a page does not say that it is one")
	}
	for _, k := range []name{"MediaBox", "CropBox", "TrimBox", "BleedBox", "ArtBox"} {
		v := p.inherited(k)
		if v == nil && k == "MediaBox" {
			c.pdf("7.7.3.3", n, "a page has no size")
		}
		if r := c.rectangle(v); v != nil && (r.width() < 3 || r.height() < 3 || r.width() > 14400 || r.height() > 14400) {
			c.a("6.1.13", n, "the %s of a page is %g × %g points", k, r.width(), r.height())
		}
	}
	if p.dict["AA"] != nil {
		c.a("6.5.2", n, "a page starts actions by itself")
	}
	if p.dict["PresSteps"] != nil {
		c.a("6.10", n, "a page has steps of a presentation")
	}
	c.checkAnnotations(n, p.dict)
	data, err := c.f.content(p.dict)
	if err != nil {
		c.pdf("7.8.2", n, "the content of a page cannot be read: %v", err)
		return
	}
	group := c.f.dict(p.dict["Group"])
	if c.intentSpace == "" && group["CS"] == nil && c.transparent(p.inherited("Resources"), map[ref]bool{}) {
		c.a("6.2.10", n, "a page is transparent, and it is not said in which colours")
	}
	if group["CS"] != nil {
		c.checkSpace(n, group["CS"], 0)
	}
	s := &scan{c: c, object: n, resources: c.f.dict(p.dict["Resources"]), own: p.dict["Resources"] != nil}
	if !s.own {
		s.resources = c.f.dict(p.inherited("Resources"))
	}
	s.run(data)
}

// pageBox returns what of the page is shown.
func (c *checker) pageBox(page dict) rectangle {
	for _, k := range []name{"CropBox", "MediaBox"} {
		if page[k] != nil {
			return c.rectangle(page[k])
		}
	}
	return rectangle{-14400, -14400, 14400, 14400}
}

// content returns a page's content streams, put together.
func (f *File) content(page dict) ([]byte, error) {
	var b []byte
	for _, v := range f.list(page["Contents"]) {
		s := f.stream(v)
		if s == nil {
			continue
		}
		part, err := f.decode(s)
		if err != nil {
			return nil, err
		}
		if f.pasted -= len(part); f.pasted < 0 {
			return nil, errMany
		}
		b = append(append(b, part...), '\n')
	}
	return b, nil
}

// transparent reports whether resources blend anything with what is under it
// (ISO 32000-1, 11.6).
func (c *checker) transparent(v value, seen map[ref]bool) bool {
	resources := c.f.dict(v)
	states := c.f.dict(resources["ExtGState"])
	for _, k := range keys(states) {
		d := c.f.dict(states[k])
		for _, alpha := range []name{"ca", "CA"} {
			if x, ok := c.f.number(d[alpha]); ok && x < 1 {
				return true
			}
		}
		if mask := c.f.resolve(d["SMask"]); mask != nil && mask != name("None") {
			return true
		}
		if mode := c.f.name(d["BM"]); mode != "" && mode != "Normal" && mode != "Compatible" {
			return true
		}
	}
	objects := c.f.dict(resources["XObject"])
	for _, k := range keys(objects) {
		r, _ := objects[k].(ref)
		if seen[r] {
			continue
		}
		seen[r] = true
		d := c.f.dict(r)
		if d["SMask"] != nil || c.f.name(c.f.in(d["Group"], "S")) == "Transparency" || c.transparent(d["Resources"], seen) {
			return true
		}
	}
	return false
}
