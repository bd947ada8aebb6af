package pdf

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"readahead/brief/font"
	"readahead/brief/layout"
)

// badge returns a picture that is red on the left, blue on the right and, if
// asked for, clear in one corner.
func badge(width, height int, clear bool) *layout.Picture {
	p := &layout.Picture{Width: width, Height: height}
	for i := range width * height {
		if i%width < width/2 {
			p.RGB = append(p.RGB, 0xCC, 0x11, 0x22)
		} else {
			p.RGB = append(p.RGB, 0x11, 0x22, 0xCC)
		}
		p.Alpha = append(p.Alpha, 0xFF)
	}
	if clear {
		p.Alpha[0] = 0x7F
	}
	return p
}

// boxPage returns a page with one of every kind of box.
func boxPage() layout.Page {
	s := newSheet("Boxes")
	at := func(x, y layout.Length) layout.Point { return layout.Point{X: x * layout.Pt, Y: y * layout.Pt} }
	figure := s.element(0, layout.Figure)
	s.Elements[figure].Alt = "Crest of the harbour"
	s.Boxes = append(s.Boxes,
		layout.Path{Element: figure, Color: 0x335577, EvenOdd: true, Segments: []layout.Segment{
			{Op: layout.MoveTo, P: [3]layout.Point{at(100, 50)}},
			{Op: layout.LineTo, P: [3]layout.Point{at(150, 50)}},
			{Op: layout.CurveTo, P: [3]layout.Point{at(160, 60), at(160, 90), at(150, 100)}},
			{Op: layout.Close},
			{Op: layout.MoveTo, P: [3]layout.Point{at(110, 60)}},
			{Op: layout.LineTo, P: [3]layout.Point{at(120, 60)}},
			{Op: layout.LineTo, P: [3]layout.Point{at(120, 80)}},
		}},
		layout.Path{Element: layout.Artifact}, // draws nothing
	)
	photo := s.element(0, layout.Figure)
	s.Elements[photo].Alt = "The quay"
	clear := badge(8, 4, true)
	for i, p := range []*layout.Picture{clear, badge(4, 4, false), clear} {
		s.Boxes = append(s.Boxes, layout.Image{Element: photo, X: layout.Length(100+100*i) * layout.Pt, Y: 200 * layout.Pt, W: 80 * layout.Pt, H: 40 * layout.Pt, Picture: p})
	}
	s.y = 300 * layout.Pt
	p := s.element(0, layout.P)
	s.run(p, margin, "Behind the pictures, the coun", "regular", 10*layout.Pt)
	last := s.Boxes[len(s.Boxes)-1].(layout.Run)
	last.Hyphen = true
	s.Boxes[len(s.Boxes)-1] = last
	s.y += 12 * layout.Pt
	s.run(p, margin, "cil's office", "regular", 10*layout.Pt)
	s.run(s.element(0, layout.P), margin, "שלום עולם", "regular", 10*layout.Pt)
	last = s.Boxes[len(s.Boxes)-1].(layout.Run)
	last.RTL = true
	s.Boxes[len(s.Boxes)-1] = last
	return s.Page
}

func TestPath(t *testing.T) {
	f, _ := written(t, boxPage(), Meta{})
	content := string(f.at(f.catalog("Pages", "Kids", 0), "Contents").(streamed).data)
	want := "100 742 m\n150 742 l\n160 732 160 702 150 692 c\nh\n110 732 m\n120 732 l\n120 712 l\nf*\n"
	if !strings.Contains(content, want) {
		t.Errorf("the content lacks %q:\n%s", want, content)
	}
	root := f.catalog("StructTreeRoot").(dict)["K"].(reference)
	if box := f.at(root+1, "A", "BBox").([]any); box[0] != 100 || box[1] != 692 || box[2] != 160 || box[3] != 742 {
		t.Errorf("the crest stands at %v", box)
	}
}

func TestPictures(t *testing.T) {
	f, _ := written(t, boxPage(), Meta{})
	page := f.catalog("Pages", "Kids", 0)
	pictures := f.at(page, "Resources", "XObject").(dict)
	if len(pictures) != 2 {
		t.Fatalf("%d pictures, want 2: one is shown twice", len(pictures))
	}
	first := f.get(pictures["I0"]).(streamed)
	mask := f.get(first.dict["SMask"]).(streamed)
	want := badge(8, 4, true)
	if !bytes.Equal(first.data, want.RGB) || !bytes.Equal(mask.data, want.Alpha) || first.dict["Width"] != 8 || mask.dict["Height"] != 4 {
		t.Errorf("picture %v, mask %v", first, mask)
	}
	if second := f.get(pictures["I1"]).(streamed); second.dict["SMask"] != nil {
		t.Error("an opaque picture has a mask")
	}
	if f.at(page, "Group", "CS") != name("DeviceRGB") {
		t.Errorf("group %v", f.at(page, "Group"))
	}
	content := string(f.at(page, "Contents").(streamed).data)
	if !strings.Contains(content, "q 80 0 0 40 100 552 cm/I0 Do Q\n") || strings.Count(content, "/I0 Do") != 2 {
		t.Errorf("content %s", content)
	}
	plain, _ := written(t, fullPage(1), Meta{})
	if g := plain.at(plain.catalog("Pages", "Kids", 0), "Group"); g != nil {
		t.Errorf("a page without pictures is a group %v", g)
	}
}

func TestHyphen(t *testing.T) {
	got := texts(t, boxPage())
	if want := "P: Behind the pictures, the coun\u00ADcil's office"; got[len(got)-2] != want {
		t.Errorf("%+q, want %+q", got[len(got)-2], want)
	}
}

// A run from right to left is drawn from the left, and its element says it in
// the order of reading.
func TestRightToLeft(t *testing.T) {
	got := texts(t, boxPage())
	if want := "Span: םלוע םולש"; got[len(got)-1] != want {
		t.Errorf("drawn %+q, want %+q", got[len(got)-1], want)
	}
	f, _ := written(t, boxPage(), Meta{})
	for r := range f.objects {
		e, ok := f.objects[r].(dict)
		if ok && e["S"] == name("Span") {
			if s := textString(e["ActualText"]); s != "שלום עולם" || f.at(e["P"], "S") != name("P") {
				t.Errorf("the element says %+q in %v", s, f.get(e["P"]))
			}
			return
		}
	}
	t.Error("there is no Span")
}

// A text may be shown by glyphs that do not divide it, and in several ways.
func TestNumbers(t *testing.T) {
	codes := newCoding()
	a, b := newFace(font.Builtin("regular"), "F0", &codes), newFace(font.Builtin("bold"), "F1", &codes)
	one := a.number(font.Glyph{ID: 5, Text: "ش"})
	two := a.number(font.Glyph{ID: 6, Text: "ش"})
	if one == two || a.number(font.Glyph{ID: 5, Text: "ش"}) != one || a.number(font.Glyph{ID: 6, Text: "ش"}) != two {
		t.Errorf("two forms of a letter have numbers %d and %d", one, two)
	}
	if got := b.number(font.Glyph{ID: 9, Text: "ش"}); got != one {
		t.Errorf("another face has number %d for the text of %d", got, one)
	}
	if a.number(font.Glyph{ID: 7, Text: "x"}) != 'x' || a.number(font.Glyph{ID: 8, Text: "x"}) == 'x' {
		t.Error("ASCII is not numbered by its codes")
	}
	silent := a.number(font.Glyph{ID: 10})
	if codes.texts[silent] != wordJoiner {
		t.Errorf("a glyph without a text stands for %+q", codes.texts[silent])
	}
}

func TestBoxesNotWellFormed(t *testing.T) {
	const far = 1 << 60
	for _, tt := range []struct {
		name string
		box  layout.Box
		want string
	}{
		{"path from nowhere", layout.Path{Segments: []layout.Segment{{Op: layout.LineTo}}}, "begins nowhere"},
		{"unknown step", layout.Path{Segments: []layout.Segment{{Op: layout.MoveTo}, {Op: 9}}}, "unknown step 9"},
		{"path off the page", layout.Path{Segments: []layout.Segment{{P: [3]layout.Point{{X: far}}}}}, "off the page"},
		{"no picture", layout.Image{}, "no picture"},
		{"no pixels", layout.Image{Picture: &layout.Picture{}}, "picture of 0 × 0"},
		{"fewer than none", layout.Image{Picture: &layout.Picture{Width: -3, Height: -1, RGB: make([]byte, 9)}}, "picture of -3 × -1"},
		{"too few bytes", layout.Image{Picture: &layout.Picture{Width: 2, Height: 2, RGB: make([]byte, 11)}}, "in 11 bytes"},
		{"product overflows", layout.Image{Picture: &layout.Picture{Width: 1 << 32, Height: 1 << 32}}, "picture of 4294967296"},
		{"too little opacity", layout.Image{Picture: &layout.Picture{Width: 1, Height: 2, RGB: make([]byte, 6), Alpha: []byte{1}}}, "with 1 of opacity"},
		{"picture off the page", layout.Image{W: far, Picture: badge(1, 1, false)}, "off the page"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := onePage("x")
			s.Boxes = append(s.Boxes, tt.box)
			err := Write(io.Discard, []layout.Page{s.Page}, Meta{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}
