package preflight

import "strings"

// checkFileSpec checks a file specification that holds a file (ISO 14289-1,
// 7.11; ISO 19005-3, 6.8).
func (c *checker) checkFileSpec(n int, d dict) {
	c.embedded[n] = true
	f, _ := c.f.text(d["F"])
	uf, _ := c.f.text(d["UF"])
	if f == "" || uf == "" {
		c.ua("7.11", n, "an attachment has no name, F or UF")
	}
	if d["F"] == nil || d["UF"] == nil {
		c.a("6.8", n, "an attachment has no name, F or UF")
	}
	if c.f.name(d["AFRelationship"]) == "" {
		c.a("6.8", n, "an attachment does not say how it belongs to the document")
	}
	ef := c.f.dict(d["EF"])
	for _, k := range keys(ef) {
		at := objectOf(ef[k], n)
		s := c.f.stream(ef[k])
		if s == nil {
			c.pdf("7.11.4", n, "an attachment has no content")
			continue
		}
		if !isMediaType(string(c.f.name(s.dict["Subtype"]))) {
			c.a("6.8", at, "an attachment has no media type")
		}
		data, err := c.f.decode(s)
		if size, ok := c.f.integer(c.f.in(s.dict, "Params", "Size")); err == nil && ok && size != len(data) {
			c.pdf("7.11.4", at, "an attachment has %d bytes and says %d", len(data), size)
		}
	}
}

// isMediaType reports whether s is two words with a slash between.
func isMediaType(s string) bool {
	kind, sub, ok := strings.Cut(s, "/")
	return ok && isMediaWord(kind) && isMediaWord(sub)
}

func isMediaWord(s string) bool {
	for i := range len(s) {
		if c := s[i]; !isDigit(c) && !('a' <= c|0x20 && c|0x20 <= 'z') && strings.IndexByte("-_+.", c) < 0 {
			return false
		}
	}
	return s != ""
}

// checkAttachments checks that every attachment belongs to something: the
// document, a page, an element (6.8).
func (c *checker) checkAttachments() {
	associated := map[int]bool{}
	for _, n := range c.f.order {
		for _, v := range c.f.list(c.f.dict(c.f.objects[n])["AF"]) {
			associated[objectOf(v, n)] = true
		}
	}
	for _, n := range c.f.order {
		if c.embedded[n] && !associated[n] {
			c.a("6.8", n, "an attachment belongs to nothing in the document")
		}
	}
}

// An Attachment is a file inside the file.
type Attachment struct {
	Name string
	MIME string
	Data []byte
}

// Attachments returns the files that the file's tree of names lists
// (ISO 32000-1, 7.11.4), those that can be read.
func (f *File) Attachments() []Attachment {
	var out []Attachment
	root := f.in(f.trailer, "Root", "Names", "EmbeddedFiles")
	f.walkNames(root, map[ref]bool{}, 0, func(_ string, v value) {
		spec := f.dict(v)
		title, ok := f.text(spec["UF"])
		if !ok {
			title, _ = f.text(spec["F"])
		}
		s := f.stream(f.in(spec, "EF", "F"))
		if s == nil {
			return
		}
		if data, err := f.decode(s); err == nil {
			out = append(out, Attachment{decodeText(title), string(f.name(s.dict["Subtype"])), data})
		}
	})
	return out
}

// walkNames calls visit for each pair in a name tree (7.9.6).
func (f *File) walkNames(node value, seen map[ref]bool, depth int, visit func(string, value)) {
	if r, ok := node.(ref); ok {
		if seen[r] {
			return
		}
		seen[r] = true
	}
	if depth > maxNesting {
		return
	}
	d := f.dict(node)
	pairs := f.array(d["Names"])
	for i := 0; i+1 < len(pairs); i += 2 {
		k, _ := f.text(pairs[i])
		visit(k, pairs[i+1])
	}
	for _, kid := range f.array(d["Kids"]) {
		f.walkNames(kid, seen, depth+1, visit)
	}
}
