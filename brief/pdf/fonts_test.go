package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// Every run is drawn as wide as package layout took it to be.
func TestWidths(t *testing.T) {
	for _, tt := range []struct {
		name                string
		text                string
		tracking, wordSpace layout.Length
	}{
		{"kerning", "To Yvonne, AVATAR P.A.", 0, 0},
		{"ligatures", "Traffic office at Affton", 0, 0},
		{"marks", "q\u0303\u0301 re\u0301sume\u0301", 0, 0},
		{"tracking", "Traffic Office", layout.Pt / 3, 0},
		{"word space", "To the quay of Tórshavn, To", 0, layout.Pt * 2 / 3},
		{"narrower", "To the quay, To", -layout.Pt / 7, -layout.Pt / 3},
		{"missing", "a港b", 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, face := range []string{"regular", "italic"} {
				const size = 97 * layout.Pt / 10
				f := font.Builtin(face)
				if tt.tracking != 0 {
					f = f.WithoutLigatures()
				}
				s := newSheet("t")
				s.Elements = append(s.Elements, layout.Element{Tag: layout.P})
				s.Boxes = []layout.Box{layout.Run{
					Element: 1, X: 100 * layout.Pt, Y: 92 * layout.Pt, Text: tt.text, Face: f, Size: size,
					Tracking: tt.tracking, WordSpace: tt.wordSpace,
				}}
				file, _ := written(t, s.Page, Meta{})
				parts, err := extract(file)
				if err != nil {
					t.Fatal(err)
				}
				want := float64(f.Width(tt.text))*size.Points()/1000 +
					float64(len(f.Shape(nil, tt.text)))*tt.tracking.Points() +
					float64(strings.Count(tt.text, " "))*tt.wordSpace.Points()
				got := parts[0].lines[0]
				if math.Abs(got.width-want) > 0.01 || got.x != 100 || got.y != 700 {
					t.Errorf("%s: drawn at %g, %g with width %g, want 100, 700 with %g", face, got.x, got.y, got.width, want)
				}
			}
		})
	}
}

// Figures and superior figures are one font, and both copy out as figures.
func TestSuperior(t *testing.T) {
	s := newSheet("t")
	s.Elements = append(s.Elements, layout.Element{Tag: layout.P})
	regular := font.Builtin("regular")
	for i, face := range []*font.Face{regular.Superior(), regular, regular.Superior().WithoutLigatures()} {
		s.Boxes = append(s.Boxes, layout.Run{
			Element: 1, X: margin, Y: layout.Length(100+20*i) * layout.Pt, Text: "pier 12", Face: face, Size: 9 * layout.Pt,
			Tracking: layout.Length(i/2) * layout.Pt,
		})
	}
	f, _ := written(t, s.Page, Meta{})
	if fonts := f.catalog("Pages", "Kids", 0, "Resources", "Font").(dict); len(fonts) != 1 {
		t.Errorf("%d fonts", len(fonts))
	}
	parts, err := extract(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := parts[0].lines
	if len(lines) != 3 || lines[0].width == lines[1].width || string(parts[0].text) != strings.Repeat("pier 12", 3) {
		t.Errorf("%q in lines %v", parts[0].text, lines)
	}
}

func TestFonts(t *testing.T) {
	s := newSheet("t")
	faces := []string{"regular", "italic", "bold"}
	for _, face := range faces {
		s.run(s.element(0, layout.P), margin, "Škoda\u00A0offers ½ µ μ 港", face, 9*layout.Pt)
	}
	f, _ := written(t, s.Page, Meta{})
	names := map[any]bool{}
	for i, face := range faces {
		top := f.catalog("Pages", "Kids", 0, "Resources", "Font", fmt.Sprintf("F%d", i))
		cid := f.at(top, "DescendantFonts", 0)
		descriptor := f.at(cid, "FontDescriptor")
		base := f.at(top, "BaseFont").(name)
		if want := font.Builtin(face).PostScriptName; !regexp.MustCompile(`^[A-Z]{6}\+` + want + `$`).MatchString(string(base)) {
			t.Errorf("%s is named %s", face, base)
		}
		if base != f.at(cid, "BaseFont") || base != f.at(descriptor, "FontName") || names[base] {
			t.Errorf("names %s, %s, %s", base, f.at(cid, "BaseFont"), f.at(descriptor, "FontName"))
		}
		names[base] = true
		flags := f.at(descriptor, "Flags").(int)
		if italic := face == "italic"; flags&4 == 0 || flags&64 != 0 != italic || float(f.at(descriptor, "ItalicAngle")) < 0 != italic {
			t.Errorf("%s: flags %b, angle %v", face, flags, f.at(descriptor, "ItalicAngle"))
		}
		checkProgram(t, f.at(descriptor, "FontFile2").(streamed).data, f.at(cid, "W", 1).([]any))
	}
}

// checkProgram compares the widths that the file gives with those of the font
// program.
func checkProgram(t *testing.T, program []byte, widths []any) {
	t.Helper()
	be := binary.BigEndian
	for i := range int(be.Uint16(program[4:])) {
		record := program[12+16*i:]
		if string(record[:4]) != "hmtx" {
			continue
		}
		table := program[be.Uint32(record[8:]):][:be.Uint32(record[12:])]
		if len(table)/4 < len(widths) {
			t.Fatalf("%d glyphs for %d widths", len(table)/4, len(widths))
		}
		for n, w := range widths {
			if got := int(be.Uint16(table[4*n:])); got != w {
				t.Errorf("glyph %d is %d wide, but %v in the file", n, got, w)
			}
		}
		return
	}
	t.Error("no table hmtx")
}
