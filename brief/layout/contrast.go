package layout

import (
	"fmt"
	"math"
	"reflect"
	"slices"
)

// Contrast returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2,
// "contrast ratio").
func Contrast(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance returns the relative luminance of the colour, 0 to 1 (WCAG 2.2).
func (c Color) luminance() float64 {
	linear := func(v Color) float64 {
		s := float64(v&0xFF) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c>>16) + 0.7152*linear(c>>8) + 0.0722*linear(c)
}

// String returns the colour as templates have it.
func (c Color) String() string { return fmt.Sprintf("#%06x", uint32(c)) }

// toward returns the colour n hundredths of the way to another.
func (c Color) toward(to Color, n int) Color {
	mix := func(shift int) Color {
		x, y := int(c>>shift&0xFF), int(to>>shift&0xFF)
		return Color(x+(y-x)*n/100) << shift
	}
	return mix(16) | mix(8) | mix(0)
}

// passing returns the colour that is nearest to c, towards black or towards
// white, of those that reach the ratio on all grounds, and whether there is
// one.
func (c Color) passing(grounds []Color, ratio float64) (Color, bool) {
	for n := 0; n <= 100; n++ {
		for _, end := range [...]Color{0x000000, 0xFFFFFF} {
			x := c.toward(end, n)
			if lowest, _ := leastContrast(x, grounds); lowest >= ratio {
				return x, true
			}
		}
	}
	return 0, false
}

// leastContrast returns the least contrast of a colour with the grounds, and
// the ground that it is with.
func leastContrast(c Color, grounds []Color) (ratio float64, ground Color) {
	ratio = math.Inf(1)
	for _, g := range grounds {
		if r := Contrast(c, g); r < ratio {
			ratio, ground = r, g
		}
	}
	return ratio, ground
}

// What WCAG 2.2 asks for in success criterion 1.4.3: less of large type, which
// is 18 points and more, or 14 and more in bold.
const (
	textContrast  = 4.5
	largeContrast = 3
	largeSize     = 18 * Pt
	largeBold     = 14 * Pt
)

// checkContrast makes sure that every style can be read on all that it is
// printed on.
func (t *Template) checkContrast(complain complaint) error {
	type pair struct {
		color, first, last Color // of the grounds, of which there are one or two
		need               float64
	}
	passed := make([]pair, 0, 16) // powers are slow, and most styles share a colour
	styles := reflect.ValueOf(&t.Styles).Elem()
	for i, key := range keysOf(styles.Type()) {
		style := styles.Field(i).Addr().Interface().(*Style)
		color, _ := t.Palette.color(style.Color)
		need := float64(textContrast)
		size := style.Size.At(t.Body.Floor)
		if size >= largeSize || size >= largeBold && style.Face == "bold" {
			need = largeContrast
		}
		grounds := t.grounds(key)
		known := pair{color, grounds[0], grounds[len(grounds)-1], need}
		if slices.Contains(passed, known) {
			continue
		}
		ratio, ground := leastContrast(color, grounds)
		if ratio >= need {
			passed = append(passed, known)
			continue
		}
		hint := fmt.Sprintf("no colour near %v does", color)
		if near, ok := color.passing(grounds, need); ok {
			hint = fmt.Sprintf("%q is the nearest that does", near)
		}
		path := "palette." + style.Color
		if grounds[0] != t.Palette.Ground { // a colour of its own is the remedy
			path = "styles." + key + ".color"
			for _, name := range [...]string{"ground", "text"} {
				if c, _ := t.Palette.color(name); Contrast(c, grounds[0]) >= need {
					hint = name + " does, of the palette's colours"
				}
			}
		}
		msg := fmt.Sprintf("has a contrast of %.1f on %v, %s needs %.1f (WCAG 2.2, 1.4.3)", math.Floor(ratio*10)/10, ground, key, need)
		return complain(path, hint, msg)
	}
	return nil
}

// grounds returns the colours that a style is printed on.
func (t *Template) grounds(style string) []Color {
	p := &t.Palette
	switch style {
	case "marking":
		if t.Arrange.Marking == "banner" {
			return []Color{p.Banner}
		}
	case "kicker", "title", "long_title":
		if t.Arrange.Head == "band" {
			return []Color{p.Band}
		}
	case "label", "lead", "point", "bullet", "citation", "flag":
		return []Color{p.Ground, p.Tint}
	}
	return []Color{p.Ground}
}

// LeastContrast returns the least contrast of any style with what it is
// printed on.
func (t *Template) LeastContrast() float64 {
	least := math.Inf(1)
	styles := reflect.ValueOf(&t.Styles).Elem()
	for i, key := range keysOf(styles.Type()) {
		color, _ := t.Palette.color(styles.Field(i).Interface().(Style).Color)
		ratio, _ := leastContrast(color, t.grounds(key))
		least = min(least, ratio)
	}
	return least
}
