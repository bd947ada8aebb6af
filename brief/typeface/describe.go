package typeface

import (
	"path/filepath"
	"strings"

	"github.com/go-text/typesetting/font/opentype/tables"

	"readahead/brief/doc"
	"readahead/brief/font"
)

// A face is a font file as package font draws on it.
type face struct {
	file   *file
	family string
	slant  bool
	face   *font.Face
	*source
}

// newFace reads what is needed of a font before any glyph is. It is refused if
// it may not be embedded, or if it has nothing that can be printed.
func newFace(f *file) (*face, error) {
	if err := f.printable(); err != nil {
		return nil, err
	}
	src, err := newSource(f)
	if err != nil {
		return nil, err
	}
	out := &face{file: f, source: src}
	var h font.Headers
	head, err := f.read("head", len(h.Head))
	if err != nil {
		return nil, err
	}
	hhea, err := f.read("hhea", len(h.Hhea))
	if err != nil {
		return nil, err
	}
	copy(h.Head[:], head)
	copy(h.Hhea[:], hhea)
	copy(h.Maxp[:], src.maxp)
	be.PutUint32(h.Maxp[:], 0x00010000) // the version with limits for outlines

	d := font.Face{
		Name:       filepath.Base(f.path),
		UnitsPerEm: src.em,
		Ascent:     int(int16(be.Uint16(hhea[4:]))),
		Descent:    int(int16(be.Uint16(hhea[6:]))),
		Weight:     400,
	}
	for i := range d.BBox {
		d.BBox[i] = int(int16(be.Uint16(head[36+2*i:])))
	}
	d.CapHeight, d.XHeight = d.Ascent*7/10, d.Ascent/2
	if os2, err := f.read("OS/2", 78); err == nil {
		if w := int(be.Uint16(os2[4:])); 0 < w && w <= 1000 {
			d.Weight = w
		}
		out.slant = be.Uint16(os2[62:])&1 != 0
		if len(os2) >= 90 && be.Uint16(os2) >= 2 {
			d.XHeight, d.CapHeight = int(int16(be.Uint16(os2[86:]))), int(int16(be.Uint16(os2[88:])))
		}
	}
	if post, err := f.read("post", 8); err == nil {
		d.ItalicAngle = int(int64(int32(be.Uint32(post[4:]))) * 100 / 65536)
	}
	if d.ItalicAngle < -9000 || d.ItalicAngle > 9000 {
		d.ItalicAngle = 0
	}
	out.slant = out.slant || d.ItalicAngle != 0
	out.family, d.PostScriptName = f.names()
	out.face = font.New(d, h, src)
	return out, nil
}

// printable says why a font cannot be printed or must not be.
func (f *file) printable() error {
	if os2, err := f.read("OS/2", 10); err == nil {
		const restricted, noSubset, bitmapsOnly = 1 << 1, 1 << 8, 1 << 9
		rights := be.Uint16(os2[8:]) // fsType (OpenType, OS/2)
		switch {
		case rights&0xF == restricted:
			return &doc.Error{File: f.path, Msg: "the font's licence forbids to embed it in documents", Hint: "name another font, a free one of the Noto family say"}
		case rights&(noSubset|bitmapsOnly) != 0:
			return &doc.Error{File: f.path, Msg: "the font's licence forbids to embed parts of it", Hint: "name another font, a free one of the Noto family say"}
		}
	}
	if f.has("CBDT") || f.has("sbix") {
		return &doc.Error{File: f.path, Msg: "is a font of colour pictures", Hint: "name a font that has outlines; Noto Emoji, say, in place of Noto Color Emoji"}
	}
	switch {
	case f.has("glyf") && f.has("loca"), f.has("CFF "):
		return nil
	case f.has("CFF2"):
		return &doc.Error{File: f.path, Msg: "is a variable font with CFF2 outlines, which cannot be printed", Hint: "name the typeface's static .otf or .ttf file"}
	}
	return &doc.Error{File: f.path, Msg: "the font has no outlines", Hint: "name a TrueType or OpenType font that is no bitmap font"}
}

// names returns the font's family and its PostScript name, which may have
// letters, digits and some signs only (OpenType, name, name ID 6).
func (f *file) names() (family, postScript string) {
	const familyID, postScriptID, typographicFamilyID = 1, 6, 16
	if raw, err := f.read("name", 6); err == nil {
		_ = guard(func() error {
			names, _, err := tables.ParseName(raw)
			if err != nil {
				return err
			}
			if family = names.Name(typographicFamilyID); family == "" {
				family = names.Name(familyID)
			}
			postScript = names.Name(postScriptID)
			return nil
		})
	}
	base := strings.TrimSuffix(filepath.Base(f.path), filepath.Ext(f.path))
	if family == "" {
		family = base
	}
	if postScript = plainName(postScript); postScript == "" {
		postScript = plainName(base)
	}
	if postScript == "" {
		postScript = "Font"
	}
	return family, postScript
}

// plainName returns what of a name is allowed in a PostScript name, at most 63
// characters.
func plainName(s string) string {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%#", r) {
			return -1
		}
		return r
	}, s)
	return s[:min(len(s), 63)]
}
