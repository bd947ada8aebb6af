package font

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// parts shows how a text falls into glyphs.
func parts(gs []Glyph) string {
	var out []string
	for _, g := range gs {
		out = append(out, g.Text)
	}
	return strings.Join(out, "|")
}

func TestShape(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"letters", "Road", "R|o|a|d"},
		{"ligature", "offer", "o|ff|e|r"},
		{"ligature of three", "Lufft", "L|u|fft"},
		{"no ligature over a capital", "fF", "f|F"},
		{"letter with mark", "re\u0301sume\u0301", "r|e\u0301|s|u|m|e\u0301"},
		{"two marks", "Vie\u0302\u0323t", "V|i|e\u0302\u0323|t"},
		{"two marks in canonical order", "Vie\u0323\u0302t", "V|i|e\u0323\u0302|t"},
		{"mark that has no glyph with its letter", "q\u0303x", "q|\u0303|x"},
		{"mark alone", "\u0301", "\u0301"},
		{"joiner keeps letters apart", "f\u200Cf", "f|\u200C|f"},
		{"not UTF-8", "a\xFF\xC3b", "a|\xFF|\xC3|b"},
		{"beyond the basic plane", "a😀", "a|😀"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := parts(Builtin("regular").Shape(nil, tt.in)); got != tt.want {
				t.Errorf("Shape(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestWithoutLigatures(t *testing.T) {
	f := Builtin("bold").WithoutLigatures()
	if got := parts(f.Shape(nil, "offe\u0301")); got != "o|f|f|e\u0301" {
		t.Errorf("offé = %q", got)
	}
	if got := parts(Builtin("bold").Shape(nil, "off")); got != "o|ff" {
		t.Errorf("the face itself changed: %q", got)
	}
}

// Superior figures stand for themselves: what copies out is the figure.
func TestSuperior(t *testing.T) {
	for _, name := range names {
		f := Builtin(name)
		s := f.Superior()
		if s != f.Superior() || s != s.Superior() {
			t.Errorf("%s has several superior faces", name)
		}
		for digit, r := range []rune("⁰¹²³⁴⁵⁶⁷⁸⁹") {
			text := string(rune('0' + digit))
			got, want := s.Shape(nil, text)[0], f.Shape(nil, string(r))[0]
			if got.ID != want.ID || got.Text != text || s.Width(text) != f.Width(string(r)) {
				t.Errorf("%s: %s is %+v, want glyph %d", name, text, got, want.ID)
			}
		}
		if s.Width("Quay") != f.Width("Quay") || f.Width("2") == s.Width("2") {
			t.Errorf("%s: letters changed, or the face itself", name)
		}
	}
}

// The typeface draws pairs like To closer and leaves HH alone.
func TestKerning(t *testing.T) {
	for _, name := range names {
		f := Builtin(name)
		if got, plain := f.Width("To"), f.Width("T")+f.Width("o"); got >= plain {
			t.Errorf("%s: To is %d wide, no closer than %d", name, got, plain)
		}
		if got, plain := f.Width("HH"), 2*f.Width("H"); got != plain {
			t.Errorf("%s: HH is %d wide, want %d", name, got, plain)
		}
	}
}

// A mark without a glyph of its own letter stands over the letter's middle.
func TestCentre(t *testing.T) {
	f := Builtin("regular")
	gs := f.Shape(nil, "q\u0303\u0301x")
	q := f.Width("q")
	if got := int(gs[0].Advance); got != q/2 {
		t.Errorf("the first mark stands at %d of %d", got, q)
	}
	if gs[1].Advance != 0 || int(gs[2].Advance) != q-q/2 {
		t.Errorf("advances of the marks: %d, %d", gs[1].Advance, gs[2].Advance)
	}
}

func checkShape(t *testing.T, f *Face, s string) {
	t.Helper()
	sum, at := 0, 0
	for _, g := range f.Shape(nil, s) {
		sum += int(g.Advance)
		if !strings.HasPrefix(s[at:], g.Text) || g.Text == "" {
			t.Fatalf("%q: glyph text %q does not stand at %d", s, g.Text, at)
		}
		at += len(g.Text)
	}
	if at != len(s) {
		t.Fatalf("%q: glyphs end at %d", s, at)
	}
	if w := f.Width(s); w != sum {
		t.Fatalf("%q: width %d, advances add up to %d", s, w, sum)
	}
}

// Width is the sum of the advances, and no byte of the text is lost.
func FuzzShape(f *testing.F) {
	for _, s := range []string{"", "Traffic at Affton", "Vie\u0323\u0302t Nam", "\xFF\xED\xA0\x80", "f\u0301f\u0301", "\u0301\u0301a\u0301\u0328b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, name := range names {
			checkShape(t, Builtin(name), s)
			checkShape(t, Builtin(name).WithoutLigatures(), s)
		}
	})
}

func TestShapeRandom(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("aefiltAVT .,ffi\u0301\u0302\u0323\u0345ΑλωЖ-日")
	for range 5000 {
		var b []byte
		for range rnd.IntN(20) {
			b = utf8.AppendRune(b, alphabet[rnd.IntN(len(alphabet))])
		}
		checkShape(t, Builtin(names[rnd.IntN(len(names))]), string(b))
	}
}

const sample = "The harbour authority will publish the dredging timetable on 4 March; traffic in the outer basin stops for nine days, and the ferry office asks for a different berth. "

func BenchmarkWidth(b *testing.B) {
	f := Builtin("regular")
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		f.Width(sample)
	}
}

func BenchmarkShape(b *testing.B) {
	f := Builtin("regular")
	var buf []Glyph
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		buf = f.Shape(buf[:0], sample)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load("regular", regularData)
	}
}

func ExampleFace_Width() {
	f := Builtin("regular")
	const size = 10 // points
	fmt.Println(f.Width("Offer")*size/f.UnitsPerEm, "points wide")
	// Output: 20 points wide
}
