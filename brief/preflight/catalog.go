package preflight

// checkCatalog checks the entries of the catalog (ISO 32000-1, 7.7.2).
func (c *checker) checkCatalog() {
	f, cat, n := c.f, c.catalog, objectOf(c.f.trailer["Root"], 0)
	if f.name(cat["Type"]) != "Catalog" {
		c.pdf("7.7.2", n, "the catalog does not say that it is one")
	}
	if !f.isTrue(f.in(cat, "MarkInfo", "Marked")) {
		c.both("6.2", "6.7.2.2", n, "the file does not say that it is tagged")
	}
	if f.isTrue(f.in(cat, "MarkInfo", "Suspects")) {
		c.ua("7.1", n, "the file says that its tags are suspect")
	}
	if !f.isTrue(f.in(cat, "ViewerPreferences", "DisplayDocTitle")) {
		c.ua("7.1", n, "readers are not told to show the title")
	}
	c.hasLang = cat["Lang"] != nil
	if !c.hasLang {
		c.ua("7.2", n, "the document has no language")
	}
	c.checkLang(n, cat["Lang"])
	for _, x := range []struct {
		key         name
		clause, msg string
	}{
		{"AA", "6.5.2", "the document starts actions by itself"},
		{"Requirements", "6.11", "the document demands something of its reader"},
	} {
		if f.resolve(cat[x.key]) != nil {
			c.a(x.clause, n, "%s", x.msg)
		}
	}
	if f.isTrue(cat["NeedsRendering"]) {
		c.a("6.4.2", n, "the document wants to be rendered anew")
	}
	if f.in(cat, "Names", "AlternatePresentations") != nil {
		c.a("6.10", n, "the document has alternate presentations")
	}
	for _, k := range keys(f.dict(cat["Perms"])) {
		if k != "UR3" && k != "DocMDP" {
			c.a("6.1.12", n, "the permission %q is not allowed", k)
		}
	}
	c.checkForm()
	c.checkLayers()
	c.checkOutline(n)
}

// checkOutline follows the outline, whose entries need a language and lead
// somewhere by allowed actions, which are checked with all objects.
func (c *checker) checkOutline(n int) {
	seen := map[value]bool{}
	next := c.catalog["Outlines"]
	for next != nil && !seen[next] {
		r, ok := next.(ref)
		if !ok {
			return
		}
		seen[r] = true
		if title := c.f.in(r, "Title"); title != nil && !c.hasLang {
			c.ua("7.2", int(r), "an outline entry has no language")
		}
		if first := c.f.dict(r)["First"]; first != nil && !seen[first] {
			next = first
			continue
		}
		if next = c.f.dict(r)["Next"]; next == nil {
			next = c.f.dict(c.f.dict(r)["Parent"])["Next"]
		}
	}
}

// checkForm checks the interactive form, of which a briefing has none.
func (c *checker) checkForm() {
	v := c.catalog["AcroForm"]
	form, n := c.f.dict(v), objectOf(v, objectOf(c.f.trailer["Root"], 0))
	if form == nil {
		return
	}
	if form["XFA"] != nil {
		c.a("6.4.2", n, "the document has an XFA form")
		if s := c.f.stream(form["XFA"]); s != nil || c.f.array(form["XFA"]) != nil {
			c.ua("7.15", n, "the document has an XFA form, whose rendering is not checked here")
		}
	}
	if c.f.isTrue(form["NeedAppearances"]) {
		c.a("6.4.1", n, "a form leaves it to the reader how its fields look")
	}
	if len(c.f.array(form["Fields"])) > 0 {
		c.pdf("12.7", n, "the document has form fields, which are not checked here")
	}
}

// checkLayers checks the configurations of optional content (ISO 14289-1,
// 7.10; ISO 19005-3, 6.9).
func (c *checker) checkLayers() {
	v := c.catalog["OCProperties"]
	properties := c.f.dict(v)
	if properties == nil {
		return
	}
	root := objectOf(v, objectOf(c.f.trailer["Root"], 0))
	configs := append(array{properties["D"]}, c.f.array(properties["Configs"])...)
	names := map[string]bool{}
	for _, v := range configs {
		config, n := c.f.dict(v), objectOf(v, root)
		if config == nil {
			continue
		}
		title, _ := c.f.text(config["Name"])
		if title == "" {
			c.both("7.10", "6.9", n, "a configuration of layers has no name")
		} else if names[title] {
			c.a("6.9", n, "two configurations of layers have the name %q", title)
		}
		names[title] = true
		if config["AS"] != nil {
			c.both("7.10", "6.9", n, "a configuration of layers switches them by itself")
		}
		if order := config["Order"]; order != nil {
			listed := map[ref]bool{}
			c.collect(order, listed, 0)
			for _, g := range c.f.array(properties["OCGs"]) {
				if r, ok := g.(ref); ok && !listed[r] {
					c.a("6.9", n, "a configuration of layers does not list all of them")
				}
			}
		}
	}
}

// collect adds the references in v, an array of arrays.
func (c *checker) collect(v value, to map[ref]bool, depth int) {
	if r, ok := v.(ref); ok {
		if to[r] {
			return
		}
		to[r] = true
	}
	if depth > maxNesting {
		return
	}
	for _, e := range c.f.array(v) {
		c.collect(e, to, depth+1)
	}
}

// checkLang checks a language tag: parts of one to eight letters or digits,
// the first of letters (RFC 5646, 2.1).
func (c *checker) checkLang(n int, v value) {
	if v == nil {
		return
	}
	tag, ok := c.f.text(v)
	if tag = decodeText(tag); !ok || !isLanguage(tag) {
		c.ua("7.2", n, "%q is no language tag", tag)
		if tag != "" || !ok {
			c.a("6.7.4", n, "%q is no language tag", tag)
		}
	}
}

func isLanguage(tag string) bool {
	part, first := 0, true
	for i := range len(tag) {
		switch b := tag[i]; {
		case b == '-':
			if part == 0 {
				return false
			}
			part, first = 0, false
		case 'a' <= b|0x20 && b|0x20 <= 'z', isDigit(b) && !first:
			if part++; part > 8 {
				return false
			}
		default:
			return false
		}
	}
	return part > 0
}
