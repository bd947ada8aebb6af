package preflight

import "bytes"

// external checks an external object that the content draws.
func (s *scan) external() {
	v := s.resource("XObject", s.operand(0))
	c := s.c
	x := c.f.stream(v)
	if x == nil {
		return
	}
	n := objectOf(v, s.object)
	switch kind := c.f.name(x.dict["Subtype"]); kind {
	case "Image":
		s.drawn()
		c.checkImage(n, x.dict)
		for _, k := range []name{"SMask", "Mask"} {
			if m := c.f.stream(x.dict[k]); m != nil {
				c.checkImage(objectOf(x.dict[k], n), m.dict)
			}
		}
	case "Form":
		s.form(n, x)
	default:
		c.a("6.2.9", n, "an external object of the kind %q is not allowed", kind)
	}
}

// checkImage checks a picture of pixels (ISO 19005-3, 6.2.8).
func (c *checker) checkImage(n int, d dict) {
	if d["Alternates"] != nil {
		c.a("6.2.8", n, "a picture has alternates")
	}
	if d["OPI"] != nil {
		c.a("6.2.8", n, "a picture refers to another file")
	}
	if c.f.isTrue(d["Interpolate"]) {
		c.a("6.2.8", n, "a picture is to be interpolated")
	}
	bits, has := c.f.integer(d["BitsPerComponent"])
	mask := c.f.isTrue(d["ImageMask"])
	switch {
	case !has || !mask && (bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16), mask && bits == 1:
	default:
		c.a("6.2.8", n, "a picture has %d bits a colour", bits)
	}
	for _, filter := range c.f.list(d["Filter"]) {
		if k := c.f.name(filter); k == "JPXDecode" {
			c.pdf("7.4.9", n, "a JPEG 2000 picture is not checked here")
			return
		}
	}
	if d["Intent"] != nil {
		c.checkIntent(n, d["Intent"])
	}
	if !mask {
		c.checkSpace(n, d["ColorSpace"], 0)
	}
}

// form goes through the content of a form (6.2.9; ISO 14289-1, 7.20).
func (s *scan) form(n int, x *stream) {
	c := s.c
	if x.dict["Ref"] != nil {
		c.both("7.20", "6.2.9", n, "a form refers to another file")
	}
	if x.dict["OPI"] != nil || x.dict["PS"] != nil || c.f.name(x.dict["Subtype2"]) == "PS" {
		c.a("6.2.9", n, "a form holds PostScript or refers to another file")
	}
	if s.depth > 20 {
		c.pdf("8.10", n, "forms are nested too deeply")
		return
	}
	data, err := c.f.decode(x)
	if err != nil {
		c.pdf("8.10", n, "the content of a form cannot be read: %v", err)
		return
	}
	if group := c.f.dict(x.dict["Group"]); group["CS"] != nil {
		c.checkSpace(n, group["CS"], 0)
	}
	inner := &scan{
		c: c, object: n,
		resources: c.f.dict(x.dict["Resources"]), own: x.dict["Resources"] != nil,
		marked: append([]tag(nil), s.marked...), outer: len(s.marked),
		depth: s.depth + 1, state: s.state,
	}
	if !inner.own {
		inner.resources = s.resources
	}
	inner.run(data)
}

// inlineImage passes over a picture in the content (ISO 32000-1, 8.9.7).
func (s *scan) inlineImage(l *lexer) {
	d := dict{}
	for {
		k, err := l.value(0)
		if err != nil {
			return
		}
		key, ok := k.(name)
		if !ok {
			break // ID
		}
		v, err := l.value(0)
		if err != nil {
			return
		}
		d[key] = v
	}
	s.drawn()
	s.c.pdf("8.9.7", s.object, "a picture in the content is not checked here")
	for {
		i := bytes.Index(l.b[l.at:], []byte("EI"))
		if i < 0 {
			l.at = len(l.b)
			return
		}
		l.at += i + 2
		if isSpace(l.b[l.at-3]) && (l.at == len(l.b) || isSpace(l.b[l.at])) {
			return
		}
	}
}
