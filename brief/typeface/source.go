package typeface

import (
	"bytes"
	"cmp"
	"slices"
	"sync"

	otfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/cff"
	ot "github.com/go-text/typesetting/font/opentype"

	"readahead/brief/font"
)

// A source is a [font.Source] over a file. Character map, advances and places
// of the outlines are read at once, outlines when they are asked for, and all
// the rest when a text needs shaping.
type source struct {
	file  *file
	chars otfont.Cmap
	maxp  []byte

	em       int
	glyphs   int
	advances int    // glyphs with an advance of their own
	hmtx     []byte // advance and bearing of these, then bearings of the rest
	loca     []byte
	long     bool  // offsets in loca have 32 bits
	glyf     table // without bytes: the outlines are Compact Font Format

	layout  func() (*otfont.Font, error) // what shaping needs of the font
	cubics  func() (*cff.CFF, error)     // outlines in Compact Font Format
	shapers sync.Pool                    // of *shaper

	mu        sync.Mutex
	converted map[uint16]converted // outlines that were Compact Font Format
}

func newSource(f *file) (*source, error) {
	s := &source{file: f}
	var err error
	if s.chars, err = f.characters(); err != nil {
		return nil, err
	}
	head, err := f.read("head", 54)
	if err != nil {
		return nil, err
	}
	hhea, err := f.read("hhea", 36)
	if err != nil {
		return nil, err
	}
	if s.maxp, err = f.read("maxp", 6); err != nil {
		return nil, err
	}
	if s.hmtx, err = f.read("hmtx", 4); err != nil {
		return nil, err
	}
	s.em = int(be.Uint16(head[18:]))
	if s.em < 16 || s.em > 16384 {
		return nil, f.damaged("its em is not between 16 and 16384 units")
	}
	s.glyphs = min(int(be.Uint16(s.maxp[4:])), font.Blank) // whose number is taken
	s.advances = min(int(be.Uint16(hhea[34:])), len(s.hmtx)/4)
	if s.glyphs == 0 || s.advances == 0 {
		return nil, f.damaged("it has no glyphs")
	}
	if s.glyf = f.table("glyf"); s.glyf.bytes > 0 {
		s.long = be.Uint16(head[50:]) == 1
		if s.loca, err = f.read("loca", 4); err != nil {
			return nil, err
		}
	}
	s.layout = sync.OnceValues(s.readLayout)
	s.cubics = sync.OnceValues(s.readCubics)
	return s, nil
}

func (s *source) readLayout() (f *otfont.Font, err error) {
	err = guard(func() error {
		loader, err := s.loader()
		if err != nil {
			return err
		}
		f, err = otfont.NewFont(loader)
		return err
	})
	return f, err
}

func (s *source) readCubics() (f *cff.CFF, err error) {
	raw, err := s.file.read("CFF ", 4)
	if err != nil {
		return nil, err
	}
	err = guard(func() error {
		f, err = cff.Parse(raw)
		return err
	})
	return f, err
}

// loader returns the tables that shaping needs as package typesetting wants
// them. Outlines, which it would parse glyph by glyph, pictures and variations
// are kept from it.
func (s *source) loader() (*ot.Loader, error) {
	var kept []ot.Table
	for _, t := range s.file.tables {
		switch t.tag {
		case "cmap", "head", "maxp", "hhea", "hmtx", "OS/2", "GSUB", "GPOS", "GDEF", "kern", "morx", "kerx", "ankr", "trak", "feat":
			content, err := s.file.bytes(t.at, t.bytes)
			if err != nil {
				return nil, err
			}
			kept = append(kept, ot.Table{Tag: ot.MustNewTag(t.tag), Content: content})
		}
	}
	slices.SortFunc(kept, func(a, b ot.Table) int { return cmp.Compare(a.Tag, b.Tag) })
	return ot.NewLoader(bytes.NewReader(ot.WriteTTF(kept)))
}

// Glyph returns the number of r's glyph; see [font.Source].
func (s *source) Glyph(r rune) uint16 {
	if id := lookUp(s.chars, r); int(id) < s.glyphs {
		return id
	}
	return 0
}

// NumGlyphs returns the number of glyphs.
func (s *source) NumGlyphs() int { return s.glyphs }

// Metrics returns a glyph's advance and left side bearing.
func (s *source) Metrics(id uint16) (advance, bearing int) {
	n := int(id)
	if n < s.advances {
		advance, bearing = int(be.Uint16(s.hmtx[4*n:])), int(int16(be.Uint16(s.hmtx[4*n+2:])))
	} else {
		advance = int(be.Uint16(s.hmtx[4*(s.advances-1):]))
		if at := 4*s.advances + 2*(n-s.advances); at+2 <= len(s.hmtx) {
			bearing = int(int16(be.Uint16(s.hmtx[at:])))
		}
	}
	if s.glyf.bytes == 0 {
		bearing = s.convert(id).left
	}
	return advance, bearing
}

// Outline returns a glyph's description; see [font.Source].
func (s *source) Outline(id uint16) []byte {
	if int(id) >= s.glyphs {
		return nil
	}
	if s.glyf.bytes == 0 {
		return s.convert(id).outline
	}
	return s.checked(id)
}
