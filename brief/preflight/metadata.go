package preflight

import (
	"strings"
	"time"
	"unicode/utf8"
)

// checkMetadata checks the document's metadata (ISO 14289-1, 5 and 7.1; ISO
// 19005-3, 6.6).
func (c *checker) checkMetadata() {
	v := c.catalog["Metadata"]
	s, n := c.f.stream(v), objectOf(v, objectOf(c.f.trailer["Root"], 0))
	if s == nil || c.f.name(s.dict["Type"]) != "Metadata" || c.f.name(s.dict["Subtype"]) != "XML" {
		c.both("7.1", "6.6.2.1", n, "the document has no metadata")
		c.ua("5", n, "the file does not say that it is PDF/UA")
		return
	}
	data, err := c.f.decode(s)
	if err != nil {
		c.both("7.1", "6.6.2.1", n, "the metadata cannot be read: %v", err)
		return
	}
	if !utf8.Valid(data) {
		c.a("6.6.2.1", n, "the metadata are not in UTF-8")
	}
	p, err := parseXMP(data)
	if err != nil {
		c.both("5", "6.6.2.1", n, "%v", err)
		return
	}
	for _, word := range strings.Fields(p.header) {
		if strings.HasPrefix(word, "bytes=") || strings.HasPrefix(word, "encoding=") {
			c.a("6.6.2.1", n, "the header of the metadata has an attribute that is no longer allowed")
		}
	}
	c.checkClaims(n, p)
	c.checkProperties(n, p)
	c.checkInfo(n, p)
}

// checkClaims checks that the file says which standards it keeps.
func (c *checker) checkClaims(n int, p *packet) {
	if part := p.find(nsPDFUA, "part"); part == nil {
		c.ua("5", n, "the file does not say that it is PDF/UA")
	} else if part.value() != "1" {
		c.ua("5", n, "the file says that it is PDF/UA-%s", part.value())
	} else if p.prefixes[nsPDFUA] != "pdfuaid" {
		c.ua("5", n, "the claim to PDF/UA has the prefix %q", p.prefixes[nsPDFUA])
	}
	part, level := p.find(nsPDFA, "part"), p.find(nsPDFA, "conformance")
	switch {
	case part == nil || level == nil:
		c.a("6.6.4", n, "the file does not say that it is PDF/A")
	case part.value() != "3" || level.value() != "A":
		c.a("6.6.4", n, "the file says that it is PDF/A-%s%s", part.value(), strings.ToLower(level.value()))
	case p.prefixes[nsPDFA] != "pdfaid":
		c.a("6.6.4", n, "the claim to PDF/A has the prefix %q", p.prefixes[nsPDFA])
	}
	if title := p.find(nsDC, "title"); title == nil || !hasForm(title, "Alt") {
		c.ua("7.1", n, "the metadata have no title")
	} else if strings.TrimSpace(title.value()) == "" {
		c.pdf("14.3.2", n, "the title in the metadata is empty")
	}
}

// checkProperties checks that each property is known to PDF/A or described in
// the file, and has the form that it should have (6.6.2.3.1).
func (c *checker) checkProperties(n int, p *packet) {
	described := c.readExtensions(n, p)
	for _, x := range p.properties {
		form, known := propertyForm(x.space, x.local)
		if !known {
			if form, known = described[[2]string{x.space, x.local}]; !known {
				c.a("6.6.2.3.1", n, "the metadata have the property %q, which is not described", x.local)
				continue
			}
		}
		if !hasForm(x, form) {
			c.a("6.6.2.3.1", n, "the property %q of the metadata has the wrong form", x.local)
		}
	}
}

// propertyForm returns the form of a property that PDF/A knows, and whether
// there is one of the name: an array ("Alt", "Bag", "Seq"), a "Date", an
// "Integer", any "Text", or "" for one that is not looked into.
func propertyForm(space, local string) (form string, known bool) {
	switch space {
	case nsDC:
		switch {
		case oneOf(local, "title description rights"):
			return "Alt", true
		case oneOf(local, "contributor language publisher relation subject type"):
			return "Bag", true
		case oneOf(local, "creator date"):
			return "Seq", true
		}
		return "Text", oneOf(local, "coverage format identifier source")
	case nsXMP:
		switch {
		case oneOf(local, "CreateDate MetadataDate ModifyDate"):
			return "Date", true
		case oneOf(local, "BaseURL CreatorTool Label Nickname"):
			return "Text", true
		case local == "Rating":
			return "Integer", true
		}
		return "", oneOf(local, "Identifier Thumbnails")
	case nsPDF:
		return "Text", oneOf(local, "Keywords PDFVersion Producer")
	case nsPDFA:
		if local == "part" {
			return "Integer", true
		}
		return "Text", oneOf(local, "amd conformance corr")
	case nsMM:
		return "", oneOf(local, "DerivedFrom DocumentID History InstanceID ManagedFrom Manager ManageTo ManageUI ManagerVariant RenditionClass RenditionOf RenditionParams VersionID Versions LastURL SaveID OriginalDocumentID Ingredients Pantry")
	case nsRights:
		return "", oneOf(local, "Certificate Marked Owner UsageTerms WebStatement")
	case nsExtend:
		return "Bag", local == "schemas"
	}
	return "", false
}

func hasForm(x *node, form string) bool {
	_, kind := x.items()
	switch form {
	case "Alt", "Bag", "Seq":
		return kind == form
	case "Text":
		return kind == "" && len(x.kids) == 0
	case "Integer":
		return len(x.kids) == 0 && isInteger(x.value())
	case "Date":
		return len(x.kids) == 0 && isXMPDate(x.value())
	}
	return true
}

func isInteger(s string) bool {
	s = strings.TrimLeft(s, "+-")
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func isXMPDate(s string) bool {
	_, ok := xmpDate(s)
	return ok
}

func xmpDate(s string) (time.Time, bool) {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(form, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// readExtensions checks the descriptions of properties that PDF/A does not
// know (6.6.2.3.3), and returns the forms of those properties.
func (c *checker) readExtensions(n int, p *packet) map[[2]string]string {
	out := map[[2]string]string{}
	schemas, _ := p.find(nsExtend, "schemas").itemsOrNone()
	for _, schema := range schemas {
		schema = schema.resource()
		for _, k := range []string{"schema", "namespaceURI", "prefix"} {
			if schema.child(nsSchema, k).value() == "" {
				c.a("6.6.2.3.3", n, "a description of metadata has no %s", k)
			}
		}
		for _, k := range schema.kids {
			if k.space != nsSchema || !oneOf(k.local, "schema namespaceURI prefix property valueType") {
				c.a("6.6.2.3.2", n, "a description of metadata has the entry %q", k.local)
			}
		}
		properties, kind := schema.child(nsSchema, "property").itemsOrNone()
		if kind != "Seq" {
			c.a("6.6.2.3.3", n, "a description of metadata has no list of properties")
		}
		for _, x := range properties {
			x = x.resource()
			for _, k := range []string{"name", "valueType", "category", "description"} {
				if x.child(nsProperty, k).value() == "" {
					c.a("6.6.2.3.3", n, "a described property of the metadata has no %s", k)
				}
			}
			if category := x.child(nsProperty, "category").value(); !oneOf(category, "internal external") {
				c.a("6.6.2.3.3", n, "a described property of the metadata has the category %q", category)
			}
			form := x.child(nsProperty, "valueType").value()
			if !oneOf(form, "Integer Text Date") {
				form = ""
			}
			out[[2]string{schema.child(nsSchema, "namespaceURI").value(), x.child(nsProperty, "name").value()}] = form
		}
	}
	return out
}

// itemsOrNone is items for a property that may be missing.
func (n *node) itemsOrNone() ([]*node, string) {
	if n == nil {
		return nil, ""
	}
	return n.items()
}

// resource returns the description that an element of an array may have
// around its parts.
func (n *node) resource() *node {
	if d := n.child(nsRDF, "Description"); d != nil {
		return d
	}
	return n
}

// checkInfo compares the information dictionary with the metadata: readers
// show the one or the other (ISO 32000-1, 14.3).
func (c *checker) checkInfo(n int, p *packet) {
	v := c.f.trailer["Info"]
	info, at := c.f.dict(v), objectOf(v, 0)
	for _, x := range []struct {
		key          name
		space, local string
		date         bool
	}{
		{"Title", nsDC, "title", false},
		{"Author", nsDC, "creator", false},
		{"Subject", nsDC, "description", false},
		{"Keywords", nsPDF, "Keywords", false},
		{"Creator", nsXMP, "CreatorTool", false},
		{"Producer", nsPDF, "Producer", false},
		{"CreationDate", nsXMP, "CreateDate", true},
		{"ModDate", nsXMP, "ModifyDate", true},
	} {
		here, has := c.f.text(info[x.key])
		there := p.find(x.space, x.local)
		if !has || info == nil {
			continue
		}
		if same := !x.date && decodeText(here) == there.value() || x.date && sameDate(here, there.value()); !same {
			c.pdf("14.3.3", at, "the document's %s is not that of its metadata (object %d)", x.key, n)
		}
	}
}

// sameDate compares a date string (7.9.4) with one of the metadata.
func sameDate(pdf, xmp string) bool {
	a, ok1 := pdfDate(pdf)
	b, ok2 := xmpDate(xmp)
	return ok1 && ok2 && a.Equal(b)
}

func pdfDate(s string) (time.Time, bool) {
	s = strings.TrimPrefix(s, "D:")
	s = strings.ReplaceAll(s, "'", "")
	for _, form := range []string{"20060102150405Z0700", "20060102150405", "200601021504", "2006010215", "20060102", "200601", "2006"} {
		if t, err := time.Parse(form, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
