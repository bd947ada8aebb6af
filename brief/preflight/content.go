package preflight

import (
	"bytes"
	"cmp"
	"errors"
)

// A scan goes through a content stream (ISO 32000-1, 7.8, annex A).
type scan struct {
	c         *checker
	object    int  // the page or form that the content is of
	resources dict // that names in the content mean
	own       bool // they are the page's or form's own, not inherited
	operands  array
	marked    []tag // open sequences of marked content, the outermost first
	outer     int   // how many of them are from outside a form
	depth     int   // of forms in forms
	inText    bool
	state     graphics
	stack     []graphics
}

// A graphics is what of the graphics state matters here.
type graphics struct {
	font      value
	invisible bool // text is not drawn: rendering mode 3
}

// A tag is an open sequence of marked content (14.6), with what it inherits
// from those around it.
type tag struct {
	artifact bool
	element  *element // whose content it is, or nil
	actual   bool     // another text stands for it
}

// run goes through the content and checks it.
func (s *scan) run(data []byte) {
	c := s.c
	c.room -= len(data) / scanned
	l := &lexer{b: data, content: true, budget: &c.room}
	for {
		v, err := l.value(0)
		if errors.Is(err, errEnd) && len(bytes.TrimSpace(l.b[min(l.at, len(l.b)):])) == 0 {
			break
		}
		if err != nil {
			c.pdf("7.8.2", s.object, "the content %v", err)
			break
		}
		k, ok := v.(keyword)
		if !ok {
			if len(s.operands) < 64 {
				s.operands = append(s.operands, v)
			}
			c.checkValue(s.object, v)
			continue
		}
		if k == "BI" {
			s.inlineImage(l)
		} else {
			s.operator(k)
		}
		s.operands = s.operands[:0]
	}
	for _, msg := range l.faults {
		c.a("6.1.6", s.object, "%s", msg)
	}
	if len(s.marked) != s.outer {
		c.pdf("14.6", s.object, "a sequence of marked content is not closed")
	}
	if len(s.stack) > 0 {
		c.pdf("8.4.2", s.object, "a saved graphics state is not restored")
	}
	if s.inText {
		c.pdf("9.4", s.object, "a text object is not closed")
	}
}

// operator checks one operator with its operands.
func (s *scan) operator(k keyword) {
	switch k {
	case "q":
		if s.stack = append(s.stack, s.state); len(s.stack) > 28 {
			s.c.a("6.1.13", s.object, "more than 28 graphics states are saved at once")
		}
	case "Q":
		if len(s.stack) == 0 {
			s.c.pdf("8.4.2", s.object, "a graphics state is restored that was not saved")
			return
		}
		s.state, s.stack = s.stack[len(s.stack)-1], s.stack[:len(s.stack)-1]
	case "BT", "ET":
		if s.inText == (k == "BT") {
			s.c.pdf("9.4", s.object, "text objects are nested or not closed")
		}
		s.inText = k == "BT"
	case "BMC", "BDC":
		s.begin()
	case "EMC":
		if len(s.marked) == s.outer {
			s.c.pdf("14.6", s.object, "a sequence of marked content is closed that was not opened")
			return
		}
		s.marked = s.marked[:len(s.marked)-1]
	case "Tf":
		s.state.font = s.resource("Font", s.operand(0))
	case "Tr":
		n, _ := s.operand(0).(int)
		s.state.invisible = n == 3
	case "Tj", "'", "\"", "TJ":
		s.show()
	case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*":
		s.drawn()
	case "sh":
		s.drawn()
		s.c.pdf("8.7.4", s.object, "a shading is not checked here")
	case "Do":
		s.external()
	case "gs":
		s.c.checkState(s.object, s.resource("ExtGState", s.operand(0)))
	case "g", "G":
		s.c.checkSpace(s.object, name("DeviceGray"), 0)
	case "rg", "RG":
		s.c.checkSpace(s.object, name("DeviceRGB"), 0)
	case "k", "K":
		s.c.checkSpace(s.object, name("DeviceCMYK"), 0)
	case "cs", "CS":
		n, _ := s.operand(0).(name)
		if oneOf(n, "DeviceGray DeviceRGB DeviceCMYK Pattern") {
			s.c.checkSpace(s.object, n, 0)
		} else {
			s.c.checkSpace(s.object, s.resource("ColorSpace", n), 0)
		}
	case "ri":
		s.c.checkIntent(s.object, s.operand(0))
	case "scn", "SCN":
		if _, ok := s.operand(len(s.operands) - 1).(name); ok {
			s.c.pdf("8.7", s.object, "a pattern is not checked here")
		}
	default:
		if !oneOf(k, "w J j M d i cm m l c v y h re n W W* Tc Tw Tz TL Ts Td TD Tm T* d0 d1 SC sc MP DP") {
			s.c.a("6.2.2", s.object, "the content has the operator %q, which is none", string(k))
		}
	}
}

func (s *scan) operand(i int) value {
	if i < 0 {
		return nil
	}
	return elementAt(s.operands, i)
}

// resource returns what the content means by a name.
func (s *scan) resource(kind name, v value) value {
	k, _ := v.(name)
	r := s.c.f.dict(s.resources[kind])[k]
	if s.c.f.resolve(r) == nil {
		s.c.pdf("7.8.3", s.object, "the content names %q, which is not in its resources", k)
	} else if !s.own {
		s.c.a("6.2.2", s.object, "the content has no resources of its own")
	}
	return r
}

// begin opens a sequence of marked content.
func (s *scan) begin() {
	outer := s.top()
	kind, _ := s.operand(0).(name)
	v := s.operand(1)
	if k, ok := v.(name); ok {
		v = s.resource("Properties", k)
	}
	properties := s.c.f.dict(v)
	var own *element
	if id, ok := s.c.f.integer(properties["MCID"]); ok {
		m := mark{s.object, id}
		s.c.marks[m]++
		own = s.c.parentOf(m)
	}
	artifact := kind == "Artifact"
	if artifact && outer.element != nil {
		s.c.ua("7.1", s.object, "content that is marked as artifact is inside tagged content")
	}
	if own != nil && (outer.artifact || artifact) {
		s.c.ua("7.1", s.object, "tagged content is inside content that is marked as artifact")
	}
	t := tag{outer.artifact || artifact, cmp.Or(own, outer.element), outer.actual || properties["ActualText"] != nil || own.inherited("ActualText") != nil}
	if kind == "Span" {
		s.c.checkLang(s.object, properties["Lang"])
		for _, k := range []name{"ActualText", "Alt", "E"} {
			if properties[k] != nil && properties["Lang"] == nil && !s.c.hasLang && t.element.inherited("Lang") == nil {
				s.c.ua("7.2", s.object, "the %s of marked content has no language", k)
			}
		}
	}
	if len(s.marked) > 1000 {
		s.c.pdf("14.6", s.object, "marked content is nested too deeply")
		return
	}
	s.marked = append(s.marked, t)
}

// top returns the innermost sequence of marked content that is open.
func (s *scan) top() tag {
	if len(s.marked) == 0 {
		return tag{}
	}
	return s.marked[len(s.marked)-1]
}

// drawn checks that what is drawn here is either tagged or an artifact.
func (s *scan) drawn() {
	if t := s.top(); t.element == nil && !t.artifact {
		s.c.ua("7.1", s.object, "content is neither tagged nor marked as artifact")
	}
}

// checkState checks a graphics state dictionary (ISO 19005-3, 6.2.5, 6.2.10).
func (c *checker) checkState(n int, v value) {
	d, n := c.f.dict(v), objectOf(v, n)
	for _, k := range []name{"TR", "HTP"} {
		if d[k] != nil {
			c.a("6.2.5", n, "a graphics state has the entry %s", k)
		}
	}
	if tr := c.f.resolve(d["TR2"]); tr != nil && tr != name("Default") {
		c.a("6.2.5", n, "a graphics state has a transfer function")
	}
	if d["HT"] != nil {
		c.pdf("10.5", n, "a halftone is not checked here")
	}
	if d["Font"] != nil {
		c.pdf("8.4.5", n, "a font in a graphics state is not checked here")
	}
	for _, mode := range c.f.list(d["BM"]) {
		if k := c.f.name(mode); !oneOf(k, "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity") {
			c.a("6.2.10", n, "the blend mode %q is not allowed", k)
		}
	}
	if d["RI"] != nil {
		c.checkIntent(n, d["RI"])
	}
}

func (c *checker) checkIntent(n int, v value) {
	if k := c.f.name(v); !oneOf(k, "RelativeColorimetric AbsoluteColorimetric Perceptual Saturation") {
		c.a("6.2.6", n, "the rendering intent %q is not allowed", k)
	}
}
