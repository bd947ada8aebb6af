package preflight

import (
	"math"
	"slices"
	"strings"
)

// A fontUse is a font with the codes that content draws in it.
type fontUse struct {
	object  int
	dict    dict
	codes   map[uint16]bool
	private map[uint16]bool // codes drawn where no other text stands for them
	unicode map[uint16]string
	drawn   bool // not only invisibly
}

// show notes the codes that a text operator draws.
func (s *scan) show() {
	c := s.c
	s.drawn()
	if e := s.top().element; !c.hasLang && e != nil && e.inherited("Lang") == nil {
		c.ua("7.2", s.object, "text has no language")
	}
	if s.state.font == nil {
		c.pdf("9.3", s.object, "text is drawn without a font")
		return
	}
	n := objectOf(s.state.font, s.object)
	use := c.fonts[n]
	if use == nil {
		d := c.f.dict(s.state.font)
		use = &fontUse{object: n, dict: d, codes: map[uint16]bool{}, private: map[uint16]bool{}}
		c.fonts[n] = use
	}
	if s.state.invisible {
		return
	}
	use.drawn = true
	actual := s.top().actual
	note := func(b text) {
		if len(b)%2 == 1 {
			c.pdf("9.7.6.2", s.object, "a string of two-byte codes has an odd number of bytes")
		}
		for i := 0; i+1 < len(b); i += 2 {
			code := uint16(b[i])<<8 | uint16(b[i+1])
			use.codes[code] = true
			if !actual {
				use.private[code] = true
			}
		}
	}
	if c.f.name(use.dict["Subtype"]) != "Type0" {
		return
	}
	switch v := s.operand(len(s.operands) - 1).(type) {
	case text:
		note(v)
	case array:
		for _, e := range v {
			if b, ok := e.(text); ok {
				note(b)
			}
		}
	}
}

// checkFonts checks the fonts that are used (ISO 14289-1, 7.21; ISO 19005-3,
// 6.2.11).
func (c *checker) checkFonts() {
	var numbers []int
	for n := range c.fonts {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		c.checkFont(c.fonts[n])
	}
}

func (c *checker) checkFont(use *fontUse) {
	f, d, n := c.f, use.dict, use.object
	if f.name(d["Type"]) != "Font" {
		c.a("6.2.11.2", n, "a font does not say that it is one")
	}
	base := f.name(d["BaseFont"])
	kind := f.name(d["Subtype"])
	if !oneOf(kind, "Type1 MMType1 TrueType Type3 Type0 CIDFontType0 CIDFontType2") {
		c.a("6.2.11.2", n, "the kind of font %q is not allowed", kind)
	}
	if base == "" && kind != "Type3" {
		c.a("6.2.11.2", n, "a font has no name")
	}
	if kind != "Type0" {
		if use.drawn && kind != "Type3" && !c.hasProgram(d["FontDescriptor"]) {
			c.both("7.21.4.1", "6.2.11.4.1", n, "the font %s is not embedded", base)
		}
		c.pdf("9.6", n, "the font %s has single-byte codes and is not checked here", base)
		return
	}
	c.checkUnicode(use)
	encoding := f.name(d["Encoding"])
	if !oneOf(encoding, "Identity-H Identity-V") {
		c.pdf("9.7.5", n, "the encoding of the font %s is not checked here", base)
		return
	}
	v := elementAt(f.array(d["DescendantFonts"]), 0)
	c.checkDescendant(use, objectOf(v, n), f.dict(v))
}

func (c *checker) hasProgram(descriptor value) bool {
	for _, k := range []name{"FontFile", "FontFile2", "FontFile3"} {
		if c.f.stream(c.f.dict(descriptor)[k]) != nil {
			return true
		}
	}
	return false
}

// checkUnicode checks that every code that is drawn stands for some text
// (7.21.7; 6.2.11.7).
func (c *checker) checkUnicode(use *fontUse) {
	use.unicode = c.f.toUnicode(use.dict["ToUnicode"])
	for _, code := range sortedCodes(use.codes) {
		s, ok := use.unicode[code]
		switch {
		case !ok || s == "":
			c.both("7.21.7", "6.2.11.7.2", use.object, "the code %04X stands for no text", code)
		case strings.ContainsAny(s, "\x00\uFEFF\uFFFE"):
			c.both("7.21.7", "6.2.11.7.2", use.object, "the code %04X stands for no character", code)
		case use.private[code] && strings.ContainsFunc(s, isPrivate):
			c.a("6.2.11.7.3", use.object, "the code %04X stands for a private character", code)
		}
	}
}

func isPrivate(r rune) bool {
	return 0xE000 <= r && r <= 0xF8FF || 0xF0000 <= r && r <= 0xFFFFD || 0x100000 <= r && r <= 0x10FFFD
}

func sortedCodes(m map[uint16]bool) []uint16 {
	out := make([]uint16, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// checkDescendant checks the font behind a font of two-byte codes, and its
// program.
func (c *checker) checkDescendant(use *fontUse, n int, d dict) {
	f := c.f
	base := f.name(d["BaseFont"])
	kind := f.name(d["Subtype"])
	if f.name(d["Type"]) != "Font" || base == "" || !oneOf(kind, "CIDFontType0 CIDFontType2") {
		c.a("6.2.11.2", n, "a descendant font lacks its type, kind or name")
	}
	if !oneOf(kind, "CIDFontType0 CIDFontType2") {
		c.ua("7.21.4.1", n, "the font %s is of a kind that has no program", base)
	}
	descriptor := f.dict(d["FontDescriptor"])
	if use.drawn && !c.hasProgram(d["FontDescriptor"]) {
		c.both("7.21.4.1", "6.2.11.4.1", n, "the font %s is not embedded", base)
		return
	}
	if top := f.name(use.dict["BaseFont"]); kind == "CIDFontType2" && top != base || f.name(descriptor["FontName"]) != base {
		c.pdf("9.7.6.1", n, "the font %s has other names in other places", base)
	}
	if tag, _, ok := strings.Cut(string(base), "+"); ok && (len(tag) != 6 || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		c.pdf("9.6.4", n, "the tag of the font subset %s is not of six capital letters", base)
	}
	info := f.dict(d["CIDSystemInfo"])
	for _, k := range []name{"Registry", "Ordering"} {
		if s, _ := f.text(info[k]); s == "" {
			c.pdf("9.7.3", n, "the font %s does not say which characters its numbers stand for", base)
		}
	}
	if kind == "CIDFontType2" && d["CIDToGIDMap"] == nil {
		c.both("7.21.3.2", "6.2.11.3.2", n, "the font %s does not say which glyphs its numbers stand for", base)
	}
	program := f.stream(descriptor["FontFile2"])
	if kind != "CIDFontType2" || program == nil {
		c.pdf("9.9", n, "the program of the font %s is not TrueType, and is not checked here", base)
		return
	}
	c.checkGlyphs(use, n, d, program)
	c.checkCIDSet(use, n, descriptor)
}

// checkGlyphs checks that the font's program has every glyph that is drawn,
// as wide as the file says (7.21.4.1, 7.21.5, 7.21.8; 6.2.11.4, 6.2.11.5,
// 6.2.11.8).
func (c *checker) checkGlyphs(use *fontUse, n int, d dict, program *stream) {
	base := c.f.name(d["BaseFont"])
	data, err := c.f.decode(program)
	var t *trueType
	if err == nil {
		c.room -= len(data) / scanned
		t, err = parseTrueType(data)
	}
	if c.room < 0 {
		err = errMany
	}
	if err != nil {
		c.both("7.21.4.1", "6.2.11.4.1", n, "the program of the font %s cannot be read: %v", base, err)
		return
	}
	var gids []byte
	if s := c.f.stream(d["CIDToGIDMap"]); s != nil {
		gids, _ = c.f.decode(s)
	}
	widths := c.widths(d)
	usual := 1000.0
	if x, ok := c.f.number(d["DW"]); ok {
		usual = x
	}
	for _, code := range sortedCodes(use.codes) {
		gid := int(code)
		if gids != nil {
			gid = 0
			if 2*int(code)+1 < len(gids) {
				gid = bigEndian(gids[2*code : 2*code+2])
			}
		}
		if gid == 0 {
			c.both("7.21.8", "6.2.11.8", n, "the font %s draws the sign for a missing glyph (code %04X)", base, code)
		}
		if gid >= t.glyphs {
			c.both("7.21.4.1", "6.2.11.4.1", n, "the font %s lacks the glyph of the code %04X", base, code)
			continue
		}
		width, ok := widths[int(code)]
		if !ok {
			width = usual
		}
		if real := t.width(gid); math.Abs(real-width) > 1 {
			c.both("7.21.5", "6.2.11.5", n, "a glyph of the font %s is %.0f wide, and the file says %.0f (code %04X)", base, real, width, code)
		}
	}
}

// widths reads the array of widths (ISO 32000-1, 9.7.4.3).
func (c *checker) widths(d dict) map[int]float64 {
	out := map[int]float64{}
	w := c.f.array(d["W"])
	for i := 0; i+1 < len(w); {
		first, _ := c.f.integer(w[i])
		if list := c.f.array(w[i+1]); list != nil {
			if c.room -= len(list); c.room < 0 {
				return out
			}
			for k, v := range list {
				out[first+k], _ = c.f.number(v)
			}
			i += 2
			continue
		}
		last, _ := c.f.integer(w[i+1])
		width, _ := c.f.number(elementAt(w, i+2))
		if c.room -= max(0, last-first); c.room < 0 {
			return out
		}
		for k := first; k <= min(last, math.MaxUint16); k++ {
			out[k] = width
		}
		i += 3
	}
	return out
}

// checkCIDSet checks the set of glyphs, which a font need not have (7.21.4.2;
// 6.2.11.4.2).
func (c *checker) checkCIDSet(use *fontUse, n int, descriptor dict) {
	s := c.f.stream(descriptor["CIDSet"])
	if s == nil {
		return
	}
	set, err := c.f.decode(s)
	for _, code := range sortedCodes(use.codes) {
		if i := int(code) / 8; err != nil || i >= len(set) || set[i]&(0x80>>(code%8)) == 0 {
			c.both("7.21.4.2", "6.2.11.4.2", n, "the set of glyphs of a font does not have all of them")
			return
		}
	}
}
