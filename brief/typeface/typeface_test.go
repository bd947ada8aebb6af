package typeface

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"readahead/brief/font"
)

// installed returns the path of a font that a Debian package has.
func installed(t testing.TB, path, pkg string) string {
	t.Helper()
	path = filepath.Join("/usr/share/fonts/truetype", path)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("package %s is not installed", pkg)
		}
		t.Skipf("package %s is not installed", pkg)
	}
	return path
}

func arabic(t testing.TB) string {
	return installed(t, "noto/NotoSansArabic-Regular.ttf", "fonts-noto-core")
}
func japanese(t testing.TB) string {
	return installed(t, "vlgothic/VL-PGothic-Regular.ttf", "fonts-vlgothic")
}

func TestX(t *testing.T) {
	l, err := Open([]string{japanese(t), arabic(t)}, "ja")
	if err != nil {
		t.Fatal(err)
	}
	f := l.Face(font.Builtin("regular"), "港")
	fmt.Println(f.Name, f.PostScriptName, f.Weight, f.UnitsPerEm, f.Shape(nil, "港湾の。"))
	f = l.Face(font.Builtin("regular"), "ع")
	fmt.Println(f.Name, f.PostScriptName, f.Weight)
	for _, g := range f.ShapeRTL(nil, "السلام عليكُم") {
		fmt.Printf("%d %d %d,%d %q\n", g.ID, g.Advance, g.DX, g.DY, g.Text)
	}
	s, _ := Open(nil, "ja", System()...)
	for _, c := range []string{"港", "ع", "ש", "ก", "ह", "한", "😀", "☃"} {
		f := s.Face(font.Builtin("bold"), c)
		if f != nil {
			p, _ := s.FromSystem(f)
			fmt.Println(c, p)
		} else {
			fmt.Println(c, nil)
		}
	}
}
