package font

import (
	"strings"
	"testing"
)

var names = []string{"regular", "semibold", "bold", "italic"}

func TestBuiltin(t *testing.T) {
	for _, name := range names {
		f := Builtin(name)
		if f == nil || f != Builtin(name) {
			t.Fatalf("Builtin(%q) is not one face", name)
		}
		if f.UnitsPerEm != 1000 || f.XHeight <= 400 || f.CapHeight <= f.XHeight || f.Ascent < f.CapHeight || f.Descent >= 0 {
			t.Errorf("%s: measures %+v", name, []int{f.UnitsPerEm, f.XHeight, f.CapHeight, f.Ascent, f.Descent})
		}
		if !strings.HasPrefix(f.PostScriptName, "SourceSans3-") {
			t.Errorf("%s: PostScript name %q", name, f.PostScriptName)
		}
		if slanted := f.ItalicAngle != 0; slanted != (name == "italic") {
			t.Errorf("%s: angle %d", name, f.ItalicAngle)
		}
	}
	if Builtin("comic") != nil {
		t.Error("an unknown name has a face")
	}
}

func TestHas(t *testing.T) {
	const shown = "Az09 ÀÿĞşŁőƠưẬỹΑωάЯђҐ–—‘’“”…•†‡‹›€£¥₹₩№™←→↑↓−×÷≈≠≤≥∞√∑□■▪▲◆○●☐☑✓✗\u00A0\u2003\u202F\t\n\u00AD\u200B\u200D\uFEFF\uFE0F"
	const missing = "日本語한국어עברית😀\uFFFD\x00\x1B\U000E0041\U0010FFFF"
	for _, name := range names {
		f := Builtin(name)
		for _, r := range shown {
			if !f.Has(r) {
				t.Errorf("%s lacks %q", name, r)
			}
		}
		for _, r := range missing {
			if f.Has(r) {
				t.Errorf("%s claims %q", name, r)
			}
		}
		if f.Has(-1) || f.Has(0x7FFFFFFF) {
			t.Errorf("%s claims what is no character", name)
		}
	}
}

// What is missing must be seen.
func TestMissingIsVisible(t *testing.T) {
	for _, name := range names {
		f := Builtin(name)
		if f.Advance(0) == 0 || len(f.outline(0)) == 0 {
			t.Errorf("%s: the box for missing characters is blank", name)
		}
	}
}
