// Package art reads logos: drawings (SVG) and pictures (PNG, JPEG).
//
// Start with [Read]. A drawing is refused rather than drawn wrong: of SVG
// there are filled shapes, groups and transforms, and nothing that loads,
// runs or blends.
package art

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"readahead/brief/doc"
	"readahead/brief/layout"
)

// Limits on what is read. A logo an inch high has no use for more.
const (
	MaxBytes  = 2 << 20
	maxSide   = 4096
	maxPixels = 4 << 20
)

// Read reads the content of an SVG, PNG or JPEG file. What it cannot draw
// comes back as a [*doc.Error] with the file and, of SVG, the line.
func Read(file string, data []byte) (layout.Art, error) {
	refuse := func(hint, format string, args ...any) (layout.Art, error) {
		return layout.Art{}, &doc.Error{File: file, Msg: fmt.Sprintf(format, args...), Hint: hint}
	}
	if len(data) > MaxBytes {
		return refuse("save it smaller", "is larger than %d bytes, too large for a logo", MaxBytes)
	}
	var config func([]byte) (image.Config, error)
	var decode func([]byte) (image.Image, error)
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		config = func(b []byte) (image.Config, error) { return png.DecodeConfig(bytes.NewReader(b)) }
		decode = func(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) }
	case bytes.HasPrefix(data, []byte("\xFF\xD8\xFF")):
		config = func(b []byte) (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(b)) }
		decode = func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) }
	default:
		return readSVG(file, data)
	}
	// The size is known, and bounded, before a pixel is decoded.
	c, err := config(data)
	if err != nil {
		return refuse("save it anew as PNG", "is a damaged picture: %v", err)
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > maxPixels {
		return refuse("save it smaller", "has %d by %d pixels, too many for a logo", c.Width, c.Height)
	}
	img, err := decode(data)
	if err != nil {
		return refuse("save it anew as PNG", "is a damaged picture: %v", err)
	}
	return layout.Art{Width: float64(c.Width), Height: float64(c.Height), Picture: picture(img)}, nil
}

// picture returns the pixels of an image.
func picture(img image.Image) *layout.Picture {
	r := img.Bounds()
	p := &layout.Picture{Width: r.Dx(), Height: r.Dy()}
	p.RGB = make([]byte, 0, 3*r.Dx()*r.Dy())
	alpha, opaque := make([]byte, 0, r.Dx()*r.Dy()), true
	at := pixels(img)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			c := at(x, y)
			p.RGB = append(p.RGB, c.R, c.G, c.B)
			alpha = append(alpha, c.A)
			opaque = opaque && c.A == 0xFF
		}
	}
	if !opaque {
		p.Alpha = alpha
	}
	return p
}

// pixels returns what gives the image's pixels without an allocation for each,
// which [image.Image] takes.
func pixels(img image.Image) func(x, y int) color.NRGBA {
	switch img := img.(type) {
	case *image.NRGBA:
		return img.NRGBAAt
	case image.RGBA64Image:
		return func(x, y int) color.NRGBA {
			c := img.RGBA64At(x, y)
			if c.A == 0 {
				return color.NRGBA{}
			}
			part := func(v uint16) uint8 { return uint8(uint32(v) * 0xFFFF / uint32(c.A) >> 8) }
			return color.NRGBA{R: part(c.R), G: part(c.G), B: part(c.B), A: uint8(c.A >> 8)}
		}
	}
	return func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA) }
}
