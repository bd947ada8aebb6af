package pdf

import (
	"slices"
	"strconv"

	"readahead/brief/deflate"
	"readahead/brief/layout"
)

// image shows a picture (ISO 32000-1, 8.9).
func (d *pen) image(m layout.Image) {
	d.mark(m.Element)
	d.endText()
	d.cover(rectangle{m.X, m.Y, m.X + m.W, m.Y + m.H})
	b := append(d.buf, "q "...)
	b = appendLength(b, m.W, 2)
	b = append(b, " 0 0 "...)
	b = appendLength(b, m.H, 2)
	b = append(b, ' ')
	b = appendLength(b, m.X, 2)
	b = append(b, ' ')
	b = appendLength(b, d.page.Height-m.Y-m.H, 2)
	b = append(b, " cm/"...)
	b = append(b, pictureName(d.usePicture(m.Picture))...)
	d.buf = append(b, " Do Q\n"...)
}

// usePicture returns the number of a picture in the file.
func (d *pen) usePicture(p *layout.Picture) int {
	i := slices.Index(d.pictures, p)
	if i < 0 {
		i = len(d.pictures)
		d.pictures = append(d.pictures, p)
	}
	return i
}

// pictureName returns the name of picture i in content streams.
func pictureName(i int) string { return "I" + strconv.Itoa(i) }

// isTransparent reports whether what lies under the picture shows.
func isTransparent(p *layout.Picture) bool {
	return slices.ContainsFunc(p.Alpha, func(a byte) bool { return a != 0xFF })
}

// writePictures writes the pictures, each once, and their opacity as soft
// masks (ISO 32000-1, 11.6.5.3).
func (f *file) writePictures(pictures []*layout.Picture) []ref {
	refs := make([]ref, len(pictures))
	for i, p := range pictures {
		refs[i] = f.add()
		dict := appendPicture(nil, p, "RGB")
		if isTransparent(p) {
			mask := f.add()
			f.stream(mask, appendPicture(nil, p, "Gray"), func() []byte { return deflate.Zlib(p.Alpha) })
			dict = append(dict, "/SMask "...)
			dict = appendRef(dict, mask)
		}
		f.stream(refs[i], dict, func() []byte { return deflate.Zlib(p.RGB) })
	}
	return refs
}

func appendPicture(b []byte, p *layout.Picture, space string) []byte {
	b = append(b, "/Type/XObject/Subtype/Image/Width "...)
	b = appendInt(b, p.Width)
	b = append(b, "/Height "...)
	b = appendInt(b, p.Height)
	b = append(b, "/ColorSpace/Device"...)
	b = append(b, space...)
	return append(b, "/BitsPerComponent 8"...)
}
