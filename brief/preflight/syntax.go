package preflight

import (
	"bytes"
	"math"
	"unicode/utf8"
)

// checkFile checks how the file begins and ends (ISO 19005-3, 6.1.2, 6.1.3).
func (c *checker) checkFile() {
	b := c.f.data
	version := len("%PDF-1.")
	if !bytes.HasPrefix(b, []byte("%PDF-1.")) || len(b) < version+2 || b[version] < '0' || b[version] > '7' || !isLineEnd(b[version+1]) {
		c.both("6.1", "6.1.2", 0, "the first line is not that of a PDF of version 1.0 to 1.7")
	}
	if i := bytes.IndexAny(b, "\r\n"); i >= 0 {
		second := bytes.TrimLeft(b[i:min(len(b), i+8)], "\r\n")
		binary := len(second) > 4 && second[0] == '%'
		for i := 1; binary && i <= 4; i++ {
			binary = second[i] > 127
		}
		if !binary {
			c.a("6.1.2", 0, "the second line is no comment of four bytes over 127")
		}
	}
	end := bytes.LastIndex(b, []byte("%%EOF"))
	if end < 0 {
		c.pdf("7.5.5", 0, "the file does not end with %%%%EOF")
	} else if rest := b[end+5:]; len(rest) > 0 && string(rest) != "\n" && string(rest) != "\r" && string(rest) != "\r\n" {
		c.a("6.1.3", 0, "something follows the end of the file")
	}
	id := c.f.array(c.f.trailer["ID"])
	if first, ok := c.f.text(elementAt(id, 0)); !ok || first == "" || len(id) != 2 {
		c.a("6.1.3", 0, "the trailer has no identifier of the file")
	}
	for _, x := range c.f.faults {
		c.fail(x.standard, x.clause, x.object, "", "%s", x.msg)
	}
	if len(c.f.order) > 8388607 {
		c.a("6.1.13", 0, "there are more than 8,388,607 objects")
	}
}

func elementAt(a array, i int) value {
	if i < len(a) {
		return a[i]
	}
	return nil
}

// checkObjects checks what holds for each object, wherever it stands.
func (c *checker) checkObjects() {
	for _, n := range c.f.order {
		v := c.f.objects[n]
		if s, ok := v.(*stream); ok {
			for _, msg := range s.faults {
				c.a("6.1.7.1", n, "%s", msg)
			}
			c.checkStream(n, s)
			v = s.dict
		}
		c.checkValue(n, v)
	}
}

// checkStream checks a stream's dictionary (6.1.7).
func (c *checker) checkStream(n int, s *stream) {
	if s.dict["F"] != nil || s.dict["FFilter"] != nil || s.dict["FDecodeParms"] != nil {
		c.a("6.1.7.1", n, "the stream lies in another file")
	}
	for _, filter := range c.f.list(s.dict["Filter"]) {
		switch k := c.f.name(filter); {
		case k == "Crypt":
			c.a("6.1.7.2", n, "a stream has an encryption filter")
		case !oneOf(k, "ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode"):
			c.a("6.1.7.2", n, "a stream has the filter %q", k)
		}
	}
}

// checkValue checks a value and all in it: the limits of 6.1.13, names,
// actions, languages.
func (c *checker) checkValue(n int, v value) {
	switch v := v.(type) {
	case int:
		if v > math.MaxInt32 || v < math.MinInt32 {
			c.a("6.1.13", n, "the number %d has more than 32 bits", v)
		}
	case float64:
		if x := math.Abs(v); x > 3.403e38 || x != 0 && x < 1.175e-38 {
			c.a("6.1.13", n, "a number is too large, or too near zero")
		}
	case name:
		c.checkName(n, v)
	case text:
		if len(v) > 32767 {
			c.a("6.1.13", n, "a string has more than 32,767 bytes")
		}
	case array:
		for _, e := range v {
			c.checkValue(n, e)
		}
	case dict:
		for _, k := range keys(v) {
			c.checkName(n, k)
			c.checkValue(n, v[k])
		}
		if _, ok := v["EF"]; ok {
			c.checkFileSpec(n, v)
		}
		if s, ok := v["S"].(name); ok && (v["Type"] == name("Action") || oneOf(s, "Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript URI GoTo GoToR GoToE Thread Named SubmitForm")) && v["P"] == nil {
			c.checkAction(n, v)
		}
	}
}

func (c *checker) checkName(n int, v name) {
	if len(v) > 127 {
		c.a("6.1.13", n, "a name has more than 127 bytes")
	}
	if !utf8.ValidString(string(v)) {
		c.a("6.1.8", n, "a name is not in UTF-8")
	}
}

// checkAction checks an action, and those that follow it (6.5.1). A structure
// element has an S, too, but also a P.
func (c *checker) checkAction(n int, action dict) {
	switch s := c.f.name(action["S"]); {
	case s == "Named":
		if k := c.f.name(action["N"]); !oneOf(k, "NextPage PrevPage FirstPage LastPage") {
			c.a("6.5.1", n, "the named action %q is not allowed", k)
		}
	case !oneOf(s, "GoTo GoToR GoToE Thread URI SubmitForm"):
		c.a("6.5.1", n, "an action of the kind %q is not allowed", s)
	}
}
