package typeface

import (
	"fmt"

	otfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// characters reads the font's map from characters to glyphs.
func (f *file) characters() (otfont.Cmap, error) {
	raw, err := f.read("cmap", 4)
	if err != nil {
		return nil, err
	}
	var chars otfont.Cmap
	err = guard(func() error {
		t, _, err := tables.ParseCmap(raw)
		if err != nil {
			return err
		}
		chars, _, err = otfont.ProcessCmap(t, tables.FPNone)
		return err
	})
	if err != nil || chars == nil {
		return nil, f.damaged("its character map cannot be read")
	}
	return chars, nil
}

// lookUp returns the glyph of a character, 0 if there is none. A map may be
// damaged where nobody looked before.
func lookUp(chars otfont.Cmap, r rune) (id uint16) {
	_ = guard(func() error {
		if g, ok := chars.Lookup(r); ok && g <= 0xFFFF {
			id = uint16(g)
		}
		return nil
	})
	return id
}

// guard calls f, which reads a font with the help of package typesetting. That
// is written for sound fonts: what makes it panic is a damaged one.
func guard(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return f()
}
