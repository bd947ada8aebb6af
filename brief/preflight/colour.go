package preflight

// checkIntents checks the output intents, which say what device colours mean
// (ISO 19005-3, 6.2.3).
func (c *checker) checkIntents() {
	root := objectOf(c.f.trailer["Root"], 0)
	var profile value
	for _, v := range c.f.array(c.catalog["OutputIntents"]) {
		intent, n := c.f.dict(v), objectOf(v, root)
		p := intent["DestOutputProfile"]
		if p != nil && profile != nil && p != profile {
			c.a("6.2.3", n, "two output intents have different profiles")
		}
		if p == nil {
			continue
		}
		profile = p
		space := c.checkProfile(objectOf(p, n), c.f.stream(p), "prtr mntr", "6.2.3")
		if c.f.name(intent["S"]) == "GTS_PDFA1" {
			c.intentSpace = space
		}
	}
}

// checkProfile checks an ICC profile's header (ISO 15076-1, 7.2) and returns
// its colour space; "" if it is none.
func (c *checker) checkProfile(n int, s *stream, classes, clause string) string {
	var b []byte
	if s != nil {
		b, _ = c.f.decode(s)
	}
	if len(b) < 128 || string(b[36:40]) != "acsp" {
		c.a(clause, n, "an ICC profile cannot be read")
		return ""
	}
	class, space := string(b[12:16]), string(b[16:20])
	colors := 0
	switch space {
	case "GRAY":
		colors = 1
	case "RGB ", "Lab ":
		colors = 3
	case "CMYK":
		colors = 4
	}
	if size := bigEndian(b[:4]); size != len(b) {
		c.pdf("8.6.5.5", n, "an ICC profile has %d bytes and says %d", len(b), size)
	}
	if !oneOf(class, classes) || b[8] >= 5 || colors == 0 {
		c.a(clause, n, "an ICC profile is of the wrong class, version or colour space")
	} else if k, ok := c.f.integer(s.dict["N"]); !ok || k != colors {
		c.pdf("8.6.5.5", n, "an ICC profile has %d colours, and N says %d", colors, k)
	}
	return space
}

// checkSpace checks a colour space that content uses (6.2.4).
func (c *checker) checkSpace(n int, v value, depth int) {
	if r, ok := v.(ref); ok {
		if c.spaces[r] {
			return
		}
		c.spaces[r] = true
		n = int(r)
	}
	if depth > 8 {
		return
	}
	a := c.f.list(v)
	switch k := c.f.name(elementAt(a, 0)); k {
	case "DeviceRGB", "RGB":
		if c.intentSpace != "RGB " {
			c.a("6.2.4.3", n, "device colours (RGB) are used without an output intent for them")
		}
	case "DeviceCMYK", "CMYK":
		if c.intentSpace != "CMYK" {
			c.a("6.2.4.3", n, "device colours (CMYK) are used without an output intent for them")
		}
	case "DeviceGray", "G":
		if c.intentSpace == "" {
			c.a("6.2.4.3", n, "device colours (grey) are used without an output intent for them")
		}
	case "CalGray", "CalRGB", "Lab":
	case "ICCBased":
		c.checkProfile(objectOf(elementAt(a, 1), n), c.f.stream(elementAt(a, 1)), "prtr mntr scnr spac", "6.2.4.2")
	case "Indexed", "I", "Pattern":
		if base := elementAt(a, 1); base != nil {
			c.checkSpace(n, base, depth+1)
		}
	default:
		c.pdf("8.6", n, "the colour space %q is not checked here", k)
	}
}
