package typeface

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"readahead/brief/font"
)

// installed returns the path of a font that a Debian package has. What .ci/run
// installs must be there in CI.
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

func noto(t testing.TB, name string) string {
	return installed(t, "noto/NotoSans"+name+".ttf", "fonts-noto-core")
}

func japanese(t testing.TB) string {
	return installed(t, "vlgothic/VL-PGothic-Regular.ttf", "fonts-vlgothic")
}

// faceOf returns the face of a file for a text.
func faceOf(t testing.TB, file, text string) *font.Face {
	t.Helper()
	l, err := Open([]string{file}, "")
	if err != nil {
		t.Fatal(err)
	}
	f := l.Face(font.Builtin("regular"), text)
	if f == nil {
		t.Fatalf("%s lacks %q", file, text)
	}
	return f
}

// Shaped text says of every character which glyph stands for it, once, in the
// order of the line.
func TestShapeKeepsText(t *testing.T) {
	for _, tt := range []struct {
		file, letter, text string
		rtl                bool
	}{
		{noto(t, "Arabic-Regular"), "ا", "السلام عليكُم للاستعمال", true},
		{noto(t, "Hebrew-Regular"), "א", "שָׁלוֹם עולם", true},
		{noto(t, "Thai-Regular"), "ก", "น้ำท่วมที่ท่าเรือ", false},
		{noto(t, "Devanagari-Regular"), "क", "किश्ती क्षेत्र हिन्दी", false},
		{japanese(t), "港", "港湾の工事、12メートル。", false},
	} {
		f := faceOf(t, tt.file, tt.letter)
		var gs []font.Glyph
		if tt.rtl {
			gs = f.ShapeRTL(nil, tt.text)
			slices.Reverse(gs)
		} else {
			gs = f.Shape(nil, tt.text)
		}
		var b strings.Builder
		for _, g := range gs {
			b.WriteString(g.Text)
		}
		if b.String() != tt.text {
			t.Errorf("%s: glyphs stand for %q, want %q", f.Name, b.String(), tt.text)
		}
	}
}

func TestArabic(t *testing.T) {
	f := faceOf(t, noto(t, "Arabic-Regular"), "ب")
	three := f.ShapeRTL(nil, "ببب")
	alone := f.ShapeRTL(nil, "ب")
	if len(three) != 3 || three[0].ID == three[1].ID || three[1].ID == three[2].ID || three[2].ID == alone[0].ID {
		t.Errorf("letters do not join: %v, alone %v", three, alone)
	}
	ligature := f.ShapeRTL(nil, "لا")
	if len(ligature) != 2 || ligature[0].ID != font.Blank || ligature[0].Text != "ا" || ligature[1].Text != "ل" {
		t.Errorf("lam and alef: %v", ligature)
	}
	marked := f.ShapeRTL(nil, "مُ")
	if len(marked) != 2 || marked[0].DX == 0 && marked[0].DY == 0 {
		t.Errorf("the mark does not sit on its letter: %v", marked)
	}
	if f.WidthRTL("ببب") != int(three[0].Advance+three[1].Advance+three[2].Advance) {
		t.Error("the width is not that of the glyphs")
	}
}

// The member of a family that is asked for is taken, whichever was named
// first.
func TestFamily(t *testing.T) {
	files := []string{noto(t, "Arabic-Bold"), noto(t, "Arabic-Regular"), noto(t, "Hebrew-Regular")}
	l, err := Open(files, "ar")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ like, cluster, want string }{
		{"regular", "ب", "NotoSansArabic-Regular.ttf"},
		{"italic", "ب", "NotoSansArabic-Regular.ttf"},
		{"bold", "ب", "NotoSansArabic-Bold.ttf"},
		{"semibold", "ب", "NotoSansArabic-Bold.ttf"},
		{"bold", "א", "NotoSansHebrew-Regular.ttf"},
	} {
		if f := l.Face(font.Builtin(tt.like), tt.cluster); f == nil || f.Name != tt.want {
			t.Errorf("%s %s: %v, want %s", tt.like, tt.cluster, f, tt.want)
		}
	}
}

func TestSystem(t *testing.T) {
	japanese(t)
	noto(t, "Thai-Regular")
	l, err := Open(nil, "en", "/usr/share/fonts")
	if err != nil {
		t.Fatal(err)
	}
	for _, cluster := range []string{"港", "ก", "ע"} {
		f := l.Face(font.Builtin("regular"), cluster)
		if f == nil || !f.Has([]rune(cluster)[0]) {
			t.Errorf("no font for %s", cluster)
		} else if _, ok := l.FromSystem(f); !ok {
			t.Errorf("%s is not said to be the system's", f.Name)
		}
	}
	if f := l.Face(font.Builtin("regular"), "\U0010FFFD"); f != nil {
		t.Errorf("%s has what no font has", f.Name)
	}
}

func TestRank(t *testing.T) {
	for _, tt := range []struct{ better, worse, language string }{
		{"NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf", "ar"},
		{"NotoSansArabic-Regular.ttf", "NotoNaskhArabic-Regular.ttf", "ar"},
		{"NotoSansJP-Regular.otf", "NotoSansSC-Regular.otf", "ja"},
		{"NotoSansSC-Regular.otf", "NotoSansJP-Regular.otf", "zh-CN"},
		{"DejaVuSans.ttf", "DejaVuSansMono.ttf", "en"},
	} {
		if rank(tt.better, tt.language) >= rank(tt.worse, tt.language) {
			t.Errorf("%s does not come before %s in %s", tt.better, tt.worse, tt.language)
		}
	}
	if got := memberFor("/f/NotoSansCJK-Regular.ttc", "zh-TW"); got != 3 {
		t.Errorf("Traditional Chinese is number %d of the collection", got)
	}
}

func BenchmarkOpen(b *testing.B) {
	file := japanese(b)
	b.ReportAllocs()
	for b.Loop() {
		f, err := openFile(file)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := newFace(f); err != nil {
			b.Fatal(err)
		}
		f.close()
	}
}

func BenchmarkShapeArabic(b *testing.B) {
	f := faceOf(b, noto(b, "Arabic-Regular"), "ا")
	var gs []font.Glyph
	b.ReportAllocs()
	for b.Loop() {
		gs = f.ShapeRTL(gs[:0], "أعلنت سلطة الميناء")
	}
}
